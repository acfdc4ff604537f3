/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-members-page.h"

#include <glib/gi18n.h>

#include "ui/foyer-shortcuts.h"
#include "ui/foyer-split-focus.h"
#include "ui/members/foyer-duplicates-dialog.h"
#include "ui/members/foyer-member-dialog.h"
#include "ui/members/foyer-member-model.h"
#include "ui/members/foyer-member-row.h"
#include "ui/members/foyer-member-view.h"

/* A row has two lines and is never lower. */
#define ROW_MIN 40
#define ROWS_MORE 4
/* Before the height is known. */
#define ROWS_AT_FIRST 16

struct _FoyerMembersPage {
  AdwNavigationPage       parent_instance;

  FoyerDesk              *desk;
  FoyerMemberModel       *model;
  char                   *sort;            /* the state of an action: "name" or "last-visit" */
  gboolean                outdated;        /* members changed while nobody looked */
  gboolean                takes_first;     /* Enter was pressed before the answer was there */
  gboolean                from_top;        /* another question: its answer is read from the beginning */

  GtkStack               *stack;
  AdwNavigationSplitView *split_view;
  GtkSearchEntry         *search_entry;
  GtkStack               *results;
  GtkListView            *list_view;
  AdwNavigationPage      *member_page;
  GtkStack               *member_stack;
  FoyerMemberView        *view;
  GtkWidget              *empty_button;
};

G_DEFINE_FINAL_TYPE (FoyerMembersPage, foyer_members_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum { PROP_DESK = 1, PROP_SORT } FoyerMembersPageProp;
static GParamSpec *props[PROP_SORT + 1];

static const char *
get_text (FoyerMembersPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static void
ask (FoyerMembersPage *self,
     gboolean          outdated)
{
  FoyerMemberQuery query = { 0 };

  /* The day is known with the first space. */
  if (self->desk == NULL || foyer_desk_get_space (self->desk) == NULL)
    return;
  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->outdated)
    return;

  query.text = get_text (self);
  query.sort = g_str_equal (self->sort, "name") ? FOYER_MEMBERS_BY_NAME : FOYER_MEMBERS_BY_LAST_DAY;
  foyer_member_model_ask (self->model, &query, outdated);
}

static void
ask_again (FoyerMembersPage *self)
{
  ask (self, TRUE);
}

static guint
count (FoyerMembersPage *self)
{
  return foyer_member_model_get_n_found (self->model);
}

static void
question_changed_cb (FoyerMembersPage *self)
{
  self->from_top = TRUE;
  ask (self, FALSE);
}

/* The rows in sight, and as many on either side; GTK keeps some two hundred of them. */
static GPtrArray *
get_items_in_sight (FoyerMembersPage *self)
{
  GPtrArray *items = g_ptr_array_new ();
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self->list_view));
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      FoyerMemberItem *item = FOYER_IS_MEMBER_ROW (row) ? foyer_member_row_get_item (FOYER_MEMBER_ROW (row)) : NULL;
      graphene_rect_t bounds;

      if (item != NULL && gtk_widget_compute_bounds (child, GTK_WIDGET (self->list_view), &bounds)
          && bounds.origin.y < 2 * height && bounds.origin.y + bounds.size.height > -height)
        g_ptr_array_add (items, item);
    }

  return items;
}

static void
read_in_sight_cb (FoyerMembersPage *self,
                  GdkFrameClock    *frame_clock)
{
  g_autoptr(GPtrArray) items = get_items_in_sight (self);

  g_signal_handlers_disconnect_by_func (frame_clock, read_in_sight_cb, self);
  foyer_member_model_read (self->model, items);
}

