/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-archiving.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "core/foyer-booking.h"
#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "storage/foyer-store-archive.h"
#include "storage/foyer-store-bookings.h"
#include "ui/calendar/foyer-concern.h"

/* After today: about no later day anything can be booked. */
#define AHEAD 1826
#define GUESTS_HEIGHT 240

typedef struct {
  FoyerDesk      *desk;
  FoyerSpaceItem *space;
  GtkWidget      *parent;
  gboolean        cancel_bookings;
} Archiving;

static void
archiving_free (Archiving *self)
{
  g_object_unref (self->desk);
  g_object_unref (self->space);
  g_clear_object (&self->parent);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archiving, archiving_free)

static void archive (Archiving *self);

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Archiving) self = user_data;

  if (!g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "archive"))
    return;

  self->cancel_bookings = TRUE;
  archive (g_steal_pointer (&self));
}

static GtkWidget *
new_guest_list (GPtrArray *bookings)
{
  g_autoptr(GPtrArray) concerns = foyer_concern_list (bookings);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Guests"), -1);
  for (guint i = 0; i < concerns->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), foyer_concern_new_row (g_ptr_array_index (concerns, i)));

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                       "child", list,
                       "hscrollbar-policy", GTK_POLICY_NEVER,
                       "max-content-height", GUESTS_HEIGHT,
                       "propagate-natural-height", TRUE,
                       NULL);
}

/* Whom it concerns comes first. Who is here cannot be sent away by a dialog. */
static void
held_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Archiving) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) bookings = foyer_store_bookings_finish (FOYER_STORE (source), result, &error);
  g_autofree char *heading = NULL;
  AdwAlertDialog *dialog;
  gboolean here = FALSE;

  if (bookings == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }
  for (guint i = bookings->len; i > 0; i--)
    {
      const FoyerBooking *booking = g_ptr_array_index (bookings, i - 1);

      here = here || booking->state == FOYER_STATE_CHECKED_IN;
      if (booking->state == FOYER_STATE_CHECKED_OUT)
        g_ptr_array_remove_index (bookings, i - 1);
    }

  /* Translators: %s is the name of a space */
  heading = g_strdup_printf (_("Archive %s?"), foyer_space_item_get_name (self->space));
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading,
    here ? _("Somebody is checked in. Check everybody out first; until then nothing changes.")
         : _("Archiving cancels their bookings at no cost to them; telling them is up to you.")));
  adw_alert_dialog_set_extra_child (dialog, new_guest_list (bookings));
  adw_alert_dialog_add_response (dialog, "keep", here ? _("_Close") : _("_Keep Space"));
  if (!here)
    {
      adw_alert_dialog_add_response (dialog, "archive", _("_Archive Space"));
      adw_alert_dialog_set_response_appearance (dialog, "archive", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_alert_dialog_set_default_response (dialog, "keep");
  adw_alert_dialog_set_close_response (dialog, "keep");
  adw_alert_dialog_choose (dialog, self->parent, NULL, asked_cb, self);
  g_steal_pointer (&self);
}

static void
archived_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Archiving) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  FoyerStore *store = FOYER_STORE (source);
  FoyerArchiveChange change = { 0 };
  const FoyerSpace *space;
  g_autoptr(GTimeZone) zone = NULL;
  FoyerDay today;

  if (foyer_store_archive_space_finish (store, result, &change, &error))
    {
      /* Translators: %s is the name of a space */
      sentence = g_strdup_printf (_("Archived %s"), foyer_space_item_get_name (self->space));
      foyer_desk_acted (self->desk, sentence, change.op);
      return;
    }
  if (self->cancel_bookings || !g_error_matches (error, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS))
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  space = foyer_space_item_get_space (self->space);
  zone = foyer_zone_new (space->tz, NULL);
  if (zone == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }
  today = foyer_business_day (zone, foyer_clock_now (foyer_store_get_clock (store)), space->cut_off);
  foyer_store_list_held_async (store, foyer_space_item_get_id (self->space), today, today + AHEAD, NULL, held_cb,
                               self);
  g_steal_pointer (&self);
}

static void
archive (Archiving *self)
{
  foyer_store_archive_space_async (foyer_desk_get_store (self->desk), foyer_space_item_get_id (self->space),
                                   self->cancel_bookings, NULL, archived_cb, self);
}

void
foyer_archiving_archive (FoyerDesk      *desk,
                         FoyerSpaceItem *space,
                         GtkWidget      *parent)
{
  Archiving *self;

  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (FOYER_IS_SPACE_ITEM (space));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  self = g_new0 (Archiving, 1);
  self->desk = g_object_ref (desk);
  self->space = g_object_ref (space);
  self->parent = g_object_ref (parent);
  archive (self);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Archiving) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 op = 0;

  if (!foyer_store_take_up_space_finish (FOYER_STORE (source), result, &op, &error))
    {
      foyer_desk_failed (self->desk, error);
      return;
    }
  /* Translators: %s is the name of a space that was archived and is used again */
  sentence = g_strdup_printf (_("Restored %s"), foyer_space_item_get_name (self->space));
  foyer_desk_acted (self->desk, sentence, op);
}

void
foyer_archiving_restore (FoyerDesk      *desk,
                         FoyerSpaceItem *space)
{
  Archiving *self;

  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (FOYER_IS_SPACE_ITEM (space));

  self = g_new0 (Archiving, 1);
  self->desk = g_object_ref (desk);
  self->space = g_object_ref (space);
  foyer_store_take_up_space_async (foyer_desk_get_store (desk), foyer_space_item_get_id (space), NULL, restored_cb,
                                   self);
}
