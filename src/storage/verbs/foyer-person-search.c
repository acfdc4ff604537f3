/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-text.h"
#include "storage/db/foyer-stmt.h"
#include "storage/tables/foyer-booking-table.h"
#include "storage/tables/foyer-name-book.h"
#include "storage/tables/foyer-person-table.h"
#include "storage/tables/foyer-space-table.h"
#include "storage/verbs/foyer-person-verbs.h"

#define LIMIT_MAX 200
/* Of longer texts the first words decide. */
#define WORDS_MAX 4
#define PHONE_DIGITS_MIN 3
#define EMAIL_MIN 3
/* Fewer stand in the middle of too many numbers. */
#define PHONE_MIDDLE_MIN 4
/* Before these stands a country's code or the zero of calls within it. */
#define PHONE_MIDDLE_MAX 9

/* Of larger sets the first few are found along the index of last visits, instead of
 * looking at every row of the set and sorting. */
#define FEW 400

/* ?1 limit, ?2 members only, ?3 space, ?4 day, ?5 and on: the texts. */
#define BY_LAST_VISIT " ORDER BY last_day DESC, fold LIMIT ?1"
#define ALIVE " deleted_at = 0 AND member >= ?2 "
#define MATCHES "(SELECT rowid FROM person_fts WHERE person_fts MATCH ?5)"
/* Folded words begin after a blank; what else parts words, only FTS5 knows. */
#define STARTS \
  " instr (' ' || fold, ?5) > 0 AND instr (' ' || fold, ?6) > 0" \
  " AND instr (' ' || fold, ?7) > 0 AND instr (' ' || fold, ?8) > 0 "
#define CONTAINS \
  " instr (fold, ?5) > 0 AND instr (fold, ?6) > 0 AND instr (fold, ?7) > 0 AND instr (fold, ?8) > 0 "
#define EXPECTED_OR_HERE \
  "SELECT DISTINCT person.id FROM booking JOIN person ON person.id = booking.person_id" \
  " WHERE booking.space_id = ?3 AND booking.day = ?4" \
  " AND booking.state IN ('confirmed', 'checked-in', 'checked-out') AND booking.deleted_at = 0" \
  " AND booking.state <> 'checked-out' AND person.deleted_at = 0 AND person.member >= ?2 AND "

static const char sql_n_matches[] =
  "SELECT count (*) FROM (SELECT rowid FROM person_fts WHERE person_fts MATCH ?1 LIMIT ?2)";

static const char sql_today_by_words[] = EXPECTED_OR_HERE STARTS BY_LAST_VISIT;
static const char sql_few_by_words[] = "SELECT id FROM person WHERE" ALIVE "AND id IN " MATCHES BY_LAST_VISIT;
static const char sql_many_by_words[] =
  "SELECT id FROM person INDEXED BY person_seen WHERE" ALIVE "AND" STARTS BY_LAST_VISIT;

static const char sql_today_by_middle[] = EXPECTED_OR_HERE CONTAINS BY_LAST_VISIT;
static const char sql_few_by_middle[] =
  "SELECT id FROM person WHERE" ALIVE "AND id IN (SELECT value FROM json_each (?5))" BY_LAST_VISIT;
/* ?1 members only */
static const char sql_many_by_middle[] =
  "SELECT id FROM person INDEXED BY person_seen WHERE deleted_at = 0 AND member >= ?1 ORDER BY last_day DESC, fold";

static const char sql_by_email[] =
  "SELECT id FROM person WHERE" ALIVE "AND email_fold >= ?5 AND email_fold < ?6 AND email_fold <> ''" BY_LAST_VISIT;
/* Along their index, in no order, whether members or not. */
static const char sql_all_by_email[] =
  "SELECT id FROM person INDEXED BY person_email WHERE deleted_at = 0"
  " AND email_fold >= ?5 AND email_fold < ?6 AND email_fold <> ''";
static const char sql_by_phone[] =
  "SELECT id FROM person WHERE" ALIVE "AND phone_tail >= ?5 AND phone_tail < ?6 AND phone_tail <> ''" BY_LAST_VISIT;
static const char sql_by_phone_middle[] =
  "SELECT id FROM person INDEXED BY person_phone WHERE" ALIVE
  "AND phone_tail <> '' AND instr (phone_tail, ?5) > 0" BY_LAST_VISIT;

/* Who has a card is at most one. */
static const char sql_by_card[] =
  "SELECT person.id FROM person_record AS r INDEXED BY person_record_card JOIN person ON person.id = r.person_id WHERE" ALIVE
  "AND r.card_fold = ?5 AND r.card_fold <> ''" BY_LAST_VISIT;