/* Who is in sight is known once the frame is laid out. */
static void
sight_changed_cb (FoyerMembersPage *self)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (frame_clock == NULL)
    return;

  g_signal_handlers_disconnect_by_func (frame_clock, read_in_sight_cb, self);
  g_signal_connect_object (frame_clock, "layout", G_CALLBACK (read_in_sight_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gdk_frame_clock_request_phase (frame_clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

/* Whoever goes into the list finds all of it there. */
static void
enter_list_cb (FoyerMembersPage *self)
{
  foyer_member_model_show_all (self->model);
}

/* As many as fit in, whatever the size of the window. */
static void
height_changed_cb (FoyerMembersPage *self,
                   GParamSpec       *pspec,
                   GtkAdjustment    *adjustment)
{
  foyer_member_model_set_first (self->model, (guint) gtk_adjustment_get_page_size (adjustment) / ROW_MIN + ROWS_MORE);
  sight_changed_cb (self);
}

static void
scrolled_cb (FoyerMembersPage *self,
             GtkAdjustment    *adjustment)
{
  if (gtk_adjustment_get_value (adjustment) > gtk_adjustment_get_lower (adjustment))
    foyer_member_model_show_all (self->model);
  sight_changed_cb (self);
}

static void
laid_out_cb (FoyerMembersPage *self,
             GdkFrameClock    *frame_clock)
{
  g_signal_handlers_disconnect_by_func (frame_clock, laid_out_cb, self);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)), 0);
}

/* A list that was just laid out begins with its first row, below the letter over it: in the same
 * frame it is laid out once more. */
static void
go_to_top (FoyerMembersPage *self)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (frame_clock == NULL)
    return;

  g_signal_handlers_disconnect_by_func (frame_clock, laid_out_cb, self);
  g_signal_connect_object (frame_clock, "layout", G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* How many there are in all is known from an answer to no text. */
static void
show_count (FoyerMembersPage *self)
{
  const guint n = count (self);
  g_autofree char *text = g_strdup_printf (ngettext ("Search %'u member", "Search %'u members", n), n);

  gtk_search_entry_set_placeholder_text (self->search_entry, text);
}

static void
update_edit (FoyerMembersPage *self)
{
  const gboolean shown = g_str_equal (gtk_stack_get_visible_child_name (self->member_stack), "member");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "members.edit", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "members.check", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "members.export", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "members.erase", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "members.merge", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "members.print-card", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "members.replace-card", shown);
}

static void
show_id (FoyerMembersPage *self,
         const char       *id)
{
  foyer_member_view_show (self->view, id);
  gtk_stack_set_visible_child_name (self->member_stack, "member");
  update_edit (self);
}

static void selection_changed_cb (FoyerMembersPage *self);

static void
item_read_cb (FoyerMembersPage *self,
              FoyerMemberItem  *item)
{
  g_signal_handlers_disconnect_by_func (item, item_read_cb, self);
  selection_changed_cb (self);
}

/* Selecting shows who is beside the list already; a folded page turns only for who was activated. */
static void
selection_changed_cb (FoyerMembersPage *self)
{
  const guint selected = foyer_member_model_get_selected (self->model);
  g_autoptr(FoyerMemberItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), selected);

  if (item == NULL)
    return;
  if (foyer_member_item_get_line (item) != NULL)
    show_id (self, foyer_member_item_get_line (item)->person->id);
  else
    {
      g_autoptr(GPtrArray) items = g_ptr_array_new ();

      g_ptr_array_add (items, item);
      g_signal_connect_object (item, "changed", G_CALLBACK (item_read_cb), self, G_CONNECT_SWAPPED);
      foyer_member_model_read (self->model, items);
    }
}

static void
activate_cb (FoyerMembersPage *self,
             guint             position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), position, TRUE);
  selection_changed_cb (self);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
shown_cb (FoyerMembersPage *self,
          const char       *name)
{
  if (name == NULL)
    {
      foyer_member_view_show (self->view, NULL);
      gtk_stack_set_visible_child_name (self->member_stack, "nobody");
      adw_navigation_split_view_set_show_content (self->split_view, FALSE);
    }
  adw_navigation_page_set_title (self->member_page, name != NULL ? name : _("Member"));
  update_edit (self);
}

