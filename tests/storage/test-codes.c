/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* Cards that members have, and codes that let nobody in. */
#include <string.h>

#include "core/foyer-code.h"
#include "core/foyer-error.h"
#include "core/foyer-random.h"
#include "foyer-profile-people.h"
#include "storage/foyer-store-codes.h"
#include "storage/foyer-store-erasure.h"
#include "storage/tables/foyer-refused-code-table.h"

/* A Thursday. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define NOBODY "01942f00-0000-7000-8000-00000000ffff"
/* FOYER_CODES tries as many: ./dev soak a million. */
#define N_GUESSES 20000
#define N_CARDS 100
#define AT_ONCE 64

typedef struct {
  FoyerProfile *profile;
  char         *space;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 4);
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
await (Fixture       *fixture,
       GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_error (&fixture->profile->error);

  return *result;
}

static GPtrArray *
give_cards (Fixture            *fixture,
            const char * const *ids,
            gboolean            renews)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_give_cards_async (fixture->profile->store, ids, renews, NULL, got_cb, &result);

  return foyer_store_give_cards_finish (fixture->profile->store, await (fixture, &result), &fixture->profile->op,
                                        &fixture->profile->error);
}

static char *
give_card (Fixture    *fixture,
           const char *id,
           gboolean    renews)
{
  g_autoptr(GPtrArray) people = give_cards (fixture, (const char *[]) { id, NULL }, renews);

  g_assert_no_error (fixture->profile->error);
  g_assert_cmpuint (people->len, ==, 1);

  return g_strdup (((FoyerPerson *) people->pdata[0])->card);
}

/* (transfer full) (nullable) */
static char *
find_card (Fixture    *fixture,
           const char *text)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_find_card_async (fixture->profile->store, text, NULL, got_cb, &result);

  return foyer_store_find_card_finish (fixture->profile->store, await (fixture, &result), &fixture->profile->error);
}

static void
assert_opens (Fixture    *fixture,
              const char *text,
              const char *id)
{
  g_autofree char *found = find_card (fixture, text);

  g_assert_cmpstr (found, ==, id);
  if (id != NULL)
    g_assert_no_error (fixture->profile->error);
  else
    foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_BAD_CODE);
}

static void
refuse (Fixture       *fixture,
        FoyerCodeKind  kind,
        FoyerError     reason)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_refuse_code_async (fixture->profile->store, fixture->space, kind, reason, NULL, got_cb, &result);
  foyer_store_refuse_code_finish (fixture->profile->store, await (fixture, &result), &fixture->profile->error);
  g_assert_no_error (fixture->profile->error);
}

/* "card already-in Lea; …", the latest first */
static char *
describe_refused (Fixture    *fixture,
                  const char *day)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) codes = NULL;
  GString *text = g_string_new (NULL);

  foyer_store_list_refused_codes_async (fixture->profile->store, fixture->space,
                                        day != NULL ? foyer_day (day) : FOYER_DAY_NONE, NULL, got_cb, &result);
  codes = foyer_store_list_refused_codes_finish (fixture->profile->store, await (fixture, &result),
                                                 &fixture->profile->error);
  g_assert_no_error (fixture->profile->error);
  for (guint i = 0; i < codes->len; i++)
    {
      const FoyerRefusedCode *code = codes->pdata[i];

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", foyer_code_kind_get_name (code->kind), code->reason);
      if (code->person_id != NULL)
        g_string_append_printf (text, " %s", code->name);
    }

  return g_string_free_and_steal (text);
}

static void
assert_refused (Fixture    *fixture,
                const char *day,
                const char *expected)
{
  g_autofree char *text = describe_refused (fixture, day);

  g_assert_cmpstr (text, ==, expected);
}

static FoyerBooking *
show_card (Fixture    *fixture,
           const char *id)
{
  const FoyerArrival arrival = {
    .space_id = fixture->space, .person_id = id, .day = FOYER_DAY_NONE, .code = FOYER_CODE_CARD_READ,
  };

  return foyer_profile_check_in (fixture->profile, &arrival);
}

