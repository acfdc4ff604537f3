/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/kiosk/foyer-kiosk-card.h"

struct _FoyerKioskCard {
  AdwBin     parent_instance;

  GtkLabel  *title_label;
  GtkLabel  *text_label;
  GtkButton *primary_button;
  GtkButton *secondary_button;
};

G_DEFINE_FINAL_TYPE (FoyerKioskCard, foyer_kiosk_card, ADW_TYPE_BIN)

enum { SIGNAL_ANSWERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
primary_cb (FoyerKioskCard *self)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, TRUE);
}

static void
secondary_cb (FoyerKioskCard *self)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, FALSE);
}

static void
foyer_kiosk_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_KIOSK_CARD);

  G_OBJECT_CLASS (foyer_kiosk_card_parent_class)->dispose (object);
}

static void
foyer_kiosk_card_class_init (FoyerKioskCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_kiosk_card_dispose;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", FOYER_TYPE_KIOSK_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-kiosk-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskCard, text_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskCard, primary_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskCard, secondary_button);
  gtk_widget_class_bind_template_callback (widget_class, primary_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_cb);
}

static void
foyer_kiosk_card_init (FoyerKioskCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_kiosk_card_show (FoyerKioskCard *self,
                       const char     *title,
                       const char     *text,
                       gboolean        long_text,
                       const char     *primary,
                       const char     *secondary)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (FOYER_IS_KIOSK_CARD (self));
  g_return_if_fail (title != NULL && primary != NULL);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->text_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), text != NULL && *text != '\0');
  gtk_label_set_justify (self->text_label, long_text ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (self->text_label, long_text ? 0.0 : 0.5);
  gtk_button_set_label (self->primary_button, primary);
  gtk_button_set_label (self->secondary_button, secondary != NULL ? secondary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->secondary_button), secondary != NULL);

  spoken = g_strjoin (" ", title, text, NULL);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), spoken, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

void
foyer_kiosk_card_focus (FoyerKioskCard *self)
{
  g_return_if_fail (FOYER_IS_KIOSK_CARD (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->primary_button));
}
