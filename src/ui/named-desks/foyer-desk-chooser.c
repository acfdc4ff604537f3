/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/named-desks/foyer-desk-chooser.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-bookings.h"
#include "words/foyer-words-desks.h"
#include "words/foyer-words.h"

struct _FoyerDeskChooser
{
  AdwDialog       parent_instance;

  FoyerDesk      *desk;
  FoyerSpaceItem *space;
  char           *booking_id;
  GPtrArray      *checks;        /* (element-type GtkCheckButton): of any desk, then of each */
  GCancellable   *cancellable;

  AdwWindowTitle *window_title;
  GtkWidget      *save_button;
  GtkLabel       *problem;
  GtkListBox     *list;
  AdwSwitchRow   *pin_row;
};

G_DEFINE_FINAL_TYPE (FoyerDeskChooser, foyer_desk_chooser, ADW_TYPE_DIALOG)

/* The name that is chosen; %NULL for any. */
static const char *
get_chosen (FoyerDeskChooser *self)
{
  const GArray *desks = foyer_space_item_get_space (self->space)->desks;

  for (guint i = 0; i < desks->len && i + 1 < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i + 1]))
      return g_array_index (desks, FoyerNamedDesk, i).name;

  return NULL;
}

static void
toggled_cb (FoyerDeskChooser *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->pin_row), get_chosen (self) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static gboolean
has_desk (char       **desks,
          const char  *name)
{
  return desks != NULL && g_strv_contains ((const char * const *) desks, name);
}

/* Who sits at a desk: "Zoé Marchelin · Tomasz Wolarek (Afternoon)". */
static char *
describe_sitters (GPtrArray  *bookings,
                  const char *desk)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = bookings->pdata[i];
      const gboolean am = has_desk (booking->am_desks, desk);
      const gboolean pm = has_desk (booking->pm_desks, desk);
      g_autofree char *part = NULL;

      if (!am && !pm)
        continue;
      if (am && pm)
        {
          g_ptr_array_add (names, g_strdup (booking->name));
          continue;
        }
      part = foyer_words_part (am ? FOYER_PART_AM : FOYER_PART_PM);
      /* Translators: a name and a part of the day: "Zoé Marchelin (Afternoon)" */
      g_ptr_array_add (names, g_strdup_printf (_("%s (%s)"), booking->name, part));
    }

  return names->len > 0 ? g_strjoinv (C_("between facts", " · "), (char **) names->pdata)
                        : g_strdup (C_("desk", "Free"));
}

static void
add_choice (FoyerDeskChooser *self,
            const char       *title,
            const char       *subtitle,
            gboolean          active)
{
  GtkWidget *check = gtk_check_button_new ();
  /* The button is the one stop: it says whether it is chosen, and arrows go to the next. */
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "focusable", FALSE, NULL);

  /* After the construction, which tells its labels of the title before the markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  gtk_list_box_append (self->list, row);
  if (active)
    gtk_widget_grab_focus (check);
}

static void
show_bookings (FoyerDeskChooser *self,
               GPtrArray        *bookings)
{
  const GArray *desks = foyer_space_item_get_space (self->space)->desks;
  const FoyerBooking *mine = NULL;

  for (guint i = 0; i < bookings->len; i++)
    if (g_str_equal (((FoyerBooking *) bookings->pdata[i])->id, self->booking_id))
      mine = bookings->pdata[i];
  if (mine == NULL)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  adw_window_title_set_subtitle (self->window_title, mine->name);
  add_choice (self, _("Any Desk"), _("The one that is free"), mine->desk_wish == NULL);
  for (guint i = 0; i < desks->len; i++)
    {
      const char *name = g_array_index (desks, FoyerNamedDesk, i).name;
      g_autofree char *sitters = describe_sitters (bookings, name);

      add_choice (self, name, sitters, g_strcmp0 (name, mine->desk_wish) == 0);
    }
  adw_switch_row_set_active (self->pin_row, mine->desk_pinned);
  toggled_cb (self);
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerDeskChooser) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) bookings = foyer_store_bookings_finish (FOYER_STORE (source), result, &error);

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bookings == NULL)
    {
      foyer_desk_failed (self->desk, error);
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  show_bookings (self, bookings);
}

static char *
describe_done (const FoyerBooking *booking)
{
  g_autofree char *desks = foyer_words_desks (booking);

  if (booking->desk_wish == NULL)
    /* Translators: %s is a person's name; said after the act */
    return g_strdup_printf (_("Any desk will do for %s"), booking->name);
  if (booking->desk_pinned)
    /* Translators: a desk's name and a person's name; said after the act */
    return g_strdup_printf (_("“%1$s” is pinned for %2$s"), booking->desk_wish, booking->name);
  if (desks != NULL && g_str_equal (desks, booking->desk_wish))
    /* Translators: a person's name and a desk's name; said after the act */
    return g_strdup_printf (_("%1$s sits at “%2$s”"), booking->name, booking->desk_wish);

  /* Translators: a person's name and a desk's name, which somebody else has; said after the act */
  return g_strdup_printf (_("%1$s wishes for “%2$s”, which is taken"), booking->name, booking->desk_wish);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerDeskChooser) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 op = 0;
  g_autoptr(FoyerBooking) booking = foyer_store_booking_finish (FOYER_STORE (source), result, &op, &error);

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (booking == NULL)
    {
      sentence = foyer_words_describe_error (error);
      gtk_label_set_label (self->problem, sentence);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }

  sentence = describe_done (booking);
  if (op != 0)
    foyer_desk_acted (self->desk, sentence, op);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_cb (FoyerDeskChooser *self)
{
  gtk_widget_set_sensitive (self->save_button, FALSE);
  foyer_store_set_desk_async (foyer_desk_get_store (self->desk), self->booking_id, get_chosen (self),
                              adw_switch_row_get_active (self->pin_row), NULL, saved_cb, g_object_ref (self));
}

static void
foyer_desk_chooser_dispose (GObject *object)
{
  FoyerDeskChooser *self = FOYER_DESK_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->space);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_DESK_CHOOSER);

  G_OBJECT_CLASS (foyer_desk_chooser_parent_class)->dispose (object);
}

static void
foyer_desk_chooser_finalize (GObject *object)
{
  FoyerDeskChooser *self = FOYER_DESK_CHOOSER (object);

  g_free (self->booking_id);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (foyer_desk_chooser_parent_class)->finalize (object);
}

static void
foyer_desk_chooser_class_init (FoyerDeskChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_desk_chooser_dispose;
  object_class->finalize = foyer_desk_chooser_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-desk-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerDeskChooser, window_title);
  gtk_widget_class_bind_template_child (widget_class, FoyerDeskChooser, save_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerDeskChooser, problem);
  gtk_widget_class_bind_template_child (widget_class, FoyerDeskChooser, list);
  gtk_widget_class_bind_template_child (widget_class, FoyerDeskChooser, pin_row);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
foyer_desk_chooser_init (FoyerDeskChooser *self)
{
  self->checks = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->save_button);
}

AdwDialog *
foyer_desk_chooser_new (FoyerDesk  *desk,
                        const char *booking_id,
                        FoyerDay    day)
{
  FoyerDeskChooser *self = g_object_new (FOYER_TYPE_DESK_CHOOSER, NULL);

  self->desk = g_object_ref (desk);
  self->space = g_object_ref (foyer_desk_get_space (desk));
  self->booking_id = g_strdup (booking_id);
  foyer_store_list_held_async (foyer_desk_get_store (desk), foyer_space_item_get_id (self->space), day, day,
                               self->cancellable, listed_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}
