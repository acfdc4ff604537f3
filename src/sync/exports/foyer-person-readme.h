/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in an export of a person, for whoever opens it: in English and in French, whatever the
 * language of the host. */
extern const char foyer_person_readme[];

G_END_DECLS
