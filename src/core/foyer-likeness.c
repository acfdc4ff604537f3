/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-likeness.h"

#include <string.h>

/* Digits that are the same wherever somebody calls from; shorter numbers are compared as a whole. */
#define PHONE_TAIL 9
#define PHONE_MIN 6
/* Names of one word are borne by too many. */
#define WORDS_MIN 2
#define WORDS_MAX 8
/* A letter more or less says little about shorter words. */
#define NEAR_LETTERS_MIN 4
/* Of what more have in common each is compared with the first only. */
#define ALL_PAIRS_MAX 8
/* So many parts of the table of marks are sorted one after the other. */
#define N_PARTS 64
#define BREATHE_EVERY 1000

/* The words of a name, as places in it. */
typedef struct {
  const char *start[WORDS_MAX];
  gsize       length[WORDS_MAX];
  guint       n;
} Words;

/* Something that two who may be one have in common. */
typedef struct {
  guint64 mark;
  guint   at;
} Mark;

typedef struct {
  const FoyerLikenessFacts *facts;
  gsize                     n_facts;
  GArray                   *parts[N_PARTS];   /* (element-type Mark) */
  GHashTable               *seen;             /* pairs that were found */
  guint                     n_steps;
  GArray                   *pairs;            /* (element-type FoyerLikenessPair) */
  guint                    *n_namesakes;
  guint                    *n_callers;        /* with the same number */
  guint                    *n_readers;        /* of the same address */
  FoyerLikenessBreatheFunc  breathe;
  gpointer                  user_data;
} Search;

static gboolean
is_letter (const char *at)
{
  return g_unichar_isalnum (g_utf8_get_char (at));
}

static void
split (const char *name,
       Words      *words)
{
  const char *at = name;

  words->n = 0;
  while (*at != '\0' && words->n < WORDS_MAX)
    {
      while (*at != '\0' && !is_letter (at))
        at = g_utf8_next_char (at);
      words->start[words->n] = at;
      while (*at != '\0' && is_letter (at))
        at = g_utf8_next_char (at);
      words->length[words->n] = (gsize) (at - words->start[words->n]);
      if (words->length[words->n] > 0)
        words->n++;
    }
}

/* Takes away the words that both have. */
static void
drop_common (Words *a,
             Words *b)
{
  for (guint i = 0; i < a->n;)
    {
      guint j = 0;

      while (j < b->n && (a->length[i] != b->length[j] || memcmp (a->start[i], b->start[j], a->length[i]) != 0))
        j++;
      if (j == b->n)
        {
          i++;
          continue;
        }
      a->n--;
      a->start[i] = a->start[a->n];
      a->length[i] = a->length[a->n];
      b->n--;
      b->start[j] = b->start[b->n];
      b->length[j] = b->length[b->n];
    }
}

/* Whether one letter more, less or another, or two that changed places, is all there is between two
 * words (Damerau 1964). */
static gboolean
is_one_slip (const char *a,
             gsize       a_length,
             const char *b,
             gsize       b_length)
{
  g_autofree gunichar *x = NULL, *y = NULL;
  glong n_x, n_y, start = 0, end = 0;

  x = g_utf8_to_ucs4_fast (a, (glong) a_length, &n_x);
  y = g_utf8_to_ucs4_fast (b, (glong) b_length, &n_y);
  if (MIN (n_x, n_y) < NEAR_LETTERS_MIN - 1 || MAX (n_x, n_y) < NEAR_LETTERS_MIN)
    return FALSE;
  while (start < n_x && start < n_y && x[start] == y[start])
    start++;
  while (end < n_x - start && end < n_y - start && x[n_x - 1 - end] == y[n_y - 1 - end])
    end++;
  n_x -= start + end;
  n_y -= start + end;

  return (n_x <= 1 && n_y <= 1)
         || (n_x == 2 && n_y == 2 && x[start] == y[start + 1] && x[start + 1] == y[start]);
}

