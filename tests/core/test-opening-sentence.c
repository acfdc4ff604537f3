/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-opening-sentence.h"

#include <stdlib.h>
#include <string.h>

#include "core/foyer-error.h"

/* What a sentence has to mean, in marks that share nothing with the reader: weekdays of which
 * a day is one ("1-5" Monday to Friday), minutes, seats (0: all), and the first and last day;
 * "-" closes and "+" opens dates; "h-" closes and "h+" opens public holidays, which dates win over. The
 * last that matches a day wins; of weekdays each half has its own last. */
typedef struct {
  const char *sentence;
  const char *means;
  gboolean    canonical;         /* the plan is said in these very words */
} Case;

/* Thursday, 26 November 2026. */
#define TODAY "2026-11-26"

static const Case english[] = {
  { "Tue and Thu 9-18, 3 seats, not in August, but on 24 Dec",
    "w24 540-1080 3; -2027-08-01..2027-08-31; +2026-12-24 540-1080 3", TRUE },
  { "Mon-Fri 9-18", "w12345 540-1080 0", TRUE },
  { "Mon 9-18", "w1 540-1080 0", TRUE },
  { "Every day 8-20", "w1234567 480-1200 0", TRUE },
  { "Sat and Sun 10-16", "w67 600-960 0", TRUE },
  { "Mon, Wed and Fri 9:30-18", "w135 570-1080 0", TRUE },
  { "Mon-Wed and Sat 9-12", "w1236 540-720 0", TRUE },
  { "Mon 9-12 and Thu 14-18", "w1 540-720 0; w4 840-1080 0", TRUE },
  { "Tue 9-12 and 14-18", "w2 540-720 0; w2 840-1080 0", TRUE },
  { "Tue 9-12, 3 seats, Thu 14-18, 4 seats", "w2 540-720 3; w4 840-1080 4", TRUE },
  { "Tue 9-12, all seats, Thu 14-18, 4 seats", "w2 540-720 0; w4 840-1080 4", TRUE },
  { "Tue 9-18, 1 seat", "w2 540-1080 1", TRUE },
  { "Tue 9-18, from 1 Dec", "w2 540-1080 0 2026-12-01..", TRUE },
  { "Tue 9-18, until 30 June", "w2 540-1080 0 ..2027-06-30", TRUE },
  { "Tue 9-18, from 1 Dec, until 30 June", "w2 540-1080 0 2026-12-01..2027-06-30", TRUE },
  { "Tue 9-18, from 1 Dec 2027", "w2 540-1080 0 2027-12-01..", TRUE },
  { "Tue 9-18, in December", "w2 540-1080 0 2026-12-01..2026-12-31", TRUE },
  { "Tue 9-18, in November", "w2 540-1080 0 2026-11-01..2026-11-30", TRUE },
  { "Tue 9-18, in December 2027", "w2 540-1080 0 2027-12-01..2027-12-31", TRUE },
  { "Tue 9-18, not on 24 Dec", "w2 540-1080 0; -2026-12-24", TRUE },
  { "Tue 9-18, not on 24 Dec, not on 31 Dec", "w2 540-1080 0; -2026-12-24; -2026-12-31", TRUE },
  { "Tue 9-18, not from 20 Dec to 3 Jan", "w2 540-1080 0; -2026-12-20..2027-01-03", TRUE },
  { "Tue 9-18, not in August, not on 24 Dec", "w2 540-1080 0; -2027-08-01..2027-08-31; -2026-12-24", TRUE },
  { "Tue 9-18, not in February 2028", "w2 540-1080 0; -2028-02-01..2028-02-29", TRUE },
  { "Tue 9-18, also on 24 Dec 10-12", "w2 540-1080 0; +2026-12-24 600-720 0", TRUE },
  { "Tue 9-18, also on 24 Dec 10-12, 2 seats", "w2 540-1080 0; +2026-12-24 600-720 2", TRUE },
  { "Tue 9-18, 3 seats, also on 24 Dec, 8 seats", "w2 540-1080 3; +2026-12-24 540-1080 8", TRUE },
  { "Tue 9-18, also from 21 Dec to 23 Dec", "w2 540-1080 0; +2026-12-21..2026-12-23 540-1080 0", TRUE },
  { "Tue 9-18, not in December, but on 15 Dec, also on 22 Dec",
    "w2 540-1080 0; -2026-12-01..2026-12-31; +2026-12-15 540-1080 0; +2026-12-22 540-1080 0", TRUE },
  { "On 24 Dec 9-18", "+2026-12-24 540-1080 0", TRUE },
  { "On 24 Dec 9-18, 2 seats, also on 31 Dec 10-12", "+2026-12-24 540-1080 2; +2026-12-31 600-720 0", TRUE },
  { "From 21 Dec to 23 Dec 9-18", "+2026-12-21..2026-12-23 540-1080 0", FALSE },
  { "Mon-Fri 0-24", "w12345 0-1440 0", TRUE },
  { "Sun 13-18", "w7 780-1080 0", TRUE },
  { "tuesday", "w2 540-1080 0", FALSE },
  { "Tuesdays and Thursdays", "w24 540-1080 0", FALSE },
  { "every Tuesday from 9 to 18", "w2 540-1080 0", FALSE },
  { "each tue, 9am-6pm", "w2 540-1080 0", FALSE },
  { "Tue 9am to 12pm", "w2 540-720 0", FALSE },
  { "Tue noon-6pm", "w2 720-1080 0", FALSE },
  { "Tue 12am-noon", "w2 0-720 0", FALSE },
  { "Tue morning", "w2 540-780 0", FALSE },
  { "Tue afternoons", "w2 780-1080 0", FALSE },
  { "weekdays 9-18", "w12345 540-1080 0", FALSE },
  { "Weekends 10:15 – 16:45", "w67 615-1005 0", FALSE },
  { "Fri to Mon 9-18", "w1567 540-1080 0", FALSE },
  { "Mondays through Wednesdays", "w123 540-1080 0", FALSE },
  { "every day, not Sunday", "w123456 540-1080 0", FALSE },
  { "every day except Saturday and Sunday, 8-20", "w12345 480-1200 0", FALSE },
  { "3 seats on Tue", "w2 540-1080 3", FALSE },
  { "open on Tuesdays, closed in August and on 24 December",
    "w2 540-1080 0; -2027-08-01..2027-08-31; -2026-12-24", FALSE },
  { "Tue and Thu from 9 to 18 with 3 seats", "w24 540-1080 3", FALSE },
  { "Tue 9-18 except 20 to 24 Dec", "w2 540-1080 0; -2026-12-20..2026-12-24", FALSE },
  { "Tue 9-18 except Dec 24", "w2 540-1080 0; -2026-12-24", FALSE },
  { "Tue 9-18, not 2026-12-24", "w2 540-1080 0; -2026-12-24", FALSE },
  { "Tue 9-18, not 24/12", "w2 540-1080 0; -2026-12-24", FALSE },
  { "Tue 9-18, not 12/24/2027", "w2 540-1080 0; -2027-12-24", FALSE },
  { "Tue 9-18, not on the 1st of May", "w2 540-1080 0; -2027-05-01", FALSE },
  { "Tue 9-18 until the end", NULL, FALSE },
  { "Tue 9-18 from 1 Dec to 3 Jan", "w2 540-1080 0 2026-12-01..2027-01-03", FALSE },
  { "Tue 9-18, from August", "w2 540-1080 0 2027-08-01..", FALSE },
  { "Tue 9-18 until August", "w2 540-1080 0 ..2027-08-31", FALSE },
  { "Tue 9-18, on 29 Feb", "w2 540-1080 0; +2028-02-29 540-1080 0", FALSE },
  { "Tue 9-18, not in March and October", "w2 540-1080 0; -2027-03-01..2027-03-31; -2027-10-01..2027-10-31", FALSE },
  { "Tue 9-18, not on 25 Nov", "w2 540-1080 0; -2027-11-25", FALSE },
  { "Tue 9-18, not on 26 Nov", "w2 540-1080 0; -2026-11-26", FALSE },
  { "Mon-Fri 9-18, not on public holidays", "w12345 540-1080 0; h-", TRUE },
  { "Mon-Fri 9-18, also on public holidays", "w12345 540-1080 0; h+", TRUE },
  { "Mon-Fri 9-18, 3 seats, not on public holidays, but on 25 Dec 10-12, 2 seats",
    "w12345 540-1080 3; h-; +2026-12-25 600-720 2", TRUE },
  { "Every day 8-20, until 30 June, not on public holidays, not in May",
    "w1234567 480-1200 0 ..2027-06-30; h-; -2027-05-01..2027-05-31", TRUE },
  { "Not on public holidays", "h-", TRUE },
  { "Not on public holidays, but on 25 Dec 9-18", "h-; +2026-12-25 540-1080 0", TRUE },
  { "Mon-Fri 9-18 except bank holidays", "w12345 540-1080 0; h-", FALSE },
  { "weekdays, closed in August and on all public holidays", "w12345 540-1080 0; h-; -2027-08-01..2027-08-31", FALSE },
  { "daily 9-18, closed on public holidays and in August, but on 15 Aug",
    "w1234567 540-1080 0; h-; -2027-08-01..2027-08-31; +2027-08-15 540-1080 0", FALSE },
  { "every day except Saturday, Sunday and public holidays, 9-18", "w12345 540-1080 0; h-", FALSE },
  { "every day except Saturday, Sunday", "w12345 540-1080 0", FALSE },
  { "Mon-Fri 9-18, not Wed, Fri 9-12", "w1245 540-1080 0; w5 540-720 0", FALSE },
  { "Mon-Fri 9-18, not Wed, Sat 9-12", "w1245 540-1080 0; w6 540-720 0", FALSE },
  { "every day 9-18 including public holidays", "w1234567 540-1080 0; h+", FALSE },
  { "Mon-Fri 9-18, even on Public Holidays", "w12345 540-1080 0; h+", FALSE },
};

