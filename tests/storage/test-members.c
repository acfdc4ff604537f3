/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-text.h"
#include "foyer-profile.h"
#include "storage/foyer-store-members.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"

typedef struct {
  FoyerProfile *profile;
  char         *space;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 20);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  foyer_profile_free (fixture->profile);
}

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (FoyerProfile  *profile,
       GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_error (&profile->error);

  return *result;
}

static FoyerMember *
read_member (Fixture    *fixture,
             const char *id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_read_member_async (fixture->profile->store, id, fixture->space, FOYER_DAY_NONE, NULL, got_cb, &result);

  return foyer_store_read_member_finish (fixture->profile->store, await (fixture->profile, &result),
                                         &fixture->profile->error);
}

static FoyerMemberList *
list (Fixture         *fixture,
      const char      *text,
      FoyerMemberSort  sort)
{
  FoyerMemberQuery query = { text, sort };
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_list_members_async (fixture->profile->store, &query, NULL, got_cb, &result);

  return foyer_store_list_members_finish (fixture->profile->store, await (fixture->profile, &result),
                                          &fixture->profile->error);
}

static GPtrArray *
read_lines (Fixture       *fixture,
            const guint32 *rows,
            gsize          n_rows)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_read_members_async (fixture->profile->store, rows, n_rows, fixture->space, FOYER_DAY_NONE, NULL, got_cb,
                                  &result);

  return foyer_store_read_members_finish (fixture->profile->store, await (fixture->profile, &result),
                                          &fixture->profile->error);
}

/* Their names in order, parted by ", " */
static void
assert_listed (Fixture         *fixture,
               const char      *text,
               FoyerMemberSort  sort,
               const char      *expected)
{
  g_autoptr(FoyerMemberList) found = list (fixture, text, sort);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GPtrArray) lines = NULL;

  g_assert_no_error (fixture->profile->error);
  if (found->n > 0)
    lines = read_lines (fixture, found->rows, found->n);
  for (guint i = 0; i < found->n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((FoyerMemberLine *) lines->pdata[i])->person->name);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
set_words (char      ***list_of_words,
           const char  *words)
{
  g_strfreev (*list_of_words);
  *list_of_words = g_strsplit (words, ",", -1);
}

/* Somebody with everything. */
static FoyerPerson *
make_person (const char *name,
             const char *card)
{
  FoyerPerson *person = foyer_person_new ();

  g_set_str (&person->name, name);
  g_set_str (&person->email, "i@example.org");
  g_set_str (&person->phone, "06 39 98 00 01");
  g_set_str (&person->notes, "Table by the radiator.\nLeaves at 17:30.");
  g_set_str (&person->emergency_name, "Ida");
  g_set_str (&person->emergency_phone, "06 39 98 00 02");
  g_set_str (&person->card, card);
  set_words (&person->skills, "Typography,Book design");
  set_words (&person->needs, "a bookkeeper");
  set_words (&person->languages, "French,English");
  person->consents[FOYER_CONSENT_SHOW_NAME] = 1;

  return person;
}

