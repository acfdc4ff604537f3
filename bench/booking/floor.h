/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "core/foyer-random.h"
#include "desk-load.h"

/* The bare SQLite transactions that no program can do without: a look, what changes, durable. An arrival
 * changes the booking, what the book of visits says, and who was here last. */
typedef struct {
  sqlite3      *db;
  sqlite3_stmt *begin;
  sqlite3_stmt *held;
  sqlite3_stmt *insert;
  sqlite3_stmt *state;
  sqlite3_stmt *arrive;
  sqlite3_stmt *seen;
  sqlite3_stmt *visit;
  sqlite3_stmt *commit;
  FoyerRandom  *random;
} Floor;

void  floor_open     (Floor      *self,
                      const char *dir);
void  floor_close    (Floor      *self);
/* Returns: (transfer full): the booking's id */
char *floor_book     (Floor      *self,
                      guint       n,
                      FoyerDay    day);
void  floor_check_in (Floor      *self,
                      const char *uid);
