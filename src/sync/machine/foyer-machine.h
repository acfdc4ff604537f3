/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-random.h"
#include "protocol/foyer-identity.h"
#include "sync/machine/foyer-command.h"

G_BEGIN_DECLS

/**
 * FoyerMachine:
 *
 * How a profile and its directories come to agree, without a clock, a thread, a disk or a
 * network: events go in, commands come out, and the same events with the same source of
 * chance give the same commands. After each event take all commands. What it knows beside
 * the store's rows may be lost at any moment: a new machine on the same store goes on.
 *
 * Rules it keeps: bytes are kept before they are sent; an answer that did not come means
 * "unknown", and the same bytes go again; one post of a subject is under way at a time and
 * four in all; a page is applied whole and with its cursor, or not at all.
 */
typedef struct _FoyerMachine FoyerMachine;

#define FOYER_MACHINE_POSTS_AT_ONCE 4
/* Long polls at one directory: a server allows 20 connections from one network. */
#define FOYER_MACHINE_POLLS_AT_ONCE 8
#define FOYER_MACHINE_WAIT_SECONDS 25

/**
 * FoyerMoment:
 * @wall_ms: the clock on the wall, in UTC milliseconds, for what is written and signed
 * @due_ms: the same, but going on where the wall's is frozen, for when posts are due
 * @steady_ms: never goes back, for everything else
 *
 * When an event happens.
 */
typedef struct {
  gint64 wall_ms;
  gint64 due_ms;
  gint64 steady_ms;
} FoyerMoment;

FoyerMachine *foyer_machine_new        (FoyerIdentity      *identity,
                                        FoyerRandom        *random);
void          foyer_machine_free       (FoyerMachine       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMachine, foyer_machine_free)

/* While it listens, what a person asks, answers or takes back leaves @grace_ms after it was first seen,
 * so that the act can be undone before anybody was told; 0, as at first: at once. Free seats wait with the
 * answers that change them. What waits from before this machine, and whatever a pass finds, does not rest. */
void          foyer_machine_set_grace  (FoyerMachine       *self,
                                        gint64              grace_ms);

/* (transfer full) (nullable): the next command */
FoyerCommand *foyer_machine_take       (FoyerMachine       *self);

/* Events. What they give is copied unless it says otherwise. */
void          foyer_machine_listen     (FoyerMachine       *self,
                                        const FoyerMoment  *now,
                                        gboolean            listening);
void          foyer_machine_set_online (FoyerMachine       *self,
                                        const FoyerMoment  *now,
                                        gboolean            online);
/* Begins a pass: no other may be under way. @origin: (nullable): all */
void          foyer_machine_begin      (FoyerMachine       *self,
                                        const FoyerMoment  *now,
                                        const char         *origin);
void          foyer_machine_changed    (FoyerMachine       *self,
                                        const FoyerMoment  *now);
void          foyer_machine_woke       (FoyerMachine       *self,
                                        const FoyerMoment  *now);
/**
 * FoyerLook:
 * @posts: (element-type FoyerPost): those that are due, the first of each subject
 * @mailboxes: (element-type FoyerMailbox)
 * @post_ms: when the next post is due, 0 for never
 * @time_ms: when time does something in the store by itself, 0 for never
 *
 * What was seen in the store.
 */
typedef struct {
  GPtrArray *posts;
  GPtrArray *mailboxes;
  gint64     post_ms;
  gint64     time_ms;
} FoyerLook;

/* @look: (nullable): its arrays are used up; %NULL with @error */
void          foyer_machine_looked     (FoyerMachine       *self,
                                        const FoyerMoment  *now,
                                        guint64             id,
                                        const FoyerLook    *look,
                                        const GError       *error);
void          foyer_machine_kept       (FoyerMachine       *self,
                                        const FoyerMoment  *now,
                                        guint64             id,
                                        const GError       *error);
void          foyer_machine_settled    (FoyerMachine       *self,
                                        const FoyerMoment  *now,
                                        guint64             id,
                                        const GError       *error);
void          foyer_machine_took       (FoyerMachine       *self,
                                        const FoyerMoment  *now,
                                        guint64             id,
                                        int                 n_changed,
                                        const GError       *error);
void          foyer_machine_replied    (FoyerMachine       *self,
                                        const FoyerMoment  *now,
                                        guint64             id,
                                        const FoyerReply   *reply);

/**
 * FoyerPeer:
 * @origin: of the directory
 * @asked: whether anything is exchanged with it
 * @last_ms: when it last answered, by the wall's clock; 0: never
 * @skew_ms: how far its clock is ahead
 * @created_offset_ms: how much of that is made up for in signatures, since it minded
 * @n_failures: since it last answered
 * @retry_ms: until when it is left alone, on the steady clock
 * @error: (nullable): of the last failure
 *
 * What is known of a directory.
 */
typedef struct {
  char    *origin;
  gboolean asked;
  gboolean down;                 /* failed in the pass that is under way */
  gint64   last_ms;
  gint64   skew_ms;
  gint64   created_offset_ms;
  guint    n_failures;
  gint64   retry_ms;
  GError  *error;
} FoyerPeer;

/* (element-type FoyerPeer) (transfer container): those that anything is exchanged with */
GPtrArray    *foyer_machine_list_peers (FoyerMachine       *self);
/* Whether @origin can be reached without the network, or with it. */
gboolean      foyer_machine_is_online  (FoyerMachine       *self,
                                        const char         *origin);
gboolean      foyer_machine_is_idle    (FoyerMachine       *self);
/* When it wants to be woken, on the steady clock; 0: not at all. */
gint64        foyer_machine_get_timer  (FoyerMachine       *self);

G_END_DECLS
