/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-space-editor.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "storage/foyer-store-spaces.h"
#include "ui/foyer-split-focus.h"
#include "ui/spaces/foyer-editor-pages.h"
#include "ui/spaces/foyer-obstacle.h"
#include "ui/spaces/foyer-space-form.h"
#include "ui/spaces/foyer-space-panel.h"

#define NEW_SIDEBAR_WIDTH 260

struct _FoyerSpaceEditor
{
  AdwDialog               parent_instance;

  FoyerDesk              *desk;
  FoyerSpace             *space;       /* as the store has it; a new one has no id */
  GCancellable           *cancellable;
  FoyerSpaceField         pending[FOYER_N_FIELDS];    /* those that wait to be saved, in order */
  guint                   n_pending;
  gboolean                saving;
  AdwToast               *toast;       /* the one that is shown */

  AdwToastOverlay        *toasts;
  AdwNavigationSplitView *split;
  AdwNavigationPage      *sidebar_page;
  AdwHeaderBar           *sidebar_header;
  AdwHeaderBar           *content_header;
  GtkWidget              *cancel_button;
  GtkWidget              *add_button;
  GtkListBox             *sidebar;
  AdwNavigationPage      *content_page;
  GtkBox                 *content;
  FoyerSpaceForm         *form;
  GPtrArray              *panels;      /* (element-type FoyerSpacePanel) (nullable): that of each page */
};

G_DEFINE_FINAL_TYPE (FoyerSpaceEditor, foyer_space_editor, ADW_TYPE_DIALOG)

static gboolean
is_new (FoyerSpaceEditor *self)
{
  return *self->space->id == '\0';
}

/* A toast of the window would be behind the dialog. */
static void
say (FoyerSpaceEditor *self,
     const char       *sentence,
     gint64            op)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (op != 0)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo-act");
      adw_toast_set_action_target_value (toast, g_variant_new_int64 (op));
    }
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
described_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(FoyerSpaceEditor) self = user_data;
  g_autofree char *sentence = foyer_obstacle_describe_finish (result);

  if (sentence != NULL && self->desk != NULL)
    say (self, sentence, 0);
}

static void
say_error (FoyerSpaceEditor *self,
           const GError     *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    foyer_obstacle_describe_async (self->desk, self->space->id, error, self->cancellable,
                                   described_cb, g_object_ref (self));
}

static void
show_page (FoyerSpaceEditor *self,
           const char       *name)
{
  gsize n_pages;
  const FoyerEditorPage *pages = foyer_editor_pages_get (&n_pages);

  for (gsize i = 0; i < n_pages; i++)
    {
      GtkWidget *panel = g_ptr_array_index (self->panels, i);
      gboolean shown = g_str_equal (pages[i].name, name);

      if (panel != NULL)
        gtk_widget_set_visible (panel, shown);
      if (!shown)
        continue;

      gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, i));
      adw_navigation_page_set_title (self->content_page, gettext (pages[i].title));
      gtk_widget_set_visible (GTK_WIDGET (self->form), pages[i].form);
      if (pages[i].form)
        foyer_space_form_set_page (self->form, name);
    }
}

static void
row_activated_cb (FoyerSpaceEditor *self,
                  GtkListBoxRow    *row)
{
  gsize n_pages;
  const FoyerEditorPage *pages = foyer_editor_pages_get (&n_pages);

  show_page (self, pages[gtk_list_box_row_get_index (row)].name);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
show_title (FoyerSpaceEditor *self)
{
  const char *title = is_new (self) ? _("New Space") : self->space->name;

  adw_navigation_page_set_title (self->sidebar_page, title);
  adw_dialog_set_title (ADW_DIALOG (self), title);
}

static void
show_in_panels (FoyerSpaceEditor *self)
{
  foyer_space_panel_show (FOYER_SPACE_PANEL (foyer_space_form_get_hours (self->form)), self->desk, self->space);
  for (guint i = 0; i < self->panels->len; i++)
    if (self->panels->pdata[i] != NULL)
      foyer_space_panel_show (self->panels->pdata[i], self->desk, self->space);
}

static void
set_space (FoyerSpaceEditor *self,
           const FoyerSpace *space)
{
  FoyerSpace *copy = foyer_space_copy (space);

  g_clear_pointer (&self->space, foyer_space_free);
  self->space = copy;
  show_title (self);
  foyer_space_form_show (self->form, self->space, FALSE);
  show_in_panels (self);
}

typedef struct {
  FoyerSpaceEditor *editor;
  FoyerSpaceField   field;
} FieldAct;

static FieldAct *
new_field_act (FoyerSpaceEditor *self,
               FoyerSpaceField   field)
{
  FieldAct *act = g_new0 (FieldAct, 1);

  act->editor = g_object_ref (self);
  act->field = field;

  return act;
}

static void
problem_described_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autofree FieldAct *act = user_data;
  g_autoptr(FoyerSpaceEditor) self = act->editor;
  g_autofree char *sentence = foyer_obstacle_describe_finish (result);

  if (sentence != NULL && self->desk != NULL)
    foyer_space_form_set_problem (self->form, act->field, sentence);
}

