/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where every type of problem has its page; the last part is its name. */
#define FOYER_PROBLEM_BASE "https://foyerdesk.github.io/problems/"

/**
 * FoyerProblemType:
 *
 * Why a directory refuses. Each has one name and one HTTP status for ever.
 */
typedef enum {
  FOYER_PROBLEM_UNKNOWN,               /* of a later version, or none at all */
  FOYER_PROBLEM_INVALID,
  FOYER_PROBLEM_UNKNOWN_TYPE,
  FOYER_PROBLEM_BEYOND_HORIZON,
  FOYER_PROBLEM_PAST_DAY,
  FOYER_PROBLEM_BAD_SIGNATURE,
  FOYER_PROBLEM_SIGNATURE_EXPIRED,
  FOYER_PROBLEM_NOT_YOURS,
  FOYER_PROBLEM_BLOCKED,
  FOYER_PROBLEM_NOT_FOUND,
  FOYER_PROBLEM_METHOD,
  FOYER_PROBLEM_NOT_ACCEPTABLE,
  FOYER_PROBLEM_FULL,
  FOYER_PROBLEM_CLOSED,
  FOYER_PROBLEM_TAKEN,
  FOYER_PROBLEM_ID_REUSED,
  FOYER_PROBLEM_STALE,
  FOYER_PROBLEM_EXPIRED,
  FOYER_PROBLEM_BAD_STATE,
  FOYER_PROBLEM_GONE,
  FOYER_PROBLEM_CURSOR_EXPIRED,
  FOYER_PROBLEM_PRECONDITION,
  FOYER_PROBLEM_TOO_LARGE,
  FOYER_PROBLEM_MEDIA_TYPE,
  FOYER_PROBLEM_PRECONDITION_REQUIRED,
  FOYER_PROBLEM_TOO_MANY_REQUESTS,
  FOYER_PROBLEM_TOO_MANY_OPEN,
  FOYER_PROBLEM_INTERNAL,
  FOYER_PROBLEM_UNAVAILABLE,
} FoyerProblemType;

#define FOYER_PROBLEM_LAST FOYER_PROBLEM_UNAVAILABLE

const char       *foyer_problem_type_get_name       (FoyerProblemType  type);
int               foyer_problem_type_get_status     (FoyerProblemType  type);
FoyerProblemType  foyer_problem_type_from_error     (const GError     *error);

/**
 * FoyerProblem:
 * @type: why
 * @status: the HTTP status
 * @title: the same for each problem of a type, in English, for logs
 * @detail: (nullable): about this one, for logs
 * @instance: (nullable): names this one
 *
 * A refusal (RFC 9457).
 */
typedef struct {
  FoyerProblemType type;
  int              status;
  char            *title;
  char            *detail;
  char            *instance;
} FoyerProblem;

FoyerProblem     *foyer_problem_new                 (FoyerProblemType     type,
                                                     const char          *detail,
                                                     const char          *instance);
void              foyer_problem_free                (FoyerProblem        *self);
FoyerProblem     *foyer_problem_parse               (GBytes              *bytes,
                                                     GError             **error);
GBytes           *foyer_problem_write               (const FoyerProblem  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerProblem, foyer_problem_free)

G_END_DECLS
