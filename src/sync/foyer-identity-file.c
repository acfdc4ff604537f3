/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#define _GNU_SOURCE                     /* renameat2 */
#include "sync/foyer-identity-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sync/foyer-sync-error.h"

static gboolean
foyer_identity_file_refuse (GError     **error,
                            const char  *dir,
                            const char  *reason)
{
  g_set_error (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_IDENTITY, "%s in %s: %s", FOYER_IDENTITY_FILE,
               dir, reason);
  return FALSE;
}

/* Whoever could read or put the file there could speak for the host. */
static gboolean
foyer_identity_file_check (int          fd,
                           const char  *dir,
                           GError     **error)
{
  struct stat file;

  if (fstat (fd, &file) != 0)
    return foyer_identity_file_refuse (error, dir, g_strerror (errno));
  if (!S_ISREG (file.st_mode))
    return foyer_identity_file_refuse (error, dir, "not a file");
  if (file.st_uid != geteuid ())
    return foyer_identity_file_refuse (error, dir, "belongs to somebody else");
  if ((file.st_mode & 07777 & ~(S_IRUSR | S_IWUSR)) != 0)
    return foyer_identity_file_refuse (error, dir, "others may read it");
  if (file.st_size != FOYER_SEED_SIZE)
    return foyer_identity_file_refuse (error, dir, "of the wrong size");

  return TRUE;
}

static gboolean
foyer_identity_file_read_all (int     fd,
                              guint8 *bytes,
                              gsize   size)
{
  gsize got = 0;

  while (got < size)
    {
      gssize n = read (fd, bytes + got, size - got);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      got += n;
    }

  return TRUE;
}

static gboolean
foyer_identity_file_write_all (int           fd,
                               const guint8 *bytes,
                               gsize         size)
{
  gsize done = 0;

  while (done < size)
    {
      gssize n = write (fd, bytes + done, size - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      done += n;
    }

  return fsync (fd) == 0;
}

/* Returns: (nullable): %NULL without an error when there is no file */
static FoyerIdentity *
foyer_identity_file_read (int          dir_fd,
                          const char  *dir,
                          GError     **error)
{
  guint8 seed[FOYER_SEED_SIZE];
  g_autoptr(GBytes) bytes = NULL;
  g_autofd int fd = openat (dir_fd, FOYER_IDENTITY_FILE, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
  FoyerIdentity *identity;

  if (fd < 0)
    {
      if (errno != ENOENT)
        foyer_identity_file_refuse (error, dir, g_strerror (errno));
      return NULL;
    }
  if (!foyer_identity_file_check (fd, dir, error))
    return NULL;
  if (!foyer_identity_file_read_all (fd, seed, sizeof seed))
    {
      foyer_identity_file_refuse (error, dir, "cannot be read");
      return NULL;
    }

  bytes = g_bytes_new (seed, sizeof seed);
  identity = foyer_identity_new_from_bytes (bytes, NULL);
  explicit_bzero (seed, sizeof seed);
  explicit_bzero ((gpointer) g_bytes_get_data (bytes, NULL), FOYER_SEED_SIZE);
  if (identity == NULL)
    foyer_identity_file_refuse (error, dir, "no seed");

  return identity;
}

/* Written beside its place, made durable and then linked to its name: a cut leaves no half of
 * it, and a file that came in between stays (a rename would replace it). */
static gboolean
foyer_identity_file_make (int          dir_fd,
                          const char  *dir,
                          GError     **error)
{
  g_autoptr(FoyerIdentity) identity = foyer_identity_new ();
  g_autoptr(GBytes) bytes = foyer_identity_get_bytes (identity);
  static const char temporary[] = FOYER_IDENTITY_FILE ".new";
  g_autofd int fd = -1;
  int linked = -1;
  int saved_errno;

  /* left by a cut: its seed was never used */
  unlinkat (dir_fd, temporary, 0);
  fd = openat (dir_fd, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (fd < 0)
    return foyer_identity_file_refuse (error, dir, g_strerror (errno));

  if (foyer_identity_file_write_all (fd, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)))
    linked = renameat2 (dir_fd, temporary, dir_fd, FOYER_IDENTITY_FILE, RENAME_NOREPLACE);
  saved_errno = errno;
  explicit_bzero ((gpointer) g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (linked != 0)
    unlinkat (dir_fd, temporary, 0);
  if (linked != 0 && saved_errno != EEXIST)
    return foyer_identity_file_refuse (error, dir, g_strerror (saved_errno));
  if (fsync (dir_fd) != 0)
    return foyer_identity_file_refuse (error, dir, g_strerror (errno));

  return TRUE;
}

/**
 * foyer_identity_file_load:
 * @dir: (type filename): the folder of a profile, which exists
 * @may_make: whether to make a new identity where there is no file
 * @error: return location for an error
 *
 * Reads who a profile is. A file that cannot be trusted (of another size, mode or owner, or a
 * link) is an error and stays as it is: with another seed the profile would be somebody else,
 * and everything that waits for it would be lost. Blocks for the disk; any thread.
 *
 * Returns: (transfer full) (nullable): the identity; %NULL with
 *   %FOYER_SYNC_ERROR_BAD_IDENTITY
 */
FoyerIdentity *
foyer_identity_file_load (const char  *dir,
                          gboolean     may_make,
                          GError     **error)
{
  g_autofd int dir_fd = -1;
  g_autoptr(GError) local_error = NULL;
  FoyerIdentity *identity;

  g_return_val_if_fail (dir != NULL, NULL);

  dir_fd = open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (dir_fd < 0)
    {
      foyer_identity_file_refuse (error, dir, g_strerror (errno));
      return NULL;
    }

  /* whoever makes one makes it alone */
  if (flock (dir_fd, LOCK_EX) != 0)
    {
      foyer_identity_file_refuse (error, dir, g_strerror (errno));
      return NULL;
    }
  identity = foyer_identity_file_read (dir_fd, dir, &local_error);
  if (identity == NULL && local_error == NULL && may_make && foyer_identity_file_make (dir_fd, dir, &local_error))
    identity = foyer_identity_file_read (dir_fd, dir, &local_error);
  if (identity == NULL && local_error == NULL)
    foyer_identity_file_refuse (&local_error, dir, "is missing");
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return identity;
}
