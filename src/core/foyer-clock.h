/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerClock:
 *
 * The wall clock, passed to whoever needs it. The one place of the programs that
 * reads the system's clock; rules take instants as arguments.
 */
typedef struct _FoyerClock FoyerClock;

/**
 * FoyerClockFunc:
 * @user_data: what [ctor@Clock.new_with_func] got
 *
 * Returns: the instant, in UTC milliseconds
 */
typedef gint64 (*FoyerClockFunc) (gpointer user_data);

FoyerClock *foyer_clock_new_system      (void);
FoyerClock *foyer_clock_new_frozen      (gint64           instant_ms);
FoyerClock *foyer_clock_new_with_func   (FoyerClockFunc   func,
                                         gpointer         user_data,
                                         GDestroyNotify   destroy);
FoyerClock *foyer_clock_new_from_environment (GError     **error);
FoyerClock *foyer_clock_ref             (FoyerClock      *self);
void        foyer_clock_unref           (FoyerClock      *self);
gint64      foyer_clock_now             (FoyerClock      *self);
gboolean    foyer_clock_is_frozen       (FoyerClock      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerClock, foyer_clock_unref)

G_END_DECLS
