/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "foyer-profile.h"

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
  g_free (fixture->space);
  foyer_profile_free (fixture->profile);
}

/* The names found, in their order, parted by ", " */
static void
assert_found (Fixture    *fixture,
              const char *text,
              const char *expected)
{
  g_autoptr(GPtrArray) people = foyer_profile_find (fixture->profile, text, fixture->space, foyer_day (TODAY), 50);
  g_autoptr(GString) names = g_string_new (NULL);

  g_assert_no_error (fixture->profile->error);
  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((FoyerPerson *) people->pdata[i])->name);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
save (Fixture    *fixture,
      const char *name,
      const char *email,
      const char *phone)
{
  g_autoptr(FoyerPerson) person = foyer_person_new ();

  g_set_str (&person->name, name);
  g_set_str (&person->email, email);
  g_set_str (&person->phone, phone);
  foyer_person_free (foyer_profile_save_person (fixture->profile, person));
  g_assert_no_error (fixture->profile->error);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  user_data)
{
  save (fixture, "Enzo Martin", "", "");
  save (fixture, "Zoé Dupont", "", "");
  save (fixture, "Jean-Luc d’Ormesson", "", "");
  save (fixture, "Anna O'Neil", "", "");

  /* The start of a word before the middle of one. */
  assert_found (fixture, "zo", "Zoé Dupont, Enzo Martin");
  assert_found (fixture, "ZOÉ", "Zoé Dupont");
  assert_found (fixture, "dup z", "Zoé Dupont");
  assert_found (fixture, "  martin   en ", "Enzo Martin");
  assert_found (fixture, "luc", "Jean-Luc d’Ormesson");
  assert_found (fixture, "jean-l", "Jean-Luc d’Ormesson");
  assert_found (fixture, "ormes", "Jean-Luc d’Ormesson");
  assert_found (fixture, "o'nei", "Anna O'Neil");
  assert_found (fixture, "tin nzo", "Enzo Martin");
  assert_found (fixture, "xyz", "");
  assert_found (fixture, "", "");
  assert_found (fixture, "   ", "");
}

/* Nothing that is typed is taken for a query. */
static void
test_odd_texts (Fixture       *fixture,
                gconstpointer  user_data)
{
  const char *texts[] = { "\"", "\"\"", "a\"b", "*", "a*", "-", "^a", "fold:a", "a AND", "NEAR(a b)", "(", ")", "'",
                          "%", "_", "a OR b", "{fold}:x", "\\", ";", "a\tb", "🙂", "\xe2\x80\xae", "..", "--" };

  save (fixture, "Zoé", "", "");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) people = foyer_profile_find (fixture->profile, texts[i], fixture->space, foyer_day (TODAY), 5);

      g_assert_no_error (fixture->profile->error);
      g_assert_nonnull (people);
    }
  g_assert_null (foyer_profile_find (fixture->profile, "a\xff", NULL, FOYER_DAY_NONE, 5));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_INVALID);
}

static void
test_contacts (Fixture       *fixture,
               gconstpointer  user_data)
{
  save (fixture, "Zoé", "zdupont@example.org", "+33 6 12 34 56 78");
  save (fixture, "Enzo", "Enzo@Example.org", "04 78 00 56 78");

  assert_found (fixture, "zdup", "Zoé");
  assert_found (fixture, "enzo@ex", "Enzo");
  assert_found (fixture, "45678", "Zoé");
  assert_found (fixture, "56 78", "Enzo, Zoé");
  assert_found (fixture, "78", "");            /* two digits are no end of a number */
  assert_found (fixture, "612", "");           /* nor are three its middle */

  /* the same number as people write it here and abroad */
  assert_found (fixture, "06 12 3", "Zoé");
  assert_found (fixture, "06.12.34.56.78", "Zoé");
  assert_found (fixture, "0033612345678", "Zoé");
  assert_found (fixture, "+33 (0)6 12 34 56 78", "Zoé");
  assert_found (fixture, "+33 4 78 00 56 78", "Enzo");
  assert_found (fixture, "0478 00", "Enzo");
  assert_found (fixture, "06 12 34 56 79", "");
  assert_found (fixture, "0000", "");
}

