/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "examples.h"

#include <string.h>

#include "core/foyer-error.h"
#include "protocol/foyer-directory-info.h"
#include "protocol/foyer-page.h"
#include "protocol/foyer-problem.h"
#include "protocol/foyer-protocol-error.h"
#include "protocol/foyer-search-page.h"

/* The example of an answer, perhaps with one piece exchanged. */
static GBytes *
load (const char *name,
      const char *from,
      const char *to)
{
  g_autofree char *text = examples_read_data (name);
  g_autoptr(GString) changed = g_string_new (text);
  gsize length;

  if (from != NULL)
    g_assert_cmpint (g_string_replace (changed, from, to, 1), ==, 1);
  length = changed->len;

  return g_bytes_new_take (g_string_free (g_steal_pointer (&changed), FALSE), length);
}

static void
test_page (void)
{
  g_autoptr(GBytes) bytes = load ("page.json", NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerPage) page = foyer_page_parse (bytes, &error);
  g_autoptr(FoyerEnvelope) second = NULL;
  g_autoptr(GBytes) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (page->epoch, ==, "e-5f1c");
  g_assert_true (page->more);
  g_assert_cmpint (page->items->len, ==, 2);
  second = foyer_envelope_verify (((FoyerPageItem *) g_ptr_array_index (page->items, 1))->envelope, &error);
  g_assert_no_error (error);
  g_assert_cmpint (foyer_envelope_get_type (second), ==, FOYER_DOCUMENT_TOMBSTONE);
  again = foyer_page_write (page);
  g_assert_cmpmem (g_bytes_get_data (again, NULL), g_bytes_get_size (again),
                   g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1);
}

/* A forged item is the item's own business. */
static void
test_page_with_forged (void)
{
  g_autoptr(GBytes) bytes = load ("page.json", "\"signature\":\"", "\"signature\":\"A");
  g_autoptr(FoyerPage) page = foyer_page_parse (bytes, NULL);

  g_assert_nonnull (page);
  g_assert_null (foyer_envelope_verify (((FoyerPageItem *) g_ptr_array_index (page->items, 0))->envelope, NULL));
  {
    g_autoptr(FoyerEnvelope) good =
      foyer_envelope_verify (((FoyerPageItem *) g_ptr_array_index (page->items, 1))->envelope, NULL);

    g_assert_nonnull (good);
  }
}

static void
test_search (void)
{
  g_autoptr(GBytes) bytes = load ("search.json", NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerSearchPage) page = foyer_search_page_parse (bytes, &error);
  g_autoptr(GBytes) again = NULL;
  const FoyerSearchResult *first;

  g_assert_no_error (error);
  first = g_ptr_array_index (page->items, 0);
  g_assert_cmpstr (first->id, ==, EXAMPLE_LISTING);
  g_assert_cmpint (first->lon_e6, ==, -4842223);
  g_assert_true (first->week[3].open);
  again = foyer_search_page_write (page);
  g_assert_cmpmem (g_bytes_get_data (again, NULL), g_bytes_get_size (again),
                   g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1);
}

static void
test_info (void)
{
  g_autoptr(GBytes) bytes = load ("well-known.json", NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerDirectoryInfo) info = foyer_directory_info_parse (bytes, &error);
  g_autoptr(GBytes) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (info->moderation, ==, FOYER_MODERATION_REVIEWED);
  g_assert_cmpint (info->fee_minor, ==, 0);
  g_assert_cmpint (info->horizon_days, ==, 64);
  again = foyer_directory_info_write (info);
  g_assert_cmpmem (g_bytes_get_data (again, NULL), g_bytes_get_size (again),
                   g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 1);
}

