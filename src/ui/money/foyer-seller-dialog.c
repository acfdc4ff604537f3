/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/money/foyer-seller-dialog.h"

#include <glib/gi18n.h>

#include "core/foyer-iban.h"
#include "core/foyer-money.h"
#include "storage/foyer-store-documents.h"
#include "words/foyer-words.h"

typedef enum {
  TEXT_NAME,
  TEXT_TRADE_NAME,
  TEXT_STREET,
  TEXT_POSTCODE,
  TEXT_CITY,
  TEXT_COUNTRY,
  TEXT_SIREN,
  TEXT_SIRET,
  TEXT_VAT_NUMBER,
  TEXT_ACCOUNT_NAME,
  TEXT_IBAN,
  TEXT_BIC,
  N_TEXTS,
} Text;

/* Each with its entry row in the template, and its place in the record. */
static const struct {
  const char *row;
  gsize       offset;
  gboolean    is_compact;      /* people put blanks into it, which mean nothing */
} texts[N_TEXTS] = {
  [TEXT_NAME] = { "name_row", offsetof (FoyerSeller, name), FALSE },
  [TEXT_TRADE_NAME] = { "trade_name_row", offsetof (FoyerSeller, trade_name), FALSE },
  [TEXT_STREET] = { "street_row", offsetof (FoyerSeller, street), FALSE },
  [TEXT_POSTCODE] = { "postcode_row", offsetof (FoyerSeller, postcode), FALSE },
  [TEXT_CITY] = { "city_row", offsetof (FoyerSeller, city), FALSE },
  [TEXT_COUNTRY] = { "country_row", offsetof (FoyerSeller, country), TRUE },
  [TEXT_SIREN] = { "siren_row", offsetof (FoyerSeller, siren), TRUE },
  [TEXT_SIRET] = { "siret_row", offsetof (FoyerSeller, siret), TRUE },
  [TEXT_VAT_NUMBER] = { "vat_number_row", offsetof (FoyerSeller, vat_number), TRUE },
  [TEXT_ACCOUNT_NAME] = { "account_name_row", offsetof (FoyerSeller, account_name), FALSE },
  [TEXT_IBAN] = { "iban_row", offsetof (FoyerSeller, iban), TRUE },
  [TEXT_BIC] = { "bic_row", offsetof (FoyerSeller, bic), TRUE },
};

struct _FoyerSellerDialog {
  AdwDialog     parent_instance;

  FoyerDesk    *desk;
  char         *space_id;
  FoyerSeller  *seller;          /* (nullable): as it was read, before it is shown */
  gboolean      saving;

  GtkWidget    *save_button;
  GtkLabel     *problem_label;
  AdwSwitchRow *ei_row;
  GtkEditable  *rate_row;
  GtkEditable  *rows[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (FoyerSellerDialog, foyer_seller_dialog, ADW_TYPE_DIALOG)

static void
show_problem (FoyerSellerDialog *self,
              const char        *text)
{
  gtk_label_set_label (self->problem_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), text != NULL);
}

static void
changed_cb (FoyerSellerDialog *self)
{
  g_autofree char *name = NULL;

  if (self->seller == NULL)
    return;

  name = g_strstrip (g_strdup (gtk_editable_get_text (self->rows[TEXT_NAME])));
  gtk_widget_set_sensitive (self->save_button, *name != '\0' && !self->saving);
}

static void
show (FoyerSellerDialog *self)
{
  g_autofree char *rate = NULL;

  for (int i = 0; i < N_TEXTS; i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, self->seller, texts[i].offset);
      g_autofree char *grouped = i == TEXT_IBAN && *text != '\0' ? foyer_iban_group (text) : NULL;

      gtk_editable_set_text (self->rows[i], grouped != NULL ? grouped : text);
    }
  adw_switch_row_set_active (self->ei_row, self->seller->is_ei);
  rate = foyer_words_money_typed ((FoyerMoney) { self->seller->vat_bp, "EUR" });
  gtk_editable_set_text (self->rate_row, self->seller->vat_bp > 0 ? rate : "");
}

static char *
read_text (FoyerSellerDialog *self,
           int                which)
{
  const char *text = gtk_editable_get_text (self->rows[which]);
  GString *compact;

  if (!texts[which].is_compact)
    return g_strstrip (g_strdup (text));

  compact = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (compact, g_utf8_get_char (p));

  return g_string_free_and_steal (compact);
}

