/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/money/foyer-collect-dialog.h"

#include <glib/gi18n.h>

#include "core/foyer-iban.h"
#include "core/foyer-money.h"
#include "core/foyer-transfer.h"
#include "storage/foyer-store-documents.h"
#include "storage/foyer-store-payments.h"
#include "ui/money/foyer-due-dialog.h"
#include "ui/money/foyer-seller-dialog.h"
#include "ui/my-seats/foyer-qr-code.h"
#include "words/foyer-words-sold.h"
#include "words/foyer-words.h"

/* As large as is easily read by a camera at arm's length. */
#define CODE_SIZE 230

struct _FoyerCollectDialog {
  AdwDialog       parent_instance;

  FoyerDesk      *desk;
  FoyerDue       *due;
  char           *space_id;        /* whose receipt it is */
  FoyerSeller    *seller;
  char           *reference;       /* of a transfer, or "" */
  gboolean        taking;

  AdwWindowTitle *title;
  GtkLabel       *amount_label;
  GtkLabel       *problem_label;
  AdwToggleGroup *methods;
  GtkStack       *stack;
  GtkWidget      *code_box;
  FoyerQrCode    *code;
  GtkWidget      *no_account_box;
  GtkListBox     *account_list;
  GtkEditable    *given_row;
  GtkWidget      *change_row;
  GtkLabel       *change_label;
  GtkEditable    *amount_row;
  GtkWidget      *take_button;
};

G_DEFINE_FINAL_TYPE (FoyerCollectDialog, foyer_collect_dialog, ADW_TYPE_DIALOG)

static void
show_problem (FoyerCollectDialog *self,
              const char         *text)
{
  gtk_label_set_label (self->problem_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), text != NULL);
}

static char *
describe (FoyerCollectDialog *self,
          gint64              minor)
{
  FoyerMoney money = { .minor = minor };

  g_strlcpy (money.currency, self->due->currency, sizeof money.currency);

  return foyer_words_money (money);
}

static gboolean
read_amount (FoyerCollectDialog  *self,
             GtkEditable         *row,
             gint64              *minor,
             GError             **error)
{
  FoyerMoney money;

  if (!foyer_money_parse (gtk_editable_get_text (row), self->due->currency, &money, error))
    return FALSE;
  *minor = money.minor;

  return TRUE;
}

static gboolean
is_cash (FoyerCollectDialog *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->methods), "cash") == 0;
}

/* With an amount that is no amount there is nothing to scan. */
static void
show_code (FoyerCollectDialog *self,
           gint64              minor)
{
  g_autofree char *payload = NULL;
  const gboolean known = *self->seller->iban != '\0';

  if (known && minor > 0 && g_str_equal (self->due->currency, "EUR"))
    payload = foyer_transfer_make_payload (*self->seller->account_name != '\0' ? self->seller->account_name
                                                                              : self->seller->name,
                                           self->seller->iban, self->seller->bic,
                                           minor, self->reference, NULL);
  gtk_widget_set_visible (self->code_box, payload != NULL);
  if (payload != NULL)
    {
      g_autofree char *amount = describe (self, minor);
      /* Translators: what a screen reader says of a QR code; %s is an amount */
      g_autofree char *name = g_strdup_printf (_("QR code of a transfer of %s"), amount);

      foyer_qr_code_set_text (self->code, payload, name);
    }
  gtk_widget_set_visible (self->no_account_box, !known);
  gtk_widget_set_visible (GTK_WIDGET (self->account_list), known);
}

static void
show_change (FoyerCollectDialog *self,
             gint64              minor)
{
  g_autofree char *change = NULL;
  gint64 given;
  const gboolean enough = read_amount (self, self->given_row, &given, NULL) && given >= minor;

  gtk_widget_set_visible (self->change_row, enough);
  if (!enough)
    return;

  change = describe (self, given - minor);
  gtk_label_set_label (self->change_label, change);
}

static void
changed_cb (FoyerCollectDialog *self)
{
  gint64 minor = 0;

  /* The template is being built. */
  if (self->due == NULL)
    return;

  read_amount (self, self->amount_row, &minor, NULL);
  show_problem (self, NULL);
  show_code (self, minor);
  show_change (self, minor);
  gtk_widget_set_sensitive (self->take_button, minor > 0 && !self->taking);
}

