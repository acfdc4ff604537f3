/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
/* open() and open64() are two functions here. */
#undef _FILE_OFFSET_BITS
#define _GNU_SOURCE

#include "file-faults.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FDS_MAX 4096

static struct {
  GMutex          mutex;
  char           *dir;
  FileFaultsCalls calls;
  FileFaultsKind  kind;
  int             error_number;
  guint64         n;
  guint64         count;
  gboolean        on;
  gboolean        happened;
  gboolean        watched[FDS_MAX];
} faults;

/* The C library's own function of a name. */
#define REAL(function)                                                    \
  static typeof (&function) real = NULL;                                  \
  if (real == NULL)                                                       \
    real = (typeof (&function)) dlsym (RTLD_NEXT, #function)

void
file_faults_start (const char      *dir,
                   FileFaultsCalls  calls,
                   FileFaultsKind   kind,
                   int              error_number,
                   guint64          n)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&faults.mutex);

  g_set_str (&faults.dir, dir);
  faults.calls = calls;
  faults.kind = kind;
  faults.error_number = error_number;
  faults.n = n;
  faults.count = 0;
  faults.happened = FALSE;
  faults.on = TRUE;
}

gboolean
file_faults_stop (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&faults.mutex);

  faults.on = FALSE;

  return faults.happened;
}

guint64
file_faults_count (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&faults.mutex);

  return faults.count;
}

static gboolean
path_is_watched (const char *path)
{
  return faults.on && path != NULL && g_str_has_prefix (path, faults.dir);
}

static gboolean
fd_is_watched (int fd)
{
  return faults.on && fd >= 0 && fd < FDS_MAX && faults.watched[fd];
}

/* Counts a call. Returns: whether it must fail, with errno set */
static gboolean
strikes (gboolean        is_watched,
         FileFaultsCalls call)
{
  g_autoptr(GMutexLocker) locker = NULL;

  if (!is_watched || (faults.calls & call) == 0)
    return FALSE;

  locker = g_mutex_locker_new (&faults.mutex);
  faults.count++;
  if (faults.n == 0 || faults.count < faults.n || (faults.count > faults.n && faults.kind != FILE_FAULTS_ERRNO_FROM))
    return FALSE;
  faults.happened = TRUE;
  if (faults.kind == FILE_FAULTS_KILL)
    kill (getpid (), SIGKILL);
  errno = faults.error_number;

  return TRUE;
}

static void
fd_watch (int      fd,
          gboolean is_watched)
{
  if (fd >= 0 && fd < FDS_MAX)
    faults.watched[fd] = is_watched;
}

/* A full disk still opens what is there. */
static FileFaultsCalls
open_call (int         dir_fd,
           const char *path,
           int         flags)
{
  gboolean writes = (flags & O_TRUNC) != 0 || ((flags & O_CREAT) != 0 && faccessat (dir_fd, path, F_OK, 0) != 0);

  return writes ? FILE_FAULTS_WRITING : FILE_FAULTS_READING;
}

static mode_t
open_mode (int     flags,
           va_list arguments)
{
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (arguments, mode_t) : 0;
}

/* Files: open, open64, openat, openat64 */

#define DEFINE_OPEN(function)                                             \
  int                                                                     \
  function (const char *path, int flags, ...)                             \
  {                                                                       \
    REAL (function);                                                      \
    gboolean is_watched = path_is_watched (path);                         \
    va_list arguments;                                                    \
    mode_t mode;                                                          \
    int fd;                                                               \
                                                                          \
    va_start (arguments, flags);                                          \
    mode = open_mode (flags, arguments);                                  \
    va_end (arguments);                                                   \
    if (strikes (is_watched, open_call (AT_FDCWD, path, flags)))          \
      return -1;                                                          \
    fd = real (path, flags, mode);                                        \
    fd_watch (fd, is_watched);                                            \
    return fd;                                                            \
  }

#define DEFINE_OPENAT(function)                                           \
  int                                                                     \
  function (int dir_fd, const char *path, int flags, ...)                 \
  {                                                                       \
    REAL (function);                                                      \
    gboolean is_watched = path_is_watched (path) || fd_is_watched (dir_fd); \
    va_list arguments;                                                    \
    mode_t mode;                                                          \
    int fd;                                                               \
                                                                          \
    va_start (arguments, flags);                                          \
    mode = open_mode (flags, arguments);                                  \
    va_end (arguments);                                                   \
    if (strikes (is_watched, open_call (dir_fd, path, flags)))            \
      return -1;                                                          \
    fd = real (dir_fd, path, flags, mode);                                \
    fd_watch (fd, is_watched);                                            \
    return fd;                                                            \
  }

