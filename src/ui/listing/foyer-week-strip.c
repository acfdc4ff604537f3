/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/listing/foyer-week-strip.h"

#include <glib/gi18n.h>

#include "words/foyer-words.h"

typedef struct {
  GtkWidget *button;
  GtkLabel  *weekday;
  GtkLabel  *date;           /* of a large strip alone */
  GtkLabel  *free;
} Cell;

struct _FoyerWeekStrip {
  GtkWidget  parent_instance;

  gboolean   large;
  gboolean   inert;
  FoyerDay   from;
  FoyerDay   chosen;
  Cell       cells[FOYER_WEEK_STRIP_DAYS];
};

G_DEFINE_FINAL_TYPE (FoyerWeekStrip, foyer_week_strip, GTK_TYPE_WIDGET)

typedef enum { PROP_LARGE = 1, PROP_INERT } FoyerWeekStripProp;
static GParamSpec *props[PROP_INERT + 1];

enum { SIGNAL_DAY_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

int
foyer_seat_day_get_free (const FoyerSeatDay *day,
                         FoyerPart           part)
{
  g_return_val_if_fail (day != NULL, 0);

  if (!day->open)
    return 0;
  switch (part)
    {
    case FOYER_PART_AM:
      return day->am;
    case FOYER_PART_PM:
      return day->pm;
    case FOYER_PART_FULL:
    default:
      return MIN (day->am, day->pm);
    }
}

static char *
describe (FoyerDay            day,
          const FoyerSeatDay *seats,
          int                 n_free,
          int                 n_seats)
{
  g_autofree char *date = foyer_words_day_title (day);

  if (!seats->open)
    /* Translators: %s is a day: "Thursday 26 November, closed" */
    return g_strdup_printf (_("%s, closed"), date);
  if (n_free == 0)
    /* Translators: %s is a day: "Thursday 26 November, full" */
    return g_strdup_printf (_("%s, full"), date);
  if (n_seats > 0)
    /* Translators: "Thursday 26 November, 3 of 4 seats free" */
    return g_strdup_printf (ngettext ("%1$s, %2$d of %3$d seat free", "%1$s, %2$d of %3$d seats free",
                                      n_seats),
                            date, n_free, n_seats);
  /* Translators: "Thursday 26 November, 3 seats free" */
  return g_strdup_printf (ngettext ("%1$s, %2$d seat free", "%1$s, %2$d seats free", n_free), date,
                          n_free);
}

static char *
describe_free (FoyerWeekStrip     *self,
               const FoyerSeatDay *seats,
               int                 n_free)
{
  if (!seats->open)
    return g_strdup ("–");
  if (!self->large)
    return g_strdup_printf ("%d", n_free);
  if (n_free == 0)
    /* Translators: under a date, where there is little room: no seat is left */
    return g_strdup (C_("under a date", "full"));
  /* Translators: under a date, where there is little room: so many seats are free */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d free", "%d free", (gulong) n_free), n_free);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_cell (FoyerWeekStrip     *self,
           guint               index,
           const FoyerSeatDay *seats,
           int                 n_seats,
           FoyerPart           part)
{
  Cell *cell = &self->cells[index];
  FoyerDay day = self->from + (FoyerDay) index;
  int n_free = foyer_seat_day_get_free (seats, part);
  g_autofree char *weekday = foyer_words_weekday_short (foyer_day_get_weekday (day));
  g_autofree char *name = describe (day, seats, n_free, n_seats);
  g_autofree char *free_text = describe_free (self, seats, n_free);
  gboolean chosen = day == self->chosen;

  gtk_label_set_label (cell->weekday, weekday);
  gtk_label_set_label (cell->free, free_text);
  if (cell->date != NULL)
    {
      g_autofree char *date = NULL;
      int year, month, day_of_month;

      foyer_day_get_ymd (day, &year, &month, &day_of_month);
      date = g_strdup_printf ("%d", day_of_month);
      gtk_label_set_label (cell->date, date);
    }

  set_class (cell->button, "free", seats->open && n_free > 0);
  set_class (cell->button, "full", seats->open && n_free == 0);
  set_class (cell->button, "closed", !seats->open);
  set_class (cell->button, "chosen", chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell->button), GTK_ACCESSIBLE_STATE_PRESSED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_widget_set_visible (cell->button, TRUE);
}

static void
clicked_cb (FoyerWeekStrip *self,
            GtkWidget      *button)
{
  for (guint i = 0; i < FOYER_WEEK_STRIP_DAYS; i++)
    if (self->cells[i].button == button)
      g_signal_emit (self, signals[SIGNAL_DAY_ACTIVATED], 0, self->from + (FoyerDay) i);
}

static void
make_cell (FoyerWeekStrip *self,
           Cell           *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  cell->weekday = GTK_LABEL (gtk_label_new (NULL));
  cell->free = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->weekday));
  if (self->large)
    {
      cell->date = GTK_LABEL (gtk_label_new (NULL));
      gtk_widget_add_css_class (GTK_WIDGET (cell->date), "number");
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->date));
      gtk_widget_add_css_class (GTK_WIDGET (cell->free), "words");
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (cell->free), "number");
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (cell->free));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  cell->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (cell->button), box);
  gtk_widget_set_visible (cell->button, FALSE);
  gtk_widget_set_sensitive (cell->button, !self->inert);
  g_signal_connect_object (cell->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (cell->button, GTK_WIDGET (self));
}

