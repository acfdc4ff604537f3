/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/people/foyer-result-list.h"

#include <glib/gi18n.h>

#include "core/foyer-code.h"
#include "storage/foyer-store-people.h"
#include "ui/foyer-answer.h"
#include "ui/foyer-keycaps.h"
#include "ui/today/foyer-arrival-words.h"
#include "ui/people/foyer-result-row.h"

/* More do not help to choose: another letter does. */
#define MAX_RESULTS 6

typedef enum { TAKE_CHOSEN, TAKE_GUEST } Taking;

struct _FoyerResultList {
  GtkBox        parent_instance;

  GtkSizeGroup *buttons;
  gboolean      compact;

  FoyerDesk    *desk;
  GCancellable *cancellable;     /* of the question that has no answer yet */
  char         *text;
  char         *space_id;
  FoyerDay      day;
  gboolean      is_today;
  const char   *ahead;           /* (nullable): what was typed for the person who is being taken */
  guint         n_results;
  guint         chosen;

  GtkWidget    *people;
  GtkLabel     *count_label;
  GtkListBox   *list;
  GtkWidget    *guest_list;
  GtkWidget    *guest_row;
  GtkLabel     *guest_label;
  GtkLabel     *guest_subtitle;
  GtkBox       *guest_cap;
  GtkWidget    *guest_keys[2];   /* Ctrl+Enter, and Enter when nobody was found */
};

G_DEFINE_FINAL_TYPE (FoyerResultList, foyer_result_list, GTK_TYPE_BOX)

typedef enum { PROP_BUTTONS = 1, PROP_COMPACT } FoyerResultListProp;
static GParamSpec *props[PROP_COMPACT + 1];

enum { SIGNAL_SHOWN, N_SIGNALS };
static guint signals[N_SIGNALS];

static FoyerResultRow *
get_row (FoyerResultList *self,
         guint            index)
{
  return (FoyerResultRow *) gtk_list_box_get_row_at_index (self->list, (int) index);
}

static FoyerResultRow *
ensure_row (FoyerResultList *self,
            guint            index)
{
  FoyerResultRow *row = get_row (self, index);

  if (row == NULL)
    {
      row = foyer_result_row_new (self->buttons);
      foyer_result_row_set_compact (row, self->compact);
      gtk_list_box_append (self->list, GTK_WIDGET (row));
    }
  return row;
}