static void
answered_cb (FoyerMembersPage *self)
{
  const gboolean nobody = count (self) == 0;
  const char *name = nobody ? "empty" : "members";

  if (*get_text (self) == '\0')
    {
      show_count (self);
      if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), name))
        {
          gtk_stack_set_visible_child_name (self->stack, name);
          gtk_widget_grab_focus (nobody ? self->empty_button : GTK_WIDGET (self->search_entry));
        }
    }
  gtk_stack_set_visible_child_name (self->results, nobody ? "nobody" : "list");
  if (self->from_top)
    go_to_top (self);
  self->from_top = FALSE;
  sight_changed_cb (self);
  if (self->takes_first && !nobody)
    activate_cb (self, 0);
  self->takes_first = FALSE;
}

static void
search_activate_cb (FoyerMembersPage *self)
{
  self->takes_first = TRUE;
  ask (self, FALSE);
}

static void
search_stop_cb (FoyerMembersPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
desk_changed_cb (FoyerMembersPage *self,
                 guint             change,
                 const char       *space_id)
{
  if ((change & (FOYER_CHANGE_BOOKINGS | FOYER_CHANGE_PEOPLE)) != 0)
    ask_again (self);
}

static void
map_cb (FoyerMembersPage *self)
{
  if (self->outdated || g_str_equal (gtk_stack_get_visible_child_name (self->stack), "blank"))
    ask_again (self);
}

/* Down goes from what is typed to who was found; and as at the desk the entry keeps no history, the key
 * takes back the last act. */
static gboolean
search_key_cb (FoyerMembersPage      *self,
               guint                  key,
               guint                  code,
               GdkModifierType        state)
{
  if (key == GDK_KEY_z && (state & GDK_CONTROL_MASK) != 0 && (state & GDK_SHIFT_MASK) == 0)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
  if (key != GDK_KEY_Down || count (self) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);

  return GDK_EVENT_STOP;
}

static void
saved_cb (FoyerMembersPage *self,
          const char       *id)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_stack_set_visible_child_name (self->stack, "members");
  show_id (self, id);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  FoyerMembersPage *self = FOYER_MEMBERS_PAGE (widget);
  g_autoptr(FoyerPerson) person = foyer_person_new ();
  FoyerMemberDialog *dialog;

  /* Who was looked for and is not there has a name already. */
  if (count (self) == 0)
    g_set_str (&person->name, get_text (self));
  dialog = foyer_member_dialog_new (self->desk, person);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  foyer_member_view_edit (FOYER_MEMBERS_PAGE (widget)->view);
}

static void
check_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  foyer_member_view_check (FOYER_MEMBERS_PAGE (widget)->view);
}

static void
print_card_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  foyer_member_view_print_card (FOYER_MEMBERS_PAGE (widget)->view, g_str_equal (action_name, "members.replace-card"));
}

static void
data_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  FoyerMembersPage *self = FOYER_MEMBERS_PAGE (widget);

  if (g_str_equal (action_name, "members.erase"))
    foyer_member_view_erase (self->view);
  else
    foyer_member_view_export (self->view);
}

static void
merge_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  foyer_member_view_merge (FOYER_MEMBERS_PAGE (widget)->view);
}

