/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-output.h"

#define GAP 2

struct _FoyerCliTable {
  int        n_columns;
  int        indent;
  gboolean  *at_end;
  GPtrArray *cells;             /* row after row */
};

FoyerCliTable *
foyer_cli_table_new (int n_columns,
                     int indent)
{
  FoyerCliTable *self = g_new0 (FoyerCliTable, 1);

  self->n_columns = n_columns;
  self->indent = indent;
  self->at_end = g_new0 (gboolean, n_columns);
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
foyer_cli_table_free (FoyerCliTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->at_end);
  g_free (self);
}

void
foyer_cli_table_align_end (FoyerCliTable *self,
                           int            column)
{
  self->at_end[column] = TRUE;
}

void
foyer_cli_table_add (FoyerCliTable *self,
                     ...)
{
  va_list args;

  va_start (args, self);
  for (int i = 0; i < self->n_columns; i++)
    {
      const char *text = va_arg (args, const char *);

      g_ptr_array_add (self->cells, foyer_cli_make_printable (text != NULL ? text : ""));
    }
  va_end (args);
}

/* Columns of a terminal, not characters: accents take none, ideographs two. */
static int
get_width (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
append_blanks (GString *out,
               int      n)
{
  for (int i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

static void
print_row (FoyerCliTable *self,
           char         **cells,
           const int     *widths,
           GString       *out)
{
  gsize start;

  append_blanks (out, self->indent);
  start = out->len;
  for (int i = 0; i < self->n_columns; i++)
    {
      int rest = widths[i] - get_width (cells[i]);

      if (widths[i] == 0)
        continue;
      if (out->len > start)
        append_blanks (out, GAP);
      append_blanks (out, self->at_end[i] ? rest : 0);
      g_string_append (out, cells[i]);
      append_blanks (out, self->at_end[i] ? 0 : rest);
    }
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

void
foyer_cli_table_print (FoyerCliTable *self,
                       GString       *out)
{
  g_autofree int *widths = g_new0 (int, self->n_columns);

  for (guint i = 0; i < self->cells->len; i++)
    {
      int *width = &widths[i % (guint) self->n_columns];

      *width = MAX (*width, get_width (g_ptr_array_index (self->cells, i)));
    }
  for (guint i = 0; i < self->cells->len; i += (guint) self->n_columns)
    print_row (self, (char **) &g_ptr_array_index (self->cells, i), widths, out);
}

void
foyer_cli_append_wrapped (GString    *out,
                          const char *text,
                          int         indent,
                          int         width)
{
  g_auto(GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (gsize i = 0; paragraphs[i] != NULL; i++)
    {
      /* No-break spaces belong to their words. */
      g_auto(GStrv) words = g_strsplit (paragraphs[i], " ", -1);
      int column = 0;

      for (gsize j = 0; words[j] != NULL; j++)
        {
          int word_width = get_width (words[j]);

          if (column > 0 && column + 1 + word_width > width)
            {
              g_string_append_c (out, '\n');
              column = 0;
            }
          if (column == 0 && word_width > 0)
            {
              append_blanks (out, indent);
              column = indent;
            }
          else if (column > 0)
            {
              g_string_append_c (out, ' ');
              column++;
            }
          g_string_append (out, words[j]);
          column += word_width;
        }
      g_string_append_c (out, '\n');
    }
}