static const Case french[] = {
  { "Mardi et jeudi de 9h à 18h, 3 places, sauf en août, mais aussi le 24 décembre",
    "w24 540-1080 3; -2027-08-01..2027-08-31; +2026-12-24 540-1080 3", TRUE },
  { "Du lundi au vendredi de 9h à 18h", "w12345 540-1080 0", TRUE },
  { "Lundi de 9h à 18h", "w1 540-1080 0", TRUE },
  { "Tous les jours de 8h à 20h", "w1234567 480-1200 0", TRUE },
  { "Samedi et dimanche de 10h à 16h", "w67 600-960 0", TRUE },
  { "Lundi, mercredi et vendredi de 9h30 à 18h", "w135 570-1080 0", TRUE },
  { "Du lundi au mercredi et samedi de 9h à 12h", "w1236 540-720 0", TRUE },
  { "Lundi de 9h à 12h et jeudi de 14h à 18h", "w1 540-720 0; w4 840-1080 0", TRUE },
  { "Mardi de 9h à 12h et de 14h à 18h", "w2 540-720 0; w2 840-1080 0", TRUE },
  { "Mardi de 9h à 12h, 3 places, jeudi de 14h à 18h, 4 places", "w2 540-720 3; w4 840-1080 4", TRUE },
  { "Mardi de 9h à 12h, toutes les places, jeudi de 14h à 18h, 4 places", "w2 540-720 0; w4 840-1080 4", TRUE },
  { "Mardi de 9h à 18h, 1 place", "w2 540-1080 1", TRUE },
  { "Mardi de 9h à 18h, à partir du 1er décembre", "w2 540-1080 0 2026-12-01..", TRUE },
  { "Mardi de 9h à 18h, jusqu’au 30 juin", "w2 540-1080 0 ..2027-06-30", TRUE },
  { "Mardi de 9h à 18h, à partir du 1er décembre, jusqu’au 30 juin", "w2 540-1080 0 2026-12-01..2027-06-30", TRUE },
  { "Mardi de 9h à 18h, à partir du 1er décembre 2027", "w2 540-1080 0 2027-12-01..", TRUE },
  { "Mardi de 9h à 18h, en décembre", "w2 540-1080 0 2026-12-01..2026-12-31", TRUE },
  { "Mardi de 9h à 18h, en novembre", "w2 540-1080 0 2026-11-01..2026-11-30", TRUE },
  { "Mardi de 9h à 18h, sauf le 24 décembre", "w2 540-1080 0; -2026-12-24", TRUE },
  { "Mardi de 9h à 18h, sauf le 24 décembre, sauf le 31 décembre", "w2 540-1080 0; -2026-12-24; -2026-12-31", TRUE },
  { "Mardi de 9h à 18h, sauf du 20 décembre au 3 janvier", "w2 540-1080 0; -2026-12-20..2027-01-03", TRUE },
  { "Mardi de 9h à 18h, sauf en août, sauf le 24 décembre",
    "w2 540-1080 0; -2027-08-01..2027-08-31; -2026-12-24", TRUE },
  { "Mardi de 9h à 18h, sauf en février 2028", "w2 540-1080 0; -2028-02-01..2028-02-29", TRUE },
  { "Mardi de 9h à 18h, aussi le 24 décembre de 10h à 12h", "w2 540-1080 0; +2026-12-24 600-720 0", TRUE },
  { "Mardi de 9h à 18h, aussi le 24 décembre de 10h à 12h, 2 places", "w2 540-1080 0; +2026-12-24 600-720 2", TRUE },
  { "Mardi de 9h à 18h, 3 places, aussi le 24 décembre, 8 places", "w2 540-1080 3; +2026-12-24 540-1080 8", TRUE },
  { "Mardi de 9h à 18h, aussi du 21 décembre au 23 décembre", "w2 540-1080 0; +2026-12-21..2026-12-23 540-1080 0", TRUE },
  { "Mardi de 9h à 18h, sauf en décembre, mais aussi le 15 décembre, aussi le 22 décembre",
    "w2 540-1080 0; -2026-12-01..2026-12-31; +2026-12-15 540-1080 0; +2026-12-22 540-1080 0", TRUE },
  { "Le 24 décembre de 9h à 18h", "+2026-12-24 540-1080 0", TRUE },
  { "Le 24 décembre de 9h à 18h, 2 places, aussi le 31 décembre de 10h à 12h",
    "+2026-12-24 540-1080 2; +2026-12-31 600-720 0", TRUE },
  { "Dimanche de 13h à 18h", "w7 780-1080 0", TRUE },
  { "Tous les jours de 0h à 24h", "w1234567 0-1440 0", TRUE },
  { "mardi", "w2 540-1080 0", FALSE },
  { "mardis et jeudis", "w24 540-1080 0", FALSE },
  { "tous les mardis de 9 h à 18 h", "w2 540-1080 0", FALSE },
  { "chaque mardi 9h-18h", "w2 540-1080 0", FALSE },
  { "mar. et jeu. 9h-18h", NULL, FALSE },
  { "lun et jeu 9-18", "w14 540-1080 0", FALSE },
  { "les lundis et mercredis de 9h à midi", "w13 540-720 0", FALSE },
  { "le mardi matin", "w2 540-780 0", FALSE },
  { "le jeudi après-midi", "w4 780-1080 0", FALSE },
  { "le week-end de 10h à 16h", "w67 600-960 0", FALSE },
  { "du vendredi au lundi de 9h à 18h", "w1567 540-1080 0", FALSE },
  { "tous les jours sauf le dimanche", "w123456 540-1080 0", FALSE },
  { "tous les jours sauf samedi et dimanche, de 8h à 20h", "w12345 480-1200 0", FALSE },
  { "3 places le mardi", "w2 540-1080 3", FALSE },
  { "ouvert le mardi, fermé en août et le 24 décembre",
    "w2 540-1080 0; -2027-08-01..2027-08-31; -2026-12-24", FALSE },
  { "mardi et jeudi de 9h à 18h avec 3 places", "w24 540-1080 3", FALSE },
  { "mardi 9h-18h sauf du 20 au 24 décembre", "w2 540-1080 0; -2026-12-20..2026-12-24", FALSE },
  { "mardi 9h-18h sauf le 5/6", "w2 540-1080 0; -2027-06-05", FALSE },
  { "mardi 9h-18h, pas le 24/12/2027", "w2 540-1080 0; -2027-12-24", FALSE },
  { "mardi 9h-18h, pas le 2026-12-24", "w2 540-1080 0; -2026-12-24", FALSE },
  { "mardi 9h-18h, pas le 1er mai", "w2 540-1080 0; -2027-05-01", FALSE },
  { "mardi 9h-18h du 1er décembre au 3 janvier", "w2 540-1080 0 2026-12-01..2027-01-03", FALSE },
  { "mardi 9h-18h à partir d'août", "w2 540-1080 0 2027-08-01..", FALSE },
  { "mardi 9h-18h jusqu'en août", "w2 540-1080 0 ..2027-08-31", FALSE },
  { "mardi 9h-18h dès le 1er décembre", "w2 540-1080 0 2026-12-01..", FALSE },
  { "mardi 9h-18h, aussi le 29 février", "w2 540-1080 0; +2028-02-29 540-1080 0", FALSE },
  { "mardi 9h-18h, hors mars et octobre", "w2 540-1080 0; -2027-03-01..2027-03-31; -2027-10-01..2027-10-31", FALSE },
  { "mardi de 9h jusqu'à 18h30", "w2 540-1110 0", FALSE },
  { "MARDI DE 9H À 18H", "w2 540-1080 0", FALSE },
  { "le 1er et le 2 décembre", "+2026-12-01 540-1080 0; +2026-12-02 540-1080 0", FALSE },
  { "mardi 9h-18h, pendant le mois de décembre", "w2 540-1080 0 2026-12-01..2026-12-31", FALSE },
  { "Du lundi au vendredi de 9h à 18h, sauf les jours fériés", "w12345 540-1080 0; h-", TRUE },
  { "Du lundi au vendredi de 9h à 18h, aussi les jours fériés", "w12345 540-1080 0; h+", TRUE },
  { "Du lundi au vendredi de 9h à 18h, sauf les jours fériés, mais aussi le 25 décembre de 10h à 12h",
    "w12345 540-1080 0; h-; +2026-12-25 600-720 0", TRUE },
  { "Sauf les jours fériés", "h-", TRUE },
  { "tous les jours sauf jours fériés", "w1234567 540-1080 0; h-", FALSE },
  { "tous les jours, sauf samedi, dimanche et jours fériés, de 8h à 20h", "w12345 480-1200 0; h-", FALSE },
  { "lundi 9h-18h, fermé en août et les jours fériés", "w1 540-1080 0; h-; -2027-08-01..2027-08-31", FALSE },
  { "lundi 9h-18h hors fériés", "w1 540-1080 0; h-", FALSE },
  { "lundi 9h-18h, pas les jours feries", "w1 540-1080 0; h-", FALSE },
  { "lundi 9h-18h, sauf tous les jours fériés", "w1 540-1080 0; h-", FALSE },
  { "tous les jours 9h-18h, y compris les jours fériés", "w1234567 540-1080 0; h+", FALSE },
  { "tous les jours 9h-18h, même les jours fériés", "w1234567 540-1080 0; h+", FALSE },
};

