/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-space-form.h"

#include <glib/gi18n.h>
#include <langinfo.h>

#include "core/foyer-error.h"
#include "ui/calendar/foyer-time-row.h"
#include "ui/spaces/foyer-tag-field.h"
#include "words/foyer-words-cancellation.h"
#include "words/foyer-words.h"

/* A burst of clicks on the steps of a number is one change. */
#define SETTLE_MS 350

typedef enum { TYPE_LINE, TYPE_BLOCK, TYPE_KIND, TYPE_NUMBER, TYPE_MINUTE, TYPE_MONEY, TYPE_CURRENCY,
               TYPE_SWITCH, TYPE_TAGS } FieldType;

typedef struct {
  const char *widget;
  const char *title;          /* where the widget has none of its own */
  const char *page;
  const char *fault;          /* how an error about it begins */
  FieldType   type;
  gsize       offset;
} FieldInfo;

#define AT(member) G_STRUCT_OFFSET (FoyerSpace, member)

static const FieldInfo fields[FOYER_N_FIELDS] = {
  [FOYER_FIELD_NAME] = { "name_row", NULL, "place", "name ", TYPE_LINE, AT (name) },
  [FOYER_FIELD_KIND] = { "kind_group", N_("Kind"), "place", "kind ", TYPE_KIND, AT (kind) },
  [FOYER_FIELD_ABOUT] = { "about_view", N_("About"), "place", "about ", TYPE_BLOCK, AT (about) },
  [FOYER_FIELD_STREET] = { "street_row", NULL, "place", "street ", TYPE_LINE, AT (street) },
  [FOYER_FIELD_POSTCODE] = { "postcode_row", NULL, "place", "postcode ", TYPE_LINE, AT (postcode) },
  [FOYER_FIELD_CITY] = { "city_row", NULL, "place", "city ", TYPE_LINE, AT (city) },
  [FOYER_FIELD_ACCESS] = { "access_field", N_("Accessibility"), "offers", "access ", TYPE_TAGS, AT (tags) },
  [FOYER_FIELD_AMENITIES] = { "amenities_field", N_("Amenities"), "offers", "amenity ", TYPE_TAGS, AT (tags) },
  [FOYER_FIELD_OWN_WORDS] = { "own_words_field", N_("In Your Own Words"), "offers", "tag ", TYPE_TAGS, AT (tags) },
  [FOYER_FIELD_SEATS] = { "seats_row", NULL, "seats", "seats ", TYPE_NUMBER, AT (seats) },
  [FOYER_FIELD_HALF_AT] = { "half_at_row", NULL, "seats", "half is ", TYPE_MINUTE, AT (half_at) },
  [FOYER_FIELD_HOLIDAYS] = { "holidays_row", NULL, "hours", "holidays ", TYPE_SWITCH, AT (closed_on_holidays) },
  [FOYER_FIELD_PRICE] = { "price_row", NULL, "price", "price ", TYPE_MONEY, AT (price_minor) },
  [FOYER_FIELD_HALF_PRICE] = { "half_price_row", NULL, "price", "half price ", TYPE_MONEY, AT (half_price_minor) },
  [FOYER_FIELD_CURRENCY] = { "currency_row", NULL, "price", "currency ", TYPE_CURRENCY, AT (currency) },
  [FOYER_FIELD_CANCEL_MINUTE] = { "cancel_minute_row", NULL, "price", "cancellation hour ", TYPE_MINUTE, AT (cancel_minute) },
  [FOYER_FIELD_CANCEL_DAYS] = { "cancel_days_row", NULL, "price", "cancellation days ", TYPE_NUMBER, AT (cancel_days) },
  [FOYER_FIELD_RULES] = { "rules_view", N_("House Rules"), "rules", "rules ", TYPE_BLOCK, AT (rules) },
  [FOYER_FIELD_DOOR] = { "door_row", NULL, "after", "door ", TYPE_LINE, AT (door) },
  [FOYER_FIELD_WIFI] = { "wifi_row", NULL, "after", "wifi ", TYPE_LINE, AT (wifi) },
};

struct _FoyerSpaceForm
{
  AdwBin          parent_instance;

  FoyerSpace     *shown;
  gboolean        showing;             /* fields are being set, nobody touched them */
  guint           settling;            /* mask of fields whose number is being changed */
  guint           settle_id;

  GtkStack       *stack;
  FoyerWeekGrid  *week;
  FoyerHoursWords *words;
  GtkLabel       *half_price_label;
  GtkLabel       *cancel_label;
  GtkWidget      *widgets[FOYER_N_FIELDS];
  GtkWidget      *problems[FOYER_N_FIELDS];    /* (nullable): the row under a field */
};

G_DEFINE_FINAL_TYPE (FoyerSpaceForm, foyer_space_form, ADW_TYPE_BIN)

