/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-notice.h"

#include "protocol/foyer-json-writer.h"
#include "protocol/foyer-protocol-error.h"

/**
 * foyer_notice_new:
 * @type: tombstone, recall or withdrawal
 * @subject: the id of the listing or the booking
 * @rev: its next revision
 *
 * Returns: (transfer full): the notice
 */
FoyerNotice *
foyer_notice_new (FoyerDocumentType  type,
                  const char        *subject,
                  gint64             rev)
{
  FoyerNotice *self = g_new0 (FoyerNotice, 1);

  self->type = type;
  self->subject = g_strdup (subject);
  self->rev = rev;

  return self;
}

/**
 * foyer_notice_free:
 * @self: (transfer full): a notice
 *
 * Frees a notice.
 */
void
foyer_notice_free (FoyerNotice *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->subject);
  g_free (self);
}

/* Returns: (nullable): the member that names the subject, %NULL for what is no notice */
static const char *
subject_name (FoyerDocumentType type)
{
  if (type == FOYER_DOCUMENT_TOMBSTONE || type == FOYER_DOCUMENT_RECALL)
    return "listing";
  return type == FOYER_DOCUMENT_WITHDRAWAL ? "booking" : NULL;
}

/**
 * foyer_notice_parse:
 * @envelope: an envelope of a tombstone, a recall or a withdrawal
 * @error: return location for an error
 *
 * Returns: (transfer full): the notice, or %NULL with %FOYER_PROTOCOL_ERROR_INVALID
 */
FoyerNotice *
foyer_notice_parse (FoyerEnvelope  *envelope,
                    GError        **error)
{
  g_autoptr(FoyerNotice) self = NULL;
  g_autoptr(FoyerJson) json = NULL;
  FoyerDocumentType type;

  g_return_val_if_fail (envelope != NULL, NULL);

  type = foyer_envelope_get_type (envelope);
  if (subject_name (type) == NULL)
    {
      g_set_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_INVALID,
                   "type: %s is not a notice", foyer_document_type_get_name (type));
      return NULL;
    }
  json = foyer_envelope_read (envelope, type, error);
  if (json == NULL)
    return NULL;

  self = foyer_notice_new (type, NULL, foyer_json_rev (json));
  self->subject = foyer_json_id (json, subject_name (type));

  return foyer_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foyer_notice_sign:
 * @self: a notice
 * @pair: the key of the host, or of the guest for a withdrawal
 * @error: return location for an error
 *
 * Writes and signs a notice.
 *
 * Returns: (transfer full): the envelope, or %NULL with an error of [func@Notice.parse]
 */
FoyerEnvelope *
foyer_notice_sign (const FoyerNotice  *self,
                   FoyerKeyPair       *pair,
                   GError            **error)
{
  FoyerJsonWriter *writer;
  g_autoptr(GBytes) payload = NULL;
  g_autoptr(FoyerEnvelope) envelope = NULL;
  g_autoptr(FoyerNotice) read = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (subject_name (self->type) != NULL, NULL);

  writer = foyer_json_writer_new ();
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "type", foyer_document_type_get_name (self->type));
  foyer_json_writer_add_text (writer, subject_name (self->type), self->subject);
  foyer_json_writer_add_int (writer, "rev", self->rev);
  foyer_json_writer_end_object (writer);
  payload = foyer_json_writer_end (writer);

  envelope = foyer_envelope_sign (payload, pair, error);
  if (envelope == NULL)
    return NULL;
  read = foyer_notice_parse (envelope, error);

  return read != NULL ? g_steal_pointer (&envelope) : NULL;
}
