/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "desk.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* A desk straight on a database, for faults below the facade. */
typedef struct {
  Desk     desk;
  FoyerDb *db;
} DeskDb;

DeskDb   desk_db            (FoyerDb *db);

/* The connection itself, for the witness. */
sqlite3 *desk_db_get_handle (FoyerDb *db);

G_END_DECLS
