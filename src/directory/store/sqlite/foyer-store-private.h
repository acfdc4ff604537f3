/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/store/foyer-directory-store.h"
#include "directory/store/sqlite/foyer-sqlite.h"

G_BEGIN_DECLS

typedef struct _FoyerSearchIndex FoyerSearchIndex;

struct _FoyerDirectoryStore {
  char                     *path;
  char                     *origin;      /* the directory's own */
  FoyerClock               *clock;
  char                     *epoch;
  gint64                    restored_ms; /* 0: never */
  int                       lock_fd;
  FoyerSqlite              *writer;      /* (nullable): after an I/O error, until it is open again */
  GThread                  *thread;
  GAsyncQueue              *queue;       /* of FoyerStoreJob */
  GMutex                    readers_lock;
  GPtrArray                *readers;     /* idle ones */
  FoyerSearchIndex         *index;       /* (nullable): of those who serve */
  GArray                   *touched;     /* of gint64: rows that the index is behind; the writer's */
  FoyerDirectoryChangeFunc  change_func;
  gpointer                  change_data;
  guint64                   n_writes;    /* atomic */
  guint64                   n_commits;   /* atomic */
};

/* A reader on loan, in a transaction so that all it reads is of one moment. */
FoyerSqlite *foyer_store_borrow     (FoyerDirectoryStore  *self,
                                     GError              **error);
void         foyer_store_give_back  (FoyerDirectoryStore  *self,
                                     FoyerSqlite          *reader);

/* What the writing thread does with one write, inside a transaction. They note a refusal in
 * @write; what they return is whether the database did its part. */
gboolean foyer_store_write_listing    (FoyerDirectoryStore *self, FoyerDirectoryWrite *write, GError **error);
gboolean foyer_store_write_tombstone  (FoyerDirectoryStore *self, FoyerDirectoryWrite *write, GError **error);
gboolean foyer_store_write_seats      (FoyerDirectoryStore *self, FoyerDirectoryWrite *write, GError **error);
gboolean foyer_store_write_allotment  (FoyerDirectoryStore *self, FoyerDirectoryWrite *write, GError **error);
gboolean foyer_store_write_recall     (FoyerDirectoryStore *self, FoyerDirectoryWrite *write, GError **error);
gboolean foyer_store_write_request    (FoyerDirectoryStore *self, FoyerDirectoryWrite *write, GError **error);
gboolean foyer_store_write_answer     (FoyerDirectoryStore *self, FoyerDirectoryWrite *write, GError **error);
gboolean foyer_store_write_photo      (FoyerDirectoryStore *self, FoyerDirectoryWrite *write, GError **error);

/* The index of searches, as the file is now. */
FoyerSearchIndex *foyer_search_load   (FoyerSqlite          *db,
                                       GError              **error);
/* On the writing thread: notes what a transaction changes, and after it brings the index on. */
void     foyer_search_touch           (FoyerDirectoryStore  *self,
                                       gint64                id);
gboolean foyer_search_follow          (FoyerDirectoryStore  *self,
                                       GError              **error);

/* What time deletes: boxes, old letters, photos nobody names. On the writing thread. */
gboolean foyer_store_tidy             (FoyerDirectoryStore  *self,
                                       GError              **error);

/* The local day of a zone by the store's clock; @cut_off_minute 0 for the calendar's. */
FoyerDay foyer_store_get_day          (FoyerDirectoryStore  *self,
                                       const char           *tz,
                                       int                   cut_off_minute);

#define FOYER_UID_SIZE 16
gboolean foyer_uid_parse              (const char           *id,
                                       guint8                uid[FOYER_UID_SIZE]);
char    *foyer_uid_format             (const guint8          uid[FOYER_UID_SIZE]);

G_END_DECLS
