/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-member-model.h"

#include <string.h>

#define PAGE 128
/* GTK keeps some two hundred rows alive, whatever the height of the window. */
#define PAGES_MAX 16

/* One page of items. */
typedef struct {
  guint            index;
  FoyerMemberItem *items[PAGE];
} Page;

struct _FoyerMemberModel {
  GObject           parent_instance;

  FoyerDesk        *desk;
  FoyerMemberList  *list;             /* (nullable): before the first answer */
  guint             n_shown;          /* the first of them */
  guint             n_first;
  gboolean          shows_all;
  GQueue            pages;            /* (element-type Page): the last used first */
  GHashTable       *spared;           /* (element-type guint32 FoyerMemberItem): of the list before */
  guint32           selected_row;     /* 0: nobody */
  guint             selected;         /* where that is */

  FoyerMemberQuery  query;
  GCancellable     *cancellable;      /* of the one question under way */
  gboolean          asks_again;
  guint             n_asked;          /* that, when the question was asked */
  guint             n_outdated;       /* how often what was read may have become so, and once more */
};

static void foyer_member_model_list_init (GListModelInterface *iface);
static void foyer_member_model_section_init (GtkSectionModelInterface *iface);
static void foyer_member_model_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerMemberModel, foyer_member_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, foyer_member_model_list_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, foyer_member_model_section_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, foyer_member_model_selection_init))

enum { ANSWERED, N_SIGNALS };
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
  g_autoptr(GPtrArray) lines = foyer_store_read_members_finish (FOYER_STORE (source), result, &error);
  guint next = 0;

  /* In the order in which they were asked for; who is gone leaves a gap. */
  for (guint i = 0; lines != NULL && i < items->len && next < lines->len; i++)
    {
      FoyerMemberLine *line = lines->pdata[next];

      if (line->row != foyer_member_item_get_row (items->pdata[i]))
        continue;
      lines->pdata[next++] = NULL;
      foyer_member_item_take_line (items->pdata[i], line);
    }
}

static Page *
get_page (FoyerMemberModel *self,
          guint             index)
{
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
  for (guint i = 0; i < PAGE && index * PAGE + i < self->list->n; i++)
    {
      const guint32 row = self->list->rows[index * PAGE + i];
      FoyerMemberItem *spared = g_hash_table_lookup (self->spared, GUINT_TO_POINTER (row));

      page->items[i] = spared != NULL ? g_object_ref (spared) : foyer_member_item_new (row);
    }
  g_queue_push_head (&self->pages, page);
  if (self->pages.length > PAGES_MAX)
    page_free (g_queue_pop_tail (&self->pages));

  return page;
}

static GType
foyer_member_model_get_item_type (GListModel *model)
{
  return FOYER_TYPE_MEMBER_ITEM;
}

static guint
foyer_member_model_get_n_items (GListModel *model)
{
  FoyerMemberModel *self = FOYER_MEMBER_MODEL (model);

  return self->n_shown;
}

static gpointer
foyer_member_model_get_item (GListModel *model,
                             guint       position)
{
  FoyerMemberModel *self = FOYER_MEMBER_MODEL (model);

  if (position >= self->n_shown)
    return NULL;

  return g_object_ref (get_page (self, position / PAGE)->items[position % PAGE]);
}

static void
foyer_member_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = foyer_member_model_get_item_type;
  iface->get_n_items = foyer_member_model_get_n_items;
  iface->get_item = foyer_member_model_get_item;
}

/* The last letter that begins at @position or before. */
static guint
find_letter (FoyerMemberModel *self,
             guint             position)
{
  guint low = 0;
  guint high = self->list->letters->len;

  while (high - low > 1)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (self->list->letters, FoyerMemberLetter, middle).start <= position)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static void
