/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-instant.h"
#include "exchange/foyer-ics.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* Whatever a server or a file says, what comes back is within its days and in its order. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const FoyerDay first = foyer_day_new (2026, 11, 23);
  const FoyerDay last = first + FOYER_CALENDAR_READ_DAYS - 1;
  g_autoptr(GTimeZone) zone = foyer_zone_new ("Europe/Paris", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerCalendarReading) reading = foyer_ics_read ((const char *) data, size, zone, first, last, &error);

  g_assert_true ((reading == NULL) == (error != NULL));
  for (guint i = 0; reading != NULL && i < reading->spans->len; i++)
    {
      const FoyerBusySpan *span = &g_array_index (reading->spans, FoyerBusySpan, i);

      g_assert_cmpint (span->day, >=, first);
      g_assert_cmpint (span->day, <=, last);
      g_assert_cmpint (span->start_minute, >=, 0);
      g_assert_cmpint (span->start_minute, <, span->end_minute);
      g_assert_cmpint (span->end_minute, <=, 1440);
      g_assert_true (g_utf8_validate (span->summary, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (span->summary, -1), <=, FOYER_CALENDAR_SUMMARY_MAX);
      if (i > 0)
        g_assert_cmpint (foyer_busy_span_compare (span - 1, span), <, 0);
    }

  return 0;
}
