/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/foyer-day.h"
#include "core/foyer-part.h"

G_BEGIN_DECLS

/**
 * FOYER_PASS_HALVES_MAX:
 *
 * The half days of the largest pass that can be sold: 1000 days.
 */
#define FOYER_PASS_HALVES_MAX 2000

/**
 * FoyerPassReason:
 * @FOYER_PASS_SOLD: somebody paid for it, "sold"
 * @FOYER_PASS_GIFT: a present of the host, "gift"
 * @FOYER_PASS_TRIAL: to get to know the place, "trial"
 *
 * Why somebody has a pass, so that a day that costs nothing says why it does. Its numbers are
 * not kept anywhere; names are.
 */
typedef enum {
  FOYER_PASS_SOLD,
  FOYER_PASS_GIFT,
  FOYER_PASS_TRIAL,
} FoyerPassReason;

const char *foyer_pass_reason_get_name (FoyerPassReason     reason);
gboolean    foyer_pass_reason_parse    (const char         *name,
                                        FoyerPassReason    *reason,
                                        GError            **error);

/**
 * FoyerPass:
 * @space_id: (nullable): the only space in which it is good; %NULL for all that ask its currency
 * @halves: how many half days; 0 for as many as its time has, one seat a day
 * @n_used: how many of them visits took
 * @method: how it was paid: "cash", "transfer", "card", or "" where nobody said
 * @from: the first day, or %FOYER_DAY_NONE
 * @until: the last day, or %FOYER_DAY_NONE; a pass without a number of days has both
 * @sold_ms: when the host gave it out
 * @ended_ms: when the host ended it, or 0
 *
 * A right to days: a day pass, a carnet, a monthly pass. A record, read only; texts are never
 * %NULL unless said so.
 */
typedef struct {
  char            *id;
  char            *person_id;
  char            *space_id;
  int              halves;
  int              n_used;
  FoyerPassReason  reason;
  gint64           price_minor;
  char             currency[4];
  char            *method;
  FoyerDay         from;
  FoyerDay         until;
  gint64           sold_ms;
  gint64           ended_ms;
} FoyerPass;

void        foyer_pass_free            (FoyerPass          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPass, foyer_pass_free)

int         foyer_pass_get_left        (const FoyerPass    *self);
gboolean    foyer_pass_is_good_on      (const FoyerPass    *self,
                                        FoyerDay            day);
int         foyer_pass_compare         (const FoyerPass    *a,
                                        const FoyerPass    *b);
gboolean    foyer_pass_check           (const FoyerPass    *self,
                                        GError            **error);

gboolean    foyer_pass_parse_days      (const char         *text,
                                        int                *halves,
                                        GError            **error);
FoyerDay    foyer_pass_month_until     (FoyerDay            from);
int         foyer_pass_count_halves    (FoyerPart           part,
                                        int                 seats);
gint64      foyer_pass_get_due         (gint64              price_minor,
                                        int                 halves,
                                        int                 n_paid);

/**
 * FoyerPassChoice:
 * @unlimited: it has no number of days
 * @until: its last day, or %FOYER_DAY_NONE
 * @sold_ms: when it was given out
 * @left: the half days that it can still pay of the visit
 * @taken: those that it paid of it before
 * @take: [func@pass_choose] says here how many more it pays
 *
 * A pass that is good for a visit, as far as the rule must know it.
 */
typedef struct {
  gboolean  unlimited;
  FoyerDay  until;
  gint64    sold_ms;
  int       left;
  int       taken;
  int       take;
} FoyerPassChoice;

int         foyer_pass_choose          (FoyerPassChoice    *choices,
                                        gsize               n,
                                        int                 halves);

G_END_DECLS
