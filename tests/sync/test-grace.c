/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/machine/foyer-machine.h"

/* A person's word rests before it leaves, and nothing else does. */

#define GRACE_MS 10000
#define ORIGIN "https://directory.example"

typedef struct {
  FoyerIdentity *identity;
  FoyerRandom   *random;
  FoyerMachine  *machine;
  FoyerMoment    now;
  gint64         timer_ms;
  guint          n_words;        /* that were to be written or sent */
  guint64        look;
} Fixture;

static void
take_commands (Fixture *self)
{
  FoyerCommand *command;

  while ((command = foyer_machine_take (self->machine)) != NULL)
    {
      if (command->kind == FOYER_COMMAND_LOOK)
        self->look = command->id;
      else if (command->kind == FOYER_COMMAND_TIMER)
        self->timer_ms = command->at_ms;
      else if (command->kind == FOYER_COMMAND_CALL || command->kind == FOYER_COMMAND_KEEP)
        self->n_words++;
      foyer_command_free (command);
    }
}

/* @kind: of the one post that waits, -1: none does */
static void
answer_look (Fixture *self,
             int      kind,
             gint64   seq)
{
  g_autoptr(GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_post_free);
  g_autoptr(GPtrArray) mailboxes = g_ptr_array_new ();
  FoyerLook look = { .posts = posts, .mailboxes = mailboxes };
  FoyerPost *post;
  guint64 id = self->look;

  g_assert_cmpuint (id, !=, 0);
  self->look = 0;
  if (kind >= 0)
    {
      post = g_new0 (FoyerPost, 1);
      post->seq = seq;
      post->kind = (FoyerPostKind) kind;
      post->origin = g_strdup (ORIGIN);
      post->subject = g_strdup ("5f0c8d0e-6d3c-4b7e-9f0a-1d2c3b4a5f60");
      post->rev = 1;
      if (kind == FOYER_POST_REQUEST)
        {
          post->seat = foyer_my_seat_new ();
          g_set_str (&post->seat->listing, "0e4be24c-9a6e-4dd8-93a9-0c3c6cf7f1c5");
        }
      else
        post->body = g_bytes_new_static ("{}", 2);
      g_ptr_array_add (posts, post);
    }
  foyer_machine_looked (self->machine, &self->now, id, &look, NULL);
  take_commands (self);
}

static void
pass_time (Fixture *self,
           gint64   by_ms)
{
  self->now.steady_ms += by_ms;
  self->now.due_ms += by_ms;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  guint8 bytes[FOYER_SEED_SIZE] = { 7 };
  g_autoptr(GBytes) seed = g_bytes_new (bytes, sizeof bytes);

  self->identity = foyer_identity_new_from_bytes (seed, NULL);
  self->random = foyer_random_new_seeded (7);
  self->machine = foyer_machine_new (self->identity, self->random);
  self->now = (FoyerMoment) { 1795680000000, 1795680000000, 5000 };
  foyer_machine_set_grace (self->machine, GRACE_MS);
  foyer_machine_listen (self->machine, &self->now, TRUE);
  take_commands (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  foyer_machine_free (self->machine);
  foyer_random_unref (self->random);
  foyer_identity_unref (self->identity);
}

static void
see_word (Fixture *self)
{
  answer_look (self, -1, 0);
  foyer_machine_changed (self->machine, &self->now);
  take_commands (self);
  answer_look (self, FOYER_POST_REQUEST, 1);
}

static void
test_rests (Fixture       *self,
            gconstpointer  data)
{
  see_word (self);
  g_assert_cmpuint (self->n_words, ==, 0);
  g_assert_cmpint (self->timer_ms, ==, self->now.steady_ms + GRACE_MS);

  /* something else changed: the rest goes on, it does not begin again */
  pass_time (self, GRACE_MS / 2);
  foyer_machine_changed (self->machine, &self->now);
  take_commands (self);
  answer_look (self, FOYER_POST_REQUEST, 1);
  g_assert_cmpuint (self->n_words, ==, 0);

  pass_time (self, GRACE_MS / 2);
  foyer_machine_woke (self->machine, &self->now);
  take_commands (self);
  answer_look (self, FOYER_POST_REQUEST, 1);
  g_assert_cmpuint (self->n_words, ==, 1);
}

static void
test_taken_back (Fixture       *self,
                 gconstpointer  data)
{
  see_word (self);
  foyer_machine_changed (self->machine, &self->now);
  take_commands (self);
  answer_look (self, -1, 0);
  g_assert_cmpuint (self->n_words, ==, 0);

  /* the next word has a rest of its own */
  pass_time (self, GRACE_MS - 1);
  foyer_machine_changed (self->machine, &self->now);
  take_commands (self);
  answer_look (self, FOYER_POST_REQUEST, 2);
  pass_time (self, GRACE_MS - 1);
  foyer_machine_changed (self->machine, &self->now);
  take_commands (self);
  answer_look (self, FOYER_POST_REQUEST, 2);
  g_assert_cmpuint (self->n_words, ==, 0);
}

static void
test_pass (Fixture       *self,
           gconstpointer  data)
{
  see_word (self);
  g_assert_cmpuint (self->n_words, ==, 0);
  foyer_machine_begin (self->machine, &self->now, NULL);
  take_commands (self);
  answer_look (self, FOYER_POST_REQUEST, 1);
  g_assert_cmpuint (self->n_words, ==, 1);
}

static void
test_from_before (Fixture       *self,
                  gconstpointer  data)
{
  answer_look (self, FOYER_POST_REQUEST, 1);
  g_assert_cmpuint (self->n_words, ==, 1);
}

static void
test_others (Fixture       *self,
             gconstpointer  data)
{
  answer_look (self, -1, 0);
  foyer_machine_changed (self->machine, &self->now);
  take_commands (self);
  /* bytes that were kept: somebody may know them */
  answer_look (self, FOYER_POST_WITHDRAWAL, 1);
  g_assert_cmpuint (self->n_words, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *name; void (*func) (Fixture *, gconstpointer); } cases[] = {
    { "/sync/grace/rests", test_rests },
    { "/sync/grace/taken-back", test_taken_back },
    { "/sync/grace/pass", test_pass },
    { "/sync/grace/from-before", test_from_before },
    { "/sync/grace/others", test_others },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].name, Fixture, NULL, set_up, cases[i].func, tear_down);

  return g_test_run ();
}
