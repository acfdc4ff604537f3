/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-name-book.h"
#include "storage/verbs/foyer-member-verbs.h"
#include "storage/verbs/foyer-person-verbs.h"

/* A millisecond of reading along an index. */
#define SLICE 4000
/* So many are looked up one by one and sorted; of more, everybody is read in order. */
#define FEW 2000

/* ?1: their rows */
static const char sql_these_by_day[] =
  "SELECT id, fold, last_day FROM person WHERE deleted_at = 0 AND member = 1"
  " AND id IN (SELECT value FROM json_each (?1)) ORDER BY last_day DESC, fold, id";
/* Behind the last one that was read; ?4 a limit. Each is answered by its index alone. */
#define SEEN "SELECT id, fold, last_day FROM person INDEXED BY person_seen WHERE deleted_at = 0 AND member = 1"
static const char sql_of_day[] = SEEN " AND last_day = ?3 AND (fold, id) > (?1, ?2) ORDER BY fold, id LIMIT ?4";
static const char sql_before_day[] = SEEN " AND last_day < ?3 ORDER BY last_day DESC, fold, id LIMIT ?4";

/* A list as it grows. */
typedef struct {
  FoyerDb      *db;
  GArray       *rows;        /* (element-type guint32) */
  GArray       *letters;     /* (element-type FoyerMemberLetter); empty where it is not from A to Z */
  guint8       *wanted;      /* by the row; (nullable): everybody */
  guint32       n_wanted;
  /* the last one of a slice, wanted or not */
  char         *fold;
  gint64        id;
  char         *last_day;
} FoyerMemberListing;

void
foyer_member_list_free (FoyerMemberList *self)
{
  if (self == NULL)
    return;

  g_free (self->rows);
  g_array_unref (self->letters);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static void
foyer_member_listing_clear (FoyerMemberListing *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->letters, g_array_unref);
  g_free (self->wanted);
  g_free (self->fold);
  g_free (self->last_day);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerMemberListing, foyer_member_listing_clear)

static void
foyer_member_listing_add (FoyerMemberListing *self,
                          guint32             row)
{
  if (self->wanted == NULL || (row < self->n_wanted && self->wanted[row] != 0))
    g_array_append_val (self->rows, row);
}

/* The order is known by heart. */
static gboolean
foyer_member_listing_read_names (FoyerMemberListing  *self,
                                 GCancellable        *cancellable,
                                 GError             **error)
{
  const GArray *order = foyer_name_book_get_order (self->db, cancellable, error);

  if (order == NULL)
    return FALSE;

  for (guint i = 0; i < order->len; i++)
    {
      const FoyerNamePlace *place = &g_array_index (order, FoyerNamePlace, i);
      const FoyerMemberLetter start = { self->rows->len, place->letter };

      foyer_member_listing_add (self, place->id);
      if (self->rows->len > start.start
          && (self->letters->len == 0
              || g_array_index (self->letters, FoyerMemberLetter, self->letters->len - 1).letter != place->letter))
        g_array_append_val (self->letters, start);
    }

  return TRUE;
}

/* Of @limit rows the last is where the next slice begins. */
static gboolean
foyer_member_listing_read (FoyerMemberListing  *self,
                           FoyerStmt           *stmt,
                           int                  limit,
                           int                 *n,
                           GError             **error)
{
  gboolean done;
  gboolean row;

  for (*n = 0; (done = foyer_stmt_step (stmt, &row, error)) && row; (*n)++)
    {
      foyer_member_listing_add (self, (guint32) foyer_stmt_get_int (stmt, 0));
      if (*n + 1 < limit)
        continue;
      self->id = foyer_stmt_get_int (stmt, 0);
      g_set_str (&self->fold, foyer_stmt_get_text (stmt, 1));
      g_set_str (&self->last_day, foyer_stmt_get_text (stmt, 2));
    }

  return done;
}