static void
test_problem (void)
{
  g_autoptr(GBytes) bytes = load ("problem.json", NULL, NULL);
  g_autoptr(GBytes) later = load ("problem.json", "/full", "/haunted");
  g_autoptr(GBytes) bare = g_bytes_new_static ("{\"status\":503}", 14);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerProblem) problem = foyer_problem_parse (bytes, &error);
  g_autoptr(FoyerProblem) unknown = foyer_problem_parse (later, NULL);
  g_autoptr(FoyerProblem) short_one = foyer_problem_parse (bare, NULL);

  g_assert_no_error (error);
  g_assert_cmpint (problem->type, ==, FOYER_PROBLEM_FULL);
  g_assert_cmpint (problem->status, ==, 409);
  g_assert_cmpstr (problem->detail, ==, "1 seat is left, 2 are wanted");
  g_assert_cmpint (unknown->type, ==, FOYER_PROBLEM_UNKNOWN);
  g_assert_cmpint (unknown->status, ==, 409);
  g_assert_cmpint (short_one->status, ==, 503);
}

/* The contract's names and statuses; a name stands for one type. */
static void
test_problem_types (void)
{
  static const struct { FoyerProblemType type; const char *name; int status; } cases[] = {
    { FOYER_PROBLEM_FULL, "full", 409 }, { FOYER_PROBLEM_CLOSED, "closed", 409 },
    { FOYER_PROBLEM_TAKEN, "taken", 409 }, { FOYER_PROBLEM_ID_REUSED, "id-reused", 409 },
    { FOYER_PROBLEM_STALE, "stale", 409 }, { FOYER_PROBLEM_EXPIRED, "expired", 409 },
    { FOYER_PROBLEM_BAD_SIGNATURE, "bad-signature", 401 },
    { FOYER_PROBLEM_SIGNATURE_EXPIRED, "signature-expired", 401 },
    { FOYER_PROBLEM_NOT_YOURS, "not-yours", 403 }, { FOYER_PROBLEM_NOT_FOUND, "not-found", 404 },
    { FOYER_PROBLEM_BEYOND_HORIZON, "beyond-horizon", 400 }, { FOYER_PROBLEM_TOO_LARGE, "too-large", 413 },
    { FOYER_PROBLEM_GONE, "gone", 410 }, { FOYER_PROBLEM_PRECONDITION_REQUIRED, "precondition-required", 428 },
    { FOYER_PROBLEM_PRECONDITION, "precondition", 412 },
  };
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (foyer_problem_type_get_name (cases[i].type), ==, cases[i].name);
      g_assert_cmpint (foyer_problem_type_get_status (cases[i].type), ==, cases[i].status);
    }
  for (int i = 0; i <= FOYER_PROBLEM_LAST; i++)
    g_assert_true (g_hash_table_add (seen, (gpointer) foyer_problem_type_get_name ((FoyerProblemType) i)));
}

static void
test_problem_from_error (void)
{
  static const struct { gboolean rule; int code; FoyerProblemType type; } cases[] = {
    { FALSE, FOYER_PROTOCOL_ERROR_SYNTAX, FOYER_PROBLEM_INVALID },
    { FALSE, FOYER_PROTOCOL_ERROR_INVALID, FOYER_PROBLEM_INVALID },
    { FALSE, FOYER_PROTOCOL_ERROR_TOO_LARGE, FOYER_PROBLEM_TOO_LARGE },
    { FALSE, FOYER_PROTOCOL_ERROR_UNKNOWN_TYPE, FOYER_PROBLEM_UNKNOWN_TYPE },
    { FALSE, FOYER_PROTOCOL_ERROR_BAD_SIGNATURE, FOYER_PROBLEM_BAD_SIGNATURE },
    { FALSE, FOYER_PROTOCOL_ERROR_SIGNATURE_EXPIRED, FOYER_PROBLEM_SIGNATURE_EXPIRED },
    { TRUE, FOYER_ERROR_FULL, FOYER_PROBLEM_FULL },
    { TRUE, FOYER_ERROR_HOME_ADDRESS, FOYER_PROBLEM_INVALID },
    { TRUE, FOYER_ERROR_BEYOND_HORIZON, FOYER_PROBLEM_BEYOND_HORIZON },
  };
  g_autoptr(GError) other = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOSPC, "full disk");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = g_error_new_literal (cases[i].rule ? FOYER_ERROR : FOYER_PROTOCOL_ERROR,
                                                     cases[i].code, "x");

      g_assert_cmpint (foyer_problem_type_from_error (error), ==, cases[i].type);
    }
  g_assert_cmpint (foyer_problem_type_from_error (other), ==, FOYER_PROBLEM_INTERNAL);
}

