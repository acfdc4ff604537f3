/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/listing/foyer-request-dialog.h"

#include <glib/gi18n.h>

#include "core/foyer-instant.h"
#include "storage/foyer-store-travel.h"
#include "sync/foyer-sync.h"
#include "ui/listing/foyer-listing-words.h"
#include "ui/listing/foyer-week-strip.h"
#include "ui/photos/foyer-photo-frame.h"
#include "words/foyer-words.h"
#include "words/foyer-words-visit.h"

#define NAME_KEY "guest-name"
#define SKILLS_KEY "guest-skills"

struct _FoyerRequestDialog {
  AdwDialog        parent_instance;

  FoyerDesk       *desk;
  GSettings       *settings;
  char            *origin;
  char            *listing;
  char            *host;
  char            *name;
  char            *area;
  char            *tz;
  char             currency[4];
  gint64           price_minor;
  gint64           half_price_minor;
  int              cancel_minute;
  int              cancel_days;
  FoyerDay         day;
  FoyerSeatDay     seat_day;

  GtkWidget       *send_button;
  FoyerPhotoFrame *picture;
  GtkLabel        *place_label;
  GtkLabel        *day_label;
  GtkLabel        *free_label;
  GtkLabel        *price_label;
  AdwToggleGroup  *part_group;
  GtkLabel        *problem_label;
  AdwSpinRow      *seats_row;
  GtkEditable     *name_row;
  GtkEditable     *phone_row;
  GtkEditable     *note_row;
  GtkEditable     *skills_row;
  GtkLabel        *terms_label;
};

G_DEFINE_FINAL_TYPE (FoyerRequestDialog, foyer_request_dialog, ADW_TYPE_DIALOG)

static FoyerPart
get_part (FoyerRequestDialog *self)
{
  FoyerPart part = FOYER_PART_FULL;

  foyer_part_parse (adw_toggle_group_get_active_name (self->part_group), &part, NULL);
  return part;
}

static int
get_seats (FoyerRequestDialog *self)
{
  return (int) adw_spin_row_get_value (self->seats_row);
}

static gint64
get_price (FoyerRequestDialog *self)
{
  return (get_part (self) == FOYER_PART_FULL ? self->price_minor : self->half_price_minor) * get_seats (self);
}

static char *
get_text (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

/* Words between commas. Returns: (transfer full) (array zero-terminated=1) */
static char **
get_skills (FoyerRequestDialog *self)
{
  g_auto(GStrv) parts = g_strsplit (gtk_editable_get_text (self->skills_row), ",", -1);
  g_autoptr(GStrvBuilder) skills = g_strv_builder_new ();

  for (gsize i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (skills, parts[i]);
  return g_strv_builder_end (skills);
}

static void
show_problem (FoyerRequestDialog *self,
              const char         *sentence)
{
  gtk_label_set_label (self->problem_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), sentence != NULL);
}

static void
update (FoyerRequestDialog *self)
{
  int seats, n_free;
  g_autofree char *name = NULL;
  g_autofree char *price = NULL;
  g_autofree char *free_text = NULL;

  if (self->desk == NULL)
    return;

  seats = get_seats (self);
  n_free = foyer_seat_day_get_free (&self->seat_day, get_part (self));
  name = get_text (self->name_row);
  price = foyer_listing_describe_price (get_price (self), self->currency);
  gtk_label_set_label (self->price_label, price);
  if (n_free < seats)
    free_text = g_strdup (n_free == 0 ? _("No free seat then") : _("Fewer free seats than that"));
  else
    /* Translators: "1 of 3 free seats" */
    free_text = g_strdup_printf (ngettext ("%1$d of %2$d free seat", "%1$d of %2$d free seats", n_free),
                                 seats, n_free);
  gtk_label_set_label (self->free_label, free_text);
  gtk_widget_set_sensitive (self->send_button, n_free >= seats && *name != '\0');
}

static void
show_terms (FoyerRequestDialog *self)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new (self->tz, NULL);
  gint64 now_ms = foyer_clock_now (foyer_store_get_clock (foyer_desk_get_store (self->desk)));
  gint64 limit_ms;
  g_autofree char *limit = NULL;
  g_autofree char *text = NULL;

  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  limit_ms = foyer_instant_at (zone, self->day - self->cancel_days, self->cancel_minute);
  limit = foyer_words_moment (zone, now_ms, limit_ms);
  if (self->price_minor > 0 && limit_ms > now_ms)
    /* Translators: %s is a moment: "Wednesday 25 November at 18:00" */
    text = g_strdup_printf (_("Sealed for the host: no one else can read this, nor the directory. The address comes to you when the host accepts. Free to cancel until %s."),
                            limit);
  else if (self->price_minor > 0)
    text = g_strdup (_("Sealed for the host: no one else can read this, nor the directory. The address comes to you when the host accepts. Once you are accepted, the price is due also if you cancel."));
  else
    text = g_strdup (_("Sealed for the host: no one else can read this, nor the directory. The address comes to you when the host accepts."));
  gtk_label_set_label (self->terms_label, text);
}

