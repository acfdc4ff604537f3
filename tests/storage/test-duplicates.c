/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile-passes.h"
#include "foyer-profile-people.h"
#include "foyer-profile-travel.h"
#include "storage/foyer-store-duplicates.h"
#include "storage/foyer-store-members.h"
#include "storage/foyer-store-waiting.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define TODAY "2026-11-26"
#define FRIDAY "2026-11-27"
#define MONDAY "2026-11-30"
#define SECOND "8f3a1d22-9c41-4b8e-8f10-0a1b2c3d4e5f"

typedef struct {
  FoyerProfile *profile;
  char         *space;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_published (fixture->profile);
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

static void
must_merge (Fixture    *fixture,
            const char *keep,
            const char *other)
{
  g_autoptr(FoyerPerson) person = foyer_profile_merge (fixture->profile, keep, other);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (person->id, ==, keep);
}

static void
refuse_merge (Fixture    *fixture,
              const char *keep,
              const char *other,
              FoyerError  code)
{
  g_assert_null (foyer_profile_merge (fixture->profile, keep, other));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, code);
}

/* "Ada Lund=Ada Lund(email name)", the likeliest first */
static void
assert_suggested (Fixture    *fixture,
                  const char *expected)
{
  static const char * const words[] = { "email", "phone", "name", "near", "!email", "!phone", "!together" };
  FoyerProfile *profile = fixture->profile;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  foyer_store_find_duplicates_async (profile->store, 100, NULL, got_cb, &result);
  found = foyer_store_find_duplicates_finish (profile->store, await (profile, &result), &profile->error);
  g_assert_no_error (profile->error);
  for (guint i = 0; i < found->len; i++)
    {
      const FoyerDuplicate *pair = found->pdata[i];

      g_string_append_printf (text, "%s%s=%s(", i > 0 ? ", " : "", pair->keep->name, pair->other->name);
      for (guint w = 0; w < G_N_ELEMENTS (words); w++)
        if ((pair->likeness & (1u << w)) != 0)
          g_string_append_printf (text, "%s%s", text->str[text->len - 1] == '(' ? "" : " ", words[w]);
      g_string_append_c (text, ')');
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_undone (Fixture    *fixture,
               const char *before)
{
  g_autofree char *verb = foyer_profile_undo (fixture->profile, 0);
  g_autofree char *after = NULL;

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (verb, ==, "member-merge");
  after = foyer_profile_dump_people (fixture->profile);
  g_assert_cmpstr (after, ==, before);
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

static char *
save (Fixture    *fixture,
      const char *name,
      const char *email,
      const char *phone,
      const char *card,
      const char *skills,
      const char *notes)
{
  g_autoptr(FoyerPerson) person = foyer_person_new ();
  g_autoptr(FoyerPerson) saved = NULL;

  g_set_str (&person->name, name);
  g_set_str (&person->email, email);
  g_set_str (&person->phone, phone);
  g_set_str (&person->card, card);
  g_set_str (&person->notes, notes);
  g_strfreev (person->skills);
  person->skills = g_strsplit (skills, ",", -1);
  saved = foyer_profile_save_person (fixture->profile, person);
  g_assert_no_error (fixture->profile->error);

  return g_strdup (saved->id);
}

static FoyerBooking *
check_in (Fixture    *fixture,
          const char *person)
{
  FoyerArrival arrival = { .space_id = fixture->space, .person_id = person, .day = FOYER_DAY_NONE };

  return foyer_profile_check_in (fixture->profile, &arrival);
}

static void
check_out (Fixture    *fixture,
           const char *person)
{
  FoyerArrival arrival = { .space_id = fixture->space, .person_id = person, .day = FOYER_DAY_NONE };

  foyer_booking_free (foyer_profile_check_out (fixture->profile, &arrival));
  g_assert_no_error (fixture->profile->error);
}

static char *
wait_for (Fixture    *fixture,
          const char *person,
          const char *day,
          FoyerPart   part)
{
  FoyerWaitingRequest request = {
    .space_id = fixture->space, .person_id = person, .day = foyer_day (day), .part = part, .seats = 1,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerWaiter) waiter = NULL;

  foyer_store_wait_async (fixture->profile->store, &request, NULL, got_cb, &result);
  waiter = foyer_store_waiter_finish (fixture->profile->store, await (fixture->profile, &result), NULL,
                                      &fixture->profile->error);
  g_assert_no_error (fixture->profile->error);

  return g_strdup (waiter->id);
}

static void
agree (Fixture      *fixture,
       const char   *id,
       FoyerConsent  consent,
       gboolean      given)
{
  g_autoptr(FoyerMember) member = read_member (fixture, id);

  fixture->profile->now += 1000;
  member->line->person->consents[consent] = given ? 1 : 0;
  foyer_person_free (foyer_profile_save_person (fixture->profile, member->line->person));
  g_assert_no_error (fixture->profile->error);
}

/* Both have a bit of everything. */
static void
test_everything (Fixture       *fixture,
                 gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *other = save (fixture, "Zoé Marchelin", "z@example.org", "06 39 98 00 01", "FO-bcde", "Painting,Law",
                                 "Table by the radiator.");
  g_autofree char *keep = save (fixture, "Zoe Marchelin", "zoe@example.org", "", "", "law,Cooking", "Tea, no coffee.");
  g_autofree char *third = foyer_profile_add_member (profile, "Third");
  g_autofree char *pass = foyer_profile_add_pass (profile, other, 20, "");
  g_autofree char *waiter = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(FoyerSeriesPlan) plan = foyer_series_plan_read ("every Tuesday morning", foyer_day (TODAY), 780, NULL);
  FoyerSeriesRequest series = { .space_id = fixture->space, .person_id = other, .plan = plan, .seats = 1 };
  g_autoptr(FoyerMember) member = NULL;
  g_autoptr(FoyerMember) same = NULL;
  g_autoptr(FoyerBooking) late = NULL;
  g_autoptr(GPtrArray) found = NULL;
  const FoyerPerson *person;

  plan->rule.until = foyer_day ("2026-12-15");
  g_assert_nonnull (pass);
  foyer_booking_free (check_in (fixture, other));
  g_assert_no_error (profile->error);
  check_out (fixture, other);
  foyer_booking_free (foyer_profile_book_member (profile, fixture->space, MONDAY, FOYER_PART_FULL, keep));
  foyer_series_change_free (foyer_profile_book_series (profile, &series));
  g_assert_no_error (profile->error);
  waiter = wait_for (fixture, other, "2026-12-02", FOYER_PART_PM);
  agree (fixture, other, FOYER_CONSENT_SHOW_NAME, TRUE);
  foyer_profile_keep_apart (profile, other, third);
  g_assert_no_error (profile->error);
  before = foyer_profile_dump_people (fixture->profile);

  profile->now += 1000;
  must_merge (fixture, keep, other);
  member = read_member (fixture, keep);
  person = member->line->person;
  g_assert_cmpstr (person->name, ==, "Zoe Marchelin");
  g_assert_cmpstr (person->email, ==, "zoe@example.org");
  g_assert_cmpstr (person->phone, ==, "06 39 98 00 01");
  g_assert_cmpstr (person->card, ==, "FO-bcde");
  g_assert_cmpstr (person->notes, ==, "Tea, no coffee.\nTable by the radiator.\nz@example.org");
  g_assert_true (g_strv_equal ((const char * const *) person->skills, (const char *[]) { "law", "Cooking", "Painting", NULL }));
  g_assert_cmpint (person->consents[FOYER_CONSENT_SHOW_NAME], ==, profile->now - 1000);
  g_assert_cmpint (person->n_visits, ==, 1);
  g_assert_cmpint (person->last_day, ==, foyer_day (TODAY));
  g_assert_cmpuint (member->days->len, ==, 1);
  g_assert_cmpuint (member->bookings->len, ==, 5);
  foyer_profile_assert_left (profile, keep, "18");

  /* The other is found by neither name, card nor list, and still means who stayed. */
  found = foyer_profile_find (profile, "marchelin", fixture->space, foyer_day (TODAY), 10);
  g_assert_cmpuint (found->len, ==, 1);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = foyer_profile_find (profile, "fo bcde", fixture->space, foyer_day (TODAY), 10);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((FoyerPerson *) found->pdata[0])->id, ==, keep);
  same = read_member (fixture, other);
  g_assert_cmpstr (same->line->person->id, ==, keep);
  late = foyer_profile_book_member (profile, fixture->space, "2026-12-03", FOYER_PART_FULL, other);
  g_assert_cmpstr (late->person_id, ==, keep);
  g_free (foyer_profile_undo (profile, 0));

  /* But what was read of it is not written over who stayed. */
  g_set_str (&same->line->person->id, other);
  g_assert_null (foyer_profile_save_person (profile, same->line->person));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);

  g_free (foyer_profile_undo (profile, 0));
  g_assert_no_error (profile->error);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = foyer_profile_find (profile, "marchelin", fixture->space, foyer_day (TODAY), 10);
  g_assert_cmpuint (found->len, ==, 2);
  foyer_profile_assert_left (profile, other, "18");
  after = foyer_profile_dump_people (fixture->profile);
  g_assert_cmpstr (after, ==, before);
}

static void
test_exactly (Fixture       *fixture,
              gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *first = save (fixture, "Anna Weber", "", "", "FO-1111", "Law", "");
  g_autofree char *second = save (fixture, "Anna Weber", "", "06 39 98 00 01", "", "", "");
  g_autofree char *before = NULL;

  foyer_booking_free (foyer_profile_book_member (profile, fixture->space, MONDAY, FOYER_PART_FULL, first));
  foyer_booking_free (check_in (fixture, second));
  g_free (foyer_profile_add_pass (profile, second, 20, ""));
  before = foyer_profile_dump_people (fixture->profile);

  /* Whichever is older, also with the card on either side, and again. */
  for (int i = 0; i < 4; i++)
    {
      must_merge (fixture, i % 2 == 0 ? first : second, i % 2 == 0 ? second : first);
      assert_undone (fixture, before);
    }
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *notes = g_strnfill (1900, 'n');
  g_autofree char *more = g_strnfill (101, 't');
  g_autofree char *ada = save (fixture, "Ada", "", "", "", "", notes);
  g_autofree char *bo = save (fixture, "Bo", "", "", "", "", more);
  g_autofree char *cy = foyer_profile_add_member (profile, "Cy");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  foyer_booking_free (check_in (fixture, ada));
  foyer_booking_free (check_in (fixture, cy));
  before = foyer_profile_dump_people (fixture->profile);
  refuse_merge (fixture, ada, ada, FOYER_ERROR_SAME_PERSON);
  refuse_merge (fixture, ada, "nobody", FOYER_ERROR_NOT_FOUND);
  refuse_merge (fixture, "nobody", ada, FOYER_ERROR_NOT_FOUND);
  refuse_merge (fixture, "nobody", "nobody", FOYER_ERROR_NOT_FOUND);
  refuse_merge (fixture, ada, cy, FOYER_ERROR_BOTH_HERE);
  g_assert_null (foyer_profile_merge (fixture->profile, ada, bo));
  g_assert_true (g_str_has_prefix (profile->error->message, "notes"));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  foyer_profile_keep_apart (profile, ada, ada);
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_SAME_PERSON);
  after = foyer_profile_dump_people (fixture->profile);
  g_assert_cmpstr (after, ==, before);

  check_out (fixture, cy);
  must_merge (fixture, ada, cy);
  refuse_merge (fixture, ada, cy, FOYER_ERROR_SAME_PERSON);
  refuse_merge (fixture, cy, ada, FOYER_ERROR_SAME_PERSON);
}

