/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* kill -9 while receipts are issued: no number is missing, none is there twice, whoever was told of a
 * receipt has it, and the accounts hold together. */

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "campaign.h"
#include "foyer-profile-money.h"
#include "profile.h"
#include "victim.h"

#define NOW "2026-11-26T09:00:00+01:00"
/* Kills of one profile, one after the other. */
#define N_KILLS 5

/* What every profile begins with. */
static char *begun;

/* Opens what is in @dir, in a process of its own. */
static FoyerProfile *
open_profile (const char *dir)
{
  FoyerProfile *profile = foyer_profile_new_closed (NOW);

  g_rmdir (profile->dir);
  g_set_str (&profile->dir, dir);
  foyer_profile_open (profile);
  g_assert_no_error (profile->error);

  return profile;
}

/* A booking that takes long to be paid cent by cent; tells its id. */
static void
begin (int      fd,
       gpointer dir)
{
  FoyerProfile *profile = open_profile (dir);
  g_autofree char *space = foyer_profile_add_space (profile, 500);
  FoyerBookingRequest request = { .space_id = space, .guest_name = "Zoé", .day = foyer_day ("2026-11-26"),
                                  .part = FOYER_PART_FULL, .seats = 500 };
  g_autoptr(FoyerBooking) booking = foyer_profile_book (profile, &request);
  g_autofree char *line = NULL;

  g_assert_no_error (profile->error);
  line = g_strconcat (booking->id, "\n", NULL);
  victim_tell (line, GINT_TO_POINTER (fd));
  g_assert_true (foyer_profile_close (profile));
}

typedef struct {
  const char *dir;
  const char *booking;
  guint32     seed;
} Issuing;

/* Issues receipts and credit notes until it is killed; tells each number once it is answered. */
static void
issue (int      fd,
       gpointer user_data)
{
  const Issuing *issuing = user_data;
  FoyerProfile *profile = open_profile (issuing->dir);
  g_autoptr(GRand) rand = g_rand_new_with_seed (issuing->seed);

  for (;;)
    {
      FoyerPayment *payment = foyer_profile_take_for (profile, issuing->booking, "cash", 1);
      g_autofree char *line = NULL;

      g_assert_no_error (profile->error);
      if (g_rand_int_range (rand, 0, 4) == 0)
        {
          FoyerPayment *back = foyer_profile_refund (profile, payment->id);

          g_assert_no_error (profile->error);
          line = g_strdup_printf ("%s\n%s\n", payment->number, back->number);
        }
      else
        line = g_strconcat (payment->number, "\n", NULL);
      victim_tell (line, GINT_TO_POINTER (fd));
    }
}

/* Tells all numbers there are, and that the book is sound. */
static void
look (int      fd,
      gpointer dir)
{
  FoyerProfile *profile = open_profile (dir);
  FoyerPaymentQuery query = { .first = FOYER_DAY_NONE, .last = FOYER_DAY_NONE };
  g_autoptr(GPtrArray) payments = foyer_profile_list_payments (profile, &query);
  g_autoptr(GPtrArray) problems = foyer_profile_check (profile);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < payments->len; i++)
    g_string_append_printf (text, "%s\n", ((FoyerPayment *) payments->pdata[i])->number);
  for (gsize at = 0; at < text->len; at += 2048)
    {
      g_autofree char *piece = g_strndup (text->str + at, 2048);

      victim_tell (piece, GINT_TO_POINTER (fd));
    }
  g_assert_true (foyer_profile_close (profile));
}

/* Those of @told in full lines are in @there, whose series have no gap and nothing twice. */
static guint
compare (const char *told,
         const char *there)
{
  g_auto(GStrv) lines = g_strsplit (there, "\n", -1);
  g_auto(GStrv) known = g_strsplit (told, "\n", -1);
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  int n_receipts = 0, n_credits = 0;
  guint n = 0;

  for (gsize i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      int *last = strstr (lines[i], "A2026") != NULL ? &n_credits : &n_receipts;

      g_assert_true (g_hash_table_add (numbers, lines[i]));
      g_assert_cmpint (atoi (strrchr (lines[i], '-') + 1), ==, ++*last);
    }
  for (; known[n] != NULL && known[n + 1] != NULL; n++)
    g_assert_true (g_hash_table_contains (numbers, known[n]));

  return n;
}

static void
kill_issuing (guint64  seed,
              guint64 *found)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) seed);
  char *dir = profile_copy (begun);
  g_autoptr(GString) booking = g_string_new (NULL);
  g_autoptr(GString) told = g_string_new (NULL);
  guint n_told = 0;

  g_assert_cmpint (victim_run (begin, dir, booking), ==, 0);
  g_strchomp (booking->str);
  for (guint i = 0; i < N_KILLS; i++)
    {
      const Issuing issuing = { dir, booking->str, g_rand_int (rand) };
      g_autoptr(GString) there = g_string_new (NULL);
      Victim victim = victim_start (issue, (gpointer) &issuing);
      int status;

      victim_listen (&victim, g_rand_int_range (rand, 20, 121), told);
      status = victim_end (&victim, SIGKILL, told);
      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
      g_assert_cmpint (victim_run (look, dir, there), ==, 0);
      n_told = compare (told->str, there->str);
    }
  *found += n_told;
  profile_remove (dir);
}

static void
test_numbers (void)
{
  const guint64 n_kills = campaign_get_number ("FOYER_ROUNDS", 25);
  guint64 n = campaign_run ("kill-issuing", (n_kills + N_KILLS - 1) / N_KILLS, kill_issuing);

  g_test_message ("%" G_GUINT64_FORMAT " kills, %" G_GUINT64_FORMAT " documents of which somebody was told, none lost", n_kills, n);
  if (!campaign_is_replay ())
    g_assert_cmpuint (n, >, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  begun = profile_make (0);
  g_test_add_func ("/kill-issuing/numbers", test_numbers);
  status = g_test_run ();
  profile_remove (begun);

  return status;
}
