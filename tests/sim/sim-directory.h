/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking-state.h"
#include "core/foyer-part.h"
#include "protocol/foyer-seat-days.h"
#include "sync/machine/foyer-exchange.h"

G_BEGIN_DECLS

/**
 * SimDirectory:
 *
 * A directory by the contract, in memory: what it takes, what it refuses, and its inboxes. It
 * notes by itself when a revision goes back, which no directory may do.
 */
typedef struct _SimDirectory SimDirectory;

#define SIM_ORIGIN "https://directory.example"

typedef struct {
  char              *id;
  char              *listing;
  FoyerKey           guest;
  FoyerKey           host;
  FoyerDay           day;
  FoyerPart          part;
  int                seats;
  gint64             answer_by_ms;
  FoyerBookingState  state;
  gint64             rev;
  GPtrArray         *papers;             /* of FoyerEnvelope, as they were taken */
} SimBooking;

typedef struct {
  char          *id;
  FoyerKey       key;
  gint64         rev;
  gboolean       live;
  FoyerEnvelope *envelope;
  FoyerEnvelope *seats;                  /* (nullable): the availability */
  gint64         seats_rev;
} SimListing;

SimDirectory *sim_directory_new      (gboolean            takes_lower_revs);
void          sim_directory_free     (SimDirectory       *self);
FoyerReply   *sim_directory_answer   (SimDirectory       *self,
                                      const FoyerCall    *call,
                                      gint64              now_ms);
/* What an operator has of it, and what it is afterwards: the same with another epoch. */
SimDirectory *sim_directory_copy     (SimDirectory       *self);
void          sim_directory_set_epoch (SimDirectory      *self,
                                      guint               epoch,
                                      gint64              now_ms);
/* (nullable): what went wrong with it, none */
const char   *sim_directory_get_complaint (SimDirectory  *self);
SimBooking   *sim_directory_find_booking  (SimDirectory  *self,
                                      const char         *id);
SimListing   *sim_directory_find_listing  (SimDirectory  *self,
                                      const char         *id);
/* (transfer container) (element-type SimBooking) */
GPtrArray    *sim_directory_list_bookings (SimDirectory  *self);

G_END_DECLS
