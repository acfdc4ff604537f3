/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-spaces.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-opening-verbs.h"
#include "storage/verbs/foyer-space-verbs.h"

static gpointer
foyer_store_list_spaces_job (FoyerDb       *db,
                             gpointer       args,
                             GCancellable  *cancellable,
                             GError       **error)
{
  return foyer_space_verbs_list (db, error);
}

void
foyer_store_list_spaces_async (FoyerStore           *self,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_spaces_async, foyer_store_list_spaces_job,
                   NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_spaces_finish (FoyerStore    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static gpointer
foyer_store_save_space_job (FoyerDb       *db,
                            gpointer       args,
                            GCancellable  *cancellable,
                            GError       **error)
{
  gint64 op = 0;
  FoyerSpace *space = foyer_space_verbs_save (db, args, &op, error);

  return foyer_answer_new (space, (GDestroyNotify) foyer_space_free, op);
}

void
foyer_store_save_space_async (FoyerStore           *self,
                              const FoyerSpace     *space,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space != NULL && (space->desks != NULL || *space->id != '\0'));

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_save_space_async, foyer_store_save_space_job,
                   foyer_space_copy (space), (GDestroyNotify) foyer_space_free,
                   (GDestroyNotify) foyer_answer_free, cancellable, callback, user_data);
}

FoyerSpace *
foyer_store_save_space_finish (FoyerStore    *self,
                               GAsyncResult  *result,
                               gint64        *op,
                               GError       **error)
{
  return foyer_store_answer_finish (self, result, op, error);
}

/* Their names are in a space of their own. */
static gpointer
foyer_store_set_desks_job (FoyerDb       *db,
                           gpointer       args,
                           GCancellable  *cancellable,
                           GError       **error)
{
  const FoyerSpace *named = args;
  gint64 op = 0;
  FoyerSpace *space = foyer_space_verbs_set_desks (db, named->id, named->desks, &op, error);

  return foyer_answer_new (space, (GDestroyNotify) foyer_space_free, op);
}

void
foyer_store_set_desks_async (FoyerStore           *self,
                             const FoyerSpace     *space,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space != NULL && space->desks != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_set_desks_async, foyer_store_set_desks_job,
                   foyer_space_copy (space), (GDestroyNotify) foyer_space_free,
                   (GDestroyNotify) foyer_answer_free, cancellable, callback, user_data);
}

static gpointer
foyer_store_get_week_job (FoyerDb       *db,
                          gpointer       args,
                          GCancellable  *cancellable,
                          GError       **error)
{
  return foyer_opening_verbs_get_week (db, args, error);
}

void
foyer_store_get_week_async (FoyerStore           *self,
                            const char           *space_id,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_get_week_async, foyer_store_get_week_job,
                   g_strdup (space_id), g_free, (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

GArray *
foyer_store_get_week_finish (FoyerStore    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

typedef struct {
  char             *space_id;
  FoyerOpeningRule *rules;
  gsize             n_rules;
  FoyerDaysEdit     edit;
  char             *note;
} FoyerDaysArgs;

static FoyerDaysArgs *
foyer_days_args_new (const char             *space_id,
                     const FoyerOpeningRule *rules,
                     gsize                   n_rules)
{
  FoyerDaysArgs *args = g_new0 (FoyerDaysArgs, 1);

  args->space_id = g_strdup (space_id);
  args->rules = g_memdup2 (rules, n_rules * sizeof *rules);
  args->n_rules = n_rules;

  return args;
}

static void
foyer_days_args_free (gpointer user_data)
{
  FoyerDaysArgs *args = user_data;

  g_free (args->space_id);
  g_free (args->rules);
  g_free (args->note);
  g_free (args);
}

static gpointer
foyer_store_set_week_job (FoyerDb       *db,
                          gpointer       user_data,
                          GCancellable  *cancellable,
                          GError       **error)
{
  FoyerDaysArgs *args = user_data;
  g_autofree FoyerDaysChange *change = g_new0 (FoyerDaysChange, 1);

  if (!foyer_opening_verbs_set_week (db, args->space_id, args->rules, args->n_rules, change, error))
    return NULL;

  return g_steal_pointer (&change);
}

void
foyer_store_set_week_async (FoyerStore             *self,
                            const char             *space_id,
                            const FoyerOpeningRule *rules,
                            gsize                   n_rules,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);
  g_return_if_fail (rules != NULL || n_rules == 0);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_set_week_async, foyer_store_set_week_job,
                   foyer_days_args_new (space_id, rules, n_rules), foyer_days_args_free, g_free,
                   cancellable, callback, user_data);
}

static gpointer
foyer_store_add_rule_job (FoyerDb       *db,
                          gpointer       user_data,
                          GCancellable  *cancellable,
                          GError       **error)
{
  FoyerDaysArgs *args = user_data;
  g_autofree FoyerDaysChange *change = g_new0 (FoyerDaysChange, 1);

  if (!foyer_opening_verbs_add_rule (db, args->space_id, args->rules, change, error))
    return NULL;

  return g_steal_pointer (&change);
}

void
foyer_store_add_rule_async (FoyerStore             *self,
                            const char             *space_id,
                            const FoyerOpeningRule *rule,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);
  g_return_if_fail (rule != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_add_rule_async, foyer_store_add_rule_job,
                   foyer_days_args_new (space_id, rule, 1), foyer_days_args_free, g_free,
                   cancellable, callback, user_data);
}

