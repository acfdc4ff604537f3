/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-photos-panel.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "storage/foyer-store-photos.h"
#include "sync/foyer-photos.h"
#include "ui/foyer-answer.h"
#include "ui/spaces/foyer-space-photo-row.h"
#include "words/foyer-words.h"

struct _FoyerPhotosPanel
{
  AdwBin        parent_instance;

  FoyerDesk    *desk;
  char         *space_id;        /* (nullable) */
  GPtrArray    *rows;            /* (element-type FoyerSpacePhotoRow) */
  GCancellable *cancellable;     /* (nullable): of the list that is on its way */
  GQueue        files;           /* (element-type GFile): the first is being added */
  GString      *problems;        /* what was wrong with files, a line each */
  char         *followed;        /* (nullable): the photo that the keyboard is to be on */

  GtkListBox   *list;
  GtkWidget    *add_row;
  GtkLabel     *problem;
};

static void foyer_photos_panel_init_panel (FoyerSpacePanelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerPhotosPanel, foyer_photos_panel, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_SPACE_PANEL, foyer_photos_panel_init_panel))

static void
show_problems (FoyerPhotosPanel *self)
{
  gtk_label_set_label (self->problem, self->problems->str);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), self->problems->len > 0);
}

/* Showing */

static void wanted_cb  (FoyerPhotosPanel   *self,
                        int                 act,
                        FoyerSpacePhotoRow *row);
static void dropped_cb (FoyerPhotosPanel   *self,
                        FoyerSpacePhotoRow *dropped,
                        FoyerSpacePhotoRow *row);

/* The keyboard follows what was moved, and stays near what is gone. */
static void
follow (FoyerPhotosPanel *self,
        guint             was_at)
{
  if (self->followed == NULL)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (foyer_space_photo_row_get_id (self->rows->pdata[i]), self->followed))
      was_at = i;
  g_clear_pointer (&self->followed, g_free);
  if (was_at < self->rows->len)
    gtk_widget_grab_focus (self->rows->pdata[was_at]);
  else if (self->rows->len > 0)
    gtk_widget_grab_focus (self->rows->pdata[self->rows->len - 1]);
  else
    gtk_widget_grab_focus (self->add_row);
}

static guint
find_row (FoyerPhotosPanel *self,
          const char       *id)
{
  for (guint i = 0; id != NULL && i < self->rows->len; i++)
    if (g_str_equal (foyer_space_photo_row_get_id (self->rows->pdata[i]), id))
      return i;

  return self->rows->len;
}

static void
show_photos (FoyerPhotosPanel *self,
             GPtrArray        *photos)
{
  const guint was_at = find_row (self, self->followed);

  while (self->rows->len > photos->len)
    gtk_list_box_remove (self->list, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  while (self->rows->len < photos->len)
    {
      GtkWidget *row = foyer_space_photo_row_new ();

      g_signal_connect_object (row, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_insert (self->list, row, (int) self->rows->len);
      g_ptr_array_add (self->rows, row);
    }
  for (guint i = 0; i < photos->len; i++)
    foyer_space_photo_row_show (self->rows->pdata[i], foyer_desk_get_store (self->desk), photos->pdata[i], i + 1,
                                photos->len);
  gtk_widget_set_visible (self->add_row, photos->len < FOYER_SPACE_PHOTOS_MAX);
  follow (self, was_at);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerPhotosPanel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) photos = foyer_store_list_photos_finish (FOYER_STORE (source), result, &error);

  if (self->desk == NULL || foyer_answer_is_stale (result))
    return;
  if (photos != NULL)
    show_photos (self, photos);
  else
    foyer_space_panel_failed (FOYER_SPACE_PANEL (self), error);
}

static void
load (FoyerPhotosPanel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  foyer_store_list_photos_async (foyer_desk_get_store (self->desk), self->space_id, self->cancellable, listed_cb,
                                 g_object_ref (self));
}

/* Order */

typedef struct {
  FoyerPhotosPanel *panel;
  const char       *sentence;
} PhotoAct;

static PhotoAct *
new_act (FoyerPhotosPanel *self,
         const char       *sentence)
{
  PhotoAct *act = g_new (PhotoAct, 1);

  act->panel = g_object_ref (self);
  act->sentence = sentence;

  return act;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree PhotoAct *act = user_data;
  g_autoptr(FoyerPhotosPanel) self = act->panel;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerPhoto) photo = foyer_store_photo_finish (FOYER_STORE (source), result, &op, &error);

  if (self->desk == NULL)
    return;
  if (photo == NULL)
    foyer_space_panel_failed (FOYER_SPACE_PANEL (self), error);
  else if (op != 0)
    foyer_space_panel_acted (FOYER_SPACE_PANEL (self), act->sentence, op);
}

static void
move_to (FoyerPhotosPanel   *self,
         FoyerSpacePhotoRow *row,
         guint               to)
{
  const char *id = foyer_space_photo_row_get_id (row);

  g_set_str (&self->followed, id);
  foyer_store_move_photo_async (foyer_desk_get_store (self->desk), id, to, NULL, done_cb,
                                new_act (self, _("Moved the photo")));
}

static void
wanted_cb (FoyerPhotosPanel   *self,
           int                 act,
           FoyerSpacePhotoRow *row)
{
  const char *id = foyer_space_photo_row_get_id (row);
  const guint number = find_row (self, id) + 1;

  g_string_truncate (self->problems, 0);
  show_problems (self);
  switch ((FoyerPhotoAct) act)
    {
    case FOYER_PHOTO_UP:
      move_to (self, row, number - 1);
      break;
    case FOYER_PHOTO_DOWN:
      move_to (self, row, number + 1);
      break;
    case FOYER_PHOTO_FIRST:
      move_to (self, row, 1);
      break;
    case FOYER_PHOTO_REMOVE:
    default:
      g_set_str (&self->followed, id);
      foyer_store_remove_photo_async (foyer_desk_get_store (self->desk), id, NULL, done_cb,
                                      new_act (self, _("Removed the photo")));
    }
}

