/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-listing-panel.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "core/foyer-part.h"
#include "storage/foyer-store-travel.h"
#include "sync/foyer-discovery.h"
#include "ui/foyer-answer.h"
#include "ui/listing/foyer-listing-words.h"
#include "ui/listing/foyer-week-strip.h"
#include "ui/photos/foyer-photo-frame.h"
#include "ui/spaces/foyer-space-panel.h"
#include "ui/sync/foyer-directory-row.h"
#include "ui/sync/foyer-sync-words.h"
#include "words/foyer-words.h"
#include "words/foyer-words-visit.h"

struct _FoyerListingPanel {
  AdwBin             parent_instance;

  FoyerDesk         *desk;
  char              *space_id;
  GSettings         *settings;
  GCancellable      *cancellable;     /* of the questions that have no answer yet */
  FoyerPublication  *publication;     /* nullable: of the space in the chosen directory */
  gboolean           can_publish;     /* there is something to show */
  gboolean           busy;

  AdwActionRow      *state_row;
  GtkWidget         *publish_button;
  GtkWidget         *withdraw_button;
  FoyerDirectoryRow *directory_row;
  GtkLabel          *problem_label;
  GtkWidget         *leaks_group;
  GtkListBox        *leaks;
  GtkBox            *columns;
  GtkWidget         *card;
  FoyerPhotoFrame   *picture;
  GtkLabel          *name_label;
  GtkLabel          *facts_label;
  GtkLabel          *about_label;
  GtkWidget         *tags;
  GtkLabel          *rules_label;
  FoyerWeekStrip    *strip;
  GtkLabel          *price_label;
  GtkLabel          *obstacle_label;
  AdwActionRow      *address_row;
};

static void foyer_listing_panel_init_panel (FoyerSpacePanelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerListingPanel, foyer_listing_panel, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_SPACE_PANEL, foyer_listing_panel_init_panel))

/* How it stands */

static char *
describe_state (FoyerListingPanel *self)
{
  const FoyerPublication *publication = self->publication;
  g_autofree char *refusal = NULL;

  if (publication == NULL)
    return g_strdup (_("Nobody finds this space yet"));
  if (publication->ending)
    return g_strdup (_("Taken down here; the directory hears of it as soon as it answers"));
  if (*publication->trouble != '\0')
    {
      refusal = foyer_sync_describe_refusal (publication->trouble);
      /* Translators: %s is a sentence that says why */
      return g_strdup_printf (_("Refused. %s"), refusal);
    }
  return g_strdup (publication->sent ? _("Published, and kept up to date")
                                     : _("Waiting to be sent; it leaves by itself"));
}

static void
show_state (FoyerListingPanel *self)
{
  gboolean listed = self->publication != NULL && !self->publication->ending;
  g_autofree char *state = describe_state (self);

  adw_action_row_set_subtitle (self->state_row, state);
  gtk_widget_set_visible (self->publish_button, !listed);
  gtk_widget_set_visible (self->withdraw_button, listed);
  gtk_widget_set_sensitive (self->publish_button, self->can_publish && !self->busy);
  gtk_widget_set_sensitive (self->withdraw_button, !self->busy);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerListingPanel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) publications = foyer_store_list_publications_finish (FOYER_STORE (source),
                                                                            result, &error);
  g_autofree char *origin = NULL;

  if (foyer_answer_is_stale (result) || publications == NULL)
    return;

  origin = g_settings_get_string (self->settings, FOYER_DIRECTORY_KEY);
  g_clear_pointer (&self->publication, foyer_publication_free);
  for (guint i = 0; i < publications->len; i++)
    {
      FoyerPublication *publication = g_ptr_array_index (publications, i);

      if (g_str_equal (publication->origin, origin))
        {
          g_ptr_array_set_free_func (publications, NULL);
          for (guint other = 0; other < publications->len; other++)
            if (other != i)
              foyer_publication_free (g_ptr_array_index (publications, other));
          self->publication = publication;
          break;
        }
    }
  show_state (self);
}

/* As others see it */