static void
show_problem (FoyerSpaceEditor *self,
              FoyerSpaceField   field,
              const GError     *error)
{
  /* What a money parser says has no name of a field. */
  if ((field == FOYER_FIELD_PRICE || field == FOYER_FIELD_HALF_PRICE || field == FOYER_FIELD_SHARES)
      && g_error_matches (error, FOYER_ERROR, FOYER_ERROR_INVALID)
      && !g_str_has_prefix (error->message, "half price") && !g_str_has_prefix (error->message, "share"))
    /* Translators: said of a price that cannot be read */
    foyer_space_form_set_problem (self->form, field,
                                  _("Write an amount with its digits, like 4 or 4.50."));
  else
    foyer_obstacle_describe_async (self->desk, self->space->id, error, self->cancellable,
                                   problem_described_cb, new_field_act (self, field));
}

/* Saving a space that exists: one field after the other as they were left, each on top of
 * what the store last gave, so that two quick changes do not take each other back, and what
 * is said and undone last is what was done last. */

static void save_next (FoyerSpaceEditor *self);

static void
field_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autofree FieldAct *act = user_data;
  g_autoptr(FoyerSpaceEditor) self = act->editor;
  FoyerSpaceField field = act->field;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerSpace) space = NULL;
  g_autofree char *sentence = NULL;
  gint64 op = 0;

  space = foyer_store_save_space_finish (FOYER_STORE (source), result, &op, &error);
  self->saving = FALSE;
  if (self->desk == NULL)
    return;

  if (space == NULL)
    {
      field = foyer_space_field_find (error, field);
      show_problem (self, field, error);
    }
  else
    {
      /* Translators: said after a change; %s is the name of a field, "Seats" */
      sentence = g_strdup_printf (_("Changed “%s”"), foyer_space_form_get_title (self->form, field));
      foyer_space_form_set_problem (self->form, field, NULL);
      set_space (self, space);
      if (op != 0)
        say (self, sentence, op);
    }
  save_next (self);
}

static void
save_field (FoyerSpaceEditor *self,
            FoyerSpaceField   field)
{
  g_autoptr(FoyerSpace) wanted = foyer_space_copy (self->space);
  g_autoptr(GError) error = NULL;

  if (!foyer_space_form_read (self->form, field, wanted, &error)
      || !foyer_space_check (wanted, &error))
    {
      show_problem (self, field, error);
      save_next (self);
      return;
    }

  /* They have a panel of their own, which may be saving them. */
  g_clear_pointer (&wanted->desks, g_array_unref);
  self->saving = TRUE;
  foyer_store_save_space_async (foyer_desk_get_store (self->desk), wanted, NULL, field_saved_cb,
                                new_field_act (self, field));
}

static void
save_next (FoyerSpaceEditor *self)
{
  FoyerSpaceField field = self->pending[0];

  if (self->saving || self->n_pending == 0)
    return;

  self->n_pending--;
  memmove (self->pending, self->pending + 1, self->n_pending * sizeof *self->pending);
  save_field (self, field);
}

static void
edited_cb (FoyerSpaceEditor *self,
           int               field)
{
  if (is_new (self))
    {
      if (field == FOYER_FIELD_SEATS
          && foyer_space_form_read (self->form, field, self->space, NULL))
        show_in_panels (self);
      return;
    }

  for (guint i = 0; i < self->n_pending; i++)
    if (self->pending[i] == (FoyerSpaceField) field)
      return;

  self->pending[self->n_pending++] = field;
  save_next (self);
}

/* Adding a new space */

