/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "core/foyer-day.h"

/* What both sides book, so that the same is measured. */
#define N_DAYS 180
#define N_SEATS 500
#define N_PEOPLE 200
/* 2026-11-26 09:00 in Paris */
#define NOW G_GINT64_CONSTANT (1795680000000)
#define TODAY ((FoyerDay) 20783)
