/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/bookings/foyer-booking-item.h"

struct _FoyerBookingItem {
  GObject          parent_instance;

  guint32          row;
  FoyerLedgerLine *line;
};

G_DEFINE_FINAL_TYPE (FoyerBookingItem, foyer_booking_item, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

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

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
foyer_booking_item_is_shown (FoyerBookingItem *self)
{
  return g_signal_has_handler_pending (self, signals[CHANGED], 0, TRUE);
}
