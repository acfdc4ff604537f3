/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "paper/foyer-document-text.h"
#include "paper/foyer-paper.h"

G_BEGIN_DECLS

double foyer_transfer_plate_put (FoyerPaper              *paper,
                                 cairo_t                 *cr,
                                 const FoyerTransferText *text,
                                 double                   y,
                                 double                   width);

G_END_DECLS
