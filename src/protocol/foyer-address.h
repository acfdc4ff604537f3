/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-json-writer.h"
#include "protocol/foyer-json.h"

G_BEGIN_DECLS

#define FOYER_POSTCODE_MAX 20

/**
 * FoyerAddress:
 * @street: the street and number
 * @postcode: may be ""
 * @city: may be ""
 *
 * Where a space is. It travels in the listing of a public space that says so, and else only
 * in a sealed box. A record: whoever made it may fill its fields.
 */
typedef struct {
  char *street;
  char *postcode;
  char *city;
} FoyerAddress;

FoyerAddress *foyer_address_new   (const char         *street,
                                   const char         *postcode,
                                   const char         *city);
void          foyer_address_free  (FoyerAddress       *self);
FoyerAddress *foyer_address_read  (FoyerJson          *json,
                                   const char         *name);
void          foyer_address_write (const FoyerAddress *self,
                                   FoyerJsonWriter    *writer,
                                   const char         *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerAddress, foyer_address_free)

G_END_DECLS
