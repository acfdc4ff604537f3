/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerPart:
 * @FOYER_PART_AM: the morning, "am"
 * @FOYER_PART_PM: the afternoon, "pm"
 * @FOYER_PART_FULL: both, "full"
 *
 * What of a day a seat is taken for. A bit for each half, so that two parts
 * overlap exactly when their bitwise "and" is not zero.
 */
typedef enum {
  FOYER_PART_AM   = 1,
  FOYER_PART_PM   = 2,
  FOYER_PART_FULL = 3,
} FoyerPart;

const char *foyer_part_get_name (FoyerPart    part);
gboolean    foyer_part_parse    (const char  *text,
                                 FoyerPart   *part,
                                 GError     **error);

G_END_DECLS
