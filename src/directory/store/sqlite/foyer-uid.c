/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/store/sqlite/foyer-store-private.h"

#include "core/foyer-random.h"

/* Ids are kept in 16 bytes. */
gboolean
foyer_uid_parse (const char *id,
                 guint8      uid[FOYER_UID_SIZE])
{
  gsize n = 0;

  if (!foyer_id_is_valid (id))
    return FALSE;
  for (const char *at = id; *at != '\0'; at++)
    {
      if (*at == '-')
        continue;
      uid[n++] = (guint8) (g_ascii_xdigit_value (at[0]) * 16 + g_ascii_xdigit_value (at[1]));
      at++;
    }

  return n == FOYER_UID_SIZE;
}

char *
foyer_uid_format (const guint8 uid[FOYER_UID_SIZE])
{
  static const char digits[] = "0123456789abcdef";
  char text[FOYER_ID_SIZE];
  char *at = text;

  for (gsize i = 0; i < FOYER_UID_SIZE; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *at++ = '-';
      *at++ = digits[uid[i] >> 4];
      *at++ = digits[uid[i] & 15];
    }
  *at = '\0';

  return g_strdup (text);
}
