/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/resources/foyer-photo.h"

#include <string.h>

#include "protocol/foyer-protocol-error.h"

/* A photo is looked through from its first byte to its last, without being decoded: that it is
 * one picture of a kind that browsers show, and nothing behind it, and that it tells nothing
 * beside the picture, above all not where it was taken. */

typedef struct {
  const guint8 *at;
  gsize         left;
} Bytes;

static gboolean
refuse (GError     **error,
        const char  *reason)
{
  g_set_error (error, FOYER_PROTOCOL_ERROR, FOYER_PROTOCOL_ERROR_INVALID, "the photo: %s", reason);
  return FALSE;
}

static gboolean
skip (Bytes *bytes,
      gsize  n)
{
  if (n > bytes->left)
    return FALSE;
  bytes->at += n;
  bytes->left -= n;

  return TRUE;
}

static guint
get_be16 (const guint8 *at)
{
  return (guint) at[0] << 8 | at[1];
}

static guint
get_le (const guint8 *at,
        int           n)
{
  guint value = 0;

  for (int i = n - 1; i >= 0; i--)
    value = value << 8 | at[i];

  return value;
}

static gboolean
is_side (guint pixels)
{
  return pixels > 0 && pixels <= FOYER_PHOTO_SIDE_MAX;
}

/* Entropy-coded data goes on to the next marker: 0xFF00 is a byte of it, and restarts are no
 * segments. */
static gboolean
skip_scan (Bytes *bytes)
{
  while (bytes->left >= 2)
    {
      guint8 marker = bytes->at[1];

      if (bytes->at[0] == 0xff && marker != 0 && (marker < 0xd0 || marker > 0xd7))
        return TRUE;
      if (!skip (bytes, bytes->at[0] == 0xff ? 2 : 1))
        return FALSE;
    }

  return FALSE;
}

/* JFIF, a colour profile and Adobe's transform say how the picture looks; all others may say
 * who took it, and where. */
static gboolean
is_allowed (guint8 marker)
{
  switch (marker)
    {
    case 0xc0:                           /* baseline */
    case 0xc2:                           /* progressive */
    case 0xc4:                           /* Huffman tables */
    case 0xda:                           /* a scan */
    case 0xdb:                           /* quantisation tables */
    case 0xdd:                           /* restart interval */
    case 0xe0:                           /* JFIF */
    case 0xe2:                           /* colour profile */
    case 0xee:                           /* Adobe */
      return TRUE;

    default:
      return FALSE;
    }
}

/* ITU-T T.81, annex B. */
static gboolean
check_jpeg (Bytes    bytes,
            GError **error)
{
  gboolean has_frame = FALSE, has_scan = FALSE;

  skip (&bytes, 2);
  while (bytes.left >= 4 && bytes.at[0] == 0xff)
    {
      guint8 marker = bytes.at[1];
      guint length = get_be16 (bytes.at + 2);

      if (!is_allowed (marker))
        return refuse (error, "it has something beside the picture, such as where it was taken");
      if (length < 2 || length + 2 > bytes.left)
        return refuse (error, "it is cut off");
      if (marker == 0xc0 || marker == 0xc2)
        {
          if (has_frame || length < 8 || bytes.at[4] != 8 || !is_side (get_be16 (bytes.at + 5)) ||
              !is_side (get_be16 (bytes.at + 7)))
            return refuse (error, "its frame is none that is taken");
          has_frame = TRUE;
        }
      skip (&bytes, length + 2);
      if (marker != 0xda)
        continue;
      has_scan = TRUE;
      if (!has_frame || !skip_scan (&bytes))
        return refuse (error, "its scan does not end");
      if (bytes.at[1] == 0xd9)
        break;
    }
  if (!has_scan || bytes.left != 2 || bytes.at[0] != 0xff || bytes.at[1] != 0xd9)
    return refuse (error, "it is not one whole JPEG");

  return TRUE;
}

static gboolean
check_vp8 (const guint8 *at,
           guint         size)
{
  /* A key frame, its start code, and two sides of 14 bits (RFC 6386, section 9.1). */
  return size >= 10 && (at[0] & 1) == 0 && memcmp (at + 3, "\x9d\x01\x2a", 3) == 0 &&
         is_side (get_le (at + 6, 2) & 0x3fff) && is_side (get_le (at + 8, 2) & 0x3fff);
}

static gboolean
check_vp8l (const guint8 *at,
            guint         size)
{
  guint bits = size >= 5 ? get_le (at + 1, 4) : 0;

  return size >= 5 && at[0] == 0x2f && is_side ((bits & 0x3fff) + 1) &&
         is_side ((bits >> 14 & 0x3fff) + 1) && bits >> 29 == 0;
}

