/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/discovery/foyer-leaks.h"

#include <string.h>

/* What looks like an address, a number or a code, as people write them in French and English.
 * A false alarm costs a look, so a pattern asks for more than one sign: a number before a kind
 * of street, a keyword before a code. */

#define STREET_NUMBER "(?<![\\w/])\\d{1,4}\\s?(?:bis|ter|quater|[A-Da-d](?=[\\s,]))?\\s*,?\\s+"
#define UNIT "(?!\\s?(?:[kmg](?:o|b|bits?|bps)?(?:/s|\\b)|m²|m2|€|eur|euros?|pounds?|h\\b|min|ghz|mhz|%|pers|places?|postes?|seats?|desks?))"

typedef struct {
  FoyerLeakKind kind;
  gboolean      any_case;
  const char   *pattern;
} Pattern;

static const Pattern patterns[] = {
  { FOYER_LEAK_EMAIL, TRUE, "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+" },
  { FOYER_LEAK_EMAIL, TRUE,
    "[\\w.+-]+\\s*(?:\\(at\\)|\\[at\\]|\\(arobase\\)|\\[arobase\\]|\\barobase\\b|\\(a\\)|\\[a\\])\\s*[\\w-]+"
    "\\s*(?:\\.|\\(dot\\)|\\[dot\\]|\\(point\\)|\\bdot\\b|\\bpoint\\b)\\s*[a-z]{2,}\\b" },

  /* +33 (0)6 12 34 56 78, 06.12.34.56.78 */
  { FOYER_LEAK_PHONE, FALSE,
    "(?<![\\d+])(?:(?:\\+|00)\\s?33[\\s.\\-]?(?:\\(0\\)[\\s.\\-]?)?|0)[1-9](?:[\\s.\\-/_\\x{00A0}\\x{202F}]{0,2}\\d{2}){4}(?!\\d)" },
  /* any other country */
  { FOYER_LEAK_PHONE, FALSE, "(?<![\\w+])\\+\\d{1,3}(?:[\\s.\\-/()\\x{00A0}]{0,2}\\d){7,12}(?!\\d)" },
  /* (415) 555-0134, 415-555-0134 */
  { FOYER_LEAK_PHONE, FALSE, "(?<![\\d-])(?:\\(\\d{3}\\)\\s?|\\d{3}[.\\-\\s])\\d{3}[.\\-]\\d{4}(?![\\d-])" },
  /* 020 7946 0958, 07700 900123 */
  { FOYER_LEAK_PHONE, FALSE, "(?<![\\d.,])0(?:\\d{2}\\s\\d{4}\\s\\d{4}|\\d{3}\\s\\d{3}\\s?\\d{4}|7\\d{3}\\s\\d{6})(?!\\d)" },

  /* 12 rue des Lilas, 3 bis, avenue Jean-Jaurès */
  { FOYER_LEAK_STREET, TRUE,
    STREET_NUMBER "(?:rue|av(?:enue|\\.)|b(?:oulevard|oul\\.|d\\.?|lvd\\.?)|all[ée]es?|impasse|imp\\.|quai|"
    "chemin|faubourg|fbg\\.?|ruelle|rte\\.?|venelle|lotissement)\\s+(?:[\\w’'\\-]+)(?:\\s+[\\w’'\\-]+){0,3}" },
  /* words that are not always streets: 5 place Bellecour, but not 2 cours de yoga */
  { FOYER_LEAK_STREET, FALSE,
    STREET_NUMBER "(?:[Pp]lace|[Pp]l\\.|[Cc]ours|[Rr]oute|[Ss]quare|[Pp]assage|[Vv]oie|[Mm]ontée|[Vv]illa|"
    "[Rr]ésidence|[Cc]ité|[Tt]raverse|[Pp]romenade|[Ee]splanade|[Ss]entier|[Hh]ameau)\\s+"
    "(?:(?:de\\s+la|de\\s+l[’']|de|du|des|la|le|les|d[’']|l[’'])\\s*)?\\p{Lu}[\\w’'\\-]+(?:\\s+[\\w’'\\-]+){0,2}" },
  /* 221B Baker Street, 10 Downing St */
  { FOYER_LEAK_STREET, FALSE,
    "(?<![\\w/])\\d{1,5}[A-Za-z]?,?\\s+(?:\\p{Lu}[\\w’'\\-]+\\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|"
    "Drive|Dr|Court|Square|Terrace|Way|Place|Close|Crescent|Gardens|Row|Mews|Boulevard|Blvd|Parkway)\\b\\.?" },
  /* Hauptstraße 5 */
  { FOYER_LEAK_STREET, FALSE, "\\b\\p{Lu}[\\w\\-]*(?:stra(?:ß|ss)e|str\\.|gasse|platz|weg)\\s+\\d{1,4}\\s?[a-z]?\\b" },

  /* code 4812B, digicode : 12A45, code wifi: fr33house */
  { FOYER_LEAK_CODE, TRUE,
    "\\b(?:(?<!qr )(?<!qr-)(?<!zip )(?<!dress )code(?!\\s?(?:postal|promo|postale|naf|ape|insee|barre|couleur|de la route"
    "|du travail))s?|digicode|interphone|alarme?|pin|keypad|key\\s?(?:box|safe)|lockbox|bo[îi]te à cl[ée]s?)\\b"
    "[^.;\\n\\d]{0,30}?\\s*(?<![\\w/])(?=[A-Za-z*#]*\\d)[A-Za-z0-9*#]{3,12}(?![\\w:/])(?!,\\d)" UNIT },
  /* password: hunter2, mot de passe est soleil42 */
  { FOYER_LEAK_CODE, TRUE,
    "\\b(?:mot\\s+de\\s+passe|mdp|pass(?:word|code|phrase)|wpa2?|(?:wi-?fi|cl[ée])\\s+(?:key|wi-?fi|wpa2?))\\b[^.;\\n]{0,20}?"
    "(?:\\s(?:is|est)\\s+|\\s?[:=]\\s*)[\"«“]?\\s?(?:(?=\\S*\\d)\\S{4,}|\\S{4,}(?=\\s*(?:[\"».,;”]|$)))" },
};

