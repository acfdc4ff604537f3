/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/my-seats/foyer-ticket.h"

#include <glib/gi18n.h>

#include "ui/my-seats/foyer-qr-code.h"
#include "ui/my-seats/foyer-ticket-words.h"
#include "words/foyer-words.h"

/* Five and six pixels for each of the 29 modules of a ticket's code. */
#define CODE_WIDE 145
#define CODE_NARROW 174

struct _FoyerTicket {
  GtkBox           parent_instance;

  char            *id;
  gboolean         has_code;
  gboolean         first;

  GtkWidget       *date_block;
  GtkLabel        *weekday_label;
  GtkLabel        *day_label;
  GtkLabel        *month_label;
  GtkLabel        *line_label;
  GtkWidget       *body;
  GtkLabel        *name_label;
  GtkLabel        *facts_label;
  GtkLabel        *state_label;
  GtkWidget       *address_row;
  GtkLabel        *address_label;
  GtkWidget       *door_row;
  GtkLabel        *door_label;
  GtkWidget       *wifi_row;
  GtkLabel        *wifi_label;
  GtkLabel        *note_label;
  GtkLabel        *explain_label;
  GtkWidget       *buttons;
  GtkToggleButton *show_button;
  GtkButton       *cancel_button;
  GtkWidget       *tear;
  FoyerQrCode     *code;
  GtkLabel        *code_label;
};

G_DEFINE_FINAL_TYPE (FoyerTicket, foyer_ticket, GTK_TYPE_BOX)

enum { SIGNAL_GIVE_UP, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
update_code (FoyerTicket *self)
{
  gboolean shown = self->has_code && (self->first || gtk_toggle_button_get_active (self->show_button));

  gtk_widget_set_visible (self->tear, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->show_button), self->has_code && !self->first);
  gtk_button_set_label (GTK_BUTTON (self->show_button), shown ? _("_Hide Ticket") : _("_Show Ticket"));
}

static void
toggled_cb (FoyerTicket *self)
{
  update_code (self);
}

static void
copy_cb (FoyerTicket *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_label (self->address_label));
}

static void
cancel_cb (FoyerTicket *self)
{
  g_signal_emit (self, signals[SIGNAL_GIVE_UP], 0);
}

static void
show_text (GtkLabel   *label,
           GtkWidget  *row,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (row, *text != '\0');
}

static void
show_date (FoyerTicket       *self,
           const FoyerMySeat *seat)
{
  int year, month, day_of_month;
  g_autofree char *weekday = foyer_words_weekday_short (foyer_day_get_weekday (seat->day));
  g_autofree char *day = NULL;
  g_autofree char *month_name = foyer_words_month_alone (seat->day);
  g_autofree char *line = foyer_words_day_title (seat->day);

  foyer_day_get_ymd (seat->day, &year, &month, &day_of_month);
  day = g_strdup_printf ("%d", day_of_month);
  gtk_label_set_label (self->weekday_label, weekday);
  gtk_label_set_label (self->day_label, day);
  gtk_label_set_label (self->month_label, month_name);
  gtk_label_set_label (self->line_label, line);
}

static void
show_state (FoyerTicket       *self,
            const FoyerMySeat *seat,
            gint64             now_ms)
{
  gboolean waits = seat->state == FOYER_STATE_REQUESTED;
  gboolean held = foyer_booking_state_holds (seat->state);
  g_autofree char *state = foyer_ticket_describe_state (seat);
  g_autofree char *explained = foyer_ticket_explain (seat, now_ms);

  gtk_label_set_label (self->state_label, state);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_label),
                              waits ? (const char *[]) { "chip", NULL } : (const char *[]) { "heading", NULL });
  show_text (self->explain_label, GTK_WIDGET (self->explain_label), explained);
  if (held)
    gtk_widget_add_css_class (self->date_block, "held");
  else
    gtk_widget_remove_css_class (self->date_block, "held");

  gtk_button_set_label (self->cancel_button, waits ? _("_Withdraw Request") : _("_Cancel Seat…"));
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), waits || seat->state == FOYER_STATE_CONFIRMED);
}

