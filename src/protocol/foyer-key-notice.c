/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-key-notice.h"

#include "protocol/foyer-json-writer.h"
#include "protocol/foyer-protocol-error.h"

static void
read_key (FoyerJson  *json,
          const char *name,
          FoyerKey   *key)
{
  const char *text = foyer_json_text (json, name);

  if (!foyer_json_failed (json) && !foyer_key_parse (text, key, NULL))
    foyer_json_fail (json, name, "is not a key");
}

/**
 * foyer_key_notice_parse:
 * @envelope: an envelope of an erase or a rekey
 * @notice: (out caller-allocates): the notice
 * @error: return location for an error
 *
 * Reads a notice and checks that the key it is about signed it, and that a successor is
 * another key.
 *
 * Returns: whether it is one, else %FOYER_PROTOCOL_ERROR_INVALID
 */
gboolean
foyer_key_notice_parse (FoyerEnvelope   *envelope,
                        FoyerKeyNotice  *notice,
                        GError         **error)
{
  g_autoptr(FoyerJson) json = NULL;
  FoyerDocumentType type;

  g_return_val_if_fail (envelope != NULL, FALSE);
  g_return_val_if_fail (notice != NULL, FALSE);

  type = foyer_envelope_get_type (envelope) == FOYER_DOCUMENT_REKEY ? FOYER_DOCUMENT_REKEY
                                                                    : FOYER_DOCUMENT_ERASE;
  json = foyer_envelope_read (envelope, type, error);
  if (json == NULL)
    return FALSE;

  *notice = (FoyerKeyNotice) { .type = type };
  read_key (json, "key", &notice->key);
  notice->rev = foyer_json_rev (json);
  if (!foyer_json_failed (json) &&
      !foyer_key_equal (&notice->key, foyer_envelope_get_key (envelope)))
    foyer_json_fail (json, "key", "is not the key that signed");
  if (type == FOYER_DOCUMENT_REKEY)
    {
      read_key (json, "successor", &notice->successor);
      if (!foyer_json_failed (json) && foyer_key_equal (&notice->key, &notice->successor))
        foyer_json_fail (json, "successor", "is the same key");
    }

  return foyer_json_finish (json, error);
}

static FoyerEnvelope *
sign (FoyerDocumentType   type,
      FoyerKeyPair       *pair,
      gint64              rev,
      const FoyerKey     *successor,
      GError            **error)
{
  FoyerJsonWriter *writer = foyer_json_writer_new ();
  g_autoptr(GBytes) payload = NULL;
  g_autoptr(FoyerEnvelope) envelope = NULL;
  FoyerKeyNotice read;
  char key[FOYER_KEY_TEXT_SIZE];

  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "type", foyer_document_type_get_name (type));
  foyer_json_writer_add_text (writer, "key",
                              foyer_key_format (foyer_key_pair_get_key (pair), key));
  foyer_json_writer_add_int (writer, "rev", rev);
  if (successor != NULL)
    foyer_json_writer_add_text (writer, "successor", foyer_key_format (successor, key));
  foyer_json_writer_end_object (writer);
  payload = foyer_json_writer_end (writer);

  envelope = foyer_envelope_sign (payload, pair, error);
  if (envelope == NULL || !foyer_key_notice_parse (envelope, &read, error))
    return NULL;

  return g_steal_pointer (&envelope);
}

/**
 * foyer_key_notice_sign_erase:
 * @pair: the key that wants everything of itself deleted
 * @rev: its next revision
 * @error: return location for an error
 *
 * Returns: (transfer full): the envelope, or %NULL with an error of [func@key_notice_parse]
 */
FoyerEnvelope *
foyer_key_notice_sign_erase (FoyerKeyPair  *pair,
                             gint64         rev,
                             GError       **error)
{
  g_return_val_if_fail (pair != NULL, NULL);

  return sign (FOYER_DOCUMENT_ERASE, pair, rev, NULL, error);
}

/**
 * foyer_key_notice_sign_rekey:
 * @pair: the key that ends
 * @rev: its next revision
 * @successor: the key that follows
 * @error: return location for an error
 *
 * Returns: (transfer full): the envelope, or %NULL with an error of [func@key_notice_parse]
 */
FoyerEnvelope *
foyer_key_notice_sign_rekey (FoyerKeyPair    *pair,
                             gint64           rev,
                             const FoyerKey  *successor,
                             GError         **error)
{
  g_return_val_if_fail (pair != NULL, NULL);
  g_return_val_if_fail (successor != NULL, NULL);

  return sign (FOYER_DOCUMENT_REKEY, pair, rev, successor, error);
}