static FoyerLikeness
compare_names (const char *one,
               const char *other)
{
  Words a, b;
  guint n_a, n_b;

  split (one, &a);
  split (other, &b);
  n_a = a.n;
  n_b = b.n;
  if (n_a == 0 || n_b == 0)
    return (FoyerLikeness) 0;

  drop_common (&a, &b);
  if (a.n == 0 && b.n == 0)
    return FOYER_LIKENESS_NAME;
  if (n_a < WORDS_MIN || n_b < WORDS_MIN)
    return (FoyerLikeness) 0;
  if (a.n + b.n == 1)
    return FOYER_LIKENESS_NEAR_NAME;
  if (a.n == 1 && b.n == 1 && is_one_slip (a.start[0], a.length[0], b.start[0], b.length[0]))
    return FOYER_LIKENESS_NEAR_NAME;

  return (FoyerLikeness) 0;
}

/* The end of a number that is called from anywhere; 0 digits of what is too short to be one. */
static gsize
get_phone_length (const char *tail)
{
  const gsize length = strlen (tail);

  return length < PHONE_MIN ? 0 : MIN (length, PHONE_TAIL);
}

static gboolean
is_same_phone (const char *one,
               const char *other)
{
  const gsize length = get_phone_length (one);

  return length > 0 && length == get_phone_length (other) && strncmp (one, other, length) == 0;
}

/**
 * foyer_likeness_compare:
 * @one: somebody
 * @other: somebody else
 *
 * Compares two records, without whether they were ever here together.
 *
 * Returns: what speaks for one person, and what against it
 */
FoyerLikeness
foyer_likeness_compare (const FoyerLikenessFacts *one,
                        const FoyerLikenessFacts *other)
{
  FoyerLikeness likeness = compare_names (one->name, other->name);

  if (*one->email != '\0' && *other->email != '\0')
    likeness |= g_str_equal (one->email, other->email) ? FOYER_LIKENESS_EMAIL : FOYER_LIKENESS_OTHER_EMAIL;
  if (is_same_phone (one->phone_tail, other->phone_tail))
    likeness |= FOYER_LIKENESS_PHONE;
  else if (*one->phone_tail != '\0' && *other->phone_tail != '\0')
    likeness |= FOYER_LIKENESS_OTHER_PHONE;

  return likeness;
}

/**
 * foyer_likeness_is_weak:
 * @likeness: what two records say about each other
 *
 * Returns: whether only names say that they are one person
 */
gboolean
foyer_likeness_is_weak (FoyerLikeness likeness)
{
  return (likeness & (FOYER_LIKENESS_EMAIL | FOYER_LIKENESS_PHONE)) == 0;
}

/* A name alone is nothing where an address and a number say otherwise, or where many bear it; one that
 * is only near must not be spoken against at all. */
static gboolean
is_worth_saying (FoyerLikeness likeness,
                 const char   *name,
                 guint         n_namesakes)
{
  const FoyerLikeness against = FOYER_LIKENESS_OTHER_EMAIL | FOYER_LIKENESS_OTHER_PHONE;
  Words words;

  if (!foyer_likeness_is_weak (likeness))
    return TRUE;
  if ((likeness & FOYER_LIKENESS_NEAR_NAME) != 0)
    return (likeness & against) == 0;

  split (name, &words);

  return (likeness & FOYER_LIKENESS_NAME) != 0 && (likeness & against) != against && words.n >= WORDS_MIN
         && n_namesakes <= FOYER_NAMESAKES_MAX;
}

static guint64
hash_bytes (const char *bytes,
            gsize       length,
            guint64     hash)
{
  /* FNV-1a */
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * G_GUINT64_CONSTANT (1099511628211);

  return hash;
}