static void
test_record (Fixture       *fixture,
             gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerPerson) person = make_person ("Idris Belcourt", "FO-bcde");
  g_autoptr(FoyerPerson) saved = foyer_profile_save_person (profile, person);
  g_autoptr(FoyerPerson) edited = NULL;
  g_autoptr(FoyerMember) member = NULL;
  g_autoptr(FoyerMember) again = NULL;

  g_assert_no_error (profile->error);
  g_assert_cmpint (saved->consents[FOYER_CONSENT_SHOW_NAME], ==, profile->now);
  g_assert_cmpint (saved->consents[FOYER_CONSENT_PHOTOS], ==, 0);
  member = read_member (fixture, saved->id);
  g_assert_true (foyer_person_is_same (member->line->person, saved));
  g_assert_cmpstr (member->line->person->notes, ==, "Table by the radiator.\nLeaves at 17:30.");
  g_assert_cmpint (member->line->person->consents[FOYER_CONSENT_SHOW_NAME], ==, profile->now);

  /* What changes is changed, and a consent keeps its instant. */
  profile->now += 1000;
  edited = foyer_person_copy (member->line->person);
  set_words (&edited->needs, "");
  g_set_str (&edited->card, "");
  edited->consents[FOYER_CONSENT_PHOTOS] = 1;
  foyer_person_free (g_steal_pointer (&saved));
  saved = foyer_profile_save_person (profile, edited);
  g_assert_cmpint (saved->consents[FOYER_CONSENT_SHOW_NAME], ==, profile->now - 1000);
  g_assert_cmpint (saved->consents[FOYER_CONSENT_PHOTOS], ==, profile->now);
  g_assert_cmpint (saved->rev, ==, 2);

  /* The same again is no act. */
  edited->consents[FOYER_CONSENT_PHOTOS] = 12;
  foyer_person_free (g_steal_pointer (&saved));
  saved = foyer_profile_save_person (profile, edited);
  g_assert_cmpint (profile->op, ==, 0);
  g_assert_cmpint (saved->consents[FOYER_CONSENT_PHOTOS], ==, profile->now);

  /* Undone as a whole: the list and the card are back, the consent was never given. */
  g_free (foyer_profile_undo (profile, 0));
  g_assert_no_error (profile->error);
  again = read_member (fixture, saved->id);
  g_assert_true (foyer_person_is_same (again->line->person, member->line->person));
  g_assert_cmpint (again->line->person->consents[FOYER_CONSENT_SHOW_NAME], ==, profile->now - 1000);

  /* And so is the member. */
  g_free (foyer_profile_undo (profile, 0));
  g_assert_no_error (profile->error);
  g_assert_null (read_member (fixture, saved->id));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  assert_listed (fixture, NULL, FOYER_MEMBERS_BY_NAME, "");
}

/* Taken back and given again: the first time is forgotten, nothing else is. */
static void
test_consents (Fixture       *fixture,
               gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerPerson) person = make_person ("Zoé", "");

  for (int i = 0; i < 5; i++)
    {
      FoyerPerson *saved;

      profile->now += 1000;
      person->consents[FOYER_CONSENT_SHOW_NAME] = i % 2 == 0 ? 1 : 0;
      saved = foyer_profile_save_person (profile, person);
      g_assert_no_error (profile->error);
      g_assert_cmpint (saved->consents[FOYER_CONSENT_SHOW_NAME], ==, i % 2 == 0 ? profile->now : 0);
      foyer_person_free (person);
      person = saved;
    }
  for (int i = 4; i > 0; i--)
    {
      g_autoptr(FoyerMember) member = NULL;

      g_free (foyer_profile_undo (profile, 0));
      g_assert_no_error (profile->error);
      member = read_member (fixture, person->id);
      g_assert_true ((member->line->person->consents[FOYER_CONSENT_SHOW_NAME] != 0) == (i % 2 == 1));
    }
}