static gboolean
foyer_member_listing_read_slice (FoyerMemberListing  *self,
                                 const char          *sql,
                                 int                  limit,
                                 int                 *n,
                                 GError             **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (self->db, sql);

  foyer_stmt_bind_text (stmt, 1, self->fold);
  foyer_stmt_bind_int (stmt, 2, self->id);
  foyer_stmt_bind_text (stmt, 3, self->last_day);
  foyer_stmt_bind_int (stmt, 4, limit);

  return foyer_member_listing_read (self, stmt, limit, n, error);
}

/* The rest of the day at which the last slice ended, then the days before it. */
static gboolean
foyer_member_listing_read_days (FoyerMemberListing  *self,
                                int                 *n,
                                GError             **error)
{
  int n_of_day;

  if (!foyer_member_listing_read_slice (self, sql_of_day, SLICE, &n_of_day, error))
    return FALSE;
  *n = n_of_day;
  if (n_of_day == SLICE)
    return TRUE;
  if (!foyer_member_listing_read_slice (self, sql_before_day, SLICE - n_of_day, n, error))
    return FALSE;
  *n += n_of_day;

  return TRUE;
}

static gboolean
foyer_member_listing_read_all (FoyerMemberListing  *self,
                               GCancellable        *cancellable,
                               GError             **error)
{
  int n;

  do
    {
      if (!foyer_member_listing_read_days (self, &n, error))
        return FALSE;
      foyer_db_breathe (self->db);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  while (n == SLICE);

  return TRUE;
}

static gboolean
foyer_member_listing_read_these (FoyerMemberListing  *self,
                                 const GArray        *ids,
                                 GError             **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (self->db, sql_these_by_day);
  g_autoptr(GString) json = g_string_new ("[");
  int n;

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (json, "%s%u", i > 0 ? "," : "", g_array_index (ids, guint32, i));
  g_string_append_c (json, ']');
  foyer_stmt_bind_text (stmt, 1, json->str);

  return foyer_member_listing_read (self, stmt, G_MAXINT, &n, error);
}

static void
foyer_member_listing_want (FoyerMemberListing *self,
                           const GArray       *ids)
{
  for (guint i = 0; i < ids->len; i++)
    self->n_wanted = MAX (self->n_wanted, g_array_index (ids, guint32, i) + 1);
  /* Never NULL, which is everybody. */
  self->wanted = g_new0 (guint8, self->n_wanted + 1);
  for (guint i = 0; i < ids->len; i++)
    self->wanted[g_array_index (ids, guint32, i)] = 1;
}

FoyerMemberList *
foyer_member_verbs_list (FoyerDb                 *db,
                         const FoyerMemberQuery  *query,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  g_auto(FoyerMemberListing) listing = {
    .db = db,
    .rows = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .letters = g_array_new (FALSE, FALSE, sizeof (FoyerMemberLetter)),
    .fold = g_strdup (""),
    /* After every day. */
    .last_day = g_strdup ("~"),
  };
  g_autoptr(GArray) ids = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  FoyerMemberList *list;
  gboolean done;

  if (query->text != NULL && *query->text != '\0'
      && (ids = foyer_person_verbs_match (db, query->text, error)) == NULL)
    return NULL;
  if (query->sort != FOYER_MEMBERS_BY_NAME && ids != NULL && ids->len <= FEW)
    {
      done = foyer_member_listing_read_these (&listing, ids, error);
    }
  else
    {
      if (ids != NULL)
        foyer_member_listing_want (&listing, ids);
      done = query->sort == FOYER_MEMBERS_BY_NAME ? foyer_member_listing_read_names (&listing, cancellable, error)
                                                  : foyer_member_listing_read_all (&listing, cancellable, error);
    }
  if (!done
      || (lines = foyer_member_verbs_lines (db, (const guint32 *) listing.rows->data, MIN (query->n_lines, listing.rows->len),
                                            query->space_id, query->day, error)) == NULL)
    return NULL;

  list = g_new (FoyerMemberList, 1);
  list->n = listing.rows->len;
  list->rows = g_array_steal (listing.rows, NULL);
  list->letters = g_steal_pointer (&listing.letters);
  list->lines = g_steal_pointer (&lines);

  return list;
}
