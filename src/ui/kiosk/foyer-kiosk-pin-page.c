/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/kiosk/foyer-kiosk-pin-page.h"

#include <glib/gi18n.h>

#include "sync/foyer-pins.h"
#include "protocol/foyer-pin.h"

struct _FoyerKioskPinPage {
  AdwBin            parent_instance;

  FoyerSync        *sync;
  guint             n_wrong;
  guint             delay;          /* the source that ends it; none is tried before */
  gboolean          busy;           /* one is being tried */

  GtkPasswordEntry *entry;
  GtkLabel         *sentence_label;
  GtkWidget        *leave_button;
};

G_DEFINE_FINAL_TYPE (FoyerKioskPinPage, foyer_kiosk_pin_page, ADW_TYPE_BIN)

enum { SIGNAL_RIGHT, SIGNAL_BACK, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_typed (FoyerKioskPinPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
say (FoyerKioskPinPage *self,
     const char        *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sentence_label), sentence != NULL);
  gtk_label_set_label (self->sentence_label, sentence != NULL ? sentence : "");
  if (sentence != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
update (FoyerKioskPinPage *self)
{
  gtk_widget_set_sensitive (self->leave_button,
                            foyer_pin_is_proper (get_typed (self)) && self->delay == 0 && !self->busy);
}

static void
entry_changed_cb (FoyerKioskPinPage *self)
{
  if (*get_typed (self) != '\0' && self->delay == 0)
    say (self, NULL);
  update (self);
}

static gboolean
delay_over_cb (gpointer user_data)
{
  FoyerKioskPinPage *self = FOYER_KIOSK_PIN_PAGE (user_data);

  self->delay = 0;
  say (self, _("You can try again now."));
  update (self);
  return G_SOURCE_REMOVE;
}

static void
refuse (FoyerKioskPinPage *self)
{
  guint seconds = foyer_pin_get_delay (++self->n_wrong);
  g_autofree char *sentence = NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (seconds == 0)
    {
      say (self, _("This is not the PIN."));
      return;
    }

  self->delay = g_timeout_add_seconds (seconds, delay_over_cb, self);
  sentence = g_strdup_printf (ngettext ("This is not the PIN. The next can be tried in %u second.",
                                        "This is not the PIN. The next can be tried in %u seconds.", seconds),
                              seconds);
  say (self, sentence);
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerKioskPinPage) self = user_data;
  g_autoptr(GError) error = NULL;
  FoyerPinAnswer answer;
  gboolean done = foyer_sync_try_pin_finish (FOYER_SYNC (source), result, &answer, &error);

  if (self->sync == NULL)
    return;

  self->busy = FALSE;
  if (!done)
    {
      g_message ("The PIN of the kiosk: %s", error->message);
      say (self, _("The PIN cannot be read. Set a new one in the window of the host."));
    }
  else if (answer == FOYER_PIN_WRONG)
    {
      refuse (self);
    }
  else
    {
      /* Without a PIN there is nothing to ask for: the file is gone. */
      self->n_wrong = 0;
      g_signal_emit (self, signals[SIGNAL_RIGHT], 0);
    }
  update (self);
}

static void
try_cb (FoyerKioskPinPage *self)
{
  if (!gtk_widget_get_sensitive (self->leave_button))
    return;

  self->busy = TRUE;
  update (self);
  foyer_sync_try_pin_async (self->sync, get_typed (self), tried_cb, g_object_ref (self));
}

static void
back_cb (FoyerKioskPinPage *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
foyer_kiosk_pin_page_dispose (GObject *object)
{
  FoyerKioskPinPage *self = FOYER_KIOSK_PIN_PAGE (object);

  g_clear_handle_id (&self->delay, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_KIOSK_PIN_PAGE);
  g_clear_object (&self->sync);

  G_OBJECT_CLASS (foyer_kiosk_pin_page_parent_class)->dispose (object);
}

static void
foyer_kiosk_pin_page_class_init (FoyerKioskPinPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_kiosk_pin_page_dispose;

  signals[SIGNAL_RIGHT] = g_signal_new ("right", FOYER_TYPE_KIOSK_PIN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[SIGNAL_BACK] = g_signal_new ("back", FOYER_TYPE_KIOSK_PIN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-kiosk-pin-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskPinPage, entry);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskPinPage, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskPinPage, leave_button);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
foyer_kiosk_pin_page_init (FoyerKioskPinPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("PIN"), -1);
}

void
foyer_kiosk_pin_page_set_sync (FoyerKioskPinPage *self,
                               FoyerSync         *sync)
{
  g_return_if_fail (FOYER_IS_KIOSK_PIN_PAGE (self));
  g_return_if_fail (FOYER_IS_SYNC (sync));

  g_set_object (&self->sync, sync);
}

void
foyer_kiosk_pin_page_clear (FoyerKioskPinPage *self)
{
  g_return_if_fail (FOYER_IS_KIOSK_PIN_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (self->delay == 0)
    say (self, NULL);
}

void
foyer_kiosk_pin_page_focus (FoyerKioskPinPage *self)
{
  g_return_if_fail (FOYER_IS_KIOSK_PIN_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
