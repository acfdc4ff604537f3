/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/http/foyer-limits.h"

#include <string.h>

#include "directory/foyer-directory-error.h"

/* Beyond so many buckets the full ones, which remember nothing, are dropped. */
#define BUCKETS_MAX 20000
#define NUMBER_MAX 1000000

typedef struct {
  const char *name;
  int         count;             /* 0: not limited */
  int         seconds;
  gboolean    was_set;
} Rule;

static const Rule defaults[] = {
  [FOYER_LIMIT_READ] = { "read", 1200, 60 },
  [FOYER_LIMIT_SEARCH] = { "search", 60, 60 },
  [FOYER_LIMIT_WRITE] = { "write", 240, 60 },
  [FOYER_LIMIT_REQUEST] = { "request", 10, 3600 },
  [FOYER_LIMIT_SIGNATURE] = { "signature", 10, 60 },
  [FOYER_LIMIT_CONNECTIONS] = { "connections", 20, 1 },
};

typedef struct {
  double level;                  /* tokens that are left */
  gint64 at_us;
} Bucket;

struct _FoyerLimits {
  Rule        rules[G_N_ELEMENTS (defaults)];
  GMutex      lock;
  GHashTable *buckets[G_N_ELEMENTS (defaults)];
  GHashTable *connections;       /* network to how many */
};

/**
 * foyer_limits_new:
 *
 * Returns: (transfer full): the limits that hold unless an operator sets others
 */
FoyerLimits *
foyer_limits_new (void)
{
  FoyerLimits *self = g_new0 (FoyerLimits, 1);

  memcpy (self->rules, defaults, sizeof defaults);
  g_mutex_init (&self->lock);
  for (gsize i = 0; i < G_N_ELEMENTS (self->buckets); i++)
    self->buckets[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->connections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * foyer_limits_free:
 * @self: (transfer full): limits
 *
 * Frees them.
 */
void
foyer_limits_free (FoyerLimits *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->buckets); i++)
    g_hash_table_unref (self->buckets[i]);
  g_hash_table_unref (self->connections);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static gboolean
read_number (const char *text,
             int        *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, NUMBER_MAX, &value, NULL))
    return FALSE;
  *number = (int) value;

  return TRUE;
}

/**
 * foyer_limits_set:
 * @self: limits that nobody asks yet
 * @rule: "search=60/60": so many in so many seconds; "search=0" for no limit
 * @error: return location for an error
 *
 * Returns: whether it is a rule, else %FOYER_DIRECTORY_ERROR_USAGE
 */
gboolean
foyer_limits_set (FoyerLimits  *self,
                  const char   *rule,
                  GError      **error)
{
  g_auto(GStrv) sides = g_strsplit (rule, "=", 2);
  g_auto(GStrv) numbers = sides[0] != NULL && sides[1] != NULL ? g_strsplit (sides[1], "/", 2) : NULL;

  for (gsize i = 0; numbers != NULL && i < G_N_ELEMENTS (self->rules); i++)
    {
      Rule set = self->rules[i];

      if (!g_str_equal (set.name, sides[0]))
        continue;
      set.was_set = TRUE;
      if (numbers[0] == NULL || !read_number (numbers[0], &set.count) ||
          (numbers[1] != NULL && (!read_number (numbers[1], &set.seconds) || set.seconds == 0)))
        break;
      self->rules[i] = set;
      return TRUE;
    }

  g_set_error (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_USAGE,
               "“%s” is not a limit such as search=60/60", rule);
  return FALSE;
}

/**
 * foyer_limits_lift:
 * @self: limits that nobody asks yet
 *
 * Counts nothing.
 */
void
foyer_limits_lift (FoyerLimits *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->rules); i++)
    {
      self->rules[i].count = 0;
      self->rules[i].was_set = TRUE;
    }
}

static void
fill (Bucket     *bucket,
      const Rule *rule,
      gint64      now_us)
{
  double gained = (double) (now_us - bucket->at_us) * rule->count / ((double) rule->seconds * G_USEC_PER_SEC);

  bucket->level = MIN (bucket->level + gained, rule->count);
  bucket->at_us = now_us;
}