foyer_member_model_get_section (GtkSectionModel *model,
                                guint            position,
                                guint           *start,
                                guint           *end)
{
  FoyerMemberModel *self = FOYER_MEMBER_MODEL (model);
  const guint n = foyer_member_model_get_n_items (G_LIST_MODEL (model));
  guint index;

  *start = position < n ? 0 : n;
  *end = position < n ? n : G_MAXUINT;
  if (position >= n || self->list->letters->len == 0)
    return;

  index = find_letter (self, position);
  *start = g_array_index (self->list->letters, FoyerMemberLetter, index).start;
  if (index + 1 < self->list->letters->len)
    *end = MIN (n, g_array_index (self->list->letters, FoyerMemberLetter, index + 1).start);
}

static void
foyer_member_model_section_init (GtkSectionModelInterface *iface)
{
  iface->get_section = foyer_member_model_get_section;
}

static gboolean
foyer_member_model_is_selected (GtkSelectionModel *model,
                                guint              position)
{
  return FOYER_MEMBER_MODEL (model)->selected == position;
}

static GtkBitset *
foyer_member_model_get_selection_in_range (GtkSelectionModel *model,
                                           guint              position,
                                           guint              n_items)
{
  FoyerMemberModel *self = FOYER_MEMBER_MODEL (model);
  GtkBitset *selection = gtk_bitset_new_empty ();

  if (self->selected < self->n_shown)
    gtk_bitset_add (selection, self->selected);

  return selection;
}

static void
set_selected (FoyerMemberModel *self,
              guint             position)
{
  const guint before = self->selected;
  const guint first = MIN (before, position);
  const guint last = before == GTK_INVALID_LIST_POSITION ? position
                     : position == GTK_INVALID_LIST_POSITION ? before : MAX (before, position);

  if (before == position)
    return;

  self->selected = position;
  self->selected_row = position != GTK_INVALID_LIST_POSITION ? self->list->rows[position] : 0;
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
}

static gboolean
foyer_member_model_select_item (GtkSelectionModel *model,
                                guint              position,
                                gboolean           unselect_rest)
{
  FoyerMemberModel *self = FOYER_MEMBER_MODEL (model);

  if (position >= self->n_shown)
    return FALSE;
  set_selected (self, position);

  return TRUE;
}

static gboolean
foyer_member_model_unselect_all (GtkSelectionModel *model)
{
  set_selected (FOYER_MEMBER_MODEL (model), GTK_INVALID_LIST_POSITION);

  return TRUE;
}

static void
foyer_member_model_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = foyer_member_model_is_selected;
  iface->get_selection_in_range = foyer_member_model_get_selection_in_range;
  iface->select_item = foyer_member_model_select_item;
  iface->unselect_all = foyer_member_model_unselect_all;
}

static void
spare_item (FoyerMemberItem *item,
            GHashTable      *spared)
{
  gpointer row = GUINT_TO_POINTER (foyer_member_item_get_row (item));

  if (foyer_member_item_is_shown (item) && !g_hash_table_contains (spared, row))
    g_hash_table_insert (spared, row, g_object_ref (item));
}

/* Items that somebody shows stay the same objects. Nobody asks for those again whose places stay
 * the same: they are among those that were spared before. */
static void
spare_items (FoyerMemberModel *self)
{
  g_autoptr(GHashTable) spared = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  GHashTableIter iter;
  gpointer item;

  for (GList *link = self->pages.head; link != NULL; link = link->next)
    for (guint i = 0; i < PAGE; i++)
      if (((Page *) link->data)->items[i] != NULL)
        spare_item (((Page *) link->data)->items[i], spared);
  g_hash_table_iter_init (&iter, self->spared);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    spare_item (item, spared);

  g_queue_clear_full (&self->pages, page_free);
  g_hash_table_unref (self->spared);
  self->spared = g_steal_pointer (&spared);
}

/* Who is selected may have another place, or none: they stay in mind. */
static void
find_selected (FoyerMemberModel *self)
{
  self->selected = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < self->list->n && self->selected_row != 0; i++)
    if (self->list->rows[i] == self->selected_row)
      {
        self->selected = i;
        return;
      }
}

