/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/bookings/foyer-booking-model.h"

#include "ui/foyer-answer.h"

#define PAGE 128
/* GTK keeps some two hundred rows alive, whatever the height of the window. */
#define PAGES_MAX 16

/* One page of items, some of them not asked for yet. */
typedef struct {
  guint             index;
  FoyerBookingItem *items[PAGE];
} Page;

struct _FoyerBookingModel {
  GObject           parent_instance;

  FoyerDesk        *desk;
  FoyerLedger      *ledger;
  FoyerLedgerList  *list;             /* (nullable): before the first answer */
  GQueue            pages;            /* (element-type Page): the last used first */
  GHashTable       *spared;           /* (element-type guint32 FoyerBookingItem): of the list before */

  FoyerLedgerQuery  query;
  GArray           *kept;             /* (element-type guint32) */
  gboolean          keeps;
  gboolean          keeps_all;
  GCancellable     *cancellable;      /* of the one question under way */
  gboolean          asks_again;
};

static void foyer_booking_model_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerBookingModel, foyer_booking_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, foyer_booking_model_list_model_init))

enum { ANSWERED, OUTDATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
page_free (gpointer data)
{
  Page *page = data;

  for (guint i = 0; i < PAGE; i++)
    g_clear_object (&page->items[i]);
  g_free (page);
}

static void
lines_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GPtrArray) items = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = foyer_store_read_lines_finish (FOYER_STORE (source), result, &error);
  guint next = 0;

  /* In the order in which they were asked for; what is gone leaves a gap. */
  for (guint i = 0; lines != NULL && i < items->len && next < lines->len; i++)
    {
      FoyerLedgerLine *line = lines->pdata[next];

      if (line->row != foyer_booking_item_get_row (items->pdata[i]))
        continue;
      lines->pdata[next++] = NULL;
      foyer_booking_item_take_line (items->pdata[i], line);
    }
}

/* @items: (transfer full) (element-type FoyerBookingItem) */
static void
read_lines (FoyerBookingModel *self,
            GPtrArray         *items)
{
  g_autofree guint32 *rows = g_new (guint32, MAX (items->len, 1));

  if (items->len == 0)
    {
      g_ptr_array_unref (items);
      return;
    }
  for (guint i = 0; i < items->len; i++)
    rows[i] = foyer_booking_item_get_row (items->pdata[i]);
  foyer_store_read_lines_async (foyer_desk_get_store (self->desk), rows, items->len, NULL, lines_cb, items);
}

static FoyerBookingItem *
make_item (FoyerBookingModel *self,
           guint32            row)
{
  FoyerBookingItem *spared = g_hash_table_lookup (self->spared, GUINT_TO_POINTER (row));

  return spared != NULL ? g_object_ref (spared) : foyer_booking_item_new (row);
}

static Page *
get_page (FoyerBookingModel *self,
          guint              index)
{
  g_autoptr(GPtrArray) items = NULL;
  Page *page;

  for (GList *link = self->pages.head; link != NULL; link = link->next)
    if (((Page *) link->data)->index == index)
      {
        g_queue_unlink (&self->pages, link);
        g_queue_push_head_link (&self->pages, link);
        return link->data;
      }

  page = g_new0 (Page, 1);
  page->index = index;
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < PAGE && index * PAGE + i < self->list->n; i++)
    {
      page->items[i] = make_item (self, self->list->rows[index * PAGE + i]);
      if (foyer_booking_item_get_line (page->items[i]) == NULL)
        g_ptr_array_add (items, g_object_ref (page->items[i]));
    }
  g_queue_push_head (&self->pages, page);
  if (self->pages.length > PAGES_MAX)
    page_free (g_queue_pop_tail (&self->pages));
  read_lines (self, g_steal_pointer (&items));

  return page;
}

static GType
foyer_booking_model_get_item_type (GListModel *model)
{
  return FOYER_TYPE_BOOKING_ITEM;
}

static guint
foyer_booking_model_get_n_items (GListModel *model)
{
  FoyerBookingModel *self = FOYER_BOOKING_MODEL (model);

  return self->list != NULL ? self->list->n : 0;
}

