/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/gazetteer/foyer-gazetteer-line.h"

#include <string.h>

/* Splits one line at its TABs; FALSE unless it has exactly the columns of the table. */
gboolean
foyer_gazetteer_split_line (const char *line,
                            gsize       length,
                            FoyerGazetteerField       fields[N_COLUMNS])
{
  const char *end = line + length;
  const char *p = line;

  if (length > 0 && end[-1] == '\r')
    end--;
  for (int i = 0; i < N_COLUMNS; i++)
    {
      const char *tab = memchr (p, '\t', end - p);

      if ((tab == NULL) != (i == N_COLUMNS - 1))
        return FALSE;
      fields[i].start = p;
      fields[i].length = (tab != NULL ? tab : end) - p;
      p = tab != NULL ? tab + 1 : end;
    }

  return TRUE;
}

gboolean
foyer_gazetteer_read_number (FoyerGazetteerField    field,
                             guint32 *number)
{
  guint64 value = 0;

  if (field.length == 0 || field.length > 9)
    return FALSE;
  for (gsize i = 0; i < field.length; i++)
    {
      if (!g_ascii_isdigit (field.start[i]))
        return FALSE;
      value = value * 10 + g_ascii_digit_value (field.start[i]);
    }
  *number = (guint32) value;

  return TRUE;
}

/* "-21.1151" as millionths of a degree, at most @max of them; digits beyond are cut off. */
static gboolean
read_degrees (FoyerGazetteerField field,
              int   max,
              int  *e6)
{
  gboolean negative = field.length > 0 && field.start[0] == '-';
  gint64 value = 0;
  int n_decimals = -1;           /* the point was not seen */
  gsize first = negative ? 1 : 0;

  if (field.length == first || !g_ascii_isdigit (field.start[first]))
    return FALSE;
  for (gsize i = first; i < field.length; i++)
    {
      if (field.start[i] == '.' && n_decimals < 0)
        n_decimals = 0;
      else if (!g_ascii_isdigit (field.start[i]))
        return FALSE;
      else if (n_decimals < 6)
        {
          value = value * 10 + g_ascii_digit_value (field.start[i]);
          n_decimals += n_decimals >= 0 ? 1 : 0;
          if (value > max)
            return FALSE;
        }
    }
  for (int i = MAX (n_decimals, 0); i < 6; i++)
    value *= 10;
  if (value > max)
    return FALSE;
  *e6 = (int) (negative ? -value : value);

  return TRUE;
}

gboolean
foyer_gazetteer_read_point (const FoyerGazetteerField fields[N_COLUMNS],
                            int        *lat_e6,
                            int        *lon_e6)
{
  return read_degrees (fields[COLUMN_LAT], 90000000, lat_e6) &&
         read_degrees (fields[COLUMN_LON], 180000000, lon_e6);
}