static gboolean
has_same_letters (const FoyerMemberList *a,
                  const FoyerMemberList *b)
{
  return a->letters->len == b->letters->len
         && memcmp (a->letters->data, b->letters->data, a->letters->len * sizeof (FoyerMemberLetter)) == 0;
}

/* What came with a list is there before its rows are. */
static void
spare_lines (FoyerMemberModel *self,
             GPtrArray        *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      FoyerMemberLine *line = g_steal_pointer (&lines->pdata[i]);
      FoyerMemberItem *item = g_hash_table_lookup (self->spared, GUINT_TO_POINTER (line->row));

      if (item != NULL && foyer_member_item_get_asked (item) == self->n_asked)
        {
          foyer_member_line_free (line);
          continue;
        }
      if (item == NULL)
        {
          item = foyer_member_item_new (line->row);
          g_hash_table_insert (self->spared, GUINT_TO_POINTER (line->row), item);
        }
      foyer_member_item_set_asked (item, self->n_asked);
      foyer_member_item_take_line (item, line);
    }
}

/* Only what is different between two lists is told to whoever shows them. */
static void
replace_list (FoyerMemberModel *self,
              FoyerMemberList  *list)
{
  g_autoptr(FoyerMemberList) before = g_steal_pointer (&self->list);
  const guint n_before = self->n_shown;
  const guint n = self->shows_all ? list->n : MIN (list->n, self->n_first);
  const guint least = MIN (n_before, n);
  guint start = 0;
  guint end = 0;

  spare_items (self);
  spare_lines (self, list->lines);
  self->list = list;
  self->n_shown = n;
  find_selected (self);
  while (start < least && before->rows[start] == list->rows[start])
    start++;
  while (end < least - start && before->rows[n_before - 1 - end] == list->rows[n - 1 - end])
    end++;
  if (n_before != n || start < least)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_before - start - end, n - start - end);
  if (before != NULL && n > 0 && !has_same_letters (before, list))
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, n);
}

static void ask (FoyerMemberModel *self);

static void
list_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(FoyerMemberModel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerMemberList) list = foyer_store_list_members_finish (FOYER_STORE (source), result, &error);

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

  replace_list (self, g_steal_pointer (&list));
  g_signal_emit (self, signals[ANSWERED], 0);
}

/* One question at a time. */
static void
ask (FoyerMemberModel *self)
{
  FoyerSpaceItem *space;

  self->asks_again = self->cancellable != NULL;
  if (self->asks_again)
    {
      g_cancellable_cancel (self->cancellable);
      return;
    }

  self->cancellable = g_cancellable_new ();
  space = foyer_desk_get_space (self->desk);
  self->query.n_lines = self->n_first;
  self->query.space_id = space != NULL ? foyer_space_item_get_id (space) : NULL;
  self->query.day = foyer_desk_get_today (self->desk);
  self->n_asked = self->n_outdated;
  foyer_store_list_members_async (foyer_desk_get_store (self->desk), &self->query, self->cancellable, list_cb,
                                  g_object_ref (self));
}

static void
foyer_member_model_dispose (GObject *object)
{
  FoyerMemberModel *self = FOYER_MEMBER_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_member_model_parent_class)->dispose (object);
}

static void
foyer_member_model_finalize (GObject *object)
{
  FoyerMemberModel *self = FOYER_MEMBER_MODEL (object);

  g_clear_object (&self->cancellable);
  g_queue_clear_full (&self->pages, page_free);
  g_hash_table_unref (self->spared);
  foyer_member_list_free (self->list);
  g_free ((char *) self->query.text);

  G_OBJECT_CLASS (foyer_member_model_parent_class)->finalize (object);
}

