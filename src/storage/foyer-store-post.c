/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-post.h"

#include "storage/foyer-store-private.h"
#include "storage/travel/foyer-post-verbs.h"

typedef struct {
  char   *origin;      /* "" for all */
  gint64  now_ms;
  guint   limit;
} FoyerDueArgs;

typedef struct {
  GPtrArray *posts;
  gint64     next_ms;
} FoyerDueAnswer;

static void
foyer_due_args_free (gpointer user_data)
{
  FoyerDueArgs *args = user_data;

  g_free (args->origin);
  g_free (args);
}

static void
foyer_due_answer_free (gpointer user_data)
{
  FoyerDueAnswer *answer = user_data;

  g_clear_pointer (&answer->posts, g_ptr_array_unref);
  g_free (answer);
}

static gpointer
foyer_store_posts_due_job (FoyerDb       *db,
                           gpointer       user_data,
                           GCancellable  *cancellable,
                           GError       **error)
{
  FoyerDueArgs *args = user_data;
  FoyerDueAnswer *answer;
  gint64 next_ms = 0;
  GPtrArray *posts = foyer_outbox_verbs_list_due (db, args->origin, args->now_ms, args->limit, &next_ms, error);

  if (posts == NULL)
    return NULL;

  answer = g_new (FoyerDueAnswer, 1);
  answer->posts = posts;
  answer->next_ms = next_ms;

  return answer;
}

void
foyer_store_posts_due_async (FoyerStore           *self,
                             const char           *origin,
                             gint64                now_ms,
                             guint                 limit,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  FoyerDueArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (limit > 0);

  args = g_new (FoyerDueArgs, 1);
  args->origin = g_strdup (origin != NULL ? origin : "");
  args->now_ms = now_ms;
  args->limit = limit;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_posts_due_async, foyer_store_posts_due_job,
                   args, foyer_due_args_free, foyer_due_answer_free, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_posts_due_finish (FoyerStore    *self,
                              GAsyncResult  *result,
                              gint64        *next_ms,
                              GError       **error)
{
  FoyerDueAnswer *answer = foyer_store_run_finish (self, result, error);
  GPtrArray *posts;

  if (next_ms != NULL)
    *next_ms = answer != NULL ? answer->next_ms : 0;
  if (answer == NULL)
    return NULL;

  posts = g_steal_pointer (&answer->posts);
  foyer_due_answer_free (answer);

  return posts;
}

/* What a verb without an answer answers. */
static gpointer
foyer_store_new_done (gboolean done)
{
  return done ? g_new0 (char, 1) : NULL;
}

typedef struct {
  gint64             seq;
  gint64             rev;
  GBytes            *body;
  gboolean           has_facts;
  FoyerListingFacts  facts;
} FoyerWrittenArgs;

static void
foyer_written_args_free (gpointer user_data)
{
  FoyerWrittenArgs *args = user_data;

  g_bytes_unref (args->body);
  g_free ((char *) args->facts.host);
  g_free ((char *) args->facts.name);
  g_free ((char *) args->facts.area);
  g_free ((char *) args->facts.tz);
  g_free ((char *) args->facts.currency);
  g_free (args);
}

static gpointer
foyer_store_post_written_job (FoyerDb       *db,
                              gpointer       user_data,
                              GCancellable  *cancellable,
                              GError       **error)
{
  FoyerWrittenArgs *args = user_data;

  return foyer_store_new_done (foyer_outbox_verbs_written (db, args->seq, args->rev, args->body,
                                                           args->has_facts ? &args->facts : NULL, error));
}

void
foyer_store_post_written_async (FoyerStore               *self,
                                gint64                    seq,
                                gint64                    rev,
                                GBytes                   *body,
                                const FoyerListingFacts  *facts,
                                GCancellable             *cancellable,
                                GAsyncReadyCallback       callback,
                                gpointer                  user_data)
{
  FoyerWrittenArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (rev > 0 && body != NULL);

  args = g_new0 (FoyerWrittenArgs, 1);
  args->seq = seq;
  args->rev = rev;
  args->body = g_bytes_ref (body);
  if (facts != NULL)
    {
      args->has_facts = TRUE;
      args->facts = *facts;
      args->facts.host = g_strdup (facts->host);
      args->facts.name = g_strdup (facts->name);
      args->facts.area = g_strdup (facts->area);
      args->facts.tz = g_strdup (facts->tz);
      args->facts.currency = g_strdup (facts->currency);
    }
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_post_written_async, foyer_store_post_written_job,
                   args, foyer_written_args_free, g_free, cancellable, callback, user_data);
}

