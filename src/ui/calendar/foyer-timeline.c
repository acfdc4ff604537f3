/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/calendar/foyer-timeline.h"

#include "storage/foyer-store-spaces.h"
#include "ui/calendar/foyer-month-layout.h"
#include "ui/foyer-answer.h"

struct _FoyerTimeline
{
  GObject       parent_instance;

  FoyerDesk    *desk;
  GCancellable *cancellable;      /* of the one question under way */
  char         *space_id;         /* whose days these are */
  GArray       *days;             /* (element-type FoyerAvailability), one per day from first */
  FoyerDay      first;
  FoyerDay      asked_first;
  int           n_asked;
};

G_DEFINE_FINAL_TYPE (FoyerTimeline, foyer_timeline, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GArray *
new_days (void)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FoyerAvailability));

  g_array_set_clear_func (days, (GDestroyNotify) foyer_availability_clear);

  return days;
}

static void
availability_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(FoyerTimeline) self = FOYER_TIMELINE (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) days = foyer_store_availability_finish (FOYER_STORE (source), result, &error);

  if (foyer_answer_is_stale (result))
    return;
  if (days == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->desk != NULL)
        foyer_desk_failed (self->desk, error);
      return;
    }

  g_array_unref (self->days);
  self->days = g_steal_pointer (&days);
  self->first = self->days->len > 0 ? g_array_index (self->days, FoyerAvailability, 0).day
                                    : FOYER_DAY_NONE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ask (FoyerTimeline *self)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (space == NULL || self->n_asked == 0)
    return;

  self->cancellable = g_cancellable_new ();
  foyer_store_availability_async (foyer_desk_get_store (self->desk),
                                  foyer_space_item_get_id (space),
                                  self->asked_first, self->n_asked,
                                  self->cancellable,
                                  availability_cb, g_object_ref (self));
}

static void
space_changed_cb (FoyerTimeline *self)
{
  FoyerSpaceItem *space = foyer_desk_get_space (self->desk);

  /* The same space after an edit keeps its days until the new ones are here. */
  if (g_set_str (&self->space_id, space != NULL ? foyer_space_item_get_id (space) : NULL))
    g_array_set_size (self->days, 0);

  ask (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
desk_changed_cb (FoyerTimeline *self,
                 guint          change,
                 const char    *space_id)
{
  if ((change & (FOYER_CHANGE_OPENINGS | FOYER_CHANGE_BOOKINGS | FOYER_CHANGE_SPACES)) == 0)
    return;
  if (space_id != NULL && g_strcmp0 (space_id, self->space_id) != 0)
    return;

  ask (self);
}

static void
foyer_timeline_dispose (GObject *object)
{
  FoyerTimeline *self = FOYER_TIMELINE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_timeline_parent_class)->dispose (object);
}

static void
foyer_timeline_finalize (GObject *object)
{
  FoyerTimeline *self = FOYER_TIMELINE (object);

  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->space_id, g_free);

  G_OBJECT_CLASS (foyer_timeline_parent_class)->finalize (object);
}

static void
foyer_timeline_class_init (FoyerTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foyer_timeline_dispose;
  object_class->finalize = foyer_timeline_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foyer_timeline_init (FoyerTimeline *self)
{
  self->days = new_days ();
  self->first = FOYER_DAY_NONE;
}

FoyerTimeline *
foyer_timeline_new (FoyerDesk *desk)
{
  FoyerTimeline *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  self = g_object_new (FOYER_TYPE_TIMELINE, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::space", G_CALLBACK (space_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self,
                           G_CONNECT_SWAPPED);
  space_changed_cb (self);

  return self;
}

void
foyer_timeline_set_month (FoyerTimeline *self,
                          FoyerDay       day,
                          int            first_weekday)
{
  FoyerDay first, last;

  g_return_if_fail (FOYER_IS_TIMELINE (self));
  g_return_if_fail (foyer_day_is_valid (day));

  first = foyer_day_add_months (day, -1);
  last = foyer_day_add_months (day, 1);
  first = foyer_month_layout_first_cell (foyer_day_is_valid (first) ? first : day, first_weekday);
  last = foyer_month_layout_first_cell (foyer_day_is_valid (last) ? last : day, first_weekday);
  foyer_timeline_set_days (self, first, last - first + FOYER_MONTH_CELLS);
}

void
foyer_timeline_set_days (FoyerTimeline *self,
                         FoyerDay       first,
                         int            n_days)
{
  g_return_if_fail (FOYER_IS_TIMELINE (self));

  if (first == self->asked_first && n_days == self->n_asked)
    return;

  self->asked_first = first;
  self->n_asked = n_days;
  ask (self);
}

const FoyerAvailability *
foyer_timeline_get (FoyerTimeline *self,
                    FoyerDay       day)
{
  g_return_val_if_fail (FOYER_IS_TIMELINE (self), NULL);

  if (self->days->len == 0 || day < self->first || day - self->first >= (int) self->days->len)
    return NULL;

  return &g_array_index (self->days, FoyerAvailability, day - self->first);
}