static void
test_cards (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerPerson) ida = make_person ("Ida", "FO-bcde");
  g_autoptr(FoyerPerson) ada = make_person ("Ada", "fo bc de");
  g_autoptr(FoyerPerson) cleo = make_person ("Fo Bcdexyz", "1234");
  g_autoptr(FoyerPerson) saved = NULL;
  g_autoptr(GPtrArray) people = NULL;
  gint64 op;

  saved = foyer_profile_save_person (profile, ida);
  g_set_str (&ida->id, saved->id);
  g_assert_null (foyer_profile_save_person (profile, ada));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_CARD_TAKEN);
  assert_listed (fixture, NULL, FOYER_MEMBERS_BY_NAME, "Ida");

  /* The one with the card comes first, however it is typed; the start of a code will do. */
  foyer_person_free (foyer_profile_save_person (profile, cleo));
  g_assert_no_error (profile->error);
  people = foyer_profile_find (profile, "FOBCDE", fixture->space, foyer_day (TODAY), 5);
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpstr (((FoyerPerson *) people->pdata[0])->name, ==, "Ida");
  g_clear_pointer (&people, g_ptr_array_unref);
  people = foyer_profile_find (profile, "fo bcde", NULL, FOYER_DAY_NONE, 5);
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpstr (((FoyerPerson *) people->pdata[0])->name, ==, "Ida");
  g_clear_pointer (&people, g_ptr_array_unref);
  people = foyer_profile_find (profile, "fobc", NULL, FOYER_DAY_NONE, 5);
  g_assert_cmpuint (people->len, ==, 1);
  assert_listed (fixture, "1234", FOYER_MEMBERS_BY_NAME, "Fo Bcdexyz");
  assert_listed (fixture, "123", FOYER_MEMBERS_BY_NAME, "");

  /* A card that went to somebody else does not come back with an undo. */
  g_set_str (&ida->card, "");
  foyer_person_free (foyer_profile_save_person (profile, ida));
  op = profile->op;
  foyer_person_free (foyer_profile_save_person (profile, ada));
  g_assert_no_error (profile->error);
  g_assert_null (foyer_profile_undo (profile, op));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_CARD_TAKEN);
  g_free (foyer_profile_undo (profile, 0));
  g_free (foyer_profile_undo (profile, op));
  g_assert_no_error (profile->error);
  assert_listed (fixture, "fobcde", FOYER_MEMBERS_BY_NAME, "Ida");
}

static void
be_here (Fixture    *fixture,
         const char *id,
         const char *instant)
{
  FoyerArrival arrival = { .space_id = fixture->space, .person_id = id, .day = FOYER_DAY_NONE };

  foyer_profile_set_now (fixture->profile, instant);
  foyer_booking_free (foyer_profile_check_in (fixture->profile, &arrival));
  g_assert_no_error (fixture->profile->error);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  const char *names[] = { "Zoé Dupont", "Élodie Martin", "elias Roy", "Øyvind Aas", "Enzo Martin", "山田太郎", "4Ever" };
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(FoyerMemberList) all = NULL;
  g_autoptr(GString) found = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (ids, foyer_profile_add_member (profile, names[i]));
  /* A guest is no member. */
  foyer_booking_free (foyer_profile_book_guest (profile, fixture->space, TODAY, FOYER_PART_FULL, "Enzo Guest"));

  assert_listed (fixture, NULL, FOYER_MEMBERS_BY_NAME,
                 "4Ever, elias Roy, Élodie Martin, Enzo Martin, Øyvind Aas, Zoé Dupont, 山田太郎");
  assert_listed (fixture, "", FOYER_MEMBERS_BY_NAME,
                 "4Ever, elias Roy, Élodie Martin, Enzo Martin, Øyvind Aas, Zoé Dupont, 山田太郎");
  assert_listed (fixture, "artin", FOYER_MEMBERS_BY_NAME, "Élodie Martin, Enzo Martin");
  assert_listed (fixture, "mar e", FOYER_MEMBERS_BY_NAME, "Élodie Martin, Enzo Martin");
  assert_listed (fixture, "xyz", FOYER_MEMBERS_BY_NAME, "");
  assert_listed (fixture, "  ", FOYER_MEMBERS_BY_NAME, "");
  g_assert_null (list (fixture, "a\xff", FOYER_MEMBERS_BY_NAME));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);

  all = list (fixture, NULL, FOYER_MEMBERS_BY_NAME);
  for (guint i = 0; i < all->letters->len; i++)
    {
      const FoyerMemberLetter *letter = &g_array_index (all->letters, FoyerMemberLetter, i);

      g_string_append_unichar (found, letter->letter);
      g_string_append_printf (found, "%u ", letter->start);
    }
  g_assert_cmpstr (found->str, ==, "#0 E1 O4 Z5 山6 ");

  be_here (fixture, ids->pdata[0], "2026-11-24T09:00:00+01:00");
  be_here (fixture, ids->pdata[4], "2026-11-25T09:00:00+01:00");
  be_here (fixture, ids->pdata[1], "2026-11-25T09:00:00+01:00");
  assert_listed (fixture, NULL, FOYER_MEMBERS_BY_LAST_DAY,
                 "Élodie Martin, Enzo Martin, Zoé Dupont, 4Ever, elias Roy, Øyvind Aas, 山田太郎");
  assert_listed (fixture, "e", FOYER_MEMBERS_BY_LAST_DAY,
                 "Élodie Martin, Enzo Martin, Zoé Dupont, 4Ever, elias Roy");
  g_clear_pointer (&all, foyer_member_list_free);
  all = list (fixture, NULL, FOYER_MEMBERS_BY_LAST_DAY);
  g_assert_cmpuint (all->letters->len, ==, 0);
}

