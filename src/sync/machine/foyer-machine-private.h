/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "sync/machine/foyer-machine.h"

G_BEGIN_DECLS

/* Where the work on a post stands. */
typedef enum {
  FOYER_JOB_READ,                /* the listing that a request is for */
  FOYER_JOB_KEEP,
  FOYER_JOB_SEND,
  FOYER_JOB_COMPARE,             /* what the directory has instead */
  FOYER_JOB_SETTLE,
} FoyerJobStep;

typedef struct {
  FoyerPost       *post;
  FoyerJobStep     step;
  GBytes          *body;
  gint64           rev;
  gboolean         anyway;       /* nothing is there, whatever the store remembers */
  gboolean         compared;
  FoyerPostOutcome outcome;      /* what it settles as */
} FoyerJob;

typedef enum {
  FOYER_BOX_IDLE,
  FOYER_BOX_ASKING,
  FOYER_BOX_TAKING,
} FoyerBoxState;

/* A mailbox; @host and its key pair say whose. */
typedef struct {
  char          *name;           /* of it in the table: origin and host */
  char          *origin;
  char          *host;
  char          *epoch;
  char          *cursor;
  char          *next_epoch;     /* of the page that is being taken */
  char          *next_cursor;
  FoyerBoxState  state;
  guint64        call;
  gboolean       gone;           /* the store has it no more */
  gboolean       polls;          /* the question waits for news */
  gboolean       hung_up;        /* by us */
  gboolean       done;           /* read to its end in this pass */
  gboolean       anew;           /* asked from the beginning, for its cursor is of no use */
  gboolean       other_epoch;    /* anew because a page named another epoch */
  gboolean       resigned;       /* signed again with the directory's time */
  gboolean       more;
  guint          n_pages;        /* in this pass */
  guint          n_failures;
  guint          n_forged;       /* pages that came with a letter that is none */
  gint64         asked_ms;       /* steady */
  gint64         retry_ms;       /* steady */
  gint64         turn;           /* who waited longest goes first */
} FoyerBox;

typedef struct {
  FoyerJob *job;
  FoyerBox *box;
} FoyerWaiter;

struct _FoyerMachine {
  FoyerIdentity *identity;
  FoyerRandom   *random;
  FoyerMoment    now;            /* of the event that is handled */
  GQueue         commands;       /* of FoyerCommand */
  guint64        last_id;
  gboolean       listening;
  gboolean       online;

  gboolean       want_look;
  guint64        look;           /* the one under way, else 0 */
  gint64         look_ms;        /* steady; 0: not by itself */
  gboolean       force_due;      /* the clock went back: posts wait for a time far ahead */
  gboolean       looked_at_all;
  gboolean       looked_once;    /* while listening */
  gint64         grace_ms;
  GHashTable    *resting;        /* seq → until when on the steady clock; over or not */
  gint64         timer_ms;       /* what the last timer says */

  GPtrArray     *due;            /* of FoyerPost */
  GHashTable    *jobs;           /* subject → FoyerJob */
  GHashTable    *ended;          /* subjects whose job ended since the look began */
  GHashTable    *n_anew;         /* subject → how often it was written anew in a row */
  GHashTable    *waiters;        /* id → FoyerWaiter */
  GHashTable    *boxes;          /* name → FoyerBox */
  GHashTable    *peers;          /* origin → FoyerPeer */
  gint64         last_turn;

  gboolean       passing;
  char          *pass_origin;
  GHashTable    *held;           /* seqs that are not tried again in this pass */
  guint          sent;
  guint          received;
  GError        *error;
  GError        *fatal;
};

guint64       foyer_machine_expect       (FoyerMachine     *self,
                                          FoyerJob         *job,
                                          FoyerBox         *box);
FoyerCommand *foyer_machine_push         (FoyerMachine     *self,
                                          FoyerCommandKind  kind,
                                          guint64           id);
/* @call: (transfer full) */
guint64       foyer_machine_call         (FoyerMachine     *self,
                                          FoyerCall        *call,
                                          FoyerJob         *job,
                                          FoyerBox         *box);
FoyerPeer    *foyer_machine_get_peer     (FoyerMachine     *self,
                                          const char       *origin);
/* Whether the directory is to be asked now. */
gboolean      foyer_machine_may_ask      (FoyerMachine     *self,
                                          const char       *origin);
/* Whether a pass that is under way is about @origin. */
gboolean      foyer_machine_passes       (FoyerMachine     *self,
                                          const char       *origin);
/* Takes out of @posts what is not to leave yet; until when the first of it rests, 0: nothing does */
gint64        foyer_machine_let_rest     (FoyerMachine     *self,
                                          GPtrArray        *posts);
void          foyer_machine_note_error   (FoyerMachine     *self,
                                          const GError     *error);
/* @error: (transfer full) */
void          foyer_machine_fail_store   (FoyerMachine     *self,
                                          GError           *error);
/* Keeps in mind what a reply says of its directory. */
void          foyer_machine_learn        (FoyerMachine     *self,
                                          const char       *origin,
                                          const FoyerReply *reply,
                                          FoyerVerdict      verdict,
                                          FoyerProblemType  problem,
                                          const GError     *error);

void          foyer_job_free             (FoyerJob         *self);
void          foyer_machine_start_posts  (FoyerMachine     *self);
gboolean      foyer_machine_has_startable_post
                                         (FoyerMachine     *self);
void          foyer_job_replied          (FoyerMachine     *self,
                                          FoyerJob         *job,
                                          const FoyerReply *reply);
void          foyer_job_kept             (FoyerMachine     *self,
                                          FoyerJob         *job,
                                          const GError     *error);
void          foyer_job_settled          (FoyerMachine     *self,
                                          FoyerJob         *job,
                                          const GError     *error);

void          foyer_box_free             (FoyerBox         *self);
void          foyer_machine_set_boxes    (FoyerMachine     *self,
                                          GPtrArray        *mailboxes);
void          foyer_machine_start_boxes  (FoyerMachine     *self);
void          foyer_machine_hang_up      (FoyerMachine     *self);
void          foyer_box_replied          (FoyerMachine     *self,
                                          FoyerBox         *box,
                                          const FoyerReply *reply);
void          foyer_box_took             (FoyerMachine     *self,
                                          FoyerBox         *box,
                                          int               n_changed,
                                          const GError     *error);

G_END_DECLS
