/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-sealed-box.h"

#include <sodium.h>
#include <string.h>

#include "protocol/foyer-base64url.h"
#include "protocol/foyer-key-private.h"
#include "protocol/foyer-protocol-error.h"

/**
 * foyer_sealed_box_begin:
 * @address: where the box belongs
 *
 * Starts the plaintext of a box: an object that repeats @address. The caller adds what is
 * private and ends the object.
 *
 * Returns: (transfer full): a writer in the object
 */
FoyerJsonWriter *
foyer_sealed_box_begin (const FoyerSealedAddress *address)
{
  FoyerJsonWriter *writer;
  char text[FOYER_KEY_TEXT_SIZE];

  g_return_val_if_fail (address != NULL, NULL);

  writer = foyer_json_writer_new ();
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "type", foyer_document_type_get_name (address->type));
  foyer_json_writer_add_text (writer, "booking", address->booking);
  foyer_json_writer_add_text (writer, "sender", foyer_key_format (&address->sender, text));
  foyer_json_writer_add_text (writer, "recipient", foyer_key_format (&address->recipient, text));

  return writer;
}

/**
 * foyer_sealed_box_seal:
 * @plain: what [func@sealed_box_begin] began, ended
 * @recipient: who can open it
 * @error: return location for an error
 *
 * Pads a plaintext to a multiple of 512 bytes (ISO/IEC 7816-4), so that its length
 * tells little, and seals it (libsodium's crypto_box_seal). Two boxes of one text differ, so a
 * retry sends the bytes that were kept.
 *
 * Returns: (transfer full): the box in base64url, or %NULL with
 *   %FOYER_PROTOCOL_ERROR_TOO_LARGE, or %FOYER_PROTOCOL_ERROR_BAD_BOX when nobody can have
 *   the key @recipient
 */
char *
foyer_sealed_box_seal (GBytes          *plain,
                       const FoyerKey  *recipient,
                       GError         **error)
{
  g_autofree guint8 *padded = NULL;
  g_autofree guint8 *box = NULL;
  gsize size, capacity;
  gsize padded_size = 0;
  gboolean sealed;

  g_return_val_if_fail (plain != NULL, NULL);
  g_return_val_if_fail (recipient != NULL, NULL);

  size = g_bytes_get_size (plain);
  capacity = (size / FOYER_SEALED_BLOCK + 1) * FOYER_SEALED_BLOCK;
  if (capacity > FOYER_SEALED_SIZE_MAX)
    {
      g_set_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_TOO_LARGE,
                   "more than %d bytes to seal", FOYER_SEALED_SIZE_MAX);
      return NULL;
    }

  padded = g_malloc (capacity);
  if (size > 0)
    memcpy (padded, g_bytes_get_data (plain, NULL), size);
  sodium_pad (&padded_size, padded, size, FOYER_SEALED_BLOCK, capacity);
  g_assert (padded_size == capacity);
  box = g_malloc (capacity + crypto_box_SEALBYTES);
  sealed = foyer_key_seal (recipient, padded, capacity, box);
  sodium_memzero (padded, capacity);
  if (!sealed)
    {
      g_set_error_literal (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_BAD_BOX,
                           "the recipient's key is no key");
      return NULL;
    }

  return foyer_base64url_encode (box, capacity + crypto_box_SEALBYTES);
}

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error_literal (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_BAD_BOX, reason);
  return FALSE;
}

static gboolean
check_address (FoyerJson                 *json,
               const FoyerSealedAddress  *address,
               GError                   **error)
{
  const char *type = foyer_json_text (json, "type");
  const char *booking = foyer_json_text (json, "booking");
  const char *sender = foyer_json_text (json, "sender");
  const char *recipient = foyer_json_text (json, "recipient");
  char text[FOYER_KEY_TEXT_SIZE];

  if (foyer_json_failed (json))
    return refuse (error, "the box does not say where it belongs");
  if (strcmp (type, foyer_document_type_get_name (address->type)) != 0)
    return refuse (error, "the box belongs to another kind of document");
  if (strcmp (booking, address->booking) != 0)
    return refuse (error, "the box belongs to another booking");
  if (strcmp (sender, foyer_key_format (&address->sender, text)) != 0)
    return refuse (error, "the box is from somebody else");
  if (strcmp (recipient, foyer_key_format (&address->recipient, text)) != 0)
    return refuse (error, "the box is for somebody else");

  return TRUE;
}

/**
 * foyer_sealed_box_open:
 * @sealed: a box in base64url
 * @pair: the recipient
 * @address: where the box was found; its recipient is the key of @pair
 * @error: return location for an error
 *
 * Opens a box and checks that it was found where it belongs.
 *
 * Returns: (transfer full): the plaintext's object, or %NULL with
 *   %FOYER_PROTOCOL_ERROR_BAD_BOX
 */
FoyerJson *
foyer_sealed_box_open (const char                *sealed,
                       FoyerKeyPair              *pair,
                       const FoyerSealedAddress  *address,
                       GError                   **error)
{
  g_autoptr(GBytes) box = NULL;
  g_autoptr(FoyerJson) json = NULL;
  g_autofree guint8 *plain = NULL;
  gsize size, text_size;

  g_return_val_if_fail (sealed != NULL, NULL);
  g_return_val_if_fail (pair != NULL, NULL);
  g_return_val_if_fail (address != NULL, NULL);
  g_return_val_if_fail (foyer_key_equal (&address->recipient, foyer_key_pair_get_key (pair)), NULL);

  box = foyer_base64url_decode (sealed, FOYER_SEALED_SIZE_MAX + crypto_box_SEALBYTES, NULL);
  if (box == NULL || g_bytes_get_size (box) <= crypto_box_SEALBYTES ||
      (g_bytes_get_size (box) - crypto_box_SEALBYTES) % FOYER_SEALED_BLOCK != 0)
    {
      refuse (error, "not a sealed box");
      return NULL;
    }

  size = g_bytes_get_size (box) - crypto_box_SEALBYTES;
  plain = g_malloc (size);
  if (!foyer_key_pair_unseal (pair, g_bytes_get_data (box, NULL), g_bytes_get_size (box), plain) ||
      sodium_unpad (&text_size, plain, size, FOYER_SEALED_BLOCK) != 0)
    {
      refuse (error, "the box does not open");
      return NULL;
    }

  json = foyer_json_parse ((const char *) plain, text_size, NULL);
  sodium_memzero (plain, size);
  if (json == NULL)
    {
      refuse (error, "the box does not hold JSON");
      return NULL;
    }

  return check_address (json, address, error) ? g_steal_pointer (&json) : NULL;
}

/**
 * foyer_sealed_box_read:
 * @json: a document
 * @name: its member
 *
 * Reads a box without opening it: base64url of a length that a box can have.
 *
 * Returns: (transfer full) (nullable): the box, %NULL on failure
 */
char *
foyer_sealed_box_read (FoyerJson  *json,
                       const char *name)
{
  const char *text = foyer_json_text (json, name);
  g_autoptr(GBytes) box = NULL;

  if (foyer_json_failed (json))
    return NULL;
  box = foyer_base64url_decode (text, FOYER_SEALED_SIZE_MAX + crypto_box_SEALBYTES, NULL);
  if (box == NULL || g_bytes_get_size (box) <= crypto_box_SEALBYTES ||
      (g_bytes_get_size (box) - crypto_box_SEALBYTES) % FOYER_SEALED_BLOCK != 0)
    {
      foyer_json_fail (json, name, "is not a sealed box");
      return NULL;
    }

  return g_strdup (text);
}