static void
new_week_saved_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(FoyerDesk) desk = user_data;
  g_autoptr(GError) error = NULL;

  if (!foyer_store_days_finish (FOYER_STORE (source), result, NULL, &error))
    foyer_desk_failed (desk, error);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerSpaceEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerSpace) space = NULL;
  g_autofree char *sentence = NULL;
  FoyerSpaceField field;
  GArray *rules;
  gint64 op = 0;

  space = foyer_store_save_space_finish (FOYER_STORE (source), result, &op, &error);
  self->saving = FALSE;
  if (self->desk == NULL)
    return;

  gtk_widget_set_sensitive (self->add_button, TRUE);
  if (space == NULL)
    {
      if (!g_error_matches (error, FOYER_ERROR, FOYER_ERROR_INVALID))
        {
          say_error (self, error);
          return;
        }
      field = foyer_space_field_find (error, FOYER_FIELD_NAME);
      show_problem (self, field, error);
      show_page (self, foyer_space_form_go_to (self->form, field));
      return;
    }

  rules = foyer_hours_panel_get_rules (foyer_space_form_get_hours (self->form));
  if (rules->len > 0)
    foyer_store_set_week_async (foyer_desk_get_store (self->desk), space->id,
                                (const FoyerOpeningRule *) rules->data, rules->len,
                                NULL, new_week_saved_cb, g_object_ref (self->desk));
  foyer_desk_set_space_id (self->desk, space->id);
  /* Translators: %s is the name of a space */
  sentence = g_strdup_printf (_("Added %s"), space->name);
  foyer_desk_acted (self->desk, sentence, 0);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
add_cb (FoyerSpaceEditor *self)
{
  g_autoptr(FoyerSpace) wanted = foyer_space_copy (self->space);
  g_autoptr(GError) error = NULL;
  int wrong = -1;

  if (self->saving)
    return;

  for (int field = 0; field < FOYER_N_FIELDS; field++)
    {
      g_autoptr(GError) fault = NULL;

      foyer_space_form_set_problem (self->form, field, NULL);
      if (!foyer_space_form_read (self->form, field, wanted, &fault))
        {
          show_problem (self, field, fault);
          wrong = wrong < 0 ? field : wrong;
        }
    }
  if (wrong < 0 && !foyer_space_check (wanted, &error))
    {
      wrong = foyer_space_field_find (error, FOYER_FIELD_NAME);
      show_problem (self, wrong, error);
    }
  if (wrong >= 0)
    {
      show_page (self, foyer_space_form_go_to (self->form, wrong));
      adw_navigation_split_view_set_show_content (self->split, TRUE);
      return;
    }

  self->saving = TRUE;
  gtk_widget_set_sensitive (self->add_button, FALSE);
  foyer_store_save_space_async (foyer_desk_get_store (self->desk), wanted, NULL, added_cb,
                                g_object_ref (self));
}

/* The panels */

static void
field_activated_cb (FoyerSpaceEditor *self,
                    int               field)
{
  show_page (self, foyer_space_form_go_to (self->form, field));
}

static void
narrow_cb (FoyerSpaceEditor *self)
{
  gboolean narrow;

  g_object_get (self->form, "narrow", &narrow, NULL);
  foyer_space_panel_set_narrow (FOYER_SPACE_PANEL (foyer_space_form_get_hours (self->form)), narrow);
  for (guint i = 0; i < self->panels->len; i++)
    if (self->panels->pdata[i] != NULL)
      foyer_space_panel_set_narrow (self->panels->pdata[i], narrow);
}

static void
listen (FoyerSpaceEditor *self,
        FoyerSpacePanel  *panel)
{
  g_signal_connect_object (panel, "acted", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "failed", G_CALLBACK (say_error), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "field-activated", G_CALLBACK (field_activated_cb), self, G_CONNECT_SWAPPED);
}

/* A page without fields waits until the space has an id. */
static void
make_panels (FoyerSpaceEditor *self)
{
  gsize n_pages;
  const FoyerEditorPage *pages = foyer_editor_pages_get (&n_pages);

  listen (self, FOYER_SPACE_PANEL (foyer_space_form_get_hours (self->form)));
  for (gsize i = 0; i < n_pages; i++)
    {
      GtkWidget *panel = NULL;

      if (is_new (self))
        gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->sidebar, i)), pages[i].form);
      else if (pages[i].get_panel != NULL)
        {
          panel = g_object_new (pages[i].get_panel (), "hexpand", TRUE, NULL);
          gtk_box_append (self->content, panel);
          listen (self, FOYER_SPACE_PANEL (panel));
        }
      g_ptr_array_add (self->panels, panel);
    }
}

/* The world moves on: an undo, or another program. */

