/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-error.h"
#include "foyer-profile.h"
#include "history.h"
#include "model.h"

#define N_SPACES 3

typedef struct {
  char *key;
  char *before;                          /* (nullable): the row was not there */
  char *after;                           /* (nullable): it is gone */
} Change;

/* An act that was done, with what it changed. */
typedef struct {
  gint64     op;
  gint64     at;
  gboolean   undone;
  GPtrArray *changes;
  Book      *before;
} Act;

typedef struct {
  FoyerProfile *profile;
  GRand        *rand;
  GTimeZone    *zones[N_SPACES];
  ModelClock    clocks[N_SPACES];
  Book         *book;
  GPtrArray    *acts;
  const char   *fault;                   /* (nullable) */
  guint         n_names;
  char         *said;                    /* what was asked last */
} History;

/* Asks the facade for something, and the model what has to come of it: answers what the model
 * says, or "preview" where nothing may come of it; %NULL where there was nothing to ask. */
typedef const char *(*ActFunc) (History *self,
                                Book    *want);

const char      *act_week        (History    *self,
                                  Book       *want);
const char      *act_sentence    (History    *self,
                                  Book       *want);
const char      *act_space       (History    *self,
                                  Book       *want);
const char      *act_days        (History    *self,
                                  Book       *want);
const char      *act_book        (History    *self,
                                  Book       *want);
const char      *act_series      (History    *self,
                                  Book       *want);
const char      *act_series_edit (History    *self,
                                  Book       *want);
const char      *act_desk        (History    *self,
                                  Book       *want);

GPtrArray       *list_changes    (const Book *before,
                                  const Book *after);
/* (nullable) (transfer full): what was wrong with it */
char            *undo_one        (History    *self);

int              pick            (History    *self,
                                  int         begin,
                                  int         end);
gboolean         chance          (History    *self,
                                  int         of);
int              pick_day        (History    *self,
                                  int         space);
void             say             (History    *self,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (2, 3);
char            *new_name        (History    *self);
const BookSpace *space_at        (History    *self,
                                  int         i);
FoyerDay         foyer_day_of    (int         day);
void             answer_cb       (GObject      *source,
                                  GAsyncResult *result,
                                  gpointer      user_data);
Book            *read_book       (History    *self);
/* "" where nothing was refused. */
const char      *get_refusal     (History    *self);
