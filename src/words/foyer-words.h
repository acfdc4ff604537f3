/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-day.h"
#include "core/foyer-holidays.h"
#include "core/foyer-money.h"
#include "core/foyer-opening-sentence.h"
#include "core/foyer-part.h"
#include "core/foyer-series.h"
#include "core/foyer-space.h"
#include "storage/foyer-store-upkeep.h"

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

/* What spreadsheets of the locale expect between two cells: ';' where ',' is the decimal mark. */
char  foyer_words_cell_separator  (void);

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
 * foyer_words_describe_finding:
 * @problem: what a check found
 *
 * One sentence for people, with the detail by which somebody can find the place.
 *
 * Returns: (transfer full): a translated sentence
 */
char *foyer_words_describe_finding (const FoyerFinding *problem);

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

/**
 * foyer_words_money_typed:
 * @money: a sum
 *
 * The sum as people of this locale type it, without the sign of its currency: "4,00".
 *
 * Returns: (transfer full): the sum
 */
char *foyer_words_money_typed     (FoyerMoney     money);

/**
 * foyer_words_gets_back:
 * @paid: what a guest paid for a booking, or for several
 * @due_minor: what was still to be paid, in the same currency
 *
 * What a guest gets back when the host cancels, which costs them nothing: "€4.00 to refund",
 * "€4.00 no longer due".
 *
 * Returns: (transfer full): the amounts in words, "" when there are none
 */
char *foyer_words_gets_back       (FoyerMoney     paid,
                                   gint64         due_minor);

/**
 * foyer_words_day_long:
 * @day: a valid day
 *
 * A day in a sentence or beside one: "Thursday 26 November", "jeudi 26 novembre", "mardi
 * 1er décembre". The names are those of LC_TIME, their order is the translation's.
 *
 * Returns: (transfer full): the day in words
 */
char *foyer_words_day_long        (FoyerDay       day);

/**
 * foyer_words_day_short:
 * @day: a valid day
 *
 * As foyer_words_day_long(), with the short name of the weekday: "Thu 26 November", "jeu.
 * 26 novembre".
 *
 * Returns: (transfer full): the day in words
 */
char *foyer_words_day_short       (FoyerDay       day);

/**
 * foyer_words_day_shorter:
 * @day: a valid day
 *
 * A day where there is room for little: "26 Nov", "26 nov.".
 *
 * Returns: (transfer full): the day in words
 */
char *foyer_words_day_shorter     (FoyerDay       day);

/**
 * foyer_words_day_dated:
 * @day: a valid day
 * @today: the day of who reads it
 *
 * A day far ahead or far behind, with its year where that is not the one of @today: "26 November",
 * "26 November 2027".
 *
 * Returns: (transfer full): the day in words
 */
char *foyer_words_day_dated       (FoyerDay       day,
                                   FoyerDay       today);

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

/**
 * foyer_words_day_with_year:
 * @day: a valid day
 *
 * A day of any year: "3 June 2025".
 *
 * Returns: (transfer full): the day in words
 */
char *foyer_words_day_with_year   (FoyerDay       day);

/**
 * foyer_words_day_title:
 * @day: a valid day
 *
 * A day as a title, which stands alone and begins with a capital: "Thursday 26 November",
 * "Jeudi 26 novembre".
 *
 * Returns: (transfer full): the day in words
 */
char *foyer_words_day_title       (FoyerDay       day);

/**
 * foyer_words_month:
 * @day: any day of the month
 *
 * A month as a title: "November 2026", "Novembre 2026".
 *
 * Returns: (transfer full): the month and its year
 */
char *foyer_words_month           (FoyerDay       day);

/**
 * foyer_words_month_short:
 * @day: any day of the month
 *
 * A month as a title where there is little room: "Nov 2026", "Nov. 2026".
 *
 * Returns: (transfer full): the month, shortened, and its year
 */
char *foyer_words_month_short     (FoyerDay       day);

