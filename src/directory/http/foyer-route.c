/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/http/foyer-route.h"

#include <string.h>

#define ID_LENGTH 36
#define SHA256_LENGTH 64

/* Returns: the length of what "{id}" or "{sha256}" stands for at @text, 0 when it is not there */
static gsize
match_value (const char *pattern,
             const char *text)
{
  gboolean is_id = g_str_has_prefix (pattern, "{id}");
  gsize length = is_id ? ID_LENGTH : SHA256_LENGTH;

  for (gsize i = 0; i < length; i++)
    {
      gboolean dash = is_id && (i == 8 || i == 13 || i == 18 || i == 23);

      if (dash ? text[i] != '-' : !g_ascii_isxdigit (text[i]) || g_ascii_isupper (text[i]))
        return 0;
    }

  return length;
}

static gboolean
match (const char  *pattern,
       const char  *path,
       const char **value,
       gsize       *length)
{
  *length = 0;
  for (; *pattern != '\0'; pattern++)
    {
      if (*pattern == '{')
        {
          *length = match_value (pattern, path);
          if (*length == 0)
            return FALSE;
          *value = path;
          path += *length;
          pattern = strchr (pattern, '}');
        }
      else if (*pattern != *path++)
        return FALSE;
    }

  return *path == '\0';
}

/**
 * foyer_route_find:
 * @table: ends with a route without a method
 * @method: of HTTP
 * @path: without the query
 * @parameter: (out) (nullable): the value in the path
 * @allow: (out) (nullable): the methods of the path when @method is not one
 *
 * Finds who answers.
 *
 * Returns: (nullable): the route
 */
const FoyerRoute *
foyer_route_find (const FoyerRoute  *table,
                  const char        *method,
                  const char        *path,
                  char             **parameter,
                  char             **allow)
{
  g_autoptr(GString) allowed = NULL;

  if (g_str_equal (method, "HEAD"))
    method = "GET";
  for (const FoyerRoute *route = table; route->method != NULL; route++)
    {
      const char *value;
      gsize length;

      if (!match (route->path, path, &value, &length))
        continue;
      if (g_str_equal (route->method, method))
        {
          *parameter = length > 0 ? g_strndup (value, length) : NULL;
          return route;
        }
      if (allowed == NULL)
        allowed = g_string_new (route->method);
      else
        g_string_append_printf (allowed, ", %s", route->method);
      if (g_str_equal (route->method, "GET"))
        g_string_append (allowed, ", HEAD");
    }
  if (allowed != NULL)
    *allow = g_string_free (g_steal_pointer (&allowed), FALSE);

  return NULL;
}
