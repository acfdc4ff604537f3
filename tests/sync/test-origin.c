/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/foyer-discovery.h"
#include "sync/transport/foyer-transport.h"

/* @origin: NULL: refused */
static const struct {
  const char *text;
  const char *origin;
} cases[] = {
  { "foyer.example.org", "https://foyer.example.org" },
  { "  foyer.example.org\n", "https://foyer.example.org" },
  { "https://foyer.example.org", "https://foyer.example.org" },
  { "HTTPS://Foyer.Example.ORG/", "https://foyer.example.org" },
  { "https://foyer.example.org:443", "https://foyer.example.org" },
  { "foyer.example.org:8443", "https://foyer.example.org:8443" },
  { "https://münchen.example", "https://xn--mnchen-3ya.example" },
  { "127.0.0.1:8080", "http://127.0.0.1:8080" },
  { "http://127.0.0.1:80", "http://127.0.0.1" },
  { "localhost:8080", "http://localhost:8080" },
  { "http://localhost", "http://localhost" },
  { "http://[::1]:8080", "http://[::1]:8080" },
  { "[::1]:8080", "http://[::1]:8080" },
  { "https://[2001:db8::1]", "https://[2001:db8::1]" },
  { "", NULL },
  { "   ", NULL },
  { "http://foyer.example.org", NULL },
  { "http://127.0.0.1.example.org", NULL },
  { "http://localhost.example.org", NULL },
  { "http://localhost@example.org", NULL },
  { "http://127.0.0.2", NULL },
  { "http://0.0.0.0", NULL },
  { "http://192.168.1.1", NULL },
  { "http://[::ffff:127.0.0.1]", NULL },
  { "http://2130706433", NULL },
  { "ftp://foyer.example.org", NULL },
  { "file:///etc/passwd", NULL },
  { "javascript://foyer.example.org", NULL },
  { "https://user@foyer.example.org", NULL },
  { "https://user:pass@foyer.example.org", NULL },
  { "https://foyer.example.org/path", NULL },
  { "https://foyer.example.org//", NULL },
  { "https://foyer.example.org?x", NULL },
  { "https://foyer.example.org#x", NULL },
  { "https://foyer.example.org:0", NULL },
  { "https://foyer.example.org:65536", NULL },
  { "https://foyer.example.org:08443", NULL },
  { "https://foyer.example.org:", NULL },
  { "https://foyer example.org", NULL },
  { "https://foyer.example.org\r\nHost: evil", NULL },
  { "https://foyer.example.org%00", NULL },
  { "https://foyer.example.org\\@evil", NULL },
  { "https://.example.org", NULL },
  { "https://foyer..example.org", NULL },
  { "https://-foyer.example.org", NULL },
  { "https://foyer_example.org", NULL },
  { "https://", NULL },
  { "https:///foyer", NULL },
  { "://foyer.example.org", NULL },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *origin = foyer_sync_read_origin (cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (origin, ==, cases[i].origin);
      if (origin == NULL)
        g_assert_error (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_BAD_ORIGIN);
      else
        g_assert_true (foyer_transport_may_ask (origin));
    }
}

static void
test_any (void)
{
  static const char letters[] = "ahtps:/.@[]%0-1 \\?#é";

  for (int round = 0; round < 20000; round++)
    {
      g_autoptr(GString) text = g_string_new (g_test_rand_bit () ? "http://" : "");
      g_autofree char *origin = NULL;
      g_autofree char *valid = NULL;

      for (int i = g_test_rand_int_range (0, 20); i > 0; i--)
        g_string_append_c (text, letters[g_test_rand_int_range (0, sizeof letters - 1)]);
      valid = g_utf8_make_valid (text->str, -1);
      origin = foyer_sync_read_origin (valid, NULL);
      if (origin != NULL)
        {
          g_autofree char *again = foyer_sync_read_origin (origin, NULL);

          g_assert_cmpstr (again, ==, origin);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/origin/table", test_table);
  g_test_add_func ("/origin/any", test_any);

  return g_test_run ();
}