static void
test_cards (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *lea = foyer_profile_add_member (fixture->profile, "Marie Martin");
  g_autofree char *mia = foyer_profile_add_member (fixture->profile, "Marie Martin");
  g_autofree char *first = give_card (fixture, lea, FALSE);
  gint64 given = fixture->profile->op;
  g_autofree char *again = give_card (fixture, lea, FALSE);
  g_autofree char *other = NULL;
  g_autofree char *renewed = NULL;
  g_autofree char *lower = g_ascii_strdown (first, -1);
  g_autofree char *in_parts = g_strdup_printf (" %.4s-%.4s %s ", first, first + 4, first + 8);
  g_autofree char *undone = NULL;

  g_assert_cmpint (given, !=, 0);
  g_assert_cmpint (fixture->profile->op, ==, 0);
  g_assert_cmpstr (first, ==, again);
  assert_opens (fixture, first, lea);
  assert_opens (fixture, lower, lea);
  assert_opens (fixture, in_parts, lea);

  other = give_card (fixture, mia, TRUE);
  g_assert_cmpstr (first, !=, other);
  assert_opens (fixture, other, mia);
  assert_opens (fixture, first, lea);

  renewed = give_card (fixture, lea, TRUE);
  assert_opens (fixture, first, NULL);
  assert_opens (fixture, renewed, lea);
  undone = foyer_profile_undo (fixture->profile, fixture->profile->op);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpstr (undone, ==, "card");
  assert_opens (fixture, first, lea);
  assert_opens (fixture, renewed, NULL);
}

/* The second card of one person would end the first, which is printed too. */
static void
test_once (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *lea = foyer_profile_add_member (fixture->profile, "Lea");
  g_autofree char *mia = foyer_profile_add_member (fixture->profile, "Mia");
  g_autofree char *twin = foyer_profile_add_member (fixture->profile, "Lea B.");
  g_autoptr(FoyerPerson) merged = foyer_profile_merge (fixture->profile, lea, twin);
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GPtrArray) nobody = NULL;

  g_assert_no_error (fixture->profile->error);
  people = give_cards (fixture, (const char *[]) { lea, mia, twin, lea, NULL }, TRUE);
  g_assert_no_error (fixture->profile->error);
  g_assert_cmpuint (people->len, ==, 2);
  for (guint i = 0; i < people->len; i++)
    {
      const FoyerPerson *person = people->pdata[i];

      g_assert_cmpstr (person->id, ==, i == 0 ? lea : mia);
      assert_opens (fixture, person->card, person->id);
    }

  /* all or nothing */
  nobody = give_cards (fixture, (const char *[]) { lea, NOBODY, NULL }, TRUE);
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  g_assert_null (nobody);
  assert_opens (fixture, ((FoyerPerson *) people->pdata[0])->card, lea);
}

/* A card goes with its owner, and never to the record that stays without one. */
static void
test_merged (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *keep = foyer_profile_add_member (fixture->profile, "Camille Roux");
  g_autofree char *other = foyer_profile_add_member (fixture->profile, "Camille R.");
  g_autofree char *card = give_card (fixture, other, FALSE);
  g_autoptr(FoyerBooking) in = show_card (fixture, other);
  g_autoptr(FoyerBooking) twice = show_card (fixture, other);
  g_autoptr(FoyerPerson) merged = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *named = NULL;

  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_ALREADY_IN);
  assert_refused (fixture, NULL, "card already-in Camille R.");
  merged = foyer_profile_merge (fixture->profile, keep, other);
  g_assert_no_error (fixture->profile->error);
  assert_opens (fixture, card, keep);
  named = g_strdup_printf ("card already-in %s", merged->name);
  assert_refused (fixture, NULL, named);
  undone = foyer_profile_undo (fixture->profile, fixture->profile->op);
  g_assert_cmpstr (undone, ==, "member-merge");
  assert_opens (fixture, card, other);
  assert_refused (fixture, NULL, "card already-in Camille R.");
}

