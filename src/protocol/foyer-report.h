/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "protocol/foyer-envelope.h"

G_BEGIN_DECLS

#define FOYER_REPORT_TEXT_MAX 1000

/**
 * FoyerReportReason:
 * @FOYER_REPORT_NOT_REAL: there is no such space, or it is somebody else's
 * @FOYER_REPORT_UNSAFE: people are in danger there
 * @FOYER_REPORT_ILLEGAL: the law forbids it
 * @FOYER_REPORT_SPAM: it sells something else
 * @FOYER_REPORT_PRIVATE: it tells what somebody wants to keep private
 * @FOYER_REPORT_OTHER: the text says it
 *
 * What is wrong with a listing.
 */
typedef enum {
  FOYER_REPORT_NOT_REAL,
  FOYER_REPORT_UNSAFE,
  FOYER_REPORT_ILLEGAL,
  FOYER_REPORT_SPAM,
  FOYER_REPORT_PRIVATE,
  FOYER_REPORT_OTHER,
} FoyerReportReason;

const char *foyer_report_reason_get_name (FoyerReportReason reason);

/**
 * FoyerReport:
 * @id: its own id
 * @rev: 1, since a report does not change
 * @listing: the listing
 * @host: whose it is
 * @reason: what is wrong
 * @text: in words, "" when there are none
 *
 * Somebody warns an operator.
 */
typedef struct {
  char             *id;
  gint64            rev;
  char             *listing;
  FoyerKey          host;
  FoyerReportReason reason;
  char             *text;
} FoyerReport;

FoyerReport   *foyer_report_new   (const char         *id,
                                   const char         *listing,
                                   const FoyerKey     *host,
                                   FoyerReportReason   reason,
                                   const char         *text);
void           foyer_report_free  (FoyerReport        *self);
FoyerReport   *foyer_report_parse (FoyerEnvelope      *envelope,
                                   GError            **error);
FoyerEnvelope *foyer_report_sign  (const FoyerReport  *self,
                                   FoyerKeyPair       *pair,
                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerReport, foyer_report_free)

G_END_DECLS
