/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-likeness.h"

#include <string.h>

#include "core/foyer-random.h"
#include "core/foyer-text.h"

#define EMAIL FOYER_LIKENESS_EMAIL
#define PHONE FOYER_LIKENESS_PHONE
#define NAME FOYER_LIKENESS_NAME
#define NEAR FOYER_LIKENESS_NEAR_NAME
#define NOT_EMAIL FOYER_LIKENESS_OTHER_EMAIL
#define NOT_PHONE FOYER_LIKENESS_OTHER_PHONE

/* A member as a host writes them; "g:" before the name is a guest. */
typedef struct {
  const char *name;
  const char *email;
  const char *phone;
} Somebody;

typedef struct {
  GArray    *facts;
  GPtrArray *texts;
} People;

static void
add (People     *self,
     const char *name,
     const char *email,
     const char *phone)
{
  FoyerLikenessFacts facts = { .row = self->facts->len + 1, .is_member = !g_str_has_prefix (name, "g:") };
  g_autoptr(GString) tail = g_string_new (NULL);

  for (const char *at = phone; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_prepend_c (tail, *at);
  facts.name = foyer_text_fold (name + (facts.is_member ? 0 : 2));
  facts.email = foyer_text_fold (email);
  facts.phone_tail = g_strdup (tail->str);
  g_ptr_array_add (self->texts, (char *) facts.name);
  g_ptr_array_add (self->texts, (char *) facts.email);
  g_ptr_array_add (self->texts, (char *) facts.phone_tail);
  g_array_append_val (self->facts, facts);
}

static void
people_init (People *self)
{
  self->facts = g_array_new (FALSE, FALSE, sizeof (FoyerLikenessFacts));
  self->texts = g_ptr_array_new_with_free_func (g_free);
}

static void
people_clear (People *self)
{
  g_array_unref (self->facts);
  g_ptr_array_unref (self->texts);
}

static GArray *
find (People *self)
{
  return foyer_likeness_find ((const FoyerLikenessFacts *) self->facts->data, self->facts->len, NULL, NULL);
}

static void
test_compare (void)
{
  static const struct {
    Somebody      one;
    Somebody      other;
    FoyerLikeness expected;
  } rows[] = {
    { { "Zoé Marchelin", "Zoe@Example.org", "06 39 98 00 01" }, { "ZOE MARCHELIN", "zoe@example.org", "+33 6 39 98 00 01" },
      NAME | EMAIL | PHONE },
    { { "Maria Silva", "", "" }, { "Silva, Maria", "", "" }, NAME },
    { { "Jean-Marc Petit", "", "" }, { "Jean Marc Petit", "", "" }, NAME },
    { { "Maria Silva", "", "" }, { "Maria Teresa Silva", "", "" }, NEAR },
    { { "Maria Silva", "", "" }, { "Maria J. Silva", "", "" }, NEAR },
    { { "Thomas Wolarek", "", "" }, { "Tomas Wolarek", "", "" }, NEAR },
    { { "Thomas Wolarek", "", "" }, { "Thomas Wolraek", "", "" }, NEAR },
    { { "Anna Weber", "", "" }, { "Inna Weber", "", "" }, NEAR },
    { { "Weber Anna", "", "" }, { "Anna Wener", "", "" }, NEAR },
    /* two slips, another word, short words, a name of one word */
    { { "Thomas Wolarek", "", "" }, { "Tomas Wolarec", "", "" }, 0 },
    { { "Maria Silva", "", "" }, { "Maria Costa", "", "" }, 0 },
    { { "Bo Li", "", "" }, { "Bo Lu", "", "" }, 0 },
    { { "Karim", "", "" }, { "Karims", "", "" }, 0 },
    { { "Karim", "", "" }, { "Karim Haddad", "", "" }, 0 },
    { { "Karim", "", "" }, { "karim", "", "" }, NAME },
    { { "...", "", "" }, { "!", "", "" }, 0 },
    /* what speaks against it */
    { { "Maria Silva", "a@example.org", "06 39 98 00 01" }, { "Maria Silva", "b@example.org", "06 39 98 00 02" },
      NAME | NOT_EMAIL | NOT_PHONE },
    { { "Maria Silva", "a@example.org", "" }, { "Maria Silva", "", "06 39 98 00 02" }, NAME },
    { { "Ada", "", "0639980001" }, { "Bo", "", "0033 639980001" }, PHONE },
    { { "Ada", "", "4711" }, { "Bo", "", "4711" }, NOT_PHONE },
    { { "Ada", "", "639980001" }, { "Bo", "", "39980001" }, NOT_PHONE },
    { { "李小龙", "", "" }, { "李小龙", "", "" }, NAME },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      People people;
      const FoyerLikenessFacts *facts;

      people_init (&people);
      add (&people, rows[i].one.name, rows[i].one.email, rows[i].one.phone);
      add (&people, rows[i].other.name, rows[i].other.email, rows[i].other.phone);
      facts = (const FoyerLikenessFacts *) people.facts->data;
      g_test_message ("%s, %s", rows[i].one.name, rows[i].other.name);
      g_assert_cmpint (foyer_likeness_compare (&facts[0], &facts[1]), ==, rows[i].expected);
      g_assert_cmpint (foyer_likeness_compare (&facts[1], &facts[0]), ==, rows[i].expected);
      people_clear (&people);
    }
}

/* Pairs as "1-2 3-4", the likeliest first. */
static void
assert_found (People     *people,
              const char *expected)
{
  g_autoptr(GArray) pairs = find (people);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      const FoyerLikenessPair *pair = &g_array_index (pairs, FoyerLikenessPair, i);

      g_string_append_printf (text, "%s%u-%u", i > 0 ? " " : "", pair->one + 1, pair->other + 1);
    }
  g_assert_cmpstr (text->str, ==, expected);
  people_clear (people);
}

