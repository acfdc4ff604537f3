/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/bookings/foyer-booking-item.h"

struct _FoyerBookingItem {
  GObject          parent_instance;

  guint32          row;
  FoyerLedgerLine *line;
  GQueue           viewers;     /* (element-type FoyerBookingViewer) */
};

G_DEFINE_FINAL_TYPE (FoyerBookingItem, foyer_booking_item, G_TYPE_OBJECT)

static void
foyer_booking_item_finalize (GObject *object)
{
  foyer_ledger_line_free (FOYER_BOOKING_ITEM (object)->line);

  G_OBJECT_CLASS (foyer_booking_item_parent_class)->finalize (object);
}

static void
foyer_booking_item_class_init (FoyerBookingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_booking_item_finalize;
}

static void
foyer_booking_item_init (FoyerBookingItem *self)
{
}

FoyerBookingItem *
foyer_booking_item_new (guint32 row)
{
  FoyerBookingItem *self = g_object_new (FOYER_TYPE_BOOKING_ITEM, NULL);

  self->row = row;

  return self;
}

guint32
foyer_booking_item_get_row (FoyerBookingItem *self)
{
  return self->row;
}

const FoyerLedgerLine *
foyer_booking_item_get_line (FoyerBookingItem *self)
{
  return self->line;
}

void
foyer_booking_item_take_line (FoyerBookingItem *self,
                              FoyerLedgerLine  *line)
{
  foyer_ledger_line_free (self->line);
  self->line = line;
  for (GList *link = self->viewers.head; link != NULL; link = link->next)
    ((FoyerBookingViewer *) link)->changed (link->data);
}

gboolean
foyer_booking_item_is_shown (FoyerBookingItem *self)
{
  return !g_queue_is_empty (&self->viewers);
}

void
foyer_booking_item_add_viewer (FoyerBookingItem   *self,
                               FoyerBookingViewer *viewer)
{
  g_queue_push_head_link (&self->viewers, &viewer->link);
}

void
foyer_booking_item_remove_viewer (FoyerBookingItem   *self,
                                  FoyerBookingViewer *viewer)
{
  g_queue_unlink (&self->viewers, &viewer->link);
}
