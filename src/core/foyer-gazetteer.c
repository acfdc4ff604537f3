/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-gazetteer.h"

#include <stdlib.h>
#include <string.h>

#include "core/foyer-text.h"
#include "core/gazetteer/foyer-gazetteer-line.h"

#define QUERY_MAX 200
#define POSTCODE_LENGTH 5

/* A commune that has coordinates. The other columns are read again from its line. */
typedef struct {
  gsize   line;                  /* where its line starts in the table */
  gsize   key;                   /* where its key starts in the keys */
  guint32 population;
} Commune;

typedef struct {
  guint32 postcode;
  guint32 commune;
} Postcode;

struct _FoyerGazetteer {
  GBytes  *table;
  /* the index, made at the first question */
  GString *keys;                 /* one after the other, each with its end */
  GArray  *communes;             /* (element-type Commune): by key, the largest first */
  GArray  *postcodes;            /* (element-type Postcode): by postcode, the largest first */
};

/**
 * foyer_gazetteer_new:
 * @table: lines of TAB separated columns; see [struct@Gazetteer]
 *
 * Makes a gazetteer. The first question indexes @table (35,000 lines: some 2 MB and a
 * fraction of a second); all questions come from one thread.
 *
 * Returns: (transfer full): a gazetteer
 */
FoyerGazetteer *
foyer_gazetteer_new (GBytes *table)
{
  FoyerGazetteer *self;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_new0 (FoyerGazetteer, 1);
  self->table = g_bytes_ref (table);

  return self;
}

/**
 * foyer_gazetteer_free:
 * @self: (transfer full): a gazetteer
 *
 * Frees @self and its index.
 */
void
foyer_gazetteer_free (FoyerGazetteer *self)
{
  g_return_if_fail (self != NULL);

  g_bytes_unref (self->table);
  g_clear_pointer (&self->communes, g_array_unref);
  g_clear_pointer (&self->postcodes, g_array_unref);
  if (self->keys != NULL)
    g_string_free (self->keys, TRUE);
  g_free (self);
}

/**
 * foyer_place_free:
 * @place: (transfer full): a place
 *
 * Frees @place.
 */
void
foyer_place_free (FoyerPlace *place)
{
  g_return_if_fail (place != NULL);

  g_free (place->name);
  g_free (place);
}

/* "3e", "1er", "3ème", "03": leaves the number alone in @word. */
static char *
simplify_ordinal (char *word)
{
  static const char * const endings[] = { "", "e", "er", "eme", "nd", "nde", "re", "ere", NULL };
  gsize n_digits = strspn (word, G_CSET_DIGITS);
  gsize n_zeros = strspn (word, "0");

  if (n_digits == 0 || n_digits > 2 || n_zeros == n_digits ||
      !g_strv_contains (endings, word + n_digits))
    return word;
  word[n_digits] = '\0';

  return word + n_zeros;
}

static gboolean
is_postcode (const char *word)
{
  return strlen (word) == POSTCODE_LENGTH && strspn (word, G_CSET_DIGITS) == POSTCODE_LENGTH;
}

/* What names are compared by: folded, "St" and "Ste" written out, arrondissements as
 * numbers ("lyon 3"), brackets and "cedex" left out. The first postcode in it, if any, is
 * taken out to @postcode, which is 0 before. */
static char *
make_key (const char *name,
          guint32    *postcode)
{
  static const char * const silent[] = { "arr", "arrondissement", "cedex", NULL };
  g_autofree char *folded = foyer_text_fold (name);
  g_autoptr(GString) key = g_string_sized_new (strlen (folded) + 8);
  char *rest;

  for (char *word = strtok_r (folded, " (),./", &rest); word != NULL;
       word = strtok_r (NULL, " (),./", &rest))
    {
      const char *written;

      if (postcode != NULL && *postcode == 0 && is_postcode (word))
        {
          *postcode = (guint32) strtoul (word, NULL, 10);
          continue;
        }
      if (g_strv_contains (silent, word))
        continue;
      if (g_str_equal (word, "st"))
        written = "saint";
      else if (g_str_equal (word, "ste"))
        written = "sainte";
      else
        written = simplify_ordinal (word);
      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, written);
    }

  return g_string_free (g_steal_pointer (&key), FALSE);
}

