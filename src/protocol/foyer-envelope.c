/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-envelope.h"

#include <sodium.h>
#include <string.h>

#include "protocol/foyer-base64url.h"
#include "protocol/foyer-json-writer.h"
#include "protocol/foyer-protocol-error.h"

G_STATIC_ASSERT (FOYER_DIGEST_SIZE == crypto_hash_sha256_BYTES);

/* What every signature covers before the payload, with the NUL byte at its end, so that a
 * signature made for something else can never be one of ours. */
static const char prefix[] = "foyer-v1";

struct _FoyerEnvelope {
  FoyerDocumentType type;
  FoyerKey          key;
  GBytes           *payload;
  GBytes           *bytes;
  guint8            digest[FOYER_DIGEST_SIZE];
};

static const char * const type_names[] = {
  [FOYER_DOCUMENT_LISTING] = "listing",
  [FOYER_DOCUMENT_AVAILABILITY] = "availability",
  [FOYER_DOCUMENT_TOMBSTONE] = "tombstone",
  [FOYER_DOCUMENT_REQUEST] = "request",
  [FOYER_DOCUMENT_DECISION] = "decision",
  [FOYER_DOCUMENT_WITHDRAWAL] = "withdrawal",
  [FOYER_DOCUMENT_ALLOTMENT] = "allotment",
  [FOYER_DOCUMENT_RECALL] = "recall",
  [FOYER_DOCUMENT_REPORT] = "report",
  [FOYER_DOCUMENT_ERASE] = "erase",
  [FOYER_DOCUMENT_REKEY] = "rekey",
};

/**
 * foyer_document_type_get_name:
 * @type: a type
 *
 * Returns: (transfer none): what the payload says
 */
const char *
foyer_document_type_get_name (FoyerDocumentType type)
{
  g_return_val_if_fail ((gsize) type < G_N_ELEMENTS (type_names), NULL);

  return type_names[type];
}

/**
 * foyer_document_type_parse:
 * @name: any text
 * @type: (out): the type
 *
 * Returns: whether @name is a type that this version knows
 */
gboolean
foyer_document_type_parse (const char        *name,
                           FoyerDocumentType *type)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (type != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (type_names); i++)
    if (strcmp (name, type_names[i]) == 0)
      {
        *type = (FoyerDocumentType) i;
        return TRUE;
      }

  return FALSE;
}

static GBytes *
make_message (GBytes *payload)
{
  GByteArray *message = g_byte_array_new ();

  g_byte_array_append (message, (const guint8 *) prefix, sizeof prefix);
  g_byte_array_append (message, g_bytes_get_data (payload, NULL),
                       (guint) g_bytes_get_size (payload));

  return g_byte_array_free_to_bytes (message);
}

static gboolean
check_size (GBytes  *bytes,
            GError **error)
{
  if (g_bytes_get_size (bytes) <= FOYER_ENVELOPE_SIZE_MAX)
    return TRUE;

  g_set_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_TOO_LARGE,
               "an envelope of more than %d bytes", FOYER_ENVELOPE_SIZE_MAX);
  return FALSE;
}

static gboolean
find_type (GBytes             *payload,
           FoyerDocumentType  *type,
           GError            **error)
{
  g_autoptr(FoyerJson) json = foyer_json_parse (g_bytes_get_data (payload, NULL),
                                                g_bytes_get_size (payload), error);
  const char *name;

  if (json == NULL)
    return FALSE;
  name = foyer_json_text (json, "type");
  if (!foyer_json_finish (json, error))
    return FALSE;
  if (!foyer_document_type_parse (name, type))
    {
      g_set_error_literal (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_UNKNOWN_TYPE,
                           "a document of a type that this version does not know");
      return FALSE;
    }

  return TRUE;
}

static FoyerEnvelope *
envelope_new (FoyerDocumentType  type,
              const FoyerKey    *key,
              GBytes            *payload,
              GBytes            *bytes)
{
  FoyerEnvelope *self = g_atomic_rc_box_new0 (FoyerEnvelope);

  self->type = type;
  self->key = *key;
  self->payload = g_bytes_ref (payload);
  self->bytes = g_bytes_ref (bytes);
  crypto_hash_sha256 (self->digest, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return self;
}

/**
 * foyer_envelope_sign:
 * @payload: the JSON of a document
 * @pair: who signs
 * @error: return location for an error
 *
 * Signs "foyer-v1", a NUL byte, and the bytes of @payload, and writes the envelope.
 *
 * Returns: (transfer full): the envelope, or %NULL with %FOYER_PROTOCOL_ERROR when @payload
 *   is no document or too large
 */
FoyerEnvelope *
foyer_envelope_sign (GBytes        *payload,
                     FoyerKeyPair  *pair,
                     GError       **error)
{
  g_autoptr(FoyerJsonWriter) writer = NULL;
  g_autoptr(GBytes) message = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *payload_text = NULL;
  g_autofree char *signature_text = NULL;
  guint8 signature[FOYER_SIGNATURE_SIZE];
  char key_text[FOYER_KEY_TEXT_SIZE];
  FoyerDocumentType type;

  g_return_val_if_fail (payload != NULL, NULL);
  g_return_val_if_fail (pair != NULL, NULL);

  if (!check_size (payload, error) || !find_type (payload, &type, error))
    return NULL;

  message = make_message (payload);
  foyer_key_pair_sign (pair, g_bytes_get_data (message, NULL), g_bytes_get_size (message),
                       signature);
  payload_text = foyer_base64url_encode (g_bytes_get_data (payload, NULL),
                                         g_bytes_get_size (payload));
  signature_text = foyer_base64url_encode (signature, sizeof signature);

  writer = foyer_json_writer_new ();
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "payload", payload_text);
  foyer_json_writer_add_text (writer, "key",
                              foyer_key_format (foyer_key_pair_get_key (pair), key_text));
  foyer_json_writer_add_text (writer, "signature", signature_text);
  foyer_json_writer_end_object (writer);
  bytes = foyer_json_writer_end (g_steal_pointer (&writer));
  if (!check_size (bytes, error))
    return NULL;

  return envelope_new (type, foyer_key_pair_get_key (pair), payload, bytes);
}

