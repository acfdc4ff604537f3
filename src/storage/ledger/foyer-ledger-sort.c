/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/ledger/foyer-ledger-private.h"

#define DIGIT_BITS 11
#define DIGITS (1 << DIGIT_BITS)
/* Less than a millisecond of work. */
#define SLICE 65536

/* One digit of a radix sort, from @from to @to. */
static gboolean
foyer_ledger_sort_digit (const FoyerLedgerKeyed  *from,
                         FoyerLedgerKeyed        *to,
                         gsize                    n,
                         guint                    shift,
                         FoyerDb                 *db,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  g_autofree gsize *places = g_new0 (gsize, DIGITS + 1);

  for (gsize i = 0; i < n; i++)
    {
      if (i % SLICE == 0 && !foyer_ledger_breathe (db, cancellable, error))
        return FALSE;
      places[((from[i].key >> shift) & (DIGITS - 1)) + 1]++;
    }
  for (gsize i = 1; i < DIGITS; i++)
    places[i] += places[i - 1];

  for (gsize i = 0; i < n; i++)
    {
      if (i % SLICE == 0 && !foyer_ledger_breathe (db, cancellable, error))
        return FALSE;
      to[places[(from[i].key >> shift) & (DIGITS - 1)]++] = from[i];
    }

  return TRUE;
}

gboolean
foyer_ledger_sort (FoyerLedgerKeyed **items,
                   gsize              n,
                   FoyerDb           *db,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autofree FoyerLedgerKeyed *spare = g_new (FoyerLedgerKeyed, MAX (n, 1));
  guint64 bits = 0;

  for (gsize i = 0; i < n; i++)
    bits |= (*items)[i].key ^ (*items)[0].key;

  for (guint shift = 0; shift < 64 && bits >> shift != 0; shift += DIGIT_BITS)
    {
      FoyerLedgerKeyed *sorted = spare;

      /* What all have in common sorts nothing. */
      if (((bits >> shift) & (DIGITS - 1)) == 0)
        continue;
      if (!foyer_ledger_sort_digit (*items, spare, n, shift, db, cancellable, error))
        return FALSE;
      spare = *items;
      *items = sorted;
    }

  return TRUE;
}
