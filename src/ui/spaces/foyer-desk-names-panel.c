/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-desk-names-panel.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-spaces.h"
#include "ui/spaces/foyer-desk-name-row.h"
#include "words/foyer-words.h"

#define DAYS_AHEAD 366
#define PINS_NAMED 3

/* What is done with the names, one after the other, each on top of what the store last gave. */
typedef struct {
  gboolean          add;
  FoyerDeskNameAct  act;
  int               key;
  char             *name;
} FoyerNamesAct;

struct _FoyerDeskNamesPanel
{
  AdwBin       parent_instance;

  FoyerDesk   *desk;
  FoyerSpace  *space;         /* as it was shown last */
  GPtrArray   *rows;          /* (element-type FoyerDeskNameRow) */
  GQueue       acts;          /* the first is being saved */

  GtkListBox  *list;
  AdwEntryRow *add_row;
  GtkLabel    *problem;
};

static void foyer_desk_names_panel_init_panel (FoyerSpacePanelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerDeskNamesPanel, foyer_desk_names_panel, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_SPACE_PANEL, foyer_desk_names_panel_init_panel))

static void
act_free (FoyerNamesAct *act)
{
  g_free (act->name);
  g_free (act);
}

static void
show_problem (FoyerDeskNamesPanel *self,
              const char          *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* Showing */

static void wanted_cb (FoyerDeskNamesPanel *self,
                       int                  act,
                       FoyerDeskNameRow    *row);

static void
show_rows (FoyerDeskNamesPanel *self)
{
  const GArray *desks = self->space->desks;

  while (self->rows->len > desks->len)
    {
      GtkWidget *row = self->rows->pdata[self->rows->len - 1];

      /* Before it leaves the list: what is in it loses the keyboard, and is no longer asked about. */
      g_signal_handlers_disconnect_by_data (row, self);
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
      gtk_list_box_remove (self->list, row);
    }
  while (self->rows->len < desks->len)
    {
      GtkWidget *row = foyer_desk_name_row_new ();

      g_signal_connect_object (row, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_insert (self->list, row, (int) self->rows->len);
      g_ptr_array_add (self->rows, row);
    }
  for (guint i = 0; i < desks->len; i++)
    {
      const FoyerNamedDesk *desk = &g_array_index (desks, FoyerNamedDesk, i);

      foyer_desk_name_row_show (self->rows->pdata[i], desk->key, desk->name, i == 0, i + 1 == desks->len);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->add_row), desks->len < (guint) self->space->seats);
}

static void
take_space (FoyerDeskNamesPanel *self,
            const FoyerSpace    *space)
{
  g_autoptr(FoyerSpace) old = self->space;

  self->space = foyer_space_copy (space);
  show_rows (self);
}

/* Saving */

static int
find_key (const FoyerSpace *space,
          int               key)
{
  for (guint i = 0; i < space->desks->len; i++)
    if (g_array_index (space->desks, FoyerNamedDesk, i).key == key)
      return (int) i;

  return -1;
}

/* Whether there is something to do. */
static gboolean
change (FoyerSpace          *space,
        const FoyerNamesAct *act)
{
  const int at = act->add ? -1 : find_key (space, act->key);
  FoyerNamedDesk *desks = (FoyerNamedDesk *) space->desks->data;
  int other;

  if (act->add)
    {
      foyer_space_add_desk (space, 0, act->name);
      return TRUE;
    }
  if (at < 0)
    return FALSE;
  if (act->act == FOYER_DESK_RENAME)
    {
      g_set_str (&desks[at].name, act->name);
      return TRUE;
    }
  if (act->act == FOYER_DESK_REMOVE)
    {
      g_array_remove_index (space->desks, (guint) at);
      return TRUE;
    }

  other = at + (act->act == FOYER_DESK_MOVE_UP ? -1 : 1);
  if (other < 0 || other >= (int) space->desks->len)
    return FALSE;
  else
    {
      const FoyerNamedDesk moved = desks[at];

      desks[at] = desks[other];
      desks[other] = moved;
    }

  return TRUE;
}

static char *
describe (const FoyerNamesAct *act)
{
  if (act->add)
    /* Translators: said after a desk was given a name; %s is the name */
    return g_strdup_printf (_("Named the desk “%s”"), act->name);
  if (act->act == FOYER_DESK_REMOVE)
    /* Translators: said after the name of a desk was taken away; %s was the name */
    return g_strdup_printf (_("“%s” is a seat without a name"), act->name);
  if (act->act == FOYER_DESK_RENAME)
    /* Translators: said after a desk got another name; %s is the new name */
    return g_strdup_printf (_("Renamed the desk to “%s”"), act->name);

  /* Translators: said after a desk changed its place in a list; %s is its name */
  return g_strdup_printf (_("Moved “%s”"), act->name);
}

/* For whom a desk is pinned that was to be taken away. */
typedef struct {
  FoyerDeskNamesPanel *panel;
  char                *desk;
  GError              *refusal;
} FoyerPins;

static void
pins_free (FoyerPins *pins)
{
  g_object_unref (pins->panel);
  g_free (pins->desk);
  g_error_free (pins->refusal);
  g_free (pins);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPins, pins_free)

static void
pins_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(FoyerPins) pins = user_data;
  g_autoptr(GPtrArray) bookings = foyer_store_bookings_finish (FOYER_STORE (source), result, NULL);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  int n = 0;

  if (pins->panel->desk == NULL)
    return;
  for (guint i = 0; bookings != NULL && i < bookings->len && n < PINS_NAMED; i++)
    {
      const FoyerBooking *booking = bookings->pdata[i];
      g_autofree char *day = foyer_words_day_short (booking->day);

      if (!g_strv_contains (foyer_error_get_ids (pins->refusal), booking->id))
        continue;
      g_string_append (names, n++ > 0 ? C_("between facts", " · ") : "");
      /* Translators: a person's name and a day: "Zoé Marchelin, Thu 26 November" */
      g_string_append_printf (names, C_("who and when", "%s, %s"), booking->name, day);
    }

  /* Translators: %1$s is the name of a desk, %2$s says for whom and on which days */
  sentence = n > 0 ? g_strdup_printf (_("“%1$s” is pinned (%2$s); nothing was changed, unpin it first."), pins->desk,
                                      names->str)
                   : foyer_words_describe_error (pins->refusal);
  show_problem (pins->panel, sentence);
}

