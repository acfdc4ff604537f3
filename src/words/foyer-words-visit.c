/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-visit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/foyer-instant.h"
#include "words/foyer-words.h"

/* Below this a distance is said in tens of metres. */
#define KILOMETRE 1000
#define ROUGH 10

#define NO_BREAK_SPACE "\u00a0"

static const struct {
  const char *tag;
  const char *name;
} tags[] = {
  { "accessible-toilet", N_("Accessible toilet") },
  { "air-conditioning", N_("Air conditioning") },
  { "balcony", N_("Balcony") },
  { "bike-parking", N_("Bike parking") },
  { "calls-welcome", N_("Calls welcome") },
  { "cat", N_("Cat") },
  { "child-friendly", N_("Child-friendly") },
  { "coffee", N_("Coffee") },
  { "dog", N_("Dog") },
  { "ergonomic-chair", N_("Ergonomic chair") },
  { "fiber", N_("Fibre") },
  { "garden", N_("Garden") },
  { "kitchen", N_("Kitchen") },
  { "library", N_("Library") },
  { "lift", N_("Lift") },
  { "locker", N_("Locker") },
  { "meeting-room", N_("Meeting room") },
  { "monitor", N_("Second screen") },
  { "no-pets", N_("No pets") },
  { "no-smoking", N_("No smoking") },
  { "parking", N_("Parking") },
  { "pets-welcome", N_("Pets welcome") },
  { "phone-booth", N_("Phone booth") },
  { "piano", N_("Piano") },
  { "printer", N_("Printer") },
  { "public-transport", N_("Public transport") },
  { "quiet", N_("Quiet") },
  { "scanner", N_("Scanner") },
  { "shower", N_("Shower") },
  { "standing-desk", N_("Standing desk") },
  { "step-free", N_("Step-free") },
  { "tea", N_("Tea") },
  { "terrace", N_("Terrace") },
  { "vegetarian", N_("Vegetarian") },
  { "whiteboard", N_("Whiteboard") },
  { "wifi", N_("Wi-Fi") },
  { "workshop", N_("Workshop") },
};

const char * const *
foyer_words_get_tags (void)
{
  static const char *list[G_N_ELEMENTS (tags) + 1];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
        list[i] = tags[i].tag;
      g_once_init_leave (&made, 1);
    }

  return list;
}

char *
foyer_words_tag (const char *tag)
{
  g_return_val_if_fail (tag != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strcmp (tags[i].tag, tag) == 0)
      return g_strdup (_(tags[i].name));

  return g_strdup (tag);
}

char *
foyer_words_distance (int metres)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (metres >= 0, NULL);

  if (metres < KILOMETRE - ROUGH / 2)
    /* Translators: a distance in metres */
    return g_strdup_printf (_("%d\u00a0m"), (metres + ROUGH / 2) / ROUGH * ROUGH);

  /* One decimal, with the locale's sign, up to ten kilometres; none where it is a zero. */
  if (metres < 10 * KILOMETRE - 50 && (metres + 50) / 100 % 10 != 0)
    number = g_strdup_printf ("%.1f", metres / (double) KILOMETRE);
  else
    number = g_strdup_printf ("%d", (metres + KILOMETRE / 2) / KILOMETRE);
  /* Translators: a distance in kilometres, "1.1 km" */
  return g_strdup_printf (_("%s\u00a0km"), number);
}

char *
foyer_words_moment (GTimeZone *zone,
                    gint64     now_ms,
                    gint64     instant_ms)
{
  FoyerDay day = foyer_instant_get_day (zone, instant_ms);
  int distance = day - foyer_instant_get_day (zone, now_ms);
  g_autofree char *time = foyer_words_time (foyer_instant_get_minute (zone, instant_ms));
  g_autofree char *date = NULL;

  if (distance == 0)
    /* Translators: %s is a time: "until today at 18:00" */
    return g_strdup_printf (C_("moment in a sentence", "today at %s"), time);
  if (distance == 1)
    /* Translators: %s is a time: "until tomorrow at 18:00" */
    return g_strdup_printf (C_("moment in a sentence", "tomorrow at %s"), time);
  if (distance == -1)
    /* Translators: %s is a time: "as of yesterday at 18:00" */
    return g_strdup_printf (C_("moment in a sentence", "yesterday at %s"), time);

  date = foyer_words_day_long (day);
  /* Translators: %1$s is a day, %2$s a time: "until Wednesday 25 November at 18:00" */
  return g_strdup_printf (C_("moment in a sentence", "%1$s at %2$s"), date, time);
}

char *
foyer_words_facts (const char * const *facts)
{
  g_autoptr(GPtrArray) said = g_ptr_array_new ();
  g_autoptr(GString) separator = NULL;

  g_return_val_if_fail (facts != NULL, NULL);

  for (gsize i = 0; facts[i] != NULL; i++)
    if (*facts[i] != '\0')
      g_ptr_array_add (said, (gpointer) facts[i]);
  g_ptr_array_add (said, NULL);
  /* Translators: stands between short facts about a person: "Regular · Afternoon" */
  separator = g_string_new (C_("between facts", " · "));
  /* A line does not begin with the sign between two facts. */
  if (separator->str[0] == ' ')
    {
      g_string_erase (separator, 0, 1);
      g_string_prepend (separator, NO_BREAK_SPACE);
    }
  return g_strjoinv (separator->str, (char **) said->pdata);
}

char *
foyer_words_seats (int seats)
{
  return g_strdup_printf (ngettext ("%d seat", "%d seats", seats), seats);
}
