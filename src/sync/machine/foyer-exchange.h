/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-key.h"
#include "protocol/foyer-problem.h"

G_BEGIN_DECLS

/* More than any answer of a directory needs. */
#define FOYER_REPLY_SIZE_MAX (4 * 1024 * 1024)

/**
 * FoyerCall:
 * @origin: of the directory
 * @target: path and query
 * @body: (nullable): a signed envelope, or a photo
 * @type: the media type of @body
 * @accept: the media types of an answer
 * @most: so many bytes an answer has at most
 * @must_be_new: "If-None-Match: *"
 * @if_match: the revision that the directory must have, 0 for any
 * @reader: (nullable): who signs a private read
 * @created_offset_ms: how far the directory's clock is ahead, for that signature
 * @wait_s: how long the directory may keep the question until there are news
 *
 * A question to a directory, as plain data.
 */
typedef struct {
  const char   *method;          /* a constant */
  char         *origin;
  char         *target;
  GBytes       *body;
  const char   *type;            /* a constant */
  const char   *accept;          /* a constant */
  gsize         most;
  gboolean      must_be_new;
  gint64        if_match;
  FoyerKeyPair *reader;
  gint64        created_offset_ms;
  int           wait_s;
} FoyerCall;

FoyerCall  *foyer_call_new       (const char   *method,
                                  const char   *origin,
                                  const char   *format,
                                  ...) G_GNUC_PRINTF (3, 4);
FoyerCall  *foyer_call_copy      (const FoyerCall *self);
void        foyer_call_free      (FoyerCall    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCall, foyer_call_free)

/**
 * FoyerReply:
 * @error: (nullable): why there is no whole answer; what was asked may have happened or not
 * @status: of HTTP, 0 with @error
 * @body: its bytes, as many as were announced
 * @rev: the strong ETag, 0 for none
 * @retry_after_ms: how long to wait, -1 when it does not say
 * @date_ms: the directory's clock, to the second, 0 when it does not say
 *
 * What came back.
 */
typedef struct {
  GError  *error;
  int      status;
  GBytes  *body;
  gint64   rev;
  gint64   retry_after_ms;
  gint64   date_ms;
} FoyerReply;

FoyerReply *foyer_reply_new      (int           status,
                                  GBytes       *body);
FoyerReply *foyer_reply_new_lost (GError       *error);
void        foyer_reply_free     (FoyerReply   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerReply, foyer_reply_free)

/**
 * FoyerVerdict:
 * @FOYER_VERDICT_DONE: 200 or 201, and JSON as it must be
 * @FOYER_VERDICT_LATER: unknown, or not now; ask the same again
 * @FOYER_VERDICT_NO: a refusal for good, with its problem
 *
 * What an answer means.
 */
typedef enum {
  FOYER_VERDICT_DONE,
  FOYER_VERDICT_LATER,
  FOYER_VERDICT_NO,
} FoyerVerdict;

FoyerVerdict foyer_reply_judge    (const FoyerReply *self,
                                   FoyerProblemType *problem,
                                   const char      **reason,
                                   GError          **error);

G_END_DECLS
