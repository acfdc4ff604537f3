/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"
#include "core/foyer-part.h"

G_BEGIN_DECLS

#define FOYER_OFFER_MS G_GINT64_CONSTANT (43200000)        /* how long an offer holds: 12 h */
#define FOYER_OFFER_LEAD_MINUTES 60                        /* it ends so long before the day begins */
#define FOYER_OFFER_LEAST_MS G_GINT64_CONSTANT (1800000)   /* less is no time to answer in */

/**
 * FoyerWaitingState:
 * @FOYER_WAITING_WAITING: in the line
 * @FOYER_WAITING_OFFERED: a seat is kept for them until they answer
 * @FOYER_WAITING_BOOKED: they have a seat
 * @FOYER_WAITING_LAPSED: they did not answer in time
 * @FOYER_WAITING_REFUSED: they did not want the seat
 * @FOYER_WAITING_REMOVED: taken off the list
 *
 * Where somebody on a waiting list stands. Its numbers are not kept anywhere; names are.
 */
typedef enum {
  FOYER_WAITING_WAITING,
  FOYER_WAITING_OFFERED,
  FOYER_WAITING_BOOKED,
  FOYER_WAITING_LAPSED,
  FOYER_WAITING_REFUSED,
  FOYER_WAITING_REMOVED,
} FoyerWaitingState;

const char *foyer_waiting_state_get_name (FoyerWaitingState   state);
gboolean    foyer_waiting_state_parse    (const char         *name,
                                          FoyerWaitingState  *state,
                                          GError            **error);
gboolean    foyer_waiting_state_is_open  (FoyerWaitingState   state);

/**
 * FoyerWaiter:
 *
 * Somebody who waits for a seat of a full day. A record, read only. @place counts from 1 among
 * those who wait for the day; @until_ms is 0 unless a seat is offered.
 */
typedef struct {
  char              *id;
  char              *space_id;
  char              *person_id;
  gboolean           is_member;
  char              *name;
  char              *phone;
  char              *email;
  FoyerDay           day;
  FoyerPart          part;
  int                seats;
  FoyerWaitingState  state;
  int                place;
  gint64             asked_ms;
  char              *tz;             /* of the space, IANA */
  gint64             until_ms;
} FoyerWaiter;

void        foyer_waiter_free           (FoyerWaiter       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerWaiter, foyer_waiter_free)

gint64      foyer_waiting_offer_until    (GTimeZone          *zone,
                                          FoyerDay            day,
                                          int                 start_minute,
                                          gint64              now_ms);

/**
 * FoyerWaitingTurn:
 * @part: what they want
 * @seats: how many
 * @state: waiting or offered; [func@waiting_settle] says what becomes of it
 * @until_ms: until when an offer holds
 *
 * One of a line, as far as the rule must know it.
 */
typedef struct {
  FoyerPart          part;
  int                seats;
  FoyerWaitingState  state;
  gint64             until_ms;
} FoyerWaitingTurn;

void        foyer_waiting_settle         (FoyerWaitingTurn   *line,
                                          gsize               n,
                                          int                 am_free,
                                          int                 pm_free,
                                          gint64              now_ms,
                                          gint64              until_ms);

G_END_DECLS
