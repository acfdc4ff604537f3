/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/exports/foyer-person-export.h"

#include <string.h>

#include "exchange/foyer-sheet-text.h"
#include "exchange/foyer-zip.h"
#include "storage/foyer-store-export.h"
#include "sync/exports/foyer-person-readme.h"

typedef struct {
  FoyerZip  *zip;
  GPtrArray *sheets;       /* (element-type FoyerSheet) (nullable) */
  guint      n_packed;
  char       separator;
} FoyerPersonExport;

static void
foyer_person_export_free (gpointer user_data)
{
  FoyerPersonExport *self = user_data;

  g_clear_pointer (&self->zip, foyer_zip_free);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_free (self);
}

static gboolean
foyer_person_export_begin (FoyerPersonExport  *self,
                           GError            **error)
{
  g_autoptr(GBytes) readme = g_bytes_new_static (foyer_person_readme, strlen (foyer_person_readme));
  g_autoptr(GBytes) json = foyer_sheets_to_json (self->sheets);

  return foyer_zip_add (self->zip, "README.txt", readme, error) && foyer_zip_add (self->zip, "data.json", json, error);
}

static gboolean
foyer_person_export_pack (FoyerPersonExport  *self,
                          const FoyerSheet   *sheet,
                          GError            **error)
{
  g_autofree char *name = g_strconcat (sheet->name, ".csv", NULL);
  g_autoptr(GBytes) csv = foyer_sheet_to_csv (sheet, self->separator);

  return foyer_zip_add (self->zip, name, csv, error);
}

/* One file at a time: whoever looks at a window meanwhile sees nothing of it. */
static gboolean
foyer_person_export_pack_cb (gpointer user_data)
{
  GTask *task = user_data;
  FoyerPersonExport *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (self->n_packed == self->sheets->len)
    {
      g_task_return_pointer (task, foyer_zip_finish (self->zip), (GDestroyNotify) g_bytes_unref);
      return G_SOURCE_REMOVE;
    }
  if ((self->n_packed > 0 || foyer_person_export_begin (self, &error))
      && foyer_person_export_pack (self, self->sheets->pdata[self->n_packed++], &error))
    return G_SOURCE_CONTINUE;
  g_task_return_error (task, error);

  return G_SOURCE_REMOVE;
}

static void
foyer_person_export_read_cb (GObject      *source,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  FoyerPersonExport *self = g_task_get_task_data (task);
  g_autoptr(GSource) idle = NULL;
  GError *error = NULL;

  self->sheets = foyer_store_export_person_finish (FOYER_STORE (source), result, &error);
  if (self->sheets == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  idle = g_idle_source_new ();
  g_task_attach_source (task, idle, foyer_person_export_pack_cb);
}

void
foyer_person_export_async (FoyerStore           *store,
                           const char           *id,
                           char                  separator,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  FoyerPersonExport *self = g_new0 (FoyerPersonExport, 1);

  self->separator = separator;
  self->zip = foyer_zip_new (foyer_clock_now (foyer_store_get_clock (store)));
  g_task_set_source_tag (task, foyer_person_export_async);
  g_task_set_task_data (task, self, foyer_person_export_free);
  foyer_store_export_person_async (store, id, cancellable, foyer_person_export_read_cb, task);
}

GBytes *
foyer_person_export_finish (FoyerStore    *store,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
