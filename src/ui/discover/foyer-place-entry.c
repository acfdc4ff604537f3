/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/discover/foyer-place-entry.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "core/foyer-gazetteer.h"
#include "core/foyer-part.h"
#include "sync/foyer-discovery.h"
#include "ui/foyer-answer.h"

#define MAX_PLACES 6
#define WIDTH_CHARS 24

struct _FoyerPlaceEntry {
  GtkWidget     parent_instance;

  FoyerDesk    *desk;
  GCancellable *cancellable;      /* of the question that has no answer yet */
  gboolean      taking;           /* Enter was pressed before the answer came */
  gboolean      showing;          /* the text is set from here */
  GPtrArray    *places;           /* what is suggested; nullable */
  gboolean      has_place;
  char         *name;
  int           lat_e6;
  int           lon_e6;

  GtkWidget    *entry;
  GtkWidget    *popover;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (FoyerPlaceEntry, foyer_place_entry, GTK_TYPE_WIDGET)

enum { SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
close_list (FoyerPlaceEntry *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
show_text (FoyerPlaceEntry *self,
           const char      *text)
{
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->showing = FALSE;
}

static void
choose (FoyerPlaceEntry *self,
        const char      *name,
        int              lat_e6,
        int              lon_e6)
{
  close_list (self);
  foyer_place_entry_set_place (self, name, lat_e6, lon_e6);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
take (FoyerPlaceEntry *self,
      guint            index)
{
  const FoyerPlace *place = g_ptr_array_index (self->places, index);

  choose (self, place->name, place->lat_e6, place->lon_e6);
}

static void
say_unknown (FoyerPlaceEntry *self)
{
  foyer_desk_acted (self->desk,
                    _("No commune of that name is known here. Write its name or postcode, or a latitude and a longitude."),
                    0);
}

static void
show_places (FoyerPlaceEntry *self)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->places->len; i++)
    {
      const FoyerPlace *place = g_ptr_array_index (self->places, i);
      GtkWidget *label = gtk_label_new (place->name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_append (self->list, label);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                      GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
    }
  if (self->places->len == 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerPlaceEntry) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) places = foyer_sync_places_finish (FOYER_SYNC (source), result, &error);

  if (foyer_answer_is_stale (result))
    return;
  g_clear_object (&self->cancellable);
  if (places == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  g_clear_pointer (&self->places, g_ptr_array_unref);
  self->places = g_steal_pointer (&places);
  if (!self->taking)
    {
      show_places (self);
      return;
    }

  self->taking = FALSE;
  if (self->places->len > 0)
    take (self, 0);
  else
    say_unknown (self);
}

static void
ask (FoyerPlaceEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  int lat_e6, lon_e6;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  self->taking = FALSE;
  if (*text == '\0' || foyer_place_read_point (text, &lat_e6, &lon_e6))
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }

  self->cancellable = g_cancellable_new ();
  foyer_sync_places_async (foyer_desk_get_sync (self->desk), text, MAX_PLACES, self->cancellable,
                           found_cb, g_object_ref (self));
}

static void
changed_cb (FoyerPlaceEntry *self)
{
  if (self->showing)
    return;

  self->has_place = FALSE;
  ask (self);
}

static void
activate_cb (FoyerPlaceEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int lat_e6, lon_e6;

  if (foyer_place_read_point (text, &lat_e6, &lon_e6))
    choose (self, text, lat_e6, lon_e6);
  else if (self->has_place)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  else if (self->cancellable != NULL)
    self->taking = TRUE;
  else if (self->places != NULL && self->places->len > 0 && row != NULL)
    take (self, (guint) gtk_list_box_row_get_index (row));
  else if (*text != '\0')
    say_unknown (self);
}

static void
row_activated_cb (FoyerPlaceEntry *self,
                  GtkListBoxRow   *row)
{
  take (self, (guint) gtk_list_box_row_get_index (row));
}

/* The keyboard stays in the entry. */
static gboolean
key_cb (FoyerPlaceEntry *self,
        guint            keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = keyval == GDK_KEY_Down ? 1 : -1;

  if (!gtk_widget_get_visible (self->popover))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    {
      close_list (self);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;

  row = gtk_list_box_get_row_at_index (self->list,
                                       row != NULL ? gtk_list_box_row_get_index (row) + step : 0);
  if (row != NULL)
    {
      guint index = (guint) gtk_list_box_row_get_index (row);

      gtk_list_box_select_row (self->list, row);
      gtk_accessible_announce (GTK_ACCESSIBLE (self->entry),
                               ((const FoyerPlace *) g_ptr_array_index (self->places, index))->name,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  return GDK_EVENT_STOP;
}

static void
left_cb (FoyerPlaceEntry *self)
{
  close_list (self);
  if (!self->has_place && self->name != NULL)
    {
      show_text (self, self->name);
      self->has_place = TRUE;
    }
}

static gboolean
foyer_place_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOYER_PLACE_ENTRY (widget)->entry);
}

static void
foyer_place_entry_dispose (GObject *object)
{
  FoyerPlaceEntry *self = FOYER_PLACE_ENTRY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_place_entry_parent_class)->dispose (object);
}

static void
foyer_place_entry_finalize (GObject *object)
{
  FoyerPlaceEntry *self = FOYER_PLACE_ENTRY (object);

  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (foyer_place_entry_parent_class)->finalize (object);
}

static void
foyer_place_entry_class_init (FoyerPlaceEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_place_entry_dispose;
  object_class->finalize = foyer_place_entry_finalize;
  widget_class->grab_focus = foyer_place_entry_grab_focus;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FOYER_TYPE_PLACE_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
make_list (FoyerPlaceEntry *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "places");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Places"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
foyer_place_entry_init (FoyerPlaceEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY,
                                     "mark-location-symbolic");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Town or postcode"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Place"), -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  make_list (self);

  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
}

void
foyer_place_entry_set_desk (FoyerPlaceEntry *self,
                            FoyerDesk       *desk)
{
  g_return_if_fail (FOYER_IS_PLACE_ENTRY (self));

  g_set_object (&self->desk, desk);
}

void
foyer_place_entry_set_place (FoyerPlaceEntry *self,
                             const char      *name,
                             int              lat_e6,
                             int              lon_e6)
{
  g_return_if_fail (FOYER_IS_PLACE_ENTRY (self));
  g_return_if_fail (name != NULL);

  g_set_str (&self->name, name);
  self->lat_e6 = lat_e6;
  self->lon_e6 = lon_e6;
  self->has_place = TRUE;
  show_text (self, name);
  /* Where there is little room its beginning is what tells. */
  gtk_editable_set_position (GTK_EDITABLE (self->entry), 0);
}

gboolean
foyer_place_entry_get_place (FoyerPlaceEntry *self,
                             int             *lat_e6,
                             int             *lon_e6)
{
  g_return_val_if_fail (FOYER_IS_PLACE_ENTRY (self), FALSE);

  *lat_e6 = self->lat_e6;
  *lon_e6 = self->lon_e6;
  return self->name != NULL;
}

const char *
foyer_place_entry_get_name (FoyerPlaceEntry *self)
{
  g_return_val_if_fail (FOYER_IS_PLACE_ENTRY (self), NULL);

  return self->name != NULL ? self->name : "";
}

gboolean
foyer_place_read_point (const char *text,
                        int        *lat_e6,
                        int        *lon_e6)
{
  g_autoptr(GRegex) regex = NULL;
  g_autoptr(GMatchInfo) match = NULL;
  double degrees[2];

  g_return_val_if_fail (text != NULL, FALSE);

  regex = g_regex_new ("^\\s*([+-]?\\d{1,2}(?:[.,]\\d{1,8})?)\\s*(?:[;, ]|;\\s|,\\s)\\s*([+-]?\\d{1,3}(?:[.,]\\d{1,8})?)\\s*$",
                       G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  if (!g_regex_match (regex, text, G_REGEX_MATCH_DEFAULT, &match))
    return FALSE;

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *number = g_match_info_fetch (match, i + 1);

      g_strdelimit (number, ",", '.');
      degrees[i] = g_ascii_strtod (number, NULL);
    }
  if (ABS (degrees[0]) > 90 || ABS (degrees[1]) > 180)
    return FALSE;

  *lat_e6 = (int) (degrees[0] * 1e6 + (degrees[0] < 0 ? -0.5 : 0.5));
  *lon_e6 = (int) (degrees[1] * 1e6 + (degrees[1] < 0 ? -0.5 : 0.5));
  return TRUE;
}
