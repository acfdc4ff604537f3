/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-day.h"
#include "core/foyer-money.h"
#include "core/foyer-part.h"
#include "core/foyer-space.h"

G_BEGIN_DECLS

/* What the programs say to people, in their language and their locale's forms. Shared
 * by foyer and foyerctl. Everything here is UTF-8 whatever the locale's own encoding,
 * and is for the thread that called setlocale(): localeconv() is not for several. */

/**
 * foyer_words_init:
 *
 * Binds the catalogue; after setlocale(). The environment variable FOYER_LOCALE_DIR
 * names another folder of catalogues than the installed one (the build tree's).
 */
void  foyer_words_init            (void);

/**
 * foyer_words_describe_error:
 * @error: of any domain
 *
 * One sentence for people: what happened, what was kept, what to do. It is made of the
 * code, and of the field with which the message of an invalid value begins; the message
 * itself is for logs and never shown.
 *
 * Returns: (transfer full): a translated sentence
 */
char *foyer_words_describe_error  (const GError  *error);

/**
 * foyer_words_money:
 * @money: an amount
 *
 * The amount as the locale writes prices: "€4.00", "4,00 €", with spaces that do not
 * break. A locale that says nothing about money (C) is taken for an English one.
 *
 * Returns: (transfer full): the amount with its currency
 */
char *foyer_words_money           (FoyerMoney     money);

/* Days in a sentence or beside one: "Thursday 26 November", "jeudi 26 novembre",
 * "mardi 1er décembre". The names are those of LC_TIME, their order is the translation's. */
char *foyer_words_day_long        (FoyerDay       day);
char *foyer_words_day_short       (FoyerDay       day);                   /* Thu 26 November · jeu. 26 novembre */

/**
 * foyer_words_day_range:
 * @first: the first day
 * @last: the last day, not before @first
 *
 * Says no more than is needed: "26 November", "21 – 31 December",
 * "28 November – 3 December", and years only where they differ.
 *
 * Returns: (transfer full): the range in words
 */
char *foyer_words_day_range       (FoyerDay       first,
                                   FoyerDay       last);

/* Titles, which stand alone and begin with a capital: "November 2026", "Novembre 2026". */
char *foyer_words_day_title       (FoyerDay       day);                   /* Thursday 26 November · Jeudi 26 novembre */
char *foyer_words_month           (FoyerDay       day);                   /* November 2026 · Novembre 2026 */
char *foyer_words_weekday         (int            weekday);               /* Monday · Lundi */
char *foyer_words_weekday_short   (int            weekday);               /* Mon · Lun. */
char *foyer_words_weekday_letter  (int            weekday);               /* M · L */

char *foyer_words_hours           (int            start_minute,           /* 09:00 – 18:00 */
                                   int            end_minute);
char *foyer_words_time            (int            minute);                /* 08:52, 24:00 */

char *foyer_words_part            (FoyerPart      part);                  /* Full day, Morning, Afternoon */
char *foyer_words_kind            (FoyerSpaceKind kind);                  /* Home, Coworking, Third place */

/**
 * foyer_words_first_weekday:
 *
 * The day with which the locale begins a week; Monday (ISO 8601) in a locale without a
 * country.
 *
 * Returns: 1 (Monday) to 7 (Sunday)
 */
int   foyer_words_first_weekday   (void);

G_END_DECLS
