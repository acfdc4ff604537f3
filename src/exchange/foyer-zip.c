/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "exchange/foyer-zip.h"

#include <gio/gio.h>
#include <string.h>

#define LOCAL_HEADER 0x04034b50u
#define CENTRAL_HEADER 0x02014b50u
#define END_RECORD 0x06054b50u
#define VERSION 20                   /* 2.0: deflate */
#define UTF8_NAMES (1 << 11)
#define DEFLATED 8
#define PRIVATE_FILE (0100600u << 16)
#define MADE_BY_UNIX (3 << 8)

struct _FoyerZip {
  GByteArray *files;
  GByteArray *directory;
  guint16     n_files;
  guint16     date;
  guint16     time;
};

static void
foyer_zip_put16 (GByteArray *out,
                 guint       value)
{
  const guint8 bytes[] = { value & 0xff, (value >> 8) & 0xff };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
foyer_zip_put32 (GByteArray *out,
                 guint32     value)
{
  foyer_zip_put16 (out, value & 0xffff);
  foyer_zip_put16 (out, value >> 16);
}

static void
foyer_zip_put_text (GByteArray *out,
                    const char *text)
{
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
}

/* CRC-32 of ISO 3309, bit by bit: what is written here is small. */
static guint32
foyer_zip_sum (const guint8 *data,
               gsize         length)
{
  guint32 sum = 0xffffffffu;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320u : 0);
    }

  return ~sum;
}

FoyerZip *
foyer_zip_new (gint64 at_ms)
{
  FoyerZip *self = g_new0 (FoyerZip, 1);
  g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc (at_ms / 1000);

  self->files = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  /* The format counts from 1980, in steps of two seconds. */
  if (when != NULL && g_date_time_get_year (when) >= 1980 && g_date_time_get_year (when) <= 2107)
    {
      self->date = (guint16) (((g_date_time_get_year (when) - 1980) << 9) | (g_date_time_get_month (when) << 5)
                              | g_date_time_get_day_of_month (when));
      self->time = (guint16) ((g_date_time_get_hour (when) << 11) | (g_date_time_get_minute (when) << 5)
                              | (g_date_time_get_second (when) / 2));
    }
  else
    {
      self->date = (1 << 5) | 1;
    }

  return self;
}

void
foyer_zip_free (FoyerZip *self)
{
  g_byte_array_unref (self->files);
  g_byte_array_unref (self->directory);
  g_free (self);
}

/* What a file's two headers have in common. */
static void
foyer_zip_put_facts (FoyerZip    *self,
                     GByteArray  *out,
                     const char  *name,
                     guint32      sum,
                     gsize        packed,
                     gsize        whole)
{
  foyer_zip_put16 (out, VERSION);
  foyer_zip_put16 (out, UTF8_NAMES);
  foyer_zip_put16 (out, DEFLATED);
  foyer_zip_put16 (out, self->time);
  foyer_zip_put16 (out, self->date);
  foyer_zip_put32 (out, sum);
  foyer_zip_put32 (out, (guint32) packed);
  foyer_zip_put32 (out, (guint32) whole);
  foyer_zip_put16 (out, (guint) strlen (name));
  foyer_zip_put16 (out, 0);                      /* no more fields */
}

gboolean
foyer_zip_add (FoyerZip    *self,
               const char  *name,
               GBytes      *bytes,
               GError     **error)
{
  g_autoptr(GZlibCompressor) deflate = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, -1);
  g_autoptr(GBytes) packed = g_converter_convert_bytes (G_CONVERTER (deflate), bytes, error);
  const gsize start = self->files->len;
  gsize whole;
  const guint8 *data = g_bytes_get_data (bytes, &whole);
  guint32 sum;

  g_return_val_if_fail (self->n_files < G_MAXUINT16, FALSE);
  if (packed == NULL)
    return FALSE;
  if (start + whole + g_bytes_get_size (packed) > G_MAXINT32)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "more than an archive of this kind takes");
      return FALSE;
    }

  sum = foyer_zip_sum (data, whole);
  foyer_zip_put32 (self->files, LOCAL_HEADER);
  foyer_zip_put_facts (self, self->files, name, sum, g_bytes_get_size (packed), whole);
  foyer_zip_put_text (self->files, name);
  g_byte_array_append (self->files, g_bytes_get_data (packed, NULL), (guint) g_bytes_get_size (packed));

  foyer_zip_put32 (self->directory, CENTRAL_HEADER);
  foyer_zip_put16 (self->directory, MADE_BY_UNIX | VERSION);
  foyer_zip_put_facts (self, self->directory, name, sum, g_bytes_get_size (packed), whole);
  foyer_zip_put16 (self->directory, 0);          /* no comment, */
  foyer_zip_put16 (self->directory, 0);          /* on the first disk, */
  foyer_zip_put16 (self->directory, 0);          /* nothing about its content */
  foyer_zip_put32 (self->directory, PRIVATE_FILE);
  foyer_zip_put32 (self->directory, (guint32) start);
  foyer_zip_put_text (self->directory, name);
  self->n_files++;

  return TRUE;
}

GBytes *
foyer_zip_finish (FoyerZip *self)
{
  const guint32 start = self->files->len;
  GByteArray *out = self->files;

  self->files = g_byte_array_new ();
  g_byte_array_append (out, self->directory->data, self->directory->len);
  foyer_zip_put32 (out, END_RECORD);
  foyer_zip_put16 (out, 0);                      /* of one disk */
  foyer_zip_put16 (out, 0);
  foyer_zip_put16 (out, self->n_files);
  foyer_zip_put16 (out, self->n_files);
  foyer_zip_put32 (out, self->directory->len);
  foyer_zip_put32 (out, start);
  foyer_zip_put16 (out, 0);                      /* no comment */

  return g_byte_array_free_to_bytes (out);
}
