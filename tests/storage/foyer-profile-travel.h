/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "foyer-profile.h"
#include "storage/foyer-store-post.h"
#include "storage/foyer-store-travel.h"

/* The verbs of what travels, asked and waited for, and a directory that does what a test
 * says. */

#define ORIGIN "https://foyer.example"
#define LISTING "0b9c1c7e-3c6b-4f2e-9d7a-1f2e3d4c5b6a"
#define BOOKING "7f3a1d22-9c41-4b8e-8f10-0a1b2c3d4e5f"

/* 43 characters, as a key has */
char         *foyer_profile_key            (char                 letter);

/* A published space of two seats with a point on the map: its id */
char         *foyer_profile_add_published  (FoyerProfile        *self);
gboolean      foyer_profile_publish        (FoyerProfile        *self,
                                            const char          *space_id,
                                            const char          *origin);
gboolean      foyer_profile_unpublish      (FoyerProfile        *self,
                                            const char          *space_id,
                                            const char          *origin);   /* (nullable) */
GPtrArray    *foyer_profile_publications   (FoyerProfile        *self);
FoyerBooking *foyer_profile_answer         (FoyerProfile        *self,
                                            const char          *booking_id,
                                            FoyerBookingState    state);
/* A seat at LISTING for Zoé. */
FoyerMySeat  *foyer_profile_ask            (FoyerProfile        *self,
                                            const char          *day,
                                            FoyerPart            part);
FoyerMySeat  *foyer_profile_wish           (FoyerProfile        *self,
                                            const FoyerSeatWish *wish);
FoyerMySeat  *foyer_profile_withdraw       (FoyerProfile        *self,
                                            const char          *seat_id);
GPtrArray    *foyer_profile_my_seats       (FoyerProfile        *self);
/* The one there is. */
FoyerMySeat  *foyer_profile_my_seat        (FoyerProfile        *self);
GPtrArray    *foyer_profile_waiting        (FoyerProfile        *self);

/* What is due now; "listing availability", say, in their order */
GPtrArray    *foyer_profile_due            (FoyerProfile        *self,
                                            gint64              *next_ms);  /* (nullable) */
void          foyer_profile_assert_due     (FoyerProfile        *self,
                                            const char          *kinds);
gboolean      foyer_profile_write          (FoyerProfile        *self,
                                            const FoyerPost     *post,
                                            const char          *body);
gboolean      foyer_profile_post_answered  (FoyerProfile        *self,
                                            gint64               seq,
                                            FoyerPostOutcome     outcome,
                                            gint64               next_ms,
                                            gint64               rev,
                                            const char          *reason);
/* Writes and sends until nothing is due; how many left. Requests learn the host's key 'h'. */
int           foyer_profile_send_all       (FoyerProfile        *self);
GPtrArray    *foyer_profile_mailboxes      (FoyerProfile        *self);
/* @news: (transfer full) */
int           foyer_profile_take           (FoyerProfile        *self,
                                            const char          *host,
                                            const char          *epoch,
                                            FoyerNews           *news);
gint64        foyer_profile_time           (FoyerProfile        *self);

/* A request of "Zoé" with the key of @letter for one seat, until the evening. */
FoyerNews    *foyer_news_request           (FoyerProfile        *self,
                                            const char          *booking,
                                            const char          *day,
                                            char                 letter);
FoyerNews    *foyer_news_withdrawal        (FoyerProfile        *self,
                                            const char          *booking,
                                            gint64               rev,
                                            char                 letter);
/* With the way in, where it is a confirmation. */
FoyerNews    *foyer_news_decision          (FoyerProfile        *self,
                                            const char          *booking,
                                            gint64               rev,
                                            FoyerBookingState    state,
                                            char                 letter);
