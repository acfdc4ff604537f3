/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-space-table.h"

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "storage/db/foyer-stmt.h"

#define COLUMNS \
  "id, uid, name, kind, seats, price_minor, half_price_minor, currency, half_at, cut_off," \
  " cancel_minute, cancel_days, tz, street, postcode, city, point, lat_e6, lon_e6," \
  " public_address, door, wifi, about, rules, tags, rev, closed_on_holidays, desks, archived_at, shares, note," \
  " limit_week, limit_open, limit_seats, limit_ahead," \
  " (SELECT group_concat (sha256, char (10) ORDER BY position) FROM photo WHERE space_id = space.id AND deleted_at = 0)"

static const char * const points[] = {
  [FOYER_POINT_NONE] = "none",
  [FOYER_POINT_HOST] = "host",
  [FOYER_POINT_GAZETTEER] = "gazetteer",
};

void
foyer_space_row_free (FoyerSpaceRow *self)
{
  g_clear_pointer (&self->space, foyer_space_free);
  g_free (self);
}

static void
foyer_space_table_take_text (FoyerStmt  *stmt,
                             int         column,
                             char      **text)
{
  g_free (*text);
  *text = foyer_stmt_dup_text (stmt, column);
}

/* A line "KEY NAME" for each; a name has no line feed. */
static void
foyer_space_table_read_desks (FoyerSpace *space,
                              const char *text)
{
  g_auto(GStrv) lines = *text != '\0' ? g_strsplit (text, "\n", -1) : NULL;

  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      char *name = NULL;
      const gint64 key = g_ascii_strtoll (lines[i], &name, 10);

      if (key > 0 && key <= G_MAXINT && *name == ' ')
        foyer_space_add_desk (space, (int) key, name + 1);
    }
}

/* One a line: the sum, a blank, what it is for. */
static void
foyer_space_table_read_shares (const char *text,
                               GArray     *shares)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char *end;
      gint64 minor = g_ascii_strtoll (lines[i], &end, 10);

      if (*end == ' ')
        foyer_share_list_add (shares, end + 1, minor);
    }
}

static char *
foyer_space_table_write_desks (const FoyerSpace *space)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < space->desks->len; i++)
    {
      const FoyerNamedDesk *desk = &g_array_index (space->desks, FoyerNamedDesk, i);

      g_string_append_printf (text, "%s%d %s", i > 0 ? "\n" : "", desk->key, desk->name);
    }

  return g_string_free (text, FALSE);
}

static char *
foyer_space_table_write_shares (GArray *shares)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shares->len; i++)
    {
      const FoyerShare *share = &g_array_index (shares, FoyerShare, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT " %s", i > 0 ? "\n" : "", share->minor, share->label);
    }

  return g_string_free_and_steal (text);
}

static FoyerSpaceRow *
foyer_space_table_read (FoyerStmt *stmt)
{
  FoyerSpaceRow *self = g_new0 (FoyerSpaceRow, 1);
  FoyerSpace *space = foyer_space_new ();
  const char *point = foyer_stmt_get_text (stmt, 16);

  self->space = space;
  self->id = foyer_stmt_get_int (stmt, 0);
  foyer_space_table_take_text (stmt, 1, &space->id);
  foyer_space_table_take_text (stmt, 2, &space->name);
  foyer_space_kind_parse (foyer_stmt_get_text (stmt, 3), &space->kind, NULL);
  space->seats = (int) foyer_stmt_get_int (stmt, 4);
  space->price_minor = foyer_stmt_get_int (stmt, 5);
  space->half_price_minor = foyer_stmt_get_int (stmt, 6);
  g_strlcpy (space->currency, foyer_stmt_get_text (stmt, 7), sizeof space->currency);
  space->half_at = (int) foyer_stmt_get_int (stmt, 8);
  space->cut_off = (int) foyer_stmt_get_int (stmt, 9);
  space->cancel_minute = (int) foyer_stmt_get_int (stmt, 10);
  space->cancel_days = (int) foyer_stmt_get_int (stmt, 11);
  foyer_space_table_take_text (stmt, 12, &space->tz);
  foyer_space_table_take_text (stmt, 13, &space->street);
  foyer_space_table_take_text (stmt, 14, &space->postcode);
  foyer_space_table_take_text (stmt, 15, &space->city);
  for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
    if (g_str_equal (point, points[i]))
      self->point = (FoyerPoint) i;
  space->has_point = self->point != FOYER_POINT_NONE;
  space->lat_e6 = (int) foyer_stmt_get_int (stmt, 17);
  space->lon_e6 = (int) foyer_stmt_get_int (stmt, 18);
  space->public_address = foyer_stmt_get_int (stmt, 19) != 0;
  foyer_space_table_take_text (stmt, 20, &space->door);
  foyer_space_table_take_text (stmt, 21, &space->wifi);
  foyer_space_table_take_text (stmt, 22, &space->about);
  foyer_space_table_take_text (stmt, 23, &space->rules);
  g_strfreev (space->tags);
  space->tags = g_strsplit (foyer_stmt_get_text (stmt, 24), "\n", -1);
  space->rev = foyer_stmt_get_int (stmt, 25);
  space->closed_on_holidays = foyer_stmt_get_int (stmt, 26) != 0;
  foyer_space_table_read_desks (space, foyer_stmt_get_text (stmt, 27));
  space->archived_ms = foyer_stmt_get_int (stmt, 28);
  foyer_space_table_read_shares (foyer_stmt_get_text (stmt, 29), space->shares);
  foyer_space_table_take_text (stmt, 30, &space->note);
  space->limits = (FoyerFairUse) {
    .week = (int) foyer_stmt_get_int (stmt, 31),
    .open = (int) foyer_stmt_get_int (stmt, 32),
    .seats = (int) foyer_stmt_get_int (stmt, 33),
    .ahead = (int) foyer_stmt_get_int (stmt, 34),
  };
  g_strfreev (space->photos);
  space->photos = foyer_stmt_dup_lines (stmt, 35);

  return self;
}

