/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-request-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/people/foyer-face.h"
#include "ui/today/foyer-arrival-words.h"
#include "words/foyer-words-fair-use.h"
#include "words/foyer-words.h"
#include "words/foyer-words-visit.h"

struct _FoyerRequestRow {
  GtkListBoxRow  parent_instance;

  char          *id;
  char          *name;
  FoyerDay       day;
  gint64         end_ms;
  gboolean       over;

  FoyerFace     *face;
  GtkLabel      *name_label;
  GtkLabel      *when_label;
  GtkWidget     *arrow;
  GtkWidget     *details;
  GtkLabel      *who_label;
  GtkLabel      *note_label;
  GtkWidget     *skills;
  GtkLabel      *until_label;
  GtkLabel      *over_label;
  GtkLabel      *problem_label;
  GtkWidget     *buttons;
  GtkWidget     *decline_button;
  GtkWidget     *accept_button;
};

G_DEFINE_FINAL_TYPE (FoyerRequestRow, foyer_request_row, GTK_TYPE_LIST_BOX_ROW)

enum { SIGNAL_ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
describe_when (const FoyerBooking *booking,
               FoyerDay            today)
{
  g_autofree char *day = NULL;
  g_autofree char *part = foyer_words_part (booking->part);
  g_autofree char *seats = booking->seats > 1 ? foyer_words_seats (booking->seats) : g_strdup ("");

  if (booking->day == today)
    day = g_strdup (_("Today"));
  else if (booking->day == today + 1)
    day = g_strdup (_("Tomorrow"));
  else
    day = foyer_words_day_title (booking->day);

  return foyer_words_facts ((const char *[]) { day, part, seats, NULL });
}

static char *
describe_who (const FoyerBooking *booking)
{
  char *known = foyer_arrival_describe_known (booking);

  return known != NULL ? known : g_strdup (_("First visit"));
}

static void
show_skills (FoyerRequestRow     *self,
             const char * const  *skills)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->skills)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->skills), child);
  for (gsize i = 0; skills != NULL && skills[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (skills[i]);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "pill-label");
      adw_wrap_box_append (ADW_WRAP_BOX (self->skills), label);
    }
  gtk_widget_set_visible (self->skills, gtk_widget_get_first_child (self->skills) != NULL);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* A screen reader on the button hears whom the answer is for. */
static void
name_buttons (FoyerRequestRow *self)
{
  /* Translators: what the button Accept does; %s is a person's name */
  g_autofree char *accept = g_strdup_printf (_("Accept the request of %s"), self->name);
  /* Translators: what the button Decline does; %s is a person's name */
  g_autofree char *decline = g_strdup_printf (_("Decline the request of %s"), self->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accept_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, accept, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->decline_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, decline, -1);
}

static void
answer (FoyerRequestRow   *self,
        FoyerBookingState  state)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, (int) state);
}

static void
accept_cb (FoyerRequestRow *self)
{
  answer (self, FOYER_STATE_CONFIRMED);
}

static void
decline_cb (FoyerRequestRow *self)
{
  answer (self, FOYER_STATE_DECLINED);
}

static void
foyer_request_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_REQUEST_ROW);

  G_OBJECT_CLASS (foyer_request_row_parent_class)->dispose (object);
}

