/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-space-form.h"

#include <glib/gi18n.h>

#include "ui/calendar/foyer-time-row.h"
#include "ui/spaces/foyer-limit-row.h"
#include "ui/spaces/foyer-share-field.h"
#include "ui/spaces/foyer-tag-field.h"
#include "words/foyer-words-cancellation.h"
#include "words/foyer-words.h"

/* A burst of clicks on the steps of a number is one change. */
#define SETTLE_MS 350

struct _FoyerSpaceForm
{
  AdwBin          parent_instance;

  FoyerSpace     *shown;
  gboolean        narrow;
  gboolean        showing;             /* fields are being set, nobody touched them */
  guint           settling;            /* mask of fields whose number is being changed */
  guint           settle_id;

  GtkStack       *stack;
  FoyerHoursPanel *hours;
  GtkLabel       *half_price_label;
  GtkLabel       *cancel_label;
  GtkWidget      *widgets[FOYER_N_FIELDS];
  GtkWidget      *problems[FOYER_N_FIELDS];    /* (nullable): the row under a field */
};

G_DEFINE_FINAL_TYPE (FoyerSpaceForm, foyer_space_form, ADW_TYPE_BIN)

typedef enum { PROP_NARROW = 1 } FoyerSpaceFormProp;
static GParamSpec *props[PROP_NARROW + 1];

enum { EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Whether something else is in a field than what was shown there. */
static gboolean
differs (FoyerSpaceForm  *self,
         FoyerSpaceField  field)
{
  g_autoptr(FoyerSpace) typed = NULL;

  if (self->shown == NULL)
    return FALSE;

  typed = foyer_space_copy (self->shown);

  return !foyer_space_form_read (self, field, typed, NULL) || !foyer_space_field_is_equal (field, typed, self->shown);
}

/* What follows from the prices and the cancellation rule, in words. */
static void
show_consequences (FoyerSpaceForm *self)
{
  g_autoptr(FoyerSpace) typed = foyer_space_copy (self->shown);
  FoyerMoney half = { 0 };
  g_autofree char *amount = NULL;
  g_autofree char *rule = NULL;
  gboolean known = foyer_holidays_find_region (self->shown->tz, self->shown->postcode) != FOYER_HOLIDAYS_UNKNOWN;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->widgets[FOYER_FIELD_HOLIDAYS]),
                               known ? _("Days opened by themselves stay open")
                                     : _("Only the public holidays of France are known"));
  for (int field = FOYER_FIELD_PRICE; field <= FOYER_FIELD_CANCEL_DAYS; field++)
    foyer_space_form_read (self, field, typed, NULL);

  half.minor = foyer_space_get_price (typed, FOYER_PART_AM);
  memcpy (half.currency, typed->currency, sizeof half.currency);
  amount = foyer_words_money (half);
  gtk_label_set_label (self->half_price_label, typed->half_price_minor < 0 ? amount : "");

  rule = foyer_words_cancellation_rule (typed->cancel_minute, typed->cancel_days);
  gtk_label_set_label (self->cancel_label, rule);
}

/* Hands */

static int
find_field (FoyerSpaceForm *self,
            GtkWidget      *widget)
{
  for (int field = 0; field < FOYER_N_FIELDS; field++)
    if (self->widgets[field] == widget)
      return field;

  return -1;
}

static void
finish_field (FoyerSpaceForm *self,
              int             field)
{
  if (field < 0 || self->showing)
    return;

  if (differs (self, field))
    g_signal_emit (self, signals[EDITED], 0, field);
  else
    foyer_space_form_set_problem (self, field, NULL);
}

static void
done_cb (FoyerSpaceForm *self,
         GtkWidget      *row)
{
  finish_field (self, find_field (self, row));
}

static void
left_cb (FoyerSpaceForm     *self,
         GtkEventController *focus)
{
  finish_field (self, find_field (self, gtk_event_controller_get_widget (focus)));
}

static void
chosen_cb (FoyerSpaceForm *self)
{
  finish_field (self, FOYER_FIELD_KIND);
}

static void
switched_cb (FoyerSpaceForm *self,
             GParamSpec     *pspec,
             GtkWidget      *row)
{
  finish_field (self, find_field (self, row));
}

