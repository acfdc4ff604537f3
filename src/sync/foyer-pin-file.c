/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/foyer-pin-file.h"

#include <gio/gio.h>

/**
 * foyer_pin_file_write:
 * @dir: (type filename): the folder of a profile, which exists
 * @pin: a proper PIN
 * @error: any #GFileError; %G_IO_ERROR_FAILED without memory for the work
 *
 * Keeps the hash of @pin, instead of that of another one before it. It is whole and durable, or as
 * it was. Blocks for the disk and the hash; any thread.
 *
 * Returns: whether the PIN is kept
 */
gboolean
foyer_pin_file_write (const char  *dir,
                      const char  *pin,
                      GError     **error)
{
  g_autofree char *path = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (dir != NULL, FALSE);
  g_return_val_if_fail (pin != NULL && foyer_pin_is_proper (pin), FALSE);

  path = g_build_filename (dir, FOYER_PIN_FILE, NULL);
  hash = foyer_pin_hash (pin);
  if (hash == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no memory for the hash of a PIN");
      return FALSE;
    }

  return g_file_set_contents_full (path, hash, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                   error);
}

/**
 * foyer_pin_file_try:
 * @dir: (type filename): the folder of a profile
 * @pin: (nullable): what was typed; %NULL only asks whether there is a PIN
 * @answer: (out): what to say
 * @error: any #GFileError
 *
 * Asks whether @pin is the one that is kept. A file that holds no hash is of another PIN: only a new
 * one helps. Nobody is slowed down here: who asks people for a PIN does that. Blocks for the disk
 * and the hash; any thread.
 *
 * Returns: whether there is an answer
 */
gboolean
foyer_pin_file_try (const char      *dir,
                    const char      *pin,
                    FoyerPinAnswer  *answer,
                    GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (dir != NULL, FALSE);
  g_return_val_if_fail (answer != NULL, FALSE);

  path = g_build_filename (dir, FOYER_PIN_FILE, NULL);
  if (g_file_get_contents (path, &hash, NULL, &local_error))
    {
      *answer = pin != NULL && foyer_pin_is_right (hash, pin) ? FOYER_PIN_RIGHT : FOYER_PIN_WRONG;
      return TRUE;
    }
  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      *answer = FOYER_PIN_NONE;
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
