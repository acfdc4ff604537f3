/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-tag-field.h"

#include "ui/spaces/foyer-tag-groups.h"
#include "words/foyer-words-visit.h"

#define SPACING 6
#define MARGIN 12
#define TEXT_HEIGHT 72
#define TEXT_HEIGHT_MAX 240

static const char * const groups[] = {
  [FOYER_TAG_GROUP_ACCESS] = "access",
  [FOYER_TAG_GROUP_AMENITY] = "amenity",
  [FOYER_TAG_GROUP_WORD] = "word",
};

struct _FoyerTagField
{
  AdwBin         parent_instance;

  FoyerTagGroup  group;
  char          *title;
  gboolean       showing;      /* buttons are being set, nobody pressed them */
  char         **shown;        /* those of the group, in their order */
  GtkTextView   *view;         /* (nullable): of own words */
  GPtrArray     *buttons;      /* of the closed list, each with its tag as its name */
};

G_DEFINE_FINAL_TYPE (FoyerTagField, foyer_tag_field, ADW_TYPE_BIN)

typedef enum { PROP_GROUP = 1, PROP_TITLE } FoyerTagFieldProp;
static GParamSpec *props[PROP_TITLE + 1];

static guint edited_signal;

static void
edited_cb (FoyerTagField *self)
{
  if (!self->showing)
    g_signal_emit (self, edited_signal, 0);
}

static GtkWidget *
new_text (FoyerTagField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "form-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (edited_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                       "child", self->view,
                       "hscrollbar-policy", GTK_POLICY_NEVER,
                       "min-content-height", TEXT_HEIGHT,
                       "max-content-height", TEXT_HEIGHT_MAX,
                       "propagate-natural-height", TRUE,
                       NULL);
}

static int
compare_buttons (gconstpointer a,
                 gconstpointer b)
{
  return g_utf8_collate (gtk_button_get_label (*(GtkButton * const *) a),
                         gtk_button_get_label (*(GtkButton * const *) b));
}

/* In the order of the person's alphabet, as the words are theirs. */
static GtkWidget *
new_buttons (FoyerTagField *self)
{
  const char * const *tags = foyer_words_get_tags ();
  GtkWidget *wrap = adw_wrap_box_new ();

  for (gsize i = 0; tags[i] != NULL; i++)
    if (foyer_tag_group_of (tags[i]) == self->group)
      {
        g_autofree char *label = foyer_words_tag (tags[i]);
        GtkWidget *button = gtk_toggle_button_new_with_label (label);

        gtk_widget_set_name (button, tags[i]);
        g_signal_connect_swapped (button, "toggled", G_CALLBACK (edited_cb), self);
        g_ptr_array_add (self->buttons, button);
      }
  g_ptr_array_sort (self->buttons, compare_buttons);
  for (guint i = 0; i < self->buttons->len; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (wrap), self->buttons->pdata[i]);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), SPACING);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), SPACING);
  gtk_widget_set_margin_top (wrap, MARGIN);
  gtk_widget_set_margin_bottom (wrap, MARGIN);
  gtk_widget_set_margin_start (wrap, MARGIN);
  gtk_widget_set_margin_end (wrap, MARGIN);

  return wrap;
}

static char **
read_text (FoyerTagField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (words, lines[i]);

  return g_strv_builder_end (words);
}

/* What was there stays in its order, what is new comes behind it. */
static char **
read_buttons (FoyerTagField *self)
{
  g_autoptr(GStrvBuilder) tags = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) fresh = g_strv_builder_new ();
  g_auto(GStrv) added = NULL;

  for (gsize i = 0; self->shown != NULL && self->shown[i] != NULL; i++)
    for (guint j = 0; j < self->buttons->len; j++)
      if (g_str_equal (gtk_widget_get_name (self->buttons->pdata[j]), self->shown[i])
          && gtk_toggle_button_get_active (self->buttons->pdata[j]))
        g_strv_builder_add (tags, self->shown[i]);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      const char *tag = gtk_widget_get_name (self->buttons->pdata[i]);

      if (gtk_toggle_button_get_active (self->buttons->pdata[i])
          && (self->shown == NULL || !g_strv_contains ((const char * const *) self->shown, tag)))
        g_strv_builder_add (fresh, tag);
    }
  added = g_strv_builder_end (fresh);
  g_strv_builder_addv (tags, (const char **) added);

  return g_strv_builder_end (tags);
}