static void
spaces_changed_cb (FoyerSpaceEditor *self)
{
  GListModel *spaces = foyer_desk_get_spaces (self->desk);

  if (is_new (self) || self->saving)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (spaces); i++)
    {
      g_autoptr(FoyerSpaceItem) item = g_list_model_get_item (spaces, i);

      if (g_str_equal (foyer_space_item_get_id (item), self->space->id))
        set_space (self, foyer_space_item_get_space (item));
    }
}

static void
closed_cb (FoyerSpaceEditor *self)
{
  if (is_new (self))
    return;

  foyer_space_form_finish (self->form);
  for (guint i = 0; i < self->panels->len; i++)
    if (self->panels->pdata[i] != NULL)
      foyer_space_panel_finish (self->panels->pdata[i]);
}

static void
foyer_space_editor_dispose (GObject *object)
{
  FoyerSpaceEditor *self = FOYER_SPACE_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_SPACE_EDITOR);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_space_editor_parent_class)->dispose (object);
}

static void
foyer_space_editor_finalize (GObject *object)
{
  FoyerSpaceEditor *self = FOYER_SPACE_EDITOR (object);

  g_clear_pointer (&self->space, foyer_space_free);
  g_clear_pointer (&self->panels, g_ptr_array_unref);

  G_OBJECT_CLASS (foyer_space_editor_parent_class)->finalize (object);
}

static void
foyer_space_editor_class_init (FoyerSpaceEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_space_editor_dispose;
  object_class->finalize = foyer_space_editor_finalize;

  g_type_ensure (FOYER_TYPE_SPACE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-space-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceEditor, split);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceEditor, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceEditor, sidebar_header);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceEditor, content_header);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceEditor, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceEditor, sidebar);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceEditor, content_page);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceEditor, content);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceEditor, form);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
foyer_space_editor_init (FoyerSpaceEditor *self)
{
  gsize n_pages;
  const FoyerEditorPage *pages = foyer_editor_pages_get (&n_pages);

  self->cancellable = g_cancellable_new ();
  self->panels = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_split_focus_follow (self->split);
  for (gsize i = 0; i < n_pages; i++)
    gtk_list_box_append (self->sidebar, foyer_editor_pages_make_row (&pages[i]));
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

static FoyerSpaceEditor *
create (FoyerDesk  *desk,
        FoyerSpace *space)        /* (transfer full) */
{
  FoyerSpaceEditor *self = g_object_new (FOYER_TYPE_SPACE_EDITOR, NULL);

  self->desk = g_object_ref (desk);
  self->space = space;
  show_title (self);
  make_panels (self);
  show_page (self, "place");
  foyer_space_form_show (self->form, space, TRUE);
  show_in_panels (self);
  g_signal_connect_object (foyer_desk_get_spaces (desk), "items-changed",
                           G_CALLBACK (spaces_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
foyer_space_editor_present (FoyerDesk      *desk,
                            FoyerSpaceItem *space,
                            GtkWidget      *parent)
{
  FoyerSpaceEditor *self;

  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (FOYER_IS_SPACE_ITEM (space));

  self = create (desk, foyer_space_copy (foyer_space_item_get_space (space)));
  adw_dialog_present (ADW_DIALOG (self), parent);
}

void
foyer_space_editor_present_new (FoyerDesk      *desk,
                                FoyerSpaceKind  kind,
                                GtkWidget      *parent)
{
  FoyerSpaceEditor *self;
  FoyerSpace *space;

  g_return_if_fail (FOYER_IS_DESK (desk));

  space = foyer_space_new ();
  space->kind = kind;
  space->seats = kind == FOYER_SPACE_HOME ? 4 : 12;
  self = create (desk, space);
  foyer_space_form_set_applies (self->form, FALSE);
  gtk_widget_set_visible (self->cancel_button, TRUE);
  gtk_widget_set_visible (self->add_button, TRUE);
  adw_header_bar_set_show_start_title_buttons (self->content_header, FALSE);
  adw_header_bar_set_show_end_title_buttons (self->content_header, FALSE);
  adw_header_bar_set_show_end_title_buttons (self->sidebar_header, FALSE);
  /* Cancel stands beside the title. */
  adw_navigation_split_view_set_max_sidebar_width (self->split, NEW_SIDEBAR_WIDTH);
  adw_navigation_split_view_set_min_sidebar_width (self->split, NEW_SIDEBAR_WIDTH);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  adw_dialog_present (ADW_DIALOG (self), parent);
  foyer_space_form_go_to (self->form, FOYER_FIELD_NAME);
}
