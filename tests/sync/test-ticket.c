/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* Somebody at the door guesses, or the scanner misreads: no code but the right one opens. */
#include "core/foyer-error.h"
#include "core/foyer-random.h"
#include "protocol/foyer-ticket.h"
#include "sync/foyer-identity-file.h"
#include "traveller.h"

/* A Thursday. */
#define NOW "2026-11-26T09:00:00+01:00"
#define DAY "2026-11-30"
#define N_GUESTS 4
#define N_GUESSES 100000
#define AT_ONCE 64

typedef struct {
  Traveller     *host;
  char          *space_id;
  char          *codes[N_GUESTS];
  FoyerRandom   *random;
  guint          n_under_way;
} Door;

static void
door_begin (Door *self)
{
  g_autoptr(FoyerSpace) draft = foyer_space_new ();
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(FoyerIdentity) identity = NULL;

  self->host = traveller_new (NOW);
  self->random = foyer_random_new_seeded (20261126);
  g_set_str (&draft->name, "The Kitchen Table");
  draft->seats = N_GUESTS;
  space = foyer_profile_save_space (self->host->profile, draft);
  g_assert_no_error (self->host->profile->error);
  self->space_id = g_strdup (space->id);
  g_assert_true (foyer_profile_set_week (self->host->profile, space->id, "Mon-Fri 09:00-18:00", NULL));

  identity = foyer_identity_file_load (self->host->profile->dir, TRUE, &self->host->profile->error);
  g_assert_no_error (self->host->profile->error);
  for (guint i = 0; i < N_GUESTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Guest %u", i);
      g_autoptr(FoyerBooking) booking = foyer_profile_book_guest (self->host->profile, space->id, DAY,
                                                                  FOYER_PART_FULL, name);
      g_autofree char *found = NULL;

      g_assert_no_error (self->host->profile->error);
      self->codes[i] = foyer_ticket_make (identity, booking->id, booking->day);
      found = traveller_read_ticket (self->host, space->id, booking->day, self->codes[i]);
      g_assert_no_error (self->host->profile->error);
      g_assert_cmpstr (found, ==, booking->id);
    }
}

static void
door_end (Door *self)
{
  for (guint i = 0; i < N_GUESTS; i++)
    g_free (self->codes[i]);
  g_free (self->space_id);
  foyer_random_unref (self->random);
  traveller_free (self->host);
}

static guint
door_choose (Door  *self,
             gsize  n)
{
  return foyer_random_range (self->random, 0, (guint32) n);
}

static char
door_choose_letter (Door *self)
{
  static const char letters[] = "BCDFGHJKLNPRSTVX";

  return letters[door_choose (self, sizeof letters - 1)];
}

/* One of the right codes with something wrong in it, so that most still have the form of one. */
static char *
door_guess (Door *self)
{
  g_autoptr(GString) code = g_string_new (self->codes[door_choose (self, N_GUESTS)]);
  const char *other = self->codes[door_choose (self, N_GUESTS)];
  gsize at = door_choose (self, code->len);
  gsize cut = 1 + door_choose (self, code->len - 1);
  char letter = code->str[at];

  switch (door_choose (self, 8))
    {
    case 0:
      g_string_truncate (code, cut);
      g_string_append (code, other + cut);
      break;
    case 1:
      code->str[at] = code->str[code->len - 1];
      code->str[code->len - 1] = letter;
      break;
    case 2:
      g_string_erase (code, (gssize) at, 1);
      break;
    case 3:
      g_string_insert_c (code, (gssize) at, door_choose_letter (self));
      break;
    case 4:
      code->str[at] = (char) (1 + door_choose (self, 126));
      break;
    case 5:
      for (gsize i = 2; i < code->len; i++)
        code->str[i] = door_choose_letter (self);
      break;
    default:
      code->str[MAX (at, 2)] = door_choose_letter (self);
      break;
    }

  return g_strdup (code->str);
}

static gboolean
door_is_right (Door       *self,
               const char *text)
{
  g_autofree char *code = foyer_ticket_read (text, NULL);

  for (guint i = 0; i < N_GUESTS; i++)
    if (g_strcmp0 (code, self->codes[i]) == 0)
      return TRUE;

  return FALSE;
}

static void
guessed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Door *self = user_data;
  g_autoptr(GError) error = NULL;
  FoyerCodeKind kind;
  g_autofree char *found = foyer_sync_read_code_finish (FOYER_SYNC (source), result, &kind, &error);

  g_assert_null (found);
  g_assert_error (error, FOYER_ERROR, FOYER_ERROR_BAD_CODE);
  self->n_under_way--;
}

static void
test_guesses (void)
{
  Door door = { NULL };
  Door *self = &door;
  guint n_asked = 0;
  guint n_of_form = 0;

  door_begin (self);
  while (n_asked < N_GUESSES)
    {
      g_autofree char *text = door_guess (self);

      if (door_is_right (self, text))
        continue;
      n_of_form += foyer_ticket_is_code (text) ? 1 : 0;
      n_asked++;
      self->n_under_way++;
      foyer_sync_read_code_async (self->host->sync, self->space_id, foyer_day (DAY), text, NULL, guessed_cb, self);
      while (self->n_under_way >= AT_ONCE)
        g_main_context_iteration (NULL, TRUE);
    }
  while (self->n_under_way > 0)
    g_main_context_iteration (NULL, TRUE);
  /* otherwise only the form was tried */
  g_assert_cmpuint (n_of_form, >, N_GUESSES / 2);
  door_end (self);
}

/* A right ticket, but of another day, or of another space of the same host. */
static void
test_elsewhere (void)
{
  Door door = { NULL };
  Door *self = &door;
  g_autoptr(FoyerSpace) draft = foyer_space_new ();
  g_autoptr(FoyerSpace) other = NULL;
  static const struct { int days; FoyerError code; } cases[] = {
    { -1, FOYER_ERROR_WRONG_DAY }, { 1, FOYER_ERROR_WRONG_DAY }, { -92, FOYER_ERROR_WRONG_DAY },
    { 31, FOYER_ERROR_WRONG_DAY }, { 32, FOYER_ERROR_BAD_CODE }, { -93, FOYER_ERROR_BAD_CODE },
  };

  door_begin (self);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = traveller_read_ticket (self->host, self->space_id, foyer_day (DAY) + cases[i].days,
                                                      self->codes[0]);

      g_assert_null (found);
      foyer_profile_assert_refused (self->host->profile, FOYER_ERROR, cases[i].code);
    }

  g_set_str (&draft->name, "The Other Table");
  draft->seats = N_GUESTS;
  other = foyer_profile_save_space (self->host->profile, draft);
  g_assert_no_error (self->host->profile->error);
  for (guint i = 0; i < N_GUESTS; i++)
    {
      g_autofree char *found = traveller_read_ticket (self->host, other->id, foyer_day (DAY), self->codes[i]);

      g_assert_null (found);
      foyer_profile_assert_refused (self->host->profile, FOYER_ERROR, FOYER_ERROR_BAD_CODE);
    }
  door_end (self);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticket/elsewhere", test_elsewhere);
  g_test_add_func ("/ticket/guesses", test_guesses);

  return g_test_run ();
}
