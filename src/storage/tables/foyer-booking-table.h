/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking.h"
#include "storage/db/foyer-db.h"

G_BEGIN_DECLS

/* As the schema's indexes have it, word for word. */
#define FOYER_BOOKING_HELD "state IN ('confirmed', 'checked-in', 'checked-out') AND deleted_at = 0"

typedef struct {
  gint64        id;
  gint64        space_id;
  gint64        person_id;
  gint64        payer_id;          /* the person who pays: another one's for some guests of theirs */
  gint64        brought_by;        /* of a guest of somebody: with which booking they come, else 0 */
  FoyerBooking *booking;
} FoyerBookingRow;

void             foyer_booking_row_free         (FoyerBookingRow   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerBookingRow, foyer_booking_row_free)

/**
 * FoyerNewBooking:
 *
 * What is written of a new booking. @key and @key_digest may be "". @by_guest: it came through
 * a directory. @series_id: 0 for none. @brought_by: the booking of who brings them, 0 for none.
 */
typedef struct {
  gint64             space_id;
  gint64             person_id;
  FoyerDay           day;
  FoyerPart          part;
  int                seats;
  FoyerBookingState  state;
  gint64             price_minor;
  const char        *currency;
  const char        *key;
  const char        *key_digest;
  gint64             in_ms;
  gint64             out_ms;
  gboolean           by_guest;
  gint64             series_id;
  gint64             brought_by;
  gboolean           host_pays;
} FoyerNewBooking;

/* not-found when there is none */
FoyerBookingRow *foyer_booking_table_find       (FoyerDb                *db,
                                                 const char             *uid,
                                                 GError                **error);
FoyerBookingRow *foyer_booking_table_get        (FoyerDb                *db,
                                                 gint64                  id,
                                                 GError                **error);
/* @row is %NULL when the key is free; @digest is what it was used with. */
gboolean         foyer_booking_table_find_key   (FoyerDb                *db,
                                                 const char             *key,
                                                 FoyerBookingRow       **row,
                                                 char                  **digest,
                                                 GError                **error);
gboolean         foyer_booking_table_insert     (FoyerDb                *db,
                                                 const char             *uid,
                                                 const FoyerNewBooking  *booking,
                                                 gint64                 *id,
                                                 GError                **error);
/* Instants of -1 stay as they are. */
gboolean         foyer_booking_table_set_state  (FoyerDb                *db,
                                                 gint64                  id,
                                                 FoyerBookingState       state,
                                                 gint64                  in_ms,
                                                 gint64                  out_ms,
                                                 GError                **error);
/* Confirmed at this price. */
gboolean         foyer_booking_table_confirm    (FoyerDb                *db,
                                                 gint64                  id,
                                                 gint64                  price_minor,
                                                 const char             *currency,
                                                 GError                **error);
/* Another revision of the same: something beside it changed. */
gboolean         foyer_booking_table_touch      (FoyerDb                *db,
                                                 gint64                  id,
                                                 GError                **error);
gboolean         foyer_booking_table_restore    (FoyerDb                *db,
                                                 gint64                  id,
                                                 const char             *before,
                                                 GError                **error);
gboolean         foyer_booking_table_delete     (FoyerDb                *db,
                                                 gint64                  id,
                                                 GError                **error);

/* What a person holds in a space, for its limits. Returns: (element-type FoyerHolding) */
GArray          *foyer_holding_table_list       (FoyerDb                *db,
                                                 gint64                  space_id,
                                                 gint64                  person_id,
                                                 FoyerDay                first,
                                                 FoyerDay                last,
                                                 FoyerDay                today,
                                                 GError                **error);

/* Lists. Returns: (element-type FoyerBookingRow) unless said otherwise */
GPtrArray       *foyer_booking_table_list_held  (FoyerDb                *db,
                                                 gint64                  space_id,
                                                 FoyerDay                first,
                                                 FoyerDay                last,
                                                 GError                **error);
/* Those of a person that hold a seat on a day, by part. */
GPtrArray       *foyer_booking_table_list_of    (FoyerDb                *db,
                                                 gint64                  space_id,
                                                 gint64                  person_id,
                                                 FoyerDay                day,
                                                 GError                **error);
/* The confirmed ones of a series, by day. */
GPtrArray       *foyer_booking_table_list_series (FoyerDb               *db,
                                                 gint64                  series_id,
                                                 FoyerDay                first,
                                                 FoyerDay                last,
                                                 GError                **error);
GPtrArray       *foyer_booking_table_list_asked (FoyerDb                *db,
                                                 gint64                  space_id,
                                                 GError                **error);