/* The keyboard is in the entry: a screen reader has to be told. */
static void
announce (FoyerResultList *self)
{
  g_autofree char *text = NULL;

  if (self->n_results > 0)
    text = foyer_result_row_describe (get_row (self, self->chosen));
  else
    text = g_strdup (gtk_label_get_label (self->guest_label));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
choose (FoyerResultList *self,
        guint            index)
{
  FoyerResultRow *row;

  self->chosen = index;
  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    foyer_result_row_set_chosen (row, i == index && i < self->n_results);
}

/* A name has a letter: "06 12" looks for a phone and names nobody. */
static gboolean
can_be_a_name (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static void
update_guest (FoyerResultList *self)
{
  g_autofree char *name = foyer_arrival_name_guest (self->text);
  gboolean code = foyer_code_looks_like (self->text);
  g_autofree char *label = NULL;

  if (code)
    /* Translators: %s is the code on a ticket or a card */
    label = g_strdup_printf (_("Code %s"), self->text);
  else
    /* Translators: %s is the name that was typed */
    label = g_strdup_printf (_("New Guest “%s”"), name);
  gtk_label_set_label (self->guest_label, label);
  if (code)
    gtk_label_set_label (self->guest_subtitle, _("Checks in whom it belongs to"));
  else
    gtk_label_set_label (self->guest_subtitle,
                         self->is_today ? _("Checks in at once; the rest can wait")
                                        : _("Gets a seat on this day; the rest can wait"));
  gtk_widget_set_visible (self->guest_list, can_be_a_name (self->text));
  gtk_widget_set_visible (GTK_WIDGET (self->guest_cap), !self->compact);
  gtk_widget_set_visible (self->guest_keys[0], self->n_results > 0);
  gtk_widget_set_visible (self->guest_keys[1], self->n_results == 0);
  if (self->n_results == 0)
    gtk_widget_add_css_class (self->guest_row, "chosen");
  else
    gtk_widget_remove_css_class (self->guest_row, "chosen");
}

static void
show_people (FoyerResultList *self,
             GPtrArray       *people)
{
  g_autofree char *count = g_strdup_printf ("%u", people->len);
  GtkWidget *row;

  for (guint i = 0; i < people->len; i++)
    foyer_result_row_set_person (ensure_row (self, i), g_ptr_array_index (people, i),
                                 self->text, self->is_today);
  for (guint i = 0; (row = GTK_WIDGET (get_row (self, i))) != NULL; i++)
    gtk_widget_set_visible (row, i < people->len);

  self->n_results = people->len;
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (self->people, people->len > 0);
  choose (self, 0);
  update_guest (self);
  announce (self);
}

static void
take_guest (FoyerResultList *self,
            const char      *text)
{
  g_autofree char *name = foyer_arrival_name_guest (text);

  if (foyer_code_looks_like (text))
    gtk_widget_activate_action (GTK_WIDGET (self), "day.read-code", "s", text);
  else if (can_be_a_name (text))
    gtk_widget_activate_action (GTK_WIDGET (self), "day.welcome-guest", "s", name);
}

/* Whoever a card finds, it is the card that is shown: its answer is that of the door. */
static gboolean
is_for_guest (const char *text,
              guint       n_people,
              Taking      what)
{
  return what == TAKE_GUEST || n_people == 0 || foyer_code_is_card (text);
}

/* Somebody pressed Enter before the answer came. Their question goes on by itself, since what is
 * typed next is about the next person: six may come in at once. */
typedef struct {
  FoyerResultList *list;
  char            *text;
  Taking           what;
} Ahead;

static void
ahead_free (Ahead *self)
{
  g_object_unref (self->list);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ahead, ahead_free)

static void
ahead_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Ahead) ahead = user_data;
  FoyerResultList *self = ahead->list;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = foyer_store_find_people_finish (FOYER_STORE (source), result, &error);

  if (self->desk == NULL)
    return;
  if (people == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  self->ahead = ahead->text;
  if (is_for_guest (ahead->text, people->len, ahead->what))
    take_guest (self, ahead->text);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "day.welcome", "s", ((FoyerPerson *) people->pdata[0])->id);
  self->ahead = NULL;
}

static gboolean
take (FoyerResultList *self,
      Taking           what)
{
  Ahead *ahead;

  if (self->text == NULL)
    return FALSE;
  if (self->cancellable == NULL)
    {
      if (is_for_guest (self->text, self->n_results, what))
        take_guest (self, self->text);
      else
        foyer_result_row_take (get_row (self, self->chosen));
      return FALSE;
    }

  ahead = g_new (Ahead, 1);
  ahead->list = g_object_ref (self);
  ahead->text = g_strdup (self->text);
  ahead->what = what;
  foyer_store_find_people_async (foyer_desk_get_store (self->desk), self->text, FALSE, self->space_id, self->day, 1,
                                 NULL, ahead_cb, ahead);

  return TRUE;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerResultList) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = foyer_store_find_people_finish (FOYER_STORE (source), result, &error);

  /* An answer may have been on its way when the question was taken back. */
  if (foyer_answer_is_stale (result))
    return;

  if (people == NULL)
    {
      g_clear_object (&self->cancellable);
      foyer_desk_failed (self->desk, error);
      return;
    }

  g_clear_object (&self->cancellable);
  show_people (self, people);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

static void
row_activated_cb (FoyerResultList *self,
                  GtkListBoxRow   *row)
{
  foyer_result_row_take (FOYER_RESULT_ROW (row));
}

static void
guest_activated_cb (FoyerResultList *self)
{
  take (self, TAKE_GUEST);
}

static void
set_compact (FoyerResultList *self,
             gboolean         compact)
{
  FoyerResultRow *row;

  self->compact = compact;
  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    foyer_result_row_set_compact (row, compact);
  if (self->text != NULL)
    update_guest (self);
}

static void
foyer_result_list_dispose (GObject *object)
{
  FoyerResultList *self = FOYER_RESULT_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_RESULT_LIST);
  g_clear_object (&self->buttons);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_result_list_parent_class)->dispose (object);
}

