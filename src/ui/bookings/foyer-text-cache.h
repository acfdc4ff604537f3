/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _FoyerTextCache FoyerTextCache;

/**
 * FoyerTextStyle:
 * @FOYER_TEXT_PLAIN: as the list has it
 * @FOYER_TEXT_BOLD: stronger
 * @FOYER_TEXT_INITIALS: small and strong, for the disc of a face
 */
typedef enum {
  FOYER_TEXT_PLAIN,
  FOYER_TEXT_BOLD,
  FOYER_TEXT_INITIALS,
} FoyerTextStyle;

/**
 * FoyerDrawnText:
 * @node: (nullable): what is to be drawn, from (0, 0) on; %NULL where nothing is
 * @width: in pixels, at most the width that was given
 * @height: in pixels
 *
 * A text of one line, shaped and ready to be drawn.
 */
typedef struct {
  GskRenderNode *node;
  int            width;
  int            height;
} FoyerDrawnText;

FoyerTextCache       *foyer_text_cache_new   (GtkWidget      *page);

FoyerTextCache       *foyer_text_cache_ref   (FoyerTextCache *self);

void                  foyer_text_cache_unref (FoyerTextCache *self);

const FoyerDrawnText *foyer_text_cache_get   (FoyerTextCache *self,
                                              const char     *text,
                                              int             width,
                                              FoyerTextStyle  style,
                                              const GdkRGBA  *color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTextCache, foyer_text_cache_unref)

G_END_DECLS
