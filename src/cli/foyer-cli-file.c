/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "cli/foyer-cli-error.h"
#include "core/foyer-error.h"

/* Says of what went wrong with @shown what people can do. */
static gboolean
explain (const GError  *own,
         const char    *shown,
         GError       **error)
{
  if (g_error_matches (own, G_IO_ERROR, G_IO_ERROR_EXISTS))
    g_set_error (error, FOYER_ERROR, FOYER_ERROR_NOT_EMPTY, "%s is there", shown);
  else if (g_error_matches (own, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_NOT_FOUND,
                 _("There is no folder that could take %s; nothing was written."), shown);
  else
    g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_OUTPUT,
                 /* Translators: %1$s is a file, %2$s a reason that the system gives */
                 _("%1$s cannot be written, and nothing is left of it (%2$s)."), shown, own->message);

  return FALSE;
}

/* Fills the new file @temporary and gives it its name, unless somebody has it. */
static gboolean
write_and_name (const char  *temporary,
                const char  *path,
                GBytes      *bytes,
                GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!g_file_set_contents_full (temporary, data, (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error))
    return FALSE;
  if (link (temporary, path) == 0)
    return TRUE;
  /* A disk that knows no second names. */
  if (errno != EEXIST && !g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (temporary, path) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno), "%s", g_strerror (errno));

  return FALSE;
}

gboolean
foyer_cli_write_file (const char  *path,
                      GBytes      *bytes,
                      GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX.tmp", NULL);
  g_autoptr(GError) own = NULL;
  GStatBuf there;
  gboolean done;
  int fd;

  if (g_lstat (path, &there) == 0)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_NOT_EMPTY, "%s is there", shown);
      return FALSE;
    }
  /* Of people, and so nobody else's to read. */
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_set_error (&own, G_IO_ERROR, (int) g_io_error_from_errno (errno), "%s", g_strerror (errno));
      return explain (own, shown, error);
    }
  close (fd);
  done = write_and_name (temporary, path, bytes, &own);
  g_unlink (temporary);

  return done || explain (own, shown, error);
}

gboolean
foyer_cli_answer_pdf (FoyerCli    *cli,
                      FoyerPaper  *paper,
                      const char  *path,
                      GError     **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *shown = g_filename_display_name (full);
  g_autoptr(GError) own = NULL;
  g_autoptr(GBytes) pdf = NULL;

  if (*path == '\0')
    return foyer_cli_refuse (error, _("“--pdf” needs the name of a file."));
  pdf = foyer_paper_make_pdf (paper, foyer_clock_now (foyer_cli_get_clock (cli)), &own);
  if (pdf == NULL)
    return explain (own, shown, error);
  if (!foyer_cli_write_file (full, pdf, error))
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "file");
      json_builder_add_string_value (builder, shown);
      json_builder_end_object (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else
    /* Translators: %s is a file */
    foyer_cli_say (cli, _("%s is ready to be printed."), shown);

  return TRUE;
}
