/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/kiosk/foyer-kiosk-window.h"

#include <glib/gi18n.h>

#include "ui/kiosk/foyer-kiosk-card.h"
#include "ui/kiosk/foyer-kiosk-home.h"
#include "ui/kiosk/foyer-kiosk-pin-page.h"
#include "ui/kiosk/foyer-kiosk-visit.h"
#include "words/foyer-words.h"

#define IDLE_SECONDS 20
#define SETTLED_SECONDS 8

/* Held, these make a chord of a key. */
#define CHORDS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK | GDK_HYPER_MASK)

struct _FoyerKioskWindow {
  AdwWindow          parent_instance;

  FoyerDesk         *desk;
  char              *space_id;
  FoyerKioskVisit   *visit;             /* (nullable): of who is there */
  guint              idle_seconds;
  guint              settled_seconds;
  guint              idle;              /* the source that goes back */
  gboolean           settled;           /* the last words are shown */

  GtkLabel          *space_label;
  GtkWidget         *leave_button;
  GtkStack          *stack;
  FoyerKioskHome    *home;
  FoyerKioskCard    *card;
  FoyerKioskPinPage *pin_page;
};

G_DEFINE_FINAL_TYPE (FoyerKioskWindow, foyer_kiosk_window, ADW_TYPE_WINDOW)

typedef enum { PROP_IDLE_SECONDS = 1, PROP_SETTLED_SECONDS } FoyerKioskWindowProp;
static GParamSpec *props[PROP_SETTLED_SECONDS + 1];

static gboolean idle_cb (gpointer user_data);

static void
wait_for_somebody (FoyerKioskWindow *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  self->idle = g_timeout_add_seconds (self->settled ? self->settled_seconds : self->idle_seconds, idle_cb, self);
}

static void
show_page (FoyerKioskWindow *self,
           const char       *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->leave_button, !g_str_equal (name, "pin"));
  if (g_str_equal (name, "home"))
    foyer_kiosk_home_focus (self->home);
  else if (g_str_equal (name, "card"))
    foyer_kiosk_card_focus (self->card);
  else
    foyer_kiosk_pin_page_focus (self->pin_page);
  wait_for_somebody (self);
}

static void
end_visit (FoyerKioskWindow *self)
{
  if (self->visit == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->visit, self);
  foyer_kiosk_visit_leave (self->visit);
  g_clear_object (&self->visit);
}

static void
go_home (FoyerKioskWindow *self,
         const char       *sentence)
{
  self->settled = FALSE;
  end_visit (self);
  foyer_kiosk_pin_page_clear (self->pin_page);
  foyer_kiosk_home_clear (self->home, sentence);
  show_page (self, "home");
}

static gboolean
idle_cb (gpointer user_data)
{
  FoyerKioskWindow *self = FOYER_KIOSK_WINDOW (user_data);

  self->idle = 0;
  go_home (self, NULL);
  return G_SOURCE_REMOVE;
}

static void
ask_pin (FoyerKioskWindow *self)
{
  end_visit (self);
  self->settled = FALSE;
  foyer_kiosk_home_clear (self->home, NULL);
  foyer_kiosk_pin_page_clear (self->pin_page);
  show_page (self, "pin");
}

static void
leave_cb (FoyerKioskWindow *self)
{
  ask_pin (self);
}

static void
right_cb (FoyerKioskWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
back_cb (FoyerKioskWindow *self)
{
  go_home (self, NULL);
}

static void
shown_cb (FoyerKioskWindow *self,
          gboolean          settled)
{
  self->settled = settled;
  show_page (self, "card");
}

static void
ended_cb (FoyerKioskWindow *self,
          const char       *sentence)
{
  go_home (self, sentence);
}

static void
begin_visit (FoyerKioskWindow *self)
{
  end_visit (self);
  self->visit = foyer_kiosk_visit_new (self->desk, self->space_id, self->card);
  g_signal_connect_swapped (self->visit, "shown", G_CALLBACK (shown_cb), self);
  g_signal_connect_swapped (self->visit, "ended", G_CALLBACK (ended_cb), self);
}

static void
chosen_cb (FoyerKioskWindow *self,
           const char       *person_id,
           const char       *label)
{
  begin_visit (self);
  foyer_kiosk_visit_greet (self->visit, person_id, label);
}

static void
code_cb (FoyerKioskWindow *self,
         const char       *text)
{
  begin_visit (self);
  foyer_kiosk_visit_read (self->visit, text);
}

static void
answered_cb (FoyerKioskWindow *self,
             gboolean          primary)
{
  /* Its answer may end it. */
  g_autoptr(FoyerKioskVisit) visit = self->visit != NULL ? g_object_ref (self->visit) : NULL;

  if (visit != NULL)
    foyer_kiosk_visit_answer (visit, primary);
}

/* No chord does anything here, but those by which windows are closed: they ask for the PIN. The
 * menus of entries would paste what the host has copied. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                FoyerKioskWindow      *self)
{
  gboolean chord = (state & CHORDS) != 0;

  wait_for_somebody (self);
  if ((chord && (key == GDK_KEY_w || key == GDK_KEY_W || key == GDK_KEY_q || key == GDK_KEY_Q || key == GDK_KEY_F4))
      || key == GDK_KEY_Escape)
    {
      ask_pin (self);
      return GDK_EVENT_STOP;
    }

  return chord || key == GDK_KEY_Menu || key == GDK_KEY_F10
         || (key == GDK_KEY_Insert && (state & GDK_SHIFT_MASK) != 0);
}

static void
pressed_cb (GtkGestureClick  *gesture,
            int               n_presses,
            double            x,
            double            y,
            FoyerKioskWindow *self)
{
  wait_for_somebody (self);
  /* The other buttons paste, or open the menu of an entry. */
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) > GDK_BUTTON_PRIMARY)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
update_space (FoyerKioskWindow *self)
{
  GListModel *spaces = foyer_desk_get_spaces (self->desk);

  for (guint i = 0; i < g_list_model_get_n_items (spaces); i++)
    {
      g_autoptr(FoyerSpaceItem) item = g_list_model_get_item (spaces, i);

      if (!g_str_equal (foyer_space_item_get_id (item), self->space_id))
        continue;
      gtk_label_set_label (self->space_label, foyer_space_item_get_name (item));
      gtk_window_set_title (GTK_WINDOW (self), foyer_space_item_get_name (item));
    }
}

