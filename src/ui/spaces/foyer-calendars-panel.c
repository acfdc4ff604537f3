/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-calendars-panel.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-calendars.h"
#include "sync/foyer-calendars.h"
#include "ui/spaces/foyer-calendar-row.h"
#include "ui/spaces/foyer-space-panel.h"

struct _FoyerCalendarsPanel
{
  AdwBin         parent_instance;

  FoyerDesk     *desk;
  char          *space_id;        /* (nullable) */
  GCancellable  *cancellable;

  GtkListBox    *list;
  AdwEntryRow   *address_row;
  AdwComboRow   *closes_row;
  GtkWidget     *file_row;
};

static void foyer_calendars_panel_init_panel (FoyerSpacePanelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerCalendarsPanel, foyer_calendars_panel, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_SPACE_PANEL, foyer_calendars_panel_init_panel))

static void
fail (FoyerCalendarsPanel *self,
      const GError        *error)
{
  if (self->desk != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    foyer_space_panel_failed (FOYER_SPACE_PANEL (self), error);
}

/* What was done to one calendar. */
typedef struct {
  FoyerCalendarsPanel *panel;
  const char          *sentence;    /* translated, with a place for its name */
} CalendarAct;

static CalendarAct *
new_act (FoyerCalendarsPanel *self,
         const char          *sentence)
{
  CalendarAct *act = g_new (CalendarAct, 1);

  act->panel = g_object_ref (self);
  act->sentence = sentence;

  return act;
}

static void
end_act (CalendarAct         *act,
         const FoyerCalendar *calendar,      /* (nullable) */
         gint64               op,
         const GError        *error)         /* (nullable) */
{
  g_autoptr(FoyerCalendarsPanel) self = act->panel;

  if (self->desk == NULL)
    ;
  else if (calendar == NULL)
    fail (self, error);
  else if (op != 0)
    {
      g_auto(GStrv) parts = g_strsplit (act->sentence, "%s", 2);
      g_autofree char *sentence = g_strjoinv (calendar->name, parts);

      foyer_space_panel_acted (FOYER_SPACE_PANEL (self), sentence, op);
    }
  g_free (act);
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerCalendar) calendar = foyer_store_calendar_finish (FOYER_STORE (source), result, &op, &error);

  end_act (user_data, calendar, op, error);
}

static void
row_edited_cb (FoyerCalendarsPanel *self,
               const char          *name,
               int                  closes,
               FoyerCalendarRow    *row)
{
  FoyerCalendar calendar = {
    .id = (char *) foyer_calendar_row_get_id (row), .space_id = self->space_id, .name = (char *) name,
    .address = (char *) "", .closes = (FoyerCalendarCloses) closes,
  };

  foyer_store_save_calendar_async (foyer_desk_get_store (self->desk), &calendar, NULL, NULL, changed_cb,
                                   /* Translators: said after a change; %s is the name of a calendar */
                                   new_act (self, _("Changed “%s”")));
}

static void
row_remove_cb (FoyerCalendarsPanel *self,
               FoyerCalendarRow    *row)
{
  foyer_store_remove_calendar_async (foyer_desk_get_store (self->desk), foyer_calendar_row_get_id (row), NULL, changed_cb,
                                     /* Translators: said after a calendar was removed; %s is its name */
                                     new_act (self, _("“%s” is no longer followed")));
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(FoyerCalendarsPanel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerCalendarsReport) report = foyer_sync_refresh_calendars_finish (FOYER_SYNC (source), result, &error);

  if (report == NULL)
    fail (self, error);
  else if (report->error != NULL)
    fail (self, report->error);
}

static void
row_refresh_cb (FoyerCalendarsPanel *self,
                FoyerCalendarRow    *row)
{
  foyer_sync_refresh_calendars_async (foyer_desk_get_sync (self->desk), foyer_calendar_row_get_id (row), FALSE,
                                      self->cancellable, refreshed_cb, g_object_ref (self));
}

/* Showing */

static FoyerCalendarRow *
make_row (FoyerCalendarsPanel *self)
{
  GtkWidget *row = foyer_calendar_row_new ();

  g_signal_connect_object (row, "edited", G_CALLBACK (row_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "refresh-asked", G_CALLBACK (row_refresh_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove-asked", G_CALLBACK (row_remove_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);

  return FOYER_CALENDAR_ROW (row);
}

static gboolean
has_calendar (GPtrArray  *calendars,
              const char *id)
{
  for (guint i = 0; i < calendars->len; i++)
    if (g_str_equal (((FoyerCalendar *) calendars->pdata[i])->id, id))
      return TRUE;

  return FALSE;
}

/* Rows are used again, so that one that is open stays open. */
static void
show_calendars (FoyerCalendarsPanel *self,
                GPtrArray           *calendars)
{
  const gint64 now_ms = foyer_clock_now (foyer_store_get_clock (foyer_desk_get_store (self->desk)));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL;)
    if (has_calendar (calendars, foyer_calendar_row_get_id (FOYER_CALENDAR_ROW (row))))
      i++;
    else
      gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = 0; i < calendars->len; i++)
    {
      const FoyerCalendar *calendar = calendars->pdata[i];

      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (row != NULL && !g_str_equal (foyer_calendar_row_get_id (FOYER_CALENDAR_ROW (row)), calendar->id))
        {
          /* An undo brings it back where it was. */
          FoyerCalendarRow *back = make_row (self);

          g_object_ref (back);
          gtk_list_box_remove (self->list, GTK_WIDGET (back));
          gtk_list_box_insert (self->list, GTK_WIDGET (back), (int) i);
          g_object_unref (back);
          row = GTK_LIST_BOX_ROW (back);
        }
      foyer_calendar_row_show (row != NULL ? FOYER_CALENDAR_ROW (row) : make_row (self), calendar, now_ms);
    }
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerCalendarsPanel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) calendars = foyer_store_list_calendars_finish (FOYER_STORE (source), result, &error);

  if (calendars == NULL)
    fail (self, error);
  else if (self->desk != NULL)
    show_calendars (self, calendars);
}

