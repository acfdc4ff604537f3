/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/bookings/foyer-booking-filter.h"

#include "ui/bookings/foyer-booking-period.h"
#include "ui/bookings/foyer-day-row.h"
#include "words/foyer-words.h"

struct _FoyerBookingFilter {
  GtkBox        parent_instance;

  FoyerDesk    *desk;
  gboolean      clearing;

  AdwSwitchRow *all_spaces_row;
  AdwComboRow  *period_row;
  FoyerDayRow  *first_row;
  FoyerDayRow  *last_row;
  AdwComboRow  *state_row;
  AdwComboRow  *part_row;
};

G_DEFINE_FINAL_TYPE (FoyerBookingFilter, foyer_booking_filter, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static FoyerBookingPeriod
get_period (FoyerBookingFilter *self)
{
  return (FoyerBookingPeriod) adw_combo_row_get_selected (self->period_row);
}

static void
chosen_cb (FoyerBookingFilter *self)
{
  if (self->desk != NULL && !self->clearing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
period_chosen_cb (FoyerBookingFilter *self)
{
  const gboolean between = get_period (self) == FOYER_PERIOD_BETWEEN;

  if (self->desk == NULL)
    return;

  if (between && foyer_day_row_get_day (self->first_row) == FOYER_DAY_NONE)
    {
      const FoyerDay today = foyer_desk_get_today (self->desk);
      FoyerDay first, last;

      foyer_booking_period_get_days (FOYER_PERIOD_THIS_MONTH, today, foyer_words_first_weekday (), &first, &last);
      foyer_day_row_set_day (self->first_row, first, today);
      foyer_day_row_set_day (self->last_row, last, today);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->first_row), between);
  gtk_widget_set_visible (GTK_WIDGET (self->last_row), between);
  chosen_cb (self);
}

/* One day pushes the other before it, so that no range ends before it begins. */

static void
first_chosen_cb (FoyerBookingFilter *self)
{
  const FoyerDay first = foyer_day_row_get_day (self->first_row);

  if (foyer_day_row_get_day (self->last_row) < first)
    foyer_day_row_set_day (self->last_row, first, foyer_desk_get_today (self->desk));
  chosen_cb (self);
}

static void
last_chosen_cb (FoyerBookingFilter *self)
{
  const FoyerDay last = foyer_day_row_get_day (self->last_row);

  if (foyer_day_row_get_day (self->first_row) > last)
    foyer_day_row_set_day (self->first_row, last, foyer_desk_get_today (self->desk));
  chosen_cb (self);
}

static void
spaces_changed_cb (FoyerBookingFilter *self)
{
  gboolean several = g_list_model_get_n_items (foyer_desk_get_spaces (self->desk)) > 1;

  gtk_widget_set_visible (GTK_WIDGET (self->all_spaces_row), several);
  if (!several)
    adw_switch_row_set_active (self->all_spaces_row, FALSE);
}

static void
foyer_booking_filter_dispose (GObject *object)
{
  FoyerBookingFilter *self = FOYER_BOOKING_FILTER (object);

  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_BOOKING_FILTER);

  G_OBJECT_CLASS (foyer_booking_filter_parent_class)->dispose (object);
}

static void
foyer_booking_filter_class_init (FoyerBookingFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_booking_filter_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FOYER_TYPE_DAY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-booking-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingFilter, all_spaces_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingFilter, period_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingFilter, first_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingFilter, last_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingFilter, state_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerBookingFilter, part_row);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, last_chosen_cb);
}

static void
foyer_booking_filter_init (FoyerBookingFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_booking_filter_set_desk (FoyerBookingFilter *self,
                               FoyerDesk          *desk)
{
  g_return_if_fail (FOYER_IS_BOOKING_FILTER (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::space", G_CALLBACK (spaces_changed_cb), self, G_CONNECT_SWAPPED);
  spaces_changed_cb (self);
}

void
foyer_booking_filter_apply (FoyerBookingFilter *self,
                            FoyerLedgerQuery   *query)
{
  /* In the order of the rows. */
  static const FoyerBookingState states[] = {
    FOYER_STATE_REQUESTED, FOYER_STATE_CONFIRMED, FOYER_STATE_CHECKED_IN, FOYER_STATE_CHECKED_OUT,
    FOYER_STATE_NO_SHOW, FOYER_STATE_CANCELLED, FOYER_STATE_DECLINED, FOYER_STATE_WITHDRAWN, FOYER_STATE_EXPIRED,
  };
  guint state, part;
  FoyerDay first, last;

  g_return_if_fail (FOYER_IS_BOOKING_FILTER (self));

  state = adw_combo_row_get_selected (self->state_row);
  part = adw_combo_row_get_selected (self->part_row);
  if (!adw_switch_row_get_active (self->all_spaces_row))
    query->space_id = foyer_space_item_get_id (foyer_desk_get_space (self->desk));
  if (state > 0 && state <= G_N_ELEMENTS (states))
    {
      guint wanted = 1u << states[state - 1];

      /* What neither allows is nothing, not anything. */
      if (query->states != 0 && (query->states & wanted) == 0)
        query->last = query->first = FOYER_DAY_NONE + 1;
      query->states = wanted;
    }
  if (part > 0 && part <= FOYER_PART_FULL)
    query->parts = 1u << part;

  first = foyer_day_row_get_day (self->first_row);
  last = foyer_day_row_get_day (self->last_row);
  if (get_period (self) != FOYER_PERIOD_BETWEEN)
    foyer_booking_period_get_days (get_period (self), foyer_desk_get_today (self->desk),
                                   foyer_words_first_weekday (), &first, &last);
  if (first != FOYER_DAY_NONE)
    query->first = query->first == FOYER_DAY_NONE ? first : MAX (query->first, first);
  if (last != FOYER_DAY_NONE)
    query->last = query->last == FOYER_DAY_NONE ? last : MIN (query->last, last);
}

gboolean
foyer_booking_filter_is_narrow (FoyerBookingFilter *self)
{
  g_return_val_if_fail (FOYER_IS_BOOKING_FILTER (self), FALSE);

  return get_period (self) != FOYER_PERIOD_ANY || adw_combo_row_get_selected (self->state_row) > 0
         || adw_combo_row_get_selected (self->part_row) > 0;
}

gboolean
foyer_booking_filter_all_spaces (FoyerBookingFilter *self)
{
  g_return_val_if_fail (FOYER_IS_BOOKING_FILTER (self), FALSE);

  return adw_switch_row_get_active (self->all_spaces_row);
}

void
foyer_booking_filter_clear (FoyerBookingFilter *self)
{
  g_return_if_fail (FOYER_IS_BOOKING_FILTER (self));

  self->clearing = TRUE;
  adw_combo_row_set_selected (self->period_row, FOYER_PERIOD_ANY);
  adw_combo_row_set_selected (self->state_row, 0);
  adw_combo_row_set_selected (self->part_row, 0);
  self->clearing = FALSE;
}
