/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sim-profile.h"

#include <string.h>

#include "core/foyer-error.h"
#include "storage/travel/foyer-post-verbs.h"
#include "sync/foyer-sync-error.h"

void
sim_message_free (SimMessage *message)
{
  foyer_call_free (message->call);
  g_clear_pointer (&message->reply, foyer_reply_free);
  g_free (message);
}

static gint64
read_clock (gpointer user_data)
{
  SimProfile *self = user_data;

  return *self->now_ms + self->skew_ms;
}

SimProfile *
sim_profile_new (const char   *path,
                 guint8        seed,
                 const gint64 *now_ms,
                 const gint64 *steady_ms,
                 GQueue       *network,
                 SimBug        bug)
{
  SimProfile *self = g_new0 (SimProfile, 1);
  g_autofree guint8 *bytes = g_malloc (FOYER_SEED_SIZE);
  g_autoptr(GBytes) secret = NULL;

  memset (bytes, seed, FOYER_SEED_SIZE);
  secret = g_bytes_new (bytes, FOYER_SEED_SIZE);
  self->path = g_strdup (path);
  self->identity = foyer_identity_new_from_bytes (secret, NULL);
  self->clock = foyer_clock_new_with_func (read_clock, self, NULL);
  self->random = foyer_random_new_seeded (seed);
  self->now_ms = now_ms;
  self->steady_ms = steady_ms;
  self->network = network;
  self->bug = bug;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cursors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->lost = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

void
sim_profile_free (SimProfile *self)
{
  sim_profile_crash (self);
  foyer_identity_unref (self->identity);
  foyer_clock_unref (self->clock);
  foyer_random_unref (self->random);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->cursors);
  g_hash_table_unref (self->lost);
  g_free (self->path);
  g_free (self->space_id);
  g_free (self->complaint);
  g_free (self);
}

gboolean
sim_profile_open (SimProfile  *self,
                  GError     **error)
{
  self->db = foyer_db_open (self->path, "power-loss", self->clock, self->random, error);
  if (self->db == NULL)
    return FALSE;

  self->machine = foyer_machine_new (self->identity, self->random);
  /* every other life with a window */
  if (self->life % 2 == 1)
    foyer_machine_set_grace (self->machine, 10000);
  self->life++;
  self->dead = FALSE;

  return TRUE;
}

void
sim_profile_crash (SimProfile *self)
{
  g_clear_pointer (&self->machine, foyer_machine_free);
  g_clear_pointer (&self->db, foyer_db_free);
  self->timer_ms = 0;
  self->passing = FALSE;
}

static FoyerMoment
get_moment (SimProfile *self)
{
  gint64 wall_ms = *self->now_ms + self->skew_ms;

  return (FoyerMoment) { wall_ms, wall_ms, *self->steady_ms };
}

/* Only what happens without power, or while a planted bug plays dead, may go wrong. */
static void
note_error (SimProfile   *self,
            const char   *what,
            const GError *error)
{
  if (error != NULL && error->domain != FOYER_ERROR && error->domain != FOYER_DB_ERROR && self->complaint == NULL)
    self->complaint = g_strdup_printf ("%s: %s", what, error->message);
}

static void
do_look (SimProfile         *self,
         const FoyerCommand *command)
{
  FoyerMoment now = get_moment (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) posts = NULL;
  g_autoptr(GPtrArray) mailboxes = NULL;
  FoyerLook look = { NULL };

  if (foyer_post_verbs_time (self->db, &look.time_ms, &error)
      && (posts = foyer_outbox_verbs_list_due (self->db, command->origin != NULL ? command->origin : "",
                                               command->now_ms, command->limit, &look.post_ms, &error)) != NULL)
    mailboxes = foyer_inbox_verbs_mailboxes (self->db, &error);
  look.posts = posts;
  look.mailboxes = mailboxes;
  note_error (self, "look", error);
  foyer_machine_looked (self->machine, &now, command->id, mailboxes != NULL ? &look : NULL, error);
}

static void
do_keep (SimProfile         *self,
         const FoyerCommand *command)
{
  FoyerMoment now = get_moment (self);
  g_autoptr(GError) error = NULL;

  if (self->bug != SIM_BUG_NEW_BOX)
    foyer_outbox_verbs_written (self->db, command->seq, command->rev, command->body,
                                command->has_facts ? &command->facts : NULL, &error);
  note_error (self, "keep", error);
  foyer_machine_kept (self->machine, &now, command->id, error);
}

static void
do_settle (SimProfile         *self,
           const FoyerCommand *command)
{
  FoyerMoment now = get_moment (self);
  FoyerPostOutcome outcome = command->outcome;
  g_autoptr(GError) error = NULL;

  if (self->bug == SIM_BUG_TIMEOUT_FAILED && outcome == FOYER_POST_LATER && g_hash_table_size (self->lost) > 0)
    outcome = FOYER_POST_REFUSED;
  foyer_outbox_verbs_answered (self->db, command->seq, outcome, command->next_ms, command->rev,
                               outcome != command->outcome ? "full" : command->reason, &error);
  note_error (self, "settle", error);
  foyer_machine_settled (self->machine, &now, command->id, error);
}

