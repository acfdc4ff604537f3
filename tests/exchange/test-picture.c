/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

#include "directory/resources/foyer-photo.h"

/* What nobody may find in a photo. */
#define SECRET "12 rue des Lilas, 45.7640 N 4.8357 E"

static GdkPixbuf *
make_pixels (int      width,
             int      height,
             gboolean alpha)
{
  GdkPixbuf *pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);

  gdk_pixbuf_fill (pixels, 0xb05a2cff);
  return pixels;
}

static GBytes *
save_pixels (GdkPixbuf  *pixels,
             const char *kind)
{
  g_autoptr(GError) error = NULL;
  char *data;
  gsize size;

  gdk_pixbuf_save_to_buffer (pixels, &data, &size, kind, &error, NULL);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static GBytes *
make_file (const char *kind,
           int         width,
           int         height)
{
  g_autoptr(GdkPixbuf) pixels = make_pixels (width, height, FALSE);

  return save_pixels (pixels, kind);
}

/* Returns: (transfer full): @file with @size bytes of @piece at @at */
static GBytes *
plant (GBytes     *file,
       gsize       at,
       const void *piece,
       gsize       size)
{
  gsize file_size;
  const guint8 *data = g_bytes_get_data (file, &file_size);
  GByteArray *planted = g_byte_array_new ();

  g_byte_array_append (planted, data, (guint) at);
  g_byte_array_append (planted, piece, (guint) size);
  g_byte_array_append (planted, data + at, (guint) (file_size - at));

  return g_byte_array_free_to_bytes (planted);
}

static GBytes *
plant_segment (GBytes     *file,
               guint8      marker,
               const void *body,
               gsize       size)
{
  g_autoptr(GByteArray) segment = g_byte_array_new ();
  const guint8 head[] = { 0xff, marker, (guint8) ((size + 2) >> 8), (guint8) (size + 2) };

  g_byte_array_append (segment, head, sizeof head);
  g_byte_array_append (segment, body, (guint) size);

  return plant (file, 2, segment->data, segment->len);
}

/* PNG, annex D. */
static guint32
get_crc (const guint8 *data,
         gsize         size)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? 0xedb88320 ^ crc >> 1 : crc >> 1;
    }

  return ~crc;
}

/* A chunk behind the header of a PNG, which is 33 bytes long with the signature. */
static GBytes *
plant_chunk (GBytes     *file,
             const char *name,
             const void *body,
             gsize       size)
{
  g_autoptr(GByteArray) chunk = g_byte_array_new ();
  guint32 number = GUINT32_TO_BE ((guint32) size);

  g_byte_array_append (chunk, (const guint8 *) &number, 4);
  g_byte_array_append (chunk, (const guint8 *) name, 4);
  g_byte_array_append (chunk, body, (guint) size);
  number = GUINT32_TO_BE (get_crc (chunk->data + 4, chunk->len - 4));
  g_byte_array_append (chunk, (const guint8 *) &number, 4);

  return plant (file, 33, chunk->data, chunk->len);
}

static gboolean
has_bytes (GBytes     *file,
           const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);

  for (gsize i = 0; i + strlen (text) <= size; i++)
    if (memcmp (data + i, text, strlen (text)) == 0)
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full): the photo, which a directory takes */
static GdkPixbuf *
encode (GBytes  *file,
        GBytes **photo)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) made = foyer_picture_encode (file, NULL, &error);
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("jpeg", NULL);
  FoyerPhotoType type;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (made), <=, FOYER_PICTURE_SIZE_MAX);
  g_assert_true (foyer_photo_check (made, &type, &error));
  g_assert_no_error (error);
  g_assert_cmpint (type, ==, FOYER_PHOTO_JPEG);
  g_assert_false (has_bytes (made, "Exif"));
  g_assert_false (has_bytes (made, "ICC_PROFILE"));
  g_assert_false (has_bytes (made, "rue des Lilas"));
  g_assert_true (gdk_pixbuf_loader_write_bytes (loader, made, &error));
  g_assert_true (gdk_pixbuf_loader_close (loader, &error));
  if (photo != NULL)
    *photo = g_steal_pointer (&made);

  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

