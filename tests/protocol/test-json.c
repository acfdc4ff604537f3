/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "protocol/foyer-json.h"

#include <string.h>

#include "protocol/foyer-json-writer.h"
#include "protocol/foyer-protocol-error.h"

typedef struct {
  const char *text;
  gsize       length;
} Text;

#define TEXT(literal) { literal, sizeof (literal) - 1 }

static void
test_taken (void)
{
  static const Text cases[] = {
    TEXT ("{}"),
    TEXT (" \t\r\n{ \"a\" : [ ] , \"b\" : { } } \n"),
    TEXT ("{\"a\":[true,false,null,0,-0,-1,12,1.5,0.000001,-0.5]}"),
    TEXT ("{\"a\":9007199254740992,\"b\":-9007199254740992}"),
    TEXT ("{\"\":\"\",\"\\\\\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}"),
    TEXT ("{\"a\":\"\\u0001\\u00e9\\u20ac\\ud83d\\ude00\",\"A\":1}"),
    TEXT ("{\"é\":\"é\x7f€😀\"}"),
    TEXT ("{\"a\":[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]}"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(FoyerJson) json = foyer_json_parse (cases[i].text, cases[i].length, &error);

      g_assert_no_error (error);
      g_assert_nonnull (json);
    }
}

static void
test_refused (void)
{
  static const Text cases[] = {
    TEXT (""), TEXT (" "), TEXT ("{"), TEXT ("}"), TEXT ("{}}"), TEXT ("{}{}"), TEXT ("{} x"),
    TEXT ("{}\0"), TEXT ("\0{}"), TEXT ("{\0}"), TEXT ("\xef\xbb\xbf{}"), TEXT ("{}\v"), TEXT ("{}\xc2\xa0"),
    /* roots that are no object */
    TEXT ("[]"), TEXT ("null"), TEXT ("1"), TEXT ("\"a\""), TEXT ("true"),
    /* twice, also when it is written in another way, and deep inside */
    TEXT ("{\"a\":1,\"a\":1}"), TEXT ("{\"a\":1,\"\\u0061\":2}"), TEXT ("{\"\":1,\"\":1}"),
    TEXT ("{\"b\":[{\"a\":1,\"c\":2,\"a\":3}]}"), TEXT ("{\"\xc3\xa9\":1,\"\\u00E9\":1}"),
    TEXT ("{\"\\ud83d\\ude00\":1,\"\xf0\x9f\x98\x80\":1}"),
    /* commas and colons */
    TEXT ("{\"a\":1,}"), TEXT ("{,}"), TEXT ("{\"a\":[1,]}"), TEXT ("{\"a\":[,1]}"), TEXT ("{\"a\" 1}"),
    TEXT ("{\"a\":}"), TEXT ("{\"a\"}"), TEXT ("{a:1}"), TEXT ("{'a':1}"), TEXT ("{1:1}"),
    TEXT ("{\"a\":1 \"b\":2}"), TEXT ("{\"a\":[1 2]}"), TEXT ("{\"a\":[1}}"), TEXT ("{\"a\":[1}"), TEXT ("{\"a\":1]"),
    /* comments and words */
    TEXT ("{/* */}"), TEXT ("{}// a"), TEXT ("{\"a\":True}"), TEXT ("{\"a\":nul}"), TEXT ("{\"a\":nulll}"),
    TEXT ("{\"a\":NaN}"), TEXT ("{\"a\":Infinity}"), TEXT ("{\"a\":-Infinity}"), TEXT ("{\"a\":undefined}"),
    TEXT ("{\"a\":truefalse}"),
    /* numbers */
    TEXT ("{\"a\":1e3}"), TEXT ("{\"a\":1E3}"), TEXT ("{\"a\":1e999}"), TEXT ("{\"a\":1.0e0}"), TEXT ("{\"a\":01}"),
    TEXT ("{\"a\":-01}"), TEXT ("{\"a\":00}"), TEXT ("{\"a\":+1}"), TEXT ("{\"a\":.5}"), TEXT ("{\"a\":1.}"),
    TEXT ("{\"a\":-}"), TEXT ("{\"a\":--1}"), TEXT ("{\"a\":0x10}"), TEXT ("{\"a\":1_000}"), TEXT ("{\"a\":- 1}"),
    TEXT ("{\"a\":9007199254740993}"), TEXT ("{\"a\":-9007199254740993}"),
    TEXT ("{\"a\":9223372036854775808}"), TEXT ("{\"a\":18446744073709551616}"),
    TEXT ("{\"a\":99999999999999999999999999999999999999999}"), TEXT ("{\"a\":0.0000001}"),
    /* texts */
    TEXT ("{\"a\":\"\\u0000\"}"), TEXT ("{\"\\u0000\":1}"), TEXT ("{\"a\":\"x\\u0000y\"}"), TEXT ("{\"a\":\"\0\"}"),
    TEXT ("{\"a\":\"\\ud800\"}"), TEXT ("{\"a\":\"\\udc00\"}"), TEXT ("{\"a\":\"\\ud800x\"}"),
    TEXT ("{\"a\":\"\\ud800\\u0041\"}"), TEXT ("{\"a\":\"\\udc00\\ud800\"}"), TEXT ("{\"a\":\"\\ud83d\\ud83d\"}"),
    TEXT ("{\"a\":\"\\ud83d\\"), TEXT ("{\"a\":\"\\ud83d\\u"),
    TEXT ("{\"a\":\"\\u12\"}"), TEXT ("{\"a\":\"\\u12g4\"}"), TEXT ("{\"a\":\"\\U0041\"}"), TEXT ("{\"a\":\"\\x41\"}"),
    TEXT ("{\"a\":\"\\'\"}"), TEXT ("{\"a\":\"\\\"}"), TEXT ("{\"a\":\"\n\"}"), TEXT ("{\"a\":\"\t\"}"),
    TEXT ("{\"a\":\"\x1f\"}"), TEXT ("{\"a\":\"b}"), TEXT ("{\"a\":\"\\\0\"}"),
    /* bytes */
    TEXT ("{\"a\":\"\xff\"}"), TEXT ("{\"a\":\"\xc0\x80\"}"), TEXT ("{\"a\":\"\xed\xa0\x80\"}"),
    TEXT ("{\"a\":\"\xf4\x90\x80\x80\"}"), TEXT ("{\"a\":\"\xc3\"}"), TEXT ("\xff\xfe{\0}\0"),
    /* seventeen levels */
    TEXT ("{\"a\":[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]}"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      FoyerJson *json = foyer_json_parse (cases[i].text, cases[i].length, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_null (json);
      g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_SYNTAX);
    }
}

static void
test_limits (void)
{
  g_autoptr(GString) text = g_string_new ("{\"a\":\"");
  g_autoptr(FoyerJson) json = NULL;
  g_autoptr(GError) error = NULL;

  while (text->len < FOYER_JSON_SIZE_MAX - 2)
    g_string_append_c (text, 'x');
  g_string_append (text, "\"}");
  json = foyer_json_parse (text->str, text->len, &error);
  g_assert_no_error (error);
  g_assert_nonnull (json);

  g_string_append_c (text, ' ');
  g_assert_null (foyer_json_parse (text->str, text->len, &error));
  g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_TOO_LARGE);

  /* a bomb ends at once, without a deep stack */
  g_clear_error (&error);
  memset (text->str, '[', FOYER_JSON_SIZE_MAX);
  g_assert_null (foyer_json_parse (text->str, FOYER_JSON_SIZE_MAX, &error));
  g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_SYNTAX);
}