/* Three are one, step by step, and step by step they are three again. */
static void
test_chain (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *ada = foyer_profile_add_member (profile, "Ada");
  g_autofree char *bo = foyer_profile_add_member (profile, "Bo");
  g_autofree char *cy = foyer_profile_add_member (profile, "Cy");
  g_autofree char *zero = NULL;
  g_autofree char *one = NULL;
  g_autoptr(FoyerMember) member = NULL;
  gint64 first;

  foyer_booking_free (foyer_profile_book_member (profile, fixture->space, MONDAY, FOYER_PART_AM, ada));
  zero = foyer_profile_dump_people (fixture->profile);
  must_merge (fixture, bo, ada);
  first = profile->op;
  one = foyer_profile_dump_people (fixture->profile);
  must_merge (fixture, cy, bo);
  member = read_member (fixture, ada);
  g_assert_cmpstr (member->line->person->id, ==, cy);
  g_assert_cmpstr (member->line->person->notes, ==, "Ada\nBo");
  g_assert_null (foyer_profile_undo (profile, first));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  assert_undone (fixture, one);
  assert_undone (fixture, zero);
}

/* A guest who is known by a key goes on being known. */
static void
test_guest_key (Fixture       *fixture,
                gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *zoe = foyer_profile_add_member (profile, "Zoé");
  g_autoptr(FoyerDaySheet) sheet = NULL;
  g_autoptr(FoyerDaySheet) after = NULL;
  g_autofree char *guest = NULL;
  g_autofree char *before = NULL;

  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, BOOKING, FRIDAY, 'a')), ==, 1);
  sheet = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  guest = g_strdup (((FoyerBooking *) sheet->requests->pdata[0])->person_id);
  g_assert_cmpstr (guest, !=, zoe);
  before = foyer_profile_dump_people (fixture->profile);

  must_merge (fixture, zoe, guest);
  g_assert_cmpint (foyer_profile_take (profile, "", "e", foyer_news_request (profile, SECOND, MONDAY, 'a')), ==, 1);
  after = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpuint (after->requests->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (((FoyerBooking *) after->requests->pdata[i])->person_id, ==, zoe);

  g_free (foyer_profile_undo (profile, 0));
  g_assert_no_error (profile->error);
  g_clear_pointer (&after, foyer_day_sheet_free);
  after = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpstr (((FoyerBooking *) after->requests->pdata[0])->person_id, ==, guest);
}

