/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "sync/foyer-discovery.h"
#include "sync/transport/foyer-transport.h"

static gboolean
foyer_origin_is_loopback (const char *host)
{
  return g_str_has_prefix (host, "localhost") || g_str_has_prefix (host, "127.") || g_str_has_prefix (host, "[::1]");
}

/* The host as DNS knows it; a name that is none stays and is refused later. */
static char *
foyer_origin_encode_host (const char *rest)
{
  gsize length = *rest == '[' ? strlen (rest) : strcspn (rest, ":");
  g_autofree char *host = g_strndup (rest, length);
  g_autofree char *ascii = g_hostname_to_ascii (host);
  g_autofree char *lower = g_ascii_strdown (ascii != NULL && *host != '[' ? ascii : host, -1);

  return g_strconcat (lower, rest + length, NULL);
}

/**
 * foyer_sync_read_origin:
 * @text: what a person typed
 * @error: return location for an error
 *
 * Reads the address of a directory. "foyer.example.org" becomes https://foyer.example.org;
 * without encryption only this machine itself is accepted. Names of persons, paths and anything
 * else that no directory's address has are refused.
 *
 * Returns: (transfer full) (nullable): the origin in its one spelling, or %NULL with
 *   %FOYER_SYNC_ERROR_BAD_ORIGIN
 */
char *
foyer_sync_read_origin (const char  *text,
                        GError     **error)
{
  g_autofree char *stripped = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *origin = NULL;
  const char *scheme;
  const char *host;

  g_return_val_if_fail (text != NULL, NULL);

  stripped = strnlen (text, 1024) < 1024 ? g_strstrip (g_strdup (text)) : g_strdup ("");
  host = strstr (stripped, "://");
  if (host == NULL)
    {
      host = stripped;
      scheme = foyer_origin_is_loopback (host) ? "http" : "https";
    }
  else
    {
      scheme = g_ascii_strncasecmp (stripped, "https://", 8) == 0 ? "https"
               : g_ascii_strncasecmp (stripped, "http://", 7) == 0 ? "http" : "";
      host += strlen ("://");
    }
  rest = foyer_origin_encode_host (host);
  if (g_str_has_suffix (rest, "/"))
    rest[strlen (rest) - 1] = '\0';
  if (g_str_has_suffix (rest, g_str_equal (scheme, "https") ? ":443" : ":80"))
    *strrchr (rest, ':') = '\0';
  origin = g_strconcat (scheme, "://", rest, NULL);

  if (!foyer_transport_may_ask (origin))
    {
      g_set_error (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ORIGIN, "no directory's address: %s", text);
      return NULL;
    }

  return g_steal_pointer (&origin);
}
