/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/web/foyer-web-words.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

static const char *
get_weekday (FoyerDay day,
             nl_item  sunday)
{
  return nl_langinfo (sunday + foyer_day_get_weekday (day) % 7);
}

char *
foyer_web_day (FoyerDay day)
{
  int month, date;

  foyer_day_get_ymd (day, NULL, &month, &date);

  /* Translators: weekday, day of the month, month: “Thursday 26 November” */
  return g_strdup_printf (_("%s %d %s"), get_weekday (day, DAY_1), date, nl_langinfo (MON_1 + month - 1));
}

char *
foyer_web_weekday (FoyerDay day)
{
  const char *name = get_weekday (day, ABDAY_1);
  gsize length = strlen (name);

  /* French writes "jeu."; a cell says it without the point. */
  return g_strndup (name, length > 0 && name[length - 1] == '.' ? length - 1 : length);
}

char *
foyer_web_money (gint64      minor,
                 const char *currency)
{
  FoyerMoney money = { .minor = minor };
  g_autofree char *amount = NULL;
  const char *symbol = g_str_equal (currency, "EUR") ? "€" : currency;
  char *point;

  g_strlcpy (money.currency, currency, sizeof money.currency);
  amount = foyer_money_format (money);
  point = strchr (amount, '.');
  if (point != NULL)
    *point = *nl_langinfo (RADIXCHAR);

  /* Translators: a sum of money: amount (%1$s), currency (%2$s) */
  return g_strdup_printf (C_("money", "%2$s%1$s"), amount, symbol);
}

char *
foyer_web_distance (int metres)
{
  if (metres < 950)
    /* Translators: a distance in metres */
    return g_strdup_printf (_("%d m"), MAX ((metres + 25) / 50 * 50, 50));

  /* Translators: a distance in kilometres: whole ones, the decimal sign, tenths */
  return g_strdup_printf (_("%d%s%d km"), (metres + 50) / 1000, nl_langinfo (RADIXCHAR), (metres + 50) / 100 % 10);
}

char *
foyer_web_cancellation (int minute,
                        int days)
{
  if (days == 0)
    return g_strdup_printf (_("Free until %02d:%02d on the day"), minute / 60, minute % 60);
  if (days == 1)
    return g_strdup_printf (_("Free until %02d:%02d the day before"), minute / 60, minute % 60);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Free until %02d:%02d, %d day before", "Free until %02d:%02d, %d days before",
                                    (gulong) days), minute / 60, minute % 60, days);
}

const char *
foyer_web_kind (FoyerSpaceKind kind)
{
  switch (kind)
    {
    case FOYER_SPACE_HOME:
      return C_("kind of space", "Home");
    case FOYER_SPACE_COWORKING:
      return C_("kind of space", "Coworking");
    case FOYER_SPACE_THIRD_PLACE:
      return C_("kind of space", "Third place");
    default:
      g_return_val_if_reached ("");
    }
}

/* The closed list of tags; what a host wrote in words of their own stays so. */
const char *
foyer_web_tag (const char *tag)
{
  static const struct {
    const char *tag;
    const char *words;
  } known[] = {
    { "accessible-toilet", NC_("amenity", "Accessible toilet") },
    { "air-conditioning", NC_("amenity", "Air conditioning") },
    { "balcony", NC_("amenity", "Balcony") },
    { "bike-parking", NC_("amenity", "Room for bikes") },
    { "calls-welcome", NC_("amenity", "Calls welcome") },
    { "cat", NC_("amenity", "A cat") },
    { "child-friendly", NC_("amenity", "Children welcome") },
    { "coffee", NC_("amenity", "Coffee") },
    { "dog", NC_("amenity", "A dog") },
    { "ergonomic-chair", NC_("amenity", "Good chairs") },
    { "fiber", NC_("amenity", "Fibre") },
    { "garden", NC_("amenity", "Garden") },
    { "kitchen", NC_("amenity", "Kitchen") },
    { "library", NC_("amenity", "Library") },
    { "lift", NC_("amenity", "Lift") },
    { "locker", NC_("amenity", "Lockers") },
    { "meeting-room", NC_("amenity", "Meeting room") },
    { "monitor", NC_("amenity", "Second screen") },
    { "no-pets", NC_("amenity", "No pets") },
    { "no-smoking", NC_("amenity", "No smoking") },
    { "parking", NC_("amenity", "Parking") },
    { "pets-welcome", NC_("amenity", "Pets welcome") },
    { "phone-booth", NC_("amenity", "Phone booth") },
    { "piano", NC_("amenity", "Piano") },
    { "printer", NC_("amenity", "Printer") },
    { "public-transport", NC_("amenity", "Public transport nearby") },
    { "quiet", NC_("amenity", "Quiet") },
    { "scanner", NC_("amenity", "Scanner") },
    { "shower", NC_("amenity", "Shower") },
    { "standing-desk", NC_("amenity", "Standing desk") },
    { "step-free", NC_("amenity", "Step-free") },
    { "tea", NC_("amenity", "Tea") },
    { "terrace", NC_("amenity", "Terrace") },
    { "vegetarian", NC_("amenity", "Vegetarian") },
    { "whiteboard", NC_("amenity", "Whiteboard") },
    { "wifi", NC_("amenity", "Wi-Fi") },
    { "workshop", NC_("amenity", "Workshop") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (tag, known[i].tag))
      return g_dpgettext2 (GETTEXT_PACKAGE, "amenity", known[i].words);

  return tag;
}