static void
test_order (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  const char *names[] = { "Al Never", "Al Long Ago", "Al Yesterday", "Al Expected", "Al Here", "Al Left" };
  char *ids[G_N_ELEMENTS (names)];
  g_autoptr(FoyerBooking) expected = NULL;
  g_autoptr(GPtrArray) people = NULL;
  const FoyerPerson *here;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ids[i] = foyer_profile_add_member (profile, names[i]);
#define LET_IN(i) \
  foyer_booking_free (foyer_profile_check_in (profile, &(FoyerArrival) { .space_id = fixture->space, \
                                                                         .person_id = ids[i], .day = FOYER_DAY_NONE })); \
  g_assert_no_error (profile->error)
  foyer_profile_set_now (profile, "2026-11-12T10:00:00+01:00");
  g_assert_true (foyer_profile_set_week (profile, fixture->space, "Mon-Sun 9-18", NULL));
  LET_IN (1);
  foyer_profile_set_now (profile, "2026-11-25T10:00:00+01:00");
  LET_IN (2);
  LET_IN (4);
  foyer_profile_set_now (profile, MORNING);
  LET_IN (4);
  LET_IN (5);
  foyer_booking_free (foyer_profile_check_out (profile, &(FoyerArrival) { .space_id = fixture->space,
                                                                          .person_id = ids[5], .day = FOYER_DAY_NONE }));
  expected = foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_FULL, ids[3]);

  assert_found (fixture, "al", "Al Here, Al Expected, Al Left, Al Yesterday, Al Long Ago, Al Never");
  people = foyer_profile_find (profile, "al", fixture->space, foyer_day (TODAY), 2);
  g_assert_cmpuint (people->len, ==, 2);
  here = people->pdata[0];
  g_assert_cmpint (here->state, ==, FOYER_STATE_CHECKED_IN);
  g_assert_nonnull (here->booking_id);
  g_assert_cmpint (here->n_visits, ==, 2);
  g_assert_cmpint (here->last_day, ==, foyer_day (TODAY));
  g_assert_cmpstr (((FoyerPerson *) people->pdata[1])->booking_id, ==, expected->id);

  /* The last visit follows what is taken back. */
  g_free (foyer_profile_undo (profile, 0));          /* the booking of Expected */
  g_free (foyer_profile_undo (profile, 0));          /* the leaving of Left */
  g_free (foyer_profile_undo (profile, 0));          /* the arrival of Left */
  assert_found (fixture, "al", "Al Here, Al Yesterday, Al Long Ago, Al Expected, Al Left, Al Never");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (ids[i]);
}

/* Where hundreds match, the way to the first few is another; what is found is not. */
static void
test_many (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *zoe = NULL;
  g_autoptr(GPtrArray) people = NULL;

  for (int i = 0; i < 450; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s Marie-Anne %03d", i % 2 ? "Azur" : "Bleu", i);

      save (fixture, name, "", "");
    }
  zoe = foyer_profile_add_member (profile, "Zoé-Marie Z");
  foyer_booking_free (foyer_profile_book_member (profile, fixture->space, TODAY, FOYER_PART_FULL, zoe));

  people = foyer_profile_find (profile, "mari", fixture->space, foyer_day (TODAY), 3);
  g_assert_cmpuint (people->len, ==, 3);
  g_assert_cmpstr (((FoyerPerson *) people->pdata[0])->name, ==, "Zoé-Marie Z");
  g_assert_cmpstr (((FoyerPerson *) people->pdata[1])->name, ==, "Azur Marie-Anne 001");
  g_assert_cmpstr (((FoyerPerson *) people->pdata[2])->name, ==, "Azur Marie-Anne 003");
  g_clear_pointer (&people, g_ptr_array_unref);
  people = foyer_profile_find (profile, "ann ble", fixture->space, foyer_day (TODAY), 200);
  g_assert_cmpuint (people->len, ==, 200);
  g_assert_cmpstr (((FoyerPerson *) people->pdata[0])->name, ==, "Bleu Marie-Anne 000");
}