/* That a code was refused stays; whose it was goes with them, and their card opens no more. */
static void
test_erased (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *lea = foyer_profile_add_member (fixture->profile, "Lea");
  g_autofree char *card = give_card (fixture, lea, FALSE);
  g_autoptr(FoyerBooking) in = show_card (fixture, lea);
  g_autoptr(FoyerBooking) twice = show_card (fixture, lea);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerErasure) erasure = NULL;

  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_ALREADY_IN);
  assert_refused (fixture, NULL, "card already-in Lea");
  foyer_store_erase_person_async (fixture->profile->store, lea, "Erased member", NULL, got_cb, &result);
  erasure = foyer_store_erase_person_finish (fixture->profile->store, await (fixture, &result), &fixture->profile->error);
  g_assert_no_error (fixture->profile->error);
  assert_refused (fixture, NULL, "card already-in");
  assert_opens (fixture, card, NULL);
}

static void
test_guest (Fixture       *fixture,
            gconstpointer  user_data)
{
  const FoyerArrival arrival = { .space_id = fixture->space, .guest_name = "Zed", .day = FOYER_DAY_NONE };
  g_autoptr(FoyerBooking) booking = foyer_profile_check_in (fixture->profile, &arrival);
  g_autofree char *card = give_card (fixture, booking->person_id, FALSE);

  assert_opens (fixture, card, booking->person_id);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *lea = foyer_profile_add_member (fixture->profile, "Lea");
  g_autoptr(FoyerBooking) in = NULL;
  g_autoptr(FoyerBooking) twice = NULL;
  g_autoptr(FoyerBooking) nobody = NULL;
  g_autofree char *undone = NULL;
  gint64 arrived;

  refuse (fixture, FOYER_CODE_UNKNOWN, FOYER_ERROR_BAD_CODE);
  in = show_card (fixture, lea);
  arrived = fixture->profile->op;
  twice = show_card (fixture, lea);
  g_assert_null (twice);
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_ALREADY_IN);
  /* whose it was is gone meanwhile */
  nobody = show_card (fixture, NOBODY);
  g_assert_null (nobody);
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
  assert_refused (fixture, NULL, "card not-found; card already-in Lea; unknown bad-code");
  assert_refused (fixture, "2026-11-25", "");

  /* What happened at the door is a fact: no undo takes it back, nor is it one. */
  undone = foyer_profile_undo (fixture->profile, arrived);
  g_assert_cmpstr (undone, ==, "checkin");
  assert_refused (fixture, NULL, "card not-found; card already-in Lea; unknown bad-code");

  /* Three in the morning is where the day of yesterday ends. */
  foyer_profile_set_now (fixture->profile, "2026-11-27T02:59:00+01:00");
  refuse (fixture, FOYER_CODE_TICKET_READ, FOYER_ERROR_WRONG_DAY);
  foyer_profile_set_now (fixture->profile, "2026-11-27T03:00:00+01:00");
  refuse (fixture, FOYER_CODE_TICKET_READ, FOYER_ERROR_BAD_CODE);
  assert_refused (fixture, NULL, "ticket bad-code");
  assert_refused (fixture, "2026-11-26", "ticket wrong-day; card not-found; card already-in Lea; unknown bad-code");
}

/* Three months, also where no code is refused any more. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autofree char *path = foyer_profile_get_path (fixture->profile);

  refuse (fixture, FOYER_CODE_UNKNOWN, FOYER_ERROR_BAD_CODE);
  for (int minute = 0; minute < 2; minute++)
    {
      FoyerDb *db;

      foyer_profile_set_now (fixture->profile, minute == 0 ? "2027-02-26T09:00:00+01:00" : "2027-02-26T09:01:00+01:00");
      g_assert_true (foyer_profile_close (fixture->profile));
      db = foyer_db_open (path, NULL, fixture->profile->clock, NULL, &fixture->profile->error);
      g_assert_no_error (fixture->profile->error);
      g_assert_true (foyer_refused_code_table_prune (db, &fixture->profile->error));
      g_assert_true (foyer_db_close (db, NULL));
      g_assert_true (foyer_profile_open (fixture->profile));
      assert_refused (fixture, "2026-11-26", minute == 0 ? "unknown bad-code" : "");
    }
}

/* Each byte of a card in turn: left out, doubled, cut there, another letter or any other character. */
static void
test_mutated (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const char * const others[] = { "", "0", "A", "\xcc\x81", "\xc3\xa9", "!", "\t", "%", "_", "'", "*" };
  g_autofree char *lea = foyer_profile_add_member (fixture->profile, "Lea");
  g_autofree char *card = give_card (fixture, lea, FALSE);

  for (gsize at = 0; at < FOYER_CODE_LENGTH; at++)
    {
      g_autofree char *cut = g_strndup (card, at);
      g_autofree char *doubled = g_strdup_printf ("%.*s%s", (int) at + 1, card, card + at);

      assert_opens (fixture, cut, NULL);
      assert_opens (fixture, doubled, NULL);
      for (const char *letter = FOYER_CODE_LETTERS; *letter != '\0'; letter++)
        {
          g_autofree char *other = g_strdup (card);

          other[at] = *letter;
          assert_opens (fixture, other, *letter == card[at] ? lea : NULL);
        }
      for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
        {
          g_autofree char *instead = g_strdup_printf ("%.*s%s%s", (int) at, card, others[i], card + at + 1);
          g_autofree char *before = g_strdup_printf ("%.*s%s%s", (int) at, card, others[i], card + at);

          assert_opens (fixture, instead, NULL);
          assert_opens (fixture, before, i == 0 ? lea : NULL);
        }
    }
}

