/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/foyer-day.h"
#include "storage/foyer-store.h"
#include "ui/foyer-space-item.h"

G_BEGIN_DECLS

/**
 * FoyerDesk:
 *
 * What the pages of one window share: the open store, the list of spaces, the space
 * that is looked at, and the two things a page says to the window: "this was done"
 * and "this did not work". Pages take it as their construct property `desk` and know
 * neither the window nor each other. Main thread only.
 */
#define FOYER_TYPE_DESK (foyer_desk_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDesk, foyer_desk, FOYER, DESK, GObject)

/**
 * FoyerDesk:space: (type FoyerSpaceItem) (nullable)
 *
 * The space that pages show; %NULL until the spaces were read, and while there are
 * none. Notified also when the same space was edited (another item, the same id).
 */

/**
 * FoyerDesk:loaded:
 *
 * Whether the spaces were read once: from then on an empty list means a first run.
 */

/**
 * FoyerDesk:today:
 *
 * The business day of the current space now (%FOYER_DAY_NONE without a space). Follows
 * the clock: notified at the space's cut-off hour.
 */

/**
 * FoyerDesk::changed:
 * @change: (type guint): a #FoyerChange mask
 * @space_id: (nullable): the one space concerned, %NULL for several or none
 *
 * The store's own signal, passed on after the spaces were read again where the change
 * was about them.
 */

/**
 * FoyerDesk::acted:
 * @sentence: what was done, in the person's language; plain text
 * @op: the act for [method@Store.undo_async], 0 when nothing can be undone
 */

/**
 * FoyerDesk::failed:
 * @error: (type GError): what went wrong; never a cancellation
 */

FoyerDesk      *foyer_desk_new          (FoyerStore     *store);

/* Returns: (transfer none) */
FoyerStore     *foyer_desk_get_store    (FoyerDesk      *self);
/* Returns: (transfer none) (element-type FoyerSpaceItem): in the order in which they were added */
GListModel     *foyer_desk_get_spaces   (FoyerDesk      *self);
gboolean        foyer_desk_get_loaded   (FoyerDesk      *self);

/* Returns: (transfer none) (nullable) */
FoyerSpaceItem *foyer_desk_get_space    (FoyerDesk      *self);
void            foyer_desk_set_space    (FoyerDesk      *self,
                                         FoyerSpaceItem *space);
/* Also for a space that was just saved and is not in the list yet: it becomes the
 * current one when the list has it. */
void            foyer_desk_set_space_id (FoyerDesk      *self,
                                         const char     *space_id);

FoyerDay        foyer_desk_get_today    (FoyerDesk      *self);
/* Looks at the clock again: for when the machine may have slept. */
void            foyer_desk_check_day    (FoyerDesk      *self);

/* After each act of a person: the window shows @sentence with Undo. */
void            foyer_desk_acted        (FoyerDesk      *self,
                                         const char     *sentence,
                                         gint64          op);
/* After each act that was refused; %NULL and cancellations are silent. */
void            foyer_desk_failed       (FoyerDesk      *self,
                                         const GError   *error);
/* Reads the spaces again, then announces everything as changed. */
void            foyer_desk_refresh      (FoyerDesk      *self);

G_END_DECLS
