/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-opening-sentence.h"
#include "core/sentence/foyer-sentence-words-private.h"

G_BEGIN_DECLS

/* Where the reading of a sentence stands. */
typedef struct {
  const FoyerWord  *at;
  gboolean          french;
  FoyerDay          today;
  FoyerOpeningPlan *plan;
  guint             unseated;      /* rules from here on have no seats of their own yet */
  int               seats;         /* said before any week; 0: none */
  FoyerDay          from;
  FoyerDay          until;
  GError          **error;
} FoyerSentenceReader;

/* Both FALSE, with the error set: a word that is not understood, and what means two things. */
gboolean         foyer_sentence_refuse      (FoyerSentenceReader *self,
                                             const FoyerWord     *word);
gboolean         foyer_sentence_ask         (FoyerSentenceReader *self,
                                             const char          *first,
                                             const char          *second);
gboolean         foyer_sentence_skip        (FoyerSentenceReader *self,
                                             FoyerWordKind        kind);
gboolean         foyer_sentence_is_to       (const FoyerWord     *word);
const FoyerWord *foyer_sentence_after_fillers (const FoyerWord   *word);

/* Whether a date begins here, and reading one or a range of them: "24 Dec", "August",
 * "20 Dec to 3 Jan". What has no year is the next one that is not before @after. */
gboolean         foyer_sentence_at_numbered_date (const FoyerWord *word);
gboolean         foyer_sentence_at_date     (const FoyerWord     *word);
gboolean         foyer_sentence_read_dates  (FoyerSentenceReader *self,
                                             FoyerDay             after,
                                             FoyerDay            *first,
                                             FoyerDay            *last);

/* The same for hours: "9-18", "de 9h à 18h", "in the morning". */
gboolean         foyer_sentence_at_hours    (const FoyerWord     *word);
gboolean         foyer_sentence_read_hours  (FoyerSentenceReader *self,
                                             int                 *start,
                                             int                 *end);

G_END_DECLS