typedef struct {
  Fixture *fixture;
  guint    n_under_way;
} Door;

static void
guessed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Door *door = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *found = foyer_store_find_card_finish (FOYER_STORE (source), result, &error);

  g_assert_null (found);
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_BAD_CODE);
  door->n_under_way--;
}

/* Somebody who has seen a hundred cards tries what comes near them. */
static void
test_guesses (Fixture       *fixture,
              gconstpointer  user_data)
{
  const char *count = g_getenv ("FOYER_CODES");
  const guint n_guesses = count != NULL ? (guint) g_ascii_strtoull (count, NULL, 10) : N_GUESSES;
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (20261126);
  g_autoptr(GHashTable) right = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) cards = g_ptr_array_new_with_free_func (g_free);
  Door door = { fixture };

  for (guint i = 0; i < N_CARDS; i++)
    {
      g_autofree char *id = foyer_profile_add_member (fixture->profile, "Marie Martin");

      g_ptr_array_add (cards, give_card (fixture, id, FALSE));
      g_assert_true (g_hash_table_add (right, cards->pdata[i]));
    }

  for (guint n = 0; n < n_guesses;)
    {
      g_autofree char *guess = g_strdup (cards->pdata[foyer_random_range (random, 0, N_CARDS)]);
      const char *other = cards->pdata[foyer_random_range (random, 0, N_CARDS)];

      /* of two halves, or with up to four other letters */
      if (foyer_random_range (random, 0, 4) == 0)
        strcpy (guess + FOYER_CODE_LENGTH / 2, other + FOYER_CODE_LENGTH / 2);
      for (guint32 wrong = foyer_random_range (random, 0, 5); wrong > 0; wrong--)
        guess[foyer_random_range (random, 2, FOYER_CODE_LENGTH)] = FOYER_CODE_LETTERS[foyer_random_range (random, 0, 16)];
      if (g_hash_table_contains (right, guess))
        continue;

      n++;
      door.n_under_way++;
      foyer_store_find_card_async (fixture->profile->store, guess, NULL, guessed_cb, &door);
      while (door.n_under_way >= AT_ONCE)
        g_main_context_iteration (NULL, TRUE);
    }
  while (door.n_under_way > 0)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/codes/cards", Fixture, NULL, set_up, test_cards, tear_down);
  g_test_add ("/codes/once", Fixture, NULL, set_up, test_once, tear_down);
  g_test_add ("/codes/merged", Fixture, NULL, set_up, test_merged, tear_down);
  g_test_add ("/codes/erased", Fixture, NULL, set_up, test_erased, tear_down);
  g_test_add ("/codes/guest", Fixture, NULL, set_up, test_guest, tear_down);
  g_test_add ("/codes/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/codes/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/codes/mutated", Fixture, NULL, set_up, test_mutated, tear_down);
  g_test_add ("/codes/guesses", Fixture, NULL, set_up, test_guesses, tear_down);

  return g_test_run ();
}