static void
assert_waiting (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *text = foyer_profile_dump_people (fixture->profile);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr(GString) waiting = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "waiting|"))
      {
        g_auto(GStrv) cells = g_strsplit (lines[i], "|", -1);

        g_string_append_printf (waiting, "%s%s %s", waiting->len > 0 ? ", " : "", cells[2], cells[3]);
      }
  g_assert_cmpstr (waiting->str, ==, expected);
}

/* Who waits twice waits once, at the earlier place; who has a seat waits no longer. */
static void
test_waiting (Fixture       *fixture,
              gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  FoyerDaysEdit edit = { .first = foyer_day (MONDAY), .last = foyer_day (MONDAY), .to = FOYER_DAYS_KEEP,
                         .start_minute = -1, .end_minute = -1, .seats = 1 };
  g_autofree char *ada = foyer_profile_add_member (profile, "Ada");
  g_autofree char *bo = foyer_profile_add_member (profile, "Bo");
  g_autofree char *cy = foyer_profile_add_member (profile, "Cy");
  g_autofree char *before = NULL;

  g_assert_true (foyer_profile_edit_days (profile, fixture->space, &edit, NULL));
  foyer_booking_free (foyer_profile_book_member (profile, fixture->space, MONDAY, FOYER_PART_FULL, cy));
  g_assert_no_error (profile->error);
  g_free (wait_for (fixture, bo, MONDAY, FOYER_PART_AM));
  g_free (wait_for (fixture, ada, MONDAY, FOYER_PART_FULL));
  assert_waiting (fixture, "2 waiting, 1 waiting");
  before = foyer_profile_dump_people (fixture->profile);

  must_merge (fixture, ada, bo);
  assert_waiting (fixture, "1 waiting, 1 removed");
  assert_undone (fixture, before);

  must_merge (fixture, cy, bo);
  assert_waiting (fixture, "3 booked, 1 waiting");
  assert_undone (fixture, before);
}

