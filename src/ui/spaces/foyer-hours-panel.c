/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-hours-panel.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-spaces.h"
#include "ui/spaces/foyer-hours-words.h"
#include "ui/spaces/foyer-space-panel.h"
#include "ui/spaces/foyer-week-grid.h"
#include "ui/spaces/foyer-week-plan.h"
#include "words/foyer-words.h"

struct _FoyerHoursPanel
{
  AdwBin           parent_instance;

  FoyerDesk       *desk;
  FoyerSpace      *space;
  GArray          *rules;       /* (element-type FoyerOpeningRule), as the store has them */
  GCancellable    *cancellable;

  FoyerWeekGrid   *week;
  FoyerHoursWords *words;
};

static void foyer_hours_panel_init_panel (FoyerSpacePanelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerHoursPanel, foyer_hours_panel, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_SPACE_PANEL, foyer_hours_panel_init_panel))

static gboolean
is_new (FoyerHoursPanel *self)
{
  return *self->space->id == '\0';
}

static void
show_week (FoyerHoursPanel *self)
{
  foyer_week_grid_show (self->week, self->rules, self->space->seats);
  foyer_hours_words_show (self->words, self->desk, self->space, self->rules);
}

static void
week_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(FoyerHoursPanel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) rules = foyer_store_get_week_finish (FOYER_STORE (source), result, &error);

  if (self->desk == NULL)
    return;
  if (rules == NULL)
    {
      foyer_space_panel_failed (FOYER_SPACE_PANEL (self), error);
      return;
    }

  g_clear_pointer (&self->rules, g_array_unref);
  self->rules = g_steal_pointer (&rules);
  show_week (self);
}

static void
read_week (FoyerHoursPanel *self)
{
  foyer_store_get_week_async (foyer_desk_get_store (self->desk), self->space->id, self->cancellable,
                              week_read_cb, g_object_ref (self));
}

typedef struct {
  FoyerHoursPanel *panel;
  int              weekday;
} WeekSave;

static void
week_saved_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autofree WeekSave *save = user_data;
  g_autoptr(FoyerHoursPanel) self = save->panel;
  g_autofree char *weekday = foyer_words_weekday (save->weekday);
  g_autofree char *sentence = NULL;
  g_autoptr(GError) error = NULL;
  FoyerDaysChange change = { 0 };
  gboolean saved = foyer_store_days_finish (FOYER_STORE (source), result, &change, &error);

  if (self->desk == NULL)
    return;
  if (!saved)
    {
      foyer_space_panel_failed (FOYER_SPACE_PANEL (self), error);
      show_week (self);
      return;
    }
  if (change.op == 0)
    return;

  /* Translators: said after the hours of a weekday were changed; %s is the weekday */
  sentence = g_strdup_printf (_("Changed the hours of %s"), weekday);
  foyer_space_panel_acted (FOYER_SPACE_PANEL (self), sentence, change.op);
}

static void
week_edited_cb (FoyerHoursPanel *self,
                int              weekday)
{
  GArray *rules = foyer_week_grid_get_rules (self->week);
  WeekSave *save;

  if (is_new (self))
    {
      g_clear_pointer (&self->rules, g_array_unref);
      self->rules = foyer_week_plan_copy (rules);
      return;
    }

  save = g_new0 (WeekSave, 1);
  save->panel = g_object_ref (self);
  save->weekday = weekday;
  foyer_store_set_week_async (foyer_desk_get_store (self->desk), self->space->id,
                              (const FoyerOpeningRule *) rules->data, rules->len,
                              NULL, week_saved_cb, save);
}

static void
words_acted_cb (FoyerHoursPanel *self,
                const char      *sentence,
                gint64           op)
{
  foyer_space_panel_acted (FOYER_SPACE_PANEL (self), sentence, op);
}

static void
desk_changed_cb (FoyerHoursPanel *self,
                 guint            change,
                 const char      *space_id)
{
  if (!is_new (self) && (change & FOYER_CHANGE_OPENINGS)
      && (space_id == NULL || g_str_equal (space_id, self->space->id)))
    read_week (self);
}

static void
foyer_hours_panel_show (FoyerSpacePanel  *panel,
                        FoyerDesk        *desk,
                        const FoyerSpace *space)
{
  FoyerHoursPanel *self = FOYER_HOURS_PANEL (panel);
  gboolean first = self->desk == NULL;

  g_clear_pointer (&self->space, foyer_space_free);
  self->space = foyer_space_copy (space);
  if (first)
    {
      self->desk = g_object_ref (desk);
      g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
      self->rules = is_new (self) ? foyer_week_plan_new ()
                                  : g_array_new (FALSE, FALSE, sizeof (FoyerOpeningRule));
      /* What has no id yet cannot be changed by a sentence. */
      gtk_widget_set_visible (GTK_WIDGET (self->words), !is_new (self));
    }
  show_week (self);
  if (first && !is_new (self))
    read_week (self);
}

static void
foyer_hours_panel_set_narrow (FoyerSpacePanel *panel,
                              gboolean         narrow)
{
  g_object_set (FOYER_HOURS_PANEL (panel)->week, "narrow", narrow, NULL);
}

static void
foyer_hours_panel_init_panel (FoyerSpacePanelInterface *iface)
{
  iface->show = foyer_hours_panel_show;
  iface->set_narrow = foyer_hours_panel_set_narrow;
}

static void
foyer_hours_panel_dispose (GObject *object)
{
  FoyerHoursPanel *self = FOYER_HOURS_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The template would unparent the box behind the bin's back, which keeps a pointer. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_HOURS_PANEL);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_hours_panel_parent_class)->dispose (object);
}

static void
foyer_hours_panel_finalize (GObject *object)
{
  FoyerHoursPanel *self = FOYER_HOURS_PANEL (object);

  g_clear_pointer (&self->space, foyer_space_free);
  g_clear_pointer (&self->rules, g_array_unref);

  G_OBJECT_CLASS (foyer_hours_panel_parent_class)->finalize (object);
}

static void
foyer_hours_panel_class_init (FoyerHoursPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_hours_panel_dispose;
  object_class->finalize = foyer_hours_panel_finalize;

  g_type_ensure (FOYER_TYPE_HOURS_WORDS);
  g_type_ensure (FOYER_TYPE_WEEK_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-hours-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerHoursPanel, week);
  gtk_widget_class_bind_template_child (widget_class, FoyerHoursPanel, words);
  gtk_widget_class_bind_template_callback (widget_class, week_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_acted_cb);
}

static void
foyer_hours_panel_init (FoyerHoursPanel *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GArray *
foyer_hours_panel_get_rules (FoyerHoursPanel *self)
{
  g_return_val_if_fail (FOYER_IS_HOURS_PANEL (self), NULL);

  return self->rules;
}
