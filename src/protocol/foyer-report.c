/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-report.h"

#include <string.h>

#include "protocol/foyer-json-writer.h"

static const char * const reasons[] = {
  [FOYER_REPORT_NOT_REAL] = "not-real",
  [FOYER_REPORT_UNSAFE] = "unsafe",
  [FOYER_REPORT_ILLEGAL] = "illegal",
  [FOYER_REPORT_SPAM] = "spam",
  [FOYER_REPORT_PRIVATE] = "private",
  [FOYER_REPORT_OTHER] = "other",
};

/**
 * foyer_report_reason_get_name:
 * @reason: a reason
 *
 * Returns: (transfer none): what the document says
 */
const char *
foyer_report_reason_get_name (FoyerReportReason reason)
{
  g_return_val_if_fail ((gsize) reason < G_N_ELEMENTS (reasons), NULL);

  return reasons[reason];
}

/**
 * foyer_report_new:
 * @id: a fresh id
 * @listing: the listing
 * @host: whose it is
 * @reason: what is wrong
 * @text: in words, or ""
 *
 * Returns: (transfer full): the report
 */
FoyerReport *
foyer_report_new (const char        *id,
                  const char        *listing,
                  const FoyerKey    *host,
                  FoyerReportReason  reason,
                  const char        *text)
{
  FoyerReport *self = g_new0 (FoyerReport, 1);

  self->id = g_strdup (id);
  self->rev = 1;
  self->listing = g_strdup (listing);
  self->host = *host;
  self->reason = reason;
  self->text = g_strdup (text);

  return self;
}

/**
 * foyer_report_free:
 * @self: (transfer full): a report
 *
 * Frees a report.
 */
void
foyer_report_free (FoyerReport *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->listing);
  g_free (self->text);
  g_free (self);
}

static void
read_reason (FoyerReport *self,
             FoyerJson   *json)
{
  const char *text = foyer_json_text (json, "reason");

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strcmp (text, reasons[i]) == 0)
      {
        self->reason = (FoyerReportReason) i;
        return;
      }
  foyer_json_fail (json, "reason", "is not a reason of the list");
}

/**
 * foyer_report_parse:
 * @envelope: an envelope
 * @error: return location for an error
 *
 * Reads a report.
 *
 * Returns: (transfer full): the report, or %NULL with %FOYER_PROTOCOL_ERROR_INVALID
 */
FoyerReport *
foyer_report_parse (FoyerEnvelope  *envelope,
                    GError        **error)
{
  g_autoptr(FoyerReport) self = NULL;
  g_autoptr(FoyerJson) json = foyer_envelope_read (envelope, FOYER_DOCUMENT_REPORT, error);
  const char *host;

  if (json == NULL)
    return NULL;

  self = g_new0 (FoyerReport, 1);
  self->id = foyer_json_id (json, "id");
  self->rev = foyer_json_int (json, "rev", 1, 1);
  self->listing = foyer_json_id (json, "listing");
  host = foyer_json_text (json, "host");
  if (!foyer_json_failed (json) && !foyer_key_parse (host, &self->host, NULL))
    foyer_json_fail (json, "host", "is not a key");
  read_reason (self, json);
  self->text = foyer_json_block (json, "text", FOYER_REPORT_TEXT_MAX);

  return foyer_json_finish (json, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foyer_report_sign:
 * @self: a report
 * @pair: any key of the one who warns
 * @error: return location for an error
 *
 * Writes and signs a report.
 *
 * Returns: (transfer full): the envelope, or %NULL with an error of [func@Report.parse]
 */
FoyerEnvelope *
foyer_report_sign (const FoyerReport  *self,
                   FoyerKeyPair       *pair,
                   GError            **error)
{
  FoyerJsonWriter *writer;
  g_autoptr(GBytes) payload = NULL;
  g_autoptr(FoyerEnvelope) envelope = NULL;
  g_autoptr(FoyerReport) read = NULL;
  char key[FOYER_KEY_TEXT_SIZE];

  g_return_val_if_fail (self != NULL, NULL);

  writer = foyer_json_writer_new ();
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "type", "report");
  foyer_json_writer_add_text (writer, "id", self->id);
  foyer_json_writer_add_int (writer, "rev", self->rev);
  foyer_json_writer_add_text (writer, "listing", self->listing);
  foyer_json_writer_add_text (writer, "host", foyer_key_format (&self->host, key));
  foyer_json_writer_add_text (writer, "reason", foyer_report_reason_get_name (self->reason));
  foyer_json_writer_add_text (writer, "text", self->text);
  foyer_json_writer_end_object (writer);
  payload = foyer_json_writer_end (writer);

  envelope = foyer_envelope_sign (payload, pair, error);
  if (envelope == NULL)
    return NULL;
  read = foyer_report_parse (envelope, error);

  return read != NULL ? g_steal_pointer (&envelope) : NULL;
}