static void
name_pins (FoyerDeskNamesPanel *self,
           const char          *desk,
           const GError        *refusal)
{
  const FoyerDay today = foyer_desk_get_today (self->desk);
  FoyerPins *pins = g_new (FoyerPins, 1);

  *pins = (FoyerPins) { g_object_ref (self), g_strdup (desk), g_error_copy (refusal) };
  foyer_store_list_held_async (foyer_desk_get_store (self->desk), self->space->id, today, today + DAYS_AHEAD, NULL,
                               pins_cb, pins);
}

static void save_next (FoyerDeskNamesPanel *self);

/* The keyboard follows what was moved, and stays near what is gone. */
static void
follow (FoyerDeskNamesPanel *self,
        const FoyerNamesAct *act,
        int                  was_at)
{
  const int at = find_key (self->space, act->key);

  if (act->add || act->act == FOYER_DESK_RENAME)
    return;
  if (at >= 0)
    foyer_desk_name_row_focus_menu (self->rows->pdata[at]);
  else if (self->rows->len > 0)
    foyer_desk_name_row_focus_menu (self->rows->pdata[MIN (was_at, (int) self->rows->len - 1)]);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerDeskNamesPanel) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerSpace) space = foyer_store_save_space_finish (FOYER_STORE (source), result, &op, &error);
  FoyerNamesAct *act = g_queue_pop_head (&self->acts);

  if (self->desk != NULL && space == NULL)
    {
      g_autofree char *sentence = foyer_words_describe_error (error);

      if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS)
          && foyer_desk_get_today (self->desk) != FOYER_DAY_NONE)
        name_pins (self, act->name, error);
      else
        show_problem (self, sentence);
    }
  else if (self->desk != NULL)
    {
      const int was_at = find_key (self->space, act->key);
      g_autofree char *sentence = describe (act);

      show_problem (self, NULL);
      if (act->add && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->add_row)), act->name))
        gtk_editable_set_text (GTK_EDITABLE (self->add_row), "");
      take_space (self, space);
      follow (self, act, was_at);
      if (op != 0)
        foyer_space_panel_acted (FOYER_SPACE_PANEL (self), sentence, op);
    }
  act_free (act);
  if (self->desk != NULL)
    save_next (self);
}

