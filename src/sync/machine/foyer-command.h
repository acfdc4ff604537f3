/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store-post.h"
#include "sync/machine/foyer-exchange.h"
#include "sync/writers/foyer-post-writer.h"

G_BEGIN_DECLS

/**
 * FoyerCommandKind:
 * @FOYER_COMMAND_LOOK: let time pass in the store, then read the posts that are due and the
 *   mailboxes; answered by foyer_machine_looked()
 * @FOYER_COMMAND_KEEP: keep the bytes of a post; foyer_machine_kept()
 * @FOYER_COMMAND_CALL: ask a directory; foyer_machine_replied()
 * @FOYER_COMMAND_HANG_UP: end a call; it is answered nevertheless, as lost
 * @FOYER_COMMAND_SETTLE: write down what became of a post; foyer_machine_settled()
 * @FOYER_COMMAND_TAKE: apply a page with its cursor; foyer_machine_took()
 * @FOYER_COMMAND_TIMER: call foyer_machine_woke() at @at_ms on the steady clock; 0: never.
 *   The timer before it is void
 * @FOYER_COMMAND_END: the pass is over
 *
 * What the machine wants to be done.
 */
typedef enum {
  FOYER_COMMAND_LOOK,
  FOYER_COMMAND_KEEP,
  FOYER_COMMAND_CALL,
  FOYER_COMMAND_HANG_UP,
  FOYER_COMMAND_SETTLE,
  FOYER_COMMAND_TAKE,
  FOYER_COMMAND_TIMER,
  FOYER_COMMAND_END,
} FoyerCommandKind;

/**
 * FoyerCommand:
 * @id: with which it is answered
 *
 * A command with what its kind needs.
 */
typedef struct {
  FoyerCommandKind  kind;
  guint64           id;
  /* LOOK */
  char             *origin;      /* (nullable): of one directory alone; also TAKE */
  gint64            now_ms;      /* posts due by then */
  guint             limit;
  /* KEEP, SETTLE */
  gint64            seq;
  gint64            rev;
  GBytes           *body;
  gboolean          has_facts;
  FoyerListingFacts facts;       /* its texts are owned */
  FoyerPostOutcome  outcome;
  gint64            next_ms;
  char             *reason;
  /* CALL */
  FoyerCall        *call;
  /* TAKE */
  char             *host;
  char             *epoch;
  char             *cursor;
  GPtrArray        *news;
  /* TIMER */
  gint64            at_ms;
  /* END */
  guint             sent;
  guint             received;
  GError           *error;       /* (nullable): the first that a directory did wrong */
  GError           *fatal;       /* (nullable): what the store did */
} FoyerCommand;

FoyerCommand *foyer_command_new       (FoyerCommandKind         kind,
                                       guint64                  id);
void          foyer_command_set_facts (FoyerCommand            *self,
                                       const FoyerListingFacts *facts);
void          foyer_command_free      (FoyerCommand            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCommand, foyer_command_free)

G_END_DECLS
