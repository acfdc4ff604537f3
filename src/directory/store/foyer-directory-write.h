/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-booking-state.h"
#include "protocol/foyer-envelope.h"
#include "protocol/foyer-problem.h"

G_BEGIN_DECLS

/* The most revisions that an If-Match may name. */
#define FOYER_IF_MATCH_MAX 8

/**
 * FoyerPrecondition:
 * @must_be_new: nothing may be there yet ("If-None-Match: *")
 * @any: something must be there ("If-Match: *")
 * @n_revs: else how many of @revs may be there
 *
 * On what a listing is written.
 */
typedef struct {
  gboolean must_be_new;
  gboolean any;
  guint    n_revs;
  gint64   revs[FOYER_IF_MATCH_MAX];
} FoyerPrecondition;

typedef enum {
  FOYER_PHOTO_JPEG,
  FOYER_PHOTO_WEBP,
} FoyerPhotoType;

typedef struct _FoyerDirectoryWrite FoyerDirectoryWrite;

/**
 * FoyerDirectoryWriteFunc:
 * @write: (transfer full): what was asked for, with its outcome
 *
 * Called once, on the writing thread.
 */
typedef void (*FoyerDirectoryWriteFunc) (FoyerDirectoryWrite *write);

/**
 * FoyerDirectoryWrite:
 * @envelope: (nullable): a verified envelope; what it is decides what is done
 * @document: (nullable): its record, read
 * @precondition: of a listing
 * @photo: (nullable): a photo instead of an envelope
 *
 * Something to be written. The outcome: @problem is %FOYER_PROBLEM_UNKNOWN when it was done;
 * @created tells the first time from a repetition.
 */
struct _FoyerDirectoryWrite {
  FoyerEnvelope          *envelope;
  gpointer                document;
  GDestroyNotify          free_document;
  FoyerPrecondition       precondition;
  GBytes                 *photo;
  guint8                  photo_sha256[FOYER_DIGEST_SIZE];
  FoyerPhotoType          photo_type;
  FoyerDirectoryWriteFunc done;
  gpointer                user_data;

  FoyerProblemType        problem;
  char                   *detail;        /* (nullable): about the problem, for logs */
  gboolean                created;
  gint64                  rev;
  FoyerBookingState       state;         /* of a booking */
  char                   *left;          /* (nullable): JSON, what a recall found */
  FoyerKey                recipient;     /* whose inbox got the letter */
  gboolean                has_recipient;
};

FoyerDirectoryWrite *foyer_directory_write_new    (FoyerEnvelope        *envelope,
                                                   GError              **error);
FoyerDirectoryWrite *foyer_directory_write_new_photo
                                                  (GBytes               *photo,
                                                   const guint8          sha256[FOYER_DIGEST_SIZE],
                                                   FoyerPhotoType        type);
void                 foyer_directory_write_free   (FoyerDirectoryWrite  *self);
const char          *foyer_directory_write_get_subject
                                                  (FoyerDirectoryWrite  *self);
void                 foyer_directory_write_refuse (FoyerDirectoryWrite  *self,
                                                   FoyerProblemType      problem,
                                                   const char           *detail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDirectoryWrite, foyer_directory_write_free)

G_END_DECLS
