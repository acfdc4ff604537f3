/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A real foyer-directory on this machine, with a database of its own. */
typedef struct {
  char        *dir;
  char        *origin;
  GSubprocess *process;          /* (nullable): it does not run */
} TestDirectory;

TestDirectory *test_directory_start   (const char    *now);
/* As a power cut does to a process; then again at the same port. */
void           test_directory_kill    (TestDirectory *self);
void           test_directory_restart (TestDirectory *self);
void           test_directory_free    (TestDirectory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestDirectory, test_directory_free)

G_END_DECLS
