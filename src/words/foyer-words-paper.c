/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/foyer-instant.h"
#include "core/foyer-zone-country.h"
#include "paper/foyer-door-poster.h"
#include "paper/foyer-roll-call-sheet.h"
#include "storage/foyer-store-travel.h"
#include "words/foyer-words-desks.h"
#include "words/foyer-words-guests.h"
#include "words/foyer-words-visit.h"
#include "words/foyer-words-week.h"
#include "words/foyer-words.h"

/* Where 112 is answered: the Union, and who took it over (ETSI TR 103 393, recital; EENA). */
static const char one_one_two[] = "AT BE BG CH CY CZ DE DK EE ES FI GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO "
                                  "SE SI SK TR UA";
/* France and those of its territories that have the same numbers. */
static const char french[] = "FR GF GP MQ PM RE YT";
static const char nine_one_one[] = "CA MX US";

static const char *
describe_numbers (const char *country)
{
  if (strstr (french, country) != NULL)
    return _("Emergencies: 112. Fire brigade: 18. Medical help: 15. Who cannot speak or hear sends a text to 114.");
  if (strstr (one_one_two, country) != NULL)
    return _("Emergencies: 112.");
  if (strstr (nine_one_one, country) != NULL)
    return _("Emergencies: 911.");

  return "";
}

char *
foyer_words_roll_call_head (const FoyerSpace *space,
                            int               n_people,
                            gint64            now_ms)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new (space->tz, NULL);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (zone == NULL)
    return g_strdup (space->name);

  day = foyer_words_day_long (foyer_instant_get_day (zone, now_ms));
  time = foyer_words_time (foyer_instant_get_minute (zone, now_ms));
  /* Translators: the head of a roll call: number of people, name of the space, day, time:
   * "3 people at La Tablée, Thursday 26 November, 09:31" */
  return g_strdup_printf (ngettext ("%1$u person at %2$s, %3$s, %4$s",
                                    "%1$u people at %2$s, %3$s, %4$s", (unsigned) n_people),
                          (unsigned) n_people, space->name, day, time);
}

char *
foyer_words_roll_call_name (const FoyerBooking *booking)
{
  if (booking->seats > 1)
    /* Translators: a person in a roll call and how many came along: "Zoé Marchelin + 2" */
    return g_strdup_printf (_("%1$s + %2$d"), booking->name, booking->seats - 1);

  return g_strdup (booking->name);
}

/* "Since 09:12", "Since Wed 25 November, 09:12", and where they sit. */
static char *
describe_stay (const FoyerBooking *booking,
               GTimeZone          *zone,
               gint64              now_ms)
{
  FoyerDay day = foyer_instant_get_day (zone, booking->in_ms);
  g_autofree char *time = foyer_words_time (foyer_instant_get_minute (zone, booking->in_ms));
  g_autofree char *date = foyer_words_day_short (day);
  g_autofree char *desks = foyer_words_desks (booking);
  g_autofree char *guest_of = foyer_words_guest_of (booking);
  g_autofree char *since = NULL;

  if (day == foyer_instant_get_day (zone, now_ms))
    /* Translators: %s is a time */
    since = g_strdup_printf (_("Since %s"), time);
  else
    /* Translators: %1$s is a day, %2$s a time */
    since = g_strdup_printf (_("Since %1$s, %2$s"), date, time);

  return foyer_words_facts ((const char *[]) { since, desks != NULL ? desks : "", guest_of != NULL ? guest_of : "", NULL });
}

