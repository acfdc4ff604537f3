/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOYER_ORIGIN_MAX 255

gboolean foyer_origin_is_valid (const char *text);

G_END_DECLS
