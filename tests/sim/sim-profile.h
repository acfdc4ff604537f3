/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "sim-directory.h"
#include "storage/db/foyer-db.h"
#include "storage/foyer-store-travel.h"
#include "sync/machine/foyer-machine.h"

G_BEGIN_DECLS

/**
 * SimBug:
 *
 * Mistakes that somebody could make, planted between the machine, the store and the directory:
 * the simulator has to find each.
 */
typedef enum {
  SIM_BUG_NONE,
  SIM_BUG_NO_DEDUPE,             /* a letter that comes again is another letter */
  SIM_BUG_CURSOR_FIRST,          /* the cursor is kept before what was read */
  SIM_BUG_NEW_BOX,               /* what is sent again is sealed anew */
  SIM_BUG_TIMEOUT_FAILED,        /* no answer is taken for a refusal */
  SIM_BUG_LOWER_REV,             /* the directory takes what is older */
  SIM_BUG_HALVES,                /* a morning is an afternoon */
  SIM_BUG_CLEAR_STREET,          /* the street is public */
} SimBug;

#define SIM_BUG_LAST SIM_BUG_CLEAR_STREET

/* A question that is on its way, to the directory or back. */
typedef struct {
  struct _SimProfile *profile;
  guint               life;      /* of the profile when it asked */
  guint64             id;
  FoyerCall          *call;
  FoyerReply         *reply;     /* (nullable): before it was answered */
  gint64              since_ms;  /* steady */
  gboolean            hung_up;
} SimMessage;

void sim_message_free (SimMessage *message);

/**
 * SimProfile:
 *
 * A profile: its database on the machine's disk, its identity, and the sync machine over it,
 * which lives from one crash to the next.
 */
typedef struct _SimProfile SimProfile;
struct _SimProfile {
  char          *path;
  FoyerIdentity *identity;
  FoyerClock    *clock;
  FoyerRandom   *random;
  FoyerDb       *db;             /* (nullable): not open */
  FoyerMachine  *machine;        /* (nullable) */
  GQueue        *network;        /* of SimMessage, shared */
  const gint64  *now_ms;         /* the world's */
  const gint64  *steady_ms;
  gint64         skew_ms;        /* how wrong its clock is */
  SimBug         bug;
  gboolean       is_host;
  char          *space_id;
  guint          life;
  gint64         timer_ms;
  guint          n_pages;
  gboolean       passing;
  gboolean       dead;           /* the planted bug wants a crash */
  GHashTable    *seen;           /* digests of letters, for a planted bug */
  GHashTable    *cursors;        /* mailbox → the last cursor with its epoch */
  GHashTable    *lost;           /* ids of calls whose answer was lost, for a planted bug */
  char          *complaint;
};

SimProfile *sim_profile_new     (const char    *path,
                                 guint8         seed,
                                 const gint64  *now_ms,
                                 const gint64  *steady_ms,
                                 GQueue        *network,
                                 SimBug         bug);
void        sim_profile_free    (SimProfile    *self);
/* Opens it; whether it could be. @started: in touch by itself from then on */
gboolean    sim_profile_open    (SimProfile    *self,
                                 GError       **error);
/* As a kill does. */
void        sim_profile_crash   (SimProfile    *self);
void        sim_profile_listen  (SimProfile    *self);
void        sim_profile_begin   (SimProfile    *self);
void        sim_profile_changed (SimProfile    *self);
void        sim_profile_wake    (SimProfile    *self);
void        sim_profile_online  (SimProfile    *self,
                                 gboolean       online);
/* An answer, or a loss, comes in. */
void        sim_profile_reply   (SimProfile    *self,
                                 guint64        id,
                                 const FoyerReply *reply);

G_END_DECLS
