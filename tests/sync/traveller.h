/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "foyer-profile.h"
#include "storage/foyer-store-travel.h"
#include "sync/foyer-discovery.h"

G_BEGIN_DECLS

/* A profile with its sync, every question asked and waited for; NULL or FALSE with
 * profile->error. */
typedef struct {
  FoyerProfile *profile;
  FoyerSync    *sync;
} Traveller;

Traveller        *traveller_new       (const char    *now);
void              traveller_free      (Traveller     *self);
/* The sync ends and begins anew. */
void              traveller_restart   (Traveller     *self);
FoyerSyncReport  *traveller_run       (Traveller     *self);
gboolean          traveller_publish   (Traveller     *self,
                                       const char    *space_id,
                                       const char    *origin);
FoyerMySeat      *traveller_ask       (Traveller     *self,
                                       const FoyerSeatWish *wish);
FoyerMySeat      *traveller_withdraw  (Traveller     *self,
                                       const char    *seat_id);
FoyerBooking     *traveller_answer    (Traveller     *self,
                                       const char    *booking_id,
                                       FoyerBookingState state);
GPtrArray        *traveller_seats     (Traveller     *self);
FoyerSearchPage  *traveller_search    (Traveller     *self,
                                       const char    *origin,
                                       const FoyerSearchQuery *query,
                                       gint64        *as_of_ms);
FoyerListingView *traveller_view      (Traveller     *self,
                                       const char    *origin,
                                       const char    *listing,
                                       const FoyerKey *key);
GBytes           *traveller_photo     (Traveller     *self,
                                       const char    *origin,
                                       const char    *sha256);
FoyerPreview     *traveller_preview   (Traveller     *self,
                                       const char    *space_id);
char             *traveller_read_ticket (Traveller   *self,
                                       const char    *space_id,
                                       FoyerDay       day,
                                       const char    *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Traveller, traveller_free)

G_END_DECLS
