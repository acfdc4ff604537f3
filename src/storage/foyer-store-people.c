/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-people.h"

#include "storage/foyer-store-private.h"
#include "storage/tables/foyer-name-book.h"
#include "storage/verbs/foyer-person-verbs.h"

static gpointer
foyer_store_save_person_job (FoyerDb       *db,
                             gpointer       args,
                             GCancellable  *cancellable,
                             GError       **error)
{
  gint64 op = 0;
  FoyerPerson *person = foyer_person_verbs_save (db, args, &op, error);

  return foyer_answer_new (person, (GDestroyNotify) foyer_person_free, op);
}

void
foyer_store_save_person_async (FoyerStore           *self,
                               const FoyerPerson    *person,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  FoyerPerson *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (person != NULL);

  args = foyer_person_copy (person);
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_save_person_async, foyer_store_save_person_job,
                   args, (GDestroyNotify) foyer_person_free, (GDestroyNotify) foyer_answer_free,
                   cancellable, callback, user_data);
}

FoyerPerson *
foyer_store_save_person_finish (FoyerStore    *self,
                                GAsyncResult  *result,
                                gint64        *op,
                                GError       **error)
{
  return foyer_store_answer_finish (self, result, op, error);
}

typedef struct {
  char     *text;
  gboolean  members_only;
  char     *space_id;
  FoyerDay  day;
  int       limit;
} FoyerFindArgs;

static void
foyer_find_args_free (gpointer user_data)
{
  FoyerFindArgs *args = user_data;

  g_free (args->text);
  g_free (args->space_id);
  g_free (args);
}

static gpointer
foyer_store_find_people_job (FoyerDb       *db,
                             gpointer       user_data,
                             GCancellable  *cancellable,
                             GError       **error)
{
  FoyerFindArgs *args = user_data;

  /* Somebody types on: nobody waits for this answer any more. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return foyer_person_verbs_find (db, args->text, args->members_only, args->space_id, args->day, args->limit,
                                  error);
}

void
foyer_store_find_people_async (FoyerStore           *self,
                               const char           *text,
                               gboolean              members_only,
                               const char           *space_id,
                               FoyerDay              day,
                               int                   limit,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  FoyerFindArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (limit >= 1 && limit <= 200);

  args = g_new (FoyerFindArgs, 1);
  args->text = g_strdup (text);
  args->members_only = members_only;
  args->space_id = g_strdup (space_id);
  args->day = day;
  args->limit = limit;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_find_people_async, foyer_store_find_people_job,
                   args, foyer_find_args_free, (GDestroyNotify) g_ptr_array_unref,
                   cancellable, callback, user_data);
}

GPtrArray *
foyer_store_find_people_finish (FoyerStore    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static gpointer
foyer_store_learn_names_job (FoyerDb       *db,
                             gpointer       args,
                             GCancellable  *cancellable,
                             GError       **error)
{
  return foyer_name_book_learn (db, TRUE, error) ? args : NULL;
}

static void
foyer_store_learn_names_cb (GObject      *source,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  /* Whoever asks for a name reads them, and is told. */
  if (foyer_store_run_finish (FOYER_STORE (source), result, &error) == NULL)
    g_info ("Names were not read ahead: %s", error->message);
}

void
foyer_store_learn_names (FoyerStore *self)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  foyer_store_run (self, FOYER_PRIORITY_LEISURE, foyer_store_learn_names, foyer_store_learn_names_job,
                   self, NULL, NULL, NULL, foyer_store_learn_names_cb, NULL);
}