static void
method_cb (FoyerCollectDialog *self)
{
  const char *name = adw_toggle_group_get_active_name (self->methods);

  if (name != NULL)
    gtk_stack_set_visible_child_name (self->stack, name);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerCollectDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerPayment) payment = foyer_store_payment_finish (FOYER_STORE (source), result, &op, &error);
  g_autofree char *sentence = NULL;
  g_autofree char *amount = NULL;

  self->taking = FALSE;
  if (self->desk == NULL)
    return;
  if (payment == NULL)
    {
      changed_cb (self);
      sentence = foyer_words_describe_error (error);
      show_problem (self, sentence);
      return;
    }

  amount = describe (self, payment->amount_minor);
  /* Translators: said after the act; %1$s is an amount, %2$s a person's name, %3$s the number of the receipt */
  sentence = g_strdup_printf (_("%1$s from %2$s, receipt %3$s"), amount, self->due->name, payment->number);
  foyer_desk_acted (self->desk, sentence, op);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
take_cb (FoyerCollectDialog *self)
{
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;
  FoyerPaymentItem item = { .id = self->due->id, .is_pass = self->due->is_pass };
  FoyerPaymentOrder order = {
    .method = adw_toggle_group_get_active_name (self->methods), .space_id = self->space_id, .items = &item, .n_items = 1,
  };

  if (self->taking)
    return;
  if (!read_amount (self, self->amount_row, &item.amount_minor, &error)
      || (is_cash (self) && *gtk_editable_get_text (self->given_row) != '\0'
          && !read_amount (self, self->given_row, &order.given_minor, &error)))
    {
      g_autofree char *sentence = foyer_words_describe_error (error);

      show_problem (self, sentence);
      return;
    }

  item.label = label = self->due->is_pass ? foyer_words_sold_pass (self->due->halves)
                                          : foyer_words_sold_part (self->due->part);
  self->taking = TRUE;
  changed_cb (self);
  foyer_store_pay_async (foyer_desk_get_store (self->desk), &order, NULL, taken_cb, g_object_ref (self));
}

/* In its place: it knows the account when it is asked for again. */
static void
add_account_cb (FoyerCollectDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  foyer_seller_dialog_open (parent, self->desk, self->space_id);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
copy_cb (GtkWidget    *button,
         AdwActionRow *row)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), adw_action_row_get_subtitle (row));
}

static void
add_line (FoyerCollectDialog *self,
          const char         *title,
          const char         *text,
          const char         *copy_tip)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, copy_tip);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), row, G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->account_list, row);
}

static void
show_account (FoyerCollectDialog *self)
{
  g_autofree char *iban = NULL;

  if (*self->seller->iban == '\0')
    return;

  iban = foyer_iban_group (self->seller->iban);
  add_line (self, "IBAN", iban, _("Copy the IBAN"));
  if (*self->reference != '\0')
    add_line (self, _("Reference"), self->reference, _("Copy the Reference"));
}

static void
foyer_collect_dialog_dispose (GObject *object)
{
  FoyerCollectDialog *self = FOYER_COLLECT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_COLLECT_DIALOG);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->due, foyer_due_free);
  g_clear_pointer (&self->seller, foyer_seller_free);
  g_clear_pointer (&self->reference, g_free);
  g_clear_pointer (&self->space_id, g_free);

  G_OBJECT_CLASS (foyer_collect_dialog_parent_class)->dispose (object);
}

