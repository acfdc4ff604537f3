/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-post.h"
#include "storage/tables/foyer-person-table.h"

G_BEGIN_DECLS

/* What came with requests of strangers, beside their bookings, and who the strangers are. */

typedef struct {
  gint64   booking_id;
  char    *origin;
  char    *guest_key;
  gint64   rev;               /* the highest of the sequence that both sides share */
  gint64   answer_by_ms;
  char    *decided;           /* what the guest may have been told last; "" for nothing */
  gboolean taken;             /* the directory has it */
  gboolean left;              /* the guest took the booking back */
} FoyerRequestRow;

void      foyer_request_row_free          (FoyerRequestRow   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerRequestRow, foyer_request_row_free)

/* @row: %NULL for a booking that does not travel, or is none */
gboolean  foyer_request_table_find        (FoyerDb           *db,
                                           gint64             booking_id,
                                           FoyerRequestRow  **row,
                                           GError           **error);
gboolean  foyer_request_table_find_uid    (FoyerDb           *db,
                                           const char        *uid,
                                           FoyerRequestRow  **row,
                                           GError           **error);
gboolean  foyer_request_table_insert      (FoyerDb           *db,
                                           gint64             booking_id,
                                           const char        *origin,
                                           const FoyerNews   *news,
                                           GError           **error);
/* What the guest is to be told now, in words of the protocol; "" for nothing. */
char     *foyer_request_table_get_decision (FoyerDb          *db,
                                           gint64             booking_id,
                                           GError           **error);
/* The rule of the day of the confirmation. */
gboolean  foyer_request_table_freeze_rule (FoyerDb           *db,
                                           gint64             booking_id,
                                           int                cancel_minute,
                                           int                cancel_days,
                                           GError           **error);
/* Until when this booking may be given back for nothing. */
gboolean  foyer_request_table_get_rule    (FoyerDb           *db,
                                           gint64             booking_id,
                                           int               *cancel_minute,
                                           int               *cancel_days,
                                           GError           **error);
gboolean  foyer_request_table_raise       (FoyerDb           *db,
                                           gint64             booking_id,
                                           gint64             rev,
                                           GError           **error);
/* @state and @body were handed over for sending. */
gboolean  foyer_request_table_set_decided (FoyerDb           *db,
                                           gint64             booking_id,
                                           const char        *state,
                                           gint64             rev,
                                           GBytes            *body,
                                           GError           **error);
gboolean  foyer_request_table_set_taken   (FoyerDb           *db,
                                           gint64             booking_id,
                                           gboolean           taken,
                                           GError           **error);
/* Nothing that was handed over arrived. */
gboolean  foyer_request_table_forget_decided (FoyerDb        *db,
                                           gint64             booking_id,
                                           GError           **error);
gboolean  foyer_request_table_set_left    (FoyerDb           *db,
                                           gint64             booking_id,
                                           gboolean           late,
                                           GError           **error);
/* Returns: (element-type gint64): bookings that wait for an answer that is too late */
GArray   *foyer_request_table_list_late   (FoyerDb           *db,
                                           GError           **error);
/* When the next answer is due; 0: none is. */
gboolean  foyer_request_table_get_next    (FoyerDb           *db,
                                           gint64            *next_ms,
                                           GError           **error);
/* Returns: (element-type gint64): bookings that were decided, from @first on */
GArray   *foyer_request_table_list_decided (FoyerDb          *db,
                                           const char        *origin,
                                           FoyerDay           first,
                                           GError           **error);

/* The person behind a key, with skills; @person: %NULL when nobody came with it. */
gboolean  foyer_guest_key_table_find      (FoyerDb           *db,
                                           const char        *key,
                                           FoyerPersonRow   **person,
                                           GError           **error);
gboolean  foyer_guest_key_table_put       (FoyerDb           *db,
                                           const char        *key,
                                           gint64             person_id,
                                           GError           **error);

G_END_DECLS
