/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store-travel.h"
#include "sync/foyer-sync.h"

G_BEGIN_DECLS

/* What is said about the correspondence with directories. All (transfer full) but the icon. */

/* "Up to date", "3 changes waiting" */
char       *foyer_sync_describe_state   (const FoyerSyncStatus    *status);
/* When, or why: "Today at 08:12", "Offline". "" for nothing to add. */
char       *foyer_sync_describe_detail  (const FoyerSyncStatus    *status,
                                         gint64                    now_ms);
const char *foyer_sync_get_icon         (const FoyerSyncStatus    *status);
/* As the head of a page: "Couldn’t Reach the Directory" */
char       *foyer_sync_describe_title   (const FoyerSyncStatus    *status);
/* What was kept, and what happens next. */
char       *foyer_sync_explain          (const FoyerSyncStatus    *status,
                                         gint64                    now_ms);
/* "Request for Thursday 3 December" */
char       *foyer_sync_describe_waiting (const FoyerWaiting       *waiting);
/* "Winter Garden · 09:41", or why the directory refused it */
char       *foyer_sync_describe_since   (const FoyerWaiting       *waiting,
                                         gint64                    now_ms);
/* "No answer", "Last answer today at 08:12" */
char       *foyer_sync_describe_answer  (const FoyerSyncDirectory *directory,
                                         gint64                    now_ms);
/* Why a listing is not public: a directory's code in words. */
char       *foyer_sync_describe_refusal (const char               *code);

G_END_DECLS
