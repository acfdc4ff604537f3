/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-envelope.h"
#include "protocol/foyer-identity.h"
#include "protocol/foyer-sealed-box.h"

/* One document of each type, the same on every run: seeds of counted bytes, and a libsodium whose
 * random bytes are a stream of a fixed key. */
#define EXAMPLE_LISTING "0f8fad5b-d9cb-469f-a165-70867728950e"
#define EXAMPLE_BOOKING "7c9e6679-7425-40de-944b-e07fc1f90ae7"
#define EXAMPLE_OTHER   "16fd2706-8baf-433b-82eb-8c7fada847da"

void           examples_start         (void);
void           examples_restart       (void);
FoyerIdentity *examples_new_identity  (guint8              first);
FoyerKeyPair  *examples_new_host      (void);
FoyerKeyPair  *examples_new_guest     (void);
void           examples_get_address   (FoyerDocumentType   type,
                                       FoyerSealedAddress *address);
char          *examples_seal_card     (void);
char          *examples_seal_access   (void);
FoyerEnvelope *examples_sign          (FoyerDocumentType   type);
GBytes        *examples_write_page    (void);
GBytes        *examples_write_search  (void);
GBytes        *examples_write_info    (void);
GBytes        *examples_write_problem (void);
GBytes        *examples_write_keys    (void);
char          *examples_read_data     (const char         *name);
gboolean       examples_parse         (FoyerEnvelope      *envelope,
                                       GError            **error);
FoyerEnvelope *examples_sign_json     (const char         *payload);
