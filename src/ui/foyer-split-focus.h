/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void foyer_split_focus_follow (AdwNavigationSplitView *split);

G_END_DECLS