static FoyerJson *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  FoyerJson *json = foyer_json_parse (text, strlen (text), &error);

  g_assert_no_error (error);

  return json;
}

static void
test_fields (void)
{
  g_autoptr(FoyerJson) json = parse ("{\"n\":-7,\"t\":\"x\",\"b\":true,\"z\":null,\"lat\":45.759723,\"lon\":-180,"
                                     "\"day\":\"2026-12-01\",\"at\":1795766400000,\"rev\":1,"
                                     "\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\","
                                     "\"name\":\"Zoé\",\"block\":\"a\\nb\",\"list\":[{\"m\":1},{\"m\":2}],\"foreign\":[[]]}");
  g_autoptr(GError) error = NULL;
  g_autofree char *id = foyer_json_id (json, "id");
  g_autofree char *name = foyer_json_name (json, "name", 3);
  g_autofree char *block = foyer_json_block (json, "block", 3);
  gsize n;

  g_assert_cmpint (foyer_json_int (json, "n", -7, -7), ==, -7);
  g_assert_cmpstr (foyer_json_text (json, "t"), ==, "x");
  g_assert_true (foyer_json_bool (json, "b"));
  g_assert_true (foyer_json_is_null (json, "z"));
  g_assert_true (foyer_json_has (json, "z"));
  g_assert_false (foyer_json_has (json, "y"));
  g_assert_false (foyer_json_is_null (json, "y"));
  g_assert_cmpint (foyer_json_degrees (json, "lat", 90), ==, 45759723);
  g_assert_cmpint (foyer_json_degrees (json, "lon", 180), ==, -180000000);
  g_assert_cmpint (foyer_json_day (json, "day"), ==, foyer_day_new (2026, 12, 1));
  g_assert_cmpint (foyer_json_instant (json, "at"), ==, G_GINT64_CONSTANT (1795766400000));
  g_assert_cmpint (foyer_json_rev (json), ==, 1);
  g_assert_cmpstr (id, ==, "0f8fad5b-d9cb-469f-a165-70867728950e");
  g_assert_cmpstr (name, ==, "Zoé");
  g_assert_cmpstr (block, ==, "a\nb");
  g_assert_true (foyer_json_enter_array (json, "list", 2, &n));
  g_assert_cmpint (n, ==, 2);
  g_assert_true (foyer_json_enter_item (json, 1));
  g_assert_cmpint (foyer_json_int (json, "m", 0, 9), ==, 2);
  foyer_json_leave (json);
  foyer_json_leave (json);
  g_assert_true (foyer_json_finish (json, &error));
  g_assert_no_error (error);
}

