/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-limit-row.h"

#include <glib/gi18n.h>

#define PAGE 5

/* Translators: in the place of a number, where there is no limit */
static const char *
get_no_limit (void)
{
  return C_("limit", "No Limit");
}

static int
input_cb (AdwSpinRow *row,
          double     *value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *none = g_utf8_casefold (get_no_limit (), -1);
  gint64 number = 0;

  if (*text != '\0' && !g_str_equal (folded, none) && !g_ascii_string_to_signed (text, 10, 0, G_MAXINT, &number, NULL))
    return GTK_INPUT_ERROR;

  *value = (double) number;

  return TRUE;
}

static gboolean
output_cb (AdwSpinRow *row)
{
  const int limit = (int) adw_spin_row_get_value (row);
  g_autofree char *text = limit == 0 ? g_strdup (get_no_limit ()) : g_strdup_printf ("%d", limit);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);

  return TRUE;
}

void
foyer_limit_row_set_up (AdwSpinRow *row,
                        int         most)
{
  g_return_if_fail (ADW_IS_SPIN_ROW (row));
  g_return_if_fail (most > 0);

  adw_spin_row_set_adjustment (row, gtk_adjustment_new (0, 0, most, 1, PAGE, 0));
  gtk_editable_set_width_chars (GTK_EDITABLE (row), (int) MAX (g_utf8_strlen (get_no_limit (), -1), 3));
  g_signal_connect (row, "input", G_CALLBACK (input_cb), NULL);
  g_signal_connect (row, "output", G_CALLBACK (output_cb), NULL);
  output_cb (row);
}
