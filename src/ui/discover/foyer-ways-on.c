/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/discover/foyer-ways-on.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/foyer-answer.h"
#include "words/foyer-words.h"
#include "words/foyer-words-visit.h"

/* How many days ahead are asked, one after the other. */
#define DAYS_AHEAD 7

typedef enum { WAY_LATER, WAY_FARTHER, WAY_WITHOUT_WORDS, N_WAYS } Way;

struct _FoyerWaysOn {
  GtkBox            parent_instance;

  FoyerDesk        *desk;
  GCancellable     *cancellable;      /* of all that is asked */
  FoyerSearchTerms *terms;            /* what found nothing */
  FoyerSearchTerms *found[N_WAYS];    /* nullable: what finds something */

  GtkListBox       *list;
  AdwActionRow     *rows[N_WAYS];
};

G_DEFINE_FINAL_TYPE (FoyerWaysOn, foyer_ways_on, GTK_TYPE_BOX)

enum { SIGNAL_CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct {
  FoyerWaysOn      *ways;
  Way               way;
  FoyerSearchTerms *terms;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->ways);
  foyer_search_terms_free (question->terms);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void ask (FoyerWaysOn      *self,
                 Way               way,
                 FoyerSearchTerms *terms);

static char *
describe_title (Way                     way,
                const FoyerSearchTerms *terms,
                const FoyerSearchPage  *page)
{
  g_autofree char *day = foyer_words_day_title (terms->day);
  g_autofree char *distance = NULL;

  if (way == WAY_LATER)
    return g_strdup (day);
  if (way == WAY_WITHOUT_WORDS)
    return g_strdup (_("The same day, whatever there is"));

  distance = foyer_words_distance (terms->radius_m);
  /* Translators: %1$s is a day, %2$s a distance: "Sunday 29 November, within 20 km" */
  return g_strdup_printf (_("%1$s, within %2$s"), day, distance);
}

/* "4 places, from €3.00", "1 place: Moulin de l’Erdre, 6.4 km" */
static char *
describe_places (const FoyerSearchPage  *page,
                 const FoyerSearchTerms *terms)
{
  const FoyerSearchResult *first = g_ptr_array_index (page->items, 0);
  gint64 least = G_MAXINT64;
  FoyerMoney money = { 0 };
  g_autofree char *price = NULL;
  g_autofree char *distance = NULL;

  if (page->items->len == 1 && page->cursor == NULL)
    {
      distance = foyer_words_distance (first->distance_m);
      /* Translators: %1$s is the name of a place, %2$s how far it is */
      return g_strdup_printf (_("1 place: %1$s, %2$s"), first->name, distance);
    }

  for (guint i = 0; i < page->items->len; i++)
    {
      const FoyerSearchResult *result = g_ptr_array_index (page->items, i);

      /* Prices in another currency cannot be compared. */
      if (g_str_equal (result->currency, first->currency))
        least = MIN (least, terms->part == FOYER_PART_FULL ? result->price_minor
                                                           : result->half_price_minor);
    }
  if (least == 0 && page->cursor == NULL)
    /* Translators: %u is a number of places, at least one of which costs nothing */
    return g_strdup_printf (ngettext ("%u place, at no charge", "%u places, some at no charge", page->items->len),
                            page->items->len);
  money.minor = least;
  g_strlcpy (money.currency, first->currency, sizeof money.currency);
  price = foyer_words_money (money);
  if (page->cursor != NULL)
    /* Translators: %1$u is a number of places, %2$s the lowest price among the nearest of them */
    return g_strdup_printf (_("More than %1$u places, from %2$s"), page->items->len, price);
  /* Translators: %1$u is a number of places, %2$s the lowest price */
  return g_strdup_printf (ngettext ("%1$u place, from %2$s", "%1$u places, from %2$s",
                                    page->items->len),
                          page->items->len, price);
}

static void
offer (FoyerWaysOn           *self,
       Way                    way,
       FoyerSearchTerms      *terms,
       const FoyerSearchPage *page)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_clear_pointer (&self->found[way], foyer_search_terms_free);
  self->found[way] = foyer_search_terms_copy (terms);
  title = describe_title (way, terms, page);
  subtitle = describe_places (page, terms);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[way]), title);
  adw_action_row_set_subtitle (self->rows[way], subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[way]), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Question) question = user_data;
  FoyerWaysOn *self = question->ways;
  FoyerSearchTerms *terms = question->terms;
  gint64 as_of_ms = 0;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerSearchPage) page = foyer_sync_search_finish (FOYER_SYNC (source), result, &as_of_ms,
                                                              &error);

  /* A way that cannot be asked for is none. */
  if (foyer_answer_is_stale (result) || page == NULL)
    return;

  if (page->items->len > 0)
    {
      /* No farther than is needed. */
      if (question->way == WAY_FARTHER)
        {
          const FoyerSearchResult *nearest = g_ptr_array_index (page->items, 0);

          if (nearest->distance_m <= 2 * FOYER_SEARCH_NEAR_M && terms->radius_m > 2 * FOYER_SEARCH_NEAR_M)
            {
              terms->radius_m = 2 * FOYER_SEARCH_NEAR_M;
              ask (self, WAY_FARTHER, foyer_search_terms_copy (terms));
              return;
            }
        }
      offer (self, question->way, terms, page);
    }
  else if (question->way == WAY_LATER && terms->day < self->terms->day + DAYS_AHEAD)
    {
      terms->day++;
      ask (self, WAY_LATER, foyer_search_terms_copy (terms));
    }
}

