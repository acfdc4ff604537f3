/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "foyer-profile.h"

#include <glib/gstdio.h>

static gint64
foyer_profile_clock_cb (gpointer user_data)
{
  return __atomic_load_n ((gint64 *) user_data, __ATOMIC_SEQ_CST);
}

FoyerDay
foyer_day (const char *text)
{
  FoyerDay day;

  g_assert_true (foyer_day_parse (text, &day, NULL));

  return day;
}

FoyerProfile *
foyer_profile_new_closed (const char *now)
{
  FoyerProfile *self = g_new0 (FoyerProfile, 1);

  self->dir = g_dir_make_tmp ("foyer-XXXXXX", NULL);
  self->clock = foyer_clock_new_with_func (foyer_profile_clock_cb, &self->now, NULL);
  foyer_profile_set_now (self, now);

  return self;
}

FoyerProfile *
foyer_profile_new (const char *now)
{
  FoyerProfile *self = foyer_profile_new_closed (now);

  foyer_profile_open (self);
  g_assert_no_error (self->error);

  return self;
}

static void
foyer_profile_remove (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        foyer_profile_remove (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
foyer_profile_free (FoyerProfile *self)
{
  if (self->store != NULL)
    g_assert_true (foyer_profile_close (self));
  foyer_profile_remove (self->dir);
  foyer_clock_unref (self->clock);
  g_clear_error (&self->error);
  g_free (self->dir);
  g_free (self);
}

void
foyer_profile_set_now (FoyerProfile *self,
                       const char   *now)
{
  gint64 instant;

  g_assert_true (foyer_instant_parse (now, &instant, NULL));
  __atomic_store_n (&self->now, instant, __ATOMIC_SEQ_CST);
}

char *
foyer_profile_get_path (FoyerProfile *self)
{
  return g_build_filename (self->dir, "foyer.db", NULL);
}

static void
foyer_profile_answer_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
foyer_profile_wait (FoyerProfile  *self,
                    GAsyncResult **result)
{
  g_assert_no_error (self->error);
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

gboolean
foyer_profile_open (FoyerProfile *self)
{
  g_autoptr(GAsyncResult) result = NULL;

  g_assert_null (self->store);
  foyer_store_open_async (self->dir, self->clock, NULL, NULL, foyer_profile_answer_cb, &result);
  foyer_profile_wait (self, &result);
  self->store = foyer_store_open_finish (result, &self->error);

  return self->store != NULL;
}

gboolean
foyer_profile_close (FoyerProfile *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  gboolean closed;

  foyer_store_close_async (self->store, foyer_profile_answer_cb, &result);
  foyer_profile_wait (self, &result);
  closed = foyer_store_close_finish (self->store, result, &self->error);
  g_clear_object (&result);
  g_assert_finalize_object (g_steal_pointer (&self->store));

  return closed;
}

FoyerSpace *
foyer_profile_save_space (FoyerProfile     *self,
                          const FoyerSpace *space)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_save_space_async (self->store, space, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_save_space_finish (self->store, foyer_profile_wait (self, &result), &self->op, &self->error);
}

char *
foyer_profile_add_space (FoyerProfile *self,
                         int           seats)
{
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;

  g_set_str (&space->name, "Le Foyer");
  space->kind = FOYER_SPACE_COWORKING;
  space->seats = seats;
  saved = foyer_profile_save_space (self, space);
  g_assert_no_error (self->error);
  g_assert_true (foyer_profile_set_week (self, saved->id, "Mon-Fri 09:00-18:00", NULL));

  return g_strdup (saved->id);
}

static gboolean
foyer_profile_days_finish (FoyerProfile     *self,
                           GAsyncResult    **result,
                           FoyerDaysChange  *change)
{
  FoyerDaysChange answer;

  if (!foyer_store_days_finish (self->store, foyer_profile_wait (self, result), &answer, &self->error))
    return FALSE;
  self->op = answer.op;
  if (change != NULL)
    *change = answer;

  return TRUE;
}

gboolean
foyer_profile_set_week (FoyerProfile    *self,
                        const char      *space_id,
                        const char      *week,
                        FoyerDaysChange *change)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_auto(GStrv) texts = g_strsplit (week, ";", -1);
  g_autoptr(GArray) rules = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningRule));

  for (guint i = 0; *week != '\0' && texts[i] != NULL; i++)
    {
      FoyerOpeningRule rule;

      g_assert_true (foyer_opening_rule_parse (g_strstrip (texts[i]), &rule, NULL));
      g_array_append_val (rules, rule);
    }
  foyer_store_set_week_async (self->store, space_id, (FoyerOpeningRule *) rules->data, rules->len, NULL,
                              foyer_profile_answer_cb, &result);
  return foyer_profile_days_finish (self, &result, change);
}

