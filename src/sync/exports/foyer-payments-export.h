/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store-payments.h"

G_BEGIN_DECLS

/**
 * foyer_payments_export_csv:
 * @payments: (element-type FoyerPayment): what came in and was given back
 * @separator: between cells, ',' or ';': with the latter amounts have a decimal comma
 *
 * Writes payments as a table for an accountant, a row each. What was given back has a column of its own,
 * so that no amount begins with a sign.
 *
 * Returns: (transfer full): the bytes of a CSV file
 */
GBytes *foyer_payments_export_csv (GPtrArray *payments,
                                   char       separator);

G_END_DECLS