static void
read_path (FoyerJson *json)
{
  gsize n;

  if (foyer_json_enter_array (json, "days", 4, &n))
    {
      for (gsize i = 0; i < n && foyer_json_enter_item (json, i); i++)
        {
          foyer_json_int (json, "am", 0, 500);
          foyer_json_leave (json);
        }
      foyer_json_leave (json);
    }
  if (foyer_json_enter_object (json, "cancel"))
    {
      foyer_json_int (json, "days", 0, 1);
      foyer_json_leave (json);
    }
}

/* The first failure is told, with where it is. */
static void
test_paths (void)
{
  static const struct { const char *text, *message; } cases[] = {
    { "{}", "days: is missing" },
    { "{\"days\":{}}", "days: is not an array" },
    { "{\"days\":[1,2,3,4,5]}", "days: has more than 4 items" },
    { "{\"days\":[{\"am\":1},{}]}", "days[1].am: is missing" },
    { "{\"days\":[{\"am\":1},{\"am\":501},{}]}", "days[1].am: is not from 0 to 500" },
    { "{\"days\":[{\"am\":-1}]}", "days[0].am: is not from 0 to 500" },
    { "{\"days\":[{\"am\":1.0}]}", "days[0].am: is not a whole number" },
    { "{\"days\":[{\"am\":\"1\"}]}", "days[0].am: is not a whole number" },
    { "{\"days\":[{\"am\":true}]}", "days[0].am: is not a whole number" },
    { "{\"days\":[{\"am\":null}]}", "days[0].am: is not a whole number" },
    { "{\"days\":[7]}", "days[0]: is not an object" },
    { "{\"days\":[]}", "cancel: is missing" },
    { "{\"days\":[],\"cancel\":[]}", "cancel: is not an object" },
    { "{\"days\":[],\"cancel\":null}", "cancel: is not an object" },
    { "{\"days\":[],\"cancel\":{\"days\":2}}", "cancel.days: is not from 0 to 1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FoyerJson) json = parse (cases[i].text);
      g_autoptr(GError) error = NULL;

      read_path (json);
      g_assert_false (foyer_json_finish (json, &error));
      g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

typedef enum { TEXT_NAME, TEXT_BLOCK, TEXT_ID, TEXT_DAY, TEXT_DEGREES, TEXT_REV, TEXT_INSTANT } Reader;

static void
test_rules (void)
{
  static const struct { Reader reader; const char *text; } cases[] = {
    { TEXT_NAME, "\"\"" }, { TEXT_NAME, "\"abcd\"" }, { TEXT_NAME, "\" ab\"" }, { TEXT_NAME, "\"e\\u0301\"" },
    { TEXT_NAME, "\"a\\nb\"" }, { TEXT_NAME, "\"a\\u202eb\"" }, { TEXT_NAME, "\"\\u200b\"" }, { TEXT_NAME, "1" },
    { TEXT_NAME, "\"a\\u0007\"" }, { TEXT_NAME, "[]" }, { TEXT_NAME, "null" }, { TEXT_NAME, "\"a\\tb\"" },
    { TEXT_BLOCK, "\"a\\r\\n\"" }, { TEXT_BLOCK, "\"abcd\"" }, { TEXT_BLOCK, "\"a\\u001b\"" },
    { TEXT_ID, "\"0F8FAD5B-D9CB-469F-A165-70867728950E\"" }, { TEXT_ID, "\"\"" },
    { TEXT_ID, "\"0192f3a4-d9cb-769f-a165-70867728950e\"" }, { TEXT_ID, "\"0f8fad5bd9cb469fa16570867728950e\"" },
    { TEXT_DAY, "\"2026-02-29\"" }, { TEXT_DAY, "\"2026-2-9\"" }, { TEXT_DAY, "\"\"" }, { TEXT_DAY, "20261201" },
    { TEXT_DEGREES, "90.000001" }, { TEXT_DEGREES, "-91" }, { TEXT_DEGREES, "\"45\"" }, { TEXT_DEGREES, "null" },
    { TEXT_REV, "0" }, { TEXT_REV, "-1" }, { TEXT_REV, "1.5" },
    { TEXT_INSTANT, "-1" }, { TEXT_INSTANT, "253402300800000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"rev\":%s}", cases[i].text);
      g_autoptr(FoyerJson) json = parse (text);

      g_test_message ("%s", text);
      switch (cases[i].reader)
        {
        case TEXT_NAME:
          g_assert_null (foyer_json_name (json, "rev", 3));
          break;
        case TEXT_BLOCK:
          g_assert_null (foyer_json_block (json, "rev", 3));
          break;
        case TEXT_ID:
          g_assert_null (foyer_json_id (json, "rev"));
          break;
        case TEXT_DAY:
          g_assert_cmpint (foyer_json_day (json, "rev"), ==, FOYER_DAY_NONE);
          break;
        case TEXT_DEGREES:
          g_assert_cmpint (foyer_json_degrees (json, "rev", 90), ==, 0);
          break;
        case TEXT_REV:
          foyer_json_rev (json);
          break;
        case TEXT_INSTANT:
          g_assert_cmpint (foyer_json_instant (json, "rev"), ==, 0);
          break;
        default:
          g_assert_not_reached ();
        }
      g_assert_true (foyer_json_failed (json));
      g_assert_false (foyer_json_finish (json, NULL));
    }
}

/* Every character there is goes out and comes back the same. */
static void
test_writer (void)
{
  g_autoptr(GString) all = g_string_new (NULL);
  FoyerJsonWriter *writer = foyer_json_writer_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(FoyerJson) json = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  for (gunichar ch = 1; ch < 0x11000; ch++)
    if (ch < 0xd800 || ch > 0xdfff)
      g_string_append_unichar (all, ch);
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_add_text (writer, "all", all->str);
  foyer_json_writer_add_text (writer, "a \"name\"\\", "");
  foyer_json_writer_begin_array (writer, "list");
  foyer_json_writer_begin_object (writer, NULL);
  foyer_json_writer_end_object (writer);
  foyer_json_writer_add_degrees (writer, NULL, -1);
  foyer_json_writer_add_degrees (writer, NULL, 180000000);
  foyer_json_writer_end_array (writer);
  foyer_json_writer_add_null (writer, "null");
  foyer_json_writer_end_object (writer);
  bytes = foyer_json_writer_end (writer);
  json = foyer_json_parse (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (foyer_json_text (json, "all"), ==, all->str);
  g_assert_true (foyer_json_has (json, "a \"name\"\\"));
  g_assert_null (memchr (g_bytes_get_data (bytes, NULL), '<', size));
  g_assert_true (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) size,
                               "\"list\":[{},-0.000001,180.000000],\"null\":null}") != NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/taken", test_taken);
  g_test_add_func ("/json/refused", test_refused);
  g_test_add_func ("/json/limits", test_limits);
  g_test_add_func ("/json/fields", test_fields);
  g_test_add_func ("/json/paths", test_paths);
  g_test_add_func ("/json/rules", test_rules);
  g_test_add_func ("/json/writer", test_writer);

  return g_test_run ();
}
