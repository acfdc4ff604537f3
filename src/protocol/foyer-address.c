/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-address.h"

#include "core/foyer-text.h"

/**
 * foyer_address_new:
 * @street: the street and number
 * @postcode: may be ""
 * @city: may be ""
 *
 * Returns: (transfer full): the address
 */
FoyerAddress *
foyer_address_new (const char *street,
                   const char *postcode,
                   const char *city)
{
  FoyerAddress *self = g_new0 (FoyerAddress, 1);

  self->street = g_strdup (street);
  self->postcode = g_strdup (postcode);
  self->city = g_strdup (city);

  return self;
}

/**
 * foyer_address_free:
 * @self: (transfer full): an address
 *
 * Frees an address.
 */
void
foyer_address_free (FoyerAddress *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->street);
  g_free (self->postcode);
  g_free (self->city);
  g_free (self);
}

/**
 * foyer_address_read:
 * @json: an object
 * @name: the member that holds the address
 *
 * Returns: (transfer full) (nullable): the address, %NULL on failure
 */
FoyerAddress *
foyer_address_read (FoyerJson  *json,
                    const char *name)
{
  g_autoptr(FoyerAddress) self = NULL;

  if (!foyer_json_enter_object (json, name))
    return NULL;
  self = g_new0 (FoyerAddress, 1);
  self->street = foyer_json_name (json, "street", FOYER_LINE_MAX);
  self->postcode = foyer_json_line (json, "postcode", FOYER_POSTCODE_MAX);
  self->city = foyer_json_line (json, "city", FOYER_LINE_MAX);
  foyer_json_leave (json);

  return foyer_json_failed (json) ? NULL : g_steal_pointer (&self);
}

/**
 * foyer_address_write:
 * @self: an address
 * @writer: where to write
 * @name: the member
 *
 * Writes an address.
 */
void
foyer_address_write (const FoyerAddress *self,
                     FoyerJsonWriter    *writer,
                     const char         *name)
{
  g_return_if_fail (self != NULL);

  foyer_json_writer_begin_object (writer, name);
  foyer_json_writer_add_text (writer, "street", self->street);
  foyer_json_writer_add_text (writer, "postcode", self->postcode);
  foyer_json_writer_add_text (writer, "city", self->city);
  foyer_json_writer_end_object (writer);
}
