/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CampaignFunc:
 * @found: adds up over the campaign: what a control looks for, or what a test wants to count
 *
 * One run of a fault test, a pure function of @seed as far as the fault allows. What is
 * wrong fails an assertion.
 */
typedef void (*CampaignFunc) (guint64  seed,
                              guint64 *found);

/**
 * campaign_run:
 * @name: of the campaign; its progress is kept in the file FOYER_SOAK_DIR/@name
 *
 * Runs @func for the seeds from 1 to @n_seeds, shared out to a process for each
 * processor, and tells on stdout how far it came. With FOYER_SEED=n only that seed runs, in
 * this process. A campaign that was interrupted goes on where it was when FOYER_SOAK_DIR
 * is set. No thread may run.
 *
 * Returns: the sum of what was found
 */
guint64  campaign_run        (const char   *name,
                              guint64       n_seeds,
                              CampaignFunc  func);

/* The number in an environment variable: FOYER_SEEDS, FOYER_ROUNDS … */
guint64  campaign_get_number (const char   *variable,
                              guint64       otherwise);
/* Whether FOYER_SEED picks one seed: what needs many of them to be seen is not. */
gboolean campaign_is_replay  (void);

G_END_DECLS