typedef struct {
  char             *space_id;
  FoyerOpeningPlan *plan;
  gboolean          replace;
} FoyerPlanArgs;

static void
foyer_plan_args_free (gpointer user_data)
{
  FoyerPlanArgs *args = user_data;

  g_free (args->space_id);
  foyer_opening_plan_free (args->plan);
  g_free (args);
}

static gpointer
foyer_store_plan_job (FoyerDb       *db,
                      gpointer       user_data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  FoyerPlanArgs *args = user_data;
  g_autofree FoyerDaysChange *change = g_new0 (FoyerDaysChange, 1);

  if (!foyer_opening_verbs_put_plan (db, args->space_id, args->plan, args->replace, change, error))
    return NULL;

  return g_steal_pointer (&change);
}

static FoyerPlanArgs *
foyer_plan_args_new (const char             *space_id,
                     const FoyerOpeningPlan *plan,
                     gboolean                replace)
{
  FoyerPlanArgs *args = g_new (FoyerPlanArgs, 1);

  args->space_id = g_strdup (space_id);
  args->plan = foyer_opening_plan_copy (plan);
  args->replace = replace;

  return args;
}

void
foyer_store_add_plan_async (FoyerStore             *self,
                            const char             *space_id,
                            const FoyerOpeningPlan *plan,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);
  g_return_if_fail (plan != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_add_plan_async, foyer_store_plan_job,
                   foyer_plan_args_new (space_id, plan, FALSE), foyer_plan_args_free, g_free,
                   cancellable, callback, user_data);
}

void
foyer_store_set_plan_async (FoyerStore             *self,
                            const char             *space_id,
                            const FoyerOpeningPlan *plan,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);
  g_return_if_fail (plan != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_set_plan_async, foyer_store_plan_job,
                   foyer_plan_args_new (space_id, plan, TRUE), foyer_plan_args_free, g_free,
                   cancellable, callback, user_data);
}

static gpointer
foyer_store_edit_days_job (FoyerDb       *db,
                           gpointer       user_data,
                           GCancellable  *cancellable,
                           GError       **error)
{
  FoyerDaysArgs *args = user_data;
  g_autofree FoyerDaysChange *change = g_new0 (FoyerDaysChange, 1);

  if (!foyer_opening_verbs_edit_days (db, args->space_id, &args->edit, change, error))
    return NULL;

  return g_steal_pointer (&change);
}

void
foyer_store_edit_days_async (FoyerStore           *self,
                             const char           *space_id,
                             const FoyerDaysEdit  *edit,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  FoyerDaysArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);
  g_return_if_fail (edit != NULL);

  args = foyer_days_args_new (space_id, NULL, 0);
  args->edit = *edit;
  args->edit.note = args->note = g_strdup (edit->note);
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_edit_days_async, foyer_store_edit_days_job,
                   args, foyer_days_args_free, g_free, cancellable, callback, user_data);
}

gboolean
foyer_store_days_finish (FoyerStore       *self,
                         GAsyncResult     *result,
                         FoyerDaysChange  *change,
                         GError          **error)
{
  g_autofree FoyerDaysChange *answer = foyer_store_run_finish (self, result, error);

  if (answer != NULL && change != NULL)
    *change = *answer;

  return answer != NULL;
}

typedef struct {
  char     *space_id;
  FoyerDay  first;
  int       n_days;
} FoyerRangeArgs;

static void
foyer_range_args_free (gpointer user_data)
{
  FoyerRangeArgs *args = user_data;

  g_free (args->space_id);
  g_free (args);
}

static gpointer
foyer_store_availability_job (FoyerDb       *db,
                              gpointer       user_data,
                              GCancellable  *cancellable,
                              GError       **error)
{
  FoyerRangeArgs *args = user_data;

  return foyer_opening_verbs_availability (db, args->space_id, args->first, args->n_days, error);
}

void
foyer_store_availability_async (FoyerStore           *self,
                                const char           *space_id,
                                FoyerDay              first,
                                int                   n_days,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  FoyerRangeArgs *args;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  args = g_new (FoyerRangeArgs, 1);
  args->space_id = g_strdup (space_id);
  args->first = first;
  args->n_days = n_days;
  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_availability_async, foyer_store_availability_job,
                   args, foyer_range_args_free, (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

GArray *
foyer_store_availability_finish (FoyerStore    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}