static void
assert_size (GBytes *file,
             int     width,
             int     height)
{
  g_autoptr(GdkPixbuf) pixels = encode (file, NULL);

  g_assert_cmpint (gdk_pixbuf_get_width (pixels), ==, width);
  g_assert_cmpint (gdk_pixbuf_get_height (pixels), ==, height);
}

/* JPEG is not exact: a colour is what it was within a few steps. */
static void
assert_colour (GdkPixbuf *pixels,
               int        x,
               int        y,
               guint      rgb)
{
  const guint8 *at = gdk_pixbuf_read_pixels (pixels) + y * gdk_pixbuf_get_rowstride (pixels)
                     + x * gdk_pixbuf_get_n_channels (pixels);

  for (int i = 0; i < 3; i++)
    g_assert_cmpint (ABS ((int) at[i] - (int) (rgb >> (16 - 8 * i) & 0xff)), <=, 12);
}

static void
test_sizes (void)
{
  static const struct { int width, height, then_width, then_height; } table[] = {
    { 1, 1, 1, 1 }, { 320, 200, 320, 200 }, { 1600, 1600, 1600, 1600 }, { 1601, 900, 1600, 899 },
    { 4000, 3000, 1600, 1200 }, { 3000, 4000, 1200, 1600 }, { 20000, 3, 1600, 1 }, { 3, 20000, 1, 1600 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GBytes) jpeg = make_file ("jpeg", table[i].width, table[i].height);
      g_autoptr(GBytes) png = make_file ("png", table[i].width, table[i].height);

      assert_size (jpeg, table[i].then_width, table[i].then_height);
      assert_size (png, table[i].then_width, table[i].then_height);
    }
}

/* Nothing is as hard to compress as noise. */
static void
test_noise (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (4);
  g_autoptr(GdkPixbuf) pixels = make_pixels (2000, 1500, FALSE);
  g_autoptr(GdkPixbuf) made = NULL;
  g_autoptr(GBytes) file = NULL;
  g_autoptr(GBytes) photo = NULL;
  g_autoptr(GBytes) again = NULL;
  guint8 *data = gdk_pixbuf_get_pixels (pixels);

  for (gsize i = 0; i + 4 <= gdk_pixbuf_get_byte_length (pixels); i += 4)
    {
      const guint32 noise = g_rand_int (rand);

      memcpy (data + i, &noise, 4);
    }
  file = save_pixels (pixels, "png");
  made = encode (file, &photo);
  again = foyer_picture_encode (file, NULL, NULL);
  g_assert_true (g_bytes_equal (photo, again));
  g_assert_cmpint (gdk_pixbuf_get_width (made), >=, 400);
}

