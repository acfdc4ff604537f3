/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-read.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-output.h"
#include "core/foyer-instant.h"
#include "core/foyer-money.h"
#include "core/foyer-text.h"

#define MICRO 1000000

gboolean
foyer_cli_read_int (FoyerCliArgs  *args,
                    const char    *option,
                    int            least,
                    int            most,
                    int           *value,
                    GError       **error)
{
  const char *text = foyer_cli_args_get (args, option);
  g_autofree char *quoted = NULL;
  gint64 number;

  if (text == NULL)
    return TRUE;
  if (g_ascii_isdigit (*text) && g_ascii_string_to_signed (text, 10, least, most, &number, NULL))
    {
      *value = (int) number;
      return TRUE;
    }
  quoted = foyer_cli_quote (text);

  return foyer_cli_refuse (error, _("--%s wants a whole number from %d to %d, not “%s”."),
                           option, least, most, quoted);
}

gboolean
foyer_cli_read_seed (FoyerCliArgs  *args,
                     const char    *option,
                     guint64       *value,
                     GError       **error)
{
  const char *text = foyer_cli_args_get (args, option);
  g_autofree char *quoted = NULL;

  if (text == NULL)
    return TRUE;
  if (g_ascii_isdigit (*text) && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, value, NULL))
    return TRUE;
  quoted = foyer_cli_quote (text);

  return foyer_cli_refuse (error, _("--%s wants a whole number that is not negative, not “%s”."), option, quoted);
}

gboolean
foyer_cli_parse_day (const char  *text,
                     FoyerDay    *day,
                     GError     **error)
{
  g_autofree char *quoted = NULL;

  if (foyer_day_parse (text, day, NULL))
    return TRUE;
  quoted = foyer_cli_quote (text);

  return foyer_cli_refuse (error, _("“%s” is not a date; write it like 2026-11-26."), quoted);
}

gboolean
foyer_cli_parse_range (const char  *text,
                       FoyerDay    *first,
                       FoyerDay    *last,
                       GError     **error)
{
  g_autofree char *quoted = NULL;

  if (foyer_day_parse_range (text, first, last, NULL))
    return TRUE;
  quoted = foyer_cli_quote (text);

  return foyer_cli_refuse (error, _("“%s” is neither a date nor a range of dates; write 2026-11-26 or 2026-12-21..2026-12-31."),
                           quoted);
}

gboolean
foyer_cli_read_day (FoyerCliArgs  *args,
                    const char    *option,
                    FoyerDay      *day,
                    GError       **error)
{
  const char *text = foyer_cli_args_get (args, option);

  return text == NULL || foyer_cli_parse_day (text, day, error);
}

gboolean
foyer_cli_read_minute (FoyerCliArgs  *args,
                       const char    *option,
                       int           *minute,
                       GError       **error)
{
  const char *text = foyer_cli_args_get (args, option);
  g_autofree char *quoted = NULL;
  int value;

  if (text == NULL)
    return TRUE;
  if (foyer_minute_parse (text, &value, NULL) && value > 0 && value < 24 * 60)
    {
      *minute = value;
      return TRUE;
    }
  quoted = foyer_cli_quote (text);

  return foyer_cli_refuse (error, _("--%s wants an hour such as 13:00, not “%s”."), option, quoted);
}

gboolean
foyer_cli_read_price (FoyerCliArgs  *args,
                      const char    *option,
                      const char    *currency,
                      gint64        *minor,
                      GError       **error)
{
  const char *text = foyer_cli_args_get (args, option);
  g_autofree char *quoted = NULL;
  FoyerMoney money;

  if (text == NULL)
    return TRUE;
  if (foyer_money_parse (text, currency, &money, NULL))
    {
      *minor = money.minor;
      return TRUE;
    }
  quoted = foyer_cli_quote (text);
  if (foyer_currency_is_valid (currency) && foyer_currency_get_digits (currency) == 0)
    return foyer_cli_refuse (error, _("--%s wants an amount in %s such as 400, without decimals, not “%s”."),
                             option, currency, quoted);

  return foyer_cli_refuse (error, _("--%s wants an amount in %s such as 4 or 4.00, not “%s”."),
                           option, currency, quoted);
}

