/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-opening-verbs.h"

#include <string.h>

#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-opening-table.h"
#include "storage/tables/foyer-slot-table.h"

#define RULES_MAX 500

GArray *
foyer_opening_verbs_get_week (FoyerDb     *db,
                              const char  *space_id,
                              GError     **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_find_any (db, space_id, error);

  return space != NULL ? foyer_opening_table_list (db, space->id, error) : NULL;
}

static gboolean
foyer_opening_rule_equals (const FoyerOpeningRule *a,
                           const FoyerOpeningRule *b)
{
  return a->weekdays == b->weekdays && a->start_minute == b->start_minute && a->end_minute == b->end_minute
         && a->seats == b->seats && a->from == b->from && a->until == b->until;
}

static gboolean
foyer_opening_verbs_is_same_week (GArray                 *old,
                                  const FoyerOpeningRule *rules,
                                  gsize                   n_rules)
{
  if (old->len != n_rules)
    return FALSE;
  for (gsize i = 0; i < n_rules; i++)
    if (!foyer_opening_rule_equals (&g_array_index (old, FoyerOpeningRule, i), &rules[i]))
      return FALSE;

  return TRUE;
}

static gboolean
foyer_opening_verbs_check_rules (const FoyerOpeningRule  *rules,
                                 gsize                    n_rules,
                                 GError                 **error)
{
  for (gsize i = 0; i < n_rules; i++)
    if (!foyer_opening_rule_check (&rules[i], error))
      return FALSE;
  if (n_rules > RULES_MAX)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH, "more than %d rules", RULES_MAX);
      return FALSE;
    }

  return TRUE;
}

/* The last rule again says nothing new. */
gboolean
foyer_opening_verbs_append_rule (FoyerDb                 *db,
                                 const FoyerSpaceRow     *space,
                                 const FoyerOpeningRule  *rule,
                                 gint64                  *op,
                                 GError                 **error)
{
  g_autoptr(GArray) old = NULL;

  if (!foyer_opening_verbs_check_rules (rule, 1, error)
      || (old = foyer_opening_table_list (db, space->id, error)) == NULL)
    return FALSE;
  if (old->len > 0 && foyer_opening_rule_equals (&g_array_index (old, FoyerOpeningRule, old->len - 1), rule))
    return TRUE;
  if (old->len >= RULES_MAX)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH, "more than %d rules", RULES_MAX);
      return FALSE;
    }

  foyer_db_note_change (db, FOYER_CHANGE_OPENINGS, space->space->id);

  return foyer_act_open (db, "open", space->space->id, op, error)
         && foyer_opening_table_insert (db, space->id, rule, error);
}

static gboolean
foyer_opening_verbs_replace_week (FoyerDb                 *db,
                                  const FoyerSpaceRow     *space,
                                  const FoyerOpeningRule  *rules,
                                  gsize                    n_rules,
                                  gint64                  *op,
                                  GError                 **error)
{
  if (!foyer_act_open (db, "week", space->space->id, op, error)
      || !foyer_opening_table_clear (db, space->id, error))
    return FALSE;
  for (gsize i = 0; i < n_rules; i++)
    if (!foyer_opening_table_insert (db, space->id, &rules[i], error))
      return FALSE;

  foyer_db_note_change (db, FOYER_CHANGE_OPENINGS, space->space->id);

  return TRUE;
}

gboolean
foyer_opening_verbs_set_week (FoyerDb                 *db,
                              const char              *space_id,
                              const FoyerOpeningRule  *rules,
                              gsize                    n_rules,
                              FoyerDaysChange         *change,
                              GError                 **error)
{
  g_autoptr(FoyerTransaction) transaction = NULL;
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(GArray) old = NULL;
  FoyerDay today;

  memset (change, 0, sizeof *change);
  if (!foyer_opening_verbs_check_rules (rules, n_rules, error)
      || (transaction = foyer_transaction_begin (db, error)) == NULL
      || (space = foyer_space_table_find (db, space_id, error)) == NULL
      || (old = foyer_opening_table_list (db, space->id, error)) == NULL)
    return FALSE;
  if (foyer_opening_verbs_is_same_week (old, rules, n_rules))
    return TRUE;

  return (today = foyer_space_row_get_today (space, db, error)) != FOYER_DAY_NONE
         && foyer_opening_verbs_replace_week (db, space, rules, n_rules, &change->op, error)
         && foyer_slot_table_recompute (db, space, today, &change->n_days, error)
         && foyer_transaction_commit (transaction, error);
}

gboolean
foyer_opening_verbs_add_rule (FoyerDb                 *db,
                              const char              *space_id,
                              const FoyerOpeningRule  *rule,
                              FoyerDaysChange         *change,
                              GError                 **error)
{
  g_autoptr(FoyerTransaction) transaction = NULL;
  g_autoptr(FoyerSpaceRow) space = NULL;
  FoyerDay today;

  memset (change, 0, sizeof *change);

  return (transaction = foyer_transaction_begin (db, error)) != NULL
         && (space = foyer_space_table_find (db, space_id, error)) != NULL
         && (today = foyer_space_row_get_today (space, db, error)) != FOYER_DAY_NONE
         && foyer_opening_verbs_append_rule (db, space, rule, &change->op, error)
         && (change->op == 0 || foyer_slot_table_recompute (db, space, today, &change->n_days, error))
         && foyer_transaction_commit (transaction, error);
}
