/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-error.h"
#include "protocol/foyer-page.h"
#include "sync/foyer-sync-error.h"
#include "sync/machine/foyer-machine-private.h"
#include "sync/machine/foyer-readings.h"
#include "sync/machine/foyer-retry.h"

/* A directory that never comes to an end is left for the next pass. */
#define PAGES_MOST 200
/* So often a page is asked for again before what is forged in it is left out: it may have been
 * spoilt on the way. */
#define FORGED_MOST 3
/* An answer without news that comes so soon was not waited for. */
#define SOON_MS 1000

void
foyer_box_free (FoyerBox *self)
{
  g_free (self->name);
  g_free (self->origin);
  g_free (self->host);
  g_free (self->epoch);
  g_free (self->cursor);
  g_free (self->next_epoch);
  g_free (self->next_cursor);
  g_free (self);
}

/* Takes over what the store says, but for a mailbox that is being read. */
static void
foyer_machine_set_box (FoyerMachine       *self,
                       const FoyerMailbox *mailbox)
{
  g_autofree char *name = g_strconcat (mailbox->origin, "\n", mailbox->host, NULL);
  FoyerBox *box = g_hash_table_lookup (self->boxes, name);

  foyer_machine_get_peer (self, mailbox->origin)->asked = TRUE;
  if (box == NULL)
    {
      box = g_new0 (FoyerBox, 1);
      box->name = g_steal_pointer (&name);
      box->origin = g_strdup (mailbox->origin);
      box->host = g_strdup (mailbox->host);
      box->turn = ++self->last_turn;
      g_hash_table_insert (self->boxes, box->name, box);
    }
  box->gone = FALSE;
  if (box->state == FOYER_BOX_IDLE && !box->anew)
    {
      g_set_str (&box->epoch, mailbox->epoch);
      g_set_str (&box->cursor, mailbox->cursor);
    }
}

void
foyer_machine_set_boxes (FoyerMachine *self,
                         GPtrArray    *mailboxes)
{
  GHashTableIter iter;
  FoyerBox *box;

  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &box))
    box->gone = TRUE;
  for (guint i = 0; i < mailboxes->len; i++)
    foyer_machine_set_box (self, mailboxes->pdata[i]);
  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &box))
    if (box->gone && box->state == FOYER_BOX_IDLE)
      g_hash_table_iter_remove (&iter);
    else if (box->gone && box->polls)
      {
        box->hung_up = TRUE;
        foyer_machine_push (self, FOYER_COMMAND_HANG_UP, box->call);
      }
}

/* Who can open it; NULL for a key that is none. */
static FoyerKeyPair *
foyer_box_get_pair (FoyerMachine *self,
                    FoyerBox     *box)
{
  FoyerKey host;

  if (*box->host == '\0')
    return foyer_identity_get_host_key (self->identity);

  return foyer_key_parse (box->host, &host, NULL) ? foyer_identity_get_guest_key (self->identity, &host) : NULL;
}

static void
foyer_box_ask (FoyerMachine *self,
               FoyerBox     *box,
               gboolean      polls)
{
  g_autoptr(FoyerKeyPair) pair = foyer_box_get_pair (self, box);
  FoyerCall *call;

  if (pair == NULL)
    {
      box->done = TRUE;
      box->retry_ms = G_MAXINT64;
      return;
    }

  if (!box->anew && *box->cursor != '\0')
    call = foyer_call_new ("GET", box->origin, polls ? "/v1/inbox?after=%s&wait=%d" : "/v1/inbox?after=%s",
                           box->cursor, FOYER_MACHINE_WAIT_SECONDS);
  else
    call = foyer_call_new ("GET", box->origin, polls ? "/v1/inbox?wait=%d" : "/v1/inbox",
                           FOYER_MACHINE_WAIT_SECONDS);
  call->reader = g_steal_pointer (&pair);
  call->created_offset_ms = foyer_machine_get_peer (self, box->origin)->created_offset_ms;
  call->wait_s = polls ? FOYER_MACHINE_WAIT_SECONDS : 0;
  box->state = FOYER_BOX_ASKING;
  box->polls = polls;
  box->hung_up = FALSE;
  box->asked_ms = self->now.steady_ms;
  box->turn = ++self->last_turn;
  box->call = foyer_machine_call (self, call, NULL, box);
}

static guint
foyer_machine_count_polls (FoyerMachine *self,
                           const char   *origin)
{
  GHashTableIter iter;
  FoyerBox *box;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &box))
    if (box->state == FOYER_BOX_ASKING && box->polls && g_str_equal (box->origin, origin))
      n++;

  return n;
}