/* More than are read at once: everybody is there once, in order, and a letter that most have
 * narrows the list as one that few have does. */
static void
test_many (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerProfile *profile;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerMemberList) by_name = NULL;
  g_autoptr(FoyerMemberList) by_day = NULL;
  g_autoptr(FoyerMemberList) narrow = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_with_e = 0;

  /* A season is for who has no space yet. */
  foyer_profile_free (fixture->profile);
  g_clear_pointer (&fixture->space, g_free);
  fixture->profile = profile = foyer_profile_new (MORNING);
  foyer_store_sample_async (profile->store, 3, 9000, 300, NULL, got_cb, &result);
  g_assert_true (foyer_store_sample_finish (profile->store, await (profile, &result), &profile->error));

  by_name = list (fixture, NULL, FOYER_MEMBERS_BY_NAME);
  by_day = list (fixture, NULL, FOYER_MEMBERS_BY_LAST_DAY);
  g_assert_cmpuint (by_name->n, ==, 9000);
  g_assert_cmpuint (by_day->n, ==, 9000);
  lines = read_lines (fixture, by_name->rows, by_name->n);
  g_assert_cmpuint (lines->len, ==, 9000);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *fold = foyer_text_fold (((FoyerMemberLine *) lines->pdata[i])->person->name);
      g_autofree char *before = i > 0 ? foyer_text_fold (((FoyerMemberLine *) lines->pdata[i - 1])->person->name)
                                      : g_strdup ("");

      g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (by_name->rows[i])));
      g_assert_cmpint (strcmp (before, fold), <=, 0);
      n_with_e += strchr (fold, 'e') != NULL;
    }
  g_clear_pointer (&lines, g_ptr_array_unref);
  lines = read_lines (fixture, by_day->rows, by_day->n);
  for (guint i = 0; i < lines->len; i++)
    {
      g_assert_true (g_hash_table_remove (seen, GUINT_TO_POINTER (by_day->rows[i])));
      if (i > 0)
        g_assert_cmpint (((FoyerMemberLine *) lines->pdata[i - 1])->person->last_day, >=,
                         ((FoyerMemberLine *) lines->pdata[i])->person->last_day);
    }
  narrow = list (fixture, "e", FOYER_MEMBERS_BY_NAME);
  g_assert_cmpuint (n_with_e, >, 2000);
  g_assert_cmpuint (narrow->n, >=, n_with_e);
}

static const char *
random_name (void)
{
  static const char *names[] = { "Zoé", "Zoe", "ÉLODIE", "Elodie", "Øyvind", "adrien", "Adrien", "4Ever", "山田太郎", "Ana" };

  return names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
}