static const char sql_by_card_start[] =
  "SELECT person.id FROM person_record AS r INDEXED BY person_record_card JOIN person ON person.id = r.person_id WHERE" ALIVE
  "AND r.card_fold >= ?5 AND r.card_fold < ?6 AND r.card_fold <> ''" BY_LAST_VISIT;

/* A person beside a space and a day: ?1 person, ?2 space, 0 for any, ?3 day. */
static const char sql_read[] =
  "SELECT p.uid, p.member, p.name, p.email, p.phone, p.rev, p.last_day,"
  " (SELECT count (DISTINCT v.day) FROM booking AS v WHERE v.person_id = p.id AND v.deleted_at = 0"
  "     AND v.state IN ('checked-in', 'checked-out') AND (?2 = 0 OR v.space_id = ?2)),"
  " t.uid, t.state, t.part"
  " FROM person AS p LEFT JOIN booking AS t ON t.id ="
  " (SELECT b.id FROM booking AS b WHERE b.person_id = p.id AND b.day = ?3 AND b.space_id = ?2"
  "     AND b.state IN ('confirmed', 'checked-in', 'checked-out') AND b.deleted_at = 0"
  "   ORDER BY b.state = 'checked-in' DESC, b.state = 'confirmed' DESC, b.part, b.id LIMIT 1)"
  " WHERE p.id = ?1";

typedef struct {
  FoyerDb    *db;
  gboolean    members_only;
  gint64      space_id;
  FoyerDay    day;
  int         limit;
  int         n_found;
  GPtrArray  *people;      /* (nullable): those who are found are only numbered */
  GArray     *ids;         /* (element-type guint32): rows of person, in the order in which they were found */
  GHashTable *seen;
} FoyerPersonSearch;

FoyerPerson *
foyer_person_verbs_read (FoyerDb   *db,
                         gint64     id,
                         gint64     space_id,
                         FoyerDay   day,
                         GError   **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, sql_read);
  g_autoptr(FoyerPerson) person = foyer_person_new ();
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  foyer_stmt_bind_int (stmt, 2, space_id);
  foyer_stmt_bind_day (stmt, 3, day);
  if (!foyer_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND, "no such person");
      return NULL;
    }

  g_set_str (&person->id, foyer_stmt_get_text (stmt, 0));
  person->is_member = foyer_stmt_get_int (stmt, 1) != 0;
  g_set_str (&person->name, foyer_stmt_get_text (stmt, 2));
  g_set_str (&person->email, foyer_stmt_get_text (stmt, 3));
  g_set_str (&person->phone, foyer_stmt_get_text (stmt, 4));
  person->rev = foyer_stmt_get_int (stmt, 5);
  person->last_day = foyer_stmt_get_day (stmt, 6);
  person->n_visits = (int) foyer_stmt_get_int (stmt, 7);
  if (*foyer_stmt_get_text (stmt, 8) != '\0')
    {
      person->booking_id = foyer_stmt_dup_text (stmt, 8);
      foyer_booking_state_parse (foyer_stmt_get_text (stmt, 9), &person->state, NULL);
      person->part = (FoyerPart) foyer_stmt_get_int (stmt, 10);
    }

  return foyer_skill_table_read (db, id, person, error) ? g_steal_pointer (&person) : NULL;
}

/* Adds @id if it is not there yet. */
static gboolean
foyer_person_search_take (FoyerPersonSearch  *self,
                          gint64              id,
                          GError            **error)
{
  const guint32 found = (guint32) id;
  FoyerPerson *person;

  if (!g_hash_table_add (self->seen, GUINT_TO_POINTER (found)))
    return TRUE;

  self->n_found++;
  if (self->people == NULL)
    {
      g_array_append_val (self->ids, found);
      return TRUE;
    }

  person = foyer_person_verbs_read (self->db, id, self->space_id, self->day, error);
  if (person != NULL)
    g_ptr_array_add (self->people, person);

  return person != NULL;
}

