/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-pass.h"

#include "core/foyer-error.h"
#include "core/foyer-money.h"

static const char * const names[] = {
  [FOYER_PASS_SOLD] = "sold",
  [FOYER_PASS_GIFT] = "gift",
  [FOYER_PASS_TRIAL] = "trial",
};

/**
 * foyer_pass_reason_get_name:
 * @reason: a reason
 *
 * Returns: (transfer none): the word of scripts and the database; never translated
 */
const char *
foyer_pass_reason_get_name (FoyerPassReason reason)
{
  g_return_val_if_fail ((gsize) reason < G_N_ELEMENTS (names), names[0]);

  return names[reason];
}

/**
 * foyer_pass_reason_parse:
 * @name: any text
 * @reason: (out): the reason
 * @error: return location for an error
 *
 * Reads the word of a reason, exactly as [func@pass_reason_get_name] gives it.
 *
 * Returns: whether @name is one, else %FOYER_ERROR_INVALID
 */
gboolean
foyer_pass_reason_parse (const char       *name,
                         FoyerPassReason  *reason,
                         GError          **error)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (reason != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      {
        *reason = (FoyerPassReason) i;
        return TRUE;
      }

  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "Not a reason of a pass");
  return FALSE;
}

/**
 * foyer_pass_free:
 * @self: (transfer full): a pass from g_new0() or the store
 *
 * Frees @self and its texts.
 */
void
foyer_pass_free (FoyerPass *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->person_id);
  g_free (self->space_id);
  g_free (self->method);
  g_free (self);
}

/**
 * foyer_pass_get_left:
 * @self: a pass
 *
 * Returns: the half days that no visit took; -1 for a pass without a number of days
 */
int
foyer_pass_get_left (const FoyerPass *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->halves == 0 ? -1 : self->halves - self->n_used;
}

/**
 * foyer_pass_is_good_on:
 * @self: a pass
 * @day: the day of a visit
 *
 * Returns: whether @self can pay of a visit on @day: it has half days left, its time is not over,
 *   nobody ended it
 */
gboolean
foyer_pass_is_good_on (const FoyerPass *self,
                       FoyerDay         day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->ended_ms == 0 && foyer_pass_get_left (self) != 0
         && (self->from == FOYER_DAY_NONE || self->from <= day)
         && (self->until == FOYER_DAY_NONE || day <= self->until);
}

/* The order in which passes pay: what costs nothing, what is lost first, what is older. */
static int
foyer_pass_compare_turn (gboolean unlimited_a,
                         FoyerDay until_a,
                         gint64   sold_a,
                         gboolean unlimited_b,
                         FoyerDay until_b,
                         gint64   sold_b)
{
  if (unlimited_a != unlimited_b)
    return unlimited_a ? -1 : 1;
  if (until_a != until_b)
    {
      if (until_a == FOYER_DAY_NONE || until_b == FOYER_DAY_NONE)
        return until_b == FOYER_DAY_NONE ? -1 : 1;
      return until_a < until_b ? -1 : 1;
    }

  return sold_a < sold_b ? -1 : sold_a > sold_b;
}

/**
 * foyer_pass_compare:
 * @a: a pass
 * @b: another one
 *
 * Sorts passes by their turn: those without a number of days, then what expires first, then
 * what was given out first.
 *
 * Returns: below 0 when @a pays before @b, above 0 when after it
 */
int
foyer_pass_compare (const FoyerPass *a,
                    const FoyerPass *b)
{
  return foyer_pass_compare_turn (a->halves == 0, a->until, a->sold_ms, b->halves == 0, b->until, b->sold_ms);
}

static const char *
foyer_pass_find_problem (const FoyerPass *self)
{
  if (self->halves < 0 || self->halves > FOYER_PASS_HALVES_MAX)
    return "pass days are not from ½ to 1000";
  if (self->halves == 0 && (self->from == FOYER_DAY_NONE || self->until == FOYER_DAY_NONE))
    return "pass without a number of days needs its first and its last day";
  if ((self->from != FOYER_DAY_NONE && !foyer_day_is_valid (self->from))
      || (self->until != FOYER_DAY_NONE && !foyer_day_is_valid (self->until)))
    return "no such day";
  if (self->from != FOYER_DAY_NONE && self->until != FOYER_DAY_NONE && self->until < self->from)
    return "pass ends before it begins";
  if (self->price_minor < 0)
    return "price is below zero";
  if (self->reason != FOYER_PASS_SOLD && (self->price_minor != 0 || *self->method != '\0'))
    return "pass that is given has no price";
  if (!foyer_currency_is_valid (self->currency))
    return "currency is not a code of ISO 4217";
  if (*self->method != '\0' && !g_str_equal (self->method, "cash") && !g_str_equal (self->method, "transfer")
      && !g_str_equal (self->method, "card"))
    return "pass is paid by cash, transfer or card";

  return NULL;
}

/**
 * foyer_pass_check:
 * @self: a pass to be given out
 * @error: return location for an error
 *
 * Whether the values of @self can be those of a pass.
 *
 * Returns: %TRUE, else %FOYER_ERROR_INVALID, whose message begins with the field, or
 *   %FOYER_ERROR_TOO_MUCH for the price
 */