/* The list is read from the memory of names once and follows what is written: whoever comes, has
 * another name, goes, or comes back by undo. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  int n_acts = 0;

  for (int i = 0; i < 120; i++)
    {
      g_autoptr(FoyerMemberList) found = NULL;
      g_autoptr(FoyerPerson) person = NULL;
      g_autoptr(FoyerPerson) saved = NULL;
      g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
      const int what = g_test_rand_int_range (0, 4);

      /* Not so far back that the space goes. */
      if (what == 3 && n_acts > 0)
        {
          g_free (foyer_profile_undo (profile, 0));
          n_acts--;
        }
      else
        {
          person = make_person (random_name (), "");
          if (what == 2 && ids->len > 0)
            g_set_str (&person->id, ids->pdata[g_test_rand_int_range (0, (int) ids->len)]);
          saved = foyer_profile_save_person (profile, person);
          n_acts += saved != NULL;
          if (saved != NULL && *person->id == '\0')
            g_ptr_array_add (ids, g_strdup (saved->id));
          g_clear_error (&profile->error);
        }

      found = list (fixture, NULL, FOYER_MEMBERS_BY_NAME);
      for (guint j = 0; j < found->n; j++)
        {
          g_autoptr(GPtrArray) lines = read_lines (fixture, found->rows + (j > 0 ? j - 1 : 0), j > 0 ? 2 : 1);
          const FoyerMemberLine *line = lines->pdata[lines->len - 1];
          g_autofree char *fold = foyer_text_fold (line->person->name);
          g_autofree char *before = foyer_text_fold (((FoyerMemberLine *) lines->pdata[0])->person->name);

          g_assert_cmpuint (lines->len, ==, j > 0 ? 2 : 1);
          g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (line->row)));
          g_assert_cmpint (strcmp (before, fold), <=, 0);
        }
      for (guint j = 0; j < ids->len; j++)
        {
          g_autoptr(FoyerMember) member = read_member (fixture, ids->pdata[j]);

          g_assert_true (member == NULL || g_hash_table_remove (seen, GUINT_TO_POINTER (member->line->row)));
          g_clear_error (&profile->error);
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, 0);
    }
}

/* Lines come with a list, as many as were asked for. */
static void
test_first_lines (Fixture       *fixture,
                  gconstpointer  user_data)
{
  FoyerMemberQuery query = { NULL, FOYER_MEMBERS_BY_NAME, 2, fixture->space, FOYER_DAY_NONE };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerMemberList) found = NULL;

  g_free (foyer_profile_add_member (fixture->profile, "Zoé"));
  g_free (foyer_profile_add_member (fixture->profile, "Ana"));
  g_free (foyer_profile_add_member (fixture->profile, "Luc"));
  foyer_store_list_members_async (fixture->profile->store, &query, NULL, got_cb, &result);
  found = foyer_store_list_members_finish (fixture->profile->store, await (fixture->profile, &result), NULL);
  g_assert_cmpuint (found->n, ==, 3);
  g_assert_cmpuint (found->lines->len, ==, 2);
  g_assert_cmpuint (((FoyerMemberLine *) found->lines->pdata[0])->row, ==, found->rows[0]);
  g_assert_cmpstr (((FoyerMemberLine *) found->lines->pdata[0])->person->name, ==, "Ana");
  g_assert_cmpstr (((FoyerMemberLine *) found->lines->pdata[1])->person->name, ==, "Luc");
}

