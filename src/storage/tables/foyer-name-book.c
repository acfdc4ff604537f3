/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/tables/foyer-name-book.h"

#include <string.h>

#include "storage/db/foyer-stmt.h"

/* A millisecond of reading. */
#define SLICE 4000
/* Names that nobody has any more: when they are more than this and more than the others, all is
 * read again. */
#define DEAD_MAX 10000
/* After more changes at once the order is read again. */
#define CHANGES_MAX 1000

/* One name in the text. */
typedef struct {
  guint32 start : 31;
  guint32 is_member : 1;
  guint32 id;             /* 0: nobody has it any more */
} FoyerNameEntry;

typedef struct {
  GString   *text;      /* folded names, each with its end */
  GArray    *entries;   /* (element-type FoyerNameEntry), as they stand in @text */
  GArray    *places;    /* (element-type guint32): by the person's id, its entry + 1 */
  GArray    *touched;   /* (element-type guint32): ids up to @places that were written since */
  guint      n_dead;
  GArray    *order;     /* (element-type FoyerNamePlace) (nullable): before somebody asked for it */
  guint      n_changes; /* of names, since the start */
} FoyerNameBook;

static void
foyer_name_book_free (gpointer user_data)
{
  FoyerNameBook *self = user_data;

  g_string_free (self->text, TRUE);
  g_array_unref (self->entries);
  g_array_unref (self->places);
  g_array_unref (self->touched);
  g_clear_pointer (&self->order, g_array_unref);
  g_free (self);
}

/* Forgets the name of @id and notes that it has to be read. */
static void
foyer_name_book_touch_cb (gint64   row,
                          gpointer user_data)
{
  FoyerNameBook *self = user_data;
  const guint32 id = (guint32) row;

  if (id < self->places->len)
    g_array_append_val (self->touched, id);
}

static FoyerNameBook *
foyer_name_book_get (FoyerDb *db)
{
  FoyerNameBook *self = foyer_db_get_watcher (db);

  if (self != NULL)
    return self;

  self = g_new0 (FoyerNameBook, 1);
  self->text = g_string_new (NULL);
  self->entries = g_array_new (FALSE, FALSE, sizeof (FoyerNameEntry));
  self->places = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_set_size (self->places, 1);
  foyer_db_watch_rows (db, "person", foyer_name_book_touch_cb, self, foyer_name_book_free);

  return self;
}

static void
foyer_name_book_forget (FoyerNameBook *self,
                        guint32        id)
{
  const guint32 place = g_array_index (self->places, guint32, id);

  if (place == 0)
    return;

  if (self->order != NULL && g_array_index (self->entries, FoyerNameEntry, place - 1).is_member)
    foyer_name_order_remove (self->order, id);
  self->n_changes++;
  g_array_index (self->entries, FoyerNameEntry, place - 1).id = 0;
  g_array_index (self->places, guint32, id) = 0;
  self->n_dead++;
}

static const FoyerNameEntry *
foyer_name_book_get_entry (FoyerNameBook *self,
                           guint32        id)
{
  const guint32 place = id < self->places->len ? g_array_index (self->places, guint32, id) : 0;

  return place != 0 ? &g_array_index (self->entries, FoyerNameEntry, place - 1) : NULL;
}

static const char *
foyer_name_book_get_name (guint32  id,
                          gpointer user_data)
{
  FoyerNameBook *self = user_data;
  const FoyerNameEntry *entry = foyer_name_book_get_entry (self, id);

  return entry != NULL ? self->text->str + entry->start : "";
}

/* @fold: (nullable): somebody who is gone */
static void
foyer_name_book_put (FoyerNameBook *self,
                     guint32        id,
                     gboolean       is_member,
                     const char    *fold)
{
  const FoyerNameEntry entry = { (guint32) self->text->len & G_MAXINT32, is_member ? 1 : 0, id };

  if (id >= self->places->len)
    g_array_set_size (self->places, id + 1);
  if (fold == NULL)
    return;

  g_string_append_len (self->text, fold, (gssize) strlen (fold) + 1);
  g_array_append_val (self->entries, entry);
  g_array_index (self->places, guint32, id) = self->entries->len;
  self->n_changes++;
  if (is_member && self->order != NULL)
    foyer_name_order_insert (self->order, id, foyer_name_book_get_name, self);
}

/* Reads up to SLICE people behind those that are known. */
static gboolean
foyer_name_book_read_slice (FoyerNameBook  *self,
                            FoyerDb        *db,
                            int            *n,
                            GError        **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db,
    "SELECT id, member, fold, deleted_at = 0 FROM person WHERE id > ?1 ORDER BY id LIMIT ?2");
  gboolean done;
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, self->places->len - 1);
  foyer_stmt_bind_int (stmt, 2, SLICE);
  for (*n = 0; (done = foyer_stmt_step (stmt, &row, error)) && row; (*n)++)
    foyer_name_book_put (self, (guint32) foyer_stmt_get_int (stmt, 0), foyer_stmt_get_int (stmt, 1) != 0,
                         foyer_stmt_get_int (stmt, 3) != 0 ? foyer_stmt_get_text (stmt, 2) : NULL);
  if (*n > CHANGES_MAX)
    g_clear_pointer (&self->order, g_array_unref);

  return done;
}

