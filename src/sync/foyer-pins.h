/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "sync/foyer-sync.h"

G_BEGIN_DECLS

/* The PIN that ends the kiosk. The sync has the one thread beside that of the book, which must not
 * wait for a hash. */

/**
 * FoyerPinAnswer:
 * @FOYER_PIN_NONE: the profile has no PIN
 * @FOYER_PIN_WRONG: it has another one
 * @FOYER_PIN_RIGHT: that is the PIN
 *
 * What is said to somebody who tries a PIN.
 */
typedef enum {
  FOYER_PIN_NONE,
  FOYER_PIN_WRONG,
  FOYER_PIN_RIGHT,
} FoyerPinAnswer;

/**
 * foyer_sync_write_pin_async:
 * @self: a sync
 * @pin: a proper PIN
 * @callback: gets the answer, in the caller's main context
 * @user_data: for @callback
 *
 * Keeps a PIN for the profile, instead of the one before it.
 */
void     foyer_sync_write_pin_async  (FoyerSync            *self,
                                      const char           *pin,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
/**
 * foyer_sync_write_pin_finish:
 * @self: a sync
 * @result: what the callback got
 * @error: any #GFileError, or %G_IO_ERROR_FAILED
 *
 * Returns: whether it is kept
 */
gboolean foyer_sync_write_pin_finish (FoyerSync            *self,
                                      GAsyncResult         *result,
                                      GError              **error);

/**
 * foyer_sync_try_pin_async:
 * @self: a sync
 * @pin: (nullable): what was typed; %NULL only asks whether there is a PIN
 * @callback: gets the answer, in the caller's main context
 * @user_data: for @callback
 *
 * Asks whether that is the PIN of the profile.
 */
void     foyer_sync_try_pin_async    (FoyerSync            *self,
                                      const char           *pin,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
/**
 * foyer_sync_try_pin_finish:
 * @self: a sync
 * @result: what the callback got
 * @answer: (out): what to say
 * @error: any #GFileError
 *
 * Returns: whether there is an answer
 */
gboolean foyer_sync_try_pin_finish   (FoyerSync            *self,
                                      GAsyncResult         *result,
                                      FoyerPinAnswer       *answer,
                                      GError              **error);

G_END_DECLS