static void
test_belonging (Fixture       *fixture,
                gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *id = NULL;
  g_autoptr(FoyerMember) member = NULL;
  g_autoptr(FoyerBooking) ahead = NULL;

  foyer_profile_set_now (profile, "2026-10-01T09:00:00+02:00");
  id = foyer_profile_add_member (profile, "Idris");
  for (int day = 1; day <= 29; day += 7)
    {
      g_autofree char *instant = g_strdup_printf ("2026-10-%02dT09:00:00+0%d:00", day, day < 25 ? 2 : 1);

      be_here (fixture, id, instant);
    }
  foyer_profile_set_now (profile, MORNING);
  ahead = foyer_profile_book_member (profile, fixture->space, "2026-12-03", FOYER_PART_PM, id);

  member = read_member (fixture, id);
  g_assert_cmpint (member->day, ==, foyer_day (TODAY));
  g_assert_cmpuint (member->days->len, ==, 5);
  g_assert_cmpint (g_array_index (member->days, FoyerDay, 0), ==, foyer_day ("2026-10-01"));
  g_assert_cmpint (member->line->belonging.n_days, ==, 5);
  g_assert_true (member->line->belonging.regular);
  g_assert_cmpuint (member->line->belonging.weekdays, ==, 8);
  g_assert_cmpuint (member->bookings->len, ==, 1);
  g_assert_cmpstr (((FoyerBooking *) member->bookings->pdata[0])->id, ==, ahead->id);
  g_assert_null (member->line->person->booking_id);

  be_here (fixture, id, MORNING);
  g_clear_pointer (&member, foyer_member_free);
  member = read_member (fixture, id);
  g_assert_cmpint (member->line->in_ms, ==, profile->now);
  g_assert_true (member->line->belonging.here);
  g_assert_cmpint (member->line->belonging.n_days, ==, 6);
  g_assert_cmpint ((int) member->line->person->state, ==, (int) FOYER_STATE_CHECKED_IN);

  /* What is taken back was never there. */
  g_free (foyer_profile_undo (profile, 0));
  foyer_profile_set_now (profile, "2026-12-11T09:00:00+01:00");
  g_clear_pointer (&member, foyer_member_free);
  member = read_member (fixture, id);
  g_assert_cmpint (member->line->belonging.weeks_missed, ==, 6);
  g_assert_cmpint (member->line->belonging.n_days, ==, 5);
}

/* A day sheet tells it of its own space, and of a day ahead only what is known. */
static void
test_day_sheet (Fixture       *fixture,
                gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *id = NULL;
  g_autofree char *other = foyer_profile_add_space (profile, 4);
  g_autoptr(FoyerDaySheet) today = NULL;
  g_autoptr(FoyerDaySheet) elsewhere = NULL;
  g_autoptr(FoyerDaySheet) ahead = NULL;

  foyer_profile_set_now (profile, "2026-08-28T09:00:00+02:00");
  id = foyer_profile_add_member (profile, "Idris");
  for (int day = 1; day <= 29; day += 7)
    {
      g_autofree char *instant = g_strdup_printf ("2026-09-%02dT09:00:00+02:00", day);

      be_here (fixture, id, instant);
    }
  foyer_profile_set_now (profile, MORNING);
  foyer_booking_free (foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_AM, id));
  foyer_booking_free (foyer_profile_book_member (profile, other, TODAY, FOYER_PART_PM, id));
  foyer_booking_free (foyer_profile_book_member (profile, fixture->space, "2026-11-27", FOYER_PART_AM, id));

  today = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpint (((FoyerBooking *) today->expected->pdata[0])->belonging.weeks_missed, ==, 8);
  g_assert_cmpint (((FoyerBooking *) today->next_expected->pdata[0])->belonging.weeks_missed, ==, 0);
  elsewhere = foyer_profile_sheet (profile, other, FOYER_DAY_NONE);
  g_assert_true (((FoyerBooking *) elsewhere->expected->pdata[0])->belonging.first_visit);

  be_here (fixture, id, MORNING);
  ahead = foyer_profile_sheet (profile, fixture->space, foyer_day ("2026-11-27"));
  g_assert_cmpint (((FoyerBooking *) ahead->expected->pdata[0])->belonging.n_days, ==, 6);
}

int
main (int    argc,
      char **argv)
{
  const struct {
    const char *path;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/storage/members/record", test_record },
    { "/storage/members/consents", test_consents },
    { "/storage/members/cards", test_cards },
    { "/storage/members/list", test_list },
    { "/storage/members/many", test_many },
    { "/storage/members/follows", test_follows },
    { "/storage/members/first-lines", test_first_lines },
    { "/storage/members/belonging", test_belonging },
    { "/storage/members/day-sheet", test_day_sheet },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