static void
test_find (void)
{
  People people;

  people_init (&people);
  assert_found (&people, "");

  /* the strongest first; a member before a guest, and never two guests */
  people_init (&people);
  add (&people, "g:Ada Lund", "", "");
  add (&people, "Ada Lund", "", "");
  add (&people, "g:Ada Lund", "", "");
  add (&people, "Bo Berg", "bo@example.org", "");
  add (&people, "B. Berg", "BO@example.org", "");
  add (&people, "Cleo Marchand", "", "0639980001");
  add (&people, "Cleo Marchant", "", "+33639980001");
  assert_found (&people, "6-7 4-5 2-1 2-3");

  /* a name alone is nothing against an address and a number, and one of a word alone nothing at all */
  people_init (&people);
  add (&people, "Maria Silva", "a@example.org", "0639980001");
  add (&people, "Maria Silva", "b@example.org", "0639980002");
  add (&people, "Maria Silvas", "c@example.org", "");
  add (&people, "Karim", "", "");
  add (&people, "Karim", "", "");
  assert_found (&people, "");

  /* nor is one that many bear */
  people_init (&people);
  for (guint i = 0; i < FOYER_NAMESAKES_MAX; i++)
    add (&people, "Anna Weber", "", "");
  assert_found (&people, "1-2 1-3 1-4 2-3 2-4 3-4");
  people_init (&people);
  for (guint i = 0; i < FOYER_NAMESAKES_MAX; i++)
    add (&people, "Anna Weber", "", "");
  add (&people, "Weber Anna", "a@example.org", "");
  add (&people, "Bo", "a@example.org", "");
  assert_found (&people, "5-6");

  /* what a firm shares comes after a name; what two share, before it */
  people_init (&people);
  for (guint i = 0; i <= FOYER_NAMESAKES_MAX; i++)
    {
      g_autofree char *name = g_strdup_printf ("Somebod%c Else%c", 'a' + (char) i, 'z' - (char) i);

      add (&people, name, "", "0142000000");
    }
  add (&people, "Zoé Marchelin", "", "");
  add (&people, "Zoe Marchelin", "", "");
  add (&people, "Ada", "", "0639980001");
  add (&people, "Bo", "", "0639980001");
  assert_found (&people, "8-9 6-7 1-2 1-3 1-4 1-5 2-3 2-4 2-5 3-4 3-5 4-5");
}

