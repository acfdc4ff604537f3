/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/foyer-directory-write.h"

#include <string.h>

#include "protocol/foyer-decision.h"
#include "protocol/foyer-listing.h"
#include "protocol/foyer-notice.h"
#include "protocol/foyer-protocol-error.h"
#include "protocol/foyer-request.h"
#include "protocol/foyer-seat-days.h"

static gboolean
read_document (FoyerDirectoryWrite  *self,
               GError              **error)
{
  switch (foyer_envelope_get_type (self->envelope))
    {
    case FOYER_DOCUMENT_LISTING:
      self->document = foyer_listing_parse (self->envelope, error);
      self->free_document = (GDestroyNotify) foyer_listing_free;
      break;

    case FOYER_DOCUMENT_AVAILABILITY:
    case FOYER_DOCUMENT_ALLOTMENT:
      self->document = foyer_seat_days_parse (self->envelope, error);
      self->free_document = (GDestroyNotify) foyer_seat_days_free;
      break;

    case FOYER_DOCUMENT_TOMBSTONE:
    case FOYER_DOCUMENT_RECALL:
    case FOYER_DOCUMENT_WITHDRAWAL:
      self->document = foyer_notice_parse (self->envelope, error);
      self->free_document = (GDestroyNotify) foyer_notice_free;
      break;

    case FOYER_DOCUMENT_REQUEST:
      self->document = foyer_request_parse (self->envelope, error);
      self->free_document = (GDestroyNotify) foyer_request_free;
      break;

    case FOYER_DOCUMENT_DECISION:
      self->document = foyer_decision_parse (self->envelope, error);
      self->free_document = (GDestroyNotify) foyer_decision_free;
      break;

    case FOYER_DOCUMENT_REPORT:
    case FOYER_DOCUMENT_ERASE:
    case FOYER_DOCUMENT_REKEY:
    default:
      g_set_error_literal (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_UNKNOWN_TYPE,
                           "this directory does not take such a document");
      break;
    }

  return self->document != NULL;
}

/**
 * foyer_directory_write_new:
 * @envelope: a verified envelope
 * @error: return location for an error
 *
 * Reads the document of an envelope that shall be written.
 *
 * Returns: (transfer full): the write, or %NULL with an error of the document's parser
 */
FoyerDirectoryWrite *
foyer_directory_write_new (FoyerEnvelope  *envelope,
                           GError        **error)
{
  g_autoptr(FoyerDirectoryWrite) self = NULL;

  g_return_val_if_fail (envelope != NULL, NULL);

  self = g_new0 (FoyerDirectoryWrite, 1);
  self->envelope = foyer_envelope_ref (envelope);

  return read_document (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foyer_directory_write_new_photo:
 * @photo: the picture
 * @sha256: of @photo
 * @type: what it is
 *
 * Returns: (transfer full): the write
 */
FoyerDirectoryWrite *
foyer_directory_write_new_photo (GBytes         *photo,
                                 const guint8    sha256[FOYER_DIGEST_SIZE],
                                 FoyerPhotoType  type)
{
  FoyerDirectoryWrite *self = g_new0 (FoyerDirectoryWrite, 1);

  self->photo = g_bytes_ref (photo);
  memcpy (self->photo_sha256, sha256, FOYER_DIGEST_SIZE);
  self->photo_type = type;

  return self;
}

/**
 * foyer_directory_write_free:
 * @self: (transfer full): a write
 *
 * Frees a write.
 */
void
foyer_directory_write_free (FoyerDirectoryWrite *self)
{
  g_return_if_fail (self != NULL);

  if (self->document != NULL)
    self->free_document (self->document);
  g_clear_pointer (&self->envelope, foyer_envelope_unref);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_free (self->detail);
  g_free (self->left);
  g_free (self);
}

/**
 * foyer_directory_write_get_subject:
 * @self: a write of an envelope
 *
 * Returns: (transfer none): the id of the listing or the booking that it is about
 */
const char *
foyer_directory_write_get_subject (FoyerDirectoryWrite *self)
{
  g_return_val_if_fail (self != NULL && self->envelope != NULL, NULL);

  switch (foyer_envelope_get_type (self->envelope))
    {
    case FOYER_DOCUMENT_LISTING:
      return ((FoyerListing *) self->document)->id;

    case FOYER_DOCUMENT_AVAILABILITY:
    case FOYER_DOCUMENT_ALLOTMENT:
      return ((FoyerSeatDays *) self->document)->listing;

    case FOYER_DOCUMENT_REQUEST:
      return ((FoyerRequest *) self->document)->id;

    case FOYER_DOCUMENT_DECISION:
      return ((FoyerDecision *) self->document)->booking;

    case FOYER_DOCUMENT_TOMBSTONE:
    case FOYER_DOCUMENT_RECALL:
    case FOYER_DOCUMENT_WITHDRAWAL:
    case FOYER_DOCUMENT_REPORT:
    case FOYER_DOCUMENT_ERASE:
    case FOYER_DOCUMENT_REKEY:
    default:
      return ((FoyerNotice *) self->document)->subject;
    }
}

/**
 * foyer_directory_write_refuse:
 * @self: a write
 * @problem: why it is not done
 * @detail: (nullable): about this one, for logs
 *
 * Notes that nothing is written.
 */
void
foyer_directory_write_refuse (FoyerDirectoryWrite *self,
                              FoyerProblemType     problem,
                              const char          *detail)
{
  g_return_if_fail (self != NULL);

  self->problem = problem;
  g_free (self->detail);
  self->detail = g_strdup (detail);
}
