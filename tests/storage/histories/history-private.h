/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-error.h"
#include "foyer-profile-travel.h"
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
  gint64     op;                         /* 0 for news, which nobody undoes */
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
  char         *listings[N_SPACES];
  GHashTable   *silent;                  /* bookings of which nobody is told, and their states */
  gboolean      is_news;                 /* what was asked last is no act */
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

const char      *act_wait        (History    *self,
                                  Book       *want);
const char      *act_waiter      (History    *self,
                                  Book       *want);
const char      *act_calendar    (History    *self,
                                  Book       *want);
const char      *act_reading     (History    *self,
                                  Book       *want);
const char      *act_archive     (History    *self,
                                  Book       *want);
const char      *act_facts       (History    *self,
                                  Book       *want);
const char      *act_names       (History    *self,
                                  Book       *want);
const char      *act_publish     (History    *self,
                                  Book       *want);
const char      *act_wish        (History    *self,
                                  Book       *want);
const char      *act_request     (History    *self,
                                  Book       *want);
const char      *act_answer      (History    *self,
                                  Book       *want);
const char      *act_withdrawal  (History    *self,
                                  Book       *want);
const char      *act_letters     (History    *self,
                                  Book       *want);
/* (nullable) (transfer full): what is wrong with who sits where on some day */
char            *look_at_desks   (History    *self);

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
const BookMember *pick_member    (History    *self);
/* (nullable) one near today, so that much happens to it. */
const BookSeat  *pick_seat       (History    *self);
int              index_of_space  (History    *self,
                                  gint64      id);
/* A mistake in what opens, or nobody may sit there any more. */
const char      *settle_openings (History    *self,
                                  Book       *want,
                                  const char *answer);
/* (transfer full): as it is kept */
FoyerSpace      *get_space       (History    *self,
                                  int         i);
/* Why a space cannot be changed as @want says. */
const char      *check_place     (History    *self,
                                  Book       *want,
                                  int         i);
void             await           (GAsyncResult **result);
void             answer_cb       (GObject      *source,
                                  GAsyncResult *result,
                                  gpointer      user_data);
Book            *read_book       (History    *self);
/* "" where nothing was refused. */
const char      *get_refusal     (History    *self);