/* What is known of names by heart follows every change, and what is taken back. */
static void
test_changed_names (Fixture       *fixture,
                    gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autofree char *id = foyer_profile_add_member (profile, "Enzo Martin");
  g_autoptr(FoyerPerson) person = foyer_person_new ();

  assert_found (fixture, "artin", "Enzo Martin");
  g_set_str (&person->id, id);
  g_set_str (&person->name, "Enzo Lambert");
  foyer_person_free (foyer_profile_save_person (profile, person));
  g_assert_no_error (profile->error);
  assert_found (fixture, "artin", "");
  assert_found (fixture, "ambert", "Enzo Lambert");
  save (fixture, "Zoé Chambertin", "", "");
  assert_found (fixture, "ambert", "Enzo Lambert, Zoé Chambertin");
  g_free (foyer_profile_undo (profile, 0));
  assert_found (fixture, "ambert", "Enzo Lambert");
  g_free (foyer_profile_undo (profile, 0));
  assert_found (fixture, "ambert", "");
  assert_found (fixture, "tin nzo", "Enzo Martin");
  g_free (foyer_profile_undo (profile, 0));
  assert_found (fixture, "artin", "");
}

/* The middle of many names: by the last visit, whatever the number. */
static void
test_many_middles (Fixture       *fixture,
                   gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(GPtrArray) people = NULL;
  g_autofree char *seen = NULL;

  for (int i = 0; i < 450; i++)
    {
      g_autofree char *name = g_strdup_printf ("Rosemarie %03d", i);

      save (fixture, name, "", "");
    }
  assert_found (fixture, "semar 449", "Rosemarie 449");
  seen = foyer_profile_add_member (profile, "Annemarie");
  foyer_booking_free (foyer_profile_check_in (profile, &(FoyerArrival) { .space_id = fixture->space, .person_id = seen,
                                                                         .day = FOYER_DAY_NONE }));
  people = foyer_profile_find (profile, "emarie", NULL, FOYER_DAY_NONE, 2);
  g_assert_cmpuint (people->len, ==, 2);
  g_assert_cmpstr (((FoyerPerson *) people->pdata[0])->name, ==, "Annemarie");
  g_assert_cmpstr (((FoyerPerson *) people->pdata[1])->name, ==, "Rosemarie 000");
}

static void
test_save (Fixture       *fixture,
           gconstpointer  user_data)
{
  FoyerProfile *profile = fixture->profile;
  g_autoptr(FoyerBooking) guest = foyer_profile_book_guest (profile, fixture->space, TODAY, FOYER_PART_FULL, "Zoé");
  g_autoptr(FoyerPerson) person = foyer_person_new ();
  g_autoptr(FoyerPerson) saved = NULL;
  g_autoptr(FoyerPerson) again = NULL;
  g_autoptr(FoyerDaySheet) sheet = NULL;
  g_autoptr(GPtrArray) people = NULL;

  g_assert_false (guest->is_member);
  g_set_str (&person->id, guest->person_id);
  g_set_str (&person->name, "Zoé Dupont");
  g_set_str (&person->phone, "+33 6 12 34 56 78");
  g_strfreev (person->skills);
  person->skills = g_strsplit ("knitting,C", ",", -1);
  saved = foyer_profile_save_person (profile, person);
  g_assert_no_error (profile->error);
  g_assert_true (saved->is_member);
  g_assert_cmpint (saved->rev, ==, 2);
  sheet = foyer_profile_sheet (profile, fixture->space, FOYER_DAY_NONE);
  g_assert_cmpstr (((FoyerBooking *) sheet->expected->pdata[0])->name, ==, "Zoé Dupont");
  people = foyer_profile_find (profile, "dupont", NULL, FOYER_DAY_NONE, 5);
  g_assert_cmpstr (((FoyerPerson *) people->pdata[0])->skills[1], ==, "C");
  again = foyer_profile_save_person (profile, person);
  g_assert_cmpint (profile->op, ==, 0);
  g_assert_cmpint (again->rev, ==, 2);

  g_set_str (&person->name, "");
  g_assert_null (foyer_profile_save_person (profile, person));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_INVALID);
  g_set_str (&person->name, "Zoé");
  g_set_str (&person->id, "nobody");
  g_assert_null (foyer_profile_save_person (profile, person));
  foyer_profile_assert_refused (profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  const struct {
    const char *path;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/storage/people/words", test_words },
    { "/storage/people/odd-texts", test_odd_texts },
    { "/storage/people/contacts", test_contacts },
    { "/storage/people/order", test_order },
    { "/storage/people/many", test_many },
    { "/storage/people/changed-names", test_changed_names },
    { "/storage/people/many-middles", test_many_middles },
    { "/storage/people/save", test_save },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
