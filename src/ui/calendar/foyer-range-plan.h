/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store-spaces.h"

G_BEGIN_DECLS

/**
 * FoyerRangePlan:
 * @n_open: open days of the selection, past ones too
 * @n_changing: days that the act would change
 *
 * What an act on many days would come to. Past days stay as they are, so they are never
 * counted as changing.
 */
typedef struct {
  int n_open;
  int n_changing;
} FoyerRangePlan;

/**
 * foyer_range_plan_make:
 * @days: (array length=n_days): the selection, in order
 * @edit: what is asked; its days are not read
 */
FoyerRangePlan foyer_range_plan_make (const FoyerAvailability *days,
                                      gsize                    n_days,
                                      FoyerDay                 today,
                                      const FoyerDaysEdit     *edit);

G_END_DECLS