static gboolean
parses (const char *name,
        GBytes     *bytes,
        GError    **error)
{
  if (g_str_equal (name, "page.json"))
    {
      g_autoptr(FoyerPage) page = foyer_page_parse (bytes, error);
      return page != NULL;
    }
  if (g_str_equal (name, "search.json"))
    {
      g_autoptr(FoyerSearchPage) page = foyer_search_page_parse (bytes, error);
      return page != NULL;
    }
  if (g_str_equal (name, "well-known.json"))
    {
      g_autoptr(FoyerDirectoryInfo) info = foyer_directory_info_parse (bytes, error);
      return info != NULL;
    }
  else
    {
      g_autoptr(FoyerProblem) problem = foyer_problem_parse (bytes, error);
      return problem != NULL;
    }
}

static void
test_refused (void)
{
  static const struct { const char *name, *from, *to, *message; } cases[] = {
    { "page.json", "\"cursor\":\"0000000000000042\"", "\"cursor\":\"a b\"", "cursor: is not a cursor" },
    { "page.json", "\"epoch\":\"e-5f1c\"", "\"epoch\":\"\"", "epoch: is not a cursor" },
    { "page.json", "\"more\":true", "\"more\":1", "more: is not true or false" },
    { "page.json", "\"at\":1795766400000", "\"at\":\"now\"", "items[0].at: is not a whole number" },
    { "page.json", "\"key\"", "\"keys\"", "items[0].envelope.key: is missing" },
    { "page.json", "\"items\"", "\"item\"", "items: is missing" },
    { "search.json", "\"distance_m\":800", "\"distance_m\":801", "items[1]: is out of order" },
    { "search.json", "\"distance_m\":800", "\"distance_m\":50001", "items[0].distance_m: is not from 0 to 50000" },
    { "search.json", "16fd2706-8baf-433b-82eb-8c7fada847da", "0f8fad5b-d9cb-469f-a165-70867728950e", "items[1]: is out of order" },
    { "search.json", "\"day\":\"2026-11-29\"", "\"day\":\"2026-11-30\"", "items[0].week[1].day: is not the day after the one before" },
    { "search.json", "\"open\":false,\"am\":0", "\"open\":false,\"am\":1", "items[0].week[0].open: is false, but there are seats" },
    { "search.json", "{\"day\":\"2026-11-28\",\"open\":false,\"am\":0,\"pm\":0},", "", "items[0].week: does not have seven days" },
    { "search.json", "\"cursor\":\"d800.0f8fad5b\"", "\"cursor\":7", "cursor: is not a text" },
    { "well-known.json", "https://foyer.example", "javascript:alert(1)", "base_url: is not an origin" },
    { "well-known.json", "reviewed", "closed", "moderation: is not open, reviewed or invited" },
    { "well-known.json", "\"horizon_days\":64", "\"horizon_days\":65", "limits.horizon_days: is not from 1 to 64" },
    { "problem.json", "\"status\":409", "\"status\":200", "status: is not from 400 to 599" },
    { "problem.json", "\"status\":409", "\"state\":409", "status: is missing" },
    { "problem.json", "\"detail\":\"1", "\"detail\":\"\\u001b[2J", "detail: the text has a control character" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = load (cases[i].name, cases[i].from, cases[i].to);
      g_autoptr(GError) error = NULL;

      g_assert_false (parses (cases[i].name, bytes, &error));
      g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  examples_start ();

  g_test_add_func ("/answers/page", test_page);
  g_test_add_func ("/answers/page/forged", test_page_with_forged);
  g_test_add_func ("/answers/search", test_search);
  g_test_add_func ("/answers/info", test_info);
  g_test_add_func ("/answers/problem", test_problem);
  g_test_add_func ("/answers/problem/types", test_problem_types);
  g_test_add_func ("/answers/problem/from-error", test_problem_from_error);
  g_test_add_func ("/answers/refused", test_refused);

  return g_test_run ();
}
