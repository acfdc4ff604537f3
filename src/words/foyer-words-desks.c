/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-desks.h"

#include <glib/gi18n-lib.h>

/* Of one seat, "" for none. */
static const char *
get_desk (char **desks,
          int    seat)
{
  return desks != NULL ? desks[seat] : "";
}

/* Of one seat that is booked all day: (nullable) */
static char *
describe_day (const char *am,
              const char *pm)
{
  if (g_str_equal (am, pm))
    return *am != '\0' ? g_strdup (am) : NULL;
  if (*pm == '\0')
    /* Translators: %s is the name of a desk, where somebody sits in the morning */
    return g_strdup_printf (_("%s in the morning"), am);
  if (*am == '\0')
    /* Translators: %s is the name of a desk, where somebody sits in the afternoon */
    return g_strdup_printf (_("%s in the afternoon"), pm);

  /* Translators: two names of desks, where somebody sits in the morning and in the afternoon: "Window, then Desk 4" */
  return g_strdup_printf (_("%s, then %s"), am, pm);
}

char *
foyer_words_desks (const FoyerBooking *booking)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  char **any;

  g_return_val_if_fail (booking != NULL, NULL);

  any = booking->am_desks != NULL ? booking->am_desks : booking->pm_desks;
  for (int i = 0; any != NULL && any[i] != NULL; i++)
    {
      const char *am = get_desk (booking->am_desks, i);
      const char *pm = get_desk (booking->pm_desks, i);
      char *text = booking->part == FOYER_PART_FULL ? describe_day (am, pm)
                   : *any[i] != '\0'               ? g_strdup (any[i])
                                                   : NULL;

      if (text != NULL)
        g_ptr_array_add (texts, text);
    }

  return texts->len > 0 ? g_strjoinv (", ", (char **) texts->pdata) : NULL;
}
