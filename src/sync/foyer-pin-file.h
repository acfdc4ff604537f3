/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-pin.h"
#include "sync/foyer-pins.h"

G_BEGIN_DECLS

/* The file of a profile's folder with the hash of the PIN that ends the kiosk. It is no part of the
 * book and of no backup: whoever has a hash of a few digits can find them. */
#define FOYER_PIN_FILE "kiosk.pin"

gboolean foyer_pin_file_write (const char      *dir,
                               const char      *pin,
                               GError         **error);
gboolean foyer_pin_file_try   (const char      *dir,
                               const char      *pin,
                               FoyerPinAnswer  *answer,
                               GError         **error);

G_END_DECLS