/* An offer that two of one person have is the first one's, and the seat goes on to the next. */
static void
test_offered (Fixture       *fixture,
              gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  FoyerDaysEdit edit = { .first = foyer_day (MONDAY), .last = foyer_day (MONDAY), .to = FOYER_DAYS_KEEP,
                         .start_minute = -1, .end_minute = -1, .seats = 2 };
  g_autofree char *ada = foyer_profile_add_member (profile, "Ada");
  g_autofree char *bo = foyer_profile_add_member (profile, "Bo");
  g_autofree char *cy = foyer_profile_add_member (profile, "Cy");
  g_autofree char *before = NULL;

  g_assert_true (foyer_profile_edit_days (profile, fixture->space, &edit, NULL));
  g_free (wait_for (fixture, ada, MONDAY, FOYER_PART_FULL));
  g_free (wait_for (fixture, bo, MONDAY, FOYER_PART_FULL));
  g_free (wait_for (fixture, cy, MONDAY, FOYER_PART_FULL));
  assert_waiting (fixture, "1 offered, 2 offered, 3 waiting");
  before = foyer_profile_dump_people (fixture->profile);
  must_merge (fixture, bo, ada);
  assert_waiting (fixture, "2 offered, 2 removed, 3 offered");
  assert_undone (fixture, before);
}

