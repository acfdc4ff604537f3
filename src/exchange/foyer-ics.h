/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-calendar.h"

G_BEGIN_DECLS

#define FOYER_ICS_SIZE_MAX (2 * 1024 * 1024)

/**
 * foyer_ics_read:
 * @data: bytes of a file, or of an answer
 * @length: how many
 * @zone: of the space, whose hours the spans have
 * @first: the first day wanted
 * @last: the last day wanted
 * @error: return location for an error
 *
 * Reads an iCalendar text (RFC 5545) into what it has on some days. What is cancelled is left out,
 * what takes no time of its owner is there as not busy, repetitions are expanded with their exceptions
 * and moved occurrences. An event with a rule or a date that Foyer does not read is counted as left
 * out; the rest is used. The work is bounded by the size of the text and of the window, whatever
 * the text says. Any thread.
 *
 * Returns: (transfer full) (nullable): what is in the calendar; %NULL with %FOYER_ERROR_BAD_FILE
 *   (no calendar, or not a whole one) or %FOYER_ERROR_TOO_MUCH (larger than any calendar)
 */
FoyerCalendarReading *foyer_ics_read (const char  *data,
                                      gsize        length,
                                      GTimeZone   *zone,
                                      FoyerDay     first,
                                      FoyerDay     last,
                                      GError     **error);

G_END_DECLS
