/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/machine/foyer-machine-private.h"

/* A person's, and nobody can know of it yet: what was tried does not rest again. */
static gboolean
foyer_post_is_word (const FoyerPost *post)
{
  return post->body == NULL && post->attempts == 0
         && (post->kind == FOYER_POST_REQUEST || post->kind == FOYER_POST_DECISION
             || post->kind == FOYER_POST_WITHDRAWAL);
}

static gint64
foyer_machine_get_rest (FoyerMachine    *self,
                        const FoyerPost *post)
{
  const gint64 *until_ms = g_hash_table_lookup (self->resting, &post->seq);

  return until_ms != NULL && *until_ms > self->now.steady_ms ? *until_ms : 0;
}

static gint64
foyer_machine_get_rest_of_seats (FoyerMachine    *self,
                                 const FoyerPost *seats,
                                 GPtrArray       *posts)
{
  gint64 until_ms = 0;

  for (guint i = 0; i < posts->len; i++)
    {
      const FoyerPost *post = posts->pdata[i];

      /* whose bytes are kept names no space any more, and does not rest */
      if (post->kind == FOYER_POST_DECISION && post->body == NULL
          && g_str_equal (post->space->id, seats->space->id))
        until_ms = MAX (until_ms, foyer_machine_get_rest (self, post));
    }

  return until_ms;
}

static void
foyer_machine_begin_rests (FoyerMachine *self,
                           GPtrArray    *posts)
{
  g_autoptr(GHashTable) before = g_steal_pointer (&self->resting);

  self->resting = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < posts->len; i++)
    {
      const FoyerPost *post = posts->pdata[i];
      const gint64 *known = g_hash_table_lookup (before, &post->seq);
      gint64 until_ms = known != NULL ? *known : self->now.steady_ms + (self->looked_once ? self->grace_ms : 0);

      if (foyer_post_is_word (post))
        g_hash_table_insert (self->resting, g_memdup2 (&post->seq, sizeof post->seq),
                             g_memdup2 (&until_ms, sizeof until_ms));
    }
}

gint64
foyer_machine_let_rest (FoyerMachine *self,
                        GPtrArray    *posts)
{
  g_autoptr(GArray) rests = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 next_ms = 0;

  if (self->grace_ms == 0 || !self->listening)
    return 0;

  foyer_machine_begin_rests (self, posts);
  for (guint i = 0; i < posts->len; i++)
    {
      const FoyerPost *post = posts->pdata[i];
      gint64 until_ms = foyer_machine_get_rest (self, post);

      if (post->kind == FOYER_POST_AVAILABILITY && post->body == NULL)
        until_ms = foyer_machine_get_rest_of_seats (self, post, posts);
      if (foyer_machine_passes (self, post->origin))
        until_ms = 0;
      g_array_append_val (rests, until_ms);
    }
  for (guint i = rests->len; i-- > 0;)
    {
      gint64 until_ms = g_array_index (rests, gint64, i);

      if (until_ms == 0)
        continue;
      next_ms = next_ms == 0 ? until_ms : MIN (next_ms, until_ms);
      /* looked at again then: it may say something else by that time */
      foyer_machine_get_peer (self, ((FoyerPost *) posts->pdata[i])->origin)->asked = TRUE;
      g_ptr_array_remove_index (posts, i);
    }
  self->looked_once = TRUE;

  return next_ms;
}

void
foyer_machine_set_grace (FoyerMachine *self,
                         gint64        grace_ms)
{
  g_return_if_fail (grace_ms >= 0);

  self->grace_ms = grace_ms;
}