typedef struct {
  gint64            seq;
  FoyerPostOutcome  outcome;
  gint64            next_ms;
  gint64            rev;
  char             *reason;
} FoyerAnsweredArgs;

static void
foyer_answered_args_free (gpointer user_data)
{
  FoyerAnsweredArgs *args = user_data;

  g_free (args->reason);
  g_free (args);
}

static gpointer
foyer_store_post_answered_job (FoyerDb       *db,
                               gpointer       user_data,
                               GCancellable  *cancellable,
                               GError       **error)
{
  FoyerAnsweredArgs *args = user_data;

  return foyer_store_new_done (foyer_outbox_verbs_answered (db, args->seq, args->outcome, args->next_ms, args->rev,
                                                            args->reason, error));
}

void
foyer_store_post_answered_async (FoyerStore           *self,
                                 gint64                seq,
                                 FoyerPostOutcome      outcome,
                                 gint64                next_ms,
                                 gint64                rev,
                                 const char           *reason,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  FoyerAnsweredArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));

  args = g_new (FoyerAnsweredArgs, 1);
  args->seq = seq;
  args->outcome = outcome;
  args->next_ms = next_ms;
  args->rev = rev;
  args->reason = g_strdup (reason);
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_post_answered_async, foyer_store_post_answered_job,
                   args, foyer_answered_args_free, g_free, cancellable, callback, user_data);
}

gboolean
foyer_store_post_finish (FoyerStore    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_autofree gpointer done = foyer_store_run_finish (self, result, error);

  return done != NULL;
}

static gpointer
foyer_store_mailboxes_job (FoyerDb       *db,
                           gpointer       args,
                           GCancellable  *cancellable,
                           GError       **error)
{
  return foyer_inbox_verbs_mailboxes (db, error);
}

void
foyer_store_mailboxes_async (FoyerStore           *self,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_mailboxes_async, foyer_store_mailboxes_job,
                   NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_mailboxes_finish (FoyerStore    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

typedef struct {
  FoyerMailbox *mailbox;     /* as it is to be */
  GPtrArray    *news;
} FoyerTakeArgs;

static void
foyer_take_args_free (gpointer user_data)
{
  FoyerTakeArgs *args = user_data;

  foyer_mailbox_free (args->mailbox);
  g_ptr_array_unref (args->news);
  g_free (args);
}

static gpointer
foyer_store_take_news_job (FoyerDb       *db,
                           gpointer       user_data,
                           GCancellable  *cancellable,
                           GError       **error)
{
  FoyerTakeArgs *args = user_data;
  int n = foyer_inbox_verbs_take (db, args->mailbox->origin, args->mailbox->host, args->mailbox->epoch,
                                  args->mailbox->cursor, args->news, error);

  return n >= 0 ? g_memdup2 (&n, sizeof n) : NULL;
}

void
foyer_store_take_news_async (FoyerStore           *self,
                             const char           *origin,
                             const char           *host,
                             const char           *epoch,
                             const char           *cursor,
                             GPtrArray            *news,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  FoyerTakeArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (origin != NULL && host != NULL && epoch != NULL && cursor != NULL && news != NULL);

  args = g_new (FoyerTakeArgs, 1);
  args->mailbox = g_new (FoyerMailbox, 1);
  args->mailbox->origin = g_strdup (origin);
  args->mailbox->host = g_strdup (host);
  args->mailbox->epoch = g_strdup (epoch);
  args->mailbox->cursor = g_strdup (cursor);
  args->news = g_ptr_array_ref (news);
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_take_news_async, foyer_store_take_news_job,
                   args, foyer_take_args_free, g_free, cancellable, callback, user_data);
}

int
foyer_store_take_news_finish (FoyerStore    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_autofree int *n = foyer_store_run_finish (self, result, error);

  return n != NULL ? *n : -1;
}

static gpointer
foyer_store_post_time_job (FoyerDb       *db,
                           gpointer       args,
                           GCancellable  *cancellable,
                           GError       **error)
{
  gint64 next_ms;

  return foyer_post_verbs_time (db, &next_ms, error) ? g_memdup2 (&next_ms, sizeof next_ms) : NULL;
}

void
foyer_store_post_time_async (FoyerStore           *self,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_post_time_async, foyer_store_post_time_job,
                   NULL, NULL, g_free, cancellable, callback, user_data);
}

gboolean
foyer_store_post_time_finish (FoyerStore    *self,
                              GAsyncResult  *result,
                              gint64        *next_ms,
                              GError       **error)
{
  g_autofree gint64 *answer = foyer_store_run_finish (self, result, error);

  if (next_ms != NULL)
    *next_ms = answer != NULL ? *answer : 0;

  return answer != NULL;
}
