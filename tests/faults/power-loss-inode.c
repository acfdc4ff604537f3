/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "power-loss-inode.h"

#include <string.h>

#include "power-loss-vfs.h"

/* One write, or one cut of the end when bytes is NULL, that no sync has made durable. */
typedef struct {
  gint64    offset;
  GBytes   *bytes;
  gboolean  doomed;      /* a sync failed over it: no later one helps */
} Pending;

static void
pending_clear (Pending *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

PowerLossInode *
power_loss_inode_new (const char *name)
{
  PowerLossInode *self = g_new0 (PowerLossInode, 1);

  self->refs = 1;
  self->name = g_strdup (name);
  self->durable = g_byte_array_new ();
  self->current = g_byte_array_new ();
  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_array_set_clear_func (self->pending, (GDestroyNotify) pending_clear);

  return self;
}

void
power_loss_inode_unref (PowerLossInode *self)
{
  if (--self->refs > 0)
    return;

  g_byte_array_unref (self->durable);
  g_byte_array_unref (self->current);
  g_array_unref (self->pending);
  g_free (self->name);
  g_free (self);
}

static void
resize (GByteArray *array,
        gsize       size)
{
  guint before = array->len;

  g_byte_array_set_size (array, size);
  if (size > before)
    memset (array->data + before, 0, size - before);
}

static void
put (GByteArray   *array,
     gint64        offset,
     const guint8 *bytes,
     gsize         size)
{
  if (array->len < offset + size)
    resize (array, offset + size);
  memcpy (array->data + offset, bytes, size);
}

/* What the disk made of one write: each sector's part of it by itself. */
static void
settle_write (PowerLossInode *self,
              GRand          *chance,
              gint64          offset,
              GBytes         *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize done = 0;

  while (done < size)
    {
      gint64 at = offset + done;
      gsize part = MIN (size - done, (gsize) (POWER_LOSS_SECTOR - at % POWER_LOSS_SECTOR));
      int luck = g_rand_int_range (chance, 0, 8);

      if (luck < 4)
        {
          put (self->durable, at, data + done, part);
        }
      else if (luck == 7)
        {
          guint8 noise[POWER_LOSS_SECTOR];

          for (gsize i = 0; i < part; i++)
            noise[i] = g_rand_int (chance);
          put (self->durable, at, noise, part);
        }
      done += part;
    }
}

void
power_loss_inode_settle (PowerLossInode *self,
                         GRand          *chance)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      Pending *pending = &g_array_index (self->pending, Pending, i);

      if (pending->bytes != NULL)
        settle_write (self, chance, pending->offset, pending->bytes);
      else if (g_rand_boolean (chance))
        resize (self->durable, pending->offset);
    }
  g_array_set_size (self->pending, 0);
  g_byte_array_set_size (self->current, 0);
  g_byte_array_append (self->current, self->durable->data, self->durable->len);
}

void
power_loss_inode_sync (PowerLossInode *self,
                       gboolean        fails)
{
  guint kept = 0;

  for (guint i = 0; i < self->pending->len; i++)
    {
      Pending *pending = &g_array_index (self->pending, Pending, i);

      if (fails)
        pending->doomed = TRUE;
      if (pending->doomed)
        {
          kept++;
          continue;
        }
      if (pending->bytes != NULL)
        put (self->durable, pending->offset, g_bytes_get_data (pending->bytes, NULL),
             g_bytes_get_size (pending->bytes));
      else
        resize (self->durable, pending->offset);
    }
  if (kept == 0)
    {
      g_array_set_size (self->pending, 0);
      return;
    }
  for (guint i = self->pending->len; i-- > 0;)
    {
      if (!g_array_index (self->pending, Pending, i).doomed)
        g_array_remove_index (self->pending, i);
    }
}

void
power_loss_inode_write (PowerLossInode *self,
                        gint64          offset,
                        const guint8   *bytes,
                        gsize           size)
{
  const Pending pending = { offset, g_bytes_new (bytes, size), FALSE };

  put (self->current, offset, bytes, size);
  g_array_append_val (self->pending, pending);
}

void
power_loss_inode_truncate (PowerLossInode *self,
                           gint64          size)
{
  const Pending pending = { size, NULL, FALSE };

  resize (self->current, size);
  g_array_append_val (self->pending, pending);
}
