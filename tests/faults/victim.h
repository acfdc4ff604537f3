/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <sys/types.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * Victim:
 *
 * A process of its own that does something to a profile, tells on a pipe what was
 * acknowledged, and is killed. The process that makes it must have no threads.
 */
typedef struct {
  pid_t pid;
  int   fd;         /* what it tells */
} Victim;

/* @fd is for victim_tell(); the process ends with 0 when it returns. */
typedef void (*VictimFunc) (int      fd,
                            gpointer user_data);

Victim  victim_start       (VictimFunc  func,
                            gpointer    user_data);
/* In the victim: one write, so that a line is told whole or not at all. */
void    victim_tell        (const char *lines,
                            gpointer    fd);
/* Waits for the first line, or for the end. */
void    victim_wait_line   (Victim     *self,
                            GString    *told);
/* Reads for @milliseconds, or until the end. */
void    victim_listen      (Victim     *self,
                            int         milliseconds,
                            GString    *told);
/* Sends @signal (0: none), reads what is left and waits for the end. Returns: as waitpid() */
int     victim_end         (Victim     *self,
                            int         signal,
                            GString    *told);
/* From start to end. @told: (nullable) */
int     victim_run         (VictimFunc  func,
                            gpointer    user_data,
                            GString    *told);

G_END_DECLS
