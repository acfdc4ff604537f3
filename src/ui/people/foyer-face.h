/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FoyerFace:
 *
 * Initials on a disc of a colour of one's own, as an AdwAvatar has them. It draws itself: changing
 * the name of an AdwAvatar changes its style class, which costs more than the rest of a row, and
 * lists do that for each of their rows between two keystrokes.
 */
#define FOYER_TYPE_FACE (foyer_face_get_type ())
G_DECLARE_FINAL_TYPE (FoyerFace, foyer_face, FOYER, FACE, GtkWidget)

/**
 * FoyerFace:size:
 *
 * Its width and height in pixels.
 */

GtkWidget *foyer_face_new      (int         size);
void       foyer_face_set_name (FoyerFace  *self,
                                const char *name);

/**
 * foyer_face_get_initials:
 * @name: of a person
 *
 * Returns: the first letter, and that of the last word
 */
char      *foyer_face_get_initials (const char *name);

/**
 * foyer_face_get_color:
 * @name: of a person
 *
 * Returns: theirs, on which white stands out 4.5 : 1
 */
GdkRGBA    foyer_face_get_color    (const char *name);

G_END_DECLS
