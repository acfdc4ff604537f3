/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/spaces/foyer-hours-panel.h"
#include "ui/spaces/foyer-space-fields.h"

G_BEGIN_DECLS

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
/* Ends what is being typed: emits ::edited for every field that differs. */
void           foyer_space_form_finish       (FoyerSpaceForm   *self);
FoyerHoursPanel *foyer_space_form_get_hours  (FoyerSpaceForm   *self);

/* "place", "offers", "seats", "hours", "price", "rules", "after" */
void           foyer_space_form_set_page     (FoyerSpaceForm   *self,
                                              const char       *name);
/* Brings a field into view and gives it the focus. Returns: the name of its page */
const char    *foyer_space_form_go_to        (FoyerSpaceForm   *self,
                                              FoyerSpaceField   field);

G_END_DECLS
