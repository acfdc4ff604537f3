/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/travel/foyer-mailbox-table.h"
#include "storage/travel/foyer-my-seat-table.h"
#include "storage/travel/foyer-post-verbs.h"

FoyerNews *
foyer_news_new (void)
{
  return g_new0 (FoyerNews, 1);
}

void
foyer_news_free (FoyerNews *news)
{
  g_clear_pointer (&news->raw, g_bytes_unref);
  g_free (news->digest);
  g_free (news->booking);
  g_free (news->key);
  g_free (news->listing);
  g_clear_pointer (&news->guest, foyer_person_free);
  g_free (news->note);
  g_strfreev (news->consents);
  g_free (news->street);
  g_free (news->postcode);
  g_free (news->city);
  g_free (news->door);
  g_free (news->wifi);
  g_free (news->host_note);
  g_free (news->ticket);
  g_free (news);
}

GPtrArray *
foyer_inbox_verbs_mailboxes (FoyerDb  *db,
                             GError  **error)
{
  /* The day is over last at the end of the world's zones. */
  return foyer_mailbox_table_list_live (db, foyer_my_seat_get_today (db, "") - 1, error);
}

static gboolean
foyer_inbox_verbs_take_one (FoyerDb          *db,
                            const char       *origin,
                            const char       *host,
                            const FoyerNews  *news,
                            gboolean         *changed,
                            GError          **error)
{
  gboolean is_new;
  gint64 id;

  *changed = FALSE;
  if (!foyer_news_table_insert (db, origin, host, news, &is_new, &id, error))
    return FALSE;
  if (!news->known || news->booking == NULL || news->key == NULL)
    return TRUE;
  if (!is_new)
    return *host != '\0' || foyer_host_news_see_again (db, news, error);

  return (*host == '\0' ? foyer_host_news_apply (db, origin, news, changed, error)
                        : foyer_guest_news_apply (db, origin, host, news, changed, error))
         && (!*changed || foyer_news_table_set_applied (db, id, error));
}

int
foyer_inbox_verbs_take (FoyerDb     *db,
                        const char  *origin,
                        const char  *host,
                        const char  *epoch,
                        const char  *cursor,
                        GPtrArray   *news,
                        GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autofree char *known_epoch = NULL;
  gboolean restored;
  int n = 0;

  if (transaction == NULL || !foyer_mailbox_table_get_epoch (db, origin, host, &known_epoch, error))
    return -1;
  restored = *known_epoch != '\0' && !g_str_equal (known_epoch, epoch);
  if (restored && !foyer_outbox_verbs_repeat (db, origin, host, error))
    return -1;

  for (guint i = 0; i < news->len; i++)
    {
      gboolean changed;

      if (!foyer_inbox_verbs_take_one (db, origin, host, news->pdata[i], &changed, error))
        return -1;
      n += changed;
    }

  /* What the old epoch counted says nothing in the new one: from the beginning. */
  if (!foyer_mailbox_table_put (db, origin, host, epoch, restored ? "" : cursor, error)
      || !foyer_transaction_commit (transaction, error))
    return -1;

  return n;
}