/* I7: a cursor goes on within an epoch. */
static void
check_cursor (SimProfile         *self,
              const FoyerCommand *command)
{
  const char *before = g_hash_table_lookup (self->cursors, command->host);
  gsize length = strlen (command->epoch);

  if (before != NULL && strncmp (before, command->epoch, length) == 0 && before[length] == ' '
      && g_ascii_strtoull (before + length + 1, NULL, 10) > g_ascii_strtoull (command->cursor, NULL, 10)
      && self->complaint == NULL)
    self->complaint = g_strdup_printf ("I7: a cursor went back from %s to %s %s", before, command->epoch,
                                       command->cursor);
  g_hash_table_insert (self->cursors, g_strdup (command->host),
                       g_strconcat (command->epoch, " ", command->cursor, NULL));
}

static void
plant_in_news (SimProfile *self,
               FoyerNews  *news)
{
  if (!news->known || news->kind != FOYER_POST_REQUEST)
    return;
  if (self->bug == SIM_BUG_HALVES && news->part != FOYER_PART_FULL)
    news->part = news->part == FOYER_PART_AM ? FOYER_PART_PM : FOYER_PART_AM;
  if (self->bug == SIM_BUG_NO_DEDUPE && !g_hash_table_add (self->seen, g_strdup (news->digest)))
    {
      g_free (news->booking);
      news->booking = foyer_id_new_travelling (self->random);
      news->digest[0] = news->digest[0] == 'a' ? 'b' : 'a';
    }
}

static void
do_take (SimProfile         *self,
         const FoyerCommand *command)
{
  FoyerMoment now = get_moment (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  int n;

  for (guint i = 0; i < command->news->len; i++)
    plant_in_news (self, command->news->pdata[i]);
  if (self->bug == SIM_BUG_CURSOR_FIRST && command->news->len > 0 && ++self->n_pages % 3 == 0)
    {
      foyer_inbox_verbs_take (self->db, command->origin, command->host, command->epoch, command->cursor, none, NULL);
      self->dead = TRUE;
      return;
    }
  n = foyer_inbox_verbs_take (self->db, command->origin, command->host, command->epoch, command->cursor,
                              command->news, &error);
  if (n >= 0)
    check_cursor (self, command);
  if (error != NULL && g_getenv ("FOYER_SIM_TELL") != NULL)
    g_printerr ("%s: take: %s\n", self->path, error->message);
  note_error (self, "take", error);
  foyer_machine_took (self->machine, &now, command->id, n, error);
}

static void
do_call (SimProfile   *self,
         FoyerCommand *command)
{
  SimMessage *message = g_new0 (SimMessage, 1);

  message->profile = self;
  message->life = self->life;
  message->id = command->id;
  message->call = g_steal_pointer (&command->call);
  message->since_ms = *self->steady_ms;
  g_queue_push_tail (self->network, message);
}

static void
do_hang_up (SimProfile         *self,
            const FoyerCommand *command)
{
  for (GList *link = self->network->head; link != NULL; link = link->next)
    {
      SimMessage *message = link->data;

      if (message->profile == self && message->life == self->life && message->id == command->id)
        message->hung_up = TRUE;
    }
}

static void
drain (SimProfile *self)
{
  FoyerCommand *command;

  while (!self->dead && (command = foyer_machine_take (self->machine)) != NULL)
    {
      switch (command->kind)
        {
        case FOYER_COMMAND_LOOK:
          do_look (self, command);
          break;
        case FOYER_COMMAND_KEEP:
          do_keep (self, command);
          break;
        case FOYER_COMMAND_SETTLE:
          do_settle (self, command);
          break;
        case FOYER_COMMAND_TAKE:
          do_take (self, command);
          break;
        case FOYER_COMMAND_CALL:
          do_call (self, command);
          break;
        case FOYER_COMMAND_HANG_UP:
          do_hang_up (self, command);
          break;
        case FOYER_COMMAND_TIMER:
          self->timer_ms = command->at_ms;
          break;
        case FOYER_COMMAND_END:
          self->passing = FALSE;
          break;
        default:
          g_assert_not_reached ();
        }
      foyer_command_free (command);
    }
}

void
sim_profile_listen (SimProfile *self)
{
  FoyerMoment now = get_moment (self);

  foyer_machine_listen (self->machine, &now, TRUE);
  drain (self);
}

void
sim_profile_begin (SimProfile *self)
{
  FoyerMoment now = get_moment (self);

  if (self->passing)
    return;
  self->passing = TRUE;
  foyer_machine_begin (self->machine, &now, NULL);
  drain (self);
}

void
sim_profile_changed (SimProfile *self)
{
  FoyerMoment now = get_moment (self);
  g_autofree char *space_id = NULL;

  if (foyer_db_take_changes (self->db, &space_id) != 0)
    foyer_machine_changed (self->machine, &now);
  drain (self);
}

void
sim_profile_wake (SimProfile *self)
{
  FoyerMoment now = get_moment (self);

  self->timer_ms = 0;
  foyer_machine_woke (self->machine, &now);
  drain (self);
}

void
sim_profile_online (SimProfile *self,
                    gboolean    online)
{
  FoyerMoment now = get_moment (self);

  foyer_machine_set_online (self->machine, &now, online);
  drain (self);
}

void
sim_profile_reply (SimProfile       *self,
                   guint64           id,
                   const FoyerReply *reply)
{
  FoyerMoment now = get_moment (self);

  if (reply->error != NULL)
    g_hash_table_add (self->lost, g_memdup2 (&id, sizeof id));
  foyer_machine_replied (self->machine, &now, id, reply);
  drain (self);
  g_hash_table_remove_all (self->lost);
}
