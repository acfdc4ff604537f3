/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-sheet-text.h"

#include <string.h>

#define BYTE_ORDER_MARK "\357\273\277"

static gboolean
foyer_sheet_is_number (const char *column)
{
  return g_str_has_suffix (column, "#");
}

static void
foyer_sheet_append_name (GString    *out,
                         const char *column)
{
  g_string_append_len (out, column, (gssize) strlen (column) - foyer_sheet_is_number (column));
}

/* Also the wide forms of the signs, which some programs take for them. */
static gboolean
foyer_sheet_is_formula (const char *text)
{
  static const char * const wide[] = { "\357\274\235", "\357\274\213", "\357\274\215", "\357\274\240" };

  if (*text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (text, wide[i]))
      return TRUE;

  return FALSE;
}

static void
foyer_sheet_append_cell (GString    *out,
                         const char *text,
                         gboolean    is_number)
{
  g_string_append_c (out, '"');
  if (!is_number && foyer_sheet_is_formula (text))
    g_string_append_c (out, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

GBytes *
foyer_sheet_to_csv (const FoyerSheet *self,
                    char              separator)
{
  g_autoptr(GString) out = g_string_new (BYTE_ORDER_MARK);

  for (gsize i = 0; self->columns[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, separator);
      g_string_append_c (out, '"');
      foyer_sheet_append_name (out, self->columns[i]);
      g_string_append_c (out, '"');
    }
  g_string_append (out, "\r\n");

  for (guint r = 0; r < self->rows->len; r++)
    {
      char **row = self->rows->pdata[r];

      for (gsize i = 0; row[i] != NULL; i++)
        {
          if (i > 0)
            g_string_append_c (out, separator);
          foyer_sheet_append_cell (out, row[i], foyer_sheet_is_number (self->columns[i]));
        }
      g_string_append (out, "\r\n");
    }

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static void
foyer_sheet_append_json (GString    *out,
                         const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_printf (out, "\\%c", *text);
      else if (*text == '\n')
        g_string_append (out, "\\n");
      else if ((guchar) *text < 0x20 || *text == 0x7f)
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *text);
      else
        g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}

static void
foyer_sheet_append_row (GString           *out,
                        const FoyerSheet  *sheet,
                        char             **row)
{
  g_string_append (out, "    {");
  for (gsize i = 0; row[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ", \"" : "\"");
      foyer_sheet_append_name (out, sheet->columns[i]);
      g_string_append (out, "\": ");
      if (foyer_sheet_is_number (sheet->columns[i]))
        g_string_append (out, row[i]);
      else
        foyer_sheet_append_json (out, row[i]);
    }
  g_string_append_c (out, '}');
}

GBytes *
foyer_sheets_to_json (GPtrArray *sheets)
{
  g_autoptr(GString) out = g_string_new ("{\n");

  for (guint s = 0; s < sheets->len; s++)
    {
      const FoyerSheet *sheet = sheets->pdata[s];

      g_string_append_printf (out, "  \"%s\": [", sheet->name);
      for (guint r = 0; r < sheet->rows->len; r++)
        {
          g_string_append (out, r > 0 ? ",\n" : "\n");
          foyer_sheet_append_row (out, sheet, sheet->rows->pdata[r]);
        }
      g_string_append (out, sheet->rows->len > 0 ? "\n  ]" : "]");
      g_string_append (out, s + 1 < sheets->len ? ",\n" : "\n");
    }
  g_string_append (out, "}\n");

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
