/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/sample/foyer-sample.h"
#include "storage/tables/foyer-space-table.h"

G_BEGIN_DECLS

/**
 * FoyerSampleMember:
 * @weekdays: on which this person comes
 * @zeal: how often, of 100 such days
 * @last_day: the last day they were booked for
 */
typedef struct {
  gint64   id;
  guint    weekdays;
  guint    zeal;
  FoyerDay last_day;
} FoyerSampleMember;

/**
 * FoyerSamplePlace:
 * @members: (element-type FoyerSampleMember): those who come here
 * @newcomers: (element-type gint64): members who have not been here yet
 */
typedef struct {
  FoyerSpaceRow *row;
  GTimeZone     *zone;
  FoyerDay       today;
  GArray        *members;
  GArray        *newcomers;
} FoyerSamplePlace;

/**
 * FoyerSample:
 *
 * What one run invents. @clock says what the rows are to believe is now.
 */
typedef struct {
  FoyerDb      *db;
  FoyerRandom  *random;
  GCancellable *cancellable;
  gint64        real_now;
  gint64        now;
  int           n_members;
  gint64        n_bookings;
  int           n_places;
  FoyerDay      first;           /* of the season */
  FoyerDay      last;
  GPtrArray    *places;          /* (element-type FoyerSamplePlace) */
  guint         names_offset;    /* where in all names the invented ones begin */
  guint         n_names;         /* given so far */
} FoyerSample;

#define FOYER_SAMPLE_HOME_MEMBERS 28
#define FOYER_SAMPLE_HOME_BOOKINGS 560

/* 0 ≤ n < 100 below @percent */
gboolean foyer_sample_chance      (FoyerSample       *self,
                                   guint              percent);
int      foyer_sample_between     (FoyerSample       *self,
                                   int                least,
                                   int                most);

gboolean foyer_sample_add_places  (FoyerSample       *self,
                                   GError           **error);
gboolean foyer_sample_add_members (FoyerSample       *self,
                                   GError           **error);
/* A person without a lasting record, seen for the first time. */
gboolean foyer_sample_add_guest   (FoyerSample       *self,
                                   gint64            *id,
                                   GError           **error);
gboolean foyer_sample_add_days    (FoyerSample       *self,
                                   GError           **error);

G_END_DECLS
