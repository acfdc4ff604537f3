/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-day.h"
#include "core/foyer-money.h"
#include "core/foyer-part.h"
#include "core/foyer-space.h"

G_BEGIN_DECLS

/* What the programs say to people, in their language and their locale's forms. Shared
 * by foyer and foyerctl. */

/* Binds the catalogue; after setlocale(). FOYER_LOCALE_DIR (build tree) overrides. */
void  foyer_words_init            (void);
/* One sentence: what happened, what was kept, what to do. Never the raw message of a fault. */
char *foyer_words_describe_error  (const GError  *error);
char *foyer_words_money           (FoyerMoney     money);                 /* €4.00 · 4,00 € */
char *foyer_words_day_long        (FoyerDay       day);                   /* Thursday 26 November · jeudi 26 novembre */
char *foyer_words_day_short       (FoyerDay       day);                   /* Thu 26 November · jeu. 26 novembre */
char *foyer_words_day_range       (FoyerDay       first, FoyerDay last);  /* 21 – 31 December */
char *foyer_words_month           (FoyerDay       day);                   /* November 2026 */
char *foyer_words_weekday         (int            weekday);               /* Monday · Lundi */
char *foyer_words_weekday_short   (int            weekday);               /* Mon · Lun. */
char *foyer_words_weekday_letter  (int            weekday);               /* M · L */
char *foyer_words_hours           (int            start_minute, int end_minute);  /* 09:00 – 18:00 */
char *foyer_words_time            (int            minute);                /* 08:52 */
char *foyer_words_part            (FoyerPart      part);                  /* Full day, Morning, Afternoon */
char *foyer_words_kind            (FoyerSpaceKind kind);                  /* Home, Coworking, Third place */
int   foyer_words_first_weekday   (void);                                 /* 1 Monday … 7 Sunday, of the locale */

G_END_DECLS
