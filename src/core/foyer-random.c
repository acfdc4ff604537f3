/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-random.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

struct _FoyerRandom {
  gboolean seeded;
  guint64  state[4];             /* seeded: of xoshiro256**; system: numbers in store */
  guint    n_stored;
  /* the row id before, so that ids of one millisecond stay in order */
  gint64   asked_ms;
  gint64   stamp_ms;
  guint    counter;
};

/**
 * foyer_random_new_system:
 *
 * Makes a source that draws from getrandom(2).
 *
 * Returns: (transfer full): a new source
 */
FoyerRandom *
foyer_random_new_system (void)
{
  FoyerRandom *self = g_atomic_rc_box_new0 (FoyerRandom);

  self->asked_ms = -1;

  return self;
}

/* Vigna's SplitMix64, which the authors of xoshiro advise to fill its state. */
static guint64
split_mix (guint64 *x)
{
  guint64 z = (*x += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

/**
 * foyer_random_new_seeded:
 * @seed: any number
 *
 * Makes a source whose numbers are the same for the same seed, on every machine:
 * xoshiro256** of Blackman and Vigna, its state filled by SplitMix64.
 *
 * Returns: (transfer full): a new source
 */
FoyerRandom *
foyer_random_new_seeded (guint64 seed)
{
  FoyerRandom *self = foyer_random_new_system ();

  self->seeded = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (self->state); i++)
    self->state[i] = split_mix (&seed);

  return self;
}

/**
 * foyer_random_ref:
 * @self: a source
 *
 * Returns: (transfer full): @self
 */
FoyerRandom *
foyer_random_ref (FoyerRandom *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * foyer_random_unref:
 * @self: (transfer full): a source
 *
 * Gives up a reference.
 */
void
foyer_random_unref (FoyerRandom *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release (self);
}

static guint64
rotate_left (guint64 x,
             int     k)
{
  return (x << k) | (x >> (64 - k));
}

static guint64
next_seeded (guint64 s[4])
{
  guint64 result = rotate_left (s[1] * 5, 7) * 9;
  guint64 t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate_left (s[3], 45);

  return result;
}

static guint64
next_system (FoyerRandom *self)
{
  if (self->n_stored == 0)
    {
      ssize_t n;

      do
        n = getrandom (self->state, sizeof self->state, 0);
      while (n < 0 && errno == EINTR);
      if (n != sizeof self->state)
        g_error ("The system gives no random numbers: %s", g_strerror (errno));
      self->n_stored = G_N_ELEMENTS (self->state);
    }

  return self->state[--self->n_stored];
}

/**
 * foyer_random_next:
 * @self: a source
 *
 * Returns: the next 64 random bits
 */
guint64
foyer_random_next (FoyerRandom *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->seeded ? next_seeded (self->state) : next_system (self);
}

/**
 * foyer_random_range:
 * @self: a source
 * @first: the smallest number
 * @end: one more than the largest
 *
 * Draws a number with the same chance for each, by Lemire's method (2019).
 *
 * Returns: a number from @first to @end - 1
 */
guint32
foyer_random_range (FoyerRandom *self,
                    guint32      first,
                    guint32      end)
{
  guint32 size = end - first;
  guint32 unfair;
  guint64 product;

  g_return_val_if_fail (self != NULL, first);
  g_return_val_if_fail (first < end, first);

  unfair = -size % size;         /* 2³² mod size: so many of the lowest products are one too many */
  do
    product = (foyer_random_next (self) >> 32) * size;
  while ((guint32) product < unfair);

  return first + (guint32) (product >> 32);
}

static char *
format_id (guint64 high,
           guint64 low)
{
  return g_strdup_printf ("%08x-%04x-%04x-%04x-%012" G_GINT64_MODIFIER "x",
                          (guint) (high >> 32),
                          (guint) (high >> 16) & 0xffff,
                          (guint) high & 0xffff,
                          (guint) (low >> 48),
                          low & G_GUINT64_CONSTANT (0xffffffffffff));
}

static guint64
with_variant (guint64 low)
{
  return (low & G_GUINT64_CONSTANT (0x3fffffffffffffff)) | G_GUINT64_CONSTANT (0x8000000000000000);
}

/**
 * foyer_id_new_row:
 * @now_ms: the instant
 * @random: a source
 *
 * Makes an id for a row: a UUID version 7 (RFC 9562, section 5.7). Ids that one source
 * makes sort in the order in which they were made, as long as @now_ms does not go back:
 * a counter fills the 12 bits behind the time (section 6.2, method 1), and runs on into
 * the next millisecond when it is full.
 *
 * Returns: (transfer full): 36 characters, lower case
 */
char *
foyer_id_new_row (gint64       now_ms,
                  FoyerRandom *random)
{
  g_return_val_if_fail (random != NULL, NULL);
  g_return_val_if_fail (now_ms >= 0 && now_ms < G_GINT64_CONSTANT (1) << 48, NULL);

  if (now_ms < random->asked_ms || now_ms > random->stamp_ms || random->counter == 0xfff)
    {
      gboolean full = now_ms >= random->asked_ms && now_ms <= random->stamp_ms;

      random->stamp_ms = full ? random->stamp_ms + 1 : now_ms;
      /* the highest bit stays free, so that at least 2048 ids have room */
      random->counter = foyer_random_next (random) & 0x7ff;
    }
  else
    random->counter++;
  random->asked_ms = now_ms;

  return format_id ((guint64) random->stamp_ms << 16 | 0x7000 | random->counter,
                    with_variant (foyer_random_next (random)));
}

/**
 * foyer_id_new_travelling:
 * @random: a source
 *
 * Makes an id for what leaves the machine: a UUID version 4 (RFC 9562, section 5.4),
 * which tells nothing.
 *
 * Returns: (transfer full): 36 characters, lower case
 */
char *
foyer_id_new_travelling (FoyerRandom *random)
{
  guint64 high;

  g_return_val_if_fail (random != NULL, NULL);

  high = foyer_random_next (random);

  return format_id ((high & ~G_GUINT64_CONSTANT (0xf000)) | 0x4000,
                    with_variant (foyer_random_next (random)));
}

/**
 * foyer_id_is_valid:
 * @text: (nullable): any text
 *
 * Returns: whether @text is an id as the two functions above write it
 */
gboolean
foyer_id_is_valid (const char *text)
{
  if (text == NULL || strnlen (text, FOYER_ID_SIZE) != FOYER_ID_SIZE - 1)
    return FALSE;

  for (gsize i = 0; i < FOYER_ID_SIZE - 1; i++)
    {
      if (i == 8 || i == 13 || i == 18 || i == 23)
        {
          if (text[i] != '-')
            return FALSE;
        }
      else if (!g_ascii_isxdigit (text[i]) || g_ascii_isupper (text[i]))
        return FALSE;
    }

  return (text[14] == '4' || text[14] == '7') && strchr ("89ab", text[19]) != NULL;
}
