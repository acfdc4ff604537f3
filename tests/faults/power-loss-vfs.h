/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PowerLoss:
 *
 * A machine whose disk is kept in memory, seen by SQLite as the VFS
 * %POWER_LOSS_VFS. What was written but not synced is at the mercy of chance when
 * the power goes: of each sector of each such write, and of each name that came, went
 * or changed, the disk has the new, the old, or (sectors only) neither. A pure function
 * of its seed and of the calls it gets; belongs to one thread.
 */
typedef struct _PowerLoss PowerLoss;

#define POWER_LOSS_VFS "power-loss"
#define POWER_LOSS_SECTOR 512

typedef enum {
  POWER_LOSS_READ     = 1 << 0,
  POWER_LOSS_WRITE    = 1 << 1,
  POWER_LOSS_SYNC     = 1 << 2,
  POWER_LOSS_OPEN     = 1 << 3,
  POWER_LOSS_TRUNCATE = 1 << 4,
  POWER_LOSS_DELETE   = 1 << 5,
  POWER_LOSS_ANY      = 0x3f,
} PowerLossCall;

/* There is one machine at a time: SQLite knows it by its name. */
PowerLoss *power_loss_new        (guint64        seed);
void       power_loss_free       (PowerLoss     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PowerLoss, power_loss_free)

/* Calls of these kinds that the machine has answered. */
guint64    power_loss_count      (PowerLoss     *self,
                                  PowerLossCall  calls);
/* The power goes during the @n-th call from now that writes, syncs, truncates, opens or
 * deletes: that call may have done its work in part, every later one fails. */
void       power_loss_cut_after  (PowerLoss     *self,
                                  guint64        n);
gboolean   power_loss_is_off     (PowerLoss     *self);
/* Decides what the disk has and starts anew. No file may be open. */
void       power_loss_restart    (PowerLoss     *self);

/* The @n-th call from now of @calls fails with the SQLite code @code, or from then on
 * all of them when @persistent. A failed write may have been done in part; what a failed sync
 * should have made durable is never made durable by a later one. n = 0: no faults. */
void       power_loss_fail       (PowerLoss     *self,
                                  PowerLossCall  calls,
                                  guint64        n,
                                  int            code,
                                  gboolean       persistent);
gboolean   power_loss_has_failed (PowerLoss     *self);

/* The files as a process sees them, and back: to start many runs from one disk. */
typedef struct _PowerLossDisk PowerLossDisk;
PowerLossDisk *power_loss_save   (PowerLoss           *self);
/* A machine with this disk, everything on it durable. */
void       power_loss_load       (PowerLoss           *self,
                                  const PowerLossDisk *disk,
                                  guint64              seed);
void       power_loss_disk_free  (PowerLossDisk       *disk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PowerLossDisk, power_loss_disk_free)

G_END_DECLS
