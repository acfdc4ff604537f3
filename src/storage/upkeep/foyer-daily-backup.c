/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/upkeep/foyer-daily-backup.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/statvfs.h>

#include "core/foyer-instant.h"
#include "storage/upkeep/foyer-backup.h"
#include "storage/upkeep/foyer-rotation.h"

#define PREFIX "foyer-"
#define SUFFIX ".db"
#define ROOM_MAX (G_GINT64_CONSTANT (1) << 30)

static char *
foyer_daily_backup_get_path (const char *folder,
                             FoyerDay    day)
{
  char text[FOYER_DAY_TEXT_SIZE];
  g_autofree char *name = g_strconcat (PREFIX, foyer_day_format (day, text), SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

static int
foyer_daily_backup_compare (gconstpointer a,
                            gconstpointer b)
{
  return *(const FoyerDay *) b - *(const FoyerDay *) a;
}

/* The days of which there is a backup, the latest first. */
static GArray *
foyer_daily_backup_list (const char *folder)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FoyerDay));
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *text = NULL;
      FoyerDay day;

      if (!g_str_has_prefix (name, PREFIX) || !g_str_has_suffix (name, SUFFIX))
        continue;
      text = g_strndup (name + strlen (PREFIX), strlen (name) - strlen (PREFIX) - strlen (SUFFIX));
      if (foyer_day_parse (text, &day, NULL))
        g_array_append_val (days, day);
    }
  g_array_sort (days, foyer_daily_backup_compare);

  return days;
}

/* All backups together: one GiB, or a tenth of what the disk could give them. */
static void
foyer_daily_backup_limit_room (const char *folder,
                               GArray     *days)
{
  struct statvfs disk;
  gint64 room = ROOM_MAX;
  gint64 used = 0;

  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *path = foyer_daily_backup_get_path (folder, g_array_index (days, FoyerDay, i));
      GStatBuf there;

      if (g_stat (path, &there) == 0)
        used += there.st_size;
      if (i == 0 && statvfs (folder, &disk) == 0)
        room = MIN (room, (gint64) disk.f_bavail * (gint64) disk.f_frsize / 10);
      if (i > 0 && used > room)
        g_unlink (path);
    }
}

static void
foyer_daily_backup_rotate (const char *folder)
{
  g_autoptr(GArray) days = foyer_daily_backup_list (folder);
  g_autoptr(GArray) gone = foyer_rotation_pick (days);
  g_autoptr(GArray) left = NULL;

  for (guint i = 0; i < gone->len; i++)
    {
      g_autofree char *path = foyer_daily_backup_get_path (folder, g_array_index (gone, FoyerDay, i));

      g_unlink (path);
    }
  left = foyer_daily_backup_list (folder);
  foyer_daily_backup_limit_room (folder, left);
}

gboolean
foyer_daily_backup_run (FoyerDb       *db,
                        const char    *dir,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  FoyerDay today = foyer_instant_get_day (zone, foyer_db_now (db));
  g_autofree char *folder = g_build_filename (dir, FOYER_BACKUP_FOLDER, NULL);
  g_autofree char *path = foyer_daily_backup_get_path (folder, today);
  gint64 n_spaces;

  if (!foyer_db_query_int (db, "SELECT count (*) FROM space", &n_spaces, error))
    return FALSE;
  if (n_spaces == 0 || g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  if (!foyer_backup_make_folder (folder, error) || !foyer_backup_verb (db, path, cancellable, error))
    return FALSE;
  foyer_daily_backup_rotate (folder);

  return TRUE;
}
