/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-scanner-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/foyer-code.h"
#include "ui/my-seats/foyer-qr-code.h"

/* As long as a ticket, and every letter once. */
#define TEST_CODE FOYER_CODE_TICKET FOYER_CODE_LETTERS
#define QR_SIZE 200

struct _FoyerScannerDialog
{
  AdwDialog    parent_instance;

  FoyerQrCode *code;
  GtkEditable *entry;
  GtkLabel    *result_label;
};

G_DEFINE_FINAL_TYPE (FoyerScannerDialog, foyer_scanner_dialog, ADW_TYPE_DIALOG)

/* Which letter came as what, for the first that is wrong. */
static char *
describe_wrong (const char *text)
{
  g_autofree char *capitals = g_ascii_strup (text, -1);

  if (strstr (capitals, TEST_CODE) != NULL)
    return g_strdup (_("More arrived than the code. Let the scanner type nothing before it, and only Enter after it."));

  for (const char *expected = TEST_CODE; *expected != '\0'; expected++, text = g_utf8_next_char (text))
    {
      g_autofree char *came = NULL;

      if (*text == '\0' || g_unichar_toupper (g_utf8_get_char (text)) == (gunichar) *expected)
        {
          if (*text == '\0')
            break;
          continue;
        }
      came = g_utf8_substring (text, 0, 1);

      /* Translators: %1$c is the letter that was scanned, %2$s what arrived in its place */
      return g_strdup_printf (_("The letter %1$c arrived as “%2$s”. Set the scanner to the layout of this keyboard; "
                                "its manual has a code to scan for that."), *expected, came);
    }

  return g_strdup (_("Letters are missing. Hold the scanner still and nearer, or let it type more slowly."));
}

static void
show_result (FoyerScannerDialog *self,
             const char         *text,
             gboolean            good)
{
  gtk_label_set_label (self->result_label, text);
  if (good)
    gtk_widget_add_css_class (GTK_WIDGET (self->result_label), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->result_label), "heading");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* A scanner ends what it types with Enter. */
static void
scanned_cb (FoyerScannerDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  if (*text == '\0')
    return;

  if (g_ascii_strcasecmp (text, TEST_CODE) == 0)
    {
      show_result (self, _("The scanner types every letter right."), TRUE);
    }
  else
    {
      g_autofree char *wrong = describe_wrong (text);

      show_result (self, wrong, FALSE);
    }
  gtk_editable_select_region (self->entry, 0, -1);
}

static void
changed_cb (FoyerScannerDialog *self)
{
  if (g_ascii_strcasecmp (gtk_editable_get_text (self->entry), TEST_CODE) == 0)
    show_result (self, _("The letters are right. If nothing else happens, let the scanner type Enter after them."), FALSE);
}

static void
foyer_scanner_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_SCANNER_DIALOG);

  G_OBJECT_CLASS (foyer_scanner_dialog_parent_class)->dispose (object);
}

static void
foyer_scanner_dialog_class_init (FoyerScannerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_scanner_dialog_dispose;

  g_type_ensure (FOYER_TYPE_QR_CODE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-scanner-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerScannerDialog, code);
  gtk_widget_class_bind_template_child (widget_class, FoyerScannerDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, FoyerScannerDialog, result_label);
  gtk_widget_class_bind_template_callback (widget_class, scanned_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
foyer_scanner_dialog_init (FoyerScannerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_qr_code_set_text (self->code, TEST_CODE, TEST_CODE);
  foyer_qr_code_set_size (self->code, QR_SIZE);
}

AdwDialog *
foyer_scanner_dialog_new (void)
{
  return g_object_new (FOYER_TYPE_SCANNER_DIALOG, NULL);
}
