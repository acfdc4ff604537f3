/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "examples.h"

#include <string.h>

#include "core/foyer-random.h"
#include "protocol/foyer-protocol-error.h"
#include "protocol/foyer-ticket.h"

#define MUTATIONS 1000000

static void
test_form (void)
{
  g_autoptr(FoyerIdentity) host = examples_new_identity (1);
  g_autoptr(FoyerIdentity) other = examples_new_identity (2);
  FoyerDay day = foyer_day_new (2026, 12, 1);
  g_autofree char *code = foyer_ticket_make (host, EXAMPLE_BOOKING, day);
  g_autofree char *again = foyer_ticket_make (host, EXAMPLE_BOOKING, day);

  g_assert_cmpint (strlen (code), ==, FOYER_TICKET_LENGTH);
  g_assert_true (g_str_has_prefix (code, "FO"));
  g_assert_cmpint (strspn (code + 2, "BCDFGHJKLNPRSTVX"), ==, FOYER_TICKET_LENGTH - 2);
  g_assert_cmpstr (code, ==, again);
  g_assert_true (foyer_ticket_is_code (code));
  g_assert_true (foyer_ticket_check (host, EXAMPLE_BOOKING, day, code));
  g_assert_false (foyer_ticket_check (host, EXAMPLE_BOOKING, day + 1, code));
  g_assert_false (foyer_ticket_check (host, EXAMPLE_OTHER, day, code));
  g_assert_false (foyer_ticket_check (other, EXAMPLE_BOOKING, day, code));
  g_assert_false (foyer_ticket_check (host, EXAMPLE_BOOKING, day, ""));
}

/* A scanner that thinks it types on another keyboard writes the same letters. */
static void
test_keyboards (void)
{
  static const char * const rows[][3] = {
    { "QWERTYUIOP", "ASDFGHJKL;", "ZXCVBNM,./" },
    { "AZERTYUIOP", "QSDFGHJKLM", "WXCVBN,;:!" },
    { "QWERTZUIOP", "ASDFGHJKL\"", "YXCVBNM,.-" },
  };

  for (const char *letter = "FOBCDFGHJKLNPRSTVX"; *letter != '\0'; letter++)
    for (int row = 0; row < 3; row++)
      {
        const char *at = strchr (rows[0][row], *letter);

        if (at == NULL)
          continue;
        g_assert_cmpint (rows[1][row][at - rows[0][row]], ==, *letter);
        g_assert_cmpint (rows[2][row][at - rows[0][row]], ==, *letter);
      }
}

static void
test_read (void)
{
  static const struct { const char *text, *code; } cases[] = {
    { "FOBCDFGHJKLNPRSTVX", "FOBCDFGHJKLNPRSTVX" },
    { "fobcdfghjklnprstvx", "FOBCDFGHJKLNPRSTVX" },
    { " FO BCDF-GHJK-LNPR-STVX\r\n", "FOBCDFGHJKLNPRSTVX" },
    { "", NULL }, { "FO", NULL }, { "FOBCDFGHJKLNPRSTV", NULL }, { "FOBCDFGHJKLNPRSTVXX", NULL },
    { "OFBCDFGHJKLNPRSTVX", NULL }, { "FOACDFGHJKLNPRSTVX", NULL }, { "FOYCDFGHJKLNPRSTVX", NULL },
    { "FO1CDFGHJKLNPRSTVX", NULL }, { "https://foyer.example", NULL }, { "FOBCDFGHJKLNPRST\xc3\xa9", NULL },
    { "FO\tBCDFGHJKLNPRSTVX", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *code = foyer_ticket_read (cases[i].text, &error);

      g_assert_cmpstr (code, ==, cases[i].code);
      if (cases[i].code == NULL)
        g_assert_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_BAD_CODE);
    }
}

static void
test_mutated (void)
{
  static const char letters[] = "BCDFGHJKLNPRSTVX";
  g_autoptr(FoyerIdentity) host = examples_new_identity (1);
  g_autoptr(FoyerRandom) random = foyer_random_new_seeded (13);
  FoyerDay day = foyer_day_new (2026, 12, 1);
  g_autofree char *code = foyer_ticket_make (host, EXAMPLE_BOOKING, day);

  for (int i = 0; i < MUTATIONS; i++)
    {
      char mutated[FOYER_TICKET_LENGTH + 1];

      memcpy (mutated, code, sizeof mutated);
      for (guint32 n = foyer_random_range (random, 1, 5); n > 0; n--)
        mutated[foyer_random_range (random, 2, FOYER_TICKET_LENGTH)] = letters[foyer_random_range (random, 0, 16)];
      if (strcmp (mutated, code) != 0)
        g_assert_false (foyer_ticket_check (host, EXAMPLE_BOOKING, day, mutated));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  examples_start ();

  g_test_add_func ("/ticket/form", test_form);
  g_test_add_func ("/ticket/keyboards", test_keyboards);
  g_test_add_func ("/ticket/read", test_read);
  g_test_add_func ("/ticket/mutated", test_mutated);

  return g_test_run ();
}