#define DEFINE_READ(function, offset_type)                                \
  ssize_t                                                                 \
  function (int fd, void *buffer, size_t size, offset_type offset)        \
  {                                                                       \
    REAL (function);                                                      \
    if (strikes (fd_is_watched (fd), FILE_FAULTS_READING))                \
      return -1;                                                          \
    return real (fd, buffer, size, offset);                               \
  }

/* A write that fails for good has done the first half of its work. */
#define DEFINE_WRITE(function, offset_type)                               \
  ssize_t                                                                 \
  function (int fd, const void *buffer, size_t size, offset_type offset)  \
  {                                                                       \
    REAL (function);                                                      \
    if (strikes (fd_is_watched (fd), FILE_FAULTS_WRITING))                \
      {                                                                   \
        int saved_errno = errno;                                          \
                                                                          \
        if (real (fd, buffer, size / 2, offset) >= 0)                     \
          errno = saved_errno;                                            \
        return -1;                                                        \
      }                                                                   \
    return real (fd, buffer, size, offset);                               \
  }

#define DEFINE_OF_FD(function)                                            \
  int                                                                     \
  function (int fd)                                                       \
  {                                                                       \
    REAL (function);                                                      \
    if (strikes (fd_is_watched (fd), FILE_FAULTS_WRITING))                \
      return -1;                                                          \
    return real (fd);                                                     \
  }

#define DEFINE_TRUNCATE(function, offset_type)                            \
  int                                                                     \
  function (int fd, offset_type size)                                     \
  {                                                                       \
    REAL (function);                                                      \
    if (strikes (fd_is_watched (fd), FILE_FAULTS_WRITING))                \
      return -1;                                                          \
    return real (fd, size);                                               \
  }

#define DEFINE_TWO_PATHS(function)                                        \
  int                                                                     \
  function (const char *from, const char *to)                             \
  {                                                                       \
    REAL (function);                                                      \
    if (strikes (path_is_watched (from) || path_is_watched (to), FILE_FAULTS_WRITING)) \
      return -1;                                                          \
    return real (from, to);                                               \
  }

#define DEFINE_ONE_PATH(function)                                         \
  int                                                                     \
  function (const char *path)                                             \
  {                                                                       \
    REAL (function);                                                      \
    if (strikes (path_is_watched (path), FILE_FAULTS_WRITING))            \
      return -1;                                                          \
    return real (path);                                                   \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)
DEFINE_OPENAT (openat)
DEFINE_OPENAT (openat64)
DEFINE_READ (pread, off_t)
DEFINE_READ (pread64, off64_t)
DEFINE_WRITE (pwrite, off_t)
DEFINE_WRITE (pwrite64, off64_t)
DEFINE_OF_FD (fsync)
DEFINE_OF_FD (fdatasync)
DEFINE_TRUNCATE (ftruncate, off_t)
DEFINE_TRUNCATE (ftruncate64, off64_t)
DEFINE_TWO_PATHS (rename)
DEFINE_TWO_PATHS (link)
DEFINE_ONE_PATH (unlink)
DEFINE_ONE_PATH (rmdir)

ssize_t
read (int     fd,
      void   *buffer,
      size_t  size)
{
  REAL (read);

  if (strikes (fd_is_watched (fd), FILE_FAULTS_READING))
    return -1;

  return real (fd, buffer, size);
}

ssize_t
write (int         fd,
       const void *buffer,
       size_t      size)
{
  REAL (write);

  if (strikes (fd_is_watched (fd), FILE_FAULTS_WRITING))
    {
      int saved_errno = errno;

      if (real (fd, buffer, size / 2) >= 0)
        errno = saved_errno;
      return -1;
    }

  return real (fd, buffer, size);
}

int
mkdir (const char *path,
       mode_t      mode)
{
  REAL (mkdir);

  if (strikes (path_is_watched (path), FILE_FAULTS_WRITING))
    return -1;

  return real (path, mode);
}

int
renameat2 (int           from_dir,
           const char   *from,
           int           to_dir,
           const char   *to,
           unsigned int  flags)
{
  REAL (renameat2);

  if (strikes (path_is_watched (from) || path_is_watched (to), FILE_FAULTS_WRITING))
    return -1;

  return real (from_dir, from, to_dir, to, flags);
}

int
close (int fd)
{
  REAL (close);

  fd_watch (fd, FALSE);

  return real (fd);
}
