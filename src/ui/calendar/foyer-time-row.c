/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-time-row.h"

#include "core/foyer-instant.h"
#include "words/foyer-words.h"

#define STEP 15
#define PAGE 60

static int
input_cb (AdwSpinRow *row,
          double     *value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  int minute;

  if (!foyer_minute_parse (text, &minute, NULL))
    return GTK_INPUT_ERROR;

  *value = minute;

  return TRUE;
}

static gboolean
output_cb (AdwSpinRow *row)
{
  g_autofree char *text = foyer_words_time (foyer_time_row_get_minute (row));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);

  return TRUE;
}

void
foyer_time_row_set_up (AdwSpinRow *row)
{
  g_return_if_fail (ADW_IS_SPIN_ROW (row));

  adw_spin_row_set_adjustment (row, gtk_adjustment_new (0, 0, 24 * 60, STEP, PAGE, 0));
  g_signal_connect (row, "input", G_CALLBACK (input_cb), NULL);
  g_signal_connect (row, "output", G_CALLBACK (output_cb), NULL);
  output_cb (row);
}

int
foyer_time_row_get_minute (AdwSpinRow *row)
{
  g_return_val_if_fail (ADW_IS_SPIN_ROW (row), 0);

  return (int) adw_spin_row_get_value (row);
}

void
foyer_time_row_set_minute (AdwSpinRow *row,
                           int         minute)
{
  g_return_if_fail (ADW_IS_SPIN_ROW (row));

  adw_spin_row_set_value (row, minute);
  output_cb (row);
}
