/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/foyer-store-errands-private.h"

typedef struct {
  FoyerStored      stored;
  FoyerStore      *store;
  char            *origin;               /* (nullable) */
  gint64           now_ms;
  guint            limit;
  FoyerStoredFunc  func;
  gpointer         user_data;
} FoyerErrand;

static void
foyer_errand_end (FoyerErrand *self)
{
  self->func (&self->stored, self->user_data);
  g_clear_pointer (&self->stored.look.posts, g_ptr_array_unref);
  g_clear_pointer (&self->stored.look.mailboxes, g_ptr_array_unref);
  g_clear_error (&self->stored.error);
  g_object_unref (self->store);
  g_free (self->origin);
  g_free (self);
}

static void
foyer_errand_mailboxes_cb (GObject      *source,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  FoyerErrand *self = user_data;

  self->stored.look.mailboxes = foyer_store_mailboxes_finish (self->store, result, &self->stored.error);
  foyer_errand_end (self);
}

static void
foyer_errand_posts_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  FoyerErrand *self = user_data;

  self->stored.look.posts = foyer_store_posts_due_finish (self->store, result, &self->stored.look.post_ms,
                                                          &self->stored.error);
  if (self->stored.look.posts == NULL)
    foyer_errand_end (self);
  else
    foyer_store_mailboxes_async (self->store, NULL, foyer_errand_mailboxes_cb, self);
}

static void
foyer_errand_time_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  FoyerErrand *self = user_data;

  if (!foyer_store_post_time_finish (self->store, result, &self->stored.look.time_ms, &self->stored.error))
    foyer_errand_end (self);
  else
    foyer_store_posts_due_async (self->store, self->origin, self->now_ms, self->limit, NULL, foyer_errand_posts_cb,
                                 self);
}

static void
foyer_errand_post_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  FoyerErrand *self = user_data;

  foyer_store_post_finish (self->store, result, &self->stored.error);
  foyer_errand_end (self);
}

static void
foyer_errand_news_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  FoyerErrand *self = user_data;

  self->stored.n_changed = foyer_store_take_news_finish (self->store, result, &self->stored.error);
  foyer_errand_end (self);
}

void
foyer_store_errand (FoyerStore         *store,
                    const FoyerCommand *command,
                    FoyerStoredFunc     func,
                    gpointer            user_data)
{
  FoyerErrand *self = g_new0 (FoyerErrand, 1);

  self->stored.kind = command->kind;
  self->stored.id = command->id;
  self->store = g_object_ref (store);
  self->origin = g_strdup (command->origin);
  self->now_ms = command->now_ms;
  self->limit = command->limit;
  self->func = func;
  self->user_data = user_data;

  switch (command->kind)
    {
    case FOYER_COMMAND_LOOK:
      foyer_store_post_time_async (store, NULL, foyer_errand_time_cb, self);
      break;
    case FOYER_COMMAND_KEEP:
      foyer_store_post_written_async (store, command->seq, command->rev, command->body,
                                      command->has_facts ? &command->facts : NULL, NULL, foyer_errand_post_cb, self);
      break;
    case FOYER_COMMAND_SETTLE:
      foyer_store_post_answered_async (store, command->seq, command->outcome, command->next_ms, command->rev,
                                       command->reason, NULL, foyer_errand_post_cb, self);
      break;
    case FOYER_COMMAND_TAKE:
      foyer_store_take_news_async (store, command->origin, command->host, command->epoch, command->cursor,
                                   command->news, NULL, foyer_errand_news_cb, self);
      break;
    case FOYER_COMMAND_CALL:
    case FOYER_COMMAND_HANG_UP:
    case FOYER_COMMAND_TIMER:
    case FOYER_COMMAND_END:
    default:
      g_assert_not_reached ();
    }
}
