/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which records are likely those of one person. It is only ever a suggestion, and it says why: what
 * two records have in common, and what speaks against it. */

/**
 * FOYER_NAMESAKES_MAX:
 *
 * A name that more people than this bear says nothing about any two of them.
 */
#define FOYER_NAMESAKES_MAX 4

/**
 * FoyerLikeness:
 * @FOYER_LIKENESS_EMAIL: the same e-mail address
 * @FOYER_LIKENESS_PHONE: the same phone number, with a country's code or without
 * @FOYER_LIKENESS_NAME: the same name, but for accents, case and the order of its words
 * @FOYER_LIKENESS_NEAR_NAME: one letter is different, or one of them has one word more
 * @FOYER_LIKENESS_OTHER_EMAIL: both have an e-mail address, but not the same
 * @FOYER_LIKENESS_OTHER_PHONE: both have a phone number, but not the same
 * @FOYER_LIKENESS_TOGETHER: both were here at the same time
 *
 * What two records say about each other. The last three speak against one person.
 */
typedef enum {
  FOYER_LIKENESS_EMAIL       = 1 << 0,
  FOYER_LIKENESS_PHONE       = 1 << 1,
  FOYER_LIKENESS_NAME        = 1 << 2,
  FOYER_LIKENESS_NEAR_NAME   = 1 << 3,
  FOYER_LIKENESS_OTHER_EMAIL = 1 << 4,
  FOYER_LIKENESS_OTHER_PHONE = 1 << 5,
  FOYER_LIKENESS_TOGETHER    = 1 << 6,
} FoyerLikeness;

/**
 * FoyerLikenessFacts:
 * @row: a number of whoever asks
 * @is_member: whether the host keeps a record of them
 * @name: as [func@text_fold] makes it
 * @email: likewise, or ""
 * @phone_tail: the digits of a phone number, the last one first, or ""
 *
 * What is compared of somebody. The texts belong to whoever asks.
 */
typedef struct {
  guint32     row;
  gboolean    is_member;
  const char *name;
  const char *email;
  const char *phone_tail;
} FoyerLikenessFacts;

/**
 * FoyerLikenessPair:
 * @one: a place in the facts; always that of a member
 * @other: another one
 * @likeness: why
 * @n_namesakes: how many bear the name of @one
 * @weight: the more, the likelier; of no meaning but this
 *
 * Two who may be one.
 */
typedef struct {
  guint         one;
  guint         other;
  FoyerLikeness likeness;
  guint         n_namesakes;
  int           weight;
} FoyerLikenessPair;

/* Called after each thousand steps. */
typedef void (*FoyerLikenessBreatheFunc) (gpointer user_data);

FoyerLikeness foyer_likeness_compare (const FoyerLikenessFacts *one,
                                      const FoyerLikenessFacts *other);
GArray       *foyer_likeness_find    (const FoyerLikenessFacts *facts,
                                      gsize                     n_facts,
                                      FoyerLikenessBreatheFunc  breathe_func,
                                      gpointer                  user_data);
gboolean      foyer_likeness_is_weak (FoyerLikeness             likeness);

G_END_DECLS