static guint64
mix (guint64 hash)
{
  /* The end of SplitMix64: sums of these do not meet by the alphabet. */
  hash = (hash ^ (hash >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  hash = (hash ^ (hash >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return hash ^ (hash >> 31);
}

static guint64
hash_text (const char *text,
           gsize       length,
           guint64     kind)
{
  return mix (hash_bytes (text, length, G_GUINT64_CONSTANT (14695981039346656037) + kind));
}

static void
put_mark (Search  *self,
          guint64  hash,
          guint    at)
{
  const Mark mark = { mix (hash), at };

  g_array_append_val (self->parts[mark.mark % N_PARTS], mark);
}

/* A name marks itself, itself without each of its letters, and without each of its words: two names
 * that are near have one of these in common. */
static void
mark_name (Search *self,
           guint   at,
           guint64 sum,
           Words  *words)
{
  for (guint i = 0; words->n >= WORDS_MIN && i < words->n; i++)
    {
      const char *word = words->start[i];
      const char *end = word + words->length[i];
      const guint64 rest = sum - hash_text (word, words->length[i], 2);

      if (words->n > WORDS_MIN)
        put_mark (self, rest, at);
      for (const char *letter = word; letter < end; letter = g_utf8_next_char (letter))
        {
          guint64 hash = hash_bytes (word, (gsize) (letter - word), G_GUINT64_CONSTANT (14695981039346656037) + 3);
          const char *next = g_utf8_next_char (letter);

          put_mark (self, rest + mix (hash_bytes (next, (gsize) (end - next), hash)), at);
        }
      /* Whoever has a letter more meets the word as it is. */
      put_mark (self, rest + hash_text (word, words->length[i], 3), at);
    }
}

static void
count (GHashTable *counts,
       guint64     hash)
{
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &hash));

  g_hash_table_replace (counts, g_memdup2 (&hash, sizeof hash), GUINT_TO_POINTER (n + 1));
}

static void
mark_person (Search     *self,
             guint       at,
             GHashTable *counts)
{
  const FoyerLikenessFacts *facts = &self->facts[at];
  const gsize phone = get_phone_length (facts->phone_tail);
  guint64 sum = 0;
  Words words;

  if (*facts->email != '\0')
    {
      put_mark (self, hash_text (facts->email, strlen (facts->email), 0), at);
      count (counts, hash_text (facts->email, strlen (facts->email), 0));
    }
  if (phone > 0)
    {
      put_mark (self, hash_text (facts->phone_tail, phone, 1), at);
      count (counts, hash_text (facts->phone_tail, phone, 1));
    }

  split (facts->name, &words);
  for (guint i = 0; i < words.n; i++)
    sum += hash_text (words.start[i], words.length[i], 2);
  if (words.n == 0)
    return;
  put_mark (self, sum, at);
  mark_name (self, at, sum, &words);
  count (counts, sum);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const Mark *one = a, *other = b;

  if (one->mark != other->mark)
    return one->mark < other->mark ? -1 : 1;

  return one->at < other->at ? -1 : one->at > other->at;
}

static void
breathe (Search *self)
{
  if (self->breathe != NULL && ++self->n_steps % BREATHE_EVERY == 0)
    self->breathe (self->user_data);
}

/* What a house, a firm or a family shares is less than a name. */
static int
weigh_shared (guint n,
              int   weight)
{
  return n > FOYER_NAMESAKES_MAX ? 2 : weight;
}

static int
weigh (const Search            *self,
       const FoyerLikenessPair *pair)
{
  const FoyerLikeness likeness = pair->likeness;

  return ((likeness & FOYER_LIKENESS_EMAIL) != 0 ? weigh_shared (self->n_readers[pair->one], 8) : 0)
         + ((likeness & FOYER_LIKENESS_PHONE) != 0 ? weigh_shared (self->n_callers[pair->one], 6) : 0)
         + ((likeness & FOYER_LIKENESS_NAME) != 0 ? 4 : 0) + ((likeness & FOYER_LIKENESS_NEAR_NAME) != 0 ? 3 : 0)
         - ((likeness & FOYER_LIKENESS_OTHER_EMAIL) != 0 ? 1 : 0)
         - ((likeness & FOYER_LIKENESS_OTHER_PHONE) != 0 ? 1 : 0);
}

static void
look_at (Search *self,
         guint   one,
         guint   other)
{
  guint64 pair = ((guint64) MIN (one, other) << 32) | MAX (one, other);
  FoyerLikenessPair found = { MIN (one, other), MAX (one, other), (FoyerLikeness) 0, 0, 0 };

  breathe (self);
  if (one == other || !(self->facts[one].is_member || self->facts[other].is_member))
    return;

  if (!self->facts[found.one].is_member)
    {
      found.one = MAX (one, other);
      found.other = MIN (one, other);
    }
  found.likeness = foyer_likeness_compare (&self->facts[found.one], &self->facts[found.other]);
  found.n_namesakes = self->n_namesakes[found.one];
  found.weight = weigh (self, &found);
  if (is_worth_saying (found.likeness, self->facts[found.one].name, found.n_namesakes)
      && g_hash_table_add (self->seen, g_memdup2 (&pair, sizeof pair)))
    g_array_append_val (self->pairs, found);
}

/* Those with one mark stand side by side. */
static void
look_through (Search *self,
              GArray *marks)
{
  guint end;

  for (guint start = 0; start < marks->len; start = end)
    {
      const guint64 mark = g_array_index (marks, Mark, start).mark;

      for (end = start + 1; end < marks->len && g_array_index (marks, Mark, end).mark == mark;)
        end++;
      for (guint i = start; i < end; i++)
        for (guint j = i + 1; j < end && (i == start || end - start <= ALL_PAIRS_MAX); j++)
          look_at (self, g_array_index (marks, Mark, i).at, g_array_index (marks, Mark, j).at);
    }
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const FoyerLikenessPair *one = a, *other = b;

  if (one->weight != other->weight)
    return other->weight - one->weight;
  if (one->one != other->one)
    return one->one < other->one ? -1 : 1;

  return one->other < other->other ? -1 : one->other > other->other;
}

static void
mark_everybody (Search *self)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->n_facts; i++)
    {
      mark_person (self, i, counts);
      breathe (self);
    }

  for (guint i = 0; i < self->n_facts; i++)
    {
      const FoyerLikenessFacts *facts = &self->facts[i];
      const guint64 email = hash_text (facts->email, strlen (facts->email), 0);
      const guint64 phone = hash_text (facts->phone_tail, get_phone_length (facts->phone_tail), 1);
      guint64 sum = 0;
      Words words;

      split (facts->name, &words);
      for (guint w = 0; w < words.n; w++)
        sum += hash_text (words.start[w], words.length[w], 2);
      self->n_namesakes[i] = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &sum));
      self->n_readers[i] = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &email));
      self->n_callers[i] = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &phone));
      breathe (self);
    }
}

