/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-availability.h"
#include "core/foyer-opening.h"
#include "core/foyer-space.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/* Spaces, when they are open, and what is free there. Every change returns in @op the
 * act for [method@Store.undo_async] (0 when nothing changed). */

/* Returns: (element-type FoyerSpace): in the order in which they were added */
void        foyer_store_list_spaces_async   (FoyerStore           *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray  *foyer_store_list_spaces_finish  (FoyerStore           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Adds @space when its id is "", else replaces what is editable in it. Without a point
 * the gazetteer gives one by postcode and city. Fewer seats than held: has-bookings. A change
 * of zone or currency with bookings ahead: has-bookings, currency-mismatch. */
void        foyer_store_save_space_async    (FoyerStore           *self,
                                             const FoyerSpace     *space,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* Returns: (transfer full): the space as it is now */
FoyerSpace *foyer_store_save_space_finish   (FoyerStore           *self,
                                             GAsyncResult         *result,
                                             gint64               *op,
                                             GError              **error);

/* Returns: (element-type FoyerOpeningRule): the weekly rules, oldest first */
void        foyer_store_get_week_async      (FoyerStore           *self,
                                             const char           *space_id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GArray     *foyer_store_get_week_finish     (FoyerStore           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/**
 * FoyerDaysChange:
 * @n_days: days from today within 366 days whose availability changed
 * @n_cancelled: bookings cancelled on the way
 */
typedef struct {
  int    n_days;
  int    n_cancelled;
  gint64 op;
} FoyerDaysChange;

/* Replaces all weekly rules (@n_rules may be 0), or adds one to them. */
void        foyer_store_set_week_async      (FoyerStore             *self,
                                             const char             *space_id,
                                             const FoyerOpeningRule *rules,
                                             gsize                   n_rules,
                                             GCancellable           *cancellable,
                                             GAsyncReadyCallback     callback,
                                             gpointer                user_data);
void        foyer_store_add_rule_async      (FoyerStore             *self,
                                             const char             *space_id,
                                             const FoyerOpeningRule *rule,
                                             GCancellable           *cancellable,
                                             GAsyncReadyCallback     callback,
                                             gpointer                user_data);

/**
 * FoyerDaysEdit:
 *
 * What becomes of the days @first to @last. Opening keeps the hours and seats that a
 * day has (or its rule gives, or 09:00-18:00 and the space's seats) where @start_minute
 * or @seats is -1. @note: %NULL keeps what is there, "" removes it. Days before today
 * stay as they are; a range all in the past is past-day.
 */
typedef struct {
  FoyerDay    first;
  FoyerDay    last;
  enum { FOYER_DAYS_KEEP, FOYER_DAYS_OPEN, FOYER_DAYS_CLOSE, FOYER_DAYS_BY_RULE } to;
  int         start_minute;
  int         end_minute;
  int         seats;
  const char *note;
  gboolean    cancel_bookings;    /* else closing what is booked is has-bookings */
} FoyerDaysEdit;

void        foyer_store_edit_days_async     (FoyerStore           *self,
                                             const char           *space_id,
                                             const FoyerDaysEdit  *edit,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* The one finish of set_week, add_rule and edit_days. */
gboolean    foyer_store_days_finish         (FoyerStore           *self,
                                             GAsyncResult         *result,
                                             FoyerDaysChange      *change,
                                             GError              **error);

/* Returns: (element-type FoyerAvailability): one per day from @first, past days too */
void        foyer_store_availability_async  (FoyerStore           *self,
                                             const char           *space_id,
                                             FoyerDay              first,
                                             int                   n_days,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GArray     *foyer_store_availability_finish (FoyerStore           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