/* The last word counts, on whichever record it was said. */
static void
test_consents (Fixture       *fixture,
               gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;

  for (int way = 0; way < 2; way++)
    {
      g_autofree char *ada = foyer_profile_add_member (profile, "Ada");
      g_autofree char *bo = foyer_profile_add_member (profile, "Bo");
      const char *keep = way == 0 ? ada : bo;
      g_autoptr(FoyerMember) member = NULL;
      g_autofree char *before = NULL;

      agree (fixture, ada, FOYER_CONSENT_SHOW_NAME, TRUE);        /* both */
      agree (fixture, bo, FOYER_CONSENT_SHOW_NAME, TRUE);
      agree (fixture, ada, FOYER_CONSENT_PHOTOS, TRUE);           /* taken back later */
      agree (fixture, bo, FOYER_CONSENT_PHOTOS, TRUE);
      agree (fixture, bo, FOYER_CONSENT_PHOTOS, FALSE);
      agree (fixture, bo, FOYER_CONSENT_NEWSLETTER, TRUE);        /* given again later */
      agree (fixture, bo, FOYER_CONSENT_NEWSLETTER, FALSE);
      agree (fixture, ada, FOYER_CONSENT_NEWSLETTER, TRUE);
      before = foyer_profile_dump_people (fixture->profile);

      must_merge (fixture, keep, way == 0 ? bo : ada);
      member = read_member (fixture, keep);
      g_assert_cmpint (member->line->person->consents[FOYER_CONSENT_SHOW_NAME], !=, 0);
      g_assert_cmpint (member->line->person->consents[FOYER_CONSENT_PHOTOS], ==, 0);
      g_assert_cmpint (member->line->person->consents[FOYER_CONSENT_NEWSLETTER], !=, 0);
      g_assert_cmpint (member->line->person->consents[FOYER_CONSENT_SHOW_SKILLS], ==, 0);
      assert_undone (fixture, before);
    }
}

static void
accept_rules (Fixture    *fixture,
              const char *person,
              int         version)
{
  g_autoptr(GAsyncResult) result = NULL;

  fixture->profile->now += 1000;
  foyer_store_accept_rules_async (fixture->profile->store, person, fixture->space, version, NULL, got_cb, &result);
  foyer_rules_accepted_free (foyer_store_accept_rules_finish (fixture->profile->store, await (fixture->profile, &result),
                                                              NULL, &fixture->profile->error));
  g_assert_no_error (fixture->profile->error);
}

static void
set_rules (Fixture    *fixture,
           const char *text)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) spaces = NULL;

  foyer_store_list_spaces_async (fixture->profile->store, NULL, got_cb, &result);
  spaces = foyer_store_list_spaces_finish (fixture->profile->store, await (fixture->profile, &result),
                                           &fixture->profile->error);
  g_set_str (&((FoyerSpace *) spaces->pdata[0])->rules, text);
  foyer_space_free (foyer_profile_save_space (fixture->profile, spaces->pdata[0]));
  g_assert_no_error (fixture->profile->error);
}

/* What either accepted is accepted, once. */
static void
test_rules (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *ada = foyer_profile_add_member (fixture->profile, "Ada");
  g_autofree char *bo = foyer_profile_add_member (fixture->profile, "Bo");
  g_autofree char *before = NULL;

  set_rules (fixture, "No shoes.");
  accept_rules (fixture, ada, 0);
  accept_rules (fixture, bo, 0);
  set_rules (fixture, "No shoes. No calls.");
  accept_rules (fixture, bo, 0);
  before = foyer_profile_dump_people (fixture->profile);
  for (int way = 0; way < 2; way++)
    {
      g_autoptr(FoyerMember) member = NULL;

      must_merge (fixture, way == 0 ? ada : bo, way == 0 ? bo : ada);
      member = read_member (fixture, way == 0 ? ada : bo);
      g_assert_cmpuint (member->rules->len, ==, 1);
      assert_undone (fixture, before);
    }
}

