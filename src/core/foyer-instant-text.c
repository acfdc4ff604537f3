/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-instant.h"

#include <string.h>

#include "core/foyer-error.h"

#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)
#define MS_PER_DAY (1440 * MS_PER_MINUTE)

/* Reads two digits that are less than @end and moves on; -1 when there are none. */
static int
read_two (const char **p,
          int          end)
{
  int value;

  if (!g_ascii_isdigit ((*p)[0]) || !g_ascii_isdigit ((*p)[1]))
    return -1;
  value = g_ascii_digit_value ((*p)[0]) * 10 + g_ascii_digit_value ((*p)[1]);
  *p += 2;

  return value < end ? value : -1;
}

static gboolean
read_char (const char **p,
           const char  *allowed)
{
  if (**p == '\0' || strchr (allowed, **p) == NULL)
    return FALSE;
  (*p)++;

  return TRUE;
}

/* ".123456": milliseconds, the rest cut off; 0 when there is no fraction. */
static int
read_fraction (const char **p)
{
  int ms = 0;

  if (**p != '.')
    return 0;
  (*p)++;
  if (!g_ascii_isdigit (**p))
    return -1;
  for (int scale = 100; g_ascii_isdigit (**p); (*p)++, scale /= 10)
    ms += scale * g_ascii_digit_value (**p);

  return ms;
}

static gboolean
read_offset (const char **p,
             gint64      *offset_ms)
{
  gboolean east = **p == '+';
  int hour, minute;

  *offset_ms = 0;
  if (read_char (p, "Zz"))
    return TRUE;
  if (!read_char (p, "+-") ||
      (hour = read_two (p, 24)) < 0 || !read_char (p, ":") || (minute = read_two (p, 60)) < 0)
    return FALSE;
  *offset_ms = (east ? 1 : -1) * (hour * 60 + minute) * MS_PER_MINUTE;

  return TRUE;
}

static gboolean
read_instant (const char *text,
              gint64     *instant_ms)
{
  g_autofree char *date = g_strndup (text, FOYER_DAY_TEXT_SIZE - 1);
  const char *p = text + strlen (date);
  FoyerDay day;
  int hour, minute, second, ms;
  gint64 offset_ms;

  if (!foyer_day_parse (date, &day, NULL) || !read_char (&p, "Tt") ||
      (hour = read_two (&p, 24)) < 0 || !read_char (&p, ":") ||
      (minute = read_two (&p, 60)) < 0 || !read_char (&p, ":") ||
      (second = read_two (&p, 60)) < 0 ||
      (ms = read_fraction (&p)) < 0 ||
      !read_offset (&p, &offset_ms) || *p != '\0')
    return FALSE;

  *instant_ms = day * MS_PER_DAY + (hour * 60 + minute) * MS_PER_MINUTE + second * 1000 + ms -
                offset_ms;

  return foyer_day_is_valid ((FoyerDay) (*instant_ms / MS_PER_DAY)) &&
         *instant_ms >= foyer_day_new (1900, 1, 1) * MS_PER_DAY;
}

/**
 * foyer_instant_parse:
 * @text: any text
 * @instant_ms: (out): UTC milliseconds
 * @error: return location for an error
 *
 * Reads the `date-time` of RFC 3339, section 5.6, as FOYER_NOW wants it: with seconds and
 * an offset or "Z"; a fraction may be there and is cut to milliseconds. Leap seconds are
 * refused, since instants here do not count them.
 *
 * Returns: whether @text is an instant of the years 1900 to 9999, else
 *   %FOYER_ERROR_INVALID
 */
gboolean
foyer_instant_parse (const char  *text,
                     gint64      *instant_ms,
                     GError     **error)
{
  gint64 read;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (instant_ms != NULL, FALSE);

  if (!read_instant (text, &read))
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                           "Not an instant written as 2026-11-26T09:00:00+01:00");
      return FALSE;
    }
  *instant_ms = read;

  return TRUE;
}

/**
 * foyer_instant_format:
 * @instant_ms: UTC milliseconds, of the years 1900 to 9999
 *
 * Writes an instant by RFC 3339 in UTC with "Z"; milliseconds only where there are some.
 *
 * Returns: (transfer full): the text
 */
char *
foyer_instant_format (gint64 instant_ms)
{
  FoyerDay day = (FoyerDay) (instant_ms / MS_PER_DAY - (instant_ms % MS_PER_DAY < 0 ? 1 : 0));
  int ms = (int) (instant_ms - day * MS_PER_DAY);
  char date[FOYER_DAY_TEXT_SIZE];
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (foyer_day_is_valid (day), NULL);

  text = g_string_new (foyer_day_format (day, date));
  g_string_append_printf (text, "T%02d:%02d:%02d",
                          ms / 3600000, ms / 60000 % 60, ms / 1000 % 60);
  if (ms % 1000 != 0)
    g_string_append_printf (text, ".%03d", ms % 1000);
  g_string_append_c (text, 'Z');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * foyer_minute_parse:
 * @text: any text
 * @minute: (out): minutes after midnight, 0 to 1440
 * @error: return location for an error
 *
 * Reads an hour of the wall clock: "9", "9:30", "09:30", to "24:00".
 *
 * Returns: whether @text is one, else %FOYER_ERROR_INVALID
 */
gboolean
foyer_minute_parse (const char  *text,
                    int         *minute,
                    GError     **error)
{
  const char *p;
  int hours = 0;
  int minutes = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (minute != NULL, FALSE);

  p = text;
  while (p - text < 2 && g_ascii_isdigit (*p))
    hours = hours * 10 + g_ascii_digit_value (*p++);
  if (p > text && read_char (&p, ":"))
    minutes = read_two (&p, 60);

  if (p == text || *p != '\0' || minutes < 0 || hours * 60 + minutes > 1440)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                           "Not an hour of the day written HH:MM");
      return FALSE;
    }
  *minute = hours * 60 + minutes;

  return TRUE;
}

/**
 * foyer_minute_format:
 * @minute: minutes after midnight, 0 to 1440
 * @text: (out caller-allocates): room for the text
 *
 * Writes `HH:MM`, the form of files and scripts.
 *
 * Returns: (transfer none): @text
 */
const char *
foyer_minute_format (int  minute,
                     char text[FOYER_MINUTE_TEXT_SIZE])
{
  text[0] = '\0';
  g_return_val_if_fail (minute >= 0 && minute <= 1440, text);

  text[0] = '0' + minute / 600;
  text[1] = '0' + minute / 60 % 10;
  text[2] = ':';
  text[3] = '0' + minute % 60 / 10;
  text[4] = '0' + minute % 10;
  text[5] = '\0';

  return text;
}
