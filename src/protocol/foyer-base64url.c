/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-base64url.h"

#include <sodium.h>
#include <string.h>

#include "protocol/foyer-protocol-error.h"

/**
 * foyer_base64url_encode:
 * @bytes: (array length=size) (element-type guint8) (nullable): any bytes
 * @size: how many
 *
 * Writes bytes in base64url without padding. Takes the same time for all bytes, so that
 * it may write keys.
 *
 * Returns: (transfer full): the text
 */
char *
foyer_base64url_encode (gconstpointer bytes,
                        gsize         size)
{
  gsize length = sodium_base64_ENCODED_LEN (size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  char *text = g_malloc (length);

  g_return_val_if_fail (bytes != NULL || size == 0, NULL);

  return sodium_bin2base64 (text, length, bytes, size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

/* libsodium refuses foreign characters, padding and bits that stand for nothing, so that
 * bytes have one text only. */
static gboolean
decode (const char  *text,
        guint8      *bytes,
        gsize        capacity,
        gsize       *size,
        GError     **error)
{
  /* libsodium 1.0.18 takes a byte with its highest bit set for the one without. */
  if (g_str_is_ascii (text) &&
      sodium_base642bin (bytes, capacity, text, strlen (text), NULL, size, NULL,
                         sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0)
    return TRUE;

  g_set_error_literal (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_SYNTAX,
                       "not base64url without padding, or of another length");
  return FALSE;
}

/**
 * foyer_base64url_decode:
 * @text: any text
 * @max_size: the most bytes
 * @error: return location for an error
 *
 * Reads base64url. Only the one canonical spelling is taken: no padding, no blanks, no
 * bits left over.
 *
 * Returns: (transfer full): the bytes, or %NULL with %FOYER_PROTOCOL_ERROR_SYNTAX or
 *   %FOYER_PROTOCOL_ERROR_TOO_LARGE
 */
GBytes *
foyer_base64url_decode (const char  *text,
                        gsize        max_size,
                        GError     **error)
{
  g_autofree guint8 *bytes = NULL;
  gsize capacity;
  gsize size = 0;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (max_size <= G_MAXUINT32, NULL);

  if (strlen (text) > FOYER_BASE64URL_LENGTH (max_size))
    {
      g_set_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_TOO_LARGE,
                   "more than %" G_GSIZE_FORMAT " bytes", max_size);
      return NULL;
    }

  capacity = strlen (text) / 4 * 3 + 3;
  bytes = g_malloc (capacity);
  if (!decode (text, bytes, capacity, &size, error))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&bytes), size);
}

/**
 * foyer_base64url_decode_into:
 * @text: any text
 * @bytes: (out caller-allocates) (array length=size) (element-type guint8): the bytes
 * @size: how many it must be
 * @error: return location for an error
 *
 * Reads base64url of a known size, such as a key, as [func@base64url_decode] does.
 *
 * Returns: whether @text is exactly @size bytes, else %FOYER_PROTOCOL_ERROR_SYNTAX
 */
gboolean
foyer_base64url_decode_into (const char  *text,
                             gpointer     bytes,
                             gsize        size,
                             GError     **error)
{
  gsize found = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (strlen (text) != FOYER_BASE64URL_LENGTH (size))
    {
      g_set_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_SYNTAX,
                   "not %" G_GSIZE_FORMAT " bytes in base64url", size);
      return FALSE;
    }

  return decode (text, bytes, size, &found, error) && found == size;
}