static gpointer
foyer_booking_model_get_item (GListModel *model,
                              guint       position)
{
  FoyerBookingModel *self = FOYER_BOOKING_MODEL (model);

  if (self->list == NULL || position >= self->list->n)
    return NULL;

  return g_object_ref (get_page (self, position / PAGE)->items[position % PAGE]);
}

static void
foyer_booking_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = foyer_booking_model_get_item_type;
  iface->get_n_items = foyer_booking_model_get_n_items;
  iface->get_item = foyer_booking_model_get_item;
}

static void
spare_item (FoyerBookingItem *item,
            GHashTable       *spared,
            GPtrArray        *shown)
{
  gpointer row = GUINT_TO_POINTER (foyer_booking_item_get_row (item));

  if (!foyer_booking_item_is_shown (item) || g_hash_table_contains (spared, row))
    return;

  g_hash_table_insert (spared, row, g_object_ref (item));
  g_ptr_array_add (shown, g_object_ref (item));
}

/* Items that somebody shows stay the same objects, and are read again. Nobody asks for those
 * again whose places stay the same: they are among those that were spared before. */
static void
spare_items (FoyerBookingModel *self)
{
  g_autoptr(GHashTable) spared = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  for (GList *link = self->pages.head; link != NULL; link = link->next)
    for (guint i = 0; i < PAGE; i++)
      if (((Page *) link->data)->items[i] != NULL)
        spare_item (((Page *) link->data)->items[i], spared, shown);
  g_hash_table_iter_init (&iter, self->spared);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    spare_item (item, spared, shown);

  g_queue_clear_full (&self->pages, page_free);
  g_hash_table_unref (self->spared);
  self->spared = g_steal_pointer (&spared);
  read_lines (self, g_steal_pointer (&shown));
}

/* Only what is different between two lists is told to whoever shows them. */
static void
replace_list (FoyerBookingModel *self,
              FoyerLedgerList   *list)
{
  g_autoptr(FoyerLedgerList) before = g_steal_pointer (&self->list);
  guint n_before = before != NULL ? before->n : 0;
  guint least = MIN (n_before, list->n);
  guint start = 0;
  guint end = 0;

  spare_items (self);
  self->list = list;
  while (start < least && before->rows[start] == list->rows[start])
    start++;
  while (end < least - start && before->rows[n_before - 1 - end] == list->rows[list->n - 1 - end])
    end++;
  if (n_before != list->n || start < least)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_before - start - end, list->n - start - end);
}

static void ask (FoyerBookingModel *self);

static void
list_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(FoyerBookingModel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerLedgerList) list = foyer_store_list_ledger_finish (FOYER_STORE (source), result, &error);
  g_autoptr(GtkBitset) kept = NULL;

  g_clear_object (&self->cancellable);
  if (self->desk == NULL)
    return;
  if (self->asks_again)
    {
      ask (self);
      return;
    }
  if (list == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  if (self->keeps_all)
    kept = gtk_bitset_new_range (0, list->n);
  else if (self->keeps)
    {
      kept = gtk_bitset_new_empty ();
      for (guint i = 0; i < list->kept->len; i++)
        gtk_bitset_add (kept, g_array_index (list->kept, guint, i));
    }
  replace_list (self, g_steal_pointer (&list));
  g_signal_emit (self, signals[ANSWERED], 0, kept);
}

/* One question at a time: the ledger is not for two. */
static void
ask (FoyerBookingModel *self)
{
  self->asks_again = self->cancellable != NULL;
  if (self->asks_again)
    {
      g_cancellable_cancel (self->cancellable);
      return;
    }

  self->cancellable = g_cancellable_new ();
  foyer_store_list_ledger_async (foyer_desk_get_store (self->desk), self->ledger, &self->query,
                                 (const guint32 *) self->kept->data, self->kept->len, self->cancellable,
                                 list_cb, g_object_ref (self));
}