static gboolean
foyer_tag_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (gtk_widget_get_first_child (widget), GTK_DIR_TAB_FORWARD);
}

static void
foyer_tag_field_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  FoyerTagField *self = FOYER_TAG_FIELD (object);

  switch ((FoyerTagFieldProp) prop_id)
    {
    case PROP_GROUP:
      g_value_set_static_string (value, groups[self->group]);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_tag_field_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  FoyerTagField *self = FOYER_TAG_FIELD (object);

  switch ((FoyerTagFieldProp) prop_id)
    {
    case PROP_GROUP:
      for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
        if (g_strcmp0 (groups[i], g_value_get_string (value)) == 0)
          self->group = (FoyerTagGroup) i;
      break;
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_tag_field_constructed (GObject *object)
{
  FoyerTagField *self = FOYER_TAG_FIELD (object);

  G_OBJECT_CLASS (foyer_tag_field_parent_class)->constructed (object);

  adw_bin_set_child (ADW_BIN (self), self->group == FOYER_TAG_GROUP_WORD ? new_text (self) : new_buttons (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
}

static void
foyer_tag_field_dispose (GObject *object)
{
  FoyerTagField *self = FOYER_TAG_FIELD (object);

  self->showing = TRUE;
  self->view = NULL;
  g_ptr_array_set_size (self->buttons, 0);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (foyer_tag_field_parent_class)->dispose (object);
}

static void
foyer_tag_field_finalize (GObject *object)
{
  FoyerTagField *self = FOYER_TAG_FIELD (object);

  g_ptr_array_unref (self->buttons);
  g_strfreev (self->shown);
  g_free (self->title);

  G_OBJECT_CLASS (foyer_tag_field_parent_class)->finalize (object);
}

static void
foyer_tag_field_class_init (FoyerTagFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foyer_tag_field_get_property;
  object_class->set_property = foyer_tag_field_set_property;
  object_class->constructed = foyer_tag_field_constructed;
  object_class->dispose = foyer_tag_field_dispose;
  object_class->finalize = foyer_tag_field_finalize;

  props[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, "word",
                                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "",
                                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  edited_signal = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  GTK_WIDGET_CLASS (klass)->grab_focus = foyer_tag_field_grab_focus;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foyer_tag_field_init (FoyerTagField *self)
{
  self->buttons = g_ptr_array_new ();
}

void
foyer_tag_field_show (FoyerTagField    *self,
                      const FoyerSpace *space)
{
  char **tags;

  g_return_if_fail (FOYER_IS_TAG_FIELD (self));
  g_return_if_fail (space != NULL);

  tags = foyer_tag_group_filter ((const char * const *) space->tags, self->group);
  g_strfreev (self->shown);
  self->shown = tags;

  self->showing = TRUE;
  if (self->view != NULL)
    {
      g_auto(GStrv) now = read_text (self);
      g_autofree char *text = g_strjoinv ("\n", tags);

      /* Set once more, it would move the cursor of who is writing. */
      if (!g_strv_equal ((const char * const *) now, (const char * const *) tags))
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
    }
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (self->buttons->pdata[i],
                                  g_strv_contains ((const char * const *) tags,
                                                   gtk_widget_get_name (self->buttons->pdata[i])));
  self->showing = FALSE;
}

void
foyer_tag_field_read (FoyerTagField *self,
                      FoyerSpace    *space)
{
  g_auto(GStrv) chosen = NULL;
  char **tags;

  g_return_if_fail (FOYER_IS_TAG_FIELD (self));
  g_return_if_fail (space != NULL);

  chosen = self->view != NULL ? read_text (self) : read_buttons (self);
  tags = foyer_tag_group_replace ((const char * const *) space->tags, self->group,
                                  (const char * const *) chosen);
  g_strfreev (space->tags);
  space->tags = tags;
}