typedef struct {
  FoyerDay first, last;
  int      start, end, seats;
} Marks;

static void
read_span (const char *text,
           FoyerDay   *first,
           FoyerDay   *last)
{
  const char *dots = strstr (text, "..");
  g_autofree char *begin = g_strndup (text, dots != NULL ? (gsize) (dots - text) : strlen (text));

  *first = FOYER_DAY_NONE;
  *last = FOYER_DAY_NONE;
  if (*begin != '\0')
    g_assert_true (foyer_day_parse (begin, first, NULL));
  if (dots == NULL)
    *last = *first;
  else if (dots[2] != '\0')
    g_assert_true (foyer_day_parse (dots + 2, last, NULL));
}

/* Those of France outside of Alsace, Moselle and overseas, copied from a calendar. */
static gboolean
is_holiday (FoyerDay day)
{
  static const char * const holidays[] = {
    "2026-12-25", "2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-08", "2027-05-17", "2027-07-14",
    "2027-08-15", "2027-11-01", "2027-11-11", "2027-12-25", "2028-01-01", "2028-04-17", "2028-05-01", "2028-05-08",
    "2028-05-25", "2028-06-05", "2028-07-14", "2028-08-15", "2028-11-01", "2028-11-11", "2028-12-25", "2029-01-01",
    NULL,
  };
  char text[FOYER_DAY_TEXT_SIZE];

  return g_strv_contains (holidays, foyer_day_format (day, text));
}