static void
foyer_member_model_class_init (FoyerMemberModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foyer_member_model_dispose;
  object_class->finalize = foyer_member_model_finalize;

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foyer_member_model_init (FoyerMemberModel *self)
{
  self->spared = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->selected = GTK_INVALID_LIST_POSITION;
  self->n_outdated = 1;
  g_queue_init (&self->pages);
}

FoyerMemberModel *
foyer_member_model_new (FoyerDesk *desk)
{
  FoyerMemberModel *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  self = g_object_new (FOYER_TYPE_MEMBER_MODEL, NULL);
  self->desk = g_object_ref (desk);

  return self;
}

void
foyer_member_model_ask (FoyerMemberModel       *self,
                        const FoyerMemberQuery *query,
                        gboolean                outdated)
{
  g_return_if_fail (FOYER_IS_MEMBER_MODEL (self));
  g_return_if_fail (query != NULL);

  if (outdated)
    self->n_outdated++;
  else
    self->shows_all = FALSE;
  g_free ((char *) self->query.text);
  self->query = *query;
  self->query.text = g_strdup (query->text);
  ask (self);
}

void
foyer_member_model_read (FoyerMemberModel *self,
                         GPtrArray        *items)
{
  g_autoptr(GPtrArray) unread = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  FoyerSpaceItem *space;

  g_return_if_fail (FOYER_IS_MEMBER_MODEL (self));

  for (guint i = 0; i < items->len; i++)
    if (foyer_member_item_get_asked (items->pdata[i]) != self->n_outdated)
      {
        const guint32 row = foyer_member_item_get_row (items->pdata[i]);

        foyer_member_item_set_asked (items->pdata[i], self->n_outdated);
        g_ptr_array_add (unread, g_object_ref (items->pdata[i]));
        g_array_append_val (rows, row);
      }
  if (rows->len == 0)
    return;

  space = foyer_desk_get_space (self->desk);
  foyer_store_read_members_async (foyer_desk_get_store (self->desk), (const guint32 *) rows->data, rows->len,
                                  space != NULL ? foyer_space_item_get_id (space) : NULL,
                                  foyer_desk_get_today (self->desk), NULL, lines_cb, g_steal_pointer (&unread));
}

static void
show_more (FoyerMemberModel *self,
           guint             n)
{
  const guint before = self->n_shown;

  if (self->list == NULL || before >= MIN (n, self->list->n))
    return;

  self->n_shown = MIN (n, self->list->n);
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_shown - before);
  /* The last letter had been cut off. */
  if (before > 0 && self->list->letters->len > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), before - 1, self->n_shown - before + 1);
}

void
foyer_member_model_show_all (FoyerMemberModel *self)
{
  g_return_if_fail (FOYER_IS_MEMBER_MODEL (self));

  self->shows_all = TRUE;
  show_more (self, G_MAXUINT);
}

void
foyer_member_model_set_first (FoyerMemberModel *self,
                              guint             n_first)
{
  g_return_if_fail (FOYER_IS_MEMBER_MODEL (self));

  self->n_first = n_first;
  show_more (self, n_first);
}

guint
foyer_member_model_get_n_found (FoyerMemberModel *self)
{
  g_return_val_if_fail (FOYER_IS_MEMBER_MODEL (self), 0);

  return self->list != NULL ? self->list->n : 0;
}

gunichar
foyer_member_model_get_letter (FoyerMemberModel *self,
                               guint             position)
{
  g_return_val_if_fail (FOYER_IS_MEMBER_MODEL (self), 0);

  if (self->list == NULL || position >= self->list->n || self->list->letters->len == 0)
    return 0;

  return g_array_index (self->list->letters, FoyerMemberLetter, find_letter (self, position)).letter;
}

guint
foyer_member_model_get_selected (FoyerMemberModel *self)
{
  g_return_val_if_fail (FOYER_IS_MEMBER_MODEL (self), GTK_INVALID_LIST_POSITION);

  return self->selected;
}
