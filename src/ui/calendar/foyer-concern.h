/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/foyer-day.h"

G_BEGIN_DECLS

/**
 * FoyerConcern:
 * @name: belongs to the bookings it was made from
 * @days: (element-type FoyerDay): in order, each once
 * @paid_minor: paid already for these days
 * @due_minor: still to be paid for them
 *
 * One guest whom closing some days would concern.
 */
typedef struct {
  const char *person_id;
  const char *name;
  GArray     *days;
  gint64      paid_minor;
  gint64      due_minor;
  const char *currency;
} FoyerConcern;

/**
 * foyer_concern_list:
 * @bookings: (element-type FoyerBooking): by day; they must live longer than the result
 *
 * Returns: (transfer full) (element-type FoyerConcern): one for each guest, in the order
 *   of their first day
 */
GPtrArray *foyer_concern_list     (GPtrArray          *bookings);
/* "Tue 22, Wed 23 · €4.00 no longer due". Returns: (transfer full) */
char      *foyer_concern_describe (const FoyerConcern *self);
/* Returns: (transfer floating): a row that says who it is and what they get back */
GtkWidget *foyer_concern_new_row  (const FoyerConcern *self);

G_END_DECLS
