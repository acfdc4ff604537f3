/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-clock.h"
#include "core/foyer-part.h"
#include "directory/store/foyer-directory-write.h"
#include "protocol/foyer-page.h"
#include "protocol/foyer-search-page.h"

G_BEGIN_DECLS

/**
 * FoyerDirectoryStore:
 *
 * What a directory keeps. Reads are answered in the calling thread; writes are queued to one
 * thread, which takes what waits into one transaction and answers after it is durable. Any
 * thread may call. A database of another kind is another folder that implements this header.
 */
typedef struct _FoyerDirectoryStore FoyerDirectoryStore;

FoyerDirectoryStore *foyer_directory_store_open      (const char           *path,
                                                      const char           *origin,
                                                      FoyerClock           *clock,
                                                      GError              **error);
gboolean             foyer_directory_store_open_readers (FoyerDirectoryStore *self,
                                                      guint                 n_readers,
                                                      GError              **error);
void                 foyer_directory_store_close     (FoyerDirectoryStore  *self);
const char          *foyer_directory_store_get_epoch (FoyerDirectoryStore  *self);
void                 foyer_directory_store_set_origin (FoyerDirectoryStore *self,
                                                      const char           *origin);

/**
 * FoyerDirectoryChangeFunc:
 * @write: what was written and is durable
 * @user_data: what was given with it
 *
 * Called on the writing thread, before whoever wrote is answered.
 */
typedef void (*FoyerDirectoryChangeFunc) (const FoyerDirectoryWrite *write,
                                          gpointer                   user_data);

void                 foyer_directory_store_watch     (FoyerDirectoryStore      *self,
                                                      FoyerDirectoryChangeFunc  func,
                                                      gpointer                  user_data);
void                 foyer_directory_store_submit    (FoyerDirectoryStore      *self,
                                                      FoyerDirectoryWrite      *write);
void                 foyer_directory_store_flush     (FoyerDirectoryStore      *self);
gboolean             foyer_directory_store_check     (FoyerDirectoryStore      *self,
                                                      GError                  **error);
gboolean             foyer_directory_store_backup    (FoyerDirectoryStore      *self,
                                                      const char               *path,
                                                      GError                  **error);
gboolean             foyer_directory_store_restore   (const char               *backup,
                                                      const char               *path,
                                                      FoyerClock               *clock,
                                                      GError                  **error);

/**
 * FoyerDirectoryStoreCounts:
 * @writes: that were decided upon
 * @commits: that made them durable
 * @queued: that wait
 *
 * What an operator watches.
 */
typedef struct {
  guint64 writes;
  guint64 commits;
  int     queued;
} FoyerDirectoryStoreCounts;

void     foyer_directory_store_get_counts  (FoyerDirectoryStore       *self,
                                            FoyerDirectoryStoreCounts *counts);

/**
 * FoyerDirectoryPaper:
 * @live: %FALSE for a listing that was taken down
 * @host: whose it is
 * @rev: of @envelope
 * @envelope: a signed paper of a listing, byte for byte
 *
 * A signed paper as it came.
 */
typedef struct {
  gboolean  live;
  FoyerKey  host;
  gint64    rev;
  GBytes   *envelope;
} FoyerDirectoryPaper;

void     foyer_directory_paper_clear       (FoyerDirectoryPaper  *paper);
gboolean foyer_directory_store_get_paper   (FoyerDirectoryStore  *self,
                                            const char           *listing,
                                            FoyerDocumentType     type,
                                            FoyerDirectoryPaper  *paper,
                                            gboolean             *found,
                                            GError              **error);

/**
 * FoyerDirectorySeats:
 * @live: %FALSE for a listing that was taken down
 * @rev: of the availability; 0 when there was none yet
 * @sold: another number whenever an allotment changed
 * @today: the local day of the space
 * @from: the first of @days
 * @days: what is free, allotted seats included
 *
 * The free seats of a listing.
 */
typedef struct {
  gboolean     live;
  gint64       rev;
  gint64       sold;
  FoyerDay     today;
  FoyerDay     from;
  guint        n_days;
  FoyerSeatDay days[FOYER_HORIZON_DAYS];
} FoyerDirectorySeats;

gboolean foyer_directory_store_get_seats   (FoyerDirectoryStore  *self,
                                            const char           *listing,
                                            FoyerDay              from,
                                            guint                 n_days,
                                            FoyerDirectorySeats  *seats,
                                            gboolean             *found,
                                            GError              **error);

/**
 * FoyerDirectoryQuery:
 * @day: the day on which seats are free, or %FOYER_DAY_NONE for any
 * @kind: a FoyerSpaceKind, or -1 for any
 * @tag: (nullable): a tag that results have
 * @text: (nullable): words that results have
 * @after_m: where the last page ended, -1 for the first page
 * @after_id: the id at which it ended
 *
 * A search for free seats near a point.
 */
typedef struct {
  int         lat_e6;
  int         lon_e6;
  int         radius_m;
  FoyerDay    day;
  FoyerPart   part;
  int         seats;
  int         kind;
  const char *tag;
  const char *text;
  int         limit;
  int         after_m;
  const char *after_id;
} FoyerDirectoryQuery;

FoyerSearchPage *foyer_directory_store_search    (FoyerDirectoryStore        *self,
                                                  const FoyerDirectoryQuery  *query,
                                                  GError                    **error);

guint            foyer_directory_store_count     (FoyerDirectoryStore  *self);
GPtrArray       *foyer_directory_store_list_live (FoyerDirectoryStore  *self,
                                                  guint                 limit,
                                                  GError              **error);

FoyerPage       *foyer_directory_store_get_changes (FoyerDirectoryStore  *self,
                                                  const char           *after,
                                                  gboolean             *expired,
                                                  GError              **error);
FoyerPage       *foyer_directory_store_get_inbox (FoyerDirectoryStore  *self,
                                                  const FoyerKey       *key,
                                                  const char           *after,
                                                  gboolean             *expired,
                                                  GError              **error);

/**
 * FoyerDirectoryBooking:
 * @state: where it stands now; a request that nobody answered in time is expired
 * @letters: its envelopes that are still kept, in one page
 *
 * A booking as its guest and its host may read it.
 */
typedef struct {
  char             *id;
  char             *listing;
  FoyerKey          guest;
  FoyerKey          host;
  FoyerDay          day;
  FoyerPart         part;
  int               seats;
  gint64            answer_by_ms;
  FoyerBookingState state;
  gint64            rev;
  FoyerPage        *letters;
} FoyerDirectoryBooking;

void                   foyer_directory_booking_free      (FoyerDirectoryBooking  *self);
FoyerDirectoryBooking *foyer_directory_store_get_booking (FoyerDirectoryStore    *self,
                                                          const char             *id,
                                                          GError                **error);
GBytes                *foyer_directory_store_get_photo   (FoyerDirectoryStore    *self,
                                                          const char             *sha256,
                                                          FoyerPhotoType         *type,
                                                          GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDirectoryStore, foyer_directory_store_close)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerDirectoryPaper, foyer_directory_paper_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDirectoryBooking, foyer_directory_booking_free)

G_END_DECLS