static void
failed_cb (FoyerKioskWindow *self,
           const GError     *error)
{
  g_message ("The kiosk: %s", error->message);
  go_home (self, _("Something went wrong. Please ask at the desk."));
}

static gboolean
foyer_kiosk_window_close_request (GtkWindow *window)
{
  ask_pin (FOYER_KIOSK_WINDOW (window));
  return GDK_EVENT_STOP;
}

/* Nobody looks inside from here. */
static gboolean
foyer_kiosk_window_enable_debugging (GtkWindow *window,
                                     gboolean   toggle)
{
  return FALSE;
}

static void
foyer_kiosk_window_dispose (GObject *object)
{
  FoyerKioskWindow *self = FOYER_KIOSK_WINDOW (object);

  end_visit (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_KIOSK_WINDOW);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_kiosk_window_parent_class)->dispose (object);
}

static void
foyer_kiosk_window_finalize (GObject *object)
{
  g_free (FOYER_KIOSK_WINDOW (object)->space_id);

  G_OBJECT_CLASS (foyer_kiosk_window_parent_class)->finalize (object);
}

static void
foyer_kiosk_window_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  FoyerKioskWindow *self = FOYER_KIOSK_WINDOW (object);

  switch ((FoyerKioskWindowProp) prop_id)
    {
    case PROP_IDLE_SECONDS:
      g_value_set_uint (value, self->idle_seconds);
      break;
    case PROP_SETTLED_SECONDS:
      g_value_set_uint (value, self->settled_seconds);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_kiosk_window_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  FoyerKioskWindow *self = FOYER_KIOSK_WINDOW (object);

  switch ((FoyerKioskWindowProp) prop_id)
    {
    case PROP_IDLE_SECONDS:
      self->idle_seconds = g_value_get_uint (value);
      break;
    case PROP_SETTLED_SECONDS:
      self->settled_seconds = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  if (self->idle != 0)
    wait_for_somebody (self);
}

static void
foyer_kiosk_window_class_init (FoyerKioskWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = foyer_kiosk_window_dispose;
  object_class->finalize = foyer_kiosk_window_finalize;
  object_class->get_property = foyer_kiosk_window_get_property;
  object_class->set_property = foyer_kiosk_window_set_property;
  window_class->close_request = foyer_kiosk_window_close_request;
  window_class->enable_debugging = foyer_kiosk_window_enable_debugging;

  props[PROP_IDLE_SECONDS] = g_param_spec_uint ("idle-seconds", NULL, NULL, 1, 3600, IDLE_SECONDS,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SETTLED_SECONDS] = g_param_spec_uint ("settled-seconds", NULL, NULL, 1, 3600, SETTLED_SECONDS,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (FOYER_TYPE_KIOSK_HOME);
  g_type_ensure (FOYER_TYPE_KIOSK_CARD);
  g_type_ensure (FOYER_TYPE_KIOSK_PIN_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-kiosk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskWindow, space_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskWindow, leave_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskWindow, home);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskWindow, card);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskWindow, pin_page);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, right_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
foyer_kiosk_window_init (FoyerKioskWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *clicks = gtk_gesture_click_new ();

  self->idle_seconds = IDLE_SECONDS;
  self->settled_seconds = SETTLED_SECONDS;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "kiosk");

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (clicks), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (clicks), GTK_PHASE_CAPTURE);
  g_signal_connect (clicks, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (clicks));
}

GtkWindow *
foyer_kiosk_window_new (FoyerDesk  *desk,
                        const char *space_id)
{
  FoyerKioskWindow *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);
  g_return_val_if_fail (space_id != NULL, NULL);

  self = g_object_new (FOYER_TYPE_KIOSK_WINDOW, NULL);
  self->desk = g_object_ref (desk);
  self->space_id = g_strdup (space_id);
  g_signal_connect_object (desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foyer_desk_get_spaces (desk), "items-changed", G_CALLBACK (update_space), self,
                           G_CONNECT_SWAPPED);
  foyer_desk_set_space_id (desk, space_id);
  foyer_kiosk_home_set_desk (self->home, desk, space_id);
  foyer_kiosk_pin_page_set_sync (self->pin_page, foyer_desk_get_sync (desk));
  update_space (self);
  show_page (self, "home");

  return GTK_WINDOW (self);
}

const char *
foyer_kiosk_window_get_space_id (FoyerKioskWindow *self)
{
  g_return_val_if_fail (FOYER_IS_KIOSK_WINDOW (self), NULL);

  return self->space_id;
}

void
foyer_kiosk_window_fill (FoyerKioskWindow *self,
                         GtkWindow        *host)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkSurface *surface = host != NULL ? gtk_native_get_surface (GTK_NATIVE (host)) : NULL;
  GdkMonitor *taken = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  g_return_if_fail (FOYER_IS_KIOSK_WINDOW (self));

  for (guint i = 0; taken != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != taken)
        {
          gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
          return;
        }
    }
  gtk_window_fullscreen (GTK_WINDOW (self));
}