static void
save_next (FoyerDeskNamesPanel *self)
{
  while (!g_queue_is_empty (&self->acts))
    {
      g_autoptr(FoyerSpace) wanted = foyer_space_copy (self->space);

      if (change (wanted, g_queue_peek_head (&self->acts)))
        {
          foyer_store_set_desks_async (foyer_desk_get_store (self->desk), wanted, NULL, saved_cb,
                                       g_object_ref (self));
          return;
        }
      act_free (g_queue_pop_head (&self->acts));
    }
}

static void
push (FoyerDeskNamesPanel *self,
      gboolean             add,
      FoyerDeskNameAct     act,
      int                  key,
      const char          *name)
{
  FoyerNamesAct *next = g_new (FoyerNamesAct, 1);
  const gboolean idle = g_queue_is_empty (&self->acts);

  *next = (FoyerNamesAct) { .add = add, .act = act, .key = key, .name = g_strdup (name) };
  g_queue_push_tail (&self->acts, next);
  if (idle)
    save_next (self);
}

/* The same again, by Enter and by leaving, is one. */
static gboolean
is_waiting (FoyerDeskNamesPanel *self,
            gboolean             add,
            int                  key,
            const char          *name)
{
  for (GList *link = self->acts.head; link != NULL; link = link->next)
    {
      const FoyerNamesAct *act = link->data;

      if (act->add == add && act->key == key && g_str_equal (act->name, name)
          && (add || act->act == FOYER_DESK_RENAME))
        return TRUE;
    }

  return FALSE;
}

static void
wanted_cb (FoyerDeskNamesPanel *self,
           int                  act,
           FoyerDeskNameRow    *row)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (row));
  const int key = foyer_desk_name_row_get_key (row);

  if (act != FOYER_DESK_RENAME || !is_waiting (self, FALSE, key, name))
    push (self, FALSE, (FoyerDeskNameAct) act, key, name);
}

static void
add_cb (FoyerDeskNamesPanel *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->add_row));

  if (!is_waiting (self, TRUE, 0, name))
    push (self, TRUE, FOYER_DESK_RENAME, 0, name);
}

static void
left_cb (FoyerDeskNamesPanel *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_row))));

  if (*text != '\0' && self->space != NULL)
    add_cb (self);
}

static void
foyer_desk_names_panel_dispose (GObject *object)
{
  FoyerDeskNamesPanel *self = FOYER_DESK_NAMES_PANEL (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->space, foyer_space_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_DESK_NAMES_PANEL);

  G_OBJECT_CLASS (foyer_desk_names_panel_parent_class)->dispose (object);
}

static void
foyer_desk_names_panel_finalize (GObject *object)
{
  FoyerDeskNamesPanel *self = FOYER_DESK_NAMES_PANEL (object);

  g_ptr_array_unref (self->rows);
  g_queue_clear_full (&self->acts, (GDestroyNotify) act_free);

  G_OBJECT_CLASS (foyer_desk_names_panel_parent_class)->finalize (object);
}

static void
foyer_desk_names_panel_show (FoyerSpacePanel  *panel,
                             FoyerDesk        *desk,
                             const FoyerSpace *space)
{
  FoyerDeskNamesPanel *self = FOYER_DESK_NAMES_PANEL (panel);

  g_set_object (&self->desk, desk);
  take_space (self, space);
}

static void
foyer_desk_names_panel_finish (FoyerSpacePanel *panel)
{
  left_cb (FOYER_DESK_NAMES_PANEL (panel));
}

static void
foyer_desk_names_panel_init_panel (FoyerSpacePanelInterface *iface)
{
  iface->show = foyer_desk_names_panel_show;
  iface->finish = foyer_desk_names_panel_finish;
}

static void
foyer_desk_names_panel_class_init (FoyerDeskNamesPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_desk_names_panel_dispose;
  object_class->finalize = foyer_desk_names_panel_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-desk-names-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerDeskNamesPanel, list);
  gtk_widget_class_bind_template_child (widget_class, FoyerDeskNamesPanel, add_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerDeskNamesPanel, problem);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
foyer_desk_names_panel_init (FoyerDeskNamesPanel *self)
{
  self->rows = g_ptr_array_new ();
  g_queue_init (&self->acts);
  gtk_widget_init_template (GTK_WIDGET (self));
}
