/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-access.h"

#include "core/foyer-text.h"
#include "protocol/foyer-ticket.h"

/**
 * foyer_access_new:
 *
 * Returns: (transfer full): an access that says nothing
 */
FoyerAccess *
foyer_access_new (void)
{
  FoyerAccess *self = g_new0 (FoyerAccess, 1);

  self->door = g_strdup ("");
  self->wifi = g_strdup ("");
  self->note = g_strdup ("");
  self->ticket = g_strdup ("");

  return self;
}

/**
 * foyer_access_free:
 * @self: (transfer full): an access
 *
 * Frees an access.
 */
void
foyer_access_free (FoyerAccess *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->address, foyer_address_free);
  g_free (self->door);
  g_free (self->wifi);
  g_free (self->note);
  g_free (self->ticket);
  g_free (self);
}

static FoyerAccess *
read_access (FoyerJson  *json,
             GError    **error)
{
  g_autoptr(FoyerAccess) self = g_new0 (FoyerAccess, 1);

  if (foyer_json_has (json, "address"))
    self->address = foyer_address_read (json, "address");
  self->door = foyer_json_line (json, "door", FOYER_LINE_MAX);
  self->wifi = foyer_json_line (json, "wifi", FOYER_LINE_MAX);
  self->note = foyer_json_block (json, "note", FOYER_ACCESS_NOTE_MAX);
  self->ticket = foyer_json_line (json, "ticket", FOYER_TICKET_LENGTH);
  if (!foyer_json_failed (json) && *self->ticket != '\0' && !foyer_ticket_is_code (self->ticket))
    foyer_json_fail (json, "ticket", "is not the code of a ticket");

  return foyer_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foyer_access_seal:
 * @self: an access
 * @address: the decision that carries it
 * @error: return location for an error
 *
 * Seals an access for the guest.
 *
 * Returns: (transfer full): the box in base64url, or %NULL with %FOYER_PROTOCOL_ERROR_INVALID
 *   when a field breaks a rule, or an error of [func@sealed_box_seal]
 */
char *
foyer_access_seal (const FoyerAccess         *self,
                   const FoyerSealedAddress  *address,
                   GError                   **error)
{
  FoyerJsonWriter *writer;
  g_autoptr(GBytes) plain = NULL;
  g_autoptr(FoyerJson) json = NULL;
  g_autoptr(FoyerAccess) read = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (address != NULL, NULL);

  writer = foyer_sealed_box_begin (address);
  if (self->address != NULL)
    foyer_address_write (self->address, writer, "address");
  foyer_json_writer_add_text (writer, "door", self->door);
  foyer_json_writer_add_text (writer, "wifi", self->wifi);
  foyer_json_writer_add_text (writer, "note", self->note);
  foyer_json_writer_add_text (writer, "ticket", self->ticket);
  foyer_json_writer_end_object (writer);
  plain = foyer_json_writer_end (writer);

  json = foyer_json_parse (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), error);
  read = json != NULL ? read_access (json, error) : NULL;

  return read != NULL ? foyer_sealed_box_seal (plain, &address->recipient, error) : NULL;
}

/**
 * foyer_access_open:
 * @sealed: the box of a decision
 * @pair: the guest's key
 * @address: the decision that carried it
 * @error: return location for an error
 *
 * Opens an access.
 *
 * Returns: (transfer full): the access, or %NULL with %FOYER_PROTOCOL_ERROR_BAD_BOX or
 *   %FOYER_PROTOCOL_ERROR_INVALID
 */
FoyerAccess *
foyer_access_open (const char                *sealed,
                   FoyerKeyPair              *pair,
                   const FoyerSealedAddress  *address,
                   GError                   **error)
{
  g_autoptr(FoyerJson) json = foyer_sealed_box_open (sealed, pair, address, error);

  return json != NULL ? read_access (json, error) : NULL;
}
