/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerModeration:
 * @FOYER_MODERATION_OPEN: whoever publishes is found at once
 * @FOYER_MODERATION_REVIEWED: the operator looks first
 * @FOYER_MODERATION_INVITED: only whom the operator knows
 *
 * What happens to the listing of a new key.
 */
typedef enum {
  FOYER_MODERATION_OPEN,
  FOYER_MODERATION_REVIEWED,
  FOYER_MODERATION_INVITED,
} FoyerModeration;

/**
 * FoyerDirectoryInfo:
 *
 * What a directory says about itself in /.well-known/foyer (RFC 8615). A record: whoever made
 * it may fill its fields.
 */
typedef struct {
  char           *name;
  char           *operator;
  char           *base_url;      /* an origin */
  char           *epoch;
  char           *version;
  FoyerModeration moderation;
  gint64          envelope_bytes;
  gint64          photo_bytes;
  int             open_requests;
  int             horizon_days;
  int             page_items;
  gint64          fee_minor;     /* what the directory takes of a booking */
} FoyerDirectoryInfo;

FoyerDirectoryInfo *foyer_directory_info_new   (void);
void                foyer_directory_info_free  (FoyerDirectoryInfo        *self);
FoyerDirectoryInfo *foyer_directory_info_parse (GBytes                    *bytes,
                                                GError                   **error);
GBytes             *foyer_directory_info_write (const FoyerDirectoryInfo  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDirectoryInfo, foyer_directory_info_free)

G_END_DECLS
