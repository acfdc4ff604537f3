/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-document.h"
#include "paper/foyer-paper.h"

G_BEGIN_DECLS

/* What a host keeps and hands on about money. As foyer-words.h in everything else. */

/**
 * FoyerTakings:
 * @method: "cash", "transfer", "card"
 * @n_payments: how many payments there were
 * @received_minor: what came in
 * @returned_minor: what of it was given back, not negative
 *
 * What was taken in one way.
 */
typedef struct {
  const char *method;
  guint       n_payments;
  gint64      received_minor;
  gint64      returned_minor;
} FoyerTakings;

/**
 * FoyerDayCloseFacts:
 * @seller: whose till it is
 * @day: the day that is closed
 * @closed_ms: when it was, UTC
 * @currency: of all sums
 * @expected_minor: the cash that the book expects in the till
 * @counted_minor: the cash that was counted
 * @takings: (element-type FoyerTakings): of the day
 * @head: the hash of the last entry of the accounts, in hexadecimal digits
 *
 * What is known when a day is closed.
 */
typedef struct {
  const FoyerSeller *seller;
  FoyerDay           day;
  gint64             closed_ms;
  const char        *currency;
  gint64             expected_minor;
  gint64             counted_minor;
  const GArray      *takings;
  const char        *head;
} FoyerDayCloseFacts;

/**
 * foyer_words_method:
 * @method: "cash", "transfer", "card", or "" where there are several or none
 *
 * How somebody paid, as a title: "Cash", "Bank transfer", "Card".
 *
 * Returns: (transfer full): its name
 */
char *foyer_words_method (const char *method);

/**
 * foyer_words_day_close_paper:
 * @facts: what is known
 *
 * Fills the sheet that is kept with the cash of a day: what was counted and what was expected, and the
 * hash that holds all that was written before.
 *
 * Returns: (transfer full): the paper
 */
FoyerPaper *foyer_words_day_close_paper (const FoyerDayCloseFacts *facts);

/**
 * foyer_words_month_paper:
 * @seller: whose they are
 * @documents: (element-type FoyerDocument): what was issued in a month, in the order of the list
 * @month: a day of it
 *
 * Fills the list of all that was issued in a month, for an accountant. It is the same each time for the
 * same documents.
 *
 * Returns: (transfer full): the paper
 */
FoyerPaper *foyer_words_month_paper (const FoyerSeller *seller,
                                     GPtrArray         *documents,
                                     FoyerDay           month);

G_END_DECLS
