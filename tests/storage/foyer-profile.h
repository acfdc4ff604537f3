/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-instant.h"
#include "storage/foyer-store-archive.h"
#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-people.h"
#include "storage/foyer-store-series.h"
#include "storage/foyer-store-spaces.h"
#include "storage/foyer-store-upkeep.h"

/* A profile in a folder of its own, whose clock the test moves, with every verb asked and
 * waited for. */
typedef struct {
  char        *dir;
  gint64       now;
  FoyerClock  *clock;
  FoyerStore  *store;        /* (nullable): open */
  gint64       op;           /* of the last verb */
  GError      *error;        /* of the last verb */
} FoyerProfile;

FoyerProfile *foyer_profile_new       (const char          *now);   /* RFC 3339; opened */
FoyerProfile *foyer_profile_new_closed (const char         *now);
void          foyer_profile_free      (FoyerProfile        *self);
void          foyer_profile_set_now   (FoyerProfile        *self,
                                       const char          *now);
gboolean      foyer_profile_open      (FoyerProfile        *self);
gboolean      foyer_profile_close     (FoyerProfile        *self);
char         *foyer_profile_get_path  (FoyerProfile        *self);   /* of the database */

/* (transfer full); NULL with self->error */
FoyerSpace   *foyer_profile_save_space (FoyerProfile       *self,
                                       const FoyerSpace    *space);
/* A coworking space, open Monday to Friday 9 to 18: its id, (transfer full) */
char         *foyer_profile_add_space (FoyerProfile        *self,
                                       int                  seats);
gboolean      foyer_profile_archive   (FoyerProfile        *self,
                                       const char          *space_id,
                                       gboolean             cancel_bookings,
                                       FoyerArchiveChange  *change);  /* (nullable) */
gboolean      foyer_profile_take_up   (FoyerProfile        *self,
                                       const char          *space_id);
gboolean      foyer_profile_set_week  (FoyerProfile        *self,
                                       const char          *space_id,
                                       const char          *week,     /* rules parted by ";" */
                                       FoyerDaysChange     *change);  /* (nullable) */
gboolean      foyer_profile_add_plan  (FoyerProfile        *self,
                                       const char          *space_id,
                                       const FoyerOpeningPlan *plan,
                                       FoyerDaysChange     *change);  /* (nullable) */
gboolean      foyer_profile_set_plan  (FoyerProfile        *self,
                                       const char          *space_id,
                                       const FoyerOpeningPlan *plan,
                                       FoyerDaysChange     *change);  /* (nullable) */
gboolean      foyer_profile_edit_days (FoyerProfile        *self,
                                       const char          *space_id,
                                       const FoyerDaysEdit *edit,
                                       FoyerDaysChange     *change);  /* (nullable) */
char         *foyer_profile_add_member (FoyerProfile       *self,
                                       const char          *name);    /* its id */
FoyerPerson  *foyer_profile_save_person (FoyerProfile      *self,
                                       const FoyerPerson   *person);
GPtrArray    *foyer_profile_find      (FoyerProfile        *self,
                                       const char          *text,
                                       const char          *space_id,
                                       FoyerDay             day,
                                       int                  limit);
FoyerBooking *foyer_profile_book      (FoyerProfile        *self,
                                       const FoyerBookingRequest *request);
FoyerBooking *foyer_profile_book_guest (FoyerProfile       *self,
                                       const char          *space_id,
                                       const char          *day,
                                       FoyerPart            part,
                                       const char          *name);
FoyerBooking *foyer_profile_book_member (FoyerProfile      *self,
                                       const char          *space_id,
                                       const char          *day,
                                       FoyerPart            part,
                                       const char          *person_id);
FoyerSeriesChange *foyer_profile_book_series (FoyerProfile *self,
                                       const FoyerSeriesRequest *request);
FoyerSeriesChange *foyer_profile_edit_series (FoyerProfile *self,
                                       const FoyerSeriesEdit *edit);
GPtrArray    *foyer_profile_list_series (FoyerProfile      *self,
                                       const char          *space_id);
FoyerBooking *foyer_profile_set_state (FoyerProfile        *self,
                                       const char          *booking_id,
                                       FoyerBookingState    state);
FoyerBooking *foyer_profile_check_in  (FoyerProfile        *self,
                                       const FoyerArrival  *arrival);
FoyerBooking *foyer_profile_check_out (FoyerProfile        *self,
                                       const FoyerArrival  *arrival);
FoyerDaySheet *foyer_profile_sheet    (FoyerProfile        *self,
                                       const char          *space_id,
                                       FoyerDay             day);
GPtrArray    *foyer_profile_roll_call (FoyerProfile        *self,
                                       const char          *space_id);
GArray       *foyer_profile_availability (FoyerProfile     *self,
                                       const char          *space_id,
                                       FoyerDay             first,
                                       int                  n_days);
/* "checkin", (transfer full); NULL with self->error */
char         *foyer_profile_undo      (FoyerProfile        *self,
                                       gint64               op);
gboolean      foyer_profile_backup    (FoyerProfile        *self,
                                       const char          *path);
GPtrArray    *foyer_profile_check     (FoyerProfile        *self);
char         *foyer_profile_restore   (FoyerProfile        *self,
                                       const char          *path);

/* The last verb was refused so; forgets it. */
#define foyer_profile_assert_refused(self, domain, code) \
  G_STMT_START { \
    g_assert_error ((self)->error, domain, (int) (code)); \
    g_clear_error (&(self)->error); \
  } G_STMT_END

FoyerDay      foyer_day               (const char          *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerProfile, foyer_profile_free)
