/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-person.h"

#include "core/foyer-booking.h"
#include "core/foyer-error.h"

static void
test_check (void)
{
  static const struct { const char *name, *email, *phone; const char *bad_field; } cases[] = {
    { "Zoé Martin", "", "", NULL },
    { "Zoé Martin", "zoe@exemple.fr", "+33 6 12 34 56 78", NULL },
    { "山田太郎", "用户@例え.jp", "(0)3.12-34/56 ext. 7", NULL },
    { "  Zoé  ", " zoe+foyer@exemple.fr ", " 17 ", NULL },
    { "Robert'); DROP TABLE people;--", "\"odd@name\"@exemple.fr", "1", NULL },
    { "", "", "", "name " },
    { "  ", "", "", "name " },
    { "Zoé\xe2\x80\xaenitraM", "", "", "name " },
    { "Zoé\x1b[2J", "", "", "name " },
    { "Zo\xe9", "", "", "name " },
    { "Zoé", "zoe", "", "email " },
    { "Zoé", "@exemple.fr", "", "email " },
    { "Zoé", "zoe@", "", "email " },
    { "Zoé", "zoe@exemple.fr, max@exemple.fr", "", "email " },
    { "Zoé", "Zoé <zoe@exemple.fr>", "", "email " },
    { "Zoé", "zoe@exemple.fr\nBcc: all@exemple.fr", "", "email " },
    { "Zoé", "", "none", "phone " },
    { "Zoé", "", "06\n12", "phone " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerPerson) person = foyer_person_new ();
      g_autoptr(GError) error = NULL;

      g_set_str (&person->name, cases[i].name);
      g_set_str (&person->email, cases[i].email);
      g_set_str (&person->phone, cases[i].phone);
      if (cases[i].bad_field == NULL)
        {
          g_assert_true (foyer_person_check (person, &error));
          g_assert_no_error (error);
        }
      else
        {
          g_assert_false (foyer_person_check (person, &error));
          g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
          g_assert_true (g_str_has_prefix (error->message, cases[i].bad_field));
          /* what was typed is kept */
          g_assert_cmpstr (person->name, ==, cases[i].name);
          g_assert_cmpstr (person->email, ==, cases[i].email);
        }
    }
}

static void
test_cleans (void)
{
  g_autoptr(FoyerPerson) person = foyer_person_new ();
  const char * const skills[] = { "C", " c ", "Pottery", "", NULL };
  const char * const expected[] = { "C", "Pottery", NULL };

  g_set_str (&person->name, "  Zoe\xcc\x81 ");
  g_set_str (&person->email, " zoe@exemple.fr ");
  g_strfreev (person->skills);
  person->skills = g_strdupv ((char **) skills);
  g_assert_true (foyer_person_check (person, NULL));
  g_assert_cmpstr (person->name, ==, "Zoé");
  g_assert_cmpstr (person->email, ==, "zoe@exemple.fr");
  g_assert_cmpstrv (person->skills, expected);
}

static void
test_new (void)
{
  g_autoptr(FoyerPerson) person = foyer_person_new ();
  g_autoptr(FoyerBooking) booking = g_new0 (FoyerBooking, 1);

  g_assert_cmpstr (person->id, ==, "");
  g_assert_cmpint (person->last_day, ==, FOYER_DAY_NONE);
  g_assert_null (person->booking_id);
  person->booking_id = g_strdup ("a booking");
  booking->id = g_strdup ("a booking");
  booking->name = g_strdup ("Zoé");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/person/check", test_check);
  g_test_add_func ("/person/cleans", test_cleans);
  g_test_add_func ("/person/new", test_new);

  return g_test_run ();
}