static GRegex *
foyer_leaks_get_regex (gsize i)
{
  static GRegex *regexes[G_N_ELEMENTS (patterns)];
  static GMutex mutex;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr(GError) error = NULL;

  if (regexes[i] == NULL)
    regexes[i] = g_regex_new (patterns[i].pattern,
                              (patterns[i].any_case ? G_REGEX_CASELESS : 0) | G_REGEX_MULTILINE | G_REGEX_OPTIMIZE, 0,
                              &error);
  if (regexes[i] == NULL)
    g_error ("%s: %s", patterns[i].pattern, error->message);

  return regexes[i];
}

/**
 * foyer_leak_free:
 * @self: (transfer full): a leak
 *
 * Frees a leak.
 */
void
foyer_leak_free (FoyerLeak *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->excerpt);
  g_free (self);
}

/* One sign may fit two patterns; it is told once. */
static gboolean
foyer_leaks_has (GPtrArray     *leaks,
                 FoyerLeakKind  kind,
                 const char    *field,
                 const char    *excerpt)
{
  for (guint i = 0; i < leaks->len; i++)
    {
      const FoyerLeak *leak = leaks->pdata[i];

      if (leak->kind == kind && g_str_equal (leak->field, field)
          && (strstr (leak->excerpt, excerpt) != NULL || strstr (excerpt, leak->excerpt) != NULL))
        return TRUE;
    }

  return FALSE;
}

void
foyer_leaks_find (GPtrArray  *leaks,
                  const char *field,
                  const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr(GMatchInfo) match = NULL;

      for (g_regex_match (foyer_leaks_get_regex (i), text, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *excerpt = g_strstrip (g_match_info_fetch (match, 0));
          FoyerLeak *leak;

          if (foyer_leaks_has (leaks, patterns[i].kind, field, excerpt))
            continue;
          leak = g_new0 (FoyerLeak, 1);
          leak->kind = patterns[i].kind;
          leak->field = field;
          leak->excerpt = g_steal_pointer (&excerpt);
          g_ptr_array_add (leaks, leak);
        }
    }
}
