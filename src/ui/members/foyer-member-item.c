/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/members/foyer-member-item.h"

struct _FoyerMemberItem {
  GObject          parent_instance;

  guint32          row;
  guint            n_viewers;
  guint            asked;
  FoyerMemberLine *line;
};

G_DEFINE_FINAL_TYPE (FoyerMemberItem, foyer_member_item, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
foyer_member_item_finalize (GObject *object)
{
  foyer_member_line_free (FOYER_MEMBER_ITEM (object)->line);

  G_OBJECT_CLASS (foyer_member_item_parent_class)->finalize (object);
}

static void
foyer_member_item_class_init (FoyerMemberItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_member_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foyer_member_item_init (FoyerMemberItem *self)
{
}

FoyerMemberItem *
foyer_member_item_new (guint32 row)
{
  FoyerMemberItem *self = g_object_new (FOYER_TYPE_MEMBER_ITEM, NULL);

  self->row = row;

  return self;
}

guint32
foyer_member_item_get_row (FoyerMemberItem *self)
{
  return self->row;
}

const FoyerMemberLine *
foyer_member_item_get_line (FoyerMemberItem *self)
{
  return self->line;
}

void
foyer_member_item_take_line (FoyerMemberItem *self,
                             FoyerMemberLine *line)
{
  foyer_member_line_free (self->line);
  self->line = line;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
foyer_member_item_is_shown (FoyerMemberItem *self)
{
  return self->n_viewers > 0;
}

void
foyer_member_item_set_shown (FoyerMemberItem *self,
                             gboolean         shown)
{
  if (shown)
    self->n_viewers++;
  else
    self->n_viewers--;
}

guint
foyer_member_item_get_asked (FoyerMemberItem *self)
{
  return self->asked;
}

void
foyer_member_item_set_asked (FoyerMemberItem *self,
                             guint            asked)
{
  self->asked = asked;
}