static int
get_focused (FoyerWeekStrip *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (int i = 0; child != NULL && i < FOYER_WEEK_STRIP_DAYS; i++)
    if (self->cells[i].button == child)
      return i;
  return -1;
}

static gboolean
focus_cell (FoyerWeekStrip *self,
            int             index)
{
  return index >= 0 && index < FOYER_WEEK_STRIP_DAYS
         && gtk_widget_get_visible (self->cells[index].button)
         && gtk_widget_grab_focus (self->cells[index].button);
}

static int
get_last (FoyerWeekStrip *self)
{
  int last = FOYER_WEEK_STRIP_DAYS - 1;

  while (last > 0 && !gtk_widget_get_visible (self->cells[last].button))
    last--;
  return last;
}

/* The seven are one stop of Tab. */
static gboolean
foyer_week_strip_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  FoyerWeekStrip *self = FOYER_WEEK_STRIP (widget);
  int focused = get_focused (self);
  int step = direction == GTK_DIR_RIGHT ? 1 : -1;
  int entry = 0;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;
  if (focused >= 0)
    return (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
           && focus_cell (self, focused + step);

  if (self->chosen != FOYER_DAY_NONE && self->chosen >= self->from
      && self->chosen < self->from + FOYER_WEEK_STRIP_DAYS)
    entry = self->chosen - self->from;
  return focus_cell (self, entry);
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  FoyerWeekStrip *self = FOYER_WEEK_STRIP (widget);
  gboolean first = g_variant_get_boolean (arguments);

  return get_focused (self) >= 0 && focus_cell (self, first ? 0 : get_last (self));
}

static void
foyer_week_strip_constructed (GObject *object)
{
  FoyerWeekStrip *self = FOYER_WEEK_STRIP (object);

  G_OBJECT_CLASS (foyer_week_strip_parent_class)->constructed (object);

  for (guint i = 0; i < FOYER_WEEK_STRIP_DAYS; i++)
    make_cell (self, &self->cells[i]);
  if (self->large)
    gtk_widget_add_css_class (GTK_WIDGET (self), "large");
  if (self->inert)
    gtk_widget_add_css_class (GTK_WIDGET (self), "inert");
}

static void
foyer_week_strip_dispose (GObject *object)
{
  FoyerWeekStrip *self = FOYER_WEEK_STRIP (object);

  for (guint i = 0; i < FOYER_WEEK_STRIP_DAYS; i++)
    g_clear_pointer (&self->cells[i].button, gtk_widget_unparent);

  G_OBJECT_CLASS (foyer_week_strip_parent_class)->dispose (object);
}

static void
foyer_week_strip_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((FoyerWeekStripProp) prop_id)
    {
    case PROP_LARGE:
      g_value_set_boolean (value, FOYER_WEEK_STRIP (object)->large);
      break;
    case PROP_INERT:
      g_value_set_boolean (value, FOYER_WEEK_STRIP (object)->inert);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_week_strip_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((FoyerWeekStripProp) prop_id)
    {
    case PROP_LARGE:
      FOYER_WEEK_STRIP (object)->large = g_value_get_boolean (value);
      break;
    case PROP_INERT:
      FOYER_WEEK_STRIP (object)->inert = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_week_strip_class_init (FoyerWeekStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = foyer_week_strip_constructed;
  object_class->dispose = foyer_week_strip_dispose;
  object_class->get_property = foyer_week_strip_get_property;
  object_class->set_property = foyer_week_strip_set_property;
  widget_class->focus = foyer_week_strip_focus;

  props[PROP_LARGE] = g_param_spec_boolean ("large", NULL, NULL, FALSE,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                            G_PARAM_STATIC_STRINGS);
  props[PROP_INERT] = g_param_spec_boolean ("inert", NULL, NULL, FALSE,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                            G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_DAY_ACTIVATED] = g_signal_new ("day-activated", FOYER_TYPE_WEEK_STRIP,
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, end_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, end_cb, "b", FALSE);
  gtk_widget_class_set_css_name (widget_class, "weekstrip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  /* one stop of Tab, arrows go between the days */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
foyer_week_strip_init (FoyerWeekStrip *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  self->chosen = FOYER_DAY_NONE;
  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_box_layout_set_spacing (layout, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Free Seats"), -1);
}

void
foyer_week_strip_show (FoyerWeekStrip     *self,
                       FoyerDay            from,
                       const FoyerSeatDay *days,
                       guint               n_days,
                       int                 seats,
                       FoyerPart           part,
                       FoyerDay            chosen)
{
  g_return_if_fail (FOYER_IS_WEEK_STRIP (self));
  g_return_if_fail (foyer_day_is_valid (from));
  g_return_if_fail (days != NULL && n_days <= FOYER_WEEK_STRIP_DAYS);

  self->from = from;
  self->chosen = chosen;
  for (guint i = 0; i < FOYER_WEEK_STRIP_DAYS; i++)
    if (i < n_days)
      show_cell (self, i, &days[i], seats, part);
    else
      gtk_widget_set_visible (self->cells[i].button, FALSE);
}
