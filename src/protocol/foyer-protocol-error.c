/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-protocol-error.h"

G_DEFINE_QUARK (foyer-protocol-error-quark, foyer_protocol_error)

/**
 * foyer_protocol_error_get_name:
 * @code: a code of %FOYER_PROTOCOL_ERROR
 *
 * Returns: (transfer none): the name that scripts and problem documents show; it never
 *   changes
 */
const char *
foyer_protocol_error_get_name (FoyerProtocolError code)
{
  static const char * const names[] = {
    [FOYER_PROTOCOL_ERROR_SYNTAX] = "invalid",
    [FOYER_PROTOCOL_ERROR_TOO_LARGE] = "too-large",
    [FOYER_PROTOCOL_ERROR_INVALID] = "invalid",
    [FOYER_PROTOCOL_ERROR_UNKNOWN_TYPE] = "unknown-type",
    [FOYER_PROTOCOL_ERROR_BAD_SIGNATURE] = "bad-signature",
    [FOYER_PROTOCOL_ERROR_SIGNATURE_EXPIRED] = "signature-expired",
    [FOYER_PROTOCOL_ERROR_BAD_BOX] = "bad-box",
    [FOYER_PROTOCOL_ERROR_BAD_CODE] = "bad-code",
  };

  g_return_val_if_fail ((gsize) code < G_N_ELEMENTS (names), "invalid");

  return names[code];
}
