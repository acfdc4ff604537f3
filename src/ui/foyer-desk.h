/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/foyer-day.h"
#include "storage/foyer-store.h"
#include "sync/foyer-sync.h"
#include "ui/foyer-space-item.h"

G_BEGIN_DECLS

/**
 * FoyerDesk:
 *
 * What the pages of one window share: the open store, its correspondence with
 * directories, the list of spaces, the space that is looked at, and the two things a page says to the window: "this was done"
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
 * FoyerDesk:n-requests:
 *
 * How many requests for the current space wait for an answer, as far as somebody has
 * looked.
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

/**
 * foyer_desk_new:
 * @store: an open store; the desk holds a reference
 * @sync: its correspondence; the desk holds a reference
 *
 * Makes a desk, which begins to read the spaces at once.
 *
 * Returns: (transfer full): a desk
 */
FoyerDesk      *foyer_desk_new          (FoyerStore     *store,
                                         FoyerSync      *sync);

/**
 * foyer_desk_get_store:
 * @self: a desk
 *
 * The store whose verbs pages call.
 *
 * Returns: (transfer none): the store
 */
FoyerStore     *foyer_desk_get_store    (FoyerDesk      *self);

/**
 * foyer_desk_get_sync:
 * @self: a desk
 *
 * The correspondence with directories.
 *
 * Returns: (transfer none): the sync
 */
FoyerSync      *foyer_desk_get_sync     (FoyerDesk      *self);

/**
 * foyer_desk_get_spaces:
 * @self: a desk
 *
 * The spaces in use, in the order in which they were added; the list stays the same object.
 *
 * Returns: (transfer none): a list of #FoyerSpaceItem
 */
GListModel     *foyer_desk_get_spaces   (FoyerDesk      *self);

/**
 * foyer_desk_get_archived:
 * @self: a desk
 *
 * The spaces that are archived, in the order in which they were added; the list stays the same
 * object.
 *
 * Returns: (transfer none): a list of #FoyerSpaceItem
 */
GListModel     *foyer_desk_get_archived (FoyerDesk      *self);

/**
 * foyer_desk_get_loaded:
 * @self: a desk
 *
 * The value of [property@Desk:loaded].
 *
 * Returns: whether the spaces were read once
 */
gboolean        foyer_desk_get_loaded   (FoyerDesk      *self);

/**
 * foyer_desk_get_space:
 * @self: a desk
 *
 * The value of [property@Desk:space].
 *
 * Returns: (transfer none) (nullable): the current space
 */
FoyerSpaceItem *foyer_desk_get_space    (FoyerDesk      *self);

/**
 * foyer_desk_set_space:
 * @self: a desk
 * @space: one of the list's items
 *
 * Makes @space the current one.
 */
void            foyer_desk_set_space    (FoyerDesk      *self,
                                         FoyerSpaceItem *space);

/**
 * foyer_desk_set_space_id:
 * @self: a desk
 * @space_id: the id of a space
 *
 * Makes a space the current one, also one that was just saved and is not in the list yet:
 * it becomes current when the list has it.
 */
void            foyer_desk_set_space_id (FoyerDesk      *self,
                                         const char     *space_id);

/**
 * foyer_desk_get_today:
 * @self: a desk
 *
 * The value of [property@Desk:today].
 *
 * Returns: the business day, %FOYER_DAY_NONE without a space
 */
FoyerDay        foyer_desk_get_today    (FoyerDesk      *self);

/**
 * foyer_desk_get_n_requests:
 * @self: a desk
 *
 * The value of [property@Desk:n-requests].
 *
 * Returns: a number of requests
 */
guint           foyer_desk_get_n_requests (FoyerDesk    *self);

/**
 * foyer_desk_set_n_requests:
 * @self: a desk
 * @n_requests: how many there are
 *
 * Called by the page that has looked.
 */
void            foyer_desk_set_n_requests (FoyerDesk    *self,
                                           guint         n_requests);

/**
 * foyer_desk_check_day:
 * @self: a desk
 *
 * Looks at the clock again: for when the machine may have slept.
 */
void            foyer_desk_check_day    (FoyerDesk      *self);

/**
 * foyer_desk_acted:
 * @self: a desk
 * @sentence: what was done, translated; plain text
 * @op: the act for [method@Store.undo_async], 0 when nothing can be undone
 *
 * Called after each act of a person: the window shows @sentence with Undo.
 */
void            foyer_desk_acted        (FoyerDesk      *self,
                                         const char     *sentence,
                                         gint64          op);

/**
 * foyer_desk_failed:
 * @self: a desk
 * @error: (nullable): why an act was refused
 *
 * Called after each act that was refused; %NULL and cancellations are silent.
 */
void            foyer_desk_failed       (FoyerDesk      *self,
                                         const GError   *error);

/**
 * foyer_desk_refresh:
 * @self: a desk
 *
 * Reads the spaces again, then announces everything as changed. An error comes as
 * [signal@Desk::failed].
 */
void            foyer_desk_refresh      (FoyerDesk      *self);

G_END_DECLS