typedef enum { PROP_NARROW = 1 } FoyerSpaceFormProp;
static GParamSpec *props[PROP_NARROW + 1];

enum { EDITED, WEEK_EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

#define MEMBER(space, field, Type) G_STRUCT_MEMBER (Type, space, fields[field].offset)

/* Fields and their texts */

static char *
get_text (FoyerSpaceForm  *self,
          FoyerSpaceField  field)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (fields[field].type != TYPE_BLOCK)
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widgets[field]))));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widgets[field]));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
set_text (FoyerSpaceForm  *self,
          FoyerSpaceField  field,
          const char      *text)
{
  g_autofree char *now = get_text (self, field);

  if (g_strcmp0 (now, text) == 0)
    return;

  if (fields[field].type == TYPE_BLOCK)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widgets[field])), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->widgets[field]), text);
}

/* As people of this locale write a sum, without the sign of its currency. */
static char *
format_money (const FoyerSpace *space,
              gint64            minor)
{
  FoyerMoney money = { minor, { 0 } };
  g_autofree char *text = NULL;
  GString *written;

  memcpy (money.currency, space->currency, sizeof money.currency);
  text = foyer_money_format (money);
  written = g_string_new (text);
  g_string_replace (written, ".", nl_langinfo (RADIXCHAR), 1);

  return g_string_free_and_steal (written);
}

static gboolean
read_money (FoyerSpaceForm   *self,
            FoyerSpaceField   field,
            FoyerSpace       *space,
            GError          **error)
{
  g_autofree char *text = get_text (self, field);
  FoyerMoney money;

  if (field == FOYER_FIELD_HALF_PRICE && *text == '\0')
    {
      space->half_price_minor = -1;
      return TRUE;
    }
  if (!foyer_money_parse (text, space->currency, &money, error))
    return FALSE;

  MEMBER (space, field, gint64) = money.minor;

  return TRUE;
}

static void
show_field (FoyerSpaceForm   *self,
            FoyerSpaceField   field,
            const FoyerSpace *space)
{
  g_autofree char *text = NULL;

  switch (fields[field].type)
    {
    case TYPE_LINE:
    case TYPE_BLOCK:
      set_text (self, field, MEMBER (space, field, char *));
      break;
    case TYPE_KIND:
      adw_toggle_group_set_active (ADW_TOGGLE_GROUP (self->widgets[field]), space->kind);
      break;
    case TYPE_NUMBER:
      adw_spin_row_set_value (ADW_SPIN_ROW (self->widgets[field]), MEMBER (space, field, int));
      break;
    case TYPE_MINUTE:
      /* Said once more, it would take the place of a time that is just being typed. */
      if (foyer_time_row_get_minute (ADW_SPIN_ROW (self->widgets[field])) != MEMBER (space, field, int))
        foyer_time_row_set_minute (ADW_SPIN_ROW (self->widgets[field]), MEMBER (space, field, int));
      break;
    case TYPE_MONEY:
      text = MEMBER (space, field, gint64) < 0 ? g_strdup ("")
                                               : format_money (space, MEMBER (space, field, gint64));
      set_text (self, field, text);
      break;
    case TYPE_CURRENCY:
      set_text (self, field, space->currency);
      break;
    case TYPE_SWITCH:
      adw_switch_row_set_active (ADW_SWITCH_ROW (self->widgets[field]), MEMBER (space, field, gboolean));
      break;
    case TYPE_TAGS:
      foyer_tag_field_show (FOYER_TAG_FIELD (self->widgets[field]), space);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_equal (FoyerSpaceField   field,
          const FoyerSpace *a,
          const FoyerSpace *b)
{
  switch (fields[field].type)
    {
    case TYPE_LINE:
    case TYPE_BLOCK:
      return g_strcmp0 (MEMBER (a, field, char *), MEMBER (b, field, char *)) == 0;
    case TYPE_KIND:
      return a->kind == b->kind;
    case TYPE_NUMBER:
    case TYPE_MINUTE:
    case TYPE_SWITCH:
      return MEMBER (a, field, int) == MEMBER (b, field, int);
    case TYPE_MONEY:
      return MEMBER (a, field, gint64) == MEMBER (b, field, gint64);
    case TYPE_CURRENCY:
      return g_strcmp0 (a->currency, b->currency) == 0;
    case TYPE_TAGS:
      return g_strv_equal ((const char * const *) a->tags, (const char * const *) b->tags);
    default:
      g_assert_not_reached ();
    }
}

/* Whether something else is in a field than what was shown there. */
static gboolean
differs (FoyerSpaceForm  *self,
         FoyerSpaceField  field)
{
  g_autoptr(FoyerSpace) typed = NULL;

  if (self->shown == NULL)
    return FALSE;

  typed = foyer_space_copy (self->shown);

  return !foyer_space_form_read (self, field, typed, NULL) || !is_equal (field, typed, self->shown);
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
week_edited_cb (FoyerSpaceForm *self,
                int             weekday)
{
  g_signal_emit (self, signals[WEEK_EDITED], 0, weekday);
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
      g_object_get_property (G_OBJECT (FOYER_SPACE_FORM (object)->week), "narrow", value);
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
      g_object_set_property (G_OBJECT (self->week), "narrow", value);
      /* As wide as each other, the longest would be cut. */
      adw_toggle_group_set_homogeneous (ADW_TOGGLE_GROUP (self->widgets[FOYER_FIELD_KIND]),
                                        !g_value_get_boolean (value));
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
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                             | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[WEEK_EDITED] = g_signal_new ("week-edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (FOYER_TYPE_HOURS_WORDS);
  g_type_ensure (FOYER_TYPE_TAG_FIELD);
  g_type_ensure (FOYER_TYPE_WEEK_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-space-form.ui");
  for (int field = 0; field < FOYER_N_FIELDS; field++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[field].widget, FALSE,
                                               G_STRUCT_OFFSET (FoyerSpaceForm, widgets)
                                               + field * sizeof (GtkWidget *));
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceForm, stack);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceForm, week);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceForm, words);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceForm, half_price_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerSpaceForm, cancel_label);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, spun_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, week_edited_cb);
}