/* The plan of @day by the marks, worked out the slow way. */
static FoyerDayPlan
expect (const char *means,
        FoyerDay    day)
{
  g_auto(GStrv) parts = g_strsplit (means, "; ", -1);
  FoyerDayPlan plan = { 0 };
  gboolean dated = FALSE;
  int am_start = 0, pm_end = 0;

  for (char **part = parts; *part != NULL; part++)
    {
      g_auto(GStrv) fields = g_strsplit (*part + 1, " ", -1);
      guint n = g_strv_length (fields);
      FoyerDay first = FOYER_DAY_NONE, last = FOYER_DAY_NONE;
      int start = 0, end = 0, seats = 0;

      if (**part == 'h')
        {
          if ((*part)[1] == '-' && is_holiday (day))
            plan = (FoyerDayPlan) { 0 };
          continue;
        }
      if (**part == 'w')
        {
          if (n > 3)
            read_span (fields[3], &first, &last);
          if (dated || strchr (fields[0], '0' + foyer_day_get_weekday (day)) == NULL
              || (first != FOYER_DAY_NONE && day < first) || (last != FOYER_DAY_NONE && day > last))
            continue;
        }
      else
        {
          read_span (fields[0], &first, &last);
          if (day < first || day > last)
            continue;
          plan = (FoyerDayPlan) { 0 };
          dated = TRUE;
          if (**part == '-')
            continue;
        }
      g_assert_cmpuint (n, >=, 3);
      start = atoi (fields[1]);
      end = atoi (strchr (fields[1], '-') + 1);
      seats = atoi (fields[2]) != 0 ? atoi (fields[2]) : 8;
      plan.open = TRUE;
      if (start < 780)
        {
          plan.am_seats = seats;
          am_start = start;
        }
      if (end > 780)
        {
          plan.pm_seats = seats;
          pm_end = end;
        }
      plan.start_minute = plan.am_seats > 0 ? (start < 780 ? start : am_start) : start;
      plan.end_minute = plan.pm_seats > 0 ? (end > 780 ? end : pm_end) : end;
    }

  return plan;
}