static int
foyer_box_compare_turns (gconstpointer a,
                         gconstpointer b)
{
  const FoyerBox *left = *(const FoyerBox * const *) a;
  const FoyerBox *right = *(const FoyerBox * const *) b;

  return (left->turn > right->turn) - (left->turn < right->turn);
}

static void
foyer_machine_start_box (FoyerMachine *self,
                         FoyerBox     *box)
{
  gboolean in_pass = self->passing && !box->done
                     && (self->pass_origin == NULL || g_str_equal (self->pass_origin, box->origin))
                     && !foyer_machine_get_peer (self, box->origin)->down;

  if (box->state != FOYER_BOX_IDLE || box->gone)
    return;
  if (in_pass)
    foyer_box_ask (self, box, FALSE);
  else if (self->listening && foyer_machine_is_online (self, box->origin) && box->retry_ms <= self->now.steady_ms
           && foyer_machine_get_peer (self, box->origin)->retry_ms <= self->now.steady_ms
           && foyer_machine_count_polls (self, box->origin) < FOYER_MACHINE_POLLS_AT_ONCE)
    foyer_box_ask (self, box, !box->more);
}

void
foyer_machine_start_boxes (FoyerMachine *self)
{
  g_autoptr(GPtrArray) boxes = g_hash_table_get_values_as_ptr_array (self->boxes);

  g_ptr_array_sort (boxes, foyer_box_compare_turns);
  for (guint i = 0; i < boxes->len; i++)
    foyer_machine_start_box (self, boxes->pdata[i]);
}

void
foyer_machine_hang_up (FoyerMachine *self)
{
  GHashTableIter iter;
  FoyerBox *box;

  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &box))
    if (box->state == FOYER_BOX_ASKING && box->polls && !box->hung_up)
      {
        box->hung_up = TRUE;
        foyer_machine_push (self, FOYER_COMMAND_HANG_UP, box->call);
      }
}

/* A mailbox that cannot be read now, though its directory may be well. */
static void
foyer_box_fail (FoyerMachine *self,
                FoyerBox     *box,
                gint64        retry_after_ms)
{
  box->done = TRUE;
  box->more = FALSE;
  box->retry_ms = self->now.steady_ms + foyer_retry_delay (self->random, box->n_failures, retry_after_ms);
  box->n_failures++;
}

static void
foyer_box_fail_for_lie (FoyerMachine *self,
                        FoyerBox     *box,
                        const char   *what)
{
  FoyerPeer *peer = foyer_machine_get_peer (self, box->origin);

  g_clear_error (&peer->error);
  peer->error = g_error_new (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ANSWER, "a page of the inbox: %s", what);
  foyer_machine_note_error (self, peer->error);
  foyer_box_fail (self, box, -1);
}

/* Letters that are forged are left out; the rest of their page is not kept back by them.
 * @n_forged: (out): how many */
static GPtrArray *
foyer_box_open_letters (FoyerMachine    *self,
                        FoyerBox        *box,
                        const FoyerPage *page,
                        guint           *n_forged)
{
  g_autoptr(GPtrArray) news = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_news_free);
  g_autoptr(FoyerKeyPair) pair = foyer_box_get_pair (self, box);
  FoyerKey host;
  gboolean of_guest = *box->host != '\0' && foyer_key_parse (box->host, &host, NULL);

  for (guint i = 0; i < page->items->len; i++)
    {
      g_autoptr(GError) error = NULL;
      FoyerNews *item = foyer_read_news (page->items->pdata[i], box->origin, pair, of_guest ? &host : NULL, &error);

      if (item != NULL)
        g_ptr_array_add (news, item);
      else
        {
          g_autoptr(GError) lie = g_error_new (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ANSWER, "a letter: %s",
                                               error->message);

          foyer_machine_note_error (self, lie);
          *n_forged += 1;
        }
    }

  return g_steal_pointer (&news);
}

