/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "cli/foyer-cli.h"
#include "sync/foyer-discovery.h"

G_BEGIN_DECLS

/* What commands that travel have in common: they keep what they do, try once to send it, and
 * give their answer also when no directory can be reached. */

/* The profile's correspondence, made when it is first asked for; goes with foyer_cli_close(). */
FoyerSync *foyer_cli_get_sync      (FoyerCli             *cli);

/* The origin of --directory; @origin stays as it is where there is none. Errors: usage */
gboolean   foyer_cli_read_directory (FoyerCliArgs        *args,
                                    char                **origin,
                                    GError              **error);

/**
 * foyer_cli_try_once:
 * @origin: (nullable): of the one directory concerned
 * @unreachable: (out): why nothing could be sent; %NULL otherwise
 *
 * Sends what waits and fetches what came, unless --offline says otherwise.
 *
 * Returns: whether it was tried or need not be; else @error is set: the profile itself is in
 *   trouble
 */
gboolean   foyer_cli_try_once      (FoyerCli             *cli,
                                    const char           *origin,
                                    GError              **unreachable,
                                    GError              **error);
/* Whether something of @subject (a booking, a seat, a listing) waits to leave; @trouble: the
 * code of a refusal for good. */
gboolean   foyer_cli_find_waiting  (FoyerCli             *cli,
                                    const char           *subject,
                                    gboolean             *queued,
                                    char                **trouble,
                                    GError              **error);
/* A directory's refusal as an error: one of ours where the code is, else that of the sync. */
void       foyer_cli_set_refused   (GError              **error,
                                    const char           *code);

/* {"id","state"}, with "queued" where something waits. */
void       foyer_cli_answer_travelling (FoyerCli         *cli,
                                    const char           *id,
                                    FoyerBookingState     state,
                                    gboolean              queued);
/* The end of a command that gave its answer: an @unreachable makes it fail with it. */
gboolean   foyer_cli_end_try       (GError              **unreachable,
                                    GError              **error);
/* Tells of a booking of this host that travels, tries once and says whether it waits.
 * @sentence: for people, said in the answer */
gboolean   foyer_cli_tell_booking  (FoyerCli             *cli,
                                    const FoyerBooking   *booking,
                                    const char           *sentence,
                                    GError              **error);
/* Adds for people that something waits. */
void       foyer_cli_say_queued    (FoyerCli             *cli);

G_END_DECLS
