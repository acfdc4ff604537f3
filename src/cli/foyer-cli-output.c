/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "cli/foyer-cli-error.h"

#define QUOTE_MAX 60

static gboolean
turns_direction (gunichar c)
{
  return c == 0x200e || c == 0x200f || c == 0x061c
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

char *
foyer_cli_make_printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, g_unichar_iscntrl (c) || turns_direction (c)
                                      || c == 0x2028 || c == 0x2029 ? 0xfffd : c);
    }

  return g_string_free_and_steal (out);
}

char *
foyer_cli_quote (const char *text)
{
  g_autofree char *printable = foyer_cli_make_printable (text);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (printable, -1) <= QUOTE_MAX)
    return g_steal_pointer (&printable);
  start = g_utf8_substring (printable, 0, QUOTE_MAX - 1);

  return g_strconcat (start, "…", NULL);
}

char *
foyer_cli_json_to_text (JsonBuilder *builder)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);

  return g_strconcat (text, "\n", NULL);
}

void
foyer_cli_guard_streams (void)
{
  for (int fd = 0; fd <= 2; fd++)
    if (fcntl (fd, F_GETFD) == -1 && errno == EBADF)
      /* The lowest free descriptor is this one. Reading from it gives the end of a file;
       * writing to it fails, as it should where nobody listens. */
      if (open ("/dev/null", O_RDONLY) != fd)
        _exit (FOYER_CLI_STATUS_IO);
}

static gboolean
write_all (int         fd,
           const char *text)
{
  gsize left = strlen (text);

  while (left > 0)
    {
      gssize n = write (fd, text, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      text += n;
      left -= (gsize) n;
    }

  return TRUE;
}

gboolean
foyer_cli_write_answer (const char  *text,
                        GError     **error)
{
  if (write_all (STDOUT_FILENO, text))
    return TRUE;

  g_set_error_literal (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_OUTPUT,
                       _("The answer could not be written; what the command did is kept, look at the result with another one."));
  return FALSE;
}

void
foyer_cli_write_complaint (const char *sentence)
{
  g_autofree char *line = g_strdup_printf ("foyerctl: %s\n", sentence);

  /* Nobody is left to tell that nobody listens. */
  (void) write_all (STDERR_FILENO, line);
}
