/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/db/foyer-db.h"
#include "storage/foyer-store-ledger.h"

G_BEGIN_DECLS

/* The same with each of many bookings on the thread of @db, in one transaction and one act. */
gboolean foyer_many_verbs_act (FoyerDb          *db,
                               const guint32    *rows,
                               gsize             n_rows,
                               FoyerLedgerActs   act,
                               gint64           *op,
                               GError          **error);

G_END_DECLS