static gboolean
foyer_name_book_reread (FoyerNameBook  *self,
                        FoyerDb        *db,
                        guint32         id,
                        GError        **error)
{
  g_autoptr(FoyerStmt) stmt = foyer_db_prepare (db, "SELECT fold, member FROM person WHERE id = ?1 AND deleted_at = 0");
  const FoyerNameEntry *entry = foyer_name_book_get_entry (self, id);
  gboolean row;

  foyer_stmt_bind_int (stmt, 1, id);
  if (!foyer_stmt_step (stmt, &row, error))
    return FALSE;

  /* Each visit writes the row, and few change a name. */
  if (row && entry != NULL && entry->is_member == (foyer_stmt_get_int (stmt, 1) != 0)
      && g_str_equal (self->text->str + entry->start, foyer_stmt_get_text (stmt, 0)))
    return TRUE;
  foyer_name_book_forget (self, id);
  if (row)
    foyer_name_book_put (self, id, foyer_stmt_get_int (stmt, 1) != 0, foyer_stmt_get_text (stmt, 0));

  return TRUE;
}

gboolean
foyer_name_book_learn (FoyerDb   *db,
                       gboolean   breathes,
                       GError   **error)
{
  FoyerNameBook *self = foyer_name_book_get (db);
  int n;

  if (self->n_dead > DEAD_MAX && self->n_dead > self->entries->len / 2)
    {
      g_string_truncate (self->text, 0);
      g_array_set_size (self->entries, 0);
      g_array_set_size (self->places, 0);
      g_array_set_size (self->places, 1);
      g_array_set_size (self->touched, 0);
      g_clear_pointer (&self->order, g_array_unref);
      self->n_dead = 0;
    }
  if (self->touched->len > CHANGES_MAX)
    g_clear_pointer (&self->order, g_array_unref);
  /* Whoever comes first while this breathes reads the rest. */
  do
    {
      if (!foyer_name_book_read_slice (self, db, &n, error))
        return FALSE;
      if (breathes)
        foyer_db_breathe (db);
    }
  while (n == SLICE);

  for (; self->touched->len > 0; g_array_set_size (self->touched, self->touched->len - 1))
    if (!foyer_name_book_reread (self, db, g_array_index (self->touched, guint32, self->touched->len - 1), error))
      return FALSE;

  return TRUE;
}

/* The longest word is the rarest, more or less. */
static const char *
foyer_name_book_get_longest (const char * const *words)
{
  const char *longest = words[0];

  for (gsize i = 1; words[i] != NULL; i++)
    if (strlen (words[i]) > strlen (longest))
      longest = words[i];

  return longest;
}

static gboolean
foyer_name_book_has_all (const char         *name,
                         const char * const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (name, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

GArray *
foyer_name_book_find (FoyerDb             *db,
                      const char * const  *words,
                      GError             **error)
{
  FoyerNameBook *self = foyer_name_book_get (db);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char *end, *at, *longest;
  guint i = 0;

  if (!foyer_name_book_learn (db, FALSE, error))
    return NULL;
  if (words[0] == NULL)
    return g_steal_pointer (&ids);

  longest = foyer_name_book_get_longest (words);
  end = self->text->str + self->text->len;
  for (at = self->text->str; (at = memmem (at, (gsize) (end - at), longest, strlen (longest))) != NULL;)
    {
      const gsize offset = (gsize) (at - self->text->str);
      const FoyerNameEntry *entry;

      while (i + 1 < self->entries->len && g_array_index (self->entries, FoyerNameEntry, i + 1).start <= offset)
        i++;
      entry = &g_array_index (self->entries, FoyerNameEntry, i);
      if (entry->id != 0 && foyer_name_book_has_all (self->text->str + entry->start, words))
        g_array_append_val (ids, entry->id);
      at += strlen (at) + 1;
    }

  return g_steal_pointer (&ids);
}

const GArray *
foyer_name_book_get_order (FoyerDb       *db,
                           GCancellable  *cancellable,
                           GError       **error)
{
  FoyerNameBook *self = foyer_name_book_get (db);

  if (!foyer_name_book_learn (db, FALSE, error))
    return NULL;

  /* What was written while this was read is read with it, or behind it. */
  while (self->order == NULL)
    {
      const guint n_changes = self->n_changes;
      g_autoptr(GArray) order = foyer_name_order_read (db, cancellable, error);

      if (order == NULL || !foyer_name_book_learn (db, FALSE, error))
        return NULL;
      if (self->order == NULL && n_changes == self->n_changes)
        self->order = g_steal_pointer (&order);
    }

  return self->order;
}