/* @terms: (transfer full) */
static void
ask (FoyerWaysOn      *self,
     Way               way,
     FoyerSearchTerms *terms)
{
  Question *question = g_new0 (Question, 1);
  FoyerSearchQuery query = foyer_search_terms_query (terms, FOYER_SEARCH_LIMIT_MAX, NULL);

  question->ways = g_object_ref (self);
  question->way = way;
  question->terms = terms;
  foyer_sync_search_async (foyer_desk_get_sync (self->desk), terms->origin, &query,
                           self->cancellable, answered_cb, question);
}

static void
row_activated_cb (FoyerWaysOn  *self,
                  AdwActionRow *row)
{
  for (guint way = 0; way < N_WAYS; way++)
    if (self->rows[way] == row && self->found[way] != NULL)
      {
        g_autoptr(FoyerSearchTerms) terms = foyer_search_terms_copy (self->found[way]);

        g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, terms);
        return;
      }
}

static void
foyer_ways_on_dispose (GObject *object)
{
  FoyerWaysOn *self = FOYER_WAYS_ON (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_ways_on_parent_class)->dispose (object);
}

static void
foyer_ways_on_finalize (GObject *object)
{
  FoyerWaysOn *self = FOYER_WAYS_ON (object);

  g_clear_pointer (&self->terms, foyer_search_terms_free);
  for (guint way = 0; way < N_WAYS; way++)
    g_clear_pointer (&self->found[way], foyer_search_terms_free);

  G_OBJECT_CLASS (foyer_ways_on_parent_class)->finalize (object);
}

static void
foyer_ways_on_class_init (FoyerWaysOnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foyer_ways_on_dispose;
  object_class->finalize = foyer_ways_on_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FOYER_TYPE_WAYS_ON, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
foyer_ways_on_init (FoyerWaysOn *self)
{
  static const char * const icons[N_WAYS] = {
    "foyer-calendar-symbolic", "mark-location-symbolic", "edit-find-symbolic",
  };

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_hexpand (GTK_WIDGET (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Ways to Company"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint way = 0; way < N_WAYS; way++)
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      self->rows[way] = ADW_ACTION_ROW (adw_action_row_new ());
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->rows[way]), FALSE);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->rows[way]), TRUE);
      gtk_widget_set_visible (GTK_WIDGET (self->rows[way]), FALSE);
      gtk_widget_add_css_class (arrow, "dim-label");
      adw_action_row_add_prefix (self->rows[way], gtk_image_new_from_icon_name (icons[way]));
      adw_action_row_add_suffix (self->rows[way], arrow);
      gtk_list_box_append (self->list, GTK_WIDGET (self->rows[way]));
    }
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
foyer_ways_on_ask (FoyerWaysOn            *self,
                   FoyerDesk              *desk,
                   const FoyerSearchTerms *terms)
{
  FoyerSearchTerms *other;

  g_return_if_fail (FOYER_IS_WAYS_ON (self));
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (terms != NULL);

  foyer_ways_on_clear (self);
  g_set_object (&self->desk, desk);
  self->terms = foyer_search_terms_copy (terms);
  self->cancellable = g_cancellable_new ();

  other = foyer_search_terms_copy (terms);
  other->day++;
  ask (self, WAY_LATER, other);
  if (terms->radius_m < FOYER_SEARCH_FAR_M)
    {
      other = foyer_search_terms_copy (terms);
      other->radius_m = FOYER_SEARCH_FAR_M;
      ask (self, WAY_FARTHER, other);
    }
  if (*terms->words != '\0')
    {
      other = foyer_search_terms_copy (terms);
      g_set_str (&other->words, "");
      ask (self, WAY_WITHOUT_WORDS, other);
    }
}

void
foyer_ways_on_clear (FoyerWaysOn *self)
{
  g_return_if_fail (FOYER_IS_WAYS_ON (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->terms, foyer_search_terms_free);
  for (guint way = 0; way < N_WAYS; way++)
    {
      g_clear_pointer (&self->found[way], foyer_search_terms_free);
      gtk_widget_set_visible (GTK_WIDGET (self->rows[way]), FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