/* Adds those that are not there yet, up to the limit. */
static gboolean
foyer_person_search_run (FoyerPersonSearch   *self,
                         const char          *sql,
                         const char * const  *texts,
                         int                  n_texts,
                         GError             **error)
{
  g_autoptr(FoyerStmt) stmt = NULL;
  gboolean done = TRUE;
  gboolean row;

  if (self->n_found >= self->limit)
    return TRUE;

  stmt = foyer_db_prepare (self->db, sql);
  foyer_stmt_bind_int (stmt, 1, self->limit);
  foyer_stmt_bind_int (stmt, 2, self->members_only ? 1 : 0);
  foyer_stmt_bind_int (stmt, 3, self->space_id);
  foyer_stmt_bind_day (stmt, 4, self->day);
  for (int i = 0; i < n_texts; i++)
    foyer_stmt_bind_text (stmt, 5 + i, texts[i]);

  while (self->n_found < self->limit && (done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      if (!foyer_person_search_take (self, foyer_stmt_get_int (stmt, 0), error))
        return FALSE;
    }

  return done;
}

/* Letters and digits of the words, each the start of one: the words of FTS5, quoted. */
static char *
foyer_person_search_get_match (char **words)
{
  g_autoptr(GString) match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean has_letter = FALSE;

      for (const char *at = words[i]; *at != '\0'; at = g_utf8_next_char (at))
        has_letter |= g_unichar_isalnum (g_utf8_get_char (at));
      if (!has_letter)
        continue;
      g_string_append_c (match, '"');
      for (const char *at = words[i]; *at != '\0'; at++)
        g_string_append_len (match, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
      g_string_append (match, "\"* ");
    }

  return g_string_free_and_steal (g_steal_pointer (&match));
}

static gboolean
foyer_person_search_by_words (FoyerPersonSearch  *self,
                              char              **words,
                              GError            **error)
{
  g_autofree char *match = foyer_person_search_get_match (words);
  g_autoptr(GPtrArray) starts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(FoyerStmt) stmt = NULL;
  gint64 n;
  gboolean row;

  if (*match == '\0')
    return TRUE;

  for (guint i = 0; i < WORDS_MAX; i++)
    g_ptr_array_add (starts, i < g_strv_length (words) ? g_strconcat (" ", words[i], NULL) : g_strdup (""));
  stmt = foyer_db_prepare (self->db, sql_n_matches);
  foyer_stmt_bind_text (stmt, 1, match);
  foyer_stmt_bind_int (stmt, 2, FEW + 1);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;
  n = foyer_stmt_get_int (stmt, 0);

  if (self->space_id != 0
      && !foyer_person_search_run (self, sql_today_by_words, (const char * const *) starts->pdata, WORDS_MAX, error))
    return FALSE;
  /* What they have in common with all those is a part of their names. */
  if (n > FEW && self->people == NULL)
    return TRUE;
  if (n > FEW)
    return foyer_person_search_run (self, sql_many_by_words, (const char * const *) starts->pdata, WORDS_MAX, error);

  return foyer_person_search_run (self, sql_few_by_words, (const char * const *) &match, 1, error);
}

/* All of them in no order: what a list of members is narrowed by. */
static gboolean
foyer_person_search_take_all (FoyerPersonSearch  *self,
                              const GArray       *ids,
                              GError            **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!foyer_person_search_take (self, g_array_index (ids, guint32, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
foyer_person_search_run_few (FoyerPersonSearch  *self,
                             const GArray       *ids,
                             GError            **error)
{
  g_autoptr(GString) json = g_string_new ("[");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (json, "%s%u", i > 0 ? "," : "", g_array_index (ids, guint32, i));
  g_string_append_c (json, ']');

  return foyer_person_search_run (self, sql_few_by_middle, (const char * const *) &json->str, 1, error);
}

/* Along the last visits, until enough of @ids came by. */
static gboolean
foyer_person_search_run_many (FoyerPersonSearch  *self,
                              const GArray       *ids,
                              GError            **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (self->db, sql_many_by_middle);
  g_autoptr(GHashTable) wanted = g_hash_table_new (NULL, NULL);
  gboolean done = TRUE;
  gboolean row;

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (wanted, GUINT_TO_POINTER (g_array_index (ids, guint32, i)));
  foyer_stmt_bind_int (stmt, 1, self->members_only ? 1 : 0);
  while (self->n_found < self->limit && (done = foyer_stmt_step (stmt, &row, error)) && row)
    {
      const gint64 id = foyer_stmt_get_int (stmt, 0);

      if (g_hash_table_contains (wanted, GUINT_TO_POINTER ((guint) id)) && !foyer_person_search_take (self, id, error))
        return FALSE;
    }

  return done;
}

static gboolean
foyer_person_search_by_middle (FoyerPersonSearch    *self,
                               const char * const   *words,
                               GError              **error)
{
  g_autoptr(GArray) ids = NULL;

  if (self->n_found >= self->limit)
    return TRUE;

  ids = foyer_name_book_find (self->db, words, error);
  if (ids == NULL)
    return FALSE;
  if (self->people == NULL)
    return foyer_person_search_take_all (self, ids, error);
  if (ids->len > FEW)
    return foyer_person_search_run_many (self, ids, error);

  return foyer_person_search_run_few (self, ids, error);
}

static gboolean
foyer_person_search_by_name (FoyerPersonSearch  *self,
                             const char         *fold,
                             GError            **error)
{
  g_auto(GStrv) words = g_strsplit (fold, " ", -1);
  const char *middles[WORDS_MAX] = { "", "", "", "" };

  for (guint i = 0; i < WORDS_MAX && words[i] != NULL; i++)
    middles[i] = words[i];

  return foyer_person_search_by_words (self, words, error)
         && (self->space_id == 0 || foyer_person_search_run (self, sql_today_by_middle, middles, WORDS_MAX, error))
         && foyer_person_search_by_middle (self, (const char * const *) words, error);
}

/* The range of texts that begin so. */
static gboolean
foyer_person_search_by_start (FoyerPersonSearch  *self,
                              const char         *sql,
                              const char         *start,
                              GError            **error)
{
  g_autofree char *end = g_strconcat (start, "\xf4\x8f\xbf\xbf", NULL);
  const char *ends[] = { start, end };

  return foyer_person_search_run (self, sql, ends, 2, error);
}

/* The digits from the last on; "" when this is no part of a phone number. */
static char *
foyer_person_search_get_tail (const char *text)
{
  g_autoptr(GString) tail = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at))
        g_string_prepend_c (tail, *at);
      else if (strchr (" +-./()", *at) == NULL)
        return g_strdup ("");
    }

  return tail->len >= PHONE_DIGITS_MIN ? g_strdup (tail->str) : g_strdup ("");
}

/* First numbers that end so, then those with the digits anywhere, written for calls from
 * abroad or from nearby: 06 12 34 and +33 6 12 34 have 6 12 34 in common. */
static gboolean
foyer_person_search_by_phone (FoyerPersonSearch  *self,
                              const char         *text,
                              GError            **error)
{
  g_autofree char *tail = foyer_person_search_get_tail (text);
  gsize length = MIN (strlen (tail), PHONE_MIDDLE_MAX);

  if (*tail == '\0')
    return TRUE;
  if (!foyer_person_search_by_start (self, sql_by_phone, tail, error))
    return FALSE;

  while (length > 0 && tail[length - 1] == '0')
    length--;
  tail[length] = '\0';

  return length < PHONE_MIDDLE_MIN
         || foyer_person_search_run (self, sql_by_phone_middle, (const char * const *) &tail, 1, error);
}

static gboolean
foyer_person_search_by_card (FoyerPersonSearch  *self,
                             const char         *card,
                             GError            **error)
{
  return *card == '\0' || foyer_person_search_run (self, sql_by_card, &card, 1, error);
}

/* A card that is typed by hand. */
static gboolean
foyer_person_search_by_card_start (FoyerPersonSearch  *self,
                                   const char         *card,
                                   GError            **error)
{
  return g_utf8_strlen (card, -1) < FOYER_CARD_MIN
         || foyer_person_search_by_start (self, sql_by_card_start, card, error);
}

/* A letter or two begin too many addresses to narrow a list by. */
static gboolean
foyer_person_search_by_email (FoyerPersonSearch  *self,
                              const char         *fold,
                              GError            **error)
{
  if (self->people != NULL)
    return foyer_person_search_by_start (self, sql_by_email, fold, error);

  return g_utf8_strlen (fold, -1) < EMAIL_MIN
         || foyer_person_search_by_start (self, sql_all_by_email, fold, error);
}

static gboolean
foyer_person_search_all (FoyerPersonSearch  *self,
                         const char         *text,
                         GError            **error)
{
  g_autofree char *fold = NULL;
  g_autofree char *card = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "the text is not UTF-8");
      return FALSE;
    }

  fold = foyer_text_fold (text);
  card = foyer_person_fold_card (text);

  return *fold == '\0'
         || (foyer_person_search_by_card (self, card, error)
             && foyer_person_search_by_name (self, fold, error)
             && foyer_person_search_by_email (self, fold, error)
             && foyer_person_search_by_phone (self, fold, error)
             && foyer_person_search_by_card_start (self, card, error));
}

GArray *
foyer_person_verbs_match (FoyerDb     *db,
                          const char  *text,
                          GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  FoyerPersonSearch search = { .db = db, .members_only = TRUE, .limit = G_MAXINT, .ids = ids, .seen = seen };

  return foyer_person_search_all (&search, text, error) ? g_steal_pointer (&ids) : NULL;
}

GPtrArray *
foyer_person_verbs_find (FoyerDb     *db,
                         const char  *text,
                         gboolean     members_only,
                         const char  *space_id,
                         FoyerDay     day,
                         int          limit,
                         GError     **error)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_person_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  FoyerPersonSearch search = {
    .db = db,
    .members_only = members_only,
    .day = day,
    .limit = CLAMP (limit, 1, LIMIT_MAX),
    .people = people,
    .seen = seen,
  };

  if (space_id != NULL)
    {
      g_autoptr(FoyerSpaceRow) space = foyer_space_table_find_any (db, space_id, error);

      if (space == NULL)
        return NULL;
      search.space_id = space->id;
    }

  return foyer_person_search_all (&search, text, error) ? g_steal_pointer (&people) : NULL;
}