/**
 * foyer_likeness_find:
 * @facts: (array length=n_facts): everybody
 * @n_facts: how many they are
 * @breathe_func: (nullable) (scope call): called every few milliseconds, for others who wait
 * @user_data: for @breathe_func
 *
 * Finds members who may be one person with another member or a guest, without comparing each with
 * all: only those who have an address, a number, a name or all but a letter or a word of it in common.
 * Nobody is found for a name of one word, or for one that more than %FOYER_NAMESAKES_MAX bear, alone;
 * an address or a number that more than these share comes after every name.
 *
 * Returns: (transfer full) (element-type FoyerLikenessPair): the likeliest first, each pair once
 */
GArray *
foyer_likeness_find (const FoyerLikenessFacts *facts,
                     gsize                     n_facts,
                     FoyerLikenessBreatheFunc  breathe_func,
                     gpointer                  user_data)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree guint *n_namesakes = g_new0 (guint, n_facts + 1);
  g_autofree guint *n_callers = g_new0 (guint, n_facts + 1);
  g_autofree guint *n_readers = g_new0 (guint, n_facts + 1);
  Search self = {
    .facts = facts,
    .n_facts = n_facts,
    .seen = seen,
    .pairs = g_array_new (FALSE, FALSE, sizeof (FoyerLikenessPair)),
    .n_namesakes = n_namesakes,
    .n_callers = n_callers,
    .n_readers = n_readers,
    .breathe = breathe_func,
    .user_data = user_data,
  };

  g_return_val_if_fail (facts != NULL || n_facts == 0, NULL);

  for (guint i = 0; i < N_PARTS; i++)
    self.parts[i] = g_array_new (FALSE, FALSE, sizeof (Mark));
  mark_everybody (&self);
  for (guint i = 0; i < N_PARTS; i++)
    {
      g_array_sort (self.parts[i], compare_marks);
      look_through (&self, self.parts[i]);
      g_clear_pointer (&self.parts[i], g_array_unref);
    }
  g_array_sort (self.pairs, compare_pairs);

  return self.pairs;
}
