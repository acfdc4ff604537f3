/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-space-card.h"

#include <glib/gi18n.h>

#include "core/foyer-instant.h"
#include "storage/foyer-store-spaces.h"
#include "ui/foyer-answer.h"
#include "ui/photos/foyer-photo-frame.h"
#include "ui/spaces/foyer-archiving.h"
#include "ui/money/foyer-seller-dialog.h"
#include "ui/paper/foyer-poster.h"
#include "ui/spaces/foyer-space-editor.h"
#include "words/foyer-words.h"

#define DAYS_SHOWN 5
#define DAYS_ASKED 35

struct _FoyerSpaceCard
{
  AdwBin           parent_instance;

  FoyerDesk       *desk;
  FoyerSpaceItem  *space;
  GCancellable    *cancellable;

  FoyerPhotoFrame *picture;
  GtkLabel        *name_label;
  GtkLabel        *kind_label;
  GtkBox          *days_box;
  GtkLabel        *hours_label;
  GtkWidget       *menu_button;
  GtkWidget       *edit_button;
};

G_DEFINE_FINAL_TYPE (FoyerSpaceCard, foyer_space_card, ADW_TYPE_BIN)

/* A half that is over or full makes no day. The short words stand seven in a row on the
 * narrowest card. */
static char *
describe_free (int      am,
               int      pm,
               gboolean is_short)
{
  const int free = MIN (am, pm);

  if (free > 0)
    return g_strdup_printf ("%d", free);
  if (am > 0)
    return g_strdup (is_short ? C_("free seats of a day, short", "a.m.") : C_("free seats of a day", "Morning"));
  if (pm > 0)
    return g_strdup (is_short ? C_("free seats of a day, short", "p.m.") : C_("free seats of a day", "Afternoon"));

  return g_strdup (C_("day", "Full"));
}

static void
add_day (FoyerSpaceCard          *self,
         const FoyerAvailability *day)
{
  const int am = foyer_availability_get_free (day, FOYER_PART_AM);
  const int pm = foyer_availability_get_free (day, FOYER_PART_PM);
  const gboolean is_number = MIN (am, pm) > 0;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *weekday = foyer_words_weekday_short (foyer_day_get_weekday (day->day));
  g_autofree char *free = describe_free (am, pm, FALSE);
  g_autofree char *short_free = describe_free (am, pm, TRUE);
  g_autofree char *date = foyer_words_day_long (day->day);
  g_autofree char *label = NULL;

  /* Translators: for screen readers; %1$s is a day, %2$s the free seats, a number or "Full" or "Morning" */
  label = g_strdup_printf (_("%1$s: %2$s"), date, free);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL,
                                               "label", weekday,
                                               "css-classes", (const char *[]) { "caption", "dim-label", NULL },
                                               NULL));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL,
                                               "label", short_free,
                                               "wrap", TRUE,
                                               "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                               "justify", GTK_JUSTIFY_CENTER,
                                               "css-classes", (const char *[]) { is_number ? "heading" : "caption",
                                                                                 is_number ? "numeric" : "dim-label",
                                                                                 NULL },
                                               NULL));
  gtk_widget_set_tooltip_text (box, label);
  gtk_box_append (self->days_box, box);
}

static void
show_days (FoyerSpaceCard *self,
           GArray         *days)
{
  GtkWidget *child;
  const FoyerAvailability *first = NULL;
  g_autofree char *text = NULL;
  int n_shown = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->days_box))) != NULL)
    gtk_box_remove (self->days_box, child);

  for (guint i = 0; i < days->len && n_shown < DAYS_SHOWN; i++)
    {
      const FoyerAvailability *day = &g_array_index (days, FoyerAvailability, i);

      if (!day->open)
        continue;
      if (first == NULL)
        first = day;
      add_day (self, day);
      n_shown++;
    }

  if (first != NULL)
    {
      g_autofree char *date = foyer_words_day_short (first->day);
      g_autofree char *hours = foyer_words_hours (first->start_minute, first->end_minute);

      /* Translators: %1$s is the next open day, "Thu 26 November", %2$s its hours */
      text = g_strdup_printf (_("Open %1$s, %2$s"), date, hours);
    }
  gtk_label_set_label (self->hours_label,
                       text != NULL ? text : _("No open day in the next five weeks. Set the opening hours."));
}

static void
availability_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(FoyerSpaceCard) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) days = foyer_store_availability_finish (FOYER_STORE (source), result, &error);

  if (self->desk == NULL || foyer_answer_is_stale (result))
    return;
  if (days != NULL)
    show_days (self, days);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    foyer_desk_failed (self->desk, error);
}

