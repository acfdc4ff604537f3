/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "desk-load.h"
#include "storage/foyer-store.h"

/* Foyer's store, asked as the window asks it. */
typedef struct {
  FoyerStore   *store;
  GAsyncResult *result;
  char         *space_id;
  char         *people[N_PEOPLE];   /* ids */
} Facade;

void  facade_open     (Facade     *self,
                       const char *dir);
void  facade_close    (Facade     *self);
/* Returns: (transfer full): the booking's id */
char *facade_book     (Facade     *self,
                       guint       n,
                       FoyerDay    day);
void  facade_check_in (Facade     *self,
                       const char *booking_id);
