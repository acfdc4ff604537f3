/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-zone-country.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *tz;
  const char  country[3];
} Zone;

/* By name, in the order of strcmp(): Europe, the rest of the francophone world, and the large
 * cities; the IANA's zone.tab has them all, but not on every system. */
static const Zone zones[] = {
  { "Africa/Abidjan", "CI" }, { "Africa/Algiers", "DZ" }, { "Africa/Cairo", "EG" },
  { "Africa/Casablanca", "MA" }, { "Africa/Dakar", "SN" }, { "Africa/Johannesburg", "ZA" },
  { "Africa/Lagos", "NG" }, { "Africa/Nairobi", "KE" }, { "Africa/Tunis", "TN" },
  { "America/Argentina/Buenos_Aires", "AR" }, { "America/Bogota", "CO" }, { "America/Cayenne", "GF" },
  { "America/Chicago", "US" }, { "America/Denver", "US" }, { "America/Guadeloupe", "GP" },
  { "America/Halifax", "CA" }, { "America/Lima", "PE" }, { "America/Los_Angeles", "US" },
  { "America/Martinique", "MQ" }, { "America/Mexico_City", "MX" }, { "America/Miquelon", "PM" },
  { "America/Montevideo", "UY" }, { "America/Montreal", "CA" }, { "America/New_York", "US" },
  { "America/Santiago", "CL" }, { "America/Sao_Paulo", "BR" }, { "America/St_Barthelemy", "BL" },
  { "America/Toronto", "CA" }, { "America/Vancouver", "CA" },
  { "Asia/Bangkok", "TH" }, { "Asia/Dubai", "AE" }, { "Asia/Ho_Chi_Minh", "VN" },
  { "Asia/Hong_Kong", "HK" }, { "Asia/Jakarta", "ID" }, { "Asia/Jerusalem", "IL" },
  { "Asia/Kolkata", "IN" }, { "Asia/Seoul", "KR" }, { "Asia/Shanghai", "CN" },
  { "Asia/Singapore", "SG" }, { "Asia/Taipei", "TW" }, { "Asia/Tokyo", "JP" },
  { "Atlantic/Azores", "PT" }, { "Atlantic/Canary", "ES" }, { "Atlantic/Faroe", "FO" },
  { "Atlantic/Madeira", "PT" }, { "Atlantic/Reykjavik", "IS" },
  { "Australia/Melbourne", "AU" }, { "Australia/Sydney", "AU" },
  { "Europe/Amsterdam", "NL" }, { "Europe/Andorra", "AD" }, { "Europe/Athens", "GR" },
  { "Europe/Belgrade", "RS" }, { "Europe/Berlin", "DE" }, { "Europe/Bratislava", "SK" },
  { "Europe/Brussels", "BE" }, { "Europe/Bucharest", "RO" }, { "Europe/Budapest", "HU" },
  { "Europe/Chisinau", "MD" }, { "Europe/Copenhagen", "DK" }, { "Europe/Dublin", "IE" },
  { "Europe/Gibraltar", "GI" }, { "Europe/Guernsey", "GG" }, { "Europe/Helsinki", "FI" },
  { "Europe/Isle_of_Man", "IM" }, { "Europe/Istanbul", "TR" }, { "Europe/Jersey", "JE" },
  { "Europe/Kiev", "UA" }, { "Europe/Kyiv", "UA" }, { "Europe/Lisbon", "PT" },
  { "Europe/Ljubljana", "SI" }, { "Europe/London", "GB" }, { "Europe/Luxembourg", "LU" },
  { "Europe/Madrid", "ES" }, { "Europe/Malta", "MT" }, { "Europe/Monaco", "MC" },
  { "Europe/Oslo", "NO" }, { "Europe/Paris", "FR" }, { "Europe/Podgorica", "ME" },
  { "Europe/Prague", "CZ" }, { "Europe/Riga", "LV" }, { "Europe/Rome", "IT" },
  { "Europe/San_Marino", "SM" }, { "Europe/Sarajevo", "BA" }, { "Europe/Skopje", "MK" },
  { "Europe/Sofia", "BG" }, { "Europe/Stockholm", "SE" }, { "Europe/Tallinn", "EE" },
  { "Europe/Tirane", "AL" }, { "Europe/Vaduz", "LI" }, { "Europe/Vatican", "VA" },
  { "Europe/Vienna", "AT" }, { "Europe/Vilnius", "LT" }, { "Europe/Warsaw", "PL" },
  { "Europe/Zagreb", "HR" }, { "Europe/Zurich", "CH" },
  { "Indian/Mayotte", "YT" }, { "Indian/Reunion", "RE" },
  { "Pacific/Auckland", "NZ" }, { "Pacific/Noumea", "NC" }, { "Pacific/Tahiti", "PF" },
  { "Pacific/Wallis", "WF" },
};

static int
compare (gconstpointer key,
         gconstpointer entry)
{
  return strcmp (key, ((const Zone *) entry)->tz);
}

/**
 * foyer_zone_get_country:
 * @tz: a zone of the IANA's
 *
 * Returns: the ISO 3166-1 code of the country whose people use @tz, "ZZ" where a zone tells none
 */
const char *
foyer_zone_get_country (const char *tz)
{
  const Zone *found = bsearch (tz, zones, G_N_ELEMENTS (zones), sizeof zones[0], compare);

  return found != NULL ? found->country : "ZZ";
}
