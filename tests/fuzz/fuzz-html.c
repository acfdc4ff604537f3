/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "directory/web/foyer-html.h"
#include "protocol/foyer-json-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* What a strict parser reads of the page that is written below. */
typedef struct {
  GString *elements;             /* their names in order, each with a blank */
  GString *text;                 /* of the link */
  GString *json;
  char    *title;
  char    *link;
} Page;

static void
start_cb (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  Page *page = user_data;

  g_string_append_printf (page->elements, "%s ", element);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "title"))
        page->title = g_strdup (values[i]);
      else if (g_str_equal (names[i], "href"))
        page->link = g_strdup (values[i]);
      else
        g_assert_cmpstr (names[i], ==, "type");
    }
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Page *page = user_data;
  const char *element = g_markup_parse_context_get_element (context);

  g_string_append_len (g_str_equal (element, "script") ? page->json : page->text, text, (gssize) length);
}

static GBytes *
write_page (const char *text,
            const char *title,
            const char *link)
{
  FoyerHtml *html = foyer_html_new ();
  FoyerJsonWriter *writer = foyer_json_writer_new ();
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GBytes) json = NULL;

  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "name", valid);
  foyer_json_writer_end_object (writer);
  json = foyer_json_writer_end (writer);
  foyer_html_open (html, "p", "title", title, NULL);
  foyer_html_add (html, "a", text, "href", link, NULL);
  foyer_html_json (html, json);
  foyer_html_close (html);

  return foyer_html_end (html);
}

/* A text as a page may show it: controls and what turns the direction are marked as bad. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);
      gboolean turns = (ch >= 0x202a && ch <= 0x202e) || (ch >= 0x2066 && ch <= 0x2069);

      g_string_append_unichar (out, turns || (g_unichar_iscntrl (ch) && ch != '\n' && ch != '\t') ? 0xfffd : ch);
    }

  return g_string_free_and_steal (out);
}

static void
check_json (const char *document,
            const char *text)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GError) error = NULL;

  g_assert_null (strpbrk (document, "<>&"));
  json_parser_load_from_data (parser, document, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (json_parser_get_root (parser)), "name"), ==,
                   valid);
}

/* A text, an attribute and a link, which line feeds part: a strict parser reads of the page what
 * was put in, and no element more. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const GMarkupParser parser = { .start_element = start_cb, .text = text_cb };
  g_autofree char *input = g_strndup ((const char *) data, size);
  g_auto(GStrv) parts = g_strsplit (input, "\n", 3);
  const char *text = parts[0] != NULL ? parts[0] : "";
  const char *title = parts[0] != NULL && parts[1] != NULL ? parts[1] : text;
  const char *link = g_strv_length (parts) > 2 ? parts[2] : text;
  g_autoptr(GBytes) bytes = write_page (text, title, link);
  const char *document = strchr (g_bytes_get_data (bytes, NULL), '\n');
  gsize length = g_bytes_get_size (bytes) - (gsize) (document - (const char *) g_bytes_get_data (bytes, NULL));
  Page page = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL), NULL, NULL };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &page, NULL);
  g_autofree char *shown = clean (text);
  g_autofree char *shown_title = clean (title);
  g_autofree char *shown_link = clean (foyer_html_is_link (link) ? link : "#");
  g_autoptr(GError) error = NULL;

  g_markup_parse_context_parse (context, document, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, NULL));
  g_strdelimit (shown_title, "\t\n", ' ');  /* as XML reads attributes */
  g_strdelimit (shown_link, "\t\n", ' ');
  g_assert_cmpstr (page.elements->str, ==, "p a script ");
  g_assert_cmpstr (page.text->str, ==, shown);
  g_assert_cmpstr (page.title, ==, shown_title);
  g_assert_cmpstr (page.link, ==, shown_link);
  g_assert_false (g_str_has_prefix (page.link, "//") || g_str_has_prefix (page.link, "javascript:"));
  check_json (page.json->str, text);

  g_markup_parse_context_free (context);
  g_string_free (page.elements, TRUE);
  g_string_free (page.text, TRUE);
  g_string_free (page.json, TRUE);
  g_free (page.title);
  g_free (page.link);

  return 0;
}
