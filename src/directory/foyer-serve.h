/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerServeOptions:
 *
 * The command line of foyer-directory serve.
 */
typedef struct {
  char    *listen;
  char    *db;
  char    *public_url;           /* (nullable) */
  char    *admin;                /* (nullable) */
  char    *name;
  char    *operator;
  char   **limits;               /* (nullable) */
  gboolean no_limits;
} FoyerServeOptions;

gboolean foyer_serve (const FoyerServeOptions  *options,
                      GError                  **error);

G_END_DECLS
