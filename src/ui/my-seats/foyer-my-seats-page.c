/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/my-seats/foyer-my-seats-page.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-travel.h"
#include "ui/foyer-answer.h"
#include "ui/my-seats/foyer-past-seat-row.h"
#include "ui/my-seats/foyer-ticket-words.h"
#include "ui/my-seats/foyer-ticket.h"
#include "words/foyer-words.h"

struct _FoyerMySeatsPage {
  AdwNavigationPage  parent_instance;

  FoyerDesk         *desk;
  GCancellable      *cancellable;     /* of the question that has no answer yet */
  GPtrArray         *seats;           /* what is shown */
  gboolean           narrow;

  GtkStack          *stack;
  GtkWidget         *column;
  GtkWidget         *upcoming_group;
  GtkBox            *tickets;
  GtkWidget         *past_group;
  GtkListBox        *past;
};

G_DEFINE_FINAL_TYPE (FoyerMySeatsPage, foyer_my_seats_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum { PROP_DESK = 1, PROP_NARROW } FoyerMySeatsPageProp;
static GParamSpec *props[PROP_NARROW + 1];

static gint64
get_now (FoyerMySeatsPage *self)
{
  return foyer_clock_now (foyer_store_get_clock (foyer_desk_get_store (self->desk)));
}

static const FoyerMySeat *
find_seat (FoyerMySeatsPage *self,
           const char       *id)
{
  for (guint i = 0; i < self->seats->len; i++)
    {
      const FoyerMySeat *seat = g_ptr_array_index (self->seats, i);

      if (g_strcmp0 (seat->id, id) == 0)
        return seat;
    }
  return NULL;
}

/* Taking a request or a seat back */

static void
given_up_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(FoyerDesk) desk = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerMySeat) seat = foyer_store_my_seat_finish (FOYER_STORE (source), result, &op, &error);
  g_autofree char *day = NULL;
  g_autofree char *sentence = NULL;

  if (seat == NULL)
    {
      foyer_desk_failed (desk, error);
      return;
    }

  day = foyer_words_day_long (seat->day);
  if (seat->state == FOYER_STATE_WITHDRAWN)
    /* Translators: %s is a day */
    sentence = g_strdup_printf (_("Took back the request for %s"), day);
  else
    /* Translators: %s is a day */
    sentence = g_strdup_printf (_("Cancelled the seat of %s"), day);
  foyer_desk_acted (desk, sentence, op);
}

static void
give_up (FoyerMySeatsPage *self,
         const char       *id)
{
  foyer_store_withdraw_async (foyer_desk_get_store (self->desk), id, NULL, given_up_cb,
                              g_object_ref (self->desk));
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerMySeatsPage) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (self->desk != NULL && g_str_equal (response, "cancel-seat"))
    give_up (self, g_object_get_data (source, "seat"));
}

/* The rule comes first: it cannot be taken back once the host knows. */
static void
ask_before_cancelling (FoyerMySeatsPage  *self,
                       const FoyerMySeat *seat)
{
  g_autofree char *rule = foyer_ticket_describe_rule (seat, get_now (self));
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Cancel This Seat?"), rule));

  adw_alert_dialog_add_responses (dialog,
                                  "keep", _("_Keep Seat"),
                                  "cancel-seat", _("_Cancel Seat"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "cancel-seat", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "keep");
  adw_alert_dialog_set_close_response (dialog, "keep");
  g_object_set_data_full (G_OBJECT (dialog), "seat", g_strdup (seat->id), g_free);
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, asked_cb, g_object_ref (self));
}

static void
give_up_cb (FoyerMySeatsPage *self,
            FoyerTicket      *ticket)
{
  const FoyerMySeat *seat = find_seat (self, foyer_ticket_get_id (ticket));

  if (seat == NULL)
    return;
  if (seat->state == FOYER_STATE_REQUESTED)
    give_up (self, seat->id);
  else
    ask_before_cancelling (self, seat);
}

/* What there is */

