/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-trouble-page.h"

#include <glib/gi18n.h>

#include "storage/foyer-db-error.h"
#include "words/foyer-words.h"

struct _FoyerTroublePage {
  AdwBin         parent_instance;
  AdwStatusPage *status;
  GtkWidget     *rescue_button;
  GtkWidget     *retry_button;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (FoyerTroublePage, foyer_trouble_page, ADW_TYPE_BIN)

static const char *
get_title (const GError *error)
{
  if (error->domain != FOYER_DB_ERROR)
    return _("Foyer Could Not Start");

  switch ((FoyerDbError) error->code)
    {
    case FOYER_DB_ERROR_FOREIGN:
      return _("This Is Not a Foyer File");
    case FOYER_DB_ERROR_NEWER:
      return _("A Newer Foyer Was Here");
    case FOYER_DB_ERROR_DAMAGED:
      return _("The File Is Damaged");
    case FOYER_DB_ERROR_BUSY:
      return _("Open Elsewhere");
    case FOYER_DB_ERROR_READ_ONLY:
      return _("The Folder Cannot Be Written");
    case FOYER_DB_ERROR_DISK_FULL:
      return _("The Disk Is Full");
    case FOYER_DB_ERROR_IO:
      return _("The Disk Does Not Answer");
    case FOYER_DB_ERROR_FAILED:
    default:
      return _("Foyer Could Not Start");
    }
}

/* What may help: a backup for what is damaged; another try for what may pass. */
static void
offer (FoyerTroublePage *self,
       const GError     *error)
{
  gboolean damaged = g_error_matches (error, FOYER_DB_ERROR, FOYER_DB_ERROR_DAMAGED);
  gboolean stays = g_error_matches (error, FOYER_DB_ERROR, FOYER_DB_ERROR_FOREIGN)
                   || g_error_matches (error, FOYER_DB_ERROR, FOYER_DB_ERROR_NEWER);

  gtk_widget_set_visible (self->rescue_button, damaged);
  gtk_widget_set_visible (self->retry_button, !damaged && !stays);
}

static void
foyer_trouble_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_TROUBLE_PAGE);

  G_OBJECT_CLASS (foyer_trouble_page_parent_class)->dispose (object);
}

static void
foyer_trouble_page_class_init (FoyerTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_trouble_page_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerTroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, FoyerTroublePage, rescue_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerTroublePage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerTroublePage, menu_button);
}

static void
foyer_trouble_page_init (FoyerTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_trouble_page_new (const GError *error,
                        GMenuModel   *main_menu)
{
  FoyerTroublePage *self;
  g_autofree char *sentence = NULL;
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  self = g_object_new (FOYER_TYPE_TROUBLE_PAGE, NULL);
  sentence = foyer_words_describe_error (error);
  escaped = g_markup_escape_text (sentence, -1);
  adw_status_page_set_title (self->status, get_title (error));
  adw_status_page_set_description (self->status, escaped);
  gtk_menu_button_set_menu_model (self->menu_button, main_menu);
  offer (self, error);
  return GTK_WIDGET (self);
}
