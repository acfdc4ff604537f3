/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many digits a PIN may have. */
#define FOYER_PIN_MIN 4
#define FOYER_PIN_MAX 8

gboolean  foyer_pin_is_proper (const char *pin);
char     *foyer_pin_hash      (const char *pin);
gboolean  foyer_pin_is_right  (const char *hash,
                               const char *pin);
guint     foyer_pin_get_delay (guint       n_wrong);

G_END_DECLS