FoyerPaper *
foyer_words_roll_call_sheet (const FoyerSpace *space,
                             GPtrArray        *here,
                             gint64            now_ms)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new (space->tz, NULL);
  g_autofree char *head = NULL;
  g_autofree char *foot = NULL;
  const char *numbers = describe_numbers (foyer_zone_get_country (space->tz));
  FoyerRollCallSheet *sheet;
  int n_people = 0;

  g_return_val_if_fail (space != NULL && here != NULL, NULL);

  for (guint i = 0; i < here->len; i++)
    n_people += ((const FoyerBooking *) here->pdata[i])->seats;
  head = foyer_words_roll_call_head (space, n_people, now_ms);
  foot = g_strconcat (_("Tick whoever is outside. Tell the fire brigade who is missing."),
                      *numbers != '\0' ? "\n" : "", numbers, NULL);
  sheet = foyer_roll_call_sheet_new (_("Roll Call"), head, foot);
  for (guint i = 0; i < here->len; i++)
    {
      const FoyerBooking *booking = here->pdata[i];
      g_autofree char *name = foyer_words_roll_call_name (booking);
      g_autofree char *stay = zone != NULL ? describe_stay (booking, zone, now_ms) : g_strdup ("");

      foyer_roll_call_sheet_add (sheet, name, stay);
    }

  return FOYER_PAPER (sheet);
}

static void
add_price (FoyerDoorPoster  *poster,
           const FoyerSpace *space)
{
  FoyerMoney day = { .minor = foyer_space_get_price (space, FOYER_PART_FULL) };
  FoyerMoney half = { .minor = foyer_space_get_price (space, FOYER_PART_AM) };
  g_autofree char *day_text = NULL;
  g_autofree char *half_text = NULL;
  g_autofree char *text = NULL;

  g_strlcpy (day.currency, space->currency, sizeof day.currency);
  g_strlcpy (half.currency, space->currency, sizeof half.currency);
  day_text = foyer_words_money (day);
  half_text = foyer_words_money (half);
  if (day.minor == 0)
    text = g_strdup (_("Nothing. You are welcome."));
  else
    /* Translators: on the poster for the door; both are sums: "4,00 € a day, 2,00 € for half a day" */
    text = g_strdup_printf (_("%1$s a day, %2$s for half a day"), day_text, half_text);
  foyer_door_poster_add (poster, _("What a seat costs"), text);
}

char *
foyer_words_public_page (GPtrArray *publications)
{
  g_return_val_if_fail (publications != NULL, NULL);

  for (guint i = 0; i < publications->len; i++)
    {
      const FoyerPublication *publication = publications->pdata[i];

      if (publication->sent && !publication->ending)
        return g_strconcat (publication->origin, "/l/", publication->listing, NULL);
    }

  return NULL;
}

FoyerPaper *
foyer_words_door_poster (const FoyerSpace *space,
                         const GArray     *rules,
                         const char       *link,
                         FoyerDay          today)
{
  g_autofree char *kind = NULL;
  g_autofree char *place = NULL;
  g_autoptr(GPtrArray) sentences = NULL;
  FoyerDoorPoster *poster;

  g_return_val_if_fail (space != NULL && rules != NULL, NULL);

  kind = foyer_words_kind (space->kind);
  place = *space->city != '\0' ? g_strdup_printf ("%s · %s", kind, space->city) : g_steal_pointer (&kind);
  poster = foyer_door_poster_new (space->name, place);
  sentences = foyer_words_week (space, rules, foyer_words_language (), today);
  if (sentences->len > 0)
    {
      g_autofree char *hours = NULL;

      g_ptr_array_add (sentences, NULL);
      hours = g_strjoinv ("\n", (char **) sentences->pdata);
      foyer_door_poster_add (poster, _("Open"), hours);
    }
  add_price (poster, space);
  foyer_door_poster_add (poster, _("When you come"), _("Say your name, or show the code of your ticket or card."));
  if (*space->rules != '\0')
    foyer_door_poster_add (poster, _("House rules"), space->rules);
  if (link != NULL)
    foyer_door_poster_set_link (poster, _("Free days, and how to ask for a seat"), link);
  foyer_door_poster_set_foot (poster, _("Who comes is written down: the name, the day, the times of coming and going. It stays on "
                                        "the host’s own computer. Ask the host to read it, to have it put right, or "
                                        "erased."));

  return FOYER_PAPER (poster);
}
