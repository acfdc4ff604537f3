/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-picture-header.h"

#include <string.h>

/* A progressive JPEG of many scans is decoded once a scan: cameras write about ten. */
#define SCANS_MAX 64

static gboolean
foyer_picture_damaged (GError     **error,
                       const char  *where)
{
  g_set_error (error, FOYER_PICTURE_ERROR, FOYER_PICTURE_ERROR_DAMAGED, "the picture is damaged: %s", where);
  return FALSE;
}

static gboolean
foyer_picture_moving (GError **error)
{
  g_set_error_literal (error, FOYER_PICTURE_ERROR, FOYER_PICTURE_ERROR_MOVING, "several pictures in a row");
  return FALSE;
}

static guint
get_be (const guint8 *at,
        guint         n)
{
  guint value = 0;

  for (guint i = 0; i < n; i++)
    value = value << 8 | at[i];

  return value;
}

static guint
get_le (const guint8 *at,
        guint         n)
{
  guint value = 0;

  for (guint i = n; i > 0; i--)
    value = value << 8 | at[i - 1];

  return value;
}

/* ---- JPEG (ITU-T T.81, annex B) ---- */

/* All but the tables that share their range: C4 (Huffman), C8 (reserved), CC (arithmetic). */
static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Coded data goes on to the next marker: FF00 is a byte of it, and restarts (D0 to D7) are no segments. */
static gsize
skip_scan (const guint8 *data,
           gsize         size,
           gsize         at)
{
  while (at + 1 < size && !(data[at] == 0xff && data[at + 1] != 0 && data[at + 1] != 0xff
                            && (data[at + 1] < 0xd0 || data[at + 1] > 0xd7)))
    at++;

  return at;
}

static gboolean
foyer_picture_header_read_jpeg (FoyerPictureHeader  *self,
                                const guint8        *data,
                                gsize                size,
                                GError             **error)
{
  gsize at = 2;
  guint n_scans = 0;

  while (at + 4 <= size && data[at] == 0xff)
    {
      const guint8 marker = data[at + 1];
      const guint length = get_be (data + at + 2, 2);

      /* A marker may be preceded by any number of fill bytes. */
      if (marker == 0xff)
        {
          at++;
          continue;
        }
      if (length < 2 || length > size - at - 2)
        return foyer_picture_damaged (error, "a segment is cut off");
      if (is_frame (marker))
        {
          if (self->width != 0 || length < 8)
            return foyer_picture_damaged (error, "its frame");
          self->height = get_be (data + at + 5, 2);
          self->width = get_be (data + at + 7, 2);
        }
      at += 2 + length;
      if (marker != 0xda)
        continue;
      if (self->width == 0 || self->height == 0 || ++n_scans > SCANS_MAX)
        return foyer_picture_damaged (error, "its scans");
      at = skip_scan (data, size, at);
      if (at + 1 < size && data[at + 1] == 0xd9)
        {
          self->length = at + 2;
          return TRUE;
        }
    }

  return foyer_picture_damaged (error, "it does not end");
}

/* ---- PNG (W3C, third edition, 5) ---- */

static gboolean
foyer_picture_header_read_png (FoyerPictureHeader  *self,
                               const guint8        *data,
                               gsize                size,
                               GError             **error)
{
  gsize at = 8;
  gboolean has_data = FALSE;

  while (size - at >= 12)
    {
      const guint length = get_be (data + at, 4);
      const guint8 *name = data + at + 4;

      if (length > size - at - 12)
        return foyer_picture_damaged (error, "a chunk is cut off");
      if (at == 8)
        {
          if (memcmp (name, "IHDR", 4) != 0 || length != 13)
            return foyer_picture_damaged (error, "its header");
          self->width = get_be (data + at + 8, 4);
          self->height = get_be (data + at + 12, 4);
        }
      if (memcmp (name, "acTL", 4) == 0 && !has_data)
        return foyer_picture_moving (error);
      has_data = has_data || memcmp (name, "IDAT", 4) == 0;
      at += 12 + (gsize) length;
      if (memcmp (name, "IEND", 4) != 0)
        continue;
      self->length = at;
      return has_data || foyer_picture_damaged (error, "no data");
    }

  return foyer_picture_damaged (error, "it does not end");
}

/* ---- WebP (RFC 9649) ---- */

static gboolean
foyer_picture_header_read_webp (FoyerPictureHeader  *self,
                                const guint8        *data,
                                gsize                size,
                                GError             **error)
{
  const guint riff = get_le (data + 4, 4);
  const guint8 *body = data + 20;

  if (size < 30 || riff < 22 || riff > size - 8)
    return foyer_picture_damaged (error, "it is cut off");
  self->length = 8 + (gsize) riff;
  if (memcmp (data + 12, "VP8X", 4) == 0)
    {
      if ((body[0] & 0x02) != 0)
        return foyer_picture_moving (error);
      self->width = 1 + get_le (body + 4, 3);
      self->height = 1 + get_le (body + 7, 3);
    }
  else if (memcmp (data + 12, "VP8L", 4) == 0)
    {
      self->width = 1 + (get_le (body + 1, 4) & 0x3fff);
      self->height = 1 + (get_le (body + 1, 4) >> 14 & 0x3fff);
    }
  else if (memcmp (data + 12, "VP8 ", 4) == 0)
    {
      self->width = get_le (body + 6, 2) & 0x3fff;
      self->height = get_le (body + 8, 2) & 0x3fff;
    }

  return TRUE;
}

gboolean
foyer_picture_header_read (FoyerPictureHeader  *self,
                           const guint8        *data,
                           gsize                size,
                           GError             **error)
{
  gboolean whole;

  *self = (FoyerPictureHeader) { 0 };
  if (size >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    {
      self->kind = "jpeg";
      whole = foyer_picture_header_read_jpeg (self, data, size, error);
    }
  else if (size >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    {
      self->kind = "png";
      whole = foyer_picture_header_read_png (self, data, size, error);
    }
  else if (size >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    {
      self->kind = "webp";
      whole = foyer_picture_header_read_webp (self, data, size, error);
    }
  else
    {
      g_set_error_literal (error, FOYER_PICTURE_ERROR, FOYER_PICTURE_ERROR_KIND, "neither JPEG, PNG nor WebP");
      return FALSE;
    }

  if (whole && (self->width == 0 || self->height == 0))
    return foyer_picture_damaged (error, "it has no size");

  return whole;
}