static void
foyer_collect_dialog_class_init (FoyerCollectDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_collect_dialog_dispose;

  g_type_ensure (FOYER_TYPE_QR_CODE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-collect-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, title);
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, amount_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, methods);
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, code_box);
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, code);
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, no_account_box);
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, account_list);
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, given_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, change_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, change_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, amount_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerCollectDialog, take_button);
  gtk_widget_class_bind_template_callback (widget_class, add_account_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, method_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
foyer_collect_dialog_init (FoyerCollectDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  foyer_qr_code_set_size (self->code, CODE_SIZE);
}

/* What is read before the dialog is there, which then has its size from its first frame on. */
typedef struct {
  GtkWidget   *parent;
  FoyerDesk   *desk;
  char        *space_id;
  char        *id;
  FoyerDue    *due;
  FoyerSeller *seller;
} Opening;

static void
opening_free (Opening *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->desk);
  g_free (self->space_id);
  g_free (self->id);
  g_clear_pointer (&self->due, foyer_due_free);
  g_clear_pointer (&self->seller, foyer_seller_free);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
present (Opening    *opening,
         const char *reference)
{
  FoyerCollectDialog *self;
  g_autofree char *what = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *typed = NULL;
  FoyerMoney money = { 0 };

  if (gtk_widget_get_root (opening->parent) == NULL)
    return;

  self = g_object_new (FOYER_TYPE_COLLECT_DIALOG, NULL);
  self->desk = g_object_ref (opening->desk);
  self->due = g_steal_pointer (&opening->due);
  self->seller = g_steal_pointer (&opening->seller);
  self->space_id = g_strdup (opening->space_id);
  self->reference = g_strdup (reference);
  what = foyer_due_describe (self->due, foyer_desk_get_today (self->desk));
  amount = describe (self, self->due->due_minor);
  money.minor = self->due->due_minor;
  g_strlcpy (money.currency, self->due->currency, sizeof money.currency);
  typed = foyer_words_money_typed (money);
  adw_window_title_set_title (self->title, self->due->name);
  adw_window_title_set_subtitle (self->title, what);
  gtk_label_set_label (self->amount_label, amount);
  adw_toggle_group_set_active_name (self->methods, *self->seller->iban != '\0' ? "transfer" : "cash");
  gtk_editable_set_text (self->amount_row, typed);
  show_account (self);
  changed_cb (self);
  adw_dialog_present (ADW_DIALOG (self), opening->parent);
}

static void
referenced_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(Opening) opening = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *reference = foyer_store_get_reference_finish (FOYER_STORE (source), result, &error);

  if (reference == NULL)
    foyer_desk_failed (opening->desk, error);
  else
    present (opening, reference);
}

/* A reference is made only for who may use it. */
static void
sold_by_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Opening) opening = user_data;
  g_autoptr(GError) error = NULL;

  opening->seller = foyer_store_seller_finish (FOYER_STORE (source), result, NULL, NULL, &error);
  if (opening->seller == NULL)
    foyer_desk_failed (opening->desk, error);
  else if (*opening->seller->iban == '\0' || opening->due->is_pass)
    present (opening, "");
  else
    {
      const char *id = opening->id;

      foyer_store_get_reference_async (FOYER_STORE (source), id, NULL, referenced_cb, g_steal_pointer (&opening));
    }
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Opening) opening = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = foyer_store_list_due_finish (FOYER_STORE (source), result, &error);
  const char *space_id;
  guint at = 0;

  if (found == NULL)
    {
      foyer_desk_failed (opening->desk, error);
      return;
    }
  while (at < found->len && !g_str_equal (((FoyerDue *) found->pdata[at])->id, opening->id))
    at++;
  /* Paid meanwhile. */
  if (at == found->len)
    return;

  opening->due = g_ptr_array_steal_index (found, at);
  space_id = opening->space_id;
  foyer_store_get_seller_async (FOYER_STORE (source), space_id, NULL, sold_by_cb, g_steal_pointer (&opening));
}

void
foyer_collect_dialog_open (GtkWidget  *parent,
                           FoyerDesk  *desk,
                           FoyerDay    day,
                           const char *id)
{
  FoyerSpaceItem *space;
  FoyerDueQuery query = { .first = day, .last = day, .coming_too = TRUE };
  Opening *opening;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (id != NULL);

  space = foyer_desk_get_space (desk);
  if (space == NULL)
    return;

  opening = g_new0 (Opening, 1);
  query.space_id = opening->space_id = g_strdup (foyer_space_item_get_id (space));
  opening->parent = g_object_ref (parent);
  opening->desk = g_object_ref (desk);
  opening->id = g_strdup (id);
  foyer_store_list_due_async (foyer_desk_get_store (desk), &query, NULL, found_cb, opening);
}
