/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/web/foyer-html.h"

#include <gio/gio.h>
#include <string.h>

#include "foyer-directory-resources.h"

#define ASSETS "/io/github/foyerdesk/Foyer/directory/"

struct _FoyerHtml {
  GString   *out;
  GPtrArray *open;               /* static names of elements, the innermost last */
};

/**
 * foyer_html_new:
 *
 * Returns: (transfer full): an empty page
 */
FoyerHtml *
foyer_html_new (void)
{
  FoyerHtml *self = g_new (FoyerHtml, 1);

  self->out = g_string_new ("<!DOCTYPE html>\n");
  self->open = g_ptr_array_new ();

  return self;
}

/**
 * foyer_html_free:
 * @self: (transfer full): a page
 *
 * Frees @self.
 */
void
foyer_html_free (FoyerHtml *self)
{
  g_return_if_fail (self != NULL);

  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_ptr_array_unref (self->open);
  g_free (self);
}

/**
 * foyer_html_end:
 * @self: (transfer full): a page whose elements are all closed
 *
 * Returns: (transfer full): the page, in UTF-8
 */
GBytes *
foyer_html_end (FoyerHtml *self)
{
  GBytes *bytes;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->open->len == 0, NULL);

  bytes = g_string_free_to_bytes (g_steal_pointer (&self->out));
  foyer_html_free (self);

  return bytes;
}

/* Right in a text and between double quotation marks. Controls are nothing that a page may
 * hold; characters that change the direction would let one text rearrange what stands beside. */
static void
append_escaped (GString    *out,
                const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch == '&')
        g_string_append (out, "&amp;");
      else if (ch == '<')
        g_string_append (out, "&lt;");
      else if (ch == '>')
        g_string_append (out, "&gt;");
      else if (ch == '"')
        g_string_append (out, "&quot;");
      else if (ch == '\'')
        g_string_append (out, "&#39;");
      else if ((ch < 0x20 && ch != '\n' && ch != '\t') || (ch >= 0x7f && ch < 0xa0)
               || (ch >= 0x202a && ch <= 0x202e) || (ch >= 0x2066 && ch <= 0x2069))
        g_string_append (out, "\xef\xbf\xbd");
      else
        g_string_append_unichar (out, ch);
    }
}

/**
 * foyer_html_is_link:
 * @url: what stands in a link
 *
 * Returns: whether it leads somewhere on this server, to a place of the web by TLS, or into
 *   the application, and to nothing else
 */
gboolean
foyer_html_is_link (const char *url)
{
  g_return_val_if_fail (url != NULL, FALSE);

  return (url[0] == '/' && url[1] != '/' && url[1] != '\\') || url[0] == '#'
         || g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "foyer://");
}

static gboolean
is_url (const char *attribute)
{
  return g_str_equal (attribute, "href") || g_str_equal (attribute, "src") || g_str_equal (attribute, "action");
}

/* Names and values in turn; a value of %NULL leaves its attribute out. */
static void
append_tag (FoyerHtml  *self,
            const char *element,
            va_list     attributes)
{
  const char *name;

  g_string_append_printf (self->out, "<%s", element);
  while ((name = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);

      if (value == NULL)
        continue;
      g_string_append_printf (self->out, " %s=\"", name);
      append_escaped (self->out, is_url (name) && !foyer_html_is_link (value) ? "#" : value);
      g_string_append_c (self->out, '"');
    }
  g_string_append_c (self->out, '>');
}

/**
 * foyer_html_open:
 * @self: a page
 * @element: (not nullable): a static name
 * @...: static names of attributes and their values in turn, then %NULL; an attribute whose
 *   value is "" and that is to be left out is not given
 *
 * Opens an element.
 */
void
foyer_html_open (FoyerHtml  *self,
                 const char *element,
                 ...)
{
  va_list attributes;

  va_start (attributes, element);
  append_tag (self, element, attributes);
  va_end (attributes);
  g_ptr_array_add (self->open, (gpointer) element);
}

/**
 * foyer_html_close:
 * @self: a page
 *
 * Closes the innermost element.
 */
void
foyer_html_close (FoyerHtml *self)
{
  g_return_if_fail (self->open->len > 0);

  g_string_append_printf (self->out, "</%s>", (const char *) g_ptr_array_steal_index (self->open, self->open->len - 1));
}

/**
 * foyer_html_add:
 * @self: a page
 * @element: a static name
 * @text: what is in it
 * @...: attributes, as [method@Html.open] has them
 *
 * Adds an element with a text.
 */
void
foyer_html_add (FoyerHtml  *self,
                const char *element,
                const char *text,
                ...)
{
  va_list attributes;

  va_start (attributes, text);
  append_tag (self, element, attributes);
  va_end (attributes);
  append_escaped (self->out, text);
  g_string_append_printf (self->out, "</%s>", element);
}

/**
 * foyer_html_add_void:
 * @self: a page
 * @element: a static name of an element that has no content
 * @...: attributes, as [method@Html.open] has them
 *
 * Adds an element that is never closed.
 */
void
foyer_html_add_void (FoyerHtml  *self,
                     const char *element,
                     ...)
{
  va_list attributes;

  va_start (attributes, element);
  append_tag (self, element, attributes);
  va_end (attributes);
}

/**
 * foyer_html_text:
 * @self: a page
 * @text: anybody's
 *
 * Adds a text.
 */
void
foyer_html_text (FoyerHtml  *self,
                 const char *text)
{
  append_escaped (self->out, text);
}

/**
 * foyer_html_json:
 * @self: a page
 * @json: a JSON document
 *
 * Adds what machines read of the page (JSON-LD 1.1, section 7.2). No text in it can end the
 * element: "<" is written as \u003c.
 */
void
foyer_html_json (FoyerHtml *self,
                 GBytes    *json)
{
  gsize size;
  const char *data = g_bytes_get_data (json, &size);

  g_string_append (self->out, "<script type=\"application/ld+json\">");
  for (gsize i = 0; i < size; i++)
    {
      if (strchr ("<>&", data[i]) != NULL && data[i] != '\0')
        g_string_append_printf (self->out, "\\u%04x", data[i]);
      else
        g_string_append_c (self->out, data[i]);
    }
  g_string_append (self->out, "</script>");
}

/**
 * foyer_html_asset:
 * @self: a page
 * @name: a file of the program's own, such as its style sheet
 *
 * Adds a file that was built into the program, as it is.
 */
void
foyer_html_asset (FoyerHtml  *self,
                  const char *name)
{
  g_autofree char *path = g_strconcat (ASSETS, name, NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (foyer_directory_get_resource (), path,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *data;

  g_assert (bytes != NULL);
  data = g_bytes_get_data (bytes, &size);
  g_string_append_len (self->out, data, (gssize) size);
}