gboolean
foyer_profile_add_plan (FoyerProfile           *self,
                        const char             *space_id,
                        const FoyerOpeningPlan *plan,
                        FoyerDaysChange        *change)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_add_plan_async (self->store, space_id, plan, NULL, foyer_profile_answer_cb, &result);

  return foyer_profile_days_finish (self, &result, change);
}

gboolean
foyer_profile_set_plan (FoyerProfile           *self,
                        const char             *space_id,
                        const FoyerOpeningPlan *plan,
                        FoyerDaysChange        *change)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_set_plan_async (self->store, space_id, plan, NULL, foyer_profile_answer_cb, &result);

  return foyer_profile_days_finish (self, &result, change);
}

gboolean
foyer_profile_edit_days (FoyerProfile        *self,
                         const char          *space_id,
                         const FoyerDaysEdit *edit,
                         FoyerDaysChange     *change)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_edit_days_async (self->store, space_id, edit, NULL, foyer_profile_answer_cb, &result);
  return foyer_profile_days_finish (self, &result, change);
}

gboolean
foyer_profile_archive (FoyerProfile       *self,
                       const char         *space_id,
                       gboolean            cancel_bookings,
                       FoyerArchiveChange *change)
{
  g_autoptr(GAsyncResult) result = NULL;
  FoyerArchiveChange done = { 0 };
  gboolean archived;

  foyer_store_archive_space_async (self->store, space_id, cancel_bookings, NULL, foyer_profile_answer_cb, &result);
  archived = foyer_store_archive_space_finish (self->store, foyer_profile_wait (self, &result), &done, &self->error);
  self->op = done.op;
  if (change != NULL)
    *change = done;

  return archived;
}

gboolean
foyer_profile_take_up (FoyerProfile *self,
                       const char   *space_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_take_up_space_async (self->store, space_id, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_take_up_space_finish (self->store, foyer_profile_wait (self, &result), &self->op, &self->error);
}

FoyerPerson *
foyer_profile_save_person (FoyerProfile      *self,
                           const FoyerPerson *person)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_save_person_async (self->store, person, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_save_person_finish (self->store, foyer_profile_wait (self, &result), &self->op, &self->error);
}

char *
foyer_profile_add_member (FoyerProfile *self,
                          const char   *name)
{
  g_autoptr(FoyerPerson) person = foyer_person_new ();
  g_autoptr(FoyerPerson) saved = NULL;

  g_set_str (&person->name, name);
  saved = foyer_profile_save_person (self, person);
  g_assert_no_error (self->error);

  return g_strdup (saved->id);
}

GPtrArray *
foyer_profile_find (FoyerProfile *self,
                    const char   *text,
                    const char   *space_id,
                    FoyerDay      day,
                    int           limit)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_find_people_async (self->store, text, FALSE, space_id, day, limit, NULL,
                                 foyer_profile_answer_cb, &result);

  return foyer_store_find_people_finish (self->store, foyer_profile_wait (self, &result), &self->error);
}

FoyerBooking *
foyer_profile_book (FoyerProfile              *self,
                    const FoyerBookingRequest *request)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_book_async (self->store, request, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_booking_finish (self->store, foyer_profile_wait (self, &result), &self->op, &self->error);
}