static const Commune *
get_commune (FoyerGazetteer *self,
             guint           i)
{
  return &g_array_index (self->communes, Commune, i);
}

static const char *
get_key (FoyerGazetteer *self,
         guint           i)
{
  return self->keys->str + get_commune (self, i)->key;
}

static void
get_fields (FoyerGazetteer *self,
            guint           i,
            FoyerGazetteerField           fields[N_COLUMNS])
{
  gsize size;
  const char *table = g_bytes_get_data (self->table, &size);
  gsize line = get_commune (self, i)->line;
  const char *end = memchr (table + line, '\n', size - line);
  gsize length = (end != NULL ? (gsize) (end - table) : size) - line;
  gboolean split = foyer_gazetteer_split_line (table + line, length, fields);

  g_assert (split);
}

static int
compare_communes (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  FoyerGazetteer *self = user_data;
  const Commune *left = a;
  const Commune *right = b;
  int order = strcmp (self->keys->str + left->key, self->keys->str + right->key);

  if (order == 0)
    order = (left->population < right->population) - (left->population > right->population);
  if (order == 0)
    order = (left->line > right->line) - (left->line < right->line);

  return order;
}

static int
compare_postcodes (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  FoyerGazetteer *self = user_data;
  const Postcode *left = a;
  const Postcode *right = b;
  guint32 left_pop = get_commune (self, left->commune)->population;
  guint32 right_pop = get_commune (self, right->commune)->population;
  int order = (left->postcode > right->postcode) - (left->postcode < right->postcode);

  if (order == 0)
    order = (left_pop < right_pop) - (left_pop > right_pop);
  if (order == 0)
    order = (left->commune > right->commune) - (left->commune < right->commune);

  return order;
}

static void
add_key (FoyerGazetteer *self,
         Commune         commune,
         const char     *name)
{
  g_autofree char *key = make_key (name, NULL);

  if (*key == '\0')
    return;
  commune.key = self->keys->len;
  g_string_append_len (self->keys, key, strlen (key) + 1);
  g_array_append_val (self->communes, commune);
}

static void
add_commune (FoyerGazetteer *self,
             gsize           line,
             const FoyerGazetteerField     fields[N_COLUMNS])
{
  Commune commune = { .line = line };
  g_autofree char *name = NULL;
  char *bracket;
  int lat_e6, lon_e6;

  if (!foyer_gazetteer_read_number (fields[COLUMN_POP], &commune.population) ||
      !foyer_gazetteer_read_point (fields, &lat_e6, &lon_e6) || fields[COLUMN_PRECISION].length != 1)
    return;

  name = g_strndup (fields[COLUMN_NAME].start, fields[COLUMN_NAME].length);
  add_key (self, commune, name);
  /* "Castillon (Canton de Lembeye)": people write the first word only */
  bracket = strchr (name, '(');
  if (bracket != NULL)
    {
      *bracket = '\0';
      add_key (self, commune, name);
    }
}

static void
index_communes (FoyerGazetteer *self)
{
  gsize size;
  const char *table = g_bytes_get_data (self->table, &size);

  for (gsize line = 0; line < size;)
    {
      const char *end = memchr (table + line, '\n', size - line);
      gsize length = (end != NULL ? (gsize) (end - table) : size) - line;
      FoyerGazetteerField fields[N_COLUMNS];

      if (foyer_gazetteer_split_line (table + line, length, fields))
        add_commune (self, line, fields);
      line += length + 1;
    }
  g_array_sort_with_data (self->communes, compare_communes, self);
}

static void
index_postcodes (FoyerGazetteer *self)
{
  for (guint i = 0; i < self->communes->len; i++)
    {
      FoyerGazetteerField fields[N_COLUMNS];
      FoyerGazetteerField rest;

      get_fields (self, i, fields);
      rest = fields[COLUMN_POSTCODES];
      while (rest.length >= POSTCODE_LENGTH)
        {
          Postcode postcode = { .commune = i };
          gsize n = POSTCODE_LENGTH;

          if (foyer_gazetteer_read_number ((FoyerGazetteerField) { rest.start, n }, &postcode.postcode))
            g_array_append_val (self->postcodes, postcode);
          n = MIN (n + 1, rest.length);
          rest.start += n;
          rest.length -= n;
        }
    }
  g_array_sort_with_data (self->postcodes, compare_postcodes, self);
}

