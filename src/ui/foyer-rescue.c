/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-rescue.h"

#include "storage/foyer-store-upkeep.h"

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," \
                   G_FILE_ATTRIBUTE_TIME_MODIFIED
#define FILES_AT_ONCE 100

typedef struct {
  char       *dir;
  FoyerClock *clock;
  GFile      *folder;
  GPtrArray  *backups;         /* GFileInfo, the newest first */
  guint       next;
  GError     *first_error;
} Rescue;

static void
rescue_free (Rescue *rescue)
{
  g_free (rescue->dir);
  foyer_clock_unref (rescue->clock);
  g_object_unref (rescue->folder);
  g_ptr_array_unref (rescue->backups);
  g_clear_error (&rescue->first_error);
  g_free (rescue);
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  g_autoptr(GDateTime) time_a = g_file_info_get_modification_date_time (*(GFileInfo **) a);
  g_autoptr(GDateTime) time_b = g_file_info_get_modification_date_time (*(GFileInfo **) b);

  if (time_a == NULL || time_b == NULL)
    return (time_a == NULL) - (time_b == NULL);
  return g_date_time_compare (time_b, time_a);
}

static void try_next (GTask *task);

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Rescue *rescue = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autofree char *kept = foyer_store_restore_finish (result, &error);

  if (kept != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  if (rescue->first_error == NULL)
    rescue->first_error = g_steal_pointer (&error);
  try_next (g_steal_pointer (&task));
}

static void
try_next (GTask *task)
{
  Rescue *rescue = g_task_get_task_data (task);
  g_autoptr(GFile) backup = NULL;

  if (rescue->next == rescue->backups->len)
    {
      if (rescue->first_error != NULL)
        g_task_return_error (task, g_steal_pointer (&rescue->first_error));
      else
        g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no backup");
      g_object_unref (task);
      return;
    }

  backup = g_file_get_child (rescue->folder,
                             g_file_info_get_name (g_ptr_array_index (rescue->backups, rescue->next++)));
  foyer_store_restore_async (rescue->dir, g_file_peek_path (backup), rescue->clock,
                             g_task_get_cancellable (task), restored_cb, task);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GFileEnumerator *enumerator = G_FILE_ENUMERATOR (source);
  g_autoptr(GTask) task = user_data;
  Rescue *rescue = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autolist(GFileInfo) infos = g_file_enumerator_next_files_finish (enumerator, result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (GList *l = infos; l != NULL; l = l->next)
    if (g_file_info_get_file_type (l->data) == G_FILE_TYPE_REGULAR
        && g_str_has_suffix (g_file_info_get_name (l->data), ".db"))
      g_ptr_array_add (rescue->backups, g_object_ref (l->data));

  if (infos != NULL)
    {
      g_file_enumerator_next_files_async (enumerator, FILES_AT_ONCE, G_PRIORITY_DEFAULT,
                                          g_task_get_cancellable (task), listed_cb,
                                          g_object_ref (task));
      return;
    }

  g_ptr_array_sort (rescue->backups, compare_newest);
  try_next (g_steal_pointer (&task));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFileEnumerator) enumerator = NULL;

  enumerator = g_file_enumerate_children_finish (G_FILE (source), result, &error);
  if (enumerator == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_file_enumerator_next_files_async (enumerator, FILES_AT_ONCE, G_PRIORITY_DEFAULT,
                                        g_task_get_cancellable (task), listed_cb,
                                        g_object_ref (task));
}

void
foyer_rescue_async (const char          *dir,
                    FoyerClock          *clock,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autofree char *folder = NULL;
  Rescue *rescue;

  g_return_if_fail (dir != NULL && clock != NULL);

  folder = g_build_filename (dir, FOYER_STORE_BACKUP_FOLDER, NULL);
  rescue = g_new0 (Rescue, 1);
  rescue->dir = g_strdup (dir);
  rescue->clock = foyer_clock_ref (clock);
  rescue->folder = g_file_new_for_path (folder);
  rescue->backups = g_ptr_array_new_with_free_func (g_object_unref);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_rescue_async);
  g_task_set_task_data (task, rescue, (GDestroyNotify) rescue_free);
  g_file_enumerate_children_async (rescue->folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE,
                                   G_PRIORITY_DEFAULT, cancellable, opened_cb,
                                   g_object_ref (task));
}

gboolean
foyer_rescue_finish (GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
