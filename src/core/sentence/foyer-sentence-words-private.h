/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of opening sentences, in both languages at once: nobody has to say which one they
 * write. */
typedef enum {
  FOYER_WORD_END,
  FOYER_WORD_UNKNOWN,
  FOYER_WORD_WEEKDAYS,           /* value: a mask */
  FOYER_WORD_MONTH,              /* 1 to 12 */
  FOYER_WORD_NUMBER,
  FOYER_WORD_MINUTE,             /* an hour that can be nothing else: 9h30, 9:30, noon */
  FOYER_WORD_DATE,               /* a FoyerDay: 2026-12-24 */
  FOYER_WORD_SLASHED,            /* 24/12 or 24/12/2026: day, month, year in the three values */
  FOYER_WORD_HYPHEN,
  FOYER_WORD_COMMA,
  FOYER_WORD_AND,
  FOYER_WORD_TO,
  FOYER_WORD_FROM,
  FOYER_WORD_UNTIL,
  FOYER_WORD_NOT,
  FOYER_WORD_BUT,
  FOYER_WORD_ON,                 /* on, in, the: says nothing by itself */
  FOYER_WORD_SEATS,
  FOYER_WORD_EVERY,
  FOYER_WORD_DAY,
  FOYER_WORD_HOLIDAYS,           /* public holidays, jours fériés */
  FOYER_WORD_MORNING,
  FOYER_WORD_AFTERNOON,
  FOYER_WORD_AM,
  FOYER_WORD_PM,
} FoyerWordKind;

typedef struct {
  FoyerWordKind kind;
  int           value;
  int           month;           /* of a slashed date */
  int           year;            /* of a slashed date, 0 for none */
  gboolean      french;          /* a word that only French has */
  const char   *start;           /* in the sentence */
  gsize         length;
} FoyerWord;

/* (transfer full): an array of FoyerWord that ends with FOYER_WORD_END; points into @sentence */
GArray *foyer_sentence_words_split (const char *sentence);

G_END_DECLS