static FoyerSeller *
read_seller (FoyerSellerDialog *self)
{
  FoyerSeller *seller = foyer_seller_copy (self->seller);

  for (int i = 0; i < N_TEXTS; i++)
    {
      char **text = &G_STRUCT_MEMBER (char *, seller, texts[i].offset);

      g_free (*text);
      *text = read_text (self, i);
    }
  seller->is_ei = adw_switch_row_get_active (self->ei_row);

  return seller;
}

/* A rate has two decimals, as an amount in euros has. */
static gboolean
read_rate (FoyerSellerDialog *self,
           int               *vat_bp)
{
  const char *text = gtk_editable_get_text (self->rate_row);
  FoyerMoney rate = { 0 };

  if (*text != '\0' && (!foyer_money_parse (text, "EUR", &rate, NULL) || rate.minor > FOYER_VAT_MAX))
    return FALSE;
  *vat_bp = (int) rate.minor;

  return TRUE;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerSellerDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerSeller) seller = foyer_store_seller_finish (FOYER_STORE (source), result, NULL, &op, &error);
  g_autofree char *sentence = NULL;

  self->saving = FALSE;
  if (self->desk == NULL)
    return;
  if (seller == NULL)
    {
      sentence = foyer_words_describe_error (error);
      show_problem (self, sentence);
      changed_cb (self);
      return;
    }

  foyer_desk_acted (self->desk, _("Who sells is noted"), op);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_cb (FoyerSellerDialog *self)
{
  g_autoptr(FoyerSeller) seller = read_seller (self);

  if (self->saving)
    return;
  if (!read_rate (self, &seller->vat_bp))
    {
      show_problem (self, _("A rate of VAT is a number such as 20 or 5.5; nothing was changed, correct it."));
      return;
    }

  show_problem (self, NULL);
  self->saving = TRUE;
  changed_cb (self);
  foyer_store_set_seller_async (foyer_desk_get_store (self->desk), self->space_id, seller, NULL, saved_cb,
                                g_object_ref (self));
}

static void
foyer_seller_dialog_dispose (GObject *object)
{
  FoyerSellerDialog *self = FOYER_SELLER_DIALOG (object);

  g_clear_pointer (&self->seller, foyer_seller_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_SELLER_DIALOG);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->space_id, g_free);

  G_OBJECT_CLASS (foyer_seller_dialog_parent_class)->dispose (object);
}

static void
foyer_seller_dialog_class_init (FoyerSellerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_seller_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-seller-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerSellerDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerSellerDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerSellerDialog, ei_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerSellerDialog, rate_row);
  for (int i = 0; i < N_TEXTS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, texts[i].row, FALSE,
                                               G_STRUCT_OFFSET (FoyerSellerDialog, rows) + i * sizeof (GtkEditable *));
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
foyer_seller_dialog_init (FoyerSellerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

typedef struct {
  GtkWidget *parent;
  FoyerDesk *desk;
  char      *space_id;
} Opening;

static void
opening_free (Opening *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->desk);
  g_free (self->space_id);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Opening) opening = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerSeller) seller = foyer_store_seller_finish (FOYER_STORE (source), result, NULL, NULL, &error);
  FoyerSellerDialog *self;

  if (seller == NULL)
    {
      foyer_desk_failed (opening->desk, error);
      return;
    }
  if (gtk_widget_get_root (opening->parent) == NULL)
    return;

  self = g_object_new (FOYER_TYPE_SELLER_DIALOG, NULL);
  self->desk = g_object_ref (opening->desk);
  self->space_id = g_strdup (opening->space_id);
  self->seller = g_steal_pointer (&seller);
  show (self);
  changed_cb (self);
  adw_dialog_present (ADW_DIALOG (self), opening->parent);
}

void
foyer_seller_dialog_open (GtkWidget  *parent,
                          FoyerDesk  *desk,
                          const char *space_id)
{
  Opening *opening;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (space_id != NULL);

  opening = g_new (Opening, 1);
  opening->parent = g_object_ref (parent);
  opening->desk = g_object_ref (desk);
  opening->space_id = g_strdup (space_id);
  foyer_store_get_seller_async (foyer_desk_get_store (desk), space_id, NULL, read_cb, opening);
}
