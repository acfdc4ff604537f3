/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-calendar-row.h"

#include <glib/gi18n.h>

#include "words/foyer-words-calendars.h"

struct _FoyerCalendarRow
{
  AdwExpanderRow  parent_instance;

  FoyerCalendar  *calendar;       /* (nullable): as the store has it */
  gboolean        showing;        /* the controls are being set, nobody touched them */

  AdwActionRow   *conflict_row;
  AdwEntryRow    *name_row;
  AdwComboRow    *closes_row;
  GtkLabel       *source_label;
};

G_DEFINE_FINAL_TYPE (FoyerCalendarRow, foyer_calendar_row, ADW_TYPE_EXPANDER_ROW)

enum { EDITED, REFRESH_ASKED, REMOVE_ASKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
name_apply_cb (FoyerCalendarRow *self)
{
  g_signal_emit (self, signals[EDITED], 0, gtk_editable_get_text (GTK_EDITABLE (self->name_row)),
                 (int) self->calendar->closes);
}

static void
closes_changed_cb (FoyerCalendarRow *self)
{
  const int closes = (int) adw_combo_row_get_selected (self->closes_row);

  if (!self->showing && self->calendar != NULL && closes != (int) self->calendar->closes)
    g_signal_emit (self, signals[EDITED], 0, self->calendar->name, closes);
}

static void
refresh_cb (FoyerCalendarRow *self)
{
  g_signal_emit (self, signals[REFRESH_ASKED], 0);
}

static void
remove_cb (FoyerCalendarRow *self)
{
  g_signal_emit (self, signals[REMOVE_ASKED], 0);
}

static void
foyer_calendar_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_CALENDAR_ROW);

  G_OBJECT_CLASS (foyer_calendar_row_parent_class)->dispose (object);
}

static void
foyer_calendar_row_finalize (GObject *object)
{
  g_clear_pointer (&FOYER_CALENDAR_ROW (object)->calendar, foyer_calendar_free);

  G_OBJECT_CLASS (foyer_calendar_row_parent_class)->finalize (object);
}

static void
foyer_calendar_row_class_init (FoyerCalendarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_calendar_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_calendar_row_finalize;

  signals[EDITED] = g_signal_new ("edited", FOYER_TYPE_CALENDAR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[REFRESH_ASKED] = g_signal_new ("refresh-asked", FOYER_TYPE_CALENDAR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[REMOVE_ASKED] = g_signal_new ("remove-asked", FOYER_TYPE_CALENDAR_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-calendar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarRow, conflict_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarRow, name_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarRow, closes_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarRow, source_label);
  gtk_widget_class_bind_template_callback (widget_class, name_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, closes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
foyer_calendar_row_init (FoyerCalendarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = TRUE;
  foyer_calendar_row_offer_closes (self->closes_row);
  self->showing = FALSE;
}

GtkWidget *
foyer_calendar_row_new (void)
{
  return g_object_new (FOYER_TYPE_CALENDAR_ROW, NULL);
}

static void
closes_setup_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

/* A row of libadwaita's own has no name. */
static void
closes_bind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_list_item_set_accessible_label (item, text);
}

void
foyer_calendar_row_offer_closes (AdwComboRow *row)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  for (FoyerCalendarCloses closes = FOYER_CALENDAR_CLOSES_DAYS; closes <= FOYER_CALENDAR_CLOSES_NOTHING; closes++)
    gtk_string_list_take (list, foyer_words_calendar_closes (closes));
  g_signal_connect (factory, "setup", G_CALLBACK (closes_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (closes_bind_cb), NULL);
  adw_combo_row_set_factory (row, factory);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

const char *
foyer_calendar_row_get_id (FoyerCalendarRow *self)
{
  g_return_val_if_fail (FOYER_IS_CALENDAR_ROW (self), NULL);

  return self->calendar != NULL ? self->calendar->id : "";
}

static void
show_conflicts (FoyerCalendarRow    *self,
                const FoyerCalendar *calendar)
{
  g_autoptr(GString) days = g_string_new (NULL);

  for (guint i = 0; calendar->conflicts != NULL && i < calendar->conflicts->len; i++)
    {
      g_autofree char *conflict = foyer_words_calendar_conflict (calendar->conflicts->pdata[i]);

      g_string_append_printf (days, "%s%s", i > 0 ? "\n" : "", conflict);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->conflict_row), _("Booked Where It Closes"));
  adw_action_row_set_subtitle (self->conflict_row, days->str);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_row), days->len > 0);
}

void
foyer_calendar_row_show (FoyerCalendarRow    *self,
                         const FoyerCalendar *calendar,
                         gint64               now_ms)
{
  g_autofree char *state = foyer_words_calendar_state (calendar, now_ms);
  g_autofree char *source = foyer_calendar_dup_source (calendar);
  const gboolean renamed = self->calendar == NULL || !g_str_equal (self->calendar->name, calendar->name);

  g_return_if_fail (FOYER_IS_CALENDAR_ROW (self));

  g_clear_pointer (&self->calendar, foyer_calendar_free);
  self->calendar = foyer_calendar_copy (calendar);
  self->showing = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), calendar->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, calendar->name, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), state);
  /* What somebody is typing stays theirs. */
  if (renamed)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), calendar->name);
  adw_combo_row_set_selected (self->closes_row, (guint) calendar->closes);
  gtk_label_set_label (self->source_label, source);
  show_conflicts (self, calendar);
  self->showing = FALSE;
}
