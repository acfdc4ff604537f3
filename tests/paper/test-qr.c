/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-qr.h"

static void
test_runs (void)
{
  g_autoptr(FoyerQr) qr = foyer_qr_new ("FOBCDFGHJKLNPRSTVX");
  int size = foyer_qr_get_size (qr);
  int x = 0;

  g_assert_cmpint (size, ==, 25);
  /* A corner of a code: seven dark modules in a row, then one light (ISO/IEC 18004, 6.3.3). */
  g_assert_cmpint (foyer_qr_get_run (qr, 0, &x), ==, 7);
  g_assert_cmpint (x, ==, 0);
  x = size - 7;
  g_assert_cmpint (foyer_qr_get_run (qr, 0, &x), ==, 7);
  x = size;
  g_assert_cmpint (foyer_qr_get_run (qr, 0, &x), ==, 0);
  for (int y = 0; y < size; y++)
    {
      int end = 0;

      x = 0;
      for (int n; (n = foyer_qr_get_run (qr, y, &x)) > 0; x += n)
        {
          g_assert_true (y == 0 || x > end || end == 0);
          end = x + n;
          g_assert_cmpint (end, <=, size);
        }
    }
}

static void
test_refused (void)
{
  g_autofree char *long_text = g_strnfill (5000, 'x');

  g_assert_null (foyer_qr_new (""));
  g_assert_null (foyer_qr_new (long_text));
}

/* What is printed is what a camera would see: dark on what is there, inside the quiet zone. */
static void
test_drawn (void)
{
  g_autoptr(FoyerQr) qr = foyer_qr_new ("x");
  int side = foyer_qr_get_size (qr) + 2 * FOYER_QR_QUIET_ZONE;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, side, side);
  cairo_t *cr = cairo_create (surface);
  const unsigned char *data;

  foyer_qr_draw (qr, cr, 0, 0, side);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < side; y++)
    for (int x = 0; x < side; x++)
      {
        const unsigned char ink = data[y * cairo_image_surface_get_stride (surface) + x];
        int at = x - FOYER_QR_QUIET_ZONE;
        gboolean inside = MIN (x, y) >= FOYER_QR_QUIET_ZONE && MAX (x, y) < side - FOYER_QR_QUIET_ZONE;
        gboolean dark = inside && foyer_qr_get_run (qr, y - FOYER_QR_QUIET_ZONE, &at) > 0
                        && at == x - FOYER_QR_QUIET_ZONE;

        g_assert_cmpuint (ink, ==, dark ? 255 : 0);
      }
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/qr/runs", test_runs);
  g_test_add_func ("/qr/refused", test_refused);
  g_test_add_func ("/qr/drawn", test_drawn);

  return g_test_run ();
}