static void
ensure_index (FoyerGazetteer *self)
{
  if (self->communes != NULL)
    return;

  self->keys = g_string_new (NULL);
  self->communes = g_array_new (FALSE, FALSE, sizeof (Commune));
  self->postcodes = g_array_new (FALSE, FALSE, sizeof (Postcode));
  index_communes (self);
  index_postcodes (self);
}

/* The first commune whose key is not before @key. */
static guint
find_first (FoyerGazetteer *self,
            const char     *key)
{
  guint low = 0;
  guint high = self->communes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (get_key (self, middle), key) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The largest commune with this key, or -1. */
static int
find_key (FoyerGazetteer *self,
          const char     *key)
{
  guint low = find_first (self, key);

  return low < self->communes->len && g_str_equal (get_key (self, low), key) ? (int) low : -1;
}

/* Whether @i is an arrondissement of the commune with @key. */
static gboolean
is_arrondissement_of (FoyerGazetteer *self,
                      guint           i,
                      const char     *key)
{
  const char *own = get_key (self, i);
  gsize length = strlen (key);

  return g_str_has_prefix (own, key) && own[length] == ' ' && g_ascii_isdigit (own[length + 1]);
}

/* The first of those with @postcode, if any has it. */
static guint
find_first_postcode (FoyerGazetteer *self,
                     guint32         postcode)
{
  guint low = 0;
  guint high = self->postcodes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->postcodes, Postcode, middle).postcode < postcode)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The commune with the postcode whose key is @key, else the largest; -1 when none has it. An
 * arrondissement comes before its city, whose point is farther away. */
static int
find_postcode (FoyerGazetteer *self,
               guint32         postcode,
               const char     *key)
{
  int largest = -1;
  int named = -1;

  for (guint i = find_first_postcode (self, postcode); i < self->postcodes->len; i++)
    {
      const Postcode *entry = &g_array_index (self->postcodes, Postcode, i);

      if (entry->postcode != postcode)
        break;
      if (largest < 0 || is_arrondissement_of (self, entry->commune, get_key (self, largest)))
        largest = (int) entry->commune;
      if (is_arrondissement_of (self, entry->commune, key) ||
          (named < 0 && g_str_equal (get_key (self, entry->commune), key)))
        named = (int) entry->commune;
    }

  return named >= 0 ? named : largest;
}

static FoyerPlace *
make_place (FoyerGazetteer *self,
            guint           i)
{
  FoyerPlace *place = g_new0 (FoyerPlace, 1);
  FoyerGazetteerField fields[N_COLUMNS];

  get_fields (self, i, fields);
  place->name = g_utf8_make_valid (fields[COLUMN_NAME].start, (gssize) fields[COLUMN_NAME].length);
  place->population = (int) get_commune (self, i)->population;
  foyer_gazetteer_read_point (fields, &place->lat_e6, &place->lon_e6);
  place->precision = *fields[COLUMN_PRECISION].start;

  return place;
}

/**
 * foyer_gazetteer_list:
 * @self: a gazetteer
 *
 * Returns: (transfer full) (element-type FoyerPlace): every commune that has coordinates, in
 *   the order of their names
 */
GPtrArray *
foyer_gazetteer_list (FoyerGazetteer *self)
{
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_place_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  g_return_val_if_fail (self != NULL, NULL);

  ensure_index (self);
  /* A commune has a key for each of its names. */
  for (guint i = 0; i < self->communes->len; i++)
    if (g_hash_table_add (seen, GSIZE_TO_POINTER (get_commune (self, i)->line + 1)))
      g_ptr_array_add (places, make_place (self, i));

  return g_steal_pointer (&places);
}

/**
 * foyer_gazetteer_find:
 * @self: a gazetteer
 * @name: (nullable): a commune, an arrondissement ("Lyon 3e"), a postcode, or both
 * @postcode: (nullable): a postcode
 *
 * Finds a commune. Names are compared without regard to accents, case, hyphens and "St"
 * for "Saint". A postcode decides among communes of one name, and the name among those of
 * one postcode; a name that is not there leaves the largest commune of the postcode, an unknown
 * postcode (such as that of a company) leaves the largest of the name.
 *
 * Returns: (transfer full) (nullable): the place, or %NULL when it is not known or has no
 *   coordinates
 */
