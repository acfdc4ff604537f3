/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "power-loss-vfs.h"

#include <sqlite3.h>
#include <string.h>

#include "power-loss-inode.h"

struct _PowerLoss {
  sqlite3_vfs    vfs;
  GHashTable    *inodes;       /* name → PowerLossInode, also of names that are gone but may come back */
  GRand         *chance;
  guint64        counts[6];
  guint64        cut_in;
  gboolean       off;
  PowerLossCall  fail_calls;
  guint64        fail_in;
  int            fail_code;
  gboolean       fail_persistent;
  gboolean       failed;
  guint          n_open;
  guint          n_temporary;
};

struct _PowerLossDisk {
  GHashTable *files;           /* name → GBytes */
};

typedef struct {
  sqlite3_file    base;
  PowerLoss      *machine;
  PowerLossInode *inode;
  int             lock;
  gboolean        syncs_name;
  gboolean        temporary;
} File;

static void
power_loss_sync_names (PowerLoss *self)
{
  GHashTableIter iter;
  PowerLossInode *inode;

  g_hash_table_iter_init (&iter, self->inodes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &inode))
    {
      inode->durable_name = inode->exists;
      if (!inode->exists)
        g_hash_table_iter_remove (&iter);
    }
}

/* Counts a call; whether it is the one with which the power goes, or a later one. */
static gboolean
power_loss_goes_off (PowerLoss     *self,
                     PowerLossCall  call)
{
  if (self->off)
    return TRUE;

  self->counts[g_bit_nth_lsf (call, -1)]++;
  if (call != POWER_LOSS_READ && self->cut_in > 0 && --self->cut_in == 0)
    self->off = TRUE;

  return self->off;
}

/* The code with which to refuse a call, SQLITE_OK for none. */
static int
power_loss_refuse (PowerLoss     *self,
                   PowerLossCall  call,
                   int            code_when_off)
{
  if (power_loss_goes_off (self, call))
    return code_when_off;
  if ((self->fail_calls & call) == 0 || self->fail_in == 0)
    return SQLITE_OK;
  if (self->fail_in > 1)
    {
      self->fail_in--;
      return SQLITE_OK;
    }

  self->failed = TRUE;
  if (!self->fail_persistent)
    self->fail_in = 0;

  return self->fail_code;
}

static int
file_close (sqlite3_file *base)
{
  File *self = (File *) base;

  self->machine->n_open--;
  if (self->temporary)
    g_hash_table_remove (self->machine->inodes, self->inode->name);
  power_loss_inode_unref (self->inode);

  return SQLITE_OK;
}

static int
file_read (sqlite3_file  *base,
           void          *buffer,
           int            size,
           sqlite3_int64  offset)
{
  File *self = (File *) base;
  GByteArray *current = self->inode->current;
  int code = power_loss_refuse (self->machine, POWER_LOSS_READ, SQLITE_IOERR_READ);
  gsize there;

  if (code != SQLITE_OK)
    return code;

  there = offset < current->len ? MIN ((gsize) size, current->len - (gsize) offset) : 0;
  if (there > 0)
    memcpy (buffer, current->data + offset, there);
  if (there == (gsize) size)
    return SQLITE_OK;
  memset ((guint8 *) buffer + there, 0, size - there);

  return SQLITE_IOERR_SHORT_READ;
}

static int
file_write (sqlite3_file  *base,
            const void    *buffer,
            int            size,
            sqlite3_int64  offset)
{
  File *self = (File *) base;
  gboolean was_off = self->machine->off;
  int code = power_loss_refuse (self->machine, POWER_LOSS_WRITE, SQLITE_IOERR_WRITE);

  if (was_off)
    return code;
  if (code != SQLITE_OK)
    size = g_rand_int_range (self->machine->chance, 0, size + 1);
  if (size > 0)
    {
      power_loss_inode_write (self->inode, offset, buffer, size);
    }

  return code;
}

static int
file_truncate (sqlite3_file  *base,
               sqlite3_int64  size)
{
  File *self = (File *) base;
  int code = power_loss_refuse (self->machine, POWER_LOSS_TRUNCATE, SQLITE_IOERR_TRUNCATE);

  if (code == SQLITE_OK)
    power_loss_inode_truncate (self->inode, size);

  return code;
}

static int
file_sync (sqlite3_file *base,
           int           flags)
{
  File *self = (File *) base;
  gboolean was_off = self->machine->off;
  int code = power_loss_refuse (self->machine, POWER_LOSS_SYNC, SQLITE_IOERR_FSYNC);

  if (was_off)
    return code;
  power_loss_inode_sync (self->inode, code != SQLITE_OK);
  if (code == SQLITE_OK && self->syncs_name)
    {
      power_loss_sync_names (self->machine);
      self->syncs_name = FALSE;
    }

  return code;
}

static int
file_size (sqlite3_file  *base,
           sqlite3_int64 *size)
{
  *size = ((File *) base)->inode->current->len;

  return SQLITE_OK;
}

