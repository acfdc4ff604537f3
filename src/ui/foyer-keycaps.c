/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-keycaps.h"

#include <glib/gi18n.h>

/* GTK says "Return" where the key of most boards is called Enter. */
static char *
name_key (guint keyval)
{
  if (keyval == GDK_KEY_Return)
    /* Translators: the name of a key */
    return g_strdup (C_("key", "Enter"));
  return gtk_accelerator_get_label (keyval, 0);
}

static void
add_cap (GtkWidget  *box,
         const char *name)
{
  GtkWidget *cap = gtk_label_new (name);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_add_css_class (cap, "caption-heading");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), cap);
}

GtkWidget *
foyer_keycaps_new (const char *accelerator)
{
  static const GdkModifierType modifiers[] = { GDK_CONTROL_MASK, GDK_ALT_MASK, GDK_SHIFT_MASK };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *key = NULL;
  g_autofree char *spoken = NULL;
  GdkModifierType mods;
  guint keyval;

  g_return_val_if_fail (accelerator != NULL, NULL);

  if (!gtk_accelerator_parse (accelerator, &keyval, &mods))
    g_return_val_if_reached (box);

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if ((mods & modifiers[i]) != 0)
      {
        g_autofree char *label = gtk_accelerator_get_label (0, modifiers[i]);
        gsize length = strlen (label);

        /* "Ctrl+" without its plus */
        if (length > 1 && label[length - 1] == '+')
          label[length - 1] = '\0';
        add_cap (box, label);
      }
  key = name_key (keyval);
  add_cap (box, key);

  spoken = gtk_accelerator_get_label (keyval, mods);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return box;
}