static void
foyer_result_list_finalize (GObject *object)
{
  FoyerResultList *self = FOYER_RESULT_LIST (object);

  g_free (self->text);
  g_free (self->space_id);

  G_OBJECT_CLASS (foyer_result_list_parent_class)->finalize (object);
}

static void
foyer_result_list_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  FoyerResultList *self = FOYER_RESULT_LIST (object);

  switch ((FoyerResultListProp) prop_id)
    {
    case PROP_BUTTONS:
      g_value_set_object (value, self->buttons);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_result_list_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  FoyerResultList *self = FOYER_RESULT_LIST (object);

  switch ((FoyerResultListProp) prop_id)
    {
    case PROP_BUTTONS:
      g_set_object (&self->buttons, g_value_get_object (value));
      break;
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_result_list_class_init (FoyerResultListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_result_list_dispose;
  object_class->finalize = foyer_result_list_finalize;
  object_class->get_property = foyer_result_list_get_property;
  object_class->set_property = foyer_result_list_set_property;

  props[PROP_BUTTONS] = g_param_spec_object ("buttons", NULL, NULL, GTK_TYPE_SIZE_GROUP,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_SHOWN] = g_signal_new ("shown", FOYER_TYPE_RESULT_LIST, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-result-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerResultList, people);
  gtk_widget_class_bind_template_child (widget_class, FoyerResultList, count_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerResultList, list);
  gtk_widget_class_bind_template_child (widget_class, FoyerResultList, guest_list);
  gtk_widget_class_bind_template_child (widget_class, FoyerResultList, guest_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerResultList, guest_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerResultList, guest_subtitle);
  gtk_widget_class_bind_template_child (widget_class, FoyerResultList, guest_cap);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, guest_activated_cb);
}

static void
foyer_result_list_init (FoyerResultList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->guest_keys[0] = foyer_keycaps_new ("<Control>Return");
  self->guest_keys[1] = foyer_keycaps_new ("Return");
  for (guint i = 0; i < G_N_ELEMENTS (self->guest_keys); i++)
    gtk_box_append (self->guest_cap, self->guest_keys[i]);
}

void
foyer_result_list_ask (FoyerResultList *self,
                       FoyerDesk       *desk,
                       const char      *text,
                       FoyerDay         day)
{
  FoyerSpaceItem *space;

  g_return_if_fail (FOYER_IS_RESULT_LIST (self));
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (text != NULL);

  foyer_result_list_clear (self);
  space = foyer_desk_get_space (desk);
  if (space == NULL)
    return;

  g_set_object (&self->desk, desk);
  self->text = g_strdup (text);
  g_set_str (&self->space_id, foyer_space_item_get_id (space));
  self->day = day;
  self->is_today = day == foyer_desk_get_today (desk);
  self->cancellable = g_cancellable_new ();
  foyer_store_find_people_async (foyer_desk_get_store (desk), text, FALSE,
                                 foyer_space_item_get_id (space), day, MAX_RESULTS,
                                 self->cancellable, found_cb, g_object_ref (self));
}

void
foyer_result_list_clear (FoyerResultList *self)
{
  g_return_if_fail (FOYER_IS_RESULT_LIST (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->text, g_free);
}

void
foyer_result_list_move (FoyerResultList *self,
                        int              step)
{
  g_return_if_fail (FOYER_IS_RESULT_LIST (self));

  if (self->n_results > 0)
    {
      choose (self, (guint) CLAMP ((int) self->chosen + step, 0, (int) self->n_results - 1));
      announce (self);
    }
}

gboolean
foyer_result_list_take (FoyerResultList *self)
{
  g_return_val_if_fail (FOYER_IS_RESULT_LIST (self), FALSE);

  return take (self, TAKE_CHOSEN);
}

gboolean
foyer_result_list_take_guest (FoyerResultList *self)
{
  g_return_val_if_fail (FOYER_IS_RESULT_LIST (self), FALSE);

  return take (self, TAKE_GUEST);
}

const char *
foyer_result_list_get_ahead (FoyerResultList *self)
{
  g_return_val_if_fail (FOYER_IS_RESULT_LIST (self), NULL);

  return self->ahead;
}
