/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-pass-dialog.h"

#include <glib/gi18n.h>

#include "core/foyer-money.h"
#include "storage/foyer-store-passes.h"
#include "ui/spaces/foyer-space-fields.h"
#include "words/foyer-words-sold.h"
#include "words/foyer-words.h"

typedef enum { KIND_DAYS, KIND_MONTH } Kind;

struct _FoyerPassDialog
{
  AdwDialog     parent_instance;

  FoyerDesk    *desk;
  char         *person_id;
  char         *person_name;
  gboolean      showing;         /* the price is being set, nobody typed it */
  gboolean      priced;          /* somebody did */
  gboolean      selling;

  GtkLabel     *problem_label;
  GtkButton    *sell_button;
  AdwComboRow  *kind_row;
  GtkEditable  *days_row;
  AdwComboRow  *time_row;
  AdwComboRow  *reason_row;
  GtkEditable  *price_row;
  AdwComboRow  *method_row;
};

G_DEFINE_FINAL_TYPE (FoyerPassDialog, foyer_pass_dialog, ADW_TYPE_DIALOG)

static const FoyerSpace *
get_space (FoyerPassDialog *self)
{
  FoyerSpaceItem *item = foyer_desk_get_space (self->desk);

  return item != NULL ? foyer_space_item_get_space (item) : NULL;
}

static FoyerPassReason
get_reason (FoyerPassDialog *self)
{
  return (FoyerPassReason) adw_combo_row_get_selected (self->reason_row);
}

static gboolean
is_month (FoyerPassDialog *self)
{
  return adw_combo_row_get_selected (self->kind_row) == KIND_MONTH;
}

static void
show_problem (FoyerPassDialog *self,
              const char      *text)
{
  gtk_label_set_label (self->problem_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), text != NULL);
}

/* What so many single days cost, until somebody writes another price. A month has none of that kind. */
static void
suggest_price (FoyerPassDialog *self,
               int              halves)
{
  const FoyerSpace *space = get_space (self);
  g_autofree char *text = NULL;

  if (self->priced || space == NULL)
    return;

  text = halves > 0 ? foyer_space_field_format_money (space, space->price_minor * halves / 2) : g_strdup ("");
  self->showing = TRUE;
  gtk_editable_set_text (self->price_row, text);
  self->showing = FALSE;
}

static void
changed_cb (FoyerPassDialog *self)
{
  const gboolean sold = get_reason (self) == FOYER_PASS_SOLD;
  int halves = 0;
  gboolean counted;

  if (self->desk == NULL)
    return;

  counted = is_month (self) || foyer_pass_parse_days (gtk_editable_get_text (self->days_row), &halves, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->days_row), !is_month (self));
  gtk_widget_set_visible (GTK_WIDGET (self->time_row), !is_month (self));
  gtk_widget_set_visible (GTK_WIDGET (self->price_row), sold);
  gtk_widget_set_visible (GTK_WIDGET (self->method_row), sold);
  suggest_price (self, halves);
  gtk_button_set_label (self->sell_button, sold ? _("_Sell") : _("_Give"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->sell_button), counted && !self->selling
                            && (!sold || *gtk_editable_get_text (self->price_row) != '\0'));
}

static void
price_changed_cb (FoyerPassDialog *self)
{
  if (self->showing)
    return;

  self->priced = TRUE;
  changed_cb (self);
}

static void
sold_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(FoyerPassDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerPass) pass = foyer_store_pass_finish (FOYER_STORE (source), result, &op, &error);
  g_autofree char *sentence = NULL;

  self->selling = FALSE;
  if (self->desk == NULL)
    return;
  if (pass == NULL)
    {
      sentence = foyer_words_describe_error (error);
      show_problem (self, sentence);
      changed_cb (self);
      return;
    }

  /* Translators: said after the act; %s is a person's name */
  sentence = g_strdup_printf (_("%s has a pass"), self->person_name);
  foyer_desk_acted (self->desk, sentence, op);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static FoyerDay
get_until (FoyerPassDialog *self)
{
  static const int months[] = { 0, 3, 6, 12 };
  const guint chosen = adw_combo_row_get_selected (self->time_row);

  if (is_month (self) || chosen == 0 || chosen >= G_N_ELEMENTS (months))
    return FOYER_DAY_NONE;

  return foyer_day_add_months (foyer_desk_get_today (self->desk), months[chosen]) - 1;
}

static void
sell_cb (FoyerPassDialog *self)
{
  static const char * const methods[] = { NULL, "cash", "transfer", "card" };
  const FoyerSpace *space = get_space (self);
  const guint method = adw_combo_row_get_selected (self->method_row);
  FoyerPassSale sale = { .person_id = self->person_id, .reason = get_reason (self), .from = FOYER_DAY_NONE,
                         .until = get_until (self) };
  FoyerMoney price = { 0 };
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;

  if (space == NULL || self->selling)
    return;

  sale.currency = space->currency;
  if ((!is_month (self) && !foyer_pass_parse_days (gtk_editable_get_text (self->days_row), &sale.halves, &error))
      || (sale.reason == FOYER_PASS_SOLD
          && !foyer_money_parse (gtk_editable_get_text (self->price_row), space->currency, &price, &error)))
    {
      g_autofree char *sentence = foyer_words_describe_error (error);

      show_problem (self, sentence);
      return;
    }
  if (sale.reason == FOYER_PASS_SOLD)
    {
      sale.price_minor = price.minor;
      sale.method = method < G_N_ELEMENTS (methods) ? methods[method] : NULL;
      sale.label = label = foyer_words_sold_pass (sale.halves);
    }

  show_problem (self, NULL);
  self->selling = TRUE;
  changed_cb (self);
  foyer_store_sell_pass_async (foyer_desk_get_store (self->desk), &sale, NULL, sold_cb, g_object_ref (self));
}

static void
foyer_pass_dialog_dispose (GObject *object)
{
  FoyerPassDialog *self = FOYER_PASS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_PASS_DIALOG);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->person_id, g_free);
  g_clear_pointer (&self->person_name, g_free);

  G_OBJECT_CLASS (foyer_pass_dialog_parent_class)->dispose (object);
}

static void
foyer_pass_dialog_class_init (FoyerPassDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_pass_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-pass-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPassDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerPassDialog, sell_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerPassDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerPassDialog, days_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerPassDialog, time_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerPassDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerPassDialog, price_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerPassDialog, method_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, price_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sell_cb);
}

static void
foyer_pass_dialog_init (FoyerPassDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
foyer_pass_dialog_new (FoyerDesk         *desk,
                       const FoyerPerson *person)
{
  FoyerPassDialog *self;
  const FoyerSpace *space;
  g_autofree char *title = NULL;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);
  g_return_val_if_fail (person != NULL, NULL);

  self = g_object_new (FOYER_TYPE_PASS_DIALOG, NULL);
  self->desk = g_object_ref (desk);
  self->person_id = g_strdup (person->id);
  self->person_name = g_strdup (person->name);
  space = get_space (self);
  /* Translators: %s is a currency such as EUR */
  title = g_strdup_printf (_("Price in %s"), space != NULL ? space->currency : "");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->price_row), title);
  changed_cb (self);

  return ADW_DIALOG (self);
}
