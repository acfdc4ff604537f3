/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-space.h"

G_BEGIN_DECLS

/* The fields of a space, in the order in which the form shows them. */
typedef enum {
  FOYER_FIELD_NAME,
  FOYER_FIELD_KIND,
  FOYER_FIELD_ABOUT,
  FOYER_FIELD_STREET,
  FOYER_FIELD_POSTCODE,
  FOYER_FIELD_CITY,
  FOYER_FIELD_ACCESS,
  FOYER_FIELD_AMENITIES,
  FOYER_FIELD_OWN_WORDS,
  FOYER_FIELD_SEATS,
  FOYER_FIELD_HALF_AT,
  FOYER_FIELD_HOLIDAYS,
  FOYER_FIELD_PRICE,
  FOYER_FIELD_HALF_PRICE,
  FOYER_FIELD_CURRENCY,
  FOYER_FIELD_SHARES,
  FOYER_FIELD_CANCEL_MINUTE,
  FOYER_FIELD_CANCEL_DAYS,
  FOYER_FIELD_RULES,
  FOYER_FIELD_LIMIT_WEEK,
  FOYER_FIELD_LIMIT_OPEN,
  FOYER_FIELD_LIMIT_SEATS,
  FOYER_FIELD_LIMIT_AHEAD,
  FOYER_FIELD_DOOR,
  FOYER_FIELD_WIFI,
  FOYER_FIELD_NOTE,
} FoyerSpaceField;

#define FOYER_N_FIELDS (FOYER_FIELD_NOTE + 1)

/* Between a field of a space and the widget that shows it. What is typed is the widget's
 * alone, also when it is wrong. */

/* The name of its widget in the template of the form. */
const char     *foyer_space_field_get_widget (FoyerSpaceField   field);
/* "place", "offers", "seats", "hours", "price", "rules", "after" */
const char     *foyer_space_field_get_page   (FoyerSpaceField   field);
/* What the field is called, in the person's language. Returns: (transfer none) */
const char     *foyer_space_field_get_title  (FoyerSpaceField   field,
                                              GtkWidget        *widget);
/* Which field an error of a space is about, @otherwise when it does not say. */
FoyerSpaceField foyer_space_field_find       (const GError     *error,
                                              FoyerSpaceField   otherwise);
/* Whether @field is the same in both. */
gboolean        foyer_space_field_is_equal   (FoyerSpaceField   field,
                                              const FoyerSpace *a,
                                              const FoyerSpace *b);
/* Puts the value of @space into @widget, unless it says the same. */
void            foyer_space_field_show       (FoyerSpaceField   field,
                                              GtkWidget        *widget,
                                              const FoyerSpace *space);
/* Writes what is in @widget into @space. Errors: %FOYER_ERROR_INVALID */
gboolean        foyer_space_field_read       (FoyerSpaceField   field,
                                              GtkWidget        *widget,
                                              FoyerSpace       *space,
                                              GError          **error);
/* As people of this locale write a sum in the currency of @space, without its sign. Returns:
 * (transfer full) */
char           *foyer_space_field_format_money (const FoyerSpace *space,
                                                gint64            minor);

G_END_DECLS