/* The tickets that are there already are used again, so that the focus stays. */
static GtkWidget *
get_ticket (FoyerMySeatsPage *self,
            const char       *id)
{
  GtkWidget *ticket = gtk_widget_get_first_child (GTK_WIDGET (self->tickets));

  while (ticket != NULL && g_strcmp0 (foyer_ticket_get_id (FOYER_TICKET (ticket)), id) != 0)
    ticket = gtk_widget_get_next_sibling (ticket);
  if (ticket == NULL)
    {
      ticket = foyer_ticket_new ();
      foyer_ticket_set_narrow (FOYER_TICKET (ticket), self->narrow);
      g_signal_connect_object (ticket, "give-up", G_CALLBACK (give_up_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->tickets, ticket);
    }
  return ticket;
}

static void
show_seats (FoyerMySeatsPage *self)
{
  gint64 now_ms = get_now (self);
  GtkWidget *last = NULL;
  GtkWidget *ticket;
  gboolean has_code = FALSE;
  gboolean has_past = FALSE;

  gtk_list_box_remove_all (self->past);
  for (guint i = 0; i < self->seats->len; i++)
    {
      const FoyerMySeat *seat = g_ptr_array_index (self->seats, i);

      if (!foyer_ticket_is_upcoming (seat, now_ms))
        {
          gtk_list_box_append (self->past, foyer_past_seat_row_new (seat));
          has_past = TRUE;
          continue;
        }

      ticket = get_ticket (self, seat->id);
      foyer_ticket_show (FOYER_TICKET (ticket), seat, now_ms, !has_code);
      has_code = has_code || (*seat->ticket != '\0' && seat->state == FOYER_STATE_CONFIRMED);
      gtk_box_reorder_child_after (self->tickets, ticket, last);
      last = ticket;
    }

  /* Those after the last one are not to come any more. */
  while ((ticket = last != NULL ? gtk_widget_get_next_sibling (last)
                                : gtk_widget_get_first_child (GTK_WIDGET (self->tickets))) != NULL)
    gtk_box_remove (self->tickets, ticket);

  gtk_widget_set_visible (self->upcoming_group, last != NULL);
  gtk_widget_set_visible (self->past_group, has_past);
  gtk_stack_set_visible_child_name (self->stack, self->seats->len > 0 ? "seats" : "empty");
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerMySeatsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) seats = foyer_store_list_my_seats_finish (FOYER_STORE (source), result, &error);

  if (foyer_answer_is_stale (result))
    return;
  g_clear_object (&self->cancellable);
  if (seats == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  g_clear_pointer (&self->seats, g_ptr_array_unref);
  self->seats = g_steal_pointer (&seats);
  show_seats (self);
}

static void
load (FoyerMySeatsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  foyer_store_list_my_seats_async (foyer_desk_get_store (self->desk), self->cancellable, listed_cb,
                                   g_object_ref (self));
}

static void
changed_cb (FoyerMySeatsPage *self,
            guint             change,
            const char       *space_id)
{
  if ((change & (FOYER_CHANGE_MY_SEATS | FOYER_CHANGE_POST)) != 0)
    load (self);
}

/* What is said of today and of what is to come moves with the clock. */
static void
foyer_my_seats_page_map (GtkWidget *widget)
{
  FoyerMySeatsPage *self = FOYER_MY_SEATS_PAGE (widget);

  GTK_WIDGET_CLASS (foyer_my_seats_page_parent_class)->map (widget);

  if (self->seats != NULL)
    show_seats (self);
}

static void
set_narrow (FoyerMySeatsPage *self,
            gboolean          narrow)
{
  GtkWidget *ticket;

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  for (ticket = gtk_widget_get_first_child (GTK_WIDGET (self->tickets)); ticket != NULL;
       ticket = gtk_widget_get_next_sibling (ticket))
    foyer_ticket_set_narrow (FOYER_TICKET (ticket), narrow);
}

static void
foyer_my_seats_page_constructed (GObject *object)
{
  FoyerMySeatsPage *self = FOYER_MY_SEATS_PAGE (object);

  G_OBJECT_CLASS (foyer_my_seats_page_parent_class)->constructed (object);

  g_assert (self->desk != NULL);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
}

static void
foyer_my_seats_page_dispose (GObject *object)
{
  FoyerMySeatsPage *self = FOYER_MY_SEATS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_MY_SEATS_PAGE);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_my_seats_page_parent_class)->dispose (object);
}

static void
foyer_my_seats_page_finalize (GObject *object)
{
  g_clear_pointer (&FOYER_MY_SEATS_PAGE (object)->seats, g_ptr_array_unref);

  G_OBJECT_CLASS (foyer_my_seats_page_parent_class)->finalize (object);
}

static void
foyer_my_seats_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  FoyerMySeatsPage *self = FOYER_MY_SEATS_PAGE (object);

  switch ((FoyerMySeatsPageProp) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_my_seats_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  FoyerMySeatsPage *self = FOYER_MY_SEATS_PAGE (object);

  switch ((FoyerMySeatsPageProp) prop_id)
    {
    case PROP_DESK:
      self->desk = g_value_dup_object (value);
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_my_seats_page_class_init (FoyerMySeatsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = foyer_my_seats_page_constructed;
  object_class->dispose = foyer_my_seats_page_dispose;
  object_class->finalize = foyer_my_seats_page_finalize;
  object_class->get_property = foyer_my_seats_page_get_property;
  object_class->set_property = foyer_my_seats_page_set_property;
  widget_class->map = foyer_my_seats_page_map;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                          G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-my-seats-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerMySeatsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerMySeatsPage, column);
  gtk_widget_class_bind_template_child (widget_class, FoyerMySeatsPage, upcoming_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerMySeatsPage, tickets);
  gtk_widget_class_bind_template_child (widget_class, FoyerMySeatsPage, past_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerMySeatsPage, past);
}

static void
foyer_my_seats_page_init (FoyerMySeatsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
foyer_my_seats_page_new (FoyerDesk *desk)
{
  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  return g_object_new (FOYER_TYPE_MY_SEATS_PAGE, "desk", desk, NULL);
}