static void
show_access (FoyerTicket       *self,
             const FoyerMySeat *seat)
{
  gboolean shown = seat->has_access && foyer_booking_state_holds (seat->state);
  g_autofree char *address = foyer_ticket_get_address (seat);
  g_autofree char *door = NULL;
  g_autofree char *wifi = NULL;

  if (shown && *seat->door != '\0')
    /* Translators: %s is what opens the door, in the host's words: "Door: code 4815" */
    door = g_strdup_printf (_("Door: %s"), seat->door);
  if (shown && *seat->wifi != '\0')
    /* Translators: %s is the name and password of a network */
    wifi = g_strdup_printf (_("Wi-Fi: %s"), seat->wifi);
  show_text (self->address_label, self->address_row, shown ? address : "");
  show_text (self->door_label, self->door_row, door != NULL ? door : "");
  show_text (self->wifi_label, self->wifi_row, wifi != NULL ? wifi : "");
  show_text (self->note_label, GTK_WIDGET (self->note_label), seat->note);

  self->has_code = shown && *seat->ticket != '\0' && seat->state == FOYER_STATE_CONFIRMED;
  if (self->has_code)
    {
      /* Translators: what a screen reader says of a QR code; %s are the letters in it */
      g_autofree char *name = g_strdup_printf (_("QR code of the ticket %s"), seat->ticket);

      foyer_qr_code_set_text (self->code, seat->ticket, name);
      gtk_label_set_label (self->code_label, seat->ticket);
    }
}

static void
foyer_ticket_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_TICKET);

  G_OBJECT_CLASS (foyer_ticket_parent_class)->dispose (object);
}

static void
foyer_ticket_finalize (GObject *object)
{
  g_clear_pointer (&FOYER_TICKET (object)->id, g_free);

  G_OBJECT_CLASS (foyer_ticket_parent_class)->finalize (object);
}

static void
foyer_ticket_class_init (FoyerTicketClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_ticket_dispose;
  object_class->finalize = foyer_ticket_finalize;

  signals[SIGNAL_GIVE_UP] = g_signal_new ("give-up", FOYER_TYPE_TICKET, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FOYER_TYPE_QR_CODE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-ticket.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, date_block);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, weekday_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, day_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, month_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, line_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, body);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, name_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, facts_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, state_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, address_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, address_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, door_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, door_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, wifi_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, wifi_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, note_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, explain_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, buttons);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, show_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, tear);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, code);
  gtk_widget_class_bind_template_child (widget_class, FoyerTicket, code_label);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
foyer_ticket_init (FoyerTicket *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_qr_code_set_size (self->code, CODE_WIDE);
}

GtkWidget *
foyer_ticket_new (void)
{
  return g_object_new (FOYER_TYPE_TICKET, NULL);
}

void
foyer_ticket_show (FoyerTicket       *self,
                   const FoyerMySeat *seat,
                   gint64             now_ms,
                   gboolean           first)
{
  g_autofree char *facts = NULL;
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (FOYER_IS_TICKET (self));
  g_return_if_fail (seat != NULL);

  g_set_str (&self->id, seat->id);
  self->first = first;
  facts = foyer_ticket_describe (seat);
  gtk_label_set_label (self->name_label, *seat->name != '\0' ? seat->name : _("A place in the directory"));
  gtk_label_set_label (self->facts_label, facts);
  show_date (self, seat);
  show_state (self, seat, now_ms);
  show_access (self, seat);
  update_code (self);
  gtk_widget_set_visible (self->buttons, gtk_widget_get_visible (GTK_WIDGET (self->cancel_button))
                                         || gtk_widget_get_visible (GTK_WIDGET (self->show_button)));

  day = foyer_words_day_long (seat->day);
  /* Translators: what a screen reader calls a ticket: the name of a place, then the day */
  name = g_strdup_printf (C_("ticket", "%1$s, %2$s"), gtk_label_get_label (self->name_label), day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

const char *
foyer_ticket_get_id (FoyerTicket *self)
{
  g_return_val_if_fail (FOYER_IS_TICKET (self), NULL);

  return self->id;
}

void
foyer_ticket_set_narrow (FoyerTicket *self,
                         gboolean     narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (FOYER_IS_TICKET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), orientation);
  gtk_widget_set_visible (GTK_WIDGET (self->weekday_label), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->day_label), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->month_label), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->line_label), narrow);
  foyer_qr_code_set_size (self->code, narrow ? CODE_NARROW : CODE_WIDE);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}
