/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOYER_DEADLINE_NEVER G_MAXINT64

typedef struct _FoyerDeadline FoyerDeadline;

/**
 * FoyerDeadlineFunc:
 * @deadline: what has passed; it is set to never before
 *
 * Called on the thread of the deadlines, with their lock held: it must not add or remove any.
 */
typedef void (*FoyerDeadlineFunc) (FoyerDeadline *deadline);

/**
 * FoyerDeadline:
 * @at_us: of the monotonic clock; set with [method@Deadlines.set]
 *
 * A part of what it is about.
 */
struct _FoyerDeadline {
  gint64            at_us;
  guint             index;
  FoyerDeadlineFunc func;
};

/**
 * FoyerDeadlines:
 *
 * A thread that sleeps until the next of many deadlines. To move one that is not the next
 * costs no lock, which is what most of them are for: a request that came in time.
 */
typedef struct _FoyerDeadlines FoyerDeadlines;

FoyerDeadlines *foyer_deadlines_new    (void);
void            foyer_deadlines_free   (FoyerDeadlines     *self);
void            foyer_deadlines_add    (FoyerDeadlines     *self,
                                        FoyerDeadline      *deadline,
                                        gint64              at_us,
                                        FoyerDeadlineFunc   func);
void            foyer_deadlines_set    (FoyerDeadlines     *self,
                                        FoyerDeadline      *deadline,
                                        gint64              at_us);
void            foyer_deadlines_remove (FoyerDeadlines     *self,
                                        FoyerDeadline      *deadline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDeadlines, foyer_deadlines_free)

G_END_DECLS
