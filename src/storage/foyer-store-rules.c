/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/foyer-store-rules.h"

#include "storage/foyer-store-private.h"
#include "storage/verbs/foyer-rules-verbs.h"

typedef struct {
  char *person_id;      /* (nullable) */
  char *space_id;
  int   version;
} FoyerRulesArgs;

static FoyerRulesArgs *
foyer_rules_args_new (const char *person_id,
                      const char *space_id,
                      int         version)
{
  FoyerRulesArgs *args = g_new (FoyerRulesArgs, 1);

  args->person_id = g_strdup (person_id);
  args->space_id = g_strdup (space_id);
  args->version = version;

  return args;
}

static void
foyer_rules_args_free (gpointer user_data)
{
  FoyerRulesArgs *args = user_data;

  g_free (args->person_id);
  g_free (args->space_id);
  g_free (args);
}

void
foyer_house_rules_free (FoyerHouseRules *self)
{
  g_free (self->text);
  g_free (self);
}

void
foyer_rules_accepted_free (FoyerRulesAccepted *self)
{
  g_free (self->space_id);
  g_free (self->space_name);
  g_free (self);
}

static gpointer
foyer_store_list_rules_job (FoyerDb       *db,
                            gpointer       user_data,
                            GCancellable  *cancellable,
                            GError       **error)
{
  return foyer_rules_verbs_list (db, ((FoyerRulesArgs *) user_data)->space_id, error);
}

void
foyer_store_list_rules_async (FoyerStore           *self,
                              const char           *space_id,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (space_id != NULL);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_list_rules_async, foyer_store_list_rules_job,
                   foyer_rules_args_new (NULL, space_id, 0), foyer_rules_args_free, (GDestroyNotify) g_ptr_array_unref,
                   cancellable, callback, user_data);
}

GPtrArray *
foyer_store_list_rules_finish (FoyerStore    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return foyer_store_run_finish (self, result, error);
}

static gpointer
foyer_store_accept_rules_job (FoyerDb       *db,
                              gpointer       user_data,
                              GCancellable  *cancellable,
                              GError       **error)
{
  const FoyerRulesArgs *args = user_data;
  gint64 op = 0;
  FoyerRulesAccepted *accepted = foyer_rules_verbs_accept (db, args->person_id, args->space_id, args->version, &op, error);

  return foyer_answer_new (accepted, (GDestroyNotify) foyer_rules_accepted_free, op);
}

void
foyer_store_accept_rules_async (FoyerStore           *self,
                                const char           *person_id,
                                const char           *space_id,
                                int                   version,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (person_id != NULL && space_id != NULL);
  g_return_if_fail (version >= 0);

  foyer_store_run (self, FOYER_PRIORITY_DESK, foyer_store_accept_rules_async, foyer_store_accept_rules_job,
                   foyer_rules_args_new (person_id, space_id, version), foyer_rules_args_free,
                   (GDestroyNotify) foyer_answer_free, cancellable, callback, user_data);
}

FoyerRulesAccepted *
foyer_store_accept_rules_finish (FoyerStore    *self,
                                 GAsyncResult  *result,
                                 gint64        *op,
                                 GError       **error)
{
  return foyer_store_answer_finish (self, result, op, error);
}
