/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-passes.h"

#include <glib/gi18n-lib.h>

#include "words/foyer-words.h"

char *
foyer_words_days (int halves)
{
  const int n = halves / 2;

  g_return_val_if_fail (halves > 0, g_strdup (""));

  if (halves == 1)
    return g_strdup (C_("number of days", "½ day"));
  if (halves % 2 == 0)
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) n), n);

  /* Translators: days and a half: "1½ days", "6½ days" */
  return g_strdup_printf (ngettext ("%d½ days", "%d½ days", (gulong) n), n);
}

char *
foyer_words_pass_kind (const FoyerPass *pass)
{
  const int n = pass != NULL ? pass->halves / 2 : 0;

  g_return_val_if_fail (pass != NULL, NULL);

  if (pass->halves == 0)
    return g_strdup (pass->from != FOYER_DAY_NONE && pass->until == foyer_pass_month_until (pass->from)
                       ? _("Monthly Pass") : C_("pass", "Pass"));
  if (pass->halves == 1)
    return g_strdup (_("Half-Day Pass"));
  if (pass->halves == 2)
    return g_strdup (_("Day Pass"));
  if (pass->halves % 2 == 0)
    /* Translators: a pass for so many days, whenever its owner comes */
    return g_strdup_printf (ngettext ("Carnet of %d Day", "Carnet of %d Days", (gulong) n), n);

  /* Translators: a pass for days and a half: "Carnet of 2½ Days" */
  return g_strdup_printf (ngettext ("Carnet of %d½ Days", "Carnet of %d½ Days", (gulong) n), n);
}

char *
foyer_words_pass_left (const FoyerPass *pass)
{
  g_autofree char *days = NULL;

  g_return_val_if_fail (pass != NULL, NULL);

  if (pass->halves == 0)
    /* Translators: a pass that has no number of days */
    return g_strdup (C_("pass", "Unlimited"));
  if (foyer_pass_get_left (pass) <= 0)
    return g_strdup (C_("pass", "Nothing left"));
  days = foyer_words_days (foyer_pass_get_left (pass));

  /* Translators: of a pass; %s is a number of days such as "6½ days" */
  return g_strdup_printf (C_("pass", "%s left"), days);
}

char *
foyer_words_pass_time (const FoyerPass *pass,
                       FoyerDay         today)
{
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (pass != NULL, NULL);

  if (pass->until != FOYER_DAY_NONE)
    until = foyer_words_day_dated (pass->until, today);
  if (until != NULL && pass->until < today)
    /* Translators: of a pass; %s is a day such as "22 December" */
    return g_strdup_printf (C_("pass", "Expired on %s"), until);
  if (pass->from != FOYER_DAY_NONE && pass->from > today)
    {
      from = foyer_words_day_dated (pass->from, today);
      return until != NULL
               /* Translators: of a pass; two days such as "23 November" and "22 December" */
               ? g_strdup_printf (C_("pass", "From %s until %s"), from, until)
               /* Translators: of a pass; %s is a day such as "22 December" */
               : g_strdup_printf (C_("pass", "From %s"), from);
    }

  return until != NULL
           /* Translators: of a pass; %s is a day such as "22 December" */
           ? g_strdup_printf (C_("pass", "Until %s"), until)
           : g_strdup (C_("pass", "Without end"));
}

char *
foyer_words_pass_why (const FoyerPass *pass)
{
  FoyerMoney price = { .minor = 0 };

  g_return_val_if_fail (pass != NULL, NULL);

  switch (pass->reason)
    {
    case FOYER_PASS_GIFT:
      return g_strdup (C_("pass", "Gift"));
    case FOYER_PASS_TRIAL:
      return g_strdup (C_("pass", "Trial"));
    case FOYER_PASS_SOLD:
    default:
      price.minor = pass->price_minor;
      g_strlcpy (price.currency, pass->currency, sizeof price.currency);
      return foyer_words_money (price);
    }
}

char *
foyer_words_paid_by_pass (const FoyerBooking *booking,
                          FoyerDay            today)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (booking != NULL, NULL);

  if (booking->pass_halves == 0)
    return g_strdup ("");
  if (booking->pass_until != FOYER_DAY_NONE)
    {
      words = foyer_words_day_dated (booking->pass_until, today);
      /* Translators: a pass pays a visit; %s is a day such as "22 December" */
      return g_strdup_printf (_("Pass until %s"), words);
    }
  if (booking->pass_left == 0)
    return g_strdup (_("Pass, nothing left"));
  words = foyer_words_days (booking->pass_left);

  /* Translators: a pass pays a visit; %s is a number of days such as "6½ days" */
  return g_strdup_printf (_("Pass, %s left"), words);
}