gboolean
foyer_cli_read_part (FoyerCliArgs  *args,
                     FoyerPart     *part,
                     GError       **error)
{
  const char *text = foyer_cli_args_get (args, "part");
  g_autofree char *quoted = NULL;

  if (text == NULL || foyer_part_parse (text, part, NULL))
    return TRUE;
  quoted = foyer_cli_quote (text);

  return foyer_cli_refuse (error, _("--part wants full, am or pm, not “%s”."), quoted);
}

/* "-0.57", "4.8357": at most 6 digits count, the rest is read and left. */
static gboolean
parse_degrees (const char *text,
               int         most,
               int        *degrees_e6)
{
  gboolean negative = *text == '-';
  gint64 value = 0;
  int scale = MICRO;

  if (*text == '-' || *text == '+')
    text++;
  if (!g_ascii_isdigit (*text))
    return FALSE;
  for (; g_ascii_isdigit (*text); text++)
    {
      value = value * 10 + g_ascii_digit_value (*text);
      if (value > most)
        return FALSE;
    }
  value *= MICRO;
  if (*text == '.' && g_ascii_isdigit (text[1]))
    for (text++; g_ascii_isdigit (*text); text++)
      {
        scale /= 10;
        value += g_ascii_digit_value (*text) * scale;
      }
  if (*text != '\0' || value > (gint64) most * MICRO)
    return FALSE;
  *degrees_e6 = (int) (negative ? -value : value);

  return TRUE;
}

gboolean
foyer_cli_read_degrees (FoyerCliArgs  *args,
                        const char    *option,
                        int            most,
                        int           *degrees_e6,
                        GError       **error)
{
  const char *text = foyer_cli_args_get (args, option);
  g_autofree char *quoted = NULL;

  if (text == NULL || parse_degrees (text, most, degrees_e6))
    return TRUE;
  quoted = foyer_cli_quote (text);

  return foyer_cli_refuse (error, _("--%s wants degrees from −%d to %d such as 45.757, not “%s”."),
                           option, most, most, quoted);
}

gboolean
foyer_cli_read_name (FoyerCliArgs  *args,
                     const char    *option,
                     const char    *field,
                     gsize          max_chars,
                     char         **text,
                     GError       **error)
{
  const char *given = foyer_cli_args_get (args, option);

  if (given == NULL)
    return TRUE;
  *text = foyer_text_clean_name (given, field, max_chars, error);

  return *text != NULL;
}

gboolean
foyer_cli_need (FoyerCliArgs  *args,
                const char    *option,
                GError       **error)
{
  const char *command = foyer_cli_args_get_command (args)->name;

  if (foyer_cli_args_has (args, option))
    return TRUE;

  return foyer_cli_refuse (error, _("“%s” needs the option --%s; see “foyerctl %s --help”."),
                           command, option, command);
}

gboolean
foyer_cli_need_one_of (FoyerCliArgs        *args,
                       const char * const  *options,
                       GError             **error)
{
  const char *command = foyer_cli_args_get_command (args)->name;
  g_autofree char *list = g_strjoinv (", --", (char **) options);
  int n = 0;

  for (gsize i = 0; options[i] != NULL; i++)
    n += foyer_cli_args_has (args, options[i]) ? 1 : 0;
  if (n == 1)
    return TRUE;

  /* Translators: the second %s is a list of options, "--member, --guest" */
  return foyer_cli_refuse (error, _("“%s” needs exactly one of the options --%s; see “foyerctl %s --help”."),
                           command, list, command);
}

gboolean
foyer_cli_check_brought (FoyerCliArgs  *args,
                         GError       **error)
{
  if (foyer_cli_args_has (args, "of") && !foyer_cli_args_has (args, "guest"))
    return foyer_cli_refuse (error, _("--of needs --guest, the name of who is brought."));
  if (foyer_cli_args_has (args, "pays-self") && !foyer_cli_args_has (args, "of"))
    return foyer_cli_refuse (error, _("--pays-self needs --of, the booking of who brings them."));

  return TRUE;
}
