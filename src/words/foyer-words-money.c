/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <string.h>

#define NO_BREAK_SPACE "\u00a0"
#define MINUS "\u2212"

/* How the locale writes an amount, whatever its currency. */
typedef struct {
  char    *decimal_point;
  char    *separator;
  char    *grouping;
  gboolean symbol_first;
  gboolean spaced;
} Form;

static void
form_clear (Form *form)
{
  g_free (form->decimal_point);
  g_free (form->separator);
  g_free (form->grouping);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Form, form_clear)

static char *
from_locale (const char *text)
{
  char *utf8 = g_locale_to_utf8 (text, -1, NULL, NULL, NULL);

  return utf8 != NULL ? utf8 : g_strdup ("");
}

char
foyer_words_cell_separator (void)
{
  return *localeconv ()->decimal_point == ',' ? ';' : ',';
}

static void
form_init (Form *form)
{
  const struct lconv *conv = localeconv ();

  if (*conv->mon_decimal_point == '\0')
    {
      form->decimal_point = g_strdup (".");
      form->separator = g_strdup (",");
      form->grouping = g_strdup ("\3");
      form->symbol_first = TRUE;
      form->spaced = FALSE;
      return;
    }
  form->decimal_point = from_locale (conv->mon_decimal_point);
  form->separator = from_locale (conv->mon_thousands_sep);
  form->grouping = g_strdup (conv->mon_grouping);
  form->symbol_first = conv->p_cs_precedes == 1;
  form->spaced = conv->p_sep_by_space == 1;
}

/* The sign that people of the locale know, else the code itself. */
static char *
get_symbol (const char *currency)
{
  static const struct {
    const char *code;
    const char *symbol;
  } signs[] = {
    { "EUR", "€" },
    { "GBP", "£" },
  };
  const struct lconv *conv = localeconv ();

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (signs[i].code, currency) == 0)
      return g_strdup (signs[i].symbol);
  if (strncmp (conv->int_curr_symbol, currency, 3) == 0 && *conv->currency_symbol != '\0')
    return from_locale (conv->currency_symbol);

  return g_strdup (currency);
}

/* Appends @digits with the locale's separators: the bytes of a grouping are the sizes of
 * the groups from the right, the last one repeats, CHAR_MAX ends the grouping. */
static void
append_grouped (GString    *text,
                const char *digits,
                const Form *form)
{
  gsize n_digits = strlen (digits);
  g_autofree gboolean *cuts = g_new0 (gboolean, n_digits + 1);
  const char *group = form->grouping;
  gsize left = n_digits;

  while (*group > 0 && *group != CHAR_MAX && left > (gsize) *group)
    {
      left -= (gsize) *group;
      cuts[left] = TRUE;
      if (group[1] != '\0')
        group++;
    }
  for (gsize i = 0; i < n_digits; i++)
    {
      if (cuts[i])
        g_string_append (text, form->separator);
      g_string_append_c (text, digits[i]);
    }
}

char *
foyer_words_money (FoyerMoney money)
{
  g_auto(Form) form = { NULL };
  g_autofree char *symbol = get_symbol (money.currency);
  g_autofree char *plain = foyer_money_format (money);
  const char *digits = *plain == '-' ? plain + 1 : plain;
  g_auto(GStrv) halves = g_strsplit (digits, ".", 2);
  GString *text = g_string_new (*plain == '-' ? MINUS : "");
  gboolean spaced;

  form_init (&form);
  /* Letters that touched the digits would be read as one word. */
  spaced = form.spaced || g_unichar_isalpha (g_utf8_get_char (symbol));
  if (form.symbol_first)
    g_string_append_printf (text, "%s%s", symbol, spaced ? NO_BREAK_SPACE : "");
  append_grouped (text, halves[0], &form);
  if (halves[1] != NULL)
    g_string_append_printf (text, "%s%s", form.decimal_point, halves[1]);
  if (!form.symbol_first)
    g_string_append_printf (text, "%s%s", spaced ? NO_BREAK_SPACE : "", symbol);

  return g_string_free_and_steal (text);
}

char *
foyer_words_gets_back (FoyerMoney paid,
                       gint64     due_minor)
{
  FoyerMoney due = paid;
  g_autofree char *paid_text = NULL;
  g_autofree char *due_text = NULL;

  due.minor = due_minor;
  paid_text = foyer_words_money (paid);
  due_text = foyer_words_money (due);
  if (paid.minor > 0 && due_minor > 0)
    /* Translators: what becomes of a booking that the host cancels; the first amount was paid, the second was not */
    return g_strdup_printf (_("%s to refund, %s no longer due"), paid_text, due_text);
  if (paid.minor > 0)
    /* Translators: %s is an amount that a guest paid for days that are about to close */
    return g_strdup_printf (_("%s to refund"), paid_text);
  if (due_minor > 0)
    /* Translators: %s is an amount that a guest need not pay, since the days close */
    return g_strdup_printf (_("%s no longer due"), due_text);

  return g_strdup ("");
}

char *
foyer_words_money_typed (FoyerMoney money)
{
  g_autofree char *text = foyer_money_format (money);
  GString *written = g_string_new (text);

  g_string_replace (written, ".", nl_langinfo (RADIXCHAR), 1);

  return g_string_free_and_steal (written);
}
