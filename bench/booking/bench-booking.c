/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */

/* How long until a booking and a check-in are acknowledged, against the bare SQLite transactions
 * that no program can do without. Both on the same disk, in turns. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "facade.h"
#include "floor.h"

#define GOAL 1.5
/* Bookings in both before anything is measured, so that indexes have some depth. */
#define N_BEFORE 3000
#define N_BATCHES 60
#define BATCH 25
#define N_ARRIVALS 400

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const gint64 first = *(const gint64 *) a;
  const gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static double
median_ms (GArray *times)
{
  g_array_sort (times, compare);

  return (double) g_array_index (times, gint64, times->len / 2) / 1000.0;
}

static void
remove_files (const char *dir)
{
  g_autoptr(GFile) file = g_file_new_for_path (dir);
  g_autoptr(GFileEnumerator) children = g_file_enumerate_children (file, "standard::name,standard::type",
                                                                   G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFileInfo *info;
  GFile *child;

  while (g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    {
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        remove_files (g_file_peek_path (child));
      else
        g_file_delete (child, NULL, NULL);
    }
  g_file_delete (file, NULL, NULL);
}

static void
note_since (GArray *times,
            gint64  start)
{
  gint64 elapsed = g_get_monotonic_time () - start;

  g_array_append_val (times, elapsed);
}

static void
print (const char *name,
       GArray     *facade_times,
       GArray     *floor_times)
{
  double value = median_ms (facade_times);
  double bare = median_ms (floor_times);

  g_print ("{\"name\": \"%s\", \"value\": %.3f, \"floor\": %.3f, \"ratio\": %.2f, \"goal\": %.1f, \"unit\": \"ms\"}\n",
           name, value, bare, value / bare, GOAL);
}

static FoyerDay
get_day (guint n)
{
  return TODAY + (FoyerDay) (n % N_DAYS);
}

static void
measure_bookings (Facade *facade,
                  Floor  *bare)
{
  g_autoptr(GArray) facade_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) floor_times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint batch = 0; batch < N_BATCHES; batch++)
    {
      for (guint n = batch * BATCH; n < (batch + 1) * BATCH; n++)
        {
          gint64 start = g_get_monotonic_time ();
          g_autofree char *id = facade_book (facade, n, get_day (n));

          note_since (facade_times, start);
        }
      for (guint n = batch * BATCH; n < (batch + 1) * BATCH; n++)
        {
          gint64 start = g_get_monotonic_time ();
          g_autofree char *id = floor_book (bare, n, get_day (n));

          note_since (floor_times, start);
        }
    }
  print ("a booking acknowledged", facade_times, floor_times);
}

static void
measure_arrivals (Facade *facade,
                  Floor  *bare)
{
  g_autoptr(GArray) facade_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) floor_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GPtrArray) booked = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) bare_booked = g_ptr_array_new_with_free_func (g_free);

  for (guint n = 0; n < N_ARRIVALS; n++)
    {
      g_ptr_array_add (booked, facade_book (facade, n, TODAY));
      g_ptr_array_add (bare_booked, floor_book (bare, n, TODAY));
    }
  for (guint batch = 0; batch < N_ARRIVALS / BATCH; batch++)
    {
      for (guint n = batch * BATCH; n < (batch + 1) * BATCH; n++)
        {
          gint64 start = g_get_monotonic_time ();

          facade_check_in (facade, booked->pdata[n]);
          note_since (facade_times, start);
        }
      for (guint n = batch * BATCH; n < (batch + 1) * BATCH; n++)
        {
          gint64 start = g_get_monotonic_time ();

          floor_check_in (bare, bare_booked->pdata[n]);
          note_since (floor_times, start);
        }
    }
  print ("a check-in acknowledged", facade_times, floor_times);
}

/* The optional argument is the folder in which to measure: a real disk, not memory.
 * Otherwise beside the program. */
int
main (int    argc,
      char **argv)
{
  g_autofree char *where = argc > 1 ? g_strdup (argv[1]) : g_path_get_dirname (argv[0]);
  g_autofree char *dir = g_build_filename (where, "booking-XXXXXX", NULL);
  Facade facade = { 0 };
  Floor bare = { 0 };

  if (g_mkdtemp (dir) == NULL)
    g_error ("%s cannot be made", dir);
  facade_open (&facade, dir);
  floor_open (&bare, dir);
  for (guint n = 0; n < N_BEFORE; n++)
    {
      g_free (facade_book (&facade, n, get_day (n)));
      g_free (floor_book (&bare, n, get_day (n)));
    }
  measure_bookings (&facade, &bare);
  measure_arrivals (&facade, &bare);

  facade_close (&facade);
  floor_close (&bare);
  remove_files (dir);

  return EXIT_SUCCESS;
}