static void
show_tags (FoyerListingPanel  *self,
           const char * const *tags)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->tags)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->tags), child);
  for (gsize i = 0; tags != NULL && tags[i] != NULL; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (self->tags), foyer_listing_make_pill (tags[i]));
  gtk_widget_set_visible (self->tags, gtk_widget_get_first_child (self->tags) != NULL);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_listing (FoyerListingPanel   *self,
              const FoyerListing  *listing,
              const FoyerSeatDays *days)
{
  g_autofree char *kind = foyer_words_kind (listing->kind);
  g_autofree char *distance = foyer_words_distance (listing->displaced_m);
  g_autofree char *seats = foyer_words_seats (listing->seats);
  g_autofree char *place = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *price = foyer_listing_describe_price (listing->price_minor, listing->currency);

  if (listing->address != NULL)
    place = g_strdup_printf (C_("address", "%1$s, %2$s"), listing->address->street, listing->area);
  else
    /* Translators: %1$s is a quarter or commune, %2$s a distance: "near Les Lilas, within 300 m" */
    place = g_strdup_printf (_("near %1$s, within %2$s"), listing->area, distance);
  facts = foyer_words_facts ((const char *[]) { kind, place, seats, NULL });

  foyer_photo_frame_show_own (self->picture, foyer_desk_get_store (self->desk),
                              listing->photos != NULL ? listing->photos[0] : NULL,
                              foyer_listing_get_picture (listing->kind));
  gtk_label_set_label (self->name_label, listing->name);
  gtk_label_set_label (self->facts_label, facts);
  show_text (self->about_label, listing->about);
  show_text (self->rules_label, listing->rules);
  show_tags (self, (const char * const *) listing->tags);
  gtk_label_set_label (self->price_label, price);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), days->n_days > 0);
  if (days->n_days > 0)
    foyer_week_strip_show (self->strip, days->from, days->days,
                           MIN (days->n_days, FOYER_WEEK_STRIP_DAYS), listing->seats,
                           FOYER_PART_FULL, FOYER_DAY_NONE);
  adw_action_row_set_subtitle (self->address_row,
                               listing->address != NULL
                               ? _("You chose to publish the street; the rest is sent to guests whom you accept")
                               : _("Sent to each guest whom you accept"));
}

static char *
describe_leak (const FoyerLeak *leak)
{
  switch (leak->kind)
    {
    case FOYER_LEAK_STREET:
      /* Translators: %s are words of the host's own text */
      return g_strdup_printf (_("“%s” looks like a street"), leak->excerpt);
    case FOYER_LEAK_PHONE:
      /* Translators: %s are words of the host's own text */
      return g_strdup_printf (_("“%s” looks like a phone number"), leak->excerpt);
    case FOYER_LEAK_EMAIL:
      /* Translators: %s are words of the host's own text */
      return g_strdup_printf (_("“%s” looks like an e-mail address"), leak->excerpt);
    case FOYER_LEAK_CODE:
    default:
      /* Translators: %s are words of the host's own text */
      return g_strdup_printf (_("“%s” looks like a door code or a password"), leak->excerpt);
    }
}

static const char *
describe_field (const char *field)
{
  if (g_str_equal (field, "name"))
    return _("In the name; everybody would read it");
  if (g_str_equal (field, "rules"))
    return _("In the house rules; everybody would read it");
  if (g_str_equal (field, "tags"))
    return _("In your own words for what is there; everybody would read it");
  return _("In the description; everybody would read it");
}

static void
show_leaks (FoyerListingPanel *self,
            GPtrArray         *leaks)
{
  gtk_list_box_remove_all (self->leaks);
  for (guint i = 0; i < leaks->len; i++)
    {
      const FoyerLeak *leak = g_ptr_array_index (leaks, i);
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "activatable", TRUE, NULL);
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
      g_autofree char *title = describe_leak (leak);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), describe_field (leak->field));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
      gtk_widget_add_css_class (arrow, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
      g_object_set_data (G_OBJECT (row), "field", (gpointer) leak->field);
      gtk_list_box_append (self->leaks, row);
    }
  gtk_widget_set_visible (self->leaks_group, leaks->len > 0);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(FoyerListingPanel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerPreview) preview = foyer_sync_preview_finish (FOYER_SYNC (source), result, &error);
  g_autofree char *sentence = NULL;

  if (foyer_answer_is_stale (result))
    return;

  self->can_publish = preview != NULL;
  gtk_widget_set_visible (self->card, preview != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->obstacle_label), preview == NULL);
  if (preview != NULL)
    {
      show_listing (self, preview->listing, preview->days);
      show_leaks (self, preview->leaks);
    }
  else
    {
      if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_INVALID))
        sentence = g_strdup (_("Others look for places by the town. Write the postcode and the town on the page “The Place” first."));
      else
        sentence = foyer_words_describe_error (error);
      gtk_label_set_label (self->obstacle_label, sentence);
      gtk_widget_set_visible (self->leaks_group, FALSE);
    }
  show_state (self);
}

/* Looks again at what would be public. */
static void
refresh (FoyerListingPanel *self)
{
  if (self->desk == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  foyer_sync_preview_async (foyer_desk_get_sync (self->desk), self->space_id, self->cancellable,
                            previewed_cb, g_object_ref (self));
  foyer_store_list_publications_async (foyer_desk_get_store (self->desk), self->space_id,
                                       self->cancellable, listed_cb, g_object_ref (self));
}

/* Acts */

typedef struct {
  FoyerListingPanel *panel;
  gboolean           publish;
} Act;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Act *act = user_data;
  g_autoptr(FoyerListingPanel) self = act->panel;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gint64 op = 0;
  gboolean done = foyer_store_publication_finish (FOYER_STORE (source), result, &op, &error);

  if (self->desk == NULL)
    return;

  self->busy = FALSE;
  if (!done)
    sentence = foyer_words_describe_error (error);
  else
    sentence = g_strdup (act->publish ? _("Published the space") : _("Took the listing down"));
  foyer_space_panel_acted (FOYER_SPACE_PANEL (self), sentence, op);
  refresh (self);
}