static void
check_case (const Case    *each,
            FoyerLanguage  language,
            FoyerDay       today)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerOpeningPlan) plan = foyer_opening_plan_read (each->sentence, today, &error);
  g_autoptr(FoyerOpeningPlan) again = NULL;
  g_autofree char *said = NULL;
  g_autoptr(FoyerSpace) space = foyer_space_new ();

  space->seats = 8;
  g_test_message ("%s", each->sentence);
  if (each->means == NULL)
    {
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      return;
    }
  g_assert_no_error (error);
  said = foyer_opening_plan_write (plan, language, today);
  g_test_message ("  said as: %s", said);
  if (each->canonical)
    g_assert_cmpstr (said, ==, each->sentence);
  again = foyer_opening_plan_read (said, today, &error);
  g_assert_no_error (error);

  /* Two years: both nights of summer time, the ends of two years, a leap day. */
  for (FoyerDay day = today; day < today + 800; day++)
    {
      FoyerDayPlan wanted = expect (each->means, day);
      FoyerDayPlan got = foyer_opening_plan_resolve (plan, space, day);
      FoyerDayPlan got_again = foyer_opening_plan_resolve (again, space, day);
      char text[FOYER_DAY_TEXT_SIZE];

      if (memcmp (&wanted, &got, sizeof got) != 0)
        g_test_message ("  %s: wanted %d %d-%d %d/%d, got %d %d-%d %d/%d", foyer_day_format (day, text),
                        wanted.open, wanted.start_minute, wanted.end_minute, wanted.am_seats, wanted.pm_seats,
                        got.open, got.start_minute, got.end_minute, got.am_seats, got.pm_seats);
      g_assert_cmpmem (&wanted, sizeof wanted, &got, sizeof got);
      g_assert_cmpmem (&got, sizeof got, &got_again, sizeof got_again);
    }
}