static void
test_nothing_beside (void)
{
  /* TIFF, big-endian, one entry: ImageDescription, the secret. */
  static const char exif[] = "Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x0e\0\x02\0\0\0\x25\0\0\0\x1a\0\0\0\0" SECRET;
  static const char xmp[] = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:GPSLatitude>" SECRET "</exif:GPSLatitude></x:xmpmeta>";
  static const char icc[] = "ICC_PROFILE\0\x01\x01" SECRET;
  static const char comment[] = "Comment\0" SECRET;
  static const char itxt[] = "XML:com.adobe.xmp\0\0\0\0\0" SECRET;
  g_autoptr(GBytes) jpeg = make_file ("jpeg", 64, 48);
  g_autoptr(GBytes) with_exif = plant_segment (jpeg, 0xe1, exif, sizeof exif);
  g_autoptr(GBytes) with_xmp = plant_segment (with_exif, 0xe1, xmp, sizeof xmp);
  g_autoptr(GBytes) with_icc = plant_segment (with_xmp, 0xe2, icc, sizeof icc);
  g_autoptr(GBytes) with_iptc = plant_segment (with_icc, 0xed, SECRET, sizeof SECRET);
  g_autoptr(GBytes) with_comment = plant_segment (with_iptc, 0xfe, SECRET, sizeof SECRET);
  g_autoptr(GBytes) with_tail = plant (with_comment, g_bytes_get_size (with_comment), SECRET, sizeof SECRET);
  g_autoptr(GBytes) png = make_file ("png", 64, 48);
  g_autoptr(GBytes) with_text = plant_chunk (png, "tEXt", comment, sizeof comment - 1);
  g_autoptr(GBytes) with_itxt = plant_chunk (with_text, "iTXt", itxt, sizeof itxt - 1);
  g_autoptr(GBytes) with_png_exif = plant_chunk (with_itxt, "eXIf", exif + 6, sizeof exif - 6);
  g_autoptr(GBytes) with_end = plant (with_png_exif, g_bytes_get_size (with_png_exif), SECRET, sizeof SECRET);

  g_assert_true (has_bytes (with_tail, SECRET));
  g_assert_true (has_bytes (with_end, SECRET));
  assert_size (with_tail, 64, 48);
  assert_size (with_end, 64, 48);
}

static void
test_upright (void)
{
  /* Orientation 6: what is left in the file is above for whoever looks at it. */
  static const char exif[] = "Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
  g_autoptr(GdkPixbuf) pixels = make_pixels (3200, 1600, FALSE);
  g_autoptr(GdkPixbuf) left = gdk_pixbuf_new_subpixbuf (pixels, 0, 0, 1600, 1600);
  g_autoptr(GBytes) file = NULL;
  g_autoptr(GBytes) turned = NULL;
  g_autoptr(GdkPixbuf) made = NULL;

  gdk_pixbuf_fill (left, 0x2040c0ff);
  file = save_pixels (pixels, "jpeg");
  turned = plant_segment (file, 0xe1, exif, sizeof exif - 1);
  made = encode (turned, NULL);
  g_assert_cmpint (gdk_pixbuf_get_width (made), ==, 800);
  g_assert_cmpint (gdk_pixbuf_get_height (made), ==, 1600);
  assert_colour (made, 400, 100, 0x2040c0);
  assert_colour (made, 400, 1500, 0xb05a2c);
}

static void
test_white (void)
{
  g_autoptr(GdkPixbuf) pixels = make_pixels (200, 100, TRUE);
  g_autoptr(GdkPixbuf) clear = gdk_pixbuf_new_subpixbuf (pixels, 0, 0, 100, 100);
  g_autoptr(GBytes) file = NULL;
  g_autoptr(GdkPixbuf) made = NULL;

  gdk_pixbuf_fill (clear, 0x00000000);
  file = save_pixels (pixels, "png");
  made = encode (file, NULL);
  assert_colour (made, 20, 50, 0xffffff);
  assert_colour (made, 180, 50, 0xb05a2c);
}

static void
assert_refused (const void        *data,
                gsize              size,
                FoyerPictureError  code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) file = g_bytes_new (data, size);

  g_assert_null (foyer_picture_encode (file, NULL, &error));
  g_assert_error (error, FOYER_PICTURE_ERROR, (int) code);
}

#define BYTES(text) text, sizeof (text) - 1

