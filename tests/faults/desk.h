/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-people.h"
#include "storage/foyer-store-spaces.h"

G_BEGIN_DECLS

/**
 * Desk:
 *
 * The store's verbs that change something, each as a call that waits: over the facade,
 * or straight on a database that is open on a VFS of a test.
 */
typedef struct _Desk Desk;
struct _Desk {
  FoyerSpace   *(*save_space)  (Desk *self, const FoyerSpace *space, gint64 *op, GError **error);
  FoyerPerson  *(*save_person) (Desk *self, const FoyerPerson *person, gint64 *op, GError **error);
  gboolean      (*set_week)    (Desk *self, const char *space_id, const FoyerOpeningRule *rules, gsize n_rules,
                                FoyerDaysChange *change, GError **error);
  gboolean      (*add_rule)    (Desk *self, const char *space_id, const FoyerOpeningRule *rule,
                                FoyerDaysChange *change, GError **error);
  gboolean      (*edit_days)   (Desk *self, const char *space_id, const FoyerDaysEdit *edit,
                                FoyerDaysChange *change, GError **error);
  FoyerBooking *(*book)        (Desk *self, const FoyerBookingRequest *request, gint64 *op, GError **error);
  FoyerBooking *(*set_state)   (Desk *self, const char *booking_id, FoyerBookingState state, gint64 *op,
                                GError **error);
  FoyerBooking *(*check_in)    (Desk *self, const FoyerArrival *arrival, gint64 *op, GError **error);
  FoyerBooking *(*check_out)   (Desk *self, const FoyerArrival *arrival, gint64 *op, GError **error);
  gboolean      (*undo)        (Desk *self, gint64 op, GError **error);
};

/* 2026-11-26 09:00 in Paris, a Thursday. */
#define DESK_NOW G_GINT64_CONSTANT (1795680000000)
#define DESK_TODAY ((FoyerDay) 20783)

/**
 * DeskNoteFunc:
 * @lines: for [func@ledger_read]
 *
 * Told after each act that was acknowledged.
 */
typedef void (*DeskNoteFunc) (const char *lines,
                              gpointer    user_data);

/**
 * DeskKeeper:
 *
 * Somebody who keeps a busy space, by chance: books, cancels, checks people in and out,
 * closes days, takes things back.
 */
typedef struct _DeskKeeper DeskKeeper;

DeskKeeper *desk_keeper_new   (guint32        seed,
                               DeskNoteFunc   note,
                               gpointer       user_data);
void        desk_keeper_free  (DeskKeeper    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskKeeper, desk_keeper_free)

/* Makes the space of this keeper, its week and a few members. */
gboolean    desk_keeper_begin (DeskKeeper    *self,
                               Desk          *desk,
                               GError       **error);
/* Takes over a space that another keeper began. */
void        desk_keeper_learn (DeskKeeper    *self,
                               sqlite3       *db);
const char *desk_keeper_get_space (DeskKeeper *self);
/* One more act. What the rules refuse is no error.
 * Errors: FOYER_DB_ERROR alone */
gboolean    desk_keeper_act   (DeskKeeper    *self,
                               Desk          *desk,
                               GError       **error);

G_END_DECLS
