/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "foyer-profile-people.h"

#include <sqlite3.h>

#include "storage/foyer-store-duplicates.h"

static void
foyer_profile_asked_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
foyer_profile_answered (FoyerProfile  *self,
                        GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_error (&self->error);

  return *result;
}

FoyerPerson *
foyer_profile_merge (FoyerProfile *self,
                     const char   *keep,
                     const char   *other)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_merge_people_async (self->store, keep, other, NULL, foyer_profile_asked_cb, &result);

  return foyer_store_merge_people_finish (self->store, foyer_profile_answered (self, &result), &self->op, &self->error);
}

gboolean
foyer_profile_keep_apart (FoyerProfile *self,
                          const char   *one,
                          const char   *other)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerPerson) person = NULL;

  foyer_store_keep_apart_async (self->store, one, other, NULL, foyer_profile_asked_cb, &result);
  person = foyer_store_merge_people_finish (self->store, foyer_profile_answered (self, &result), &self->op, &self->error);

  return person != NULL;
}

static int
foyer_profile_append_row_cb (void  *user_data,
                             int    n,
                             char **values,
                             char **names)
{
  for (int i = 0; i < n; i++)
    g_string_append_printf (user_data, "%s%s", i > 0 ? "|" : "", values[i] != NULL ? values[i] : "-");
  g_string_append_c (user_data, '\n');

  return 0;
}

/* @text: (nullable): gets the rows */
static void
foyer_profile_run (FoyerProfile *self,
                   const char   *sql,
                   GString      *text)
{
  g_autofree char *path = foyer_profile_get_path (self);
  sqlite3 *db;

  g_assert_true (foyer_profile_close (self));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, text != NULL ? foyer_profile_append_row_cb : NULL, text, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_true (foyer_profile_open (self));
}

char *
foyer_profile_dump_people (FoyerProfile *self)
{
  static const char sql[] =
    "SELECT 'person', uid, member, name, fold, email, email_fold, phone, phone_tail, last_day, merged_into, deleted_at = 0"
    "  FROM person ORDER BY id;"
    "SELECT 'skill', person_id, skill FROM person_skill WHERE deleted_at = 0 ORDER BY person_id, skill;"
    "SELECT 'record', r.* FROM person_record AS r WHERE needs || languages || notes || emergency_name || emergency_phone || card <> '';"
    "SELECT 'consent', id, person_id, purpose, given_at, withdrawn_at FROM person_consent WHERE deleted_at = 0 ORDER BY id;"
    "SELECT 'booking', id, person_id, day, part, state, price_minor, in_at, out_at FROM booking WHERE deleted_at = 0"
    "  ORDER BY id;"
    "SELECT 'series', id, person_id, from_day, until_day FROM series WHERE deleted_at = 0 ORDER BY id;"
    "SELECT 'waiting', id, person_id, state, offer_until FROM waiting WHERE deleted_at = 0 ORDER BY id;"
    "SELECT 'pass', id, person_id, used, ended_at FROM pass WHERE deleted_at = 0 ORDER BY id;"
    "SELECT 'pass_use', booking_id, sum (halves) FROM pass_use GROUP BY booking_id ORDER BY booking_id;"
    "SELECT 'accepted', id, person_id, rules_id, accepted_at FROM rules_accepted WHERE deleted_at = 0 ORDER BY id;"
    "SELECT 'apart', one_id, other_id FROM person_apart WHERE deleted_at = 0 ORDER BY one_id, other_id;"
    "SELECT 'key', * FROM guest_key ORDER BY key;";
  GString *text = g_string_new (NULL);

  foyer_profile_run (self, sql, text);

  return g_string_free_and_steal (text);
}

char *
foyer_profile_dump_visits (FoyerProfile *self)
{
  GString *text = g_string_new (NULL);

  foyer_profile_run (self, "SELECT booking_id, event FROM visit ORDER BY id", text);

  return g_string_free_and_steal (text);
}

void
foyer_profile_run_sql (FoyerProfile *self,
                       const char   *sql)
{
  foyer_profile_run (self, sql, NULL);
}
