/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-calendar.h"

G_BEGIN_DECLS

/**
 * foyer_words_calendar_closes:
 * @closes: what a calendar closes
 *
 * Returns: (transfer full): "Whole days", "Mornings or afternoons", "Nothing"
 */
char *foyer_words_calendar_closes   (FoyerCalendarCloses          closes);

/**
 * foyer_words_calendar_age:
 * @read_ms: when a calendar was last read
 * @now_ms: now, both in UTC milliseconds
 *
 * Returns: (transfer full): "read just now", "read 2 hours ago", "read 3 days ago"
 */
char *foyer_words_calendar_age      (gint64                       read_ms,
                                     gint64                       now_ms);

/**
 * foyer_words_calendar_trouble:
 * @trouble: why a calendar could not be read
 *
 * Returns: (transfer full): a sentence that says what holds meanwhile; "" for none
 */
char *foyer_words_calendar_trouble  (FoyerCalendarTrouble         trouble);

/**
 * foyer_words_calendar_state:
 * @calendar: a calendar
 * @now_ms: UTC milliseconds
 *
 * How far a calendar can be relied on: when it was read, what went wrong since, what it has that Foyer does
 * not read, and that its days are no promise any more.
 *
 * Returns: (transfer full): sentences
 */
char *foyer_words_calendar_state    (const FoyerCalendar         *calendar,
                                     gint64                       now_ms);

/**
 * foyer_words_calendar_left_out:
 * @n_left_out: a number of events
 *
 * Returns: (transfer full): "Left out: 1 event with a rule that Foyer does not read."; "" for none
 */
char *foyer_words_calendar_left_out (int                          n_left_out);

/**
 * foyer_words_calendar_summary:
 * @summary: what a calendar says of an event
 *
 * Returns: (transfer full): the same, "Busy" where it says nothing
 */
char *foyer_words_calendar_summary  (const char                  *summary);

/**
 * foyer_words_calendar_event:
 * @event: what a calendar has on a day
 * @now_ms: UTC milliseconds
 *
 * Returns: (transfer full): "14:00 – 16:00, from “Family”, read 2 hours ago"
 */
char *foyer_words_calendar_event    (const FoyerCalendarEvent    *event,
                                     gint64                       now_ms);

/**
 * foyer_words_calendar_conflict:
 * @conflict: a day that a calendar closes, and on which people have seats
 *
 * Returns: (transfer full): "Thursday 26 November: “Dentist”, and 2 seats are booked"
 */
char *foyer_words_calendar_conflict (const FoyerCalendarConflict *conflict);

G_END_DECLS
