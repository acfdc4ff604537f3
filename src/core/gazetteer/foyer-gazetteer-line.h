/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One line of the table of communes. */

typedef enum {
  COLUMN_INSEE,
  COLUMN_NAME,
  COLUMN_POSTCODES,
  COLUMN_DEPT,
  COLUMN_POP,
  COLUMN_LAT,
  COLUMN_LON,
  COLUMN_PRECISION,
  N_COLUMNS,
} FoyerGazetteerColumn;

typedef struct {
  const char *start;
  gsize       length;
} FoyerGazetteerField;

gboolean foyer_gazetteer_split_line  (const char                *line,
                                      gsize                      length,
                                      FoyerGazetteerField        fields[N_COLUMNS]);
gboolean foyer_gazetteer_read_number (FoyerGazetteerField        field,
                                      guint32                   *number);
gboolean foyer_gazetteer_read_point  (const FoyerGazetteerField  fields[N_COLUMNS],
                                      int                       *lat_e6,
                                      int                       *lon_e6);

G_END_DECLS
