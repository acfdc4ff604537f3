/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-origin.h"

#include <stdlib.h>
#include <string.h>

/* Returns: what follows @host when it is written as a host is in an origin, else %NULL */
static const char *
skip_host (const char *host)
{
  const char *at = host;

  if (*at == '[')
    {
      at += 1 + strspn (at + 1, "0123456789abcdef:.");
      return at - host > 3 && *at == ']' ? at + 1 : NULL;
    }
  while (g_ascii_isdigit (*at) || g_ascii_islower (*at) || *at == '-' ||
         (*at == '.' && at > host && at[-1] != '.'))
    at++;

  return at > host && at[-1] != '.' && *host != '-' ? at : NULL;
}

/**
 * foyer_origin_is_valid:
 * @text: (nullable): any text
 *
 * Whether a text is the origin of a directory in its one spelling: "http" or "https", a host
 * in lower case (a name in ASCII, an IPv4 address, or an IPv6 address in brackets), and a port
 * unless it is the scheme's own (RFC 6454, section 6.2). Paths, users and blanks are refused.
 *
 * Returns: whether it is
 */
gboolean
foyer_origin_is_valid (const char *text)
{
  const char *at;
  gboolean https;
  long port;

  if (text == NULL || strnlen (text, FOYER_ORIGIN_MAX + 1) > FOYER_ORIGIN_MAX)
    return FALSE;
  https = g_str_has_prefix (text, "https://");
  if (!https && !g_str_has_prefix (text, "http://"))
    return FALSE;

  at = skip_host (text + strlen (https ? "https://" : "http://"));
  if (at == NULL || *at == '\0')
    return at != NULL;
  if (at[0] != ':' || at[1] < '1' || at[1] > '9' || strlen (at + 1) > 5 ||
      strspn (at + 1, "0123456789") != strlen (at + 1))
    return FALSE;
  port = strtol (at + 1, NULL, 10);

  return port <= 65535 && port != (https ? 443 : 80);
}
