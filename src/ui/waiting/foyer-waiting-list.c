/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/waiting/foyer-waiting-list.h"

#include "storage/foyer-store-waiting.h"
#include "ui/foyer-answer.h"
#include "ui/waiting/foyer-waiter-row.h"

struct _FoyerWaitingList
{
  GtkBox        parent_instance;

  FoyerDesk    *desk;
  FoyerDay      day;
  gboolean      with_offers;
  GCancellable *cancellable;     /* of the question under way */

  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (FoyerWaitingList, foyer_waiting_list, GTK_TYPE_BOX)

static gboolean
is_wanted (FoyerWaitingList  *self,
           const FoyerWaiter *waiter)
{
  return waiter->day == self->day || (self->with_offers && waiter->state == FOYER_WAITING_OFFERED);
}

static void
show_waiters (FoyerWaitingList *self,
              GPtrArray        *waiters)
{
  GtkListBoxRow *row;
  int n = 0;

  /* Rows are used again, so that the focus stays where it is. */
  for (guint i = 0; i < waiters->len; i++)
    {
      const FoyerWaiter *waiter = g_ptr_array_index (waiters, i);

      if (!is_wanted (self, waiter))
        continue;
      row = gtk_list_box_get_row_at_index (self->list, n++);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (foyer_waiter_row_new (self->desk));
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      foyer_waiter_row_show (FOYER_WAITER_ROW (row), waiter, waiter->day != self->day);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
waiters_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(FoyerWaitingList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) waiters = foyer_store_list_waiters_finish (FOYER_STORE (source), result, &error);

  if (foyer_answer_is_stale (result) || self->desk == NULL)
    return;
  if (waiters != NULL)
    show_waiters (self, waiters);
  else
    foyer_desk_failed (self->desk, error);
}

static void
load (FoyerWaitingList *self)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (space == NULL || self->day == FOYER_DAY_NONE)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  self->cancellable = g_cancellable_new ();
  foyer_store_list_waiters_async (foyer_desk_get_store (self->desk), foyer_space_item_get_id (space), self->day,
                                  self->with_offers ? FOYER_DAY_NONE : self->day, self->cancellable, waiters_cb,
                                  g_object_ref (self));
}

static void
desk_changed_cb (FoyerWaitingList *self,
                 guint             change,
                 const char       *space_id)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);

  if (space_id == NULL || space == NULL || g_str_equal (space_id, foyer_space_item_get_id (space)))
    load (self);
}

static void
foyer_waiting_list_dispose (GObject *object)
{
  FoyerWaitingList *self = FOYER_WAITING_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_WAITING_LIST);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_waiting_list_parent_class)->dispose (object);
}

static void
foyer_waiting_list_class_init (FoyerWaitingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_waiting_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-waiting-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerWaitingList, list);
}

static void
foyer_waiting_list_init (FoyerWaitingList *self)
{
  self->day = FOYER_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_waiting_list_show (FoyerWaitingList *self,
                         FoyerDesk        *desk,
                         FoyerDay          day,
                         gboolean          with_offers)
{
  g_return_if_fail (FOYER_IS_WAITING_LIST (self));
  g_return_if_fail (FOYER_IS_DESK (desk));

  if (self->desk == NULL)
    {
      self->desk = g_object_ref (desk);
      g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (desk, "notify::space", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
    }
  else if (self->day == day && self->with_offers == with_offers)
    return;

  self->day = day;
  self->with_offers = with_offers;
  load (self);
}
