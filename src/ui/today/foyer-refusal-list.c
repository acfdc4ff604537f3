/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-refusal-list.h"

#include "core/foyer-instant.h"
#include "storage/foyer-store-codes.h"
#include "ui/foyer-answer.h"
#include "words/foyer-words-codes.h"
#include "words/foyer-words-visit.h"
#include "words/foyer-words.h"

/* A scanner that goes wrong does so all morning; foyerctl lists them all. */
#define MAX_ROWS 5

struct _FoyerRefusalList
{
  GtkBox        parent_instance;

  FoyerDesk    *desk;
  GCancellable *cancellable;     /* of the question under way */

  GtkLabel     *count_label;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (FoyerRefusalList, foyer_refusal_list, GTK_TYPE_BOX)

static GtkWidget *
make_row (const FoyerRefusedCode *code,
          GTimeZone              *zone)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *whose = foyer_words_refused_code (code);
  g_autofree char *time = foyer_words_time (foyer_instant_get_minute (zone, code->at_ms));
  g_autofree char *facts = foyer_words_facts ((const char *[]) { time, foyer_words_refused_code_reason (code), NULL });

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), whose);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  gtk_widget_set_focusable (row, TRUE);

  return row;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerRefusalList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) codes = foyer_store_list_refused_codes_finish (FOYER_STORE (source), result, &error);
  g_autoptr(GTimeZone) zone = NULL;
  g_autofree char *count = NULL;
  FoyerSpaceItem *space;

  if (foyer_answer_is_stale (result) || self->desk == NULL || (space = foyer_desk_get_space (self->desk)) == NULL)
    return;
  if (codes == NULL
      || (zone = foyer_zone_new (foyer_space_item_get_space (space)->tz, &error)) == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  count = g_strdup_printf ("%u", codes->len);
  gtk_label_set_label (self->count_label, count);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < MIN (codes->len, MAX_ROWS); i++)
    gtk_list_box_append (self->list, make_row (codes->pdata[i], zone));
  gtk_widget_set_visible (GTK_WIDGET (self), codes->len > 0);
}

static void
foyer_refusal_list_dispose (GObject *object)
{
  FoyerRefusalList *self = FOYER_REFUSAL_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_REFUSAL_LIST);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_refusal_list_parent_class)->dispose (object);
}

static void
foyer_refusal_list_class_init (FoyerRefusalListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_refusal_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-refusal-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerRefusalList, count_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRefusalList, list);
}

static void
foyer_refusal_list_init (FoyerRefusalList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_refusal_list_show (FoyerRefusalList *self,
                         FoyerDesk        *desk,
                         FoyerDay          day)
{
  FoyerSpaceItem *space;

  g_return_if_fail (FOYER_IS_REFUSAL_LIST (self));
  g_return_if_fail (FOYER_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  space = foyer_desk_get_space (desk);
  if (space == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  foyer_store_list_refused_codes_async (foyer_desk_get_store (desk), foyer_space_item_get_id (space), day,
                                        self->cancellable, listed_cb, g_object_ref (self));
}
