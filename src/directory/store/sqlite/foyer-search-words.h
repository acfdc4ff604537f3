/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-listing.h"

G_BEGIN_DECLS

/* The words of a listing, folded and in one text: each between two blanks, behind them its
 * whole tags, each between two line ends. */
char *foyer_search_words_write (const FoyerListing *listing);

/**
 * FoyerSearchSign:
 *
 * Bits for how the words and tags of a listing begin. A listing that lacks a bit of what is
 * looked for does not have it; most texts need not be read.
 */
typedef struct {
  guint64 bits[5];                       /* the last for the first byte alone */
} FoyerSearchSign;

FoyerSearchSign foyer_search_sign_make (const char *words);

/**
 * FoyerSearchWords:
 *
 * What a search wants to find in texts: whole words, the last of them perhaps only begun, and
 * a whole tag.
 */
typedef struct _FoyerSearchWords FoyerSearchWords;

FoyerSearchWords *foyer_search_words_new     (const char             *text,
                                              const char             *tag);
void              foyer_search_words_free    (FoyerSearchWords       *self);
/* Whether something was asked for that has neither a word nor a tag: then nothing has it. */
gboolean          foyer_search_words_is_vain (const FoyerSearchWords *self);
gboolean          foyer_search_words_match   (const FoyerSearchWords *self,
                                              FoyerSearchSign         sign,
                                              const char             *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSearchWords, foyer_search_words_free)

G_END_DECLS
