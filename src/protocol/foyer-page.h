/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking-state.h"
#include "protocol/foyer-envelope.h"

G_BEGIN_DECLS

#define FOYER_PAGE_ITEMS_MAX 500
#define FOYER_CURSOR_MAX 200

/**
 * FoyerPageItem:
 * @at_ms: when the directory took it
 * @envelope: its bytes, not verified yet: whether one is good or of a later version must not
 *   keep the others of its page back
 *
 * Something that happened at a directory.
 */
typedef struct {
  gint64  at_ms;
  GBytes *envelope;
} FoyerPageItem;

/**
 * FoyerPage:
 * @epoch: of the directory; another one means that it was restored
 * @cursor: what to ask for next
 * @more: whether there is more already
 * @items: (element-type FoyerPageItem): in their order
 *
 * A page of the changes or of an inbox.
 */
typedef struct {
  char      *epoch;
  char      *cursor;
  gboolean   more;
  GPtrArray *items;
} FoyerPage;

gboolean   foyer_cursor_is_valid (const char       *text);

FoyerPage *foyer_page_new        (const char       *epoch,
                                  const char       *cursor,
                                  gboolean          more);
void       foyer_page_free       (FoyerPage        *self);
void       foyer_page_add        (FoyerPage        *self,
                                  gint64            at_ms,
                                  GBytes           *envelope);
FoyerPage *foyer_page_parse      (GBytes           *bytes,
                                  GError          **error);
GBytes    *foyer_page_write      (const FoyerPage  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPage, foyer_page_free)

G_END_DECLS
