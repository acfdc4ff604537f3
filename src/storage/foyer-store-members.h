/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-belonging.h"
#include "core/foyer-person.h"
#include "storage/foyer-store-rules.h"

G_BEGIN_DECLS

/* The members of a host: a list of any length by numbers, a page of its lines, and all that is
 * known of one of them. */

/**
 * FoyerMemberSort:
 * @FOYER_MEMBERS_BY_NAME: from A to Z
 * @FOYER_MEMBERS_BY_LAST_DAY: who was here last comes first
 *
 * The order of a list of members.
 */
typedef enum {
  FOYER_MEMBERS_BY_NAME,
  FOYER_MEMBERS_BY_LAST_DAY,
} FoyerMemberSort;

/**
 * FoyerMemberQuery:
 * @text: (nullable): as [method@Store.find_people_async] takes it; %NULL or "" for everybody
 * @sort: their order
 * @n_lines: of how many of the first the lines are read with the list
 * @space_id: (nullable): with @day, those lines tell how they stand there that day
 * @day: a day; %FOYER_DAY_NONE for today
 *
 * A question for members.
 */
typedef struct {
  const char      *text;
  FoyerMemberSort  sort;
  guint            n_lines;
  const char      *space_id;
  FoyerDay         day;
} FoyerMemberQuery;

/**
 * FoyerMemberLetter:
 * @start: the first of its members
 * @letter: the letter that their names begin with, a capital without accents, or '#'
 *
 * A part of a list from A to Z.
 */
typedef struct {
  guint    start;
  gunichar letter;
} FoyerMemberLetter;

/**
 * FoyerMemberList:
 * @rows: (array length=n): numbers that [method@Store.read_members_async] knows
 * @n: how many there are
 * @letters: (element-type FoyerMemberLetter): in their order; empty unless it is from A to Z
 * @lines: (element-type FoyerMemberLine): of the first, as many as were asked for
 *
 * Who was asked for, in order.
 */
typedef struct {
  guint32   *rows;
  guint      n;
  GArray    *letters;
  GPtrArray *lines;
} FoyerMemberList;

void             foyer_member_list_free (FoyerMemberList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMemberList, foyer_member_list_free)

/**
 * FoyerMemberLine:
 * @row: its number in lists
 * @person: without the record, beside the space and day that were asked for
 * @in_ms: of the booking of that day: when they came, or 0
 * @out_ms: when they left, or 0
 * @forgotten: whether the house noted that; of a whole member who is not here that day, on their last day
 * @asked: the first day from that day on for which a request of theirs waits, or %FOYER_DAY_NONE
 * @belonging: what the host notices of them that day, in all spaces
 *
 * A member in a list. A record, read only.
 */
typedef struct {
  guint32         row;
  FoyerPerson    *person;
  gint64          in_ms;
  gint64          out_ms;
  gboolean        forgotten;
  FoyerDay        asked;
  FoyerBelonging  belonging;
} FoyerMemberLine;

void             foyer_member_line_free (FoyerMemberLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMemberLine, foyer_member_line_free)

/**
 * FoyerMember:
 * @line: how they stand on the day, with the record
 * @day: the day that it is told on
 * @days: (element-type FoyerDay): the days on which they were here, in all spaces, each once, the
 *   first first
 * @bookings: (element-type FoyerBooking): from @day on, held or asked for, the first first; at
 *   most %FOYER_MEMBER_BOOKINGS_MAX
 * @rules: (element-type FoyerRulesAccepted): the house rules that they accepted, of each space those
 *   that they accepted last
 *
 * All that is known of a person. A record, read only.
 */
typedef struct {
  FoyerMemberLine *line;
  FoyerDay         day;
  GArray          *days;
  GPtrArray       *bookings;
  GPtrArray       *rules;
} FoyerMember;

/**
 * FOYER_MEMBER_BOOKINGS_MAX:
 *
 * So many days ahead are told of a member.
 */
#define FOYER_MEMBER_BOOKINGS_MAX 20

void             foyer_member_free      (FoyerMember     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMember, foyer_member_free)

/**
 * foyer_store_list_members_async:
 * @self: an open store
 * @query: which ones, in which order; copied
 * @cancellable: (nullable): stops a question that is outdated
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks for members. A text without letters or digits finds nobody.
 *
 * Asked on the thread that opened the store; the work is done on the database thread, in slices.
 *
 * Errors: invalid (the text is no UTF-8); not-found (the space); any #FoyerDbError; %G_IO_ERROR_CANCELLED,
 *   %G_IO_ERROR_CLOSED after the close.
 */
void             foyer_store_list_members_async  (FoyerStore              *self,
                                                  const FoyerMemberQuery  *query,
                                                  GCancellable            *cancellable,
                                                  GAsyncReadyCallback      callback,
                                                  gpointer                 user_data);

/**
 * foyer_store_list_members_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.list_members_async].
 *
 * Returns: (transfer full) (nullable): the list; %NULL with @error set
 */
FoyerMemberList *foyer_store_list_members_finish (FoyerStore              *self,
                                                  GAsyncResult            *result,
                                                  GError                 **error);

/**
 * foyer_store_read_members_async:
 * @self: an open store
 * @rows: (array length=n_rows): numbers out of a list
 * @n_rows: their number, at least 1
 * @space_id: (nullable): with @day, tells of each how they stand there that day
 * @day: a day; %FOYER_DAY_NONE for today
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks for lines of a list. Errors: not-found (the space); any #FoyerDbError.
 */
void             foyer_store_read_members_async  (FoyerStore              *self,
                                                  const guint32           *rows,
                                                  gsize                    n_rows,
                                                  const char              *space_id,
                                                  FoyerDay                 day,
                                                  GCancellable            *cancellable,
                                                  GAsyncReadyCallback      callback,
                                                  gpointer                 user_data);

/**
 * foyer_store_read_members_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.read_members_async].
 *
 * Returns: (transfer full) (nullable) (element-type FoyerMemberLine): in the order in which they
 *   were asked for, without those who are gone; %NULL with @error set
 */
GPtrArray       *foyer_store_read_members_finish (FoyerStore              *self,
                                                  GAsyncResult            *result,
                                                  GError                 **error);

/**
 * foyer_store_read_member_async:
 * @self: an open store
 * @id: the id of a person
 * @space_id: (nullable): with @day, tells how they stand there that day
 * @day: a day; %FOYER_DAY_NONE for today
 * @cancellable: (nullable): of the question
 * @callback: (scope async): called in the main context of the calling thread
 * @user_data: for @callback
 *
 * Asks for all that is known of a person. Errors: not-found; any #FoyerDbError.
 */
void             foyer_store_read_member_async   (FoyerStore              *self,
                                                  const char              *id,
                                                  const char              *space_id,
                                                  FoyerDay                 day,
                                                  GCancellable            *cancellable,
                                                  GAsyncReadyCallback      callback,
                                                  gpointer                 user_data);

/**
 * foyer_store_read_member_finish:
 * @self: the store that was asked
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends [method@Store.read_member_async].
 *
 * Returns: (transfer full) (nullable): the person; %NULL with @error set
 */
FoyerMember     *foyer_store_read_member_finish  (FoyerStore              *self,
                                                  GAsyncResult            *result,
                                                  GError                 **error);

G_END_DECLS
