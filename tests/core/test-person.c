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

/* The record: each text has its field, and what is refused stays as it was typed. */
static void
test_record (void)
{
  static const struct { const char *notes, *name, *phone, *card, *need; const char *bad_field; } cases[] = {
    { "Table by the radiator.\nLeaves at 17:30.", "Ida", "+33 6 00 00 00 00", "FO BCDE", "a bookkeeper", NULL },
    { "", "", "", "", "", NULL },
    { "", "", "06", "0123", "", NULL },
    { "a\x1b[2J", "", "", "", "", "notes " },
    { "", "I\nda", "", "", "", "emergency-name " },
    { "", "Ida", "none", "", "", "emergency-phone " },
    { "", "", "", "ABC", "", "card " },
    { "", "", "", "- - -", "", "card " },
    { "", "", "", "01234567890123456789012345678901234567890123456789012345678901234", "", "card " },
    { "", "", "", "", "a\tb", "need " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerPerson) person = foyer_person_new ();
      g_autoptr(GError) error = NULL;
      const char *needs[] = { cases[i].need, NULL };

      g_set_str (&person->name, " Zoé ");
      g_set_str (&person->notes, cases[i].notes);
      g_set_str (&person->emergency_name, cases[i].name);
      g_set_str (&person->emergency_phone, cases[i].phone);
      g_set_str (&person->card, cases[i].card);
      g_strfreev (person->needs);
      person->needs = g_strdupv ((char **) needs);
      g_assert_true (foyer_person_check (person, &error) == (cases[i].bad_field == NULL));
      g_assert_cmpstr (person->card, ==, cases[i].card);
      g_assert_cmpstr (person->name, ==, cases[i].bad_field == NULL ? "Zoé" : " Zoé ");
      if (cases[i].bad_field == NULL)
        continue;
      g_assert_error (error, FOYER_ERROR, FOYER_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, cases[i].bad_field));
    }
}

static void
test_card (void)
{
  static const char *cases[][2] = {
    { "FO-bcd efg", "fobcdefg" }, { "", "" }, { " - ", "" }, { "04:A2:19", "04a219" }, { "É12", "e12" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fold = foyer_person_fold_card (cases[i][0]);

      g_assert_cmpstr (fold, ==, cases[i][1]);
    }
}

static void
test_same (void)
{
  g_autoptr(FoyerPerson) a = foyer_person_new ();
  g_autoptr(FoyerPerson) b = NULL;
  char ** texts[] = { &a->name, &a->email, &a->phone, &a->notes, &a->emergency_name, &a->emergency_phone, &a->card };
  char *** lists[] = { &a->skills, &a->needs, &a->languages };
  const char *words[] = { "word", NULL };

  b = foyer_person_copy (a);
  g_assert_true (foyer_person_is_same (a, b));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_set_str (texts[i], "other");
      g_assert_false (foyer_person_is_same (a, b));
      g_set_str (texts[i], "");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_strfreev (*lists[i]);
      *lists[i] = g_strdupv ((char **) words);
      g_assert_false (foyer_person_is_same (a, b));
      g_strfreev (*lists[i]);
      *lists[i] = g_new0 (char *, 1);
    }
  a->consents[FOYER_CONSENT_PHOTOS] = 1;
  g_assert_false (foyer_person_is_same (a, b));
  b->consents[FOYER_CONSENT_PHOTOS] = 2;
  g_assert_true (foyer_person_is_same (a, b));
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

  g_test_add_func ("/person/record", test_record);
  g_test_add_func ("/person/card", test_card);
  g_test_add_func ("/person/same", test_same);
  g_test_add_func ("/person/check", test_check);
  g_test_add_func ("/person/cleans", test_cleans);
  g_test_add_func ("/person/new", test_new);

  return g_test_run ();
}