static void
duplicates_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  adw_dialog_present (foyer_duplicates_dialog_new (FOYER_MEMBERS_PAGE (widget)->desk), widget);
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  FoyerMembersPage *self = FOYER_MEMBERS_PAGE (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
setup_cb (FoyerMembersPage *self,
          GtkListItem      *item)
{
  gtk_list_item_set_child (item, foyer_member_row_new (self->desk));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  foyer_member_row_set_item (FOYER_MEMBER_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  foyer_member_row_set_item (FOYER_MEMBER_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
header_setup_cb (FoyerMembersPage *self,
                 GtkListHeader    *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_header_set_child (header, label);
}

static void
header_bind_cb (FoyerMembersPage *self,
                GtkListHeader    *header)
{
  const gunichar letter = foyer_member_model_get_letter (self->model, gtk_list_header_get_start (header));
  char text[7] = "";

  text[g_unichar_to_utf8 (letter, text)] = '\0';
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), letter != 0 ? text : "");
}

static void
set_headers (FoyerMembersPage *self)
{
  g_autoptr(GtkListItemFactory) headers = NULL;

  if (g_str_equal (self->sort, "name"))
    {
      headers = gtk_signal_list_item_factory_new ();
      g_signal_connect_object (headers, "setup", G_CALLBACK (header_setup_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (headers, "bind", G_CALLBACK (header_bind_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_list_view_set_header_factory (self->list_view, headers);
}

static void
foyer_members_page_constructed (GObject *object)
{
  FoyerMembersPage *self = FOYER_MEMBERS_PAGE (object);
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  GtkAdjustment *adjustment;

  G_OBJECT_CLASS (foyer_members_page_parent_class)->constructed (object);

  self->model = foyer_member_model_new (self->desk);
  foyer_member_model_set_first (self->model, ROWS_AT_FIRST);
  g_signal_connect_object (rows, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (rows, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, rows);
  g_object_unref (rows);
  set_headers (self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->model));
  foyer_member_view_set_desk (self->view, self->desk);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (height_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::space", G_CALLBACK (ask_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::today", G_CALLBACK (ask_again), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  update_edit (self);
}

static void
foyer_members_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  FoyerMembersPage *self = FOYER_MEMBERS_PAGE (object);

  switch ((FoyerMembersPageProp) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_members_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  FoyerMembersPage *self = FOYER_MEMBERS_PAGE (object);

  switch ((FoyerMembersPageProp) prop_id)
    {
    case PROP_DESK:
      self->desk = g_value_dup_object (value);
      break;
    case PROP_SORT:
      if (g_set_str (&self->sort, g_value_get_string (value)) && self->model != NULL)
        {
          set_headers (self);
          question_changed_cb (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_members_page_dispose (GObject *object)
{
  FoyerMembersPage *self = FOYER_MEMBERS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_MEMBERS_PAGE);
  if (self->model != NULL)
    g_object_run_dispose (G_OBJECT (self->model));
  g_clear_object (&self->model);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->sort, g_free);

  G_OBJECT_CLASS (foyer_members_page_parent_class)->dispose (object);
}

static void
foyer_members_page_class_init (FoyerMembersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = foyer_members_page_constructed;
  object_class->get_property = foyer_members_page_get_property;
  object_class->set_property = foyer_members_page_set_property;
  object_class->dispose = foyer_members_page_dispose;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "name",
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_install_action (widget_class, "members.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "members.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "members.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "members.print-card", NULL, print_card_cb);
  gtk_widget_class_install_action (widget_class, "members.replace-card", NULL, print_card_cb);
  gtk_widget_class_install_action (widget_class, "members.export", NULL, data_cb);
  gtk_widget_class_install_action (widget_class, "members.erase", NULL, data_cb);
  gtk_widget_class_install_action (widget_class, "members.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "members.duplicates", NULL, duplicates_cb);
  gtk_widget_class_install_action (widget_class, "members.search", NULL, search_cb);
  gtk_widget_class_install_property_action (widget_class, "members.sort", "sort");

  g_type_ensure (FOYER_TYPE_MEMBER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-members-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerMembersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerMembersPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, FoyerMembersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FoyerMembersPage, results);
  gtk_widget_class_bind_template_child (widget_class, FoyerMembersPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, FoyerMembersPage, member_page);
  gtk_widget_class_bind_template_child (widget_class, FoyerMembersPage, member_stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerMembersPage, view);
  gtk_widget_class_bind_template_child (widget_class, FoyerMembersPage, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, question_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
foyer_members_page_init (FoyerMembersPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->sort = g_strdup ("name");
  self->from_top = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_shortcuts_attach (GTK_WIDGET (self), "members.");
  foyer_split_focus_follow (self->split_view);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
  g_signal_connect_object (motion, "motion", G_CALLBACK (enter_list_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->results), motion);
  g_signal_connect_object (focus, "enter", G_CALLBACK (enter_list_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), focus);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list_view));
}

AdwNavigationPage *
foyer_members_page_new (FoyerDesk *desk)
{
  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  return g_object_new (FOYER_TYPE_MEMBERS_PAGE, "desk", desk, NULL);
}