static gboolean
read_parts (GBytes    *bytes,
            GBytes   **payload,
            FoyerKey  *key,
            guint8     signature[FOYER_SIGNATURE_SIZE],
            GError   **error)
{
  g_autoptr(FoyerJson) json = foyer_json_parse (g_bytes_get_data (bytes, NULL),
                                                g_bytes_get_size (bytes), error);
  const char *payload_text;
  const char *key_text;
  const char *signature_text;

  if (json == NULL)
    return FALSE;
  payload_text = foyer_json_text (json, "payload");
  key_text = foyer_json_text (json, "key");
  signature_text = foyer_json_text (json, "signature");
  /* What is not signed does not travel: anybody on the way could write into it. */
  if (foyer_json_count (json) != 3)
    foyer_json_fail (json, NULL, "an envelope has three members");
  if (!foyer_json_finish (json, error) ||
      !foyer_key_parse (key_text, key, error) ||
      !foyer_base64url_decode_into (signature_text, signature, FOYER_SIGNATURE_SIZE, error))
    return FALSE;
  *payload = foyer_base64url_decode (payload_text, FOYER_ENVELOPE_SIZE_MAX, error);

  return *payload != NULL;
}

/**
 * foyer_envelope_verify:
 * @bytes: what travelled
 * @error: return location for an error
 *
 * Reads an envelope and checks its signature. What its document says is not checked yet,
 * besides being strict JSON of a known type; the records do that.
 *
 * Returns: (transfer full): the envelope, which keeps @bytes as they are; or %NULL with
 *   %FOYER_PROTOCOL_ERROR_BAD_SIGNATURE for a forged one, %FOYER_PROTOCOL_ERROR_UNKNOWN_TYPE
 *   for a signed one of a later version, or another code of %FOYER_PROTOCOL_ERROR
 */
FoyerEnvelope *
foyer_envelope_verify (GBytes  *bytes,
                       GError **error)
{
  g_autoptr(GBytes) payload = NULL;
  g_autoptr(GBytes) message = NULL;
  guint8 signature[FOYER_SIGNATURE_SIZE];
  FoyerDocumentType type;
  FoyerKey key;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!check_size (bytes, error) || !read_parts (bytes, &payload, &key, signature, error))
    return NULL;

  message = make_message (payload);
  if (!foyer_key_verify (&key, g_bytes_get_data (message, NULL), g_bytes_get_size (message),
                         signature))
    {
      g_set_error_literal (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_BAD_SIGNATURE,
                           "the key did not sign this payload");
      return NULL;
    }
  if (!find_type (payload, &type, error))
    return NULL;

  return envelope_new (type, &key, payload, bytes);
}

/**
 * foyer_envelope_ref:
 * @self: an envelope
 *
 * Returns: (transfer full): @self
 */
FoyerEnvelope *
foyer_envelope_ref (FoyerEnvelope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (FoyerEnvelope *self)
{
  g_clear_pointer (&self->payload, g_bytes_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

/**
 * foyer_envelope_unref:
 * @self: (transfer full): an envelope
 *
 * Gives up a reference.
 */
void
foyer_envelope_unref (FoyerEnvelope *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * foyer_envelope_get_type:
 * @self: an envelope
 *
 * Returns: what it holds
 */
FoyerDocumentType
foyer_envelope_get_type (FoyerEnvelope *self)
{
  g_return_val_if_fail (self != NULL, FOYER_DOCUMENT_LISTING);

  return self->type;
}

/**
 * foyer_envelope_get_key:
 * @self: an envelope
 *
 * Returns: (transfer none): who signed it
 */
const FoyerKey *
foyer_envelope_get_key (FoyerEnvelope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->key;
}

/**
 * foyer_envelope_get_bytes:
 * @self: an envelope
 *
 * Returns: (transfer none): the envelope as it travelled, to be stored and served verbatim
 */
GBytes *
foyer_envelope_get_bytes (FoyerEnvelope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}

/**
 * foyer_envelope_get_payload:
 * @self: an envelope
 *
 * Returns: (transfer none): the signed JSON
 */
GBytes *
foyer_envelope_get_payload (FoyerEnvelope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->payload;
}

/**
 * foyer_envelope_get_digest:
 * @self: an envelope
 *
 * Returns: (transfer none) (array fixed-size=32): SHA-256 of its bytes, by which a repeated
 *   write is known
 */
const guint8 *
foyer_envelope_get_digest (FoyerEnvelope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->digest;
}

/**
 * foyer_envelope_read:
 * @self: an envelope
 * @type: the type that is wanted
 * @error: return location for an error
 *
 * Starts to read the document.
 *
 * Returns: (transfer full): its object, or %NULL with %FOYER_PROTOCOL_ERROR_INVALID when it
 *   is of another type
 */
FoyerJson *
foyer_envelope_read (FoyerEnvelope      *self,
                     FoyerDocumentType   type,
                     GError            **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->type != type)
    {
      g_set_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_INVALID,
                   "type: is %s, not %s", type_names[self->type], type_names[type]);
      return NULL;
    }

  return foyer_json_parse (g_bytes_get_data (self->payload, NULL),
                           g_bytes_get_size (self->payload), error);
}
