/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-error.h"

#include <gio/gio.h>

#include "cli/foyer-cli-output.h"
#include "core/foyer-error.h"
#include "storage/foyer-db-error.h"
#include "sync/foyer-calendars.h"
#include "sync/foyer-photos.h"
#include "sync/foyer-sync-error.h"
#include "words/foyer-words.h"

G_DEFINE_QUARK (foyer-cli-error-quark, foyer_cli_error)

gboolean
foyer_cli_refuse (GError     **error,
                  const char  *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (FOYER_CLI_ERROR, FOYER_CLI_ERROR_USAGE, format, args));
  va_end (args);

  return FALSE;
}

static const char *
get_own_name (FoyerCliError code)
{
  switch (code)
    {
    case FOYER_CLI_ERROR_USAGE:
      return foyer_error_get_name (FOYER_ERROR_INVALID);
    case FOYER_CLI_ERROR_NOT_FOUND:
      return foyer_error_get_name (FOYER_ERROR_NOT_FOUND);
    case FOYER_CLI_ERROR_PROBLEMS:
      return foyer_db_error_get_name (FOYER_DB_ERROR_DAMAGED);
    case FOYER_CLI_ERROR_REFUSED:
      return "refused";
    case FOYER_CLI_ERROR_OUTPUT:
    default:
      return foyer_db_error_get_name (FOYER_DB_ERROR_IO);
    }
}

static const char *
get_directory_name (const GError *error)
{
  const char *reason = foyer_sync_error_get_reason (error);

  switch ((FoyerSyncError) error->code)
    {
    case FOYER_SYNC_ERROR_UNREACHABLE:
      return "unreachable";
    case FOYER_SYNC_ERROR_REFUSED:
      return reason != NULL ? reason : "refused";
    case FOYER_SYNC_ERROR_CHANGED_KEY:
      return "changed-key";
    case FOYER_SYNC_ERROR_BAD_ORIGIN:
      return foyer_error_get_name (FOYER_ERROR_INVALID);
    case FOYER_SYNC_ERROR_BAD_IDENTITY:
      return "bad-identity";
    case FOYER_SYNC_ERROR_BAD_ANSWER:
    default:
      return "bad-answer";
    }
}

/* A server or a file that does not answer, or one with something else in it. */
static gboolean
is_foreign (const GError *error)
{
  return error->code == FOYER_CALENDAR_FOREIGN || error->code == FOYER_CALENDAR_TOO_BIG;
}

const char *
foyer_cli_error_get_name (const GError *error)
{
  if (error->domain == FOYER_CLI_ERROR)
    return get_own_name (error->code);
  if (error->domain == FOYER_ERROR)
    return foyer_error_get_name (error->code);
  if (error->domain == FOYER_DB_ERROR)
    return foyer_db_error_get_name (error->code);
  if (error->domain == FOYER_SYNC_ERROR)
    return get_directory_name (error);
  if (error->domain == FOYER_CALENDAR_ERROR)
    return is_foreign (error) ? foyer_error_get_name (FOYER_ERROR_BAD_FILE) : "unreachable";
  if (error->domain == FOYER_PICTURE_ERROR)
    return foyer_error_get_name (FOYER_ERROR_BAD_FILE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return "cancelled";
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return foyer_db_error_get_name (FOYER_DB_ERROR_DISK_FULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return foyer_db_error_get_name (FOYER_DB_ERROR_READ_ONLY);
  if (error->domain == G_IO_ERROR)
    return foyer_db_error_get_name (FOYER_DB_ERROR_IO);

  return foyer_db_error_get_name (FOYER_DB_ERROR_FAILED);
}

static int
get_own_status (FoyerCliError code)
{
  switch (code)
    {
    case FOYER_CLI_ERROR_USAGE:
      return FOYER_CLI_STATUS_USAGE;
    case FOYER_CLI_ERROR_NOT_FOUND:
    case FOYER_CLI_ERROR_REFUSED:
      return FOYER_CLI_STATUS_REFUSED;
    case FOYER_CLI_ERROR_PROBLEMS:
      return FOYER_CLI_STATUS_DATA;
    case FOYER_CLI_ERROR_OUTPUT:
    default:
      return FOYER_CLI_STATUS_IO;
    }
}

static int
get_file_status (FoyerDbError code)
{
  switch (code)
    {
    case FOYER_DB_ERROR_FOREIGN:
    case FOYER_DB_ERROR_NEWER:
    case FOYER_DB_ERROR_DAMAGED:
      return FOYER_CLI_STATUS_DATA;
    case FOYER_DB_ERROR_BUSY:
      return FOYER_CLI_STATUS_BUSY;
    case FOYER_DB_ERROR_READ_ONLY:
    case FOYER_DB_ERROR_DISK_FULL:
    case FOYER_DB_ERROR_IO:
      return FOYER_CLI_STATUS_IO;
    case FOYER_DB_ERROR_FAILED:
    default:
      return FOYER_CLI_STATUS_SOFTWARE;
    }
}

static int
get_directory_status (FoyerSyncError code)
{
  switch (code)
    {
    case FOYER_SYNC_ERROR_UNREACHABLE:
      return FOYER_CLI_STATUS_UNREACHABLE;
    case FOYER_SYNC_ERROR_BAD_ORIGIN:
      return FOYER_CLI_STATUS_USAGE;
    case FOYER_SYNC_ERROR_BAD_ANSWER:
    case FOYER_SYNC_ERROR_BAD_IDENTITY:
      return FOYER_CLI_STATUS_DATA;
    case FOYER_SYNC_ERROR_REFUSED:
    case FOYER_SYNC_ERROR_CHANGED_KEY:
    default:
      return FOYER_CLI_STATUS_REFUSED;
    }
}

int
foyer_cli_error_get_status (const GError *error)
{
  if (error->domain == FOYER_CLI_ERROR)
    return get_own_status (error->code);
  if (error->domain == FOYER_DB_ERROR)
    return get_file_status (error->code);
  if (error->domain == FOYER_SYNC_ERROR)
    return get_directory_status (error->code);
  if (error->domain == FOYER_CALENDAR_ERROR)
    return is_foreign (error) ? FOYER_CLI_STATUS_DATA : FOYER_CLI_STATUS_UNREACHABLE;
  if (error->domain == FOYER_PICTURE_ERROR)
    return FOYER_CLI_STATUS_DATA;
  if (error->domain == G_IO_ERROR)
    return FOYER_CLI_STATUS_IO;
  if (error->domain != FOYER_ERROR)
    return FOYER_CLI_STATUS_SOFTWARE;
  if (error->code == FOYER_ERROR_INVALID)
    return FOYER_CLI_STATUS_USAGE;

  return error->code == FOYER_ERROR_BAD_FILE ? FOYER_CLI_STATUS_DATA : FOYER_CLI_STATUS_REFUSED;
}

char *
foyer_cli_error_describe (const GError *error)
{
  if (error->domain == FOYER_CLI_ERROR)
    return foyer_cli_make_printable (error->message);

  return foyer_words_describe_error (error);
}