gboolean
foyer_pass_check (const FoyerPass  *self,
                  GError          **error)
{
  const char *problem;

  g_return_val_if_fail (self != NULL && self->method != NULL, FALSE);

  problem = foyer_pass_find_problem (self);
  if (problem != NULL)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, problem);
  else if (self->price_minor > FOYER_MONEY_MAX)
    g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH, "price is more than any amount that is kept");
  else
    return TRUE;

  return FALSE;
}

/**
 * foyer_pass_parse_days:
 * @text: a number of days: "10", "0.5", "2,5", "10.0"
 * @halves: (out): as half days, 1 to %FOYER_PASS_HALVES_MAX
 * @error: return location for an error
 *
 * Reads a number of days that may end in a half.
 *
 * Returns: whether @text is one, else %FOYER_ERROR_INVALID
 */
gboolean
foyer_pass_parse_days (const char  *text,
                       int         *halves,
                       GError     **error)
{
  const char *end = text;
  int n = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (halves != NULL, FALSE);

  for (; g_ascii_isdigit (*end) && n <= FOYER_PASS_HALVES_MAX; end++)
    n = n * 10 + g_ascii_digit_value (*end);
  n *= 2;
  if (end != text && (*end == '.' || *end == ',') && (end[1] == '0' || end[1] == '5'))
    {
      n += end[1] == '5' ? 1 : 0;
      for (end += 2; *end == '0'; end++)
        ;
    }
  if (end == text || *end != '\0' || n < 1 || n > FOYER_PASS_HALVES_MAX)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "pass days are not from ½ to 1000");
      return FALSE;
    }
  *halves = n;

  return TRUE;
}

/**
 * foyer_pass_month_until:
 * @from: the first day of a monthly pass
 *
 * A month ends on the eve of its day in the next one, and at the latest with that month: from
 * 23 November to 22 December, from 1 November to the 30th, from 30 January to the end of
 * February.
 *
 * Returns: its last day, or %FOYER_DAY_NONE after the year 9999
 */
FoyerDay
foyer_pass_month_until (FoyerDay from)
{
  FoyerDay then;
  int first, last;

  g_return_val_if_fail (foyer_day_is_valid (from), FOYER_DAY_NONE);

  then = foyer_day_add_months (from, 1);
  if (then == FOYER_DAY_NONE)
    return FOYER_DAY_NONE;
  foyer_day_get_ymd (from, NULL, NULL, &first);
  foyer_day_get_ymd (then, NULL, NULL, &last);

  return first == last ? then - 1 : then;
}

/**
 * foyer_pass_count_halves:
 * @part: what of the day
 * @seats: how many
 *
 * Returns: the half days of a visit
 */
int
foyer_pass_count_halves (FoyerPart part,
                         int       seats)
{
  return seats * (part == FOYER_PART_FULL ? 2 : 1);
}

/**
 * foyer_pass_get_due:
 * @price_minor: what a visit costs, in minor units
 * @halves: its half days
 * @n_paid: how many of them passes paid
 *
 * What is due in money: nothing when passes paid the whole visit, else the price of the half days
 * that are left, rounded up to a minor unit as the price of half a day is.
 *
 * Returns: an amount in minor units
 */
gint64
foyer_pass_get_due (gint64 price_minor,
                    int    halves,
                    int    n_paid)
{
  g_return_val_if_fail (halves > 0, price_minor);

  if (n_paid <= 0)
    return price_minor;
  if (n_paid >= halves)
    return 0;

  return (price_minor * (halves - n_paid) + halves - 1) / halves;
}

/* In its turn; among passes with a number of days the one that paid of the visit goes on. */
static gboolean
foyer_pass_choice_is_before (const FoyerPassChoice *a,
                             const FoyerPassChoice *b)
{
  if (!a->unlimited && !b->unlimited && (a->taken > 0) != (b->taken > 0))
    return a->taken > 0;

  return foyer_pass_compare_turn (a->unlimited, a->until, a->sold_ms, b->unlimited, b->until, b->sold_ms) < 0;
}

/**
 * foyer_pass_choose:
 * @choices: (array length=n) (inout): the passes of a person that are good for a visit
 * @n: how many
 * @halves: the half days of the visit that nothing has paid yet
 *
 * Which passes pay a visit. A pass without a number of days goes first, since that costs nothing;
 * a carnet that paid the morning pays the afternoon too; then goes what expires first, and of
 * what expires together the oldest. Where one has too little left the next pays the rest, so
 * that no half day is lost; what is still missing is to be paid in money.
 *
 * Returns: how many half days they pay together
 */
int
foyer_pass_choose (FoyerPassChoice *choices,
                   gsize            n,
                   int              halves)
{
  int paid = 0;

  for (gsize i = 0; i < n; i++)
    choices[i].take = 0;

  while (paid < halves)
    {
      FoyerPassChoice *best = NULL;

      for (gsize i = 0; i < n; i++)
        if (choices[i].take == 0 && choices[i].left > 0
            && (best == NULL || foyer_pass_choice_is_before (&choices[i], best)))
          best = &choices[i];
      if (best == NULL)
        break;
      best->take = MIN (best->left, halves - paid);
      paid += best->take;
    }

  return paid;
}