static void
foyer_space_form_init (FoyerSpaceForm *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_time_row_set_up (ADW_SPIN_ROW (self->widgets[FOYER_FIELD_HALF_AT]));
  foyer_time_row_set_up (ADW_SPIN_ROW (self->widgets[FOYER_FIELD_CANCEL_MINUTE]));
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

  if (fields[field].title != NULL)
    return gettext (fields[field].title);

  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->widgets[field]));
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
        show_field (self, field, space);
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
  g_autofree char *text = NULL;

  g_return_val_if_fail (FOYER_IS_SPACE_FORM (self), FALSE);
  g_return_val_if_fail (field < FOYER_N_FIELDS, FALSE);

  switch (fields[field].type)
    {
    case TYPE_LINE:
    case TYPE_BLOCK:
      text = get_text (self, field);
      g_set_str (&MEMBER (space, field, char *), text);
      return TRUE;

    case TYPE_KIND:
      space->kind = adw_toggle_group_get_active (ADW_TOGGLE_GROUP (self->widgets[field]));
      return TRUE;

    case TYPE_NUMBER:
      MEMBER (space, field, int) = (int) adw_spin_row_get_value (ADW_SPIN_ROW (self->widgets[field]));
      return TRUE;

    case TYPE_MINUTE:
      MEMBER (space, field, int) = foyer_time_row_get_minute (ADW_SPIN_ROW (self->widgets[field]));
      return TRUE;

    case TYPE_SWITCH:
      MEMBER (space, field, gboolean) = adw_switch_row_get_active (ADW_SWITCH_ROW (self->widgets[field]));
      return TRUE;

    case TYPE_MONEY:
      return read_money (self, field, space, error);

    case TYPE_TAGS:
      foyer_tag_field_read (FOYER_TAG_FIELD (self->widgets[field]), space);
      return TRUE;

    case TYPE_CURRENCY:
      {
        g_autofree char *upper = NULL;

        text = get_text (self, field);
        upper = g_ascii_strup (text, -1);
        if (!foyer_currency_is_valid (upper))
          {
            g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "currency is no code of ISO 4217");
            return FALSE;
          }
        g_strlcpy (space->currency, upper, sizeof space->currency);
        return TRUE;
      }

    default:
      g_assert_not_reached ();
    }
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

FoyerSpaceField
foyer_space_form_find_field (FoyerSpaceForm  *self,
                             const GError    *error,
                             FoyerSpaceField  otherwise)
{
  g_return_val_if_fail (FOYER_IS_SPACE_FORM (self), otherwise);

  for (int field = 0; field < FOYER_N_FIELDS && error->domain == FOYER_ERROR; field++)
    if (g_str_has_prefix (error->message, fields[field].fault))
      return field;

  return otherwise;
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

FoyerWeekGrid *
foyer_space_form_get_week (FoyerSpaceForm *self)
{
  g_return_val_if_fail (FOYER_IS_SPACE_FORM (self), NULL);

  return self->week;
}

FoyerHoursWords *
foyer_space_form_get_words (FoyerSpaceForm *self)
{
  g_return_val_if_fail (FOYER_IS_SPACE_FORM (self), NULL);

  return self->words;
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
  g_return_val_if_fail (FOYER_IS_SPACE_FORM (self), NULL);
  g_return_val_if_fail (field < FOYER_N_FIELDS, NULL);

  foyer_space_form_set_page (self, fields[field].page);
  gtk_widget_grab_focus (self->widgets[field]);

  return fields[field].page;
}
