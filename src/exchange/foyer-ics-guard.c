/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-ics-guard.h"

#include <string.h>

#include "core/foyer-error.h"
#include "exchange/foyer-ics.h"

#define NAME_MAX_BYTES 32

typedef struct {
  char  open[FOYER_ICS_DEPTH_MAX][NAME_MAX_BYTES];   /* names of what has begun */
  guint depth;
  guint n_components;
  guint n_calendars;
} FoyerIcsOutline;

static gboolean
foyer_ics_refuse (GError     **error,
                  FoyerError   code,
                  const char  *message)
{
  g_set_error_literal (error, FOYER_ERROR, (int) code, message);

  return FALSE;
}

/* Lines end with a line feed, and those that were folded (RFC 5545, section 3.1) are one again. Bytes and
 * not letters: some programs fold in the middle of one. */
static GString *
foyer_ics_unfold (const char *data,
                  gsize       length)
{
  GString *text = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (data[i] != '\r' && data[i] != '\n')
        {
          g_string_append_c (text, data[i]);
          continue;
        }
      if (data[i] == '\r' && i + 1 < length && data[i + 1] == '\n')
        i++;
      if (i + 1 < length && (data[i + 1] == ' ' || data[i + 1] == '\t'))
        i++;
      else
        g_string_append_c (text, '\n');
    }

  return text;
}

/* Returns: (transfer full) (nullable): @data as unfolded UTF-8 */
static char *
foyer_ics_decode (const char *data,
                  gsize       length)
{
  const gboolean is_wide = length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0);
  g_autofree char *wide = NULL;
  g_autofree char *text = NULL;
  GString *unfolded;
  gsize written = 0;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (is_wide)
    {
      wide = g_convert (data, (gssize) length, "UTF-8", "UTF-16", NULL, &length, NULL);
      if (wide == NULL)
        return NULL;
      data = wide;
    }

  unfolded = foyer_ics_unfold (data, length);
  length = unfolded->len;
  text = g_string_free_and_steal (unfolded);
  if (g_utf8_validate_len (text, length, NULL))
    return g_steal_pointer (&text);
  if (strlen (text) == length)
    {
      g_autofree char *old = g_convert (text, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, &written, NULL);

      /* Windows-1252 has holes, its ancestor has none. */
      return old != NULL ? g_steal_pointer (&old) : g_convert (text, (gssize) length, "UTF-8", "ISO-8859-1", NULL, &written, NULL);
    }

  return NULL;
}

static gboolean
foyer_ics_outline_begin (FoyerIcsOutline  *self,
                         const char       *name,
                         gsize             length,
                         GError          **error)
{
  if (length == 0 || length >= NAME_MAX_BYTES)
    return foyer_ics_refuse (error, FOYER_ERROR_BAD_FILE, "a component without a name");
  if (self->depth == FOYER_ICS_DEPTH_MAX)
    return foyer_ics_refuse (error, FOYER_ERROR_BAD_FILE, "components within components without an end");
  if (++self->n_components > FOYER_ICS_COMPONENTS_MAX)
    return foyer_ics_refuse (error, FOYER_ERROR_TOO_MUCH, "more components than a calendar has");
  if (self->depth == 0 && length == strlen ("VCALENDAR") && g_ascii_strncasecmp (name, "VCALENDAR", length) == 0)
    self->n_calendars++;
  else if (self->depth == 0)
    return foyer_ics_refuse (error, FOYER_ERROR_BAD_FILE, "no calendar");
  memcpy (self->open[self->depth], name, length);
  self->open[self->depth++][length] = '\0';

  return TRUE;
}

static gboolean
foyer_ics_outline_end (FoyerIcsOutline  *self,
                       const char       *name,
                       gsize             length,
                       GError          **error)
{
  if (self->depth == 0 || strlen (self->open[self->depth - 1]) != length
      || g_ascii_strncasecmp (self->open[self->depth - 1], name, length) != 0)
    return foyer_ics_refuse (error, FOYER_ERROR_BAD_FILE, "components that end before they begin");
  self->depth--;

  return TRUE;
}

static gsize
foyer_ics_trimmed (const char *text,
                   gsize       length)
{
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;

  return length;
}

/* Only what begins and ends a component matters. */
static gboolean
foyer_ics_outline_read (FoyerIcsOutline  *self,
                        const char       *line,
                        gsize             length,
                        GError          **error)
{
  length = foyer_ics_trimmed (line, length);
  if (length > FOYER_ICS_LINE_MAX)
    return foyer_ics_refuse (error, FOYER_ERROR_TOO_MUCH, "a line longer than any calendar has");
  if (length >= 6 && g_ascii_strncasecmp (line, "BEGIN:", 6) == 0)
    return foyer_ics_outline_begin (self, line + 6, length - 6, error);
  if (length >= 4 && g_ascii_strncasecmp (line, "END:", 4) == 0)
    return foyer_ics_outline_end (self, line + 4, length - 4, error);
  /* libical would take these for the same; nobody writes them. */
  if ((length >= 6 && g_ascii_strncasecmp (line, "BEGIN;", 6) == 0)
      || (length >= 4 && g_ascii_strncasecmp (line, "END;", 4) == 0))
    return foyer_ics_refuse (error, FOYER_ERROR_BAD_FILE, "a component with parameters");
  if (length > 0 && self->depth == 0)
    return foyer_ics_refuse (error, FOYER_ERROR_BAD_FILE, "text outside of a calendar");

  return TRUE;
}

static gboolean
foyer_ics_check_lines (const char  *text,
                       GError     **error)
{
  FoyerIcsOutline outline = { 0 };

  for (const char *line = text; *line != '\0';)
    {
      const gsize length = strcspn (line, "\n");

      if (!foyer_ics_outline_read (&outline, line, length, error))
        return FALSE;
      line += length;
      if (*line == '\n')
        line++;
    }

  if (outline.n_calendars == 0)
    return foyer_ics_refuse (error, FOYER_ERROR_BAD_FILE, "no calendar");
  /* What was cut off would open the days again of which it speaks. */
  if (outline.depth > 0)
    return foyer_ics_refuse (error, FOYER_ERROR_BAD_FILE, "a calendar without its end");

  return TRUE;
}

char *
foyer_ics_guard (const char  *data,
                 gsize        length,
                 GError     **error)
{
  g_autofree char *text = NULL;

  if (length > FOYER_ICS_SIZE_MAX)
    {
      foyer_ics_refuse (error, FOYER_ERROR_TOO_MUCH, "larger than any calendar");
      return NULL;
    }
  text = foyer_ics_decode (data, length);
  if (text == NULL)
    {
      foyer_ics_refuse (error, FOYER_ERROR_BAD_FILE, "no text");
      return NULL;
    }

  return foyer_ics_check_lines (text, error) ? g_steal_pointer (&text) : NULL;
}