static void
act (FoyerListingPanel *self,
     gboolean           publish)
{
  g_autofree char *origin = NULL;
  Act *act = NULL;

  if (!foyer_directory_row_take (self->directory_row))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->directory_row));
      return;
    }

  origin = g_settings_get_string (self->settings, FOYER_DIRECTORY_KEY);
  act = g_new0 (Act, 1);
  act->panel = g_object_ref (self);
  act->publish = publish;
  self->busy = TRUE;
  show_state (self);
  if (publish)
    foyer_store_publish_async (foyer_desk_get_store (self->desk), self->space_id, origin, NULL,
                               done_cb, act);
  else
    foyer_store_unpublish_async (foyer_desk_get_store (self->desk), self->space_id, origin, NULL,
                                 done_cb, act);
}

static void
publish_cb (FoyerListingPanel *self)
{
  act (self, TRUE);
}

static void
withdraw_cb (FoyerListingPanel *self)
{
  act (self, FALSE);
}

static void
problem_cb (FoyerListingPanel *self,
            const char        *sentence)
{
  show_text (self->problem_label, sentence != NULL ? sentence : "");
}

static void
leak_activated_cb (FoyerListingPanel *self,
                   GtkListBoxRow     *row)
{
  const char *name = g_object_get_data (G_OBJECT (row), "field");
  FoyerSpaceField field = FOYER_FIELD_ABOUT;

  if (g_str_equal (name, "name"))
    field = FOYER_FIELD_NAME;
  else if (g_str_equal (name, "rules"))
    field = FOYER_FIELD_RULES;
  else if (g_str_equal (name, "tags"))
    field = FOYER_FIELD_OWN_WORDS;
  foyer_space_panel_activate_field (FOYER_SPACE_PANEL (self), field);
}

static void
changed_cb (FoyerListingPanel *self,
            guint              change,
            const char        *space_id)
{
  refresh (self);
}

static void
foyer_listing_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foyer_listing_panel_parent_class)->map (widget);

  refresh (FOYER_LISTING_PANEL (widget));
}

static void
foyer_listing_panel_dispose (GObject *object)
{
  FoyerListingPanel *self = FOYER_LISTING_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_LISTING_PANEL);

  G_OBJECT_CLASS (foyer_listing_panel_parent_class)->dispose (object);
}

static void
foyer_listing_panel_finalize (GObject *object)
{
  FoyerListingPanel *self = FOYER_LISTING_PANEL (object);

  g_clear_pointer (&self->space_id, g_free);
  g_clear_pointer (&self->publication, foyer_publication_free);

  G_OBJECT_CLASS (foyer_listing_panel_parent_class)->finalize (object);
}

static void
foyer_listing_panel_show (FoyerSpacePanel  *panel,
                          FoyerDesk        *desk,
                          const FoyerSpace *space)
{
  FoyerListingPanel *self = FOYER_LISTING_PANEL (panel);

  if (self->desk != NULL)
    return;

  self->desk = g_object_ref (desk);
  self->space_id = g_strdup (space->id);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
foyer_listing_panel_set_narrow (FoyerSpacePanel *panel,
                                gboolean         narrow)
{
  FoyerListingPanel *self = FOYER_LISTING_PANEL (panel);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->columns, !narrow);
}

static void
foyer_listing_panel_init_panel (FoyerSpacePanelInterface *iface)
{
  iface->show = foyer_listing_panel_show;
  iface->set_narrow = foyer_listing_panel_set_narrow;
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-listing-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, state_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, publish_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, directory_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, leaks_group);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, leaks);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, columns);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, card);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, picture);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, name_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, facts_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, about_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, tags);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, rules_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, strip);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, price_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, obstacle_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerListingPanel, address_row);
  gtk_widget_class_bind_template_callback (widget_class, publish_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
  gtk_widget_class_bind_template_callback (widget_class, leak_activated_cb);
}

static void
foyer_listing_panel_class_init (FoyerListingPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_listing_panel_dispose;
  object_class->finalize = foyer_listing_panel_finalize;
  widget_class->map = foyer_listing_panel_map;

  g_type_ensure (FOYER_TYPE_DIRECTORY_ROW);
  g_type_ensure (FOYER_TYPE_PHOTO_FRAME);
  g_type_ensure (FOYER_TYPE_WEEK_STRIP);
  bind_template (widget_class);
}

static void
foyer_listing_panel_init (FoyerListingPanel *self)
{
  self->settings = g_settings_new (FOYER_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->settings, "changed::" FOYER_DIRECTORY_KEY,
                           G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}
