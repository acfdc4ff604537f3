/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "model.h"

#define HALF 780

BookEntry *model_find_entry    (const Book      *book,
                                gint64           space,
                                int              day);
/* The seats that a day would have if nobody held one. */
BookSlot   model_plan_of_nobody (const Book     *book,
                                const BookSpace *space,
                                int              day);
BookSlot   model_plan_of_week  (const Book      *book,
                                const BookSpace *space,
                                int              day);
BookSlot   model_plan_of_entry (const BookSpace *space,
                                const BookEntry *entry);
/* What is past stays as it was written down. */
BookSlot   model_plan_from     (const Book      *book,
                                const BookSpace *space,
                                int              day,
                                int              today);
gboolean   model_same_plan     (BookSlot         a,
                                BookSlot         b);
void       model_set_state     (BookSeat        *seat,
                                const char      *state);
/* Whoever gets a seat waits no longer. */
void       model_waits_no_more (Book            *book,
                                const BookSeat  *seat);