FoyerBooking *
foyer_profile_book_guest (FoyerProfile *self,
                          const char   *space_id,
                          const char   *day,
                          FoyerPart     part,
                          const char   *name)
{
  FoyerBookingRequest request = {
    .space_id = space_id, .guest_name = name, .day = foyer_day (day), .part = part, .seats = 1,
  };

  return foyer_profile_book (self, &request);
}

FoyerBooking *
foyer_profile_book_member (FoyerProfile *self,
                           const char   *space_id,
                           const char   *day,
                           FoyerPart     part,
                           const char   *person_id)
{
  FoyerBookingRequest request = {
    .space_id = space_id, .person_id = person_id, .day = foyer_day (day), .part = part, .seats = 1,
  };

  return foyer_profile_book (self, &request);
}

FoyerSeriesChange *
foyer_profile_book_series (FoyerProfile             *self,
                           const FoyerSeriesRequest *request)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_book_series_async (self->store, request, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_series_finish (self->store, foyer_profile_wait (self, &result), &self->op, &self->error);
}

FoyerSeriesChange *
foyer_profile_edit_series (FoyerProfile          *self,
                           const FoyerSeriesEdit *edit)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_edit_series_async (self->store, edit, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_series_finish (self->store, foyer_profile_wait (self, &result), &self->op, &self->error);
}

GPtrArray *
foyer_profile_list_series (FoyerProfile *self,
                           const char   *space_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_list_series_async (self->store, space_id, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_list_series_finish (self->store, foyer_profile_wait (self, &result), &self->error);
}

FoyerBooking *
foyer_profile_set_state (FoyerProfile      *self,
                         const char        *booking_id,
                         FoyerBookingState  state)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_set_state_async (self->store, booking_id, state, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_booking_finish (self->store, foyer_profile_wait (self, &result), &self->op, &self->error);
}

FoyerBooking *
foyer_profile_check_in (FoyerProfile       *self,
                        const FoyerArrival *arrival)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_check_in_async (self->store, arrival, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_booking_finish (self->store, foyer_profile_wait (self, &result), &self->op, &self->error);
}

FoyerBooking *
foyer_profile_check_out (FoyerProfile       *self,
                         const FoyerArrival *arrival)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_check_out_async (self->store, arrival, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_booking_finish (self->store, foyer_profile_wait (self, &result), &self->op, &self->error);
}

FoyerDaySheet *
foyer_profile_sheet (FoyerProfile *self,
                     const char   *space_id,
                     FoyerDay      day)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_day_sheet_async (self->store, space_id, day, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_day_sheet_finish (self->store, foyer_profile_wait (self, &result), &self->error);
}

GPtrArray *
foyer_profile_roll_call (FoyerProfile *self,
                         const char   *space_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_roll_call_async (self->store, space_id, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_bookings_finish (self->store, foyer_profile_wait (self, &result), &self->error);
}

GArray *
foyer_profile_availability (FoyerProfile *self,
                            const char   *space_id,
                            FoyerDay      first,
                            int           n_days)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_availability_async (self->store, space_id, first, n_days, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_availability_finish (self->store, foyer_profile_wait (self, &result), &self->error);
}

char *
foyer_profile_undo (FoyerProfile *self,
                    gint64        op)
{
  g_autoptr(GAsyncResult) result = NULL;
  char *verb = NULL;

  foyer_store_undo_async (self->store, op, NULL, foyer_profile_answer_cb, &result);
  foyer_store_undo_finish (self->store, foyer_profile_wait (self, &result), &verb, NULL, &self->error);

  return verb;
}

gboolean
foyer_profile_backup (FoyerProfile *self,
                      const char   *path)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_backup_async (self->store, path, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_backup_finish (self->store, foyer_profile_wait (self, &result), &self->error);
}

GPtrArray *
foyer_profile_check (FoyerProfile *self)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_check_async (self->store, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_check_finish (self->store, foyer_profile_wait (self, &result), &self->error);
}

char *
foyer_profile_restore (FoyerProfile *self,
                       const char   *path)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_restore_async (self->dir, path, self->clock, NULL, foyer_profile_answer_cb, &result);

  return foyer_store_restore_finish (foyer_profile_wait (self, &result), &self->error);
}