static int
file_lock (sqlite3_file *base,
           int           lock)
{
  File *self = (File *) base;
  PowerLossInode *inode = self->inode;

  if (self->lock >= lock)
    return SQLITE_OK;

  switch (lock)
    {
    case SQLITE_LOCK_SHARED:
      if (inode->exclusive)
        return SQLITE_BUSY;
      inode->n_shared++;
      break;

    case SQLITE_LOCK_RESERVED:
      if (inode->reserved)
        return SQLITE_BUSY;
      inode->reserved = TRUE;
      break;

    default:
      if (inode->n_shared > 1 || (inode->reserved && self->lock < SQLITE_LOCK_RESERVED))
        return SQLITE_BUSY;
      inode->exclusive = TRUE;
      break;
    }
  self->lock = lock;

  return SQLITE_OK;
}

static int
file_unlock (sqlite3_file *base,
             int           lock)
{
  File *self = (File *) base;

  if (self->lock <= lock)
    return SQLITE_OK;
  if (self->lock > SQLITE_LOCK_RESERVED)
    self->inode->exclusive = FALSE;
  if (self->lock >= SQLITE_LOCK_RESERVED)
    self->inode->reserved = FALSE;
  if (lock == SQLITE_LOCK_NONE)
    self->inode->n_shared--;
  self->lock = lock;

  return SQLITE_OK;
}

static int
file_check_reserved (sqlite3_file *base,
                     int          *reserved)
{
  *reserved = ((File *) base)->inode->reserved;

  return SQLITE_OK;
}

static int
file_control (sqlite3_file *base,
              int           operation,
              void         *argument)
{
  return SQLITE_NOTFOUND;
}

static int
file_sector_size (sqlite3_file *base)
{
  return POWER_LOSS_SECTOR;
}

/* As the system's files promise it to SQLite: a write harms no byte outside of it. */
static int
file_characteristics (sqlite3_file *base)
{
  return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

/* Without shared memory: journal_mode=WAL works in exclusive locking only, as it must. */
static const sqlite3_io_methods file_methods = {
  .iVersion = 1,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_reserved,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_characteristics,
};

static int
vfs_open (sqlite3_vfs  *vfs,
          const char   *name,
          sqlite3_file *base,
          int           flags,
          int          *out_flags)
{
  PowerLoss *self = vfs->pAppData;
  File *file = (File *) base;
  g_autofree char *temporary = NULL;
  int code;

  memset (file, 0, sizeof *file);
  code = power_loss_refuse (self, POWER_LOSS_OPEN, SQLITE_CANTOPEN);
  if (code != SQLITE_OK)
    return code;
  if (name == NULL)
    name = temporary = g_strdup_printf ("temporary-%u", self->n_temporary++);

  file->inode = g_hash_table_lookup (self->inodes, name);
  if (file->inode == NULL || !file->inode->exists)
    {
      if ((flags & SQLITE_OPEN_CREATE) == 0)
        return SQLITE_CANTOPEN;
      file->syncs_name = (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
      if (file->inode == NULL)
        {
          file->inode = power_loss_inode_new (name);
          g_hash_table_insert (self->inodes, file->inode->name, file->inode);
        }
      else
        {
          /* A file of this name is gone for processes, not yet for the disk. The new one starts empty. */
          power_loss_inode_truncate (file->inode, 0);
        }
      file->inode->exists = TRUE;
    }

  file->base.pMethods = &file_methods;
  file->machine = self;
  file->inode->refs++;
  file->temporary = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
  self->n_open++;
  if (out_flags != NULL)
    *out_flags = flags;

  return SQLITE_OK;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *name,
            int          sync_dir)
{
  PowerLoss *self = vfs->pAppData;
  int code = power_loss_refuse (self, POWER_LOSS_DELETE, SQLITE_IOERR_DELETE);
  PowerLossInode *inode;

  if (code != SQLITE_OK)
    return code;
  inode = g_hash_table_lookup (self->inodes, name);
  if (inode == NULL || !inode->exists)
    return SQLITE_IOERR_DELETE_NOENT;

  inode->exists = FALSE;
  if (sync_dir)
    power_loss_sync_names (self);

  return SQLITE_OK;
}

static int
vfs_access (sqlite3_vfs *vfs,
            const char  *name,
            int          flags,
            int         *answer)
{
  PowerLoss *self = vfs->pAppData;
  PowerLossInode *inode = g_hash_table_lookup (self->inodes, name);

  *answer = inode != NULL && inode->exists && (flags != SQLITE_ACCESS_EXISTS || inode->current->len > 0);

  return SQLITE_OK;
}

static int
vfs_full_path (sqlite3_vfs *vfs,
               const char  *name,
               int          size,
               char        *path)
{
  return g_strlcpy (path, name, size) < (gsize) size ? SQLITE_OK : SQLITE_CANTOPEN;
}

static int
vfs_sleep (sqlite3_vfs *vfs,
           int          microseconds)
{
  return microseconds;
}

static int
vfs_current_time (sqlite3_vfs *vfs,
                  double      *julian_day)
{
  *julian_day = 2461371.0;

  return SQLITE_OK;
}

static void
power_loss_seed (PowerLoss *self,
                 guint64    seed)
{
  const guint32 parts[] = { (guint32) seed, (guint32) (seed >> 32) };

  g_rand_set_seed_array (self->chance, parts, G_N_ELEMENTS (parts));
  /* SQLite keeps one source of chance for the process. */
  sqlite3_test_control (SQLITE_TESTCTRL_PRNG_SEED, (int) g_rand_int_range (self->chance, 1, G_MAXINT), NULL);
}

PowerLoss *
power_loss_new (guint64 seed)
{
  PowerLoss *self = g_new0 (PowerLoss, 1);

  sqlite3_initialize ();
  self->inodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) power_loss_inode_unref);
  self->chance = g_rand_new_with_seed (0);
  self->vfs = (sqlite3_vfs) {
    .iVersion = 1,
    .szOsFile = sizeof (File),
    .mxPathname = 1024,
    .zName = POWER_LOSS_VFS,
    .pAppData = self,
    .xOpen = vfs_open,
    .xDelete = vfs_delete,
    .xAccess = vfs_access,
    .xFullPathname = vfs_full_path,
    .xSleep = vfs_sleep,
    .xCurrentTime = vfs_current_time,
  };
  g_assert_cmpint (sqlite3_vfs_register (&self->vfs, FALSE), ==, SQLITE_OK);
  power_loss_seed (self, seed);

  return self;
}