static void
dropped_cb (FoyerPhotosPanel   *self,
            FoyerSpacePhotoRow *dropped,
            FoyerSpacePhotoRow *row)
{
  move_to (self, dropped, find_row (self, foyer_space_photo_row_get_id (row)) + 1);
}

/* Adding, one file after the other, so that they stay in the order in which they were chosen */

static void add_next (FoyerPhotosPanel *self);

static void
end_file (FoyerPhotosPanel *self,
          const GError     *error)           /* (nullable) */
{
  g_autoptr(GFile) file = g_queue_pop_head (&self->files);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *base = g_file_get_basename (file);
      g_autofree char *name = g_filename_display_name (base);
      g_autofree char *sentence = foyer_words_describe_error (error);

      if (self->problems->len > 0)
        g_string_append_c (self->problems, '\n');
      /* Translators: %1$s is the name of a file, %2$s a sentence that says why it is not taken */
      g_string_append_printf (self->problems, _("“%1$s”: %2$s"), name, sentence);
      show_problems (self);
    }
  add_next (self);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerPhotosPanel) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerPhoto) photo = foyer_store_photo_finish (FOYER_STORE (source), result, &op, &error);

  if (self->desk == NULL)
    return;
  if (photo != NULL)
    foyer_space_panel_acted (FOYER_SPACE_PANEL (self), _("Added the photo"), op);
  end_file (self, error);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(FoyerPhotosPanel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) jpeg = foyer_photo_prepare_finish (result, &error);

  if (self->desk == NULL)
    return;
  if (jpeg == NULL)
    end_file (self, error);
  else
    foyer_store_add_photo_async (foyer_desk_get_store (self->desk), self->space_id, jpeg, NULL, added_cb,
                                 g_object_ref (self));
}

static void
add_next (FoyerPhotosPanel *self)
{
  GFile *file = g_queue_peek_head (&self->files);
  g_autoptr(GError) error = NULL;

  if (file == NULL)
    return;
  if (g_file_peek_path (file) != NULL)
    {
      foyer_photo_prepare_async (g_file_peek_path (file), NULL, prepared_cb, g_object_ref (self));
      return;
    }

  error = g_error_new_literal (FOYER_ERROR, FOYER_ERROR_BAD_FILE, "not on this computer");
  end_file (self, error);
}

static void
add_file (FoyerPhotosPanel *self,
          GFile            *file)
{
  const gboolean idle = g_queue_is_empty (&self->files);

  if (idle)
    {
      g_string_truncate (self->problems, 0);
      show_problems (self);
    }
  g_queue_push_tail (&self->files, g_object_ref (file));
  if (idle)
    add_next (self);
}

static gboolean
drop_cb (FoyerPhotosPanel *self,
         const GValue     *value)
{
  if (self->space_id == NULL)
    return FALSE;
  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    add_file (self, link->data);

  return TRUE;
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerPhotosPanel) self = user_data;
  g_autoptr(GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  for (guint i = 0; files != NULL && self->desk != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      add_file (self, file);
    }
}

static void
choose_cb (FoyerPhotosPanel *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  if (self->space_id == NULL)
    return;
  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/webp");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _("Choose Photos"));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb,
                                 g_object_ref (self));
}

static void
desk_changed_cb (FoyerPhotosPanel *self,
                 guint             change,
                 const char       *space_id)
{
  if ((change & FOYER_CHANGE_SPACES) != 0 && (space_id == NULL || g_strcmp0 (space_id, self->space_id) == 0))
    load (self);
}

static void
foyer_photos_panel_show (FoyerSpacePanel  *panel,
                         FoyerDesk        *desk,
                         const FoyerSpace *space)
{
  FoyerPhotosPanel *self = FOYER_PHOTOS_PANEL (panel);

  if (*space->id == '\0' || self->desk != NULL)
    return;
  g_set_str (&self->space_id, space->id);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
}

static void
foyer_photos_panel_init_panel (FoyerSpacePanelInterface *iface)
{
  iface->show = foyer_photos_panel_show;
}

static void
foyer_photos_panel_dispose (GObject *object)
{
  FoyerPhotosPanel *self = FOYER_PHOTOS_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_PHOTOS_PANEL);

  G_OBJECT_CLASS (foyer_photos_panel_parent_class)->dispose (object);
}

static void
foyer_photos_panel_finalize (GObject *object)
{
  FoyerPhotosPanel *self = FOYER_PHOTOS_PANEL (object);

  g_ptr_array_unref (self->rows);
  g_queue_clear_full (&self->files, g_object_unref);
  g_string_free (self->problems, TRUE);
  g_free (self->followed);
  g_free (self->space_id);

  G_OBJECT_CLASS (foyer_photos_panel_parent_class)->finalize (object);
}

static void
foyer_photos_panel_class_init (FoyerPhotosPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_photos_panel_dispose;
  object_class->finalize = foyer_photos_panel_finalize;

  /* The template names it. */
  g_type_ensure (GDK_TYPE_FILE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-photos-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPhotosPanel, list);
  gtk_widget_class_bind_template_child (widget_class, FoyerPhotosPanel, add_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerPhotosPanel, problem);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
foyer_photos_panel_init (FoyerPhotosPanel *self)
{
  self->rows = g_ptr_array_new ();
  self->problems = g_string_new (NULL);
  g_queue_init (&self->files);
  gtk_widget_init_template (GTK_WIDGET (self));
}