static void
test_namesakes (void)
{
  People people;
  g_autoptr(GArray) pairs = NULL;

  people_init (&people);
  add (&people, "Anna Weber", "", "");
  add (&people, "g:Weber Anna", "", "");
  add (&people, "g:anna weber", "", "");
  pairs = find (&people);
  g_assert_cmpuint (pairs->len, ==, 2);
  g_assert_cmpuint (g_array_index (pairs, FoyerLikenessPair, 0).n_namesakes, ==, 3);
  g_assert_true (foyer_likeness_is_weak (g_array_index (pairs, FoyerLikenessPair, 0).likeness));
  g_assert_false (foyer_likeness_is_weak (NAME | PHONE));
  people_clear (&people);
}

/* A thousand with one address are told with the first of them, not a million times. */
static void
test_many (void)
{
  People people;
  g_autoptr(GArray) pairs = NULL;

  people_init (&people);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Somebody%c%c%c Else", 'a' + i % 10, 'a' + i / 10 % 10, 'a' + i / 100);

      add (&people, name, "info@example.org", "");
    }
  pairs = find (&people);
  g_assert_cmpuint (pairs->len, >=, 999);
  g_assert_cmpuint (pairs->len, <, 10000);
  people_clear (&people);
}

/* Whoever compares each with all finds the same. */
static void
test_random (void)
{
  static const char * const firsts[] = { "Anna", "Ana", "Hanna", "Marie", "Maria", "Jo", "Lê", "Anna Maria", "Marie-Anne" };
  static const char * const lasts[] = { "Weber", "Webber", "Wbeer", "Silva", "Sivla", "Li", "de la Cruz", "" };

  for (guint64 seed = 1; seed <= 40; seed++)
    {
      g_autoptr(FoyerRandom) random = foyer_random_new_seeded (seed);
      g_autoptr(GArray) pairs = NULL;
      g_autoptr(GHashTable) found = g_hash_table_new (NULL, NULL);
      const FoyerLikenessFacts *facts;
      People people;
      guint n = 0;

      people_init (&people);
      for (guint i = 0; i < 14; i++)
        {
          g_autofree char *email = foyer_random_range (random, 0, 3) == 0
            ? g_strdup_printf ("%u@example.org", foyer_random_range (random, 0, 8)) : g_strdup ("");
          g_autofree char *name = g_strdup_printf ("%s%s %s", foyer_random_range (random, 0, 4) == 0 ? "g:" : "",
                                                   firsts[foyer_random_range (random, 0, G_N_ELEMENTS (firsts))],
                                                   lasts[foyer_random_range (random, 0, G_N_ELEMENTS (lasts))]);

          add (&people, name, email, foyer_random_range (random, 0, 4) == 0 ? "0639980001" : "");
        }
      pairs = find (&people);
      for (guint i = 0; i < pairs->len; i++)
        {
          const FoyerLikenessPair *pair = &g_array_index (pairs, FoyerLikenessPair, i);
          const guint key = MIN (pair->one, pair->other) * 100 + MAX (pair->one, pair->other) + 1;

          g_assert_true (g_hash_table_add (found, GUINT_TO_POINTER (key)));
        }

      facts = (const FoyerLikenessFacts *) people.facts->data;
      for (guint i = 0; i < people.facts->len; i++)
        for (guint j = i + 1; j < people.facts->len; j++)
          {
            const FoyerLikeness like = foyer_likeness_compare (&facts[i], &facts[j]);
            const gboolean strong = !foyer_likeness_is_weak (like);
            const gboolean near = (like & NEAR) != 0 && (like & (NOT_EMAIL | NOT_PHONE)) == 0;

            if ((facts[i].is_member || facts[j].is_member) && (strong || near))
              {
                n++;
                g_assert_true (g_hash_table_contains (found, GUINT_TO_POINTER (i * 100 + j + 1)));
              }
          }
      g_assert_cmpuint (n, <=, pairs->len);
      people_clear (&people);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/likeness/compare", test_compare);
  g_test_add_func ("/core/likeness/find", test_find);
  g_test_add_func ("/core/likeness/namesakes", test_namesakes);
  g_test_add_func ("/core/likeness/many", test_many);
  g_test_add_func ("/core/likeness/random", test_random);

  return g_test_run ();
}