static void
foyer_box_read_page (FoyerMachine    *self,
                     FoyerBox        *box,
                     const FoyerPage *page)
{
  gboolean same_epoch = *box->epoch == '\0' || g_str_equal (box->epoch, page->epoch);
  gboolean soon = box->polls && self->now.steady_ms - box->asked_ms < SOON_MS;
  g_autoptr(GPtrArray) news = NULL;
  FoyerCommand *command;
  guint n_forged = 0;

  if (!same_epoch && !box->anew && *box->cursor != '\0')
    {
      /* the directory was restored: the cursor counts letters of another past */
      box->anew = TRUE;
      box->other_epoch = TRUE;
      return;
    }
  if (box->other_epoch && same_epoch)
    {
      box->anew = FALSE;
      box->other_epoch = FALSE;
      foyer_box_fail_for_lie (self, box, "another epoch, and the one before again");
      return;
    }
  box->other_epoch = FALSE;
  if (page->more && (page->items->len == 0 || (!box->anew && g_str_equal (page->cursor, box->cursor))))
    {
      foyer_box_fail_for_lie (self, box, "more of it without getting on");
      return;
    }
  box->more = page->more;
  if (g_str_equal (page->epoch, box->epoch) && g_str_equal (page->cursor, box->cursor) && page->items->len == 0)
    {
      box->anew = FALSE;
      box->done = TRUE;
      if (soon)
        foyer_box_fail (self, box, -1);
      else
        box->n_failures = 0;
      return;
    }

  news = foyer_box_open_letters (self, box, page, &n_forged);
  if (n_forged > 0 && box->n_forged < FORGED_MOST)
    {
      box->n_forged++;
      foyer_box_fail_for_lie (self, box, "a letter is forged or spoilt");
      return;
    }
  if (soon && page->items->len == 0)
    foyer_box_fail (self, box, -1);
  box->state = FOYER_BOX_TAKING;
  command = foyer_machine_push (self, FOYER_COMMAND_TAKE, foyer_machine_expect (self, NULL, box));
  command->origin = g_strdup (box->origin);
  command->host = g_strdup (box->host);
  command->epoch = g_strdup (page->epoch);
  command->cursor = g_strdup (page->cursor);
  command->news = g_steal_pointer (&news);
  g_set_str (&box->next_epoch, page->epoch);
  g_set_str (&box->next_cursor, page->cursor);
}

static void
foyer_box_refused (FoyerMachine     *self,
                   FoyerBox         *box,
                   FoyerProblemType  problem,
                   const GError     *error)
{
  FoyerPeer *peer = foyer_machine_get_peer (self, box->origin);

  if (problem == FOYER_PROBLEM_SIGNATURE_EXPIRED && !box->resigned)
    {
      box->resigned = TRUE;
      peer->created_offset_ms = peer->skew_ms;
      return;
    }
  if (problem == FOYER_PROBLEM_CURSOR_EXPIRED && !box->anew)
    {
      box->anew = TRUE;
      return;
    }
  g_clear_error (&peer->error);
  peer->error = g_error_copy (error);
  foyer_machine_note_error (self, error);
  foyer_box_fail (self, box, -1);
}

void
foyer_box_replied (FoyerMachine     *self,
                   FoyerBox         *box,
                   const FoyerReply *reply)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerPage) page = NULL;
  FoyerProblemType problem;
  const char *reason;
  FoyerVerdict verdict;

  box->state = FOYER_BOX_IDLE;
  if (box->hung_up && reply->error != NULL)
    return;

  verdict = foyer_reply_judge (reply, &problem, &reason, &error);
  foyer_machine_learn (self, box->origin, reply, verdict, problem, error);
  switch (verdict)
    {
    case FOYER_VERDICT_DONE:
      box->resigned = FALSE;
      page = foyer_page_parse (reply->body, &error);
      if (page == NULL)
        foyer_box_fail_for_lie (self, box, error->message);
      else
        foyer_box_read_page (self, box, page);
      break;
    case FOYER_VERDICT_NO:
      foyer_box_refused (self, box, problem, error);
      break;
    case FOYER_VERDICT_LATER:
    default:
      foyer_box_fail (self, box, reply->retry_after_ms);
      break;
    }
}

void
foyer_box_took (FoyerMachine *self,
                FoyerBox     *box,
                int           n_changed,
                const GError *error)
{
  box->state = FOYER_BOX_IDLE;
  box->anew = FALSE;
  self->want_look = TRUE;
  if (error != NULL)
    {
      foyer_machine_fail_store (self, g_error_copy (error));
      foyer_box_fail (self, box, -1);
      return;
    }

  g_set_str (&box->epoch, box->next_epoch);
  g_set_str (&box->cursor, box->next_cursor);
  if (n_changed > 0)
    box->n_failures = 0;
  self->received += (guint) MAX (n_changed, 0);
  if (!box->more || ++box->n_pages >= PAGES_MOST)
    {
      box->more = FALSE;
      box->done = TRUE;
    }
}
