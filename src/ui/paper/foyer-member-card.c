/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/paper/foyer-member-card.h"

#include <glib/gi18n.h>

#include "core/foyer-person.h"
#include "storage/foyer-store-codes.h"
#include "ui/paper/foyer-print.h"
#include "words/foyer-words-codes.h"

typedef struct {
  GtkWindow *parent;
  FoyerDesk *desk;
  gboolean   renews;
} Card;

static void
card_free (Card *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->desk);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Card, card_free)

/* A card is good at every space of the house; it names the one that there is. */
static const char *
get_place (FoyerDesk *desk)
{
  GListModel *spaces = foyer_desk_get_spaces (desk);
  g_autoptr(FoyerSpaceItem) space = g_list_model_get_n_items (spaces) == 1 ? g_list_model_get_item (spaces, 0) : NULL;

  return space != NULL ? foyer_space_item_get_name (space) : "";
}

static void
given_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Card) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(GPtrArray) people = foyer_store_give_cards_finish (FOYER_STORE (source), result, &op, &error);
  g_autoptr(FoyerPaper) sheet = NULL;

  if (people == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  if (op != 0)
    {
      const char *name = ((FoyerPerson *) people->pdata[0])->name;
      g_autofree char *sentence = NULL;

      if (self->renews)
        /* Translators: %s is a member; said after the card that they had was replaced */
        sentence = g_strdup_printf (_("%s has a new card"), name);
      else
        /* Translators: %s is a member; said after they got their first card */
        sentence = g_strdup_printf (_("%s has a card"), name);
      foyer_desk_acted (self->desk, sentence, op);
    }
  sheet = foyer_words_card_sheet (people, get_place (self->desk));
  foyer_print (self->parent, self->desk, sheet);
}

void
foyer_member_card_print (GtkWindow  *parent,
                         FoyerDesk  *desk,
                         const char *member_id,
                         gboolean    renews)
{
  const char *ids[] = { member_id, NULL };
  Card *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (member_id != NULL);

  self = g_new (Card, 1);
  self->parent = g_object_ref (parent);
  self->desk = g_object_ref (desk);
  self->renews = renews;
  foyer_store_give_cards_async (foyer_desk_get_store (desk), ids, renews, NULL, given_cb, self);
}