FoyerPlace *
foyer_gazetteer_find (FoyerGazetteer *self,
                      const char     *name,
                      const char     *postcode)
{
  g_autofree char *unused = NULL;
  g_autofree char *key = NULL;
  guint32 code = 0;
  int found = -1;

  g_return_val_if_fail (self != NULL, NULL);

  if ((name != NULL && strnlen (name, QUERY_MAX + 1) > QUERY_MAX) ||
      (postcode != NULL && strnlen (postcode, QUERY_MAX + 1) > QUERY_MAX))
    return NULL;

  ensure_index (self);
  if (postcode != NULL)
    unused = make_key (postcode, &code);
  key = make_key (name != NULL ? name : "", &code);
  if (code != 0)
    found = find_postcode (self, code, key);
  if (found < 0)
    found = find_key (self, key);

  return found >= 0 ? make_place (self, (guint) found) : NULL;
}

/* A commune that a search found: how well it fits, the best first, then by population. */
typedef struct {
  guint   commune;
  int     rank;
  guint32 population;
  gsize   line;
} Hit;

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *left = a;
  const Hit *right = b;
  int order = (left->rank > right->rank) - (left->rank < right->rank);

  if (order == 0)
    order = (left->population < right->population) - (left->population > right->population);
  if (order == 0)
    order = (left->line > right->line) - (left->line < right->line);

  return order;
}

static void
add_hit (FoyerGazetteer *self,
         GArray         *hits,
         guint           commune,
         int             rank)
{
  const Commune *found = get_commune (self, commune);
  Hit hit = { commune, rank, found->population, found->line };

  g_array_append_val (hits, hit);
}

/* "paris 1" is an arrondissement, and "paris 10" comes after it however many live there. */
static gboolean
ends_in_number (const char *key)
{
  return *key != '\0' && g_ascii_isdigit (key[strlen (key) - 1]);
}

static void
search_names (FoyerGazetteer *self,
              const char     *key,
              GArray         *hits)
{
  gboolean numbered = ends_in_number (key);

  for (guint i = find_first (self, key);
       i < self->communes->len && g_str_has_prefix (get_key (self, i), key); i++)
    add_hit (self, hits, i, numbered && !g_str_equal (get_key (self, i), key) ? 1 : 0);
}

/* Those of the postcode, the ones whose name begins with @key first, and an arrondissement
 * before its city. */
static void
search_postcode (FoyerGazetteer *self,
                 guint32         postcode,
                 const char     *key,
                 GArray         *hits)
{
  for (guint i = find_first_postcode (self, postcode); i < self->postcodes->len; i++)
    {
      const Postcode *entry = &g_array_index (self->postcodes, Postcode, i);
      int rank;

      if (entry->postcode != postcode)
        break;
      rank = g_str_has_prefix (get_key (self, entry->commune), key) ? 0 : 2;
      add_hit (self, hits, entry->commune,
               rank + (ends_in_number (get_key (self, entry->commune)) ? 0 : 1));
    }
}

/**
 * foyer_gazetteer_search:
 * @self: a gazetteer
 * @text: the beginning of a name ("Lyon 3e", "vill"), a postcode, or both
 * @limit: how many at most
 *
 * Finds communes while somebody types. Names are compared as in [method@Gazetteer.find]; the
 * most populous come first.
 *
 * Returns: (transfer full) (element-type FoyerPlace): the places, none of them twice
 */
GPtrArray *
foyer_gazetteer_search (FoyerGazetteer *self,
                        const char     *text,
                        guint           limit)
{
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_place_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr(GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autofree char *key = NULL;
  guint32 code = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (strnlen (text, QUERY_MAX + 1) > QUERY_MAX)
    return g_steal_pointer (&places);

  ensure_index (self);
  key = make_key (text, &code);
  if (code != 0)
    search_postcode (self, code, key, hits);
  else if (*key != '\0')
    search_names (self, key, hits);
  g_array_sort (hits, compare_hits);

  for (guint i = 0; i < hits->len && places->len < limit; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);

      if (g_hash_table_add (seen, GSIZE_TO_POINTER (hit->line + 1)))
        g_ptr_array_add (places, make_place (self, hit->commune));
    }

  return g_steal_pointer (&places);
}