static FoyerSpaceRow *
foyer_space_table_read_one (FoyerStmt  *stmt,
                            GError    **error)
{
  gboolean row;

  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such space");
      return NULL;
    }

  return foyer_space_table_read (stmt);
}

FoyerSpaceRow *
foyer_space_table_find (FoyerDb     *db,
                        const char  *uid,
                        GError     **error)
{
  g_autoptr(FoyerSpaceRow) row = foyer_space_table_find_any (db, uid, error);

  if (row == NULL || row->space->archived_ms == 0)
    return g_steal_pointer (&row);

  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_ARCHIVED, "the space is archived");

  return NULL;
}

FoyerSpaceRow *
foyer_space_table_find_any (FoyerDb     *db,
                            const char  *uid,
                            GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT " COLUMNS " FROM space WHERE uid = ?1 AND deleted_at = 0");

  foyer_stmt_bind_text (stmt, 1, uid);

  return foyer_space_table_read_one (stmt, error);
}

FoyerSpaceRow *
foyer_space_table_get (FoyerDb  *db,
                       gint64    id,
                       GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT " COLUMNS " FROM space WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);

  return foyer_space_table_read_one (stmt, error);
}

GPtrArray *
foyer_space_table_list (FoyerDb  *db,
                        GError  **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_space_row_free);
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT " COLUMNS " FROM space WHERE deleted_at = 0 ORDER BY id");
  gboolean done;
  gboolean row;

  while ((done = foyer_stmt_step (stmt, &row, error)) && row)
    g_ptr_array_add (rows, foyer_space_table_read (stmt));

  return done ? g_steal_pointer (&rows) : NULL;
}

static void
foyer_space_table_bind (FoyerStmt           *stmt,
                        const FoyerSpaceRow *row)
{
  const FoyerSpace *space = row->space;
  g_autofree char *tags = g_strjoinv ("\n", space->tags);
  g_autofree char *desks = foyer_space_table_write_desks (space);
  g_autofree char *shares = foyer_space_table_write_shares (space->shares);

  foyer_stmt_bind_text (stmt, 2, space->name);
  foyer_stmt_bind_text (stmt, 3, foyer_space_kind_get_name (space->kind));
  foyer_stmt_bind_int (stmt, 4, space->seats);
  foyer_stmt_bind_int (stmt, 5, space->price_minor);
  foyer_stmt_bind_int (stmt, 6, space->half_price_minor);
  foyer_stmt_bind_text (stmt, 7, space->currency);
  foyer_stmt_bind_int (stmt, 8, space->half_at);
  foyer_stmt_bind_int (stmt, 9, space->cut_off);
  foyer_stmt_bind_int (stmt, 10, space->cancel_minute);
  foyer_stmt_bind_int (stmt, 11, space->cancel_days);
  foyer_stmt_bind_text (stmt, 12, space->tz);
  foyer_stmt_bind_text (stmt, 13, space->street);
  foyer_stmt_bind_text (stmt, 14, space->postcode);
  foyer_stmt_bind_text (stmt, 15, space->city);
  foyer_stmt_bind_text (stmt, 16, points[row->point]);
  foyer_stmt_bind_int (stmt, 17, row->point == FOYER_POINT_NONE ? 0 : space->lat_e6);
  foyer_stmt_bind_int (stmt, 18, row->point == FOYER_POINT_NONE ? 0 : space->lon_e6);
  foyer_stmt_bind_int (stmt, 19, space->public_address ? 1 : 0);
  foyer_stmt_bind_text (stmt, 20, space->door);
  foyer_stmt_bind_text (stmt, 21, space->wifi);
  foyer_stmt_bind_text (stmt, 22, space->about);
  foyer_stmt_bind_text (stmt, 23, space->rules);
  foyer_stmt_bind_text (stmt, 24, tags);
  foyer_stmt_bind_int (stmt, 25, space->closed_on_holidays ? 1 : 0);
  foyer_stmt_bind_text (stmt, 26, desks);
  foyer_stmt_bind_text (stmt, 27, shares);
  foyer_stmt_bind_text (stmt, 28, space->note);
  foyer_stmt_bind_int (stmt, 29, space->limits.week);
  foyer_stmt_bind_int (stmt, 30, space->limits.open);
  foyer_stmt_bind_int (stmt, 31, space->limits.seats);
  foyer_stmt_bind_int (stmt, 32, space->limits.ahead);
}

