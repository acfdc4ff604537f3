/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file of the machine in power-loss-vfs.h, as processes see it and as the disk has it. */
typedef struct {
  int         refs;
  char       *name;
  GByteArray *durable;
  GByteArray *current;
  GArray     *pending;
  gboolean    exists;          /* for processes */
  gboolean    durable_name;    /* for the disk */
  int         n_shared;
  gboolean    reserved;
  gboolean    exclusive;
} PowerLossInode;

PowerLossInode *power_loss_inode_new      (const char     *name);
void            power_loss_inode_unref    (PowerLossInode *self);
void            power_loss_inode_write    (PowerLossInode *self,
                                           gint64          offset,
                                           const guint8   *bytes,
                                           gsize           size);
void            power_loss_inode_truncate (PowerLossInode *self,
                                           gint64          size);
/* Makes durable what was written. @fails: says so, and no later sync does. */
void            power_loss_inode_sync     (PowerLossInode *self,
                                           gboolean        fails);
/* What the disk has when the power went. */
void            power_loss_inode_settle   (PowerLossInode *self,
                                           GRand          *chance);

G_END_DECLS
