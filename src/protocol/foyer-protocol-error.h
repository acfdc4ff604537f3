/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerProtocolError:
 * @FOYER_PROTOCOL_ERROR_SYNTAX: not JSON, not base64url, not a header as the contract has it
 * @FOYER_PROTOCOL_ERROR_TOO_LARGE: more bytes than a message may have
 * @FOYER_PROTOCOL_ERROR_INVALID: well written, but a field breaks a rule; the message names it
 * @FOYER_PROTOCOL_ERROR_UNKNOWN_TYPE: signed, but of a type that this version does not know
 * @FOYER_PROTOCOL_ERROR_BAD_SIGNATURE: forged or altered
 * @FOYER_PROTOCOL_ERROR_SIGNATURE_EXPIRED: a signed read made too long ago, or too far ahead
 * @FOYER_PROTOCOL_ERROR_BAD_BOX: a sealed box for somebody else, altered, or moved
 * @FOYER_PROTOCOL_ERROR_BAD_CODE: not the code of a ticket
 *
 * Why something that travelled is refused.
 */
typedef enum {
  FOYER_PROTOCOL_ERROR_SYNTAX,
  FOYER_PROTOCOL_ERROR_TOO_LARGE,
  FOYER_PROTOCOL_ERROR_INVALID,
  FOYER_PROTOCOL_ERROR_UNKNOWN_TYPE,
  FOYER_PROTOCOL_ERROR_BAD_SIGNATURE,
  FOYER_PROTOCOL_ERROR_SIGNATURE_EXPIRED,
  FOYER_PROTOCOL_ERROR_BAD_BOX,
  FOYER_PROTOCOL_ERROR_BAD_CODE,
} FoyerProtocolError;

#define FOYER_PROTOCOL_ERROR (foyer_protocol_error_quark ())
GQuark      foyer_protocol_error_quark    (void);

const char *foyer_protocol_error_get_name (FoyerProtocolError code);

G_END_DECLS
