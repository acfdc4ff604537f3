/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-guest-card.h"

#include "core/foyer-text.h"

/**
 * foyer_guest_card_new:
 * @name: how the guest wants to be called
 *
 * Returns: (transfer full): a card with a name
 */
FoyerGuestCard *
foyer_guest_card_new (const char *name)
{
  FoyerGuestCard *self = g_new0 (FoyerGuestCard, 1);

  self->name = g_strdup (name);
  self->phone = g_strdup ("");
  self->email = g_strdup ("");
  self->note = g_strdup ("");

  return self;
}

/**
 * foyer_guest_card_free:
 * @self: (transfer full): a card
 *
 * Frees a card.
 */
void
foyer_guest_card_free (FoyerGuestCard *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->phone);
  g_free (self->email);
  g_free (self->note);
  g_strfreev (self->skills);
  g_strfreev (self->consents);
  g_free (self);
}

static char **
read_words (FoyerJson  *json,
            const char *name,
            gsize       max_words,
            gsize       max_chars)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  gsize n;

  if (!foyer_json_enter_array (json, name, max_words, &n))
    return NULL;
  for (gsize i = 0; i < n && foyer_json_enter_item (json, i); i++)
    {
      char *word = foyer_json_name (json, NULL, max_chars);

      if (word != NULL)
        g_strv_builder_take (words, word);
      foyer_json_leave (json);
    }
  foyer_json_leave (json);

  return foyer_json_failed (json) ? NULL : g_strv_builder_end (words);
}

static FoyerGuestCard *
read_card (FoyerJson  *json,
           GError    **error)
{
  g_autoptr(FoyerGuestCard) self = g_new0 (FoyerGuestCard, 1);

  self->name = foyer_json_name (json, "name", FOYER_NAME_MAX);
  self->phone = foyer_json_line (json, "phone", FOYER_LINE_MAX);
  self->email = foyer_json_line (json, "email", FOYER_LINE_MAX);
  self->note = foyer_json_block (json, "note", FOYER_NOTE_MAX);
  self->skills = read_words (json, "skills", FOYER_TAGS_MAX, FOYER_TAG_MAX);
  self->consents = read_words (json, "consents", FOYER_CONSENTS_MAX, FOYER_CONSENT_MAX);

  return foyer_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foyer_guest_card_seal:
 * @self: a card
 * @address: the request that carries it
 * @error: return location for an error
 *
 * Seals a card for the host.
 *
 * Returns: (transfer full): the box in base64url, or %NULL with %FOYER_PROTOCOL_ERROR_INVALID
 *   when a field breaks a rule, or an error of [func@sealed_box_seal]
 */
char *
foyer_guest_card_seal (const FoyerGuestCard      *self,
                       const FoyerSealedAddress  *address,
                       GError                   **error)
{
  FoyerJsonWriter *writer;
  g_autoptr(GBytes) plain = NULL;
  g_autoptr(FoyerJson) json = NULL;
  g_autoptr(FoyerGuestCard) read = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (address != NULL, NULL);

  writer = foyer_sealed_box_begin (address);
  foyer_json_writer_add_text (writer, "name", self->name);
  foyer_json_writer_add_text (writer, "phone", self->phone);
  foyer_json_writer_add_text (writer, "email", self->email);
  foyer_json_writer_add_text (writer, "note", self->note);
  foyer_json_writer_add_texts (writer, "skills", self->skills);
  foyer_json_writer_add_texts (writer, "consents", self->consents);
  foyer_json_writer_end_object (writer);
  plain = foyer_json_writer_end (writer);

  json = foyer_json_parse (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), error);
  read = json != NULL ? read_card (json, error) : NULL;

  return read != NULL ? foyer_sealed_box_seal (plain, &address->recipient, error) : NULL;
}

/**
 * foyer_guest_card_open:
 * @sealed: the box of a request
 * @pair: the host's key
 * @address: the request that carried it
 * @error: return location for an error
 *
 * Opens a card.
 *
 * Returns: (transfer full): the card, or %NULL with %FOYER_PROTOCOL_ERROR_BAD_BOX or
 *   %FOYER_PROTOCOL_ERROR_INVALID
 */
FoyerGuestCard *
foyer_guest_card_open (const char                *sealed,
                       FoyerKeyPair              *pair,
                       const FoyerSealedAddress  *address,
                       GError                   **error)
{
  g_autoptr(FoyerJson) json = foyer_sealed_box_open (sealed, pair, address, error);

  return json != NULL ? read_card (json, error) : NULL;
}
