/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-seller-table.h"

#include "core/foyer-error.h"
#include "core/foyer-zone-country.h"
#include "storage/db/foyer-stmt.h"

#define COLUMNS \
  "id, by_host, name, trade_name, is_ei, street, postcode, city, country, siren, siret, vat_number, vat_bp," \
  " account_name, iban, bic"

static void
foyer_seller_table_take (FoyerStmt  *stmt,
                         int         column,
                         char      **field)
{
  g_free (*field);
  *field = foyer_stmt_dup_text (stmt, column);
}

static FoyerSeller *
foyer_seller_table_read_row (FoyerStmt *stmt)
{
  FoyerSeller *self = foyer_seller_new ();

  foyer_seller_table_take (stmt, 2, &self->name);
  foyer_seller_table_take (stmt, 3, &self->trade_name);
  self->is_ei = foyer_stmt_get_int (stmt, 4) != 0;
  foyer_seller_table_take (stmt, 5, &self->street);
  foyer_seller_table_take (stmt, 6, &self->postcode);
  foyer_seller_table_take (stmt, 7, &self->city);
  foyer_seller_table_take (stmt, 8, &self->country);
  foyer_seller_table_take (stmt, 9, &self->siren);
  foyer_seller_table_take (stmt, 10, &self->siret);
  foyer_seller_table_take (stmt, 11, &self->vat_number);
  self->vat_bp = (int) foyer_stmt_get_int (stmt, 12);
  foyer_seller_table_take (stmt, 13, &self->account_name);
  foyer_seller_table_take (stmt, 14, &self->iban);
  foyer_seller_table_take (stmt, 15, &self->bic);

  return self;
}

static FoyerSeller *
foyer_seller_table_make (const FoyerSpace *space)
{
  FoyerSeller *self = foyer_seller_new ();
  const char *country = foyer_zone_get_country (space->tz);

  g_set_str (&self->name, space->name);
  g_set_str (&self->street, space->street);
  g_set_str (&self->postcode, space->postcode);
  g_set_str (&self->city, space->city);
  g_set_str (&self->country, country != NULL ? country : "");

  return self;
}

static gboolean
foyer_seller_table_is_same (const FoyerSeller *a,
                            const FoyerSeller *b)
{
  return g_str_equal (a->name, b->name) && g_str_equal (a->street, b->street) && g_str_equal (a->postcode, b->postcode)
         && g_str_equal (a->city, b->city) && g_str_equal (a->country, b->country);
}

FoyerSeller *
foyer_seller_table_get (FoyerDb              *db,
                        const FoyerSpaceRow  *space,
                        gint64               *id,
                        gboolean             *by_host,
                        GError              **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT " COLUMNS " FROM seller WHERE space_id = ?1 AND deleted_at = 0 ORDER BY by_host DESC, id DESC LIMIT 1");
  g_autoptr(FoyerSeller) said = NULL;
  g_autoptr(FoyerSeller) made = NULL;
  gboolean row;

  *id = 0;
  *by_host = FALSE;
  foyer_stmt_bind_int (stmt, 1, space->id);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (row)
    {
      said = foyer_seller_table_read_row (stmt);
      *by_host = foyer_stmt_get_int (stmt, 1) != 0;
      *id = foyer_stmt_get_int (stmt, 0);
      if (*by_host)
        return g_steal_pointer (&said);
    }

  made = foyer_seller_table_make (space->space);
  if (said == NULL || !foyer_seller_table_is_same (said, made))
    *id = 0;

  return g_steal_pointer (&made);
}

FoyerSeller *
foyer_seller_table_read (FoyerDb  *db,
                         gint64    id,
                         GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT " COLUMNS " FROM seller WHERE id = ?1");
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such seller");
      return NULL;
    }

  return foyer_seller_table_read_row (stmt);
}

gboolean
foyer_seller_table_insert (FoyerDb            *db,
                           gint64              space_id,
                           gboolean            by_host,
                           const FoyerSeller  *seller,
                           gint64             *id,
                           GError            **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO seller (space_id, by_host, name, trade_name, is_ei, street, postcode, city, country, siren, siret,"
    " vat_number, vat_bp, account_name, iban, bic, created_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)");

  foyer_stmt_bind_int (stmt, 1, space_id);
  foyer_stmt_bind_int (stmt, 2, by_host ? 1 : 0);
  foyer_stmt_bind_text (stmt, 3, seller->name);
  foyer_stmt_bind_text (stmt, 4, seller->trade_name);
  foyer_stmt_bind_int (stmt, 5, seller->is_ei ? 1 : 0);
  foyer_stmt_bind_text (stmt, 6, seller->street);
  foyer_stmt_bind_text (stmt, 7, seller->postcode);
  foyer_stmt_bind_text (stmt, 8, seller->city);
  foyer_stmt_bind_text (stmt, 9, seller->country);
  foyer_stmt_bind_text (stmt, 10, seller->siren);
  foyer_stmt_bind_text (stmt, 11, seller->siret);
  foyer_stmt_bind_text (stmt, 12, seller->vat_number);
  foyer_stmt_bind_int (stmt, 13, seller->vat_bp);
  foyer_stmt_bind_text (stmt, 14, seller->account_name);
  foyer_stmt_bind_text (stmt, 15, seller->iban);
  foyer_stmt_bind_text (stmt, 16, seller->bic);
  foyer_stmt_bind_int (stmt, 17, foyer_db_now (db));
  if (!foyer_stmt_run (stmt, error))
    return FALSE;

  *id = foyer_db_last_row (db);

  return TRUE;
}

gboolean
foyer_seller_table_delete (FoyerDb  *db,
                           gint64    id,
                           GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE seller SET deleted_at = max (1, ?2) WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}
