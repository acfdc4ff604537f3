/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-person.h"

static FoyerPerson *
make (const char *name,
      const char *email,
      const char *phone,
      const char *card,
      const char *emergency_name,
      const char *emergency_phone,
      const char *notes,
      const char *skills)
{
  FoyerPerson *person = foyer_person_new ();

  g_set_str (&person->name, name);
  g_set_str (&person->email, email);
  g_set_str (&person->phone, phone);
  g_set_str (&person->card, card);
  g_set_str (&person->emergency_name, emergency_name);
  g_set_str (&person->emergency_phone, emergency_phone);
  g_set_str (&person->notes, notes);
  g_strfreev (person->skills);
  person->skills = g_strsplit (skills, ",", -1);

  return person;
}

static void
assert_person (const FoyerPerson *person,
               const char        *expected)
{
  g_autofree char *skills = g_strjoinv (",", person->skills);
  g_autofree char *text = g_strjoin ("|", person->name, person->email, person->phone, person->card,
                                     person->emergency_name, person->emergency_phone, person->notes, skills, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_empty (void)
{
  g_autoptr(FoyerPerson) keep = make ("Ada", "", "", "", "", "", "", "");
  g_autoptr(FoyerPerson) other = make ("Ada", "a@example.org", "06 39", "FO-1", "Ida", "07 39", "Tea.", "Law,Art");

  other->is_member = TRUE;
  foyer_person_take_over (keep, other);
  assert_person (keep, "Ada|a@example.org|06 39|FO-1|Ida|07 39|Tea.|Law,Art");
  g_assert_true (keep->is_member);

  /* again, and from somebody of whom nothing is known */
  foyer_person_take_over (keep, other);
  assert_person (keep, "Ada|a@example.org|06 39|FO-1|Ida|07 39|Tea.|Law,Art");
  g_clear_pointer (&other, foyer_person_free);
  other = make ("ADA", "", "", "", "", "", "", "");
  foyer_person_take_over (keep, other);
  assert_person (keep, "Ada|a@example.org|06 39|FO-1|Ida|07 39|Tea.|Law,Art");
  g_assert_true (keep->is_member);
}

static void
test_different (void)
{
  g_autoptr(FoyerPerson) keep = make ("Ada Lund", "A@example.org", "06 39 98 00 01", "FO-1111", "Ida", "", "Tea.", "law");
  g_autoptr(FoyerPerson) other = make ("Ada Holm", "b@example.org", "+33 6 39 98 00 01", "fo 1111", "Max", "07 39",
                                       "Coffee.", "Law,Art");

  foyer_person_take_over (keep, other);
  assert_person (keep, "Ada Lund|A@example.org|06 39 98 00 01|FO-1111|Ida|07 39|"
                       "Tea.\nCoffee.\nAda Holm · b@example.org · Max|law,Art");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/person-merge/empty", test_empty);
  g_test_add_func ("/core/person-merge/different", test_different);

  return g_test_run ();
}