/* A pass that paid for who stayed goes nowhere. */
static void
test_pass (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *ada = foyer_profile_add_member (profile, "Ada");
  g_autofree char *bo = foyer_profile_add_member (profile, "Bo");
  g_autofree char *pass = foyer_profile_add_pass (profile, bo, 20, "");
  gint64 merged;

  must_merge (fixture, ada, bo);
  merged = profile->op;
  foyer_booking_free (check_in (fixture, ada));
  g_assert_no_error (profile->error);
  foyer_profile_assert_left (profile, ada, "18");
  g_assert_null (foyer_profile_undo (profile, merged));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  g_free (foyer_profile_undo (profile, 0));
  g_free (foyer_profile_undo (profile, merged));
  g_assert_no_error (profile->error);
  foyer_profile_assert_left (profile, bo, "20");
}

static void
test_suggested (Fixture       *fixture,
                gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *ada = save (fixture, "Ada Lund", "a@example.org", "", "", "", "");
  g_autofree char *again = save (fixture, "Lund Ada", "A@example.org", "", "", "", "");
  g_autofree char *cleo = save (fixture, "Cleo Marchand", "", "", "", "", "");
  g_autofree char *near = save (fixture, "Cleo Marchant", "", "", "", "", "");
  g_autofree char *bo = save (fixture, "Bo Berg", "", "", "", "", "");
  g_autoptr(FoyerBooking) guest = NULL;

  g_free (fixture->space);
  fixture->space = foyer_profile_add_space (profile, 20);
  guest = foyer_profile_book_guest (profile, fixture->space, FRIDAY, FOYER_PART_AM, "Bo Berg");
  assert_suggested (fixture, "Ada Lund=Lund Ada(email name), Bo Berg=Bo Berg(name), Cleo Marchand=Cleo Marchant(near)");

  /* The one who comes stays. */
  foyer_booking_free (check_in (fixture, again));
  foyer_booking_free (check_in (fixture, cleo));
  assert_suggested (fixture, "Lund Ada=Ada Lund(email name), Bo Berg=Bo Berg(name), Cleo Marchand=Cleo Marchant(near)");

  /* Who were here together are two, unless more than a name says that they are one. */
  foyer_booking_free (check_in (fixture, ada));
  foyer_booking_free (check_in (fixture, near));
  assert_suggested (fixture, "Ada Lund=Lund Ada(email name !together), Bo Berg=Bo Berg(name)");

  /* What the host knows is not asked again, also of who went into the other since. */
  foyer_profile_keep_apart (profile, guest->person_id, bo);
  g_assert_cmpint (profile->op, !=, 0);
  foyer_profile_keep_apart (profile, bo, guest->person_id);
  g_assert_cmpint (profile->op, ==, 0);
  assert_suggested (fixture, "Ada Lund=Lund Ada(email name !together)");
  must_merge (fixture, cleo, bo);
  g_clear_pointer (&bo, g_free);
  bo = save (fixture, "Bo Berg", "", "", "", "", "");
  assert_suggested (fixture, "Ada Lund=Lund Ada(email name !together), Bo Berg=Bo Berg(name)");
  for (int i = 0; i < 2; i++)
    g_free (foyer_profile_undo (profile, 0));
  g_assert_no_error (profile->error);
  assert_suggested (fixture, "Ada Lund=Lund Ada(email name !together)");
  g_free (foyer_profile_undo (profile, 0));
  assert_suggested (fixture, "Ada Lund=Lund Ada(email name !together), Bo Berg=Bo Berg(name)");
}

#define ADD(path, test) g_test_add ("/storage/duplicates/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("everything", test_everything);
  ADD ("exactly", test_exactly);
  ADD ("refused", test_refused);
  ADD ("chain", test_chain);
  ADD ("guest-key", test_guest_key);
  ADD ("waiting", test_waiting);
  ADD ("offered", test_offered);
  ADD ("consents", test_consents);
  ADD ("rules", test_rules);
  ADD ("pass", test_pass);
  ADD ("suggested", test_suggested);

  return g_test_run ();
}
