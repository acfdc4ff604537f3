/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-random.h"

G_BEGIN_DECLS

/* Scanners type as a keyboard, mostly as an American one. These letters are on the same keys of
 * QWERTY, QWERTZ and AZERTY (A, M, Q, W, Y, Z are not), look like no other (no I, O), and, but
 * for a prefix, make no words (no vowels). Each stands for four bits. */
#define FOYER_CODE_LETTERS "BCDFGHJKLNPRSTVX"
#define FOYER_CODE_TICKET "FO"
#define FOYER_CODE_CARD "FC"
/* A prefix, and 64 bits. */
#define FOYER_CODE_LENGTH 18

/**
 * FoyerCodeKind:
 * @FOYER_CODE_NONE: no code
 * @FOYER_CODE_TICKET_READ: of a booking
 * @FOYER_CODE_CARD_READ: of a member
 * @FOYER_CODE_UNKNOWN: of nothing that is known here
 *
 * What was scanned or typed at the desk. Its numbers are not kept anywhere; names are.
 */
typedef enum {
  FOYER_CODE_NONE,
  FOYER_CODE_TICKET_READ,
  FOYER_CODE_CARD_READ,
  FOYER_CODE_UNKNOWN,
} FoyerCodeKind;

const char    *foyer_code_kind_get_name (FoyerCodeKind     kind);
FoyerCodeKind  foyer_code_kind_parse    (const char       *name);

/**
 * FoyerRefusedCode:
 *
 * A code that let nobody in. @reason is the name of a #FoyerError; @name is that of the person, "" where
 * the code told none. Of the code itself nothing is kept.
 */
typedef struct {
  gint64         at_ms;
  FoyerCodeKind  kind;
  char          *reason;
  char          *person_id;    /* (nullable) */
  char          *name;
} FoyerRefusedCode;

void           foyer_refused_code_free  (FoyerRefusedCode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerRefusedCode, foyer_refused_code_free)

char          *foyer_code_make_card     (FoyerRandom      *random);
gboolean       foyer_code_is_card       (const char       *text);
gboolean       foyer_code_looks_like    (const char       *text);

G_END_DECLS
