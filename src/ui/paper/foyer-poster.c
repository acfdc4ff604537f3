/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/paper/foyer-poster.h"

#include "core/foyer-instant.h"
#include "storage/foyer-store-spaces.h"
#include "storage/foyer-store-travel.h"
#include "ui/paper/foyer-print.h"
#include "words/foyer-words-paper.h"

typedef struct {
  GtkWindow      *parent;
  FoyerDesk      *desk;
  FoyerSpaceItem *item;
  GArray         *rules;
} Poster;

static void
poster_free (Poster *self)
{
  g_clear_object (&self->parent);
  g_object_unref (self->desk);
  g_object_unref (self->item);
  g_clear_pointer (&self->rules, g_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Poster, poster_free)

static void
published_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Poster) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) publications = foyer_store_list_publications_finish (FOYER_STORE (source), result, &error);
  const FoyerSpace *space = foyer_space_item_get_space (self->item);
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(FoyerPaper) poster = NULL;
  g_autofree char *link = NULL;

  if (publications == NULL || (zone = foyer_zone_new (space->tz, &error)) == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  link = foyer_words_public_page (publications);
  poster = foyer_words_door_poster (
    space, self->rules, link,
    foyer_business_day (zone, foyer_clock_now (foyer_store_get_clock (FOYER_STORE (source))), space->cut_off));
  foyer_print (self->parent, self->desk, poster);
}

static void
week_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Poster) self = user_data;
  g_autoptr(GError) error = NULL;

  self->rules = foyer_store_get_week_finish (FOYER_STORE (source), result, &error);
  if (self->rules == NULL)
    foyer_desk_failed (self->desk, error);
  else
    foyer_store_list_publications_async (FOYER_STORE (source), foyer_space_item_get_id (self->item), NULL, published_cb,
                                         g_steal_pointer (&self));
}

void
foyer_poster_print (GtkWindow      *parent,
                    FoyerDesk      *desk,
                    FoyerSpaceItem *space)
{
  Poster *self;

  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (FOYER_IS_SPACE_ITEM (space));

  self = g_new0 (Poster, 1);
  g_set_object (&self->parent, parent);
  self->desk = g_object_ref (desk);
  self->item = g_object_ref (space);
  foyer_store_get_week_async (foyer_desk_get_store (desk), foyer_space_item_get_id (space), NULL, week_cb, self);
}
