/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/foyer-space.h"
#include "ui/spaces/foyer-hours-words.h"
#include "ui/spaces/foyer-week-grid.h"

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
  FOYER_FIELD_CANCEL_MINUTE,
  FOYER_FIELD_CANCEL_DAYS,
  FOYER_FIELD_RULES,
  FOYER_FIELD_DOOR,
  FOYER_FIELD_WIFI,
} FoyerSpaceField;

#define FOYER_N_FIELDS (FOYER_FIELD_WIFI + 1)

/**
 * FoyerSpaceForm:
 *
 * Every field of a space, on a page for each subject, and its week. It holds what is
 * typed, also what is wrong, until somebody shows it other values; what is wrong is said
 * under the field. It saves nothing.
 */
#define FOYER_TYPE_SPACE_FORM (foyer_space_form_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSpaceForm, foyer_space_form, FOYER, SPACE_FORM, AdwBin)

/**
 * FoyerSpaceForm:narrow:
 *
 * Whether there is little width.
 */

/**
 * FoyerSpaceForm::edited:
 * @field: a #FoyerSpaceField
 *
 * The person finished with a field that differs from what was shown there.
 */

/**
 * FoyerSpaceForm::week-edited:
 * @weekday: 1 Monday … 7 Sunday
 */

/* What the field is called, in the person's language. Returns: (transfer none) */
const char    *foyer_space_form_get_title    (FoyerSpaceForm   *self,
                                              FoyerSpaceField   field);
/* Shows @space; fields where something else was typed meanwhile keep it, unless @all. */
void           foyer_space_form_show         (FoyerSpaceForm   *self,
                                              const FoyerSpace *space,
                                              gboolean          all);
/* Whether each line can be applied on its own. */
void           foyer_space_form_set_applies  (FoyerSpaceForm   *self,
                                              gboolean          applies);
/* Writes what is in one field into @space. Errors: %FOYER_ERROR_INVALID */
gboolean       foyer_space_form_read         (FoyerSpaceForm   *self,
                                              FoyerSpaceField   field,
                                              FoyerSpace       *space,
                                              GError          **error);
/* Says under @field what is wrong with it; %NULL: nothing. */
void           foyer_space_form_set_problem  (FoyerSpaceForm   *self,
                                              FoyerSpaceField   field,
                                              const char       *text);
/* Which field an error of a space is about, @otherwise when it does not say. */
FoyerSpaceField foyer_space_form_find_field  (FoyerSpaceForm   *self,
                                              const GError     *error,
                                              FoyerSpaceField   otherwise);
/* Ends what is being typed: emits ::edited for every field that differs. */
void           foyer_space_form_finish       (FoyerSpaceForm   *self);
FoyerWeekGrid *foyer_space_form_get_week     (FoyerSpaceForm   *self);
FoyerHoursWords *foyer_space_form_get_words  (FoyerSpaceForm   *self);

/* "place", "offers", "seats", "hours", "price", "rules", "after" */
void           foyer_space_form_set_page     (FoyerSpaceForm   *self,
                                              const char       *name);
/* Brings a field into view and gives it the focus. Returns: the name of its page */
const char    *foyer_space_form_go_to        (FoyerSpaceForm   *self,
                                              FoyerSpaceField   field);

G_END_DECLS
