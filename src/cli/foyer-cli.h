/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli-args.h"
#include "cli/foyer-cli-output.h"
#include "core/foyer-booking.h"
#include "core/foyer-space.h"
#include "storage/foyer-store.h"

G_BEGIN_DECLS

/**
 * FoyerCli:
 *
 * One run of foyerctl: its command line, its profile, and the answer it is going to
 * give. A command reads what it can of its arguments before it opens the profile, so that
 * a mistake in them leaves no trace.
 */
FoyerCli     *foyer_cli_new            (FoyerCliArgs         *args);
void          foyer_cli_free           (FoyerCli             *self);

FoyerCliArgs *foyer_cli_get_args       (FoyerCli             *self);
gboolean      foyer_cli_wants_json     (FoyerCli             *self);
GCancellable *foyer_cli_get_cancellable (FoyerCli            *self);
/* 0, or the signal that asked to stop. */
int           foyer_cli_get_signal     (FoyerCli             *self);

/* The clock and the folder of the environment and the command line. Errors: usage */
gboolean      foyer_cli_prepare        (FoyerCli             *self,
                                        GError              **error);
const char   *foyer_cli_get_dir        (FoyerCli             *self);
FoyerClock   *foyer_cli_get_clock      (FoyerCli             *self);

/* Opens the profile; any #FoyerDbError. */
gboolean      foyer_cli_open           (FoyerCli             *self,
                                        GError              **error);
FoyerStore   *foyer_cli_get_store      (FoyerCli             *self);
void          foyer_cli_close          (FoyerCli             *self);

/* A verb of the store is asked with foyer_cli_result_cb() and @self, and then waited
 * for: foyerctl has nothing else to do. The result is kept until the next one. */
void          foyer_cli_result_cb      (GObject              *source,
                                        GAsyncResult         *result,
                                        gpointer              self);
GAsyncResult *foyer_cli_wait           (FoyerCli             *self);

/* The space of this id, or the only one of this name. Errors: not-found */
FoyerSpace   *foyer_cli_find_space     (FoyerCli             *self,
                                        const char           *text,
                                        GError              **error);
/* Says of a not-found @error what it was that is not there: a booking or a person whom
 * @text was to name. Other errors stay as they are. */
void          foyer_cli_name_missing_booking (GError        **error,
                                        const char           *text);
void          foyer_cli_name_missing_person (GError         **error,
                                        const char           *text);

/* The answer, written when all is done. */
GString      *foyer_cli_get_answer     (FoyerCli             *self);
void          foyer_cli_say            (FoyerCli             *self,
                                        const char           *format,
                                        ...) G_GNUC_PRINTF (2, 3);
/* Takes what @builder has built as the one document of the answer. */
void          foyer_cli_answer_json    (FoyerCli             *self,
                                        JsonBuilder          *builder);

G_END_DECLS
