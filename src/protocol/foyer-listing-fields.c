/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-listing-fields-private.h"

#include <string.h>

#include "core/foyer-instant.h"
#include "core/foyer-money.h"
#include "protocol/foyer-listing.h"

#define ZONE_NAME_MAX 64
#define SHA256_HEX_LENGTH 64

/* The country of a listing: two capitals, as ISO 3166-1 has them. Which pairs are countries
 * changes more often than programs do. */
void
foyer_listing_read_country (FoyerJson  *json,
                            const char *name,
                            char        country[3])
{
  const char *text = foyer_json_text (json, name);

  if (foyer_json_failed (json))
    return;
  if (strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]))
    memcpy (country, text, 3);
  else
    foyer_json_fail (json, name, "is not a country of two capitals");
}

void
foyer_listing_read_currency (FoyerJson  *json,
                             const char *name,
                             char        currency[4])
{
  const char *text = foyer_json_text (json, name);

  if (foyer_json_failed (json))
    return;
  if (foyer_currency_is_valid (text))
    memcpy (currency, text, 4);
  else
    foyer_json_fail (json, name, "is not a currency");
}

char *
foyer_listing_read_zone (FoyerJson  *json,
                         const char *name)
{
  const char *text = foyer_json_text (json, name);
  g_autoptr(GTimeZone) zone = NULL;

  if (foyer_json_failed (json))
    return NULL;
  if (strlen (text) <= ZONE_NAME_MAX)
    zone = foyer_zone_new (text, NULL);
  if (zone == NULL)
    foyer_json_fail (json, name, "is not a time zone");

  return zone != NULL ? g_strdup (text) : NULL;
}

FoyerSpaceKind
foyer_listing_read_kind (FoyerJson  *json,
                         const char *name)
{
  const char *text = foyer_json_text (json, name);
  FoyerSpaceKind kind = FOYER_SPACE_HOME;

  if (!foyer_json_failed (json) && !foyer_space_kind_parse (text, &kind, NULL))
    foyer_json_fail (json, name, "is not a kind of space");

  return kind;
}

int
foyer_listing_read_minute (FoyerJson  *json,
                           const char *name)
{
  const char *text = foyer_json_text (json, name);
  char again[FOYER_MINUTE_TEXT_SIZE];
  int minute = 0;

  if (!foyer_json_failed (json) &&
      (!foyer_minute_parse (text, &minute, NULL) ||
       strcmp (text, foyer_minute_format (minute, again)) != 0))
    foyer_json_fail (json, name, "is not an hour such as 18:00");

  return minute;
}

static gboolean
has_form (const char *text,
          gsize       length,
          gsize       min,
          gsize       max,
          gboolean  (*is_good) (char ch))
{
  if (length < min || length > max)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!is_good (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_lower (char ch)
{
  return ch >= 'a' && ch <= 'z';
}

static gboolean
is_letter (char ch)
{
  return g_ascii_isalpha (ch);
}

static gboolean
is_digit (char ch)
{
  return ch >= '0' && ch <= '9';
}

static gboolean
is_upper (char ch)
{
  return ch >= 'A' && ch <= 'Z';
}

static gboolean
is_hex (char ch)
{
  return is_digit (ch) || (ch >= 'a' && ch <= 'f');
}

/* RFC 5646, section 2.1: a language, perhaps a script, perhaps a region, in their usual case. */
static gboolean
is_language (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "-", 4);
  gsize n = g_strv_length (parts);
  gsize at = 1;

  if (n < 1 || n > 3 || !has_form (parts[0], strlen (parts[0]), 2, 3, is_lower))
    return FALSE;
  if (at < n && has_form (parts[at], strlen (parts[at]), 4, 4, is_letter) &&
      is_upper (parts[at][0]) && has_form (parts[at] + 1, 3, 3, 3, is_lower))
    at++;
  if (at < n && (has_form (parts[at], strlen (parts[at]), 2, 2, is_upper) ||
                 has_form (parts[at], strlen (parts[at]), 3, 3, is_digit)))
    at++;

  return at == n;
}

static gboolean
is_sha256 (const char *text)
{
  return has_form (text, strlen (text), SHA256_HEX_LENGTH, SHA256_HEX_LENGTH, is_hex);
}

static char **
read_set (FoyerJson   *json,
          const char  *name,
          gsize        max_items,
          gboolean   (*is_good) (const char *text),
          const char  *what)
{
  g_autoptr(GStrvBuilder) items = g_strv_builder_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n;

  if (!foyer_json_enter_array (json, name, max_items, &n))
    return NULL;
  for (gsize i = 0; i < n && foyer_json_enter_item (json, i); i++)
    {
      const char *text = foyer_json_text (json, NULL);

      if (!foyer_json_failed (json) && !is_good (text))
        foyer_json_fail (json, NULL, "is not %s", what);
      else if (!g_hash_table_add (seen, (gpointer) text))
        foyer_json_fail (json, NULL, "is there twice");
      g_strv_builder_add (items, text);
      foyer_json_leave (json);
    }
  foyer_json_leave (json);

  return foyer_json_failed (json) ? NULL : g_strv_builder_end (items);
}

char **
foyer_listing_read_languages (FoyerJson  *json,
                              const char *name)
{
  return read_set (json, name, FOYER_LANGUAGES_MAX, is_language, "a language such as fr or pt-BR");
}

char **
foyer_listing_read_photos (FoyerJson  *json,
                           const char *name)
{
  return read_set (json, name, FOYER_PHOTOS_MAX, is_sha256, "a SHA-256 in lower case");
}
