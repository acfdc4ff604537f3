/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-words-index.h"

#include "core/foyer-text.h"
#include "directory/store/sqlite/foyer-grid.h"

/* More words than this say no more. */
#define WORDS_MAX 12
/* Farther around than this, blocks are asked for instead of cells. */
#define CELLS_METRES 2000
#define MARK_LENGTH 32
/* Near a pole a circle touches thousands of cells in which there is next to nothing: then the
 * words alone are asked for. */
#define PLACES_MAX 600

/* One token for the whole of a tag, whatever signs it has. */
static char *
make_mark (const char *tag)
{
  g_autofree char *folded = foyer_text_fold (tag);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, folded, -1);

  sum[MARK_LENGTH] = '\0';

  return g_strconcat ("m", sum, NULL);
}

static char *
make_marks (char **tags)
{
  g_autoptr(GString) marks = g_string_new (NULL);

  for (gsize i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      g_autofree char *mark = make_mark (tags[i]);

      g_string_append_printf (marks, "%s ", mark);
    }

  return g_string_free (g_steal_pointer (&marks), FALSE);
}

gboolean
foyer_words_index_add (FoyerSqlite         *db,
                       gint64               id,
                       const FoyerListing  *listing,
                       GError             **error)
{
  g_autoptr(FoyerStatement) statement =
    foyer_sqlite_use (db, "INSERT INTO words(rowid, name, tags, about, place, marks, cell)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  g_autofree char *tags = listing->tags != NULL ? g_strjoinv (" ", listing->tags) : g_strdup ("");
  g_autofree char *marks = make_marks (listing->tags);
  g_autofree char *cell =
    g_strdup_printf ("c%" G_GINT64_FORMAT " b%" G_GINT64_FORMAT,
                     foyer_grid_get_cell (listing->lat_e6, listing->lon_e6),
                     foyer_grid_get_block (listing->lat_e6, listing->lon_e6));

  foyer_statement_bind_int (statement, 1, id);
  foyer_statement_bind_text (statement, 2, listing->name);
  foyer_statement_bind_text (statement, 3, tags);
  foyer_statement_bind_text (statement, 4, listing->about);
  foyer_statement_bind_text (statement, 5, listing->area);
  foyer_statement_bind_text (statement, 6, marks);
  foyer_statement_bind_text (statement, 7, cell);

  return foyer_statement_run (statement, error);
}

gboolean
foyer_words_index_drop (FoyerSqlite  *db,
                        gint64        id,
                        GError      **error)
{
  g_autoptr(FoyerStatement) statement = foyer_sqlite_use (db, "DELETE FROM words WHERE rowid = ?1");

  foyer_statement_bind_int (statement, 1, id);

  return foyer_statement_run (statement, error);
}

/* Letters and digits alone, each word in quotation marks: nothing of it is an operator. The
 * last may be the start of a word. */
static void
append_words (GString    *match,
              const char *text)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar ch = g_utf8_get_char (at);

      if (g_unichar_isalnum (ch) || (inside && g_unichar_ismark (ch)))
        {
          if (!inside && n == WORDS_MAX)
            break;
          if (!inside)
            g_string_append (match, n++ == 0 ? "{name tags about place} : (\"" : " \"");
          inside = TRUE;
          g_string_append_unichar (match, ch);
        }
      else if (inside)
        {
          g_string_append_c (match, '"');
          inside = FALSE;
        }
    }
  if (inside)
    g_string_append_c (match, '"');
  if (n > 0)
    g_string_append (match, "*)");
}

char *
foyer_words_index_make (const char *text,
                        const char *tag)
{
  g_autoptr(GString) match = g_string_new (NULL);

  if (text != NULL)
    append_words (match, text);
  if (tag != NULL)
    {
      g_autofree char *mark = make_mark (tag);

      g_string_append_printf (match, "%smarks : %s", match->len > 0 ? " AND " : "", mark);
    }

  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

static void
append_place (GPtrArray *places,
              char       sort,
              gint64     number)
{
  g_ptr_array_add (places, g_strdup_printf ("%c%" G_GINT64_FORMAT, sort, number));
}

char *
foyer_words_index_near (const char *match,
                        int         lat_e6,
                        int         lon_e6,
                        int         radius_m)
{
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  if (radius_m > CELLS_METRES)
    {
      g_autoptr(GArray) blocks = foyer_grid_get_blocks (lat_e6, lon_e6, radius_m);

      for (guint i = 0; i < blocks->len; i++)
        append_place (places, 'b', g_array_index (blocks, gint64, i));
    }
  else
    {
      g_autoptr(GArray) ranges = foyer_grid_get_ranges (lat_e6, lon_e6, radius_m);

      for (guint i = 0; i < ranges->len; i++)
        {
          FoyerGridRange range = g_array_index (ranges, FoyerGridRange, i);

          for (gint64 cell = range.first; cell <= range.last && places->len <= PLACES_MAX; cell++)
            append_place (places, 'c', cell);
        }
    }
  if (places->len > PLACES_MAX)
    return g_strdup (match);
  g_ptr_array_add (places, NULL);
  joined = g_strjoinv (" OR ", (char **) places->pdata);

  return g_strdup_printf ("%s AND cell : (%s)", match, joined);
}