static void
test_english (void)
{
  FoyerDay today;

  g_assert_true (foyer_day_parse (TODAY, &today, NULL));
  g_assert_cmpuint (G_N_ELEMENTS (english), >=, 60);
  for (gsize i = 0; i < G_N_ELEMENTS (english); i++)
    check_case (&english[i], FOYER_LANGUAGE_ENGLISH, today);
}

static void
test_french (void)
{
  FoyerDay today;

  g_assert_true (foyer_day_parse (TODAY, &today, NULL));
  g_assert_cmpuint (G_N_ELEMENTS (french), >=, 60);
  for (gsize i = 0; i < G_N_ELEMENTS (french); i++)
    check_case (&french[i], FOYER_LANGUAGE_FRENCH, today);
}

/* A plan read in one language is said in the other, and means the same. */
static void
test_translated (void)
{
  FoyerDay today;

  g_assert_true (foyer_day_parse (TODAY, &today, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (english); i++)
    {
      g_autoptr(FoyerOpeningPlan) plan = foyer_opening_plan_read (english[i].sentence, today, NULL);
      g_autofree char *said = NULL;

      if (plan == NULL)
        continue;
      said = foyer_opening_plan_write (plan, FOYER_LANGUAGE_FRENCH, today);
      check_case (&(Case) { said, english[i].means, TRUE }, FOYER_LANGUAGE_FRENCH, today);
    }
}

static void
test_asks (void)
{
  static const struct { const char *sentence, *first, *second; } cases[] = {
    { "Tue 9-5", "9:00-17:00", "5:00-9:00" },
    { "Tue 8:30-6", "8:30-18:00", "6:00-8:30" },
    { "Tue 9-18, not 5/6", "2027-06-05", "2027-05-06" },
    { "Tue 9-18, not 5/6/2027", "2027-06-05", "2027-05-06" },
    { "Mon 9-18 Dec", "9:00-18:00", "2026-12-09..2026-12-18" },
    { "Tue 14-18 and Thu", "14:00-18:00", "09:00-18:00" },
    { "Tue,,Thu 9-18", ",", NULL },
    { "Tue, not 0/5", "0/5", NULL },
    { "Tue, not 5/6/99999", "5/6/99999", NULL },
    { "Tue 9-18, ..2026-12-24", ".", NULL },
    { "Tue 9-18, nott in August", "nott", NULL },
    { "every second Tuesday", "second", NULL },
    { "Tue 9-18, not on holidays", "holidays", NULL },
    { "mardi 9h-18h, sauf les vacances", "vacances", NULL },
    { "Tue 9-18, not on public holidays, also on public holidays", "public holidays", NULL },
    { "Tue 9-18, public holidays", "public holidays", NULL },
    { "mardi 9h-18h jours  fériés", "jours  fériés", NULL },
    { "Tue 9-18, 0 seats", "0", NULL },
    { "Tue 9-18, 501 seats", "501", NULL },
    { "Tue 9-18, not on 30 Feb", "30", NULL },
    { "Tue 25-26", "25", NULL },
    { "Tue 9h75-18h", "9h75", NULL },
    { "mardi de 18h à 9h", "18h", NULL },
    { "Tue 9-18, from 3 Jan, from 4 Jan", "from", NULL },
    { "9-18", "9", NULL },
    { "3 seats", "3", NULL },
    { "Tue 9-18 <b>", "<", NULL },
    { "Tue 9-18, not from 24 to 20 Dec", "24", NULL },
    { "Weekdays to Weekends", "to", NULL },
  };
  FoyerDay today;

  g_assert_true (foyer_day_parse (TODAY, &today, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(FoyerOpeningPlan) plan = foyer_opening_plan_read (cases[i].sentence, today, &error);
      const char * const *ids;

      g_test_message ("%s", cases[i].sentence);
      g_assert_null (plan);
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      ids = foyer_error_get_ids (error);
      g_assert_nonnull (ids);
      g_assert_cmpstr (ids[0], ==, cases[i].first);
      g_assert_cmpstr (ids[1], ==, cases[i].second);
    }
}

static void
test_says_nothing (void)
{
  static const char * const cases[] = {
    "", "   ", ",,,", "and", "not", "not in August", "from 1 Dec", "until", "every", "Tue not", "Tue, not Tue",
    "Tue 9-", "Tue 9-18, but", "Tue \xff", "Tue 9-18, not on",
  };
  FoyerDay today;
  g_autofree char *endless = NULL;

  g_assert_true (foyer_day_parse (TODAY, &today, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(FoyerOpeningPlan) plan = foyer_opening_plan_read (cases[i], today, &error);

      g_test_message ("%s", cases[i]);
      /* A closed month alone is a plan that closes it. */
      if (g_str_equal (cases[i], "not in August"))
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      g_assert_null (plan);
    }

  endless = g_strnfill (5000, '9');
  g_assert_null (foyer_opening_plan_read (endless, today, NULL));
}

/* Words in any order never crash, and what is understood says itself again. */
static void
test_any_words (void)
{
  static const char * const words[] = {
    "Tue", "Thu", "mardi", "jeudi", "9", "18", "9h", "18h30", "-", "to", "à", "au", "du", "from", "until", "jusqu'au",
    "not", "sauf", "but", "aussi", "on", "le", "en", "24", "Dec", "août", "2027", "3", "seats", "places", "every",
    "day", "tous les jours", ",", "and", "et", "am", "pm", "5/6", "2026-12-24", "morning", "weekend", "31", "février",
    "public holidays", "jours fériés", "fériés", "y compris", "even",
  };
  FoyerDay today;
  guint understood = 0;

  g_assert_true (foyer_day_parse (TODAY, &today, NULL));
  for (int i = 0; i < 30000; i++)
    {
      g_autoptr(GString) sentence = g_string_new (NULL);
      g_autoptr(FoyerOpeningPlan) plan = NULL;

      for (int n = g_test_rand_int_range (1, 12); n > 0; n--)
        g_string_append_printf (sentence, "%s ", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      plan = foyer_opening_plan_read (sentence->str, today, NULL);
      if (plan == NULL)
        continue;
      understood++;
      for (FoyerLanguage language = FOYER_LANGUAGE_ENGLISH; language <= FOYER_LANGUAGE_FRENCH; language++)
        {
          g_autofree char *said = foyer_opening_plan_write (plan, language, today);
          g_autoptr(GError) error = NULL;
          g_autoptr(FoyerOpeningPlan) again = foyer_opening_plan_read (said, today, &error);
          g_autofree char *said_again = NULL;

          if (again == NULL)
            g_test_message ("“%s” was said as “%s”", sentence->str, said);
          g_assert_no_error (error);
          said_again = foyer_opening_plan_write (again, language, today);
          if (g_strcmp0 (said, said_again) != 0)
            g_test_message ("“%s”", sentence->str);
          g_assert_cmpstr (said_again, ==, said);
        }
    }
  g_assert_cmpuint (understood, >, 500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opening-sentence/english", test_english);
  g_test_add_func ("/opening-sentence/french", test_french);
  g_test_add_func ("/opening-sentence/translated", test_translated);
  g_test_add_func ("/opening-sentence/asks", test_asks);
  g_test_add_func ("/opening-sentence/says-nothing", test_says_nothing);
  g_test_add_func ("/opening-sentence/any-words", test_any_words);

  return g_test_run ();
}