/* RFC 9649, section 2: a picture, its transparency and its colours; no animation, EXIF or XMP. */
static gboolean
check_webp (Bytes    bytes,
            GError **error)
{
  guint n_pictures = 0;

  if (get_le (bytes.at + 4, 4) != bytes.left - 8)
    return refuse (error, "it is not one whole WebP");
  skip (&bytes, 12);
  while (bytes.left >= 8)
    {
      const guint8 *at = bytes.at;
      guint size = get_le (at + 4, 4);
      gboolean picture = memcmp (at, "VP8 ", 4) == 0 || memcmp (at, "VP8L", 4) == 0;

      if (size > bytes.left - 8 || !skip (&bytes, 8 + (gsize) size + (size & 1)))
        return refuse (error, "it is cut off");
      if (picture && !(at[3] == 'L' ? check_vp8l (at + 8, size) : check_vp8 (at + 8, size)))
        return refuse (error, "its frame is none that is taken");
      n_pictures += picture ? 1 : 0;
      if (memcmp (at, "VP8X", 4) == 0 ? (size != 10 || (at[8] & 0x0e) != 0)
                                      : !picture && memcmp (at, "ALPH", 4) != 0 && memcmp (at, "ICCP", 4) != 0)
        return refuse (error, "it has something beside the picture, such as where it was taken");
    }
  if (bytes.left != 0 || n_pictures != 1)
    return refuse (error, "it is not one whole WebP");

  return TRUE;
}

/**
 * foyer_photo_check:
 * @bytes: what was sent
 * @type: (out): what it is
 * @error: return location for an error
 *
 * Whether a file is one still JPEG or WebP of a size that is taken, without metadata.
 *
 * Returns: whether it is, else %FOYER_PROTOCOL_ERROR_INVALID
 */
gboolean
foyer_photo_check (GBytes          *bytes,
                   FoyerPhotoType  *type,
                   GError         **error)
{
  Bytes all;

  all.at = g_bytes_get_data (bytes, &all.left);
  if (all.left >= 4 && memcmp (all.at, "\xff\xd8\xff", 3) == 0)
    {
      *type = FOYER_PHOTO_JPEG;
      return check_jpeg (all, error);
    }
  if (all.left >= 20 && memcmp (all.at, "RIFF", 4) == 0 && memcmp (all.at + 8, "WEBP", 4) == 0)
    {
      *type = FOYER_PHOTO_WEBP;
      return check_webp (all, error);
    }

  return refuse (error, "it is no JPEG or WebP");
}

static void
get_jpeg_size (Bytes  bytes,
               guint *width,
               guint *height)
{
  skip (&bytes, 2);
  while (bytes.left >= 9 && bytes.at[1] != 0xc0 && bytes.at[1] != 0xc2)
    if (!skip (&bytes, 2 + get_be16 (bytes.at + 2)))
      return;
  if (bytes.left < 9)
    return;
  *height = get_be16 (bytes.at + 5);
  *width = get_be16 (bytes.at + 7);
}

static void
get_webp_size (Bytes  bytes,
               guint *width,
               guint *height)
{
  skip (&bytes, 12);
  while (bytes.left >= 18 && memcmp (bytes.at, "VP8 ", 4) != 0 && memcmp (bytes.at, "VP8L", 4) != 0)
    {
      const gsize size = get_le (bytes.at + 4, 4);

      if (!skip (&bytes, 8 + size + (size & 1)))
        return;
    }
  if (bytes.left < 18)
    return;
  if (bytes.at[3] == 'L')
    {
      const guint bits = get_le (bytes.at + 9, 4);

      *width = (bits & 0x3fff) + 1;
      *height = (bits >> 14 & 0x3fff) + 1;
    }
  else
    {
      *width = get_le (bytes.at + 14, 2) & 0x3fff;
      *height = get_le (bytes.at + 16, 2) & 0x3fff;
    }
}

/**
 * foyer_photo_get_size:
 * @photo: what [func@photo_check] took
 * @width: (out): in pixels
 * @height: (out): in pixels
 *
 * Returns: whether it says how large it is
 */
gboolean
foyer_photo_get_size (GBytes *photo,
                      guint  *width,
                      guint  *height)
{
  Bytes all;

  all.at = g_bytes_get_data (photo, &all.left);
  *width = *height = 0;
  if (all.left >= 12 && all.at[0] == 'R')
    get_webp_size (all, width, height);
  else
    get_jpeg_size (all, width, height);

  return *width > 0 && *height > 0;
}
