/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerRandom:
 *
 * A source of random numbers that can be seeded, so that samples and simulations
 * repeat. Not for keys. A source belongs to one thread at a time.
 */
typedef struct _FoyerRandom FoyerRandom;

FoyerRandom *foyer_random_new_system (void);
FoyerRandom *foyer_random_new_seeded (guint64      seed);
FoyerRandom *foyer_random_ref        (FoyerRandom *self);
void         foyer_random_unref      (FoyerRandom *self);
guint64      foyer_random_next       (FoyerRandom *self);
guint32      foyer_random_range      (FoyerRandom *self,
                                      guint32      first,
                                      guint32      end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerRandom, foyer_random_unref)

/* Ids (RFC 9562). Rows are numbered by time (v7); what travels is not, since a v7
 * would tell when it was made. */
#define FOYER_ID_SIZE 37
char        *foyer_id_new_row        (gint64       now_ms,
                                      FoyerRandom *random);
char        *foyer_id_new_travelling (FoyerRandom *random);
gboolean     foyer_id_is_valid       (const char  *text);

G_END_DECLS