static void
load (FoyerSpaceCard *self)
{
  FoyerStore *store = foyer_desk_get_store (self->desk);
  const FoyerSpace *space = foyer_space_item_get_space (self->space);
  g_autoptr(GTimeZone) zone = foyer_zone_new (space->tz, NULL);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (zone == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  foyer_store_availability_async (store, space->id,
                                  foyer_business_day (zone, foyer_clock_now (foyer_store_get_clock (store)),
                                                      space->cut_off),
                                  DAYS_ASKED, self->cancellable, availability_cb, g_object_ref (self));
}

static void
desk_changed_cb (FoyerSpaceCard *self,
                 guint           change,
                 const char     *space_id)
{
  if (space_id == NULL || g_str_equal (space_id, foyer_space_item_get_id (self->space)))
    load (self);
}

static void
edit_cb (FoyerSpaceCard *self)
{
  foyer_space_editor_present (self->desk, self->space, GTK_WIDGET (self));
}

static void
archive_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  FoyerSpaceCard *self = FOYER_SPACE_CARD (widget);

  /* The card goes with its space; the question stands over the window. */
  foyer_archiving_archive (self->desk, self->space, GTK_WIDGET (gtk_widget_get_root (widget)));
}

static void
poster_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  FoyerSpaceCard *self = FOYER_SPACE_CARD (widget);

  foyer_poster_print (GTK_WINDOW (gtk_widget_get_root (widget)), self->desk, self->space);
}

static void
seller_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  FoyerSpaceCard *self = FOYER_SPACE_CARD (widget);

  foyer_seller_dialog_open (widget, self->desk, foyer_space_item_get_id (self->space));
}

static void
foyer_space_card_dispose (GObject *object)
{
  FoyerSpaceCard *self = FOYER_SPACE_CARD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_SPACE_CARD);
  g_clear_object (&self->desk);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (foyer_space_card_parent_class)->dispose (object);
}

static void
foyer_space_card_class_init (FoyerSpaceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_space_card_dispose;

  g_type_ensure (FOYER_TYPE_PHOTO_FRAME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-space-card.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceCard, picture);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceCard, kind_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceCard, days_box);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceCard, hours_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceCard, edit_button);
  gtk_widget_class_install_action (widget_class, "card.archive", NULL, archive_cb);
  gtk_widget_class_install_action (widget_class, "card.poster", NULL, poster_cb);
  gtk_widget_class_install_action (widget_class, "card.seller", NULL, seller_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
}

static void
foyer_space_card_init (FoyerSpaceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_space (FoyerSpaceCard *self)
{
  const FoyerSpace *space = foyer_space_item_get_space (self->space);
  g_autofree char *kind = foyer_words_kind (space->kind);
  g_autofree char *seats = g_strdup_printf (ngettext ("%d seat", "%d seats", space->seats), space->seats);
  g_autofree char *text = NULL;
  g_autofree char *tooltip = NULL;
  g_autofree char *more = NULL;

  if (*space->city != '\0')
    /* Translators: %1$s is a kind of space, %2$s its town, %3$s "8 seats" */
    text = g_strdup_printf (_("%1$s · %2$s, %3$s"), kind, space->city, seats);
  else
    text = g_strdup_printf ("%s · %s", kind, seats);
  /* Translators: %s is the name of a space */
  tooltip = g_strdup_printf (_("Edit %s"), space->name);

  foyer_photo_frame_show_own (self->picture, foyer_desk_get_store (self->desk), space->photos[0],
                              space->kind == FOYER_SPACE_HOME ? "/io/github/foyerdesk/Foyer/pictures/home.svg"
                                                              : "/io/github/foyerdesk/Foyer/pictures/coworking.svg");
  gtk_label_set_label (self->name_label, space->name);
  gtk_label_set_label (self->kind_label, text);
  /* Said with its space, where several buttons read the same. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->edit_button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  /* Translators: %s is the name of a space */
  more = g_strdup_printf (_("More about %s"), space->name);
  gtk_widget_set_tooltip_text (self->menu_button, more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
}

GtkWidget *
foyer_space_card_new (FoyerDesk      *desk,
                      FoyerSpaceItem *space)
{
  FoyerSpaceCard *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);
  g_return_val_if_fail (FOYER_IS_SPACE_ITEM (space), NULL);

  self = g_object_new (FOYER_TYPE_SPACE_CARD, NULL);
  self->desk = g_object_ref (desk);
  self->space = g_object_ref (space);
  show_space (self);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::today", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return GTK_WIDGET (self);
}