static void
test_refused (void)
{
  g_autofree char *large = g_malloc0 (FOYER_PICTURE_FILE_MAX + 1);

  assert_refused (BYTES (""), FOYER_PICTURE_ERROR_EMPTY);
  assert_refused (large, FOYER_PICTURE_FILE_MAX + 1, FOYER_PICTURE_ERROR_BYTES);
  assert_refused (large, FOYER_PICTURE_FILE_MAX, FOYER_PICTURE_ERROR_KIND);
  assert_refused (BYTES ("Dear all,\n"), FOYER_PICTURE_ERROR_KIND);
  assert_refused (BYTES ("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), FOYER_PICTURE_ERROR_KIND);
  assert_refused (BYTES ("GIF89a\1\0\1\0\0\0\0;"), FOYER_PICTURE_ERROR_KIND);
  assert_refused (BYTES ("BM"), FOYER_PICTURE_ERROR_KIND);
  assert_refused (BYTES ("II*\0\10\0\0\0"), FOYER_PICTURE_ERROR_KIND);
  assert_refused (BYTES ("\0\0\0\x1c" "ftypheic"), FOYER_PICTURE_ERROR_KIND);
  assert_refused (BYTES ("\xff\xd8"), FOYER_PICTURE_ERROR_KIND);
  assert_refused (BYTES ("\xff\xd8\xff\xd9"), FOYER_PICTURE_ERROR_DAMAGED);
  assert_refused (BYTES ("\x89PNG\r\n\x1a\n"), FOYER_PICTURE_ERROR_DAMAGED);
  assert_refused (BYTES ("RIFF\x04\0\0\0WEBP"), FOYER_PICTURE_ERROR_DAMAGED);
  assert_refused (BYTES ("RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\2\0\0\0\xff\0\0\xff\0\0"), FOYER_PICTURE_ERROR_MOVING);
  assert_refused (BYTES ("RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff"), FOYER_PICTURE_ERROR_PIXELS);
}

/* Whether WebP is read depends on what is installed; that it is said does not. */
static void
test_webp (void)
{
  static const char head[] = "RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\0\0\xff\0\0";
  g_autoptr(GBytes) file = g_bytes_new_static (head, sizeof head - 1);
  g_autoptr(GError) error = NULL;

  g_assert_null (foyer_picture_encode (file, NULL, &error));
  g_assert_true (g_error_matches (error, FOYER_PICTURE_ERROR, FOYER_PICTURE_ERROR_KIND)
                 || g_error_matches (error, FOYER_PICTURE_ERROR, FOYER_PICTURE_ERROR_DAMAGED));
}

/* Whatever is missing at its end, or changed in it, is said, or does not matter. */
static void
test_altered (void)
{
  static const char * const kinds[] = { "jpeg", "png" };

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr(GBytes) file = make_file (kinds[k], 24, 16);
      gsize size;
      const guint8 *data = g_bytes_get_data (file, &size);
      g_autofree guint8 *altered = g_memdup2 (data, size);

      for (gsize i = 8; i < size; i++)
        assert_refused (data, i, FOYER_PICTURE_ERROR_DAMAGED);
      for (gsize i = 0; i < size; i++)
        {
          g_autoptr(GBytes) changed = NULL;
          g_autoptr(GBytes) photo = NULL;
          g_autoptr(GError) error = NULL;

          altered[i] ^= (guint8) (1 + i % 255);
          changed = g_bytes_new (altered, size);
          photo = foyer_picture_encode (changed, NULL, &error);
          g_assert_true (photo != NULL || error->domain == FOYER_PICTURE_ERROR);
          altered[i] = data[i];
        }
    }
}

/* 60,000 by 60,000 pixels are 14 gigabytes in memory, and a few bytes on a disk. */
static void
test_bomb (void)
{
  g_autoptr(GBytes) png = make_file ("png", 16, 16);
  g_autoptr(GBytes) jpeg = make_file ("jpeg", 16, 16);
  g_autofree guint8 *large_png = g_memdup2 (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  g_autofree guint8 *large_jpeg = g_memdup2 (g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg));
  static const guint8 sides[] = { 0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60 };
  guint32 crc;
  gsize frame = 0;

  memcpy (large_png + 16, sides, sizeof sides);
  crc = GUINT32_TO_BE (get_crc (large_png + 12, 17));
  memcpy (large_png + 29, &crc, 4);
  assert_refused (large_png, g_bytes_get_size (png), FOYER_PICTURE_ERROR_PIXELS);

  while (large_jpeg[frame] != 0xff || large_jpeg[frame + 1] != 0xc0)
    frame++;
  memcpy (large_jpeg + frame + 5, (guint8[]) { 0xea, 0x60, 0xea, 0x60 }, 4);
  assert_refused (large_jpeg, g_bytes_get_size (jpeg), FOYER_PICTURE_ERROR_PIXELS);
}

static void
test_moving (void)
{
  static const guint8 frames[] = { 0, 0, 0, 2, 0, 0, 0, 0 };
  g_autoptr(GBytes) png = make_file ("png", 16, 16);
  g_autoptr(GBytes) moving = plant_chunk (png, "acTL", frames, sizeof frames);

  assert_refused (g_bytes_get_data (moving, NULL), g_bytes_get_size (moving), FOYER_PICTURE_ERROR_MOVING);
}

static void
test_cancelled (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GBytes) file = make_file ("jpeg", 64, 64);
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (foyer_picture_encode (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_not_drawn (GBytes            *photo,
                  FoyerPictureError  code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (foyer_picture_draw (photo, 100, NULL, &error));
  g_assert_error (error, FOYER_PICTURE_ERROR, (int) code);
}

/* What strangers sent is shown, and never too much of it. */
static void
test_drawn (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) photo = make_file ("jpeg", 1600, 800);
  g_autoptr(GBytes) large = make_file ("jpeg", 4000, 2001);
  g_autoptr(GBytes) half = g_bytes_new_from_bytes (photo, 0, g_bytes_get_size (photo) / 2);
  g_autoptr(GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) heavy = g_bytes_new_take (g_malloc0 (FOYER_PICTURE_SIZE_MAX + 1), FOYER_PICTURE_SIZE_MAX + 1);
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(FoyerPixels) pixels = foyer_picture_draw (photo, 300, NULL, &error);
  g_autoptr(FoyerPixels) whole = NULL;
  const guint8 *data;
  gsize size;

  g_assert_no_error (error);
  g_assert_cmpint (pixels->width, ==, 300);
  g_assert_cmpint (pixels->height, ==, 150);
  data = g_bytes_get_data (pixels->bytes, &size);
  g_assert_cmpuint (pixels->stride, >=, 900);
  g_assert_cmpuint (size, >=, pixels->stride * 149 + 900);
  for (int channel = 0; channel < 3; channel++)
    g_assert_cmpint (ABS ((int) data[pixels->stride * 75 + 450 + (gsize) channel] - (0xb05a2c >> (16 - 8 * channel) & 0xff)), <, 6);

  whole = foyer_picture_draw (photo, 5000, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (whole->width, ==, 1600);

  assert_not_drawn (large, FOYER_PICTURE_ERROR_PIXELS);
  assert_not_drawn (half, FOYER_PICTURE_ERROR_DAMAGED);
  assert_not_drawn (empty, FOYER_PICTURE_ERROR_EMPTY);
  assert_not_drawn (heavy, FOYER_PICTURE_ERROR_BYTES);
  g_cancellable_cancel (cancelled);
  g_assert_null (foyer_picture_draw (photo, 100, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/sizes", test_sizes);
  g_test_add_func ("/picture/drawn", test_drawn);
  g_test_add_func ("/picture/noise", test_noise);
  g_test_add_func ("/picture/nothing-beside", test_nothing_beside);
  g_test_add_func ("/picture/upright", test_upright);
  g_test_add_func ("/picture/white", test_white);
  g_test_add_func ("/picture/refused", test_refused);
  g_test_add_func ("/picture/webp", test_webp);
  g_test_add_func ("/picture/altered", test_altered);
  g_test_add_func ("/picture/bomb", test_bomb);
  g_test_add_func ("/picture/moving", test_moving);
  g_test_add_func ("/picture/cancelled", test_cancelled);

  return g_test_run ();
}