static void
load (FoyerCalendarsPanel *self)
{
  foyer_store_list_calendars_async (foyer_desk_get_store (self->desk), self->space_id, self->cancellable, listed_cb,
                                    g_object_ref (self));
}

static void
desk_changed_cb (FoyerCalendarsPanel *self,
                 guint                change,
                 const char          *space_id)
{
  if (self->space_id != NULL && (change & (FOYER_CHANGE_CALENDARS | FOYER_CHANGE_BOOKINGS | FOYER_CHANGE_OPENINGS))
      && (space_id == NULL || g_str_equal (space_id, self->space_id)))
    load (self);
}

/* Following */

static void
followed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  CalendarAct *act = user_data;
  FoyerCalendarsPanel *self = act->panel;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerCalendar) calendar = foyer_sync_follow_calendar_finish (FOYER_SYNC (source), result, &op, &error);

  if (self->desk != NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->address_row), TRUE);
      gtk_widget_set_sensitive (self->file_row, TRUE);
      if (calendar != NULL)
        gtk_editable_set_text (GTK_EDITABLE (self->address_row), "");
    }
  end_act (act, calendar, op, error);
}

static void
follow (FoyerCalendarsPanel *self,
        const char          *address)
{
  FoyerCalendar calendar = {
    .id = (char *) "", .space_id = self->space_id, .name = (char *) "", .address = (char *) address,
    .closes = (FoyerCalendarCloses) adw_combo_row_get_selected (self->closes_row),
  };

  gtk_widget_set_sensitive (GTK_WIDGET (self->address_row), FALSE);
  gtk_widget_set_sensitive (self->file_row, FALSE);
  foyer_sync_follow_calendar_async (foyer_desk_get_sync (self->desk), &calendar, self->cancellable, followed_cb,
                                    /* Translators: said after a calendar was added; %s is its name */
                                    new_act (self, _("“%s” is followed")));
}

static void
address_apply_cb (FoyerCalendarsPanel *self)
{
  const char *address = gtk_editable_get_text (GTK_EDITABLE (self->address_row));

  if (self->space_id != NULL && *address != '\0')
    follow (self, address);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(FoyerCalendarsPanel) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->desk != NULL && g_file_peek_path (file) != NULL)
    follow (self, g_file_peek_path (file));
}

static void
choose_file_cb (FoyerCalendarsPanel *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  if (self->space_id == NULL)
    return;
  gtk_file_filter_set_name (filter, _("Calendars"));
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  gtk_file_filter_add_suffix (filter, "ics");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _("Choose a Calendar"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable, file_chosen_cb,
                        g_object_ref (self));
}

static void
foyer_calendars_panel_show (FoyerSpacePanel  *panel,
                            FoyerDesk        *desk,
                            const FoyerSpace *space)
{
  FoyerCalendarsPanel *self = FOYER_CALENDARS_PANEL (panel);
  const gboolean first = self->desk == NULL;

  if (*space->id == '\0')
    return;
  g_set_str (&self->space_id, space->id);
  if (!first)
    return;
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
}

static void
foyer_calendars_panel_init_panel (FoyerSpacePanelInterface *iface)
{
  iface->show = foyer_calendars_panel_show;
}

static void
foyer_calendars_panel_dispose (GObject *object)
{
  FoyerCalendarsPanel *self = FOYER_CALENDARS_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The template would unparent the box behind the bin's back, which keeps a pointer. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_CALENDARS_PANEL);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_calendars_panel_parent_class)->dispose (object);
}

static void
foyer_calendars_panel_finalize (GObject *object)
{
  g_free (FOYER_CALENDARS_PANEL (object)->space_id);

  G_OBJECT_CLASS (foyer_calendars_panel_parent_class)->finalize (object);
}

static void
foyer_calendars_panel_class_init (FoyerCalendarsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_calendars_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_calendars_panel_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-calendars-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarsPanel, list);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarsPanel, address_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarsPanel, closes_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerCalendarsPanel, file_row);
  gtk_widget_class_bind_template_callback (widget_class, address_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_file_cb);
}

static void
foyer_calendars_panel_init (FoyerCalendarsPanel *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_calendar_row_offer_closes (self->closes_row);
  adw_combo_row_set_selected (self->closes_row, FOYER_CALENDAR_CLOSES_HALVES);
}
