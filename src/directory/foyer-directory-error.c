/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/foyer-directory-error.h"

#include <errno.h>
#include <sysexits.h>

#include "core/foyer-error.h"

#define EXIT_USAGE 2

G_DEFINE_QUARK (foyer-directory-error-quark, foyer_directory_error)

/**
 * foyer_directory_error_from_errno:
 * @saved_errno: what the system said
 * @context: what was tried
 * @error: return location for an error
 *
 * Sets the error of a call that failed.
 */
void
foyer_directory_error_from_errno (int          saved_errno,
                                  const char  *context,
                                  GError     **error)
{
  FoyerDirectoryError code = FOYER_DIRECTORY_ERROR_IO;

  if (saved_errno == ENOSPC || saved_errno == EDQUOT)
    code = FOYER_DIRECTORY_ERROR_DISK_FULL;
  else if (saved_errno == EEXIST)
    code = FOYER_DIRECTORY_ERROR_EXISTS;
  g_set_error (error, FOYER_DIRECTORY_ERROR, (int) code, "%s: %s", context,
               g_strerror (saved_errno));
}

/**
 * foyer_directory_error_get_status:
 * @error: what ended the program
 *
 * Returns: its status, as foyerctl and <sysexits.h> have it
 */
int
foyer_directory_error_get_status (const GError *error)
{
  g_return_val_if_fail (error != NULL, EX_SOFTWARE);

  if (error->domain == FOYER_ERROR)
    return EXIT_USAGE;                   /* FOYER_NOW is no instant */
  if (error->domain != FOYER_DIRECTORY_ERROR)
    return EX_SOFTWARE;
  switch ((FoyerDirectoryError) error->code)
    {
    case FOYER_DIRECTORY_ERROR_USAGE:
      return EXIT_USAGE;

    case FOYER_DIRECTORY_ERROR_EXISTS:
      return 1;

    case FOYER_DIRECTORY_ERROR_FOREIGN:
    case FOYER_DIRECTORY_ERROR_NEWER:
    case FOYER_DIRECTORY_ERROR_DAMAGED:
      return EX_DATAERR;

    case FOYER_DIRECTORY_ERROR_BUSY:
      return EX_TEMPFAIL;

    case FOYER_DIRECTORY_ERROR_DISK_FULL:
    case FOYER_DIRECTORY_ERROR_IO:
      return EX_IOERR;

    case FOYER_DIRECTORY_ERROR_FAILED:
    default:
      return EX_SOFTWARE;
    }
}