/**
 * foyer_words_month_alone:
 * @day: any day of the month
 *
 * A month without its year where there is little room: "Nov", "Nov.".
 *
 * Returns: (transfer full): its short name
 */
char *foyer_words_month_alone     (FoyerDay       day);

/**
 * foyer_words_month_name:
 * @day: any day of the month
 *
 * A month without its year: "November", "Novembre".
 *
 * Returns: (transfer full): its name
 */
char *foyer_words_month_name      (FoyerDay       day);

/**
 * foyer_words_year:
 * @day: any day of the year
 *
 * A year as a title: "2026".
 *
 * Returns: (transfer full): its name
 */
char *foyer_words_year            (FoyerDay       day);

/**
 * foyer_words_weekday:
 * @weekday: 1 (Monday) to 7 (Sunday)
 *
 * A weekday as a title: "Monday", "Lundi".
 *
 * Returns: (transfer full): its name
 */
char *foyer_words_weekday         (int            weekday);

/**
 * foyer_words_weekday_short:
 * @weekday: 1 (Monday) to 7 (Sunday)
 *
 * A weekday as the title of a column: "Mon", "Lun.".
 *
 * Returns: (transfer full): its short name
 */
char *foyer_words_weekday_short   (int            weekday);

/**
 * foyer_words_weekday_letter:
 * @weekday: 1 (Monday) to 7 (Sunday)
 *
 * A weekday where there is no room: "M", "L".
 *
 * Returns: (transfer full): the first letter of its name
 */
char *foyer_words_weekday_letter  (int            weekday);

/**
 * foyer_words_hours:
 * @start_minute: minutes from midnight
 * @end_minute: minutes from midnight, 1440 for the end of the day
 *
 * The hours of a day: "09:00 – 18:00".
 *
 * Returns: (transfer full): the range in words
 */
char *foyer_words_hours           (int            start_minute,
                                   int            end_minute);

/**
 * foyer_words_time:
 * @minute: minutes from midnight, 0 to 1440
 *
 * A time of day: "08:52", "24:00".
 *
 * Returns: (transfer full): the time
 */
char *foyer_words_time            (int            minute);

/**
 * foyer_words_part:
 * @part: a part of a day
 *
 * The part as a title: "Full day", "Morning", "Afternoon".
 *
 * Returns: (transfer full): its name
 */
char *foyer_words_part            (FoyerPart      part);

/**
 * foyer_words_kind:
 * @kind: a kind of space
 *
 * The kind as a title: "Home", "Coworking", "Third place".
 *
 * Returns: (transfer full): its name
 */
char *foyer_words_kind            (FoyerSpaceKind kind);

/**
 * foyer_words_holiday:
 * @holiday: a public holiday
 *
 * The holiday as a title: "Easter Monday", "Lundi de Pâques".
 *
 * Returns: (transfer full): its name, "" for %FOYER_HOLIDAY_NONE
 */
char *foyer_words_holiday         (FoyerHoliday   holiday);

/**
 * foyer_words_series:
 * @rule: the days of a series
 *
 * The days as a title: "Every Tuesday and Thursday", "Chaque mardi et jeudi".
 *
 * Returns: (transfer full): the words
 */
char *foyer_words_series          (const FoyerSeriesRule *rule);

/**
 * foyer_words_skipped:
 * @skipped: a day of a series that fell out
 *
 * Why it did, to stand behind the day: "holiday: Christmas Day", "no seat free".
 *
 * Returns: (transfer full): the words
 */
char *foyer_words_skipped         (const FoyerSkippedDay *skipped);

/**
 * foyer_words_first_weekday:
 *
 * The day with which the locale begins a week; Monday (ISO 8601) in a locale without a
 * country.
 *
 * Returns: 1 (Monday) to 7 (Sunday)
 */
int   foyer_words_first_weekday   (void);

/**
 * foyer_words_language:
 *
 * The language that opening sentences are said in: that of the other words where it is one of
 * those that can be read back, else English.
 *
 * Returns: a language
 */
FoyerLanguage foyer_words_language (void);

G_END_DECLS
