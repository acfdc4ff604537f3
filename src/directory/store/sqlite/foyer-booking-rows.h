/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "directory/store/sqlite/foyer-store-private.h"
#include "protocol/foyer-request.h"

G_BEGIN_DECLS

/* How late a guest's answer may be asked for; what a restored directory lost was asked for
 * before that. */
#define FOYER_ANSWER_MS G_GINT64_CONSTANT (86400000)

/**
 * FoyerBookingRow:
 * @id: of the row, 0 when there is none
 * @state: as it was last written; nobody writes that a request expired
 */
typedef struct {
  gint64            id;
  gint64            listing;
  FoyerKey          guest;
  FoyerKey          host;
  FoyerDay          day;
  FoyerPart         part;
  int               seats;
  gint64            answer_by_ms;
  FoyerBookingState state;
  gint64            rev;
} FoyerBookingRow;

gboolean foyer_booking_rows_find       (FoyerSqlite             *db,
                                        const char              *uid,
                                        FoyerBookingRow         *row,
                                        GError                 **error);
gboolean foyer_booking_rows_insert     (FoyerSqlite             *db,
                                        gint64                   listing,
                                        const FoyerKey          *guest,
                                        const FoyerRequest      *request,
                                        FoyerBookingState        state,
                                        gboolean                 taken,
                                        gint64                  *id,
                                        GError                 **error);
gboolean foyer_booking_rows_move       (FoyerSqlite             *db,
                                        gint64                   id,
                                        FoyerBookingState        state,
                                        gint64                   rev,
                                        GError                 **error);
gboolean foyer_booking_rows_count_open (FoyerSqlite             *db,
                                        const FoyerKey          *guest,
                                        gint64                   now_ms,
                                        gint64                  *n_open,
                                        GError                 **error);

/* Whether a letter of @rev was answered, with which digest, for whom, with which state. */
typedef struct {
  gboolean          found;
  guint8            digest[FOYER_DIGEST_SIZE];
  FoyerKey          recipient;
  FoyerBookingState state;
} FoyerLetterRow;

gboolean foyer_letter_rows_find        (FoyerSqlite             *db,
                                        gint64                   booking,
                                        gint64                   rev,
                                        FoyerLetterRow          *row,
                                        GError                 **error);
gboolean foyer_letter_rows_insert      (FoyerSqlite             *db,
                                        gint64                   booking,
                                        FoyerDirectoryWrite     *write,
                                        const FoyerKey          *recipient,
                                        gint64                   now_ms,
                                        GError                 **error);

/* Whether nobody answered in time. @restored_ms: what was asked for before a directory was
 * restored is written again later than its time, and so is its answer. */
gboolean foyer_booking_is_expired      (FoyerBookingState        state,
                                        gint64                   answer_by_ms,
                                        gint64                   now_ms,
                                        gint64                   restored_ms);

G_END_DECLS