static void
settle (FoyerSpaceForm *self)
{
  guint settling = self->settling;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settling = 0;
  for (int field = 0; field < FOYER_N_FIELDS; field++)
    if (settling & (1u << field))
      finish_field (self, field);
}

static gboolean
settled_cb (gpointer user_data)
{
  FoyerSpaceForm *self = user_data;

  self->settle_id = 0;
  settle (self);

  return G_SOURCE_REMOVE;
}

static void
spun_cb (FoyerSpaceForm *self,
         GParamSpec     *pspec,
         GtkWidget      *row)
{
  int field = find_field (self, row);

  if (self->showing || self->shown == NULL || field < 0)
    return;

  show_consequences (self);
  self->settling |= 1u << field;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
foyer_space_form_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((FoyerSpaceFormProp) prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, FOYER_SPACE_FORM (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_space_form_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  FoyerSpaceForm *self = FOYER_SPACE_FORM (object);

  switch ((FoyerSpaceFormProp) prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      /* As wide as each other, the longest would be cut. */
      adw_toggle_group_set_homogeneous (ADW_TOGGLE_GROUP (self->widgets[FOYER_FIELD_KIND]),
                                        !self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_space_form_dispose (GObject *object)
{
  FoyerSpaceForm *self = FOYER_SPACE_FORM (object);

  self->showing = TRUE;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  /* The template would unparent the stack behind the bin's back, which keeps a pointer. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_SPACE_FORM);
  g_clear_pointer (&self->shown, foyer_space_free);

  G_OBJECT_CLASS (foyer_space_form_parent_class)->dispose (object);
}

static void
foyer_space_form_class_init (FoyerSpaceFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = foyer_space_form_get_property;
  object_class->set_property = foyer_space_form_set_property;
  object_class->dispose = foyer_space_form_dispose;

  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  g_type_ensure (FOYER_TYPE_HOURS_PANEL);
  g_type_ensure (FOYER_TYPE_SHARE_FIELD);
  g_type_ensure (FOYER_TYPE_TAG_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-space-form.ui");
  for (int field = 0; field < FOYER_N_FIELDS; field++)
    gtk_widget_class_bind_template_child_full (widget_class, foyer_space_field_get_widget (field), FALSE,
                                               G_STRUCT_OFFSET (FoyerSpaceForm, widgets)
                                               + field * sizeof (GtkWidget *));
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceForm, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceForm, hours);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceForm, half_price_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceForm, cancel_label);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, spun_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
}

static void
foyer_space_form_init (FoyerSpaceForm *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_time_row_set_up (ADW_SPIN_ROW (self->widgets[FOYER_FIELD_HALF_AT]));
  foyer_time_row_set_up (ADW_SPIN_ROW (self->widgets[FOYER_FIELD_CANCEL_MINUTE]));
  foyer_limit_row_set_up (ADW_SPIN_ROW (self->widgets[FOYER_FIELD_LIMIT_WEEK]), FOYER_FAIR_WEEK_MAX);
  foyer_limit_row_set_up (ADW_SPIN_ROW (self->widgets[FOYER_FIELD_LIMIT_OPEN]), FOYER_FAIR_OPEN_MAX);
  foyer_limit_row_set_up (ADW_SPIN_ROW (self->widgets[FOYER_FIELD_LIMIT_SEATS]), FOYER_FAIR_SEATS_MAX);
  foyer_limit_row_set_up (ADW_SPIN_ROW (self->widgets[FOYER_FIELD_LIMIT_AHEAD]), FOYER_FAIR_AHEAD_MAX);
  for (FoyerSpaceKind kind = FOYER_SPACE_HOME; kind <= FOYER_SPACE_THIRD_PLACE; kind++)
    {
      g_autofree char *name = foyer_words_kind (kind);
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, name);
      adw_toggle_group_add (ADW_TOGGLE_GROUP (self->widgets[FOYER_FIELD_KIND]), toggle);
    }
  self->showing = FALSE;
}

const char *
foyer_space_form_get_title (FoyerSpaceForm  *self,
                            FoyerSpaceField  field)
{
  g_return_val_if_fail (FOYER_IS_SPACE_FORM (self), NULL);
  g_return_val_if_fail (field < FOYER_N_FIELDS, NULL);

  return foyer_space_field_get_title (field, self->widgets[field]);
}

void
foyer_space_form_show (FoyerSpaceForm   *self,
                       const FoyerSpace *space,
                       gboolean          all)
{
  gboolean keep[FOYER_N_FIELDS] = { FALSE };

  g_return_if_fail (FOYER_IS_SPACE_FORM (self));
  g_return_if_fail (space != NULL);

  for (int field = 0; field < FOYER_N_FIELDS && !all; field++)
    keep[field] = differs (self, field);

  self->showing = TRUE;
  for (int field = 0; field < FOYER_N_FIELDS; field++)
    if (!keep[field])
      {
        foyer_space_field_show (field, self->widgets[field], space);
        foyer_space_form_set_problem (self, field, NULL);
      }
  self->showing = FALSE;

  g_clear_pointer (&self->shown, foyer_space_free);
  self->shown = foyer_space_copy (space);
  show_consequences (self);
}

void
foyer_space_form_set_applies (FoyerSpaceForm *self,
                              gboolean        applies)
{
  g_return_if_fail (FOYER_IS_SPACE_FORM (self));

  for (int field = 0; field < FOYER_N_FIELDS; field++)
    if (ADW_IS_ENTRY_ROW (self->widgets[field]))
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->widgets[field]), applies);
}

gboolean
foyer_space_form_read (FoyerSpaceForm   *self,
                       FoyerSpaceField   field,
                       FoyerSpace       *space,
                       GError          **error)
{
  g_return_val_if_fail (FOYER_IS_SPACE_FORM (self), FALSE);
  g_return_val_if_fail (field < FOYER_N_FIELDS, FALSE);

  return foyer_space_field_read (field, self->widgets[field], space, error);
}

void
foyer_space_form_set_problem (FoyerSpaceForm  *self,
                              FoyerSpaceField  field,
                              const char      *text)
{
  GtkWidget *row, *list;

  g_return_if_fail (FOYER_IS_SPACE_FORM (self));
  g_return_if_fail (field < FOYER_N_FIELDS);

  row = gtk_widget_get_ancestor (self->widgets[field], GTK_TYPE_LIST_BOX_ROW);
  list = gtk_widget_get_parent (row);
  if (self->problems[field] != NULL)
    {
      gtk_list_box_remove (GTK_LIST_BOX (list), self->problems[field]);
      self->problems[field] = NULL;
    }
  gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->widgets[field]), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (text == NULL)
    return;

  gtk_widget_add_css_class (row, "error");
  self->problems[field] = g_object_new (GTK_TYPE_LIST_BOX_ROW,
                                        "activatable", FALSE,
                                        "focusable", FALSE,
                                        "child", g_object_new (GTK_TYPE_LABEL,
                                                               "label", text,
                                                               "wrap", TRUE,
                                                               "xalign", 0.0,
                                                               "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                                               "css-classes", (const char *[]) { "caption", "error", "form-problem", NULL },
                                                               NULL),
                                        NULL);
  gtk_list_box_insert (GTK_LIST_BOX (list), self->problems[field],
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
}

void
foyer_space_form_finish (FoyerSpaceForm *self)
{
  g_return_if_fail (FOYER_IS_SPACE_FORM (self));

  self->settling = 0;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  for (int field = 0; field < FOYER_N_FIELDS; field++)
    finish_field (self, field);
}

FoyerHoursPanel *
foyer_space_form_get_hours (FoyerSpaceForm *self)
{
  g_return_val_if_fail (FOYER_IS_SPACE_FORM (self), NULL);

  return self->hours;
}

void
foyer_space_form_set_page (FoyerSpaceForm *self,
                           const char     *name)
{
  g_return_if_fail (FOYER_IS_SPACE_FORM (self));

  gtk_stack_set_visible_child_name (self->stack, name);
}

const char *
foyer_space_form_go_to (FoyerSpaceForm  *self,
                        FoyerSpaceField  field)
{
  const char *page;

  g_return_val_if_fail (FOYER_IS_SPACE_FORM (self), NULL);
  g_return_val_if_fail (field < FOYER_N_FIELDS, NULL);

  page = foyer_space_field_get_page (field);
  foyer_space_form_set_page (self, page);
  gtk_widget_grab_focus (self->widgets[field]);

  return page;
}