static void
desk_changed_cb (FoyerBookingModel *self,
                 guint              change,
                 const char        *space_id)
{
  if ((change & (FOYER_CHANGE_BOOKINGS | FOYER_CHANGE_PEOPLE | FOYER_CHANGE_SPACES)) == 0)
    return;

  /* Another database may stand in the place of the old one. */
  if (change == FOYER_CHANGE_ALL)
    {
      foyer_ledger_unref (self->ledger);
      self->ledger = foyer_ledger_new ();
    }
  g_signal_emit (self, signals[OUTDATED], 0);
}

static void
foyer_booking_model_dispose (GObject *object)
{
  FoyerBookingModel *self = FOYER_BOOKING_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_booking_model_parent_class)->dispose (object);
}

static void
foyer_booking_model_finalize (GObject *object)
{
  FoyerBookingModel *self = FOYER_BOOKING_MODEL (object);

  g_clear_object (&self->cancellable);
  g_queue_clear_full (&self->pages, page_free);
  g_hash_table_unref (self->spared);
  g_array_unref (self->kept);
  foyer_ledger_list_free (self->list);
  foyer_ledger_unref (self->ledger);
  g_free ((char *) self->query.space_id);
  g_free ((char *) self->query.text);

  G_OBJECT_CLASS (foyer_booking_model_parent_class)->finalize (object);
}

static void
foyer_booking_model_class_init (FoyerBookingModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foyer_booking_model_dispose;
  object_class->finalize = foyer_booking_model_finalize;

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_BITSET);
  signals[OUTDATED] = g_signal_new ("outdated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foyer_booking_model_init (FoyerBookingModel *self)
{
  self->ledger = foyer_ledger_new ();
  self->kept = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->spared = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  g_queue_init (&self->pages);
}

FoyerBookingModel *
foyer_booking_model_new (FoyerDesk *desk)
{
  FoyerBookingModel *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  self = g_object_new (FOYER_TYPE_BOOKING_MODEL, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
foyer_booking_model_ask (FoyerBookingModel      *self,
                         const FoyerLedgerQuery *query,
                         GtkBitset              *kept)
{
  g_return_if_fail (FOYER_IS_BOOKING_MODEL (self));
  g_return_if_fail (query != NULL);

  g_free ((char *) self->query.space_id);
  g_free ((char *) self->query.text);
  self->query = *query;
  self->query.space_id = g_strdup (query->space_id);
  self->query.text = g_strdup (query->text);
  g_array_unref (self->kept);
  self->keeps = kept != NULL && !gtk_bitset_is_empty (kept);
  /* Of a million that are all selected none is looked for. */
  self->keeps_all = self->keeps && self->list != NULL && gtk_bitset_get_size (kept) == self->list->n;
  self->kept = self->keeps && !self->keeps_all ? foyer_booking_model_get_rows (self, kept)
                                               : g_array_new (FALSE, FALSE, sizeof (guint32));
  ask (self);
}

FoyerLedgerActs
foyer_booking_model_get_acts (FoyerBookingModel *self,
                              GtkBitset         *places)
{
  guint acts = FOYER_LEDGER_CANCEL | FOYER_LEDGER_NO_SHOW | FOYER_LEDGER_ACCEPT | FOYER_LEDGER_DECLINE;
  GtkBitsetIter iter;
  guint place;

  g_return_val_if_fail (FOYER_IS_BOOKING_MODEL (self), 0);

  if (!gtk_bitset_iter_init_first (&iter, places, &place))
    return 0;
  do
    acts &= place < self->list->n ? self->list->acts[place] : 0;
  while (acts != 0 && gtk_bitset_iter_next (&iter, &place));

  return (FoyerLedgerActs) acts;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

GArray *
foyer_booking_model_get_rows (FoyerBookingModel *self,
                              GtkBitset         *places)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  GtkBitsetIter iter;
  guint place;

  g_return_val_if_fail (FOYER_IS_BOOKING_MODEL (self), rows);

  if (self->list == NULL || !gtk_bitset_iter_init_first (&iter, places, &place))
    return rows;
  do
    if (place < self->list->n)
      g_array_append_val (rows, self->list->rows[place]);
  while (gtk_bitset_iter_next (&iter, &place));
  g_array_sort (rows, compare_rows);

  return rows;
}