void
power_loss_free (PowerLoss *self)
{
  g_assert_cmpuint (self->n_open, ==, 0);
  sqlite3_vfs_unregister (&self->vfs);
  g_hash_table_unref (self->inodes);
  g_rand_free (self->chance);
  g_free (self);
}

guint64
power_loss_count (PowerLoss     *self,
                  PowerLossCall  calls)
{
  guint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    sum += (calls & (1u << i)) != 0 ? self->counts[i] : 0;

  return sum;
}

void
power_loss_cut_after (PowerLoss *self,
                      guint64    n)
{
  self->cut_in = n;
}

gboolean
power_loss_is_off (PowerLoss *self)
{
  return self->off;
}

void
power_loss_restart (PowerLoss *self)
{
  GHashTableIter iter;
  PowerLossInode *inode;

  g_assert_cmpuint (self->n_open, ==, 0);

  g_hash_table_iter_init (&iter, self->inodes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &inode))
    {
      power_loss_inode_settle (inode, self->chance);
      if (inode->exists != inode->durable_name)
        inode->exists = g_rand_boolean (self->chance);
      inode->durable_name = inode->exists;
      inode->n_shared = 0;
      inode->reserved = inode->exclusive = FALSE;
      if (!inode->exists)
        g_hash_table_iter_remove (&iter);
    }
  self->off = FALSE;
  self->cut_in = 0;
}

void
power_loss_fail (PowerLoss     *self,
                 PowerLossCall  calls,
                 guint64        n,
                 int            code,
                 gboolean       persistent)
{
  self->fail_calls = calls;
  self->fail_in = n;
  self->fail_code = code;
  self->fail_persistent = persistent;
  self->failed = FALSE;
}

gboolean
power_loss_has_failed (PowerLoss *self)
{
  return self->failed;
}

PowerLossDisk *
power_loss_save (PowerLoss *self)
{
  PowerLossDisk *disk = g_new0 (PowerLossDisk, 1);
  GHashTableIter iter;
  PowerLossInode *inode;

  disk->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_hash_table_iter_init (&iter, self->inodes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &inode))
    {
      if (inode->exists)
        g_hash_table_insert (disk->files, g_strdup (inode->name),
                             g_bytes_new (inode->current->data, inode->current->len));
    }

  return disk;
}

void
power_loss_load (PowerLoss           *self,
                 const PowerLossDisk *disk,
                 guint64              seed)
{
  GHashTableIter iter;
  const char *name;
  GBytes *bytes;

  g_assert_cmpuint (self->n_open, ==, 0);

  g_hash_table_remove_all (self->inodes);
  g_hash_table_iter_init (&iter, disk->files);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &bytes))
    {
      PowerLossInode *inode = power_loss_inode_new (name);
      gsize size;
      const guint8 *data = g_bytes_get_data (bytes, &size);

      g_byte_array_append (inode->durable, data, size);
      g_byte_array_append (inode->current, data, size);
      inode->exists = inode->durable_name = TRUE;
      g_hash_table_insert (self->inodes, inode->name, inode);
    }
  self->off = FALSE;
  self->cut_in = 0;
  power_loss_fail (self, 0, 0, SQLITE_OK, FALSE);
  power_loss_seed (self, seed);
}

void
power_loss_disk_free (PowerLossDisk *disk)
{
  g_hash_table_unref (disk->files);
  g_free (disk);
}