/* Checked in now, whatever the day, by day and arrival. */
GPtrArray       *foyer_booking_table_list_in    (FoyerDb                *db,
                                                 gint64                  space_id,
                                                 GError                **error);
/* How many guests came with a booking and are here. */
gboolean         foyer_booking_table_count_guests (FoyerDb              *db,
                                                 gint64                  id,
                                                 guint                  *n,
                                                 GError                **error);
/* Adds the uids of those who hold a seat in any of @halves. */
gboolean         foyer_booking_table_list_holders (FoyerDb              *db,
                                                 gint64                  space_id,
                                                 FoyerDay                day,
                                                 guint                   halves,
                                                 GPtrArray              *uids,
                                                 GError                **error);
/* The uids of overlapping bookings of this person, or, for a guest, of guests of this
 * folded name. */
gboolean         foyer_booking_table_list_same  (FoyerDb                *db,
                                                 gint64                  space_id,
                                                 FoyerDay                day,
                                                 FoyerPart               part,
                                                 gint64                  person_id,   /* 0: none yet */
                                                 const char             *guest_fold,  /* (nullable) */
                                                 GPtrArray              *uids,
                                                 GError                **error);
/* The number of requests by day: calls @func with each. */
typedef void   (*FoyerBookingCountFunc)         (FoyerDay                day,
                                                 int                     n,
                                                 gpointer                user_data);
gboolean         foyer_booking_table_count_asked (FoyerDb               *db,
                                                 gint64                  space_id,
                                                 FoyerDay                first,
                                                 FoyerDay                last,
                                                 FoyerBookingCountFunc   func,
                                                 gpointer                user_data,
                                                 GError                **error);
/* Whether anybody holds a seat or waits for one from @first on. */
gboolean         foyer_booking_table_list_ahead (FoyerDb                *db,
                                                 gint64                  space_id,
                                                 FoyerDay                first,
                                                 GPtrArray              *uids,
                                                 GError                **error);

/* The log of who came and went. */
typedef enum {
  FOYER_VISIT_IN,
  FOYER_VISIT_OUT,
  FOYER_VISIT_OUT_HOUSE,
  FOYER_VISIT_IN_UNDONE,
  FOYER_VISIT_OUT_UNDONE,
} FoyerVisitEvent;

/* What time does to visits: those that nobody checked out end with their day. No act of the host, and
 * a part of that of an undo. @until: the next instant at which a day of some space ends. */
gboolean         foyer_visits_close             (FoyerDb                *db,
                                                 gint64                 *until,
                                                 GError                **error);

gboolean         foyer_visit_table_append       (FoyerDb                *db,
                                                 gint64                  booking_id,
                                                 FoyerVisitEvent         event,
                                                 GError                **error);
/* Held or asked for from @first on, in all spaces, the first first; at most @limit. */
GPtrArray       *foyer_booking_table_list_of_person (FoyerDb            *db,
                                                 gint64                  person_id,
                                                 FoyerDay                first,
                                                 int                     limit,
                                                 GError                **error);
/* Whether the house had to close their last visit of a day. */
gboolean         foyer_booking_table_was_forgotten (FoyerDb             *db,
                                                 gint64                  person_id,
                                                 FoyerDay                day,
                                                 gboolean               *forgotten,
                                                 GError                **error);
/* (element-type FoyerDay): when somebody was here, in a space or, for 0, in any; each once. */
GArray          *foyer_booking_table_list_days_here (FoyerDb            *db,
                                                 gint64                  person_id,
                                                 gint64                  space_id,
                                                 GError                **error);
/* The first day from @first on for which a request of theirs waits, or FOYER_DAY_NONE. */
gboolean         foyer_booking_table_get_asked_day (FoyerDb             *db,
                                                 gint64                  person_id,
                                                 FoyerDay                first,
                                                 FoyerDay               *day,
                                                 GError                **error);

/* All of one person becomes that of another, into whose record theirs goes. */
gboolean foyer_booking_table_move (FoyerDb  *db,
                                   gint64    from,
                                   gint64    to,
                                   GError  **error);

/* Whether two were here in the same half of a day. */
gboolean foyer_booking_table_met (FoyerDb   *db,
                                  gint64     one,
                                  gint64     other,
                                  gboolean  *met,
                                  GError   **error);

/* Whether both are checked in at one space. */
gboolean foyer_booking_table_are_here (FoyerDb   *db,
                                       gint64     one,
                                       gint64     other,
                                       gboolean  *both,
                                       GError   **error);

G_END_DECLS