gboolean
foyer_space_table_insert (FoyerDb        *db,
                          FoyerSpaceRow  *row,
                          GError        **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "INSERT INTO space (uid, name, kind, seats, price_minor, half_price_minor, currency, half_at, cut_off,"
    " cancel_minute, cancel_days, tz, street, postcode, city, point, lat_e6, lon_e6,"
    " public_address, door, wifi, about, rules, tags, closed_on_holidays, desks, shares, note,"
    " limit_week, limit_open, limit_seats, limit_ahead, created_at, rev)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,"
    " ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, 1)");

  foyer_stmt_bind_text (stmt, 1, row->space->id);
  foyer_space_table_bind (stmt, row);
  foyer_stmt_bind_int (stmt, 33, foyer_db_now (db));
  if (!foyer_stmt_run (stmt, error))
    return FALSE;

  row->id = foyer_db_last_row (db);
  row->space->rev = 1;

  return TRUE;
}

gboolean
foyer_space_table_update (FoyerDb        *db,
                          FoyerSpaceRow  *row,
                          GError        **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE space SET name = ?2, kind = ?3, seats = ?4, price_minor = ?5, half_price_minor = ?6,"
    " currency = ?7, half_at = ?8, cut_off = ?9, cancel_minute = ?10, cancel_days = ?11, tz = ?12,"
    " street = ?13, postcode = ?14, city = ?15, point = ?16, lat_e6 = ?17, lon_e6 = ?18,"
    " public_address = ?19, door = ?20, wifi = ?21, about = ?22, rules = ?23, tags = ?24,"
    " closed_on_holidays = ?25, desks = ?26, shares = ?27, note = ?28,"
    " limit_week = ?29, limit_open = ?30, limit_seats = ?31, limit_ahead = ?32, rev = rev + 1"
    " WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, row->id);
  foyer_space_table_bind (stmt, row);
  if (!foyer_stmt_run (stmt, error))
    return FALSE;

  row->space->rev++;

  return TRUE;
}

/* An act of an older format says nothing of what came later. */
gboolean
foyer_space_table_restore (FoyerDb     *db,
                           gint64       id,
                           const char  *before,
                           GError     **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "UPDATE space SET name = ?2 ->> 'name', kind = ?2 ->> 'kind', seats = ?2 ->> 'seats',"
    " price_minor = ?2 ->> 'price_minor', half_price_minor = ?2 ->> 'half_price_minor',"
    " currency = ?2 ->> 'currency', half_at = ?2 ->> 'half_at', cut_off = ?2 ->> 'cut_off',"
    " cancel_minute = ?2 ->> 'cancel_minute', cancel_days = ?2 ->> 'cancel_days', tz = ?2 ->> 'tz',"
    " street = ?2 ->> 'street', postcode = ?2 ->> 'postcode', city = ?2 ->> 'city',"
    " point = ?2 ->> 'point', lat_e6 = ?2 ->> 'lat_e6', lon_e6 = ?2 ->> 'lon_e6',"
    " public_address = ?2 ->> 'public_address', door = ?2 ->> 'door', wifi = ?2 ->> 'wifi',"
    " about = ?2 ->> 'about', rules = ?2 ->> 'rules', tags = ?2 ->> 'tags',"
    " closed_on_holidays = coalesce (?2 ->> 'closed_on_holidays', closed_on_holidays),"
    " desks = coalesce (?2 ->> 'desks', desks), archived_at = coalesce (?2 ->> 'archived_at', archived_at),"
    " shares = coalesce (?2 ->> 'shares', shares), note = coalesce (?2 ->> 'note', note),"
    " limit_week = coalesce (?2 ->> 'limit_week', limit_week), limit_open = coalesce (?2 ->> 'limit_open', limit_open),"
    " limit_seats = coalesce (?2 ->> 'limit_seats', limit_seats),"
    " limit_ahead = coalesce (?2 ->> 'limit_ahead', limit_ahead),"
    " deleted_at = ?2 ->> 'deleted_at', rev = rev + 1"
    " WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_text (stmt, 2, before);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_space_table_set_archived (FoyerDb  *db,
                                gint64    id,
                                gint64    at_ms,
                                GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE space SET archived_at = ?2, rev = rev + 1 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, at_ms);

  return foyer_stmt_run (stmt, error);
}

gboolean
foyer_space_table_delete (FoyerDb  *db,
                          gint64    id,
                          GError  **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "UPDATE space SET deleted_at = ?2, rev = rev + 1 WHERE id = ?1");

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, foyer_db_now (db));

  return foyer_stmt_run (stmt, error);
}

FoyerDay
foyer_space_row_get_today (FoyerSpaceRow  *self,
                           FoyerDb        *db,
                           GError        **error)
{
  GTimeZone *zone = foyer_db_get_zone (db, self->space->tz, error);

  if (zone == NULL)
    return FOYER_DAY_NONE;

  return foyer_business_day (zone, foyer_db_now (db), self->space->cut_off);
}
