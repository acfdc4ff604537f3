/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/verbs/foyer-rules-verbs.h"

#include "core/foyer-error.h"
#include "storage/tables/foyer-act-table.h"
#include "storage/tables/foyer-person-table.h"
#include "storage/tables/foyer-rules-table.h"
#include "storage/tables/foyer-space-table.h"

static GPtrArray *
foyer_rules_verbs_read (FoyerDb              *db,
                        const FoyerSpaceRow  *space,
                        GError              **error)
{
  GTimeZone *zone = foyer_db_get_zone (db, space->space->tz, error);

  return zone != NULL ? foyer_rules_table_list (db, space->id, zone, error) : NULL;
}

GPtrArray *
foyer_rules_verbs_list (FoyerDb     *db,
                        const char  *space_uid,
                        GError     **error)
{
  g_autoptr(FoyerSpaceRow) space = foyer_space_table_find_any (db, space_uid, error);

  return space != NULL ? foyer_rules_verbs_read (db, space, error) : NULL;
}

/* The version in force, which is the one that was read. */
static gboolean
foyer_rules_verbs_check (FoyerDb              *db,
                         const FoyerSpaceRow  *space,
                         int                   read,
                         int                  *version,
                         GError              **error)
{
  g_autoptr(GPtrArray) list = foyer_rules_verbs_read (db, space, error);

  if (list == NULL)
    return FALSE;
  if (*space->space->rules == '\0' || list->len == 0)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NO_RULES, "the space has no house rules");
      return FALSE;
    }
  *version = ((const FoyerHouseRules *) list->pdata[0])->version;
  if (read != 0 && read != *version)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_BAD_STATE, "version %d is in force, not %d", *version, read);
      return FALSE;
    }

  return TRUE;
}

static FoyerRulesAccepted *
foyer_rules_verbs_find (FoyerDb     *db,
                        gint64       person_id,
                        const char  *space_uid,
                        GError     **error)
{
  g_autoptr(GPtrArray) list = foyer_accepted_table_list (db, person_id, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_str_equal (((const FoyerRulesAccepted *) list->pdata[i])->space_id, space_uid))
      return g_ptr_array_steal_index (list, i);

  return NULL;
}

FoyerRulesAccepted *
foyer_rules_verbs_accept (FoyerDb     *db,
                          const char  *person_uid,
                          const char  *space_uid,
                          int          version,
                          gint64      *op,
                          GError     **error)
{
  g_autoptr(FoyerTransaction) transaction = foyer_transaction_begin (db, error);
  g_autoptr(FoyerPersonRow) person = NULL;
  g_autoptr(FoyerSpaceRow) space = NULL;
  g_autoptr(FoyerRulesAccepted) accepted = NULL;
  gint64 act = 0;
  gboolean done;

  if (transaction == NULL
      || (person = foyer_person_table_find (db, person_uid, error)) == NULL
      || (space = foyer_space_table_find (db, space_uid, error)) == NULL
      || !foyer_rules_verbs_check (db, space, version, &version, error)
      || !foyer_accepted_table_has (db, person->id, space->id, version, &done, error))
    return NULL;

  if (!done
      && (!foyer_act_open (db, "rules-accept", person->person->id, &act, error)
          || !foyer_accepted_table_insert (db, person->id, space->id, version, error)))
    return NULL;
  if ((accepted = foyer_rules_verbs_find (db, person->id, space_uid, error)) == NULL)
    return NULL;
  if (!done)
    foyer_db_note_change (db, FOYER_CHANGE_PEOPLE | FOYER_CHANGE_SPACES, space_uid);
  if (!foyer_transaction_commit (transaction, error))
    return NULL;
  *op = act;

  return g_steal_pointer (&accepted);
}
