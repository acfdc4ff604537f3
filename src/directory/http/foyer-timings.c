/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/http/foyer-timings.h"

/* Microseconds; close together around the 3 ms that a search may take. */
static const gint64 steps[] = { 50, 100, 200, 500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 5000, 7000, 10000, 20000, 100000 };

typedef struct {
  guint64 counts[G_N_ELEMENTS (steps) + 1]; /* atomic; the last is of all that took longer */
  guint64 sum_us;                           /* atomic */
} Timing;

struct _FoyerTimings {
  const FoyerRoute *routes;
  Timing           *timings;             /* one per route */
};

/**
 * foyer_timings_new:
 * @routes: (array zero-terminated=1): lives as long as the timings
 *
 * Returns: (transfer full): timings of nothing
 */
FoyerTimings *
foyer_timings_new (const FoyerRoute *routes)
{
  FoyerTimings *self = g_new0 (FoyerTimings, 1);
  gsize n = 0;

  while (routes[n].method != NULL)
    n++;
  self->routes = routes;
  self->timings = g_new0 (Timing, n);

  return self;
}

void
foyer_timings_free (FoyerTimings *self)
{
  g_free (self->timings);
  g_free (self);
}

/**
 * foyer_timings_add:
 * @self: timings
 * @route: one of theirs
 * @us: how long its handler took, in microseconds
 *
 * Counts a request.
 */
void
foyer_timings_add (FoyerTimings     *self,
                   const FoyerRoute *route,
                   gint64            us)
{
  Timing *timing = &self->timings[route - self->routes];
  gsize step = 0;

  while (step < G_N_ELEMENTS (steps) && us > steps[step])
    step++;
  __atomic_add_fetch (&timing->counts[step], 1, __ATOMIC_RELAXED);
  __atomic_add_fetch (&timing->sum_us, (guint64) MAX (us, 0), __ATOMIC_RELAXED);
}

static void
tell_route (const FoyerRoute *route,
            Timing           *timing,
            GString          *text)
{
  guint64 total = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (timing->counts); i++)
    {
      total += __atomic_load_n (&timing->counts[i], __ATOMIC_RELAXED);
      g_string_append_printf (text, "foyer_handler_microseconds_bucket{route=\"%s %s\",le=\"", route->method,
                              route->path);
      if (i < G_N_ELEMENTS (steps))
        g_string_append_printf (text, "%" G_GINT64_FORMAT, steps[i]);
      else
        g_string_append (text, "+Inf");
      g_string_append_printf (text, "\"} %" G_GUINT64_FORMAT "\n", total);
    }
  g_string_append_printf (text,
                          "foyer_handler_microseconds_sum{route=\"%s %s\"} %" G_GUINT64_FORMAT "\n"
                          "foyer_handler_microseconds_count{route=\"%s %s\"} %" G_GUINT64_FORMAT "\n",
                          route->method, route->path,
                          __atomic_load_n (&timing->sum_us, __ATOMIC_RELAXED),
                          route->method, route->path, total);
}

/**
 * foyer_timings_tell:
 * @self: timings
 * @text: where to append them
 *
 * Writes a histogram of each route in the text format of Prometheus.
 */
void
foyer_timings_tell (FoyerTimings *self,
                    GString      *text)
{
  g_string_append (text, "# TYPE foyer_handler_microseconds histogram\n");
  for (gsize i = 0; self->routes[i].method != NULL; i++)
    tell_route (&self->routes[i], &self->timings[i], text);
}