static void
foyer_request_row_finalize (GObject *object)
{
  FoyerRequestRow *self = FOYER_REQUEST_ROW (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (foyer_request_row_parent_class)->finalize (object);
}

static void
foyer_request_row_class_init (FoyerRequestRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_request_row_dispose;
  object_class->finalize = foyer_request_row_finalize;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", FOYER_TYPE_REQUEST_ROW, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (FOYER_TYPE_FACE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-request-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, face);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, when_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, details);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, who_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, skills);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, until_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, over_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, decline_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestRow, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, decline_cb);
}

static void
foyer_request_row_init (FoyerRequestRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_request_row_new (void)
{
  return g_object_new (FOYER_TYPE_REQUEST_ROW, NULL);
}

void
foyer_request_row_set_booking (FoyerRequestRow    *self,
                               const FoyerBooking *booking,
                               GTimeZone          *zone,
                               gint64              now_ms,
                               FoyerDay            today)
{
  g_autofree char *when = NULL;
  g_autofree char *who = NULL;
  g_autofree char *note = NULL;
  g_autofree char *until = NULL;

  g_return_if_fail (FOYER_IS_REQUEST_ROW (self));
  g_return_if_fail (booking != NULL && zone != NULL);

  g_set_str (&self->id, booking->id);
  g_set_str (&self->name, booking->name);
  self->day = booking->day;
  self->end_ms = booking->answer_by_ms;

  foyer_face_set_name (self->face, booking->name);
  gtk_label_set_label (self->name_label, booking->name);
  when = describe_when (booking, today);
  show_text (self->when_label, when);
  who = describe_who (booking);
  show_text (self->who_label, who);
  if (booking->note != NULL && *booking->note != '\0')
    /* Translators: quotation marks around what a guest wrote */
    note = g_strdup_printf (_("“%s”"), booking->note);
  show_text (self->note_label, note != NULL ? note : "");
  show_skills (self, (const char * const *) booking->skills);
  if (booking->answer_by_ms != 0)
    {
      g_autofree char *moment = foyer_words_moment (zone, now_ms, booking->answer_by_ms);

      /* Translators: %s is a moment: "today at 18:00" */
      until = g_strdup_printf (_("Answer until %s"), moment);
    }
  show_text (self->until_label, until != NULL ? until : "");
  foyer_request_row_set_over (self, &booking->over);
  name_buttons (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, booking->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, when, -1);
}

const char *
foyer_request_row_get_id (FoyerRequestRow *self)
{
  g_return_val_if_fail (FOYER_IS_REQUEST_ROW (self), NULL);

  return self->id;
}

const char *
foyer_request_row_get_name (FoyerRequestRow *self)
{
  g_return_val_if_fail (FOYER_IS_REQUEST_ROW (self), NULL);

  return self->name;
}

FoyerDay
foyer_request_row_get_day (FoyerRequestRow *self)
{
  g_return_val_if_fail (FOYER_IS_REQUEST_ROW (self), FOYER_DAY_NONE);

  return self->day;
}

gint64
foyer_request_row_get_end (FoyerRequestRow *self)
{
  g_return_val_if_fail (FOYER_IS_REQUEST_ROW (self), 0);

  return self->end_ms;
}

void
foyer_request_row_set_open (FoyerRequestRow *self,
                            gboolean         open)
{
  g_return_if_fail (FOYER_IS_REQUEST_ROW (self));

  gtk_widget_set_visible (self->details, open);
  gtk_widget_set_visible (self->arrow, !open);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !open);
  gtk_widget_set_focusable (GTK_WIDGET (self), !open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

void
foyer_request_row_set_over (FoyerRequestRow      *self,
                            const FoyerOverLimit *over)
{
  g_autofree char *words = NULL;

  g_return_if_fail (FOYER_IS_REQUEST_ROW (self));
  g_return_if_fail (over != NULL);

  self->over = over->limit != FOYER_FAIR_NONE;
  words = foyer_words_over_limit (over);
  show_text (self->over_label, words);
  gtk_button_set_label (GTK_BUTTON (self->accept_button), self->over ? _("_Accept Anyway") : _("_Accept"));
  /* The longer words would not fit beside the other answer. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  self->over ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

gboolean
foyer_request_row_is_over (FoyerRequestRow *self)
{
  g_return_val_if_fail (FOYER_IS_REQUEST_ROW (self), FALSE);

  return self->over;
}

void
foyer_request_row_set_busy (FoyerRequestRow *self,
                            gboolean         busy)
{
  g_return_if_fail (FOYER_IS_REQUEST_ROW (self));

  gtk_widget_set_sensitive (self->accept_button, !busy);
  gtk_widget_set_sensitive (self->decline_button, !busy);
}

void
foyer_request_row_set_problem (FoyerRequestRow *self,
                               const char      *sentence)
{
  g_return_if_fail (FOYER_IS_REQUEST_ROW (self));

  show_text (self->problem_label, sentence != NULL ? sentence : "");
  if (sentence != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