/* Sending */

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerRequestDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerMySeat) seat = foyer_store_my_seat_finish (FOYER_STORE (source), result, &op, &error);
  g_autofree char *day = NULL;
  g_autofree char *sentence = NULL;
  FoyerSyncState state;

  if (self->desk == NULL)
    return;
  if (seat == NULL)
    {
      g_autofree char *problem = foyer_words_describe_error (error);

      show_problem (self, problem);
      gtk_widget_set_sensitive (self->send_button, TRUE);
      return;
    }

  state = foyer_sync_get_status (foyer_desk_get_sync (self->desk))->state;
  day = foyer_words_day_long (self->day);
  if (state == FOYER_SYNC_OFFLINE || state == FOYER_SYNC_UNREACHABLE)
    /* Translators: %s is a day */
    sentence = g_strdup_printf (_("The request for %s is kept and leaves when the directory answers"), day);
  else
    /* Translators: %s is a day */
    sentence = g_strdup_printf (_("Asked for a seat on %s"), day);
  foyer_desk_acted (self->desk, sentence, op);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
send_cb (FoyerRequestDialog *self)
{
  g_autofree char *name = get_text (self->name_row);
  g_autofree char *phone = get_text (self->phone_row);
  g_autofree char *note = get_text (self->note_row);
  g_auto(GStrv) skills = get_skills (self);
  FoyerSeatWish wish = {
    .origin = self->origin,
    .listing = self->listing,
    .host = self->host,
    .name = self->name,
    .area = self->area,
    .tz = self->tz,
    .currency = self->currency,
    .price_minor = get_price (self),
    .cancel_minute = self->cancel_minute,
    .cancel_days = self->cancel_days,
    .day = self->day,
    .part = get_part (self),
    .seats = get_seats (self),
    .guest_name = name,
    .phone = *phone != '\0' ? phone : NULL,
    .note = *note != '\0' ? note : NULL,
    .skills = (const char * const *) skills,
  };

  g_settings_set_string (self->settings, NAME_KEY, name);
  g_settings_set_string (self->settings, SKILLS_KEY, gtk_editable_get_text (self->skills_row));
  show_problem (self, NULL);
  gtk_widget_set_sensitive (self->send_button, FALSE);
  foyer_store_ask_async (foyer_desk_get_store (self->desk), &wish, NULL, asked_cb,
                         g_object_ref (self));
}

static void
foyer_request_dialog_dispose (GObject *object)
{
  FoyerRequestDialog *self = FOYER_REQUEST_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_REQUEST_DIALOG);

  G_OBJECT_CLASS (foyer_request_dialog_parent_class)->dispose (object);
}

static void
foyer_request_dialog_finalize (GObject *object)
{
  FoyerRequestDialog *self = FOYER_REQUEST_DIALOG (object);

  g_free (self->origin);
  g_free (self->listing);
  g_free (self->host);
  g_free (self->name);
  g_free (self->area);
  g_free (self->tz);

  G_OBJECT_CLASS (foyer_request_dialog_parent_class)->finalize (object);
}

static void
foyer_request_dialog_class_init (FoyerRequestDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_request_dialog_dispose;
  object_class->finalize = foyer_request_dialog_finalize;

  g_type_ensure (FOYER_TYPE_PHOTO_FRAME);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-request-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, send_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, place_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, day_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, free_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, price_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, part_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, seats_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, skills_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestDialog, terms_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
foyer_request_dialog_init (FoyerRequestDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (FOYER_APP_ID);
}

static void
fill_in (FoyerRequestDialog *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, NAME_KEY);
  g_autofree char *skills = g_settings_get_string (self->settings, SKILLS_KEY);

  gtk_editable_set_text (self->name_row, name);
  gtk_editable_set_text (self->skills_row, skills);
}

void
foyer_request_dialog_present (FoyerDesk          *desk,
                              const char         *origin,
                              const FoyerListing *listing,
                              const FoyerKey     *key,
                              FoyerDay            day,
                              const FoyerSeatDay *seat_day,
                              FoyerPart           part,
                              int                 seats,
                              GtkWidget          *parent)
{
  FoyerRequestDialog *self;
  char host[FOYER_KEY_TEXT_SIZE];
  g_autofree char *date = foyer_words_day_title (day);

  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (origin != NULL && listing != NULL && key != NULL && seat_day != NULL);

  self = g_object_new (FOYER_TYPE_REQUEST_DIALOG, NULL);
  self->origin = g_strdup (origin);
  self->listing = g_strdup (listing->id);
  self->host = g_strdup (foyer_key_format (key, host));
  self->name = g_strdup (listing->name);
  self->area = g_strdup (listing->area);
  self->tz = g_strdup (listing->tz);
  g_strlcpy (self->currency, listing->currency, sizeof self->currency);
  self->price_minor = listing->price_minor;
  self->half_price_minor = listing->half_price_minor;
  self->cancel_minute = listing->cancel_minute;
  self->cancel_days = listing->cancel_days;
  self->day = day;
  self->seat_day = *seat_day;

  foyer_photo_frame_show_listed (self->picture, foyer_desk_get_sync (desk), origin, listing->photos != NULL ? listing->photos[0] : NULL,
                                 foyer_listing_get_picture (listing->kind));
  gtk_label_set_label (self->place_label, listing->name);
  gtk_label_set_label (self->day_label, date);
  adw_toggle_group_set_active_name (self->part_group, foyer_part_get_name (part));
  adw_spin_row_set_value (self->seats_row, seats);
  fill_in (self);
  self->desk = g_object_ref (desk);
  show_terms (self);
  update (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