static gboolean
is_full_cb (gpointer key,
            gpointer value,
            gpointer user_data)
{
  const Rule *rule = user_data;
  Bucket *bucket = value;

  fill (bucket, rule, g_get_monotonic_time ());

  return bucket->level >= rule->count;
}

/* With the lock held. */
static Bucket *
get_bucket (FoyerLimits *self,
            FoyerLimit   limit,
            const char  *who)
{
  const Rule *rule = &self->rules[limit];
  gint64 now_us = g_get_monotonic_time ();
  Bucket *bucket = g_hash_table_lookup (self->buckets[limit], who);

  if (bucket == NULL)
    {
      if (g_hash_table_size (self->buckets[limit]) >= BUCKETS_MAX)
        g_hash_table_foreach_remove (self->buckets[limit], is_full_cb, (gpointer) rule);
      /* Who floods from more networks than that is the proxy's business; memory stays bounded. */
      if (g_hash_table_size (self->buckets[limit]) >= BUCKETS_MAX)
        g_hash_table_remove_all (self->buckets[limit]);
      bucket = g_new (Bucket, 1);
      *bucket = (Bucket) { rule->count, now_us };
      g_hash_table_insert (self->buckets[limit], g_strdup (who), bucket);
    }
  fill (bucket, rule, now_us);

  return bucket;
}

/**
 * foyer_limits_take:
 * @self: limits
 * @limit: what is done
 * @who: the network or the key
 *
 * Takes a token.
 *
 * Returns: 0, or the seconds until there is one again
 */
int
foyer_limits_take (FoyerLimits *self,
                   FoyerLimit   limit,
                   const char  *who)
{
  const Rule *rule = &self->rules[limit];
  Bucket *bucket;
  int wait = 0;

  if (rule->count == 0)
    return 0;
  g_mutex_lock (&self->lock);
  bucket = get_bucket (self, limit, who);
  if (bucket->level >= 1)
    bucket->level -= 1;
  else
    wait = (int) ((1 - bucket->level) * rule->seconds / rule->count) + 1;
  g_mutex_unlock (&self->lock);

  return wait;
}

/**
 * foyer_limits_is_empty:
 * @self: limits
 * @limit: what is done
 * @who: the network or the key
 *
 * Returns: whether the next take would be refused; nothing is taken
 */
gboolean
foyer_limits_is_empty (FoyerLimits *self,
                       FoyerLimit   limit,
                       const char  *who)
{
  gboolean empty;

  if (self->rules[limit].count == 0)
    return FALSE;
  g_mutex_lock (&self->lock);
  empty = get_bucket (self, limit, who)->level < 1;
  g_mutex_unlock (&self->lock);

  return empty;
}

/**
 * foyer_limits_may_connect:
 * @self: limits
 * @network: who wants to connect
 * @is_loopback: it comes from this machine, as all that a proxy hands on: then only a limit
 *   that was set counts
 *
 * Returns: whether the network may have one more connection
 */
gboolean
foyer_limits_may_connect (FoyerLimits *self,
                          const char  *network,
                          gboolean     is_loopback)
{
  const Rule *rule = &self->rules[FOYER_LIMIT_CONNECTIONS];
  int open;

  if (rule->count == 0 || (is_loopback && !rule->was_set))
    return TRUE;
  g_mutex_lock (&self->lock);
  open = GPOINTER_TO_INT (g_hash_table_lookup (self->connections, network));
  g_mutex_unlock (&self->lock);

  return open < rule->count;
}

/**
 * foyer_limits_count_connection:
 * @self: limits
 * @network: whose connection
 * @change: 1 when it starts, -1 when it has ended
 *
 * Counts the connections of a network.
 */
void
foyer_limits_count_connection (FoyerLimits *self,
                               const char  *network,
                               int          change)
{
  int open;

  g_mutex_lock (&self->lock);
  open = GPOINTER_TO_INT (g_hash_table_lookup (self->connections, network)) + change;
  if (open > 0)
    g_hash_table_insert (self->connections, g_strdup (network), GINT_TO_POINTER (open));
  else
    g_hash_table_remove (self->connections, network);
  g_mutex_unlock (&self->lock);
}
