/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-desk.h"

#include "core/foyer-instant.h"
#include "storage/foyer-store-spaces.h"

struct _FoyerDesk {
  GObject         parent_instance;

  FoyerStore     *store;
  FoyerSync      *sync;
  GListStore     *spaces;
  GListStore     *archived;
  FoyerSpaceItem *space;
  char           *wanted_id;       /* chosen before the list has it */
  GCancellable   *cancellable;
  gboolean        loaded;
  guint           n_requests;

  FoyerDay        today;
  guint           day_source;
};

G_DEFINE_FINAL_TYPE (FoyerDesk, foyer_desk, G_TYPE_OBJECT)

typedef enum { PROP_STORE = 1, PROP_SYNC, PROP_SPACE, PROP_LOADED, PROP_TODAY, PROP_N_REQUESTS } FoyerDeskProp;
static GParamSpec *props[PROP_N_REQUESTS + 1];

enum { SIGNAL_CHANGED, SIGNAL_ACTED, SIGNAL_FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What to say once the spaces that are being read have arrived. */
typedef struct {
  FoyerDesk *desk;
  guint      change;
  char      *space_id;
} Announcement;

static void
announcement_free (Announcement *announcement)
{
  g_clear_object (&announcement->desk);
  g_free (announcement->space_id);
  g_free (announcement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Announcement, announcement_free)

static gboolean
day_ended_cb (gpointer user_data)
{
  FoyerDesk *self = FOYER_DESK (user_data);

  self->day_source = 0;
  foyer_desk_check_day (self);
  return G_SOURCE_REMOVE;
}

/* One timer for the instant at which the business day ends; none on a frozen clock. */
static void
watch_day (FoyerDesk *self)
{
  FoyerClock *clock = foyer_store_get_clock (self->store);
  const FoyerSpace *space;
  g_autoptr(GTimeZone) zone = NULL;
  gint64 wait_ms;

  g_clear_handle_id (&self->day_source, g_source_remove);
  if (self->today == FOYER_DAY_NONE || foyer_clock_is_frozen (clock))
    return;

  space = foyer_space_item_get_space (self->space);
  zone = foyer_zone_new (space->tz, NULL);
  if (zone == NULL)
    return;

  wait_ms = foyer_instant_at (zone, self->today + 1, space->cut_off) - foyer_clock_now (clock);
  self->day_source = g_timeout_add_full (G_PRIORITY_DEFAULT, (guint) CLAMP (wait_ms, 1, G_MAXINT),
                                         day_ended_cb, self, NULL);
}

static void
set_space (FoyerDesk      *self,
           FoyerSpaceItem *space)
{
  if (!g_set_object (&self->space, space))
    return;

  foyer_desk_check_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SPACE]);
}

static FoyerSpaceItem *
find_space (FoyerDesk  *self,
            const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->spaces));

  for (guint i = 0; id != NULL && i < n; i++)
    {
      g_autoptr(FoyerSpaceItem) item = g_list_model_get_item (G_LIST_MODEL (self->spaces), i);

      if (g_str_equal (foyer_space_item_get_id (item), id))
        return g_steal_pointer (&item);
    }
  return NULL;
}

/* Stays with the space that is looked at, else takes the first. */
static void
choose_space (FoyerDesk *self)
{
  g_autoptr(FoyerSpaceItem) item = find_space (self, self->wanted_id);

  if (item != NULL)
    g_clear_pointer (&self->wanted_id, g_free);
  else if (self->space != NULL)
    item = find_space (self, foyer_space_item_get_id (self->space));
  if (item == NULL)
    item = g_list_model_get_item (G_LIST_MODEL (self->spaces), 0);

  set_space (self, item);
}

static void
spaces_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(Announcement) announcement = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) archived = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) spaces = foyer_store_list_spaces_finish (FOYER_STORE (source), result, &error);
  FoyerDesk *self = announcement->desk;
  guint n_archived = g_list_model_get_n_items (G_LIST_MODEL (self->archived));
  gboolean grows;

  if (spaces == NULL)
    {
      foyer_desk_failed (self, error);
      return;
    }

  for (guint i = 0; i < spaces->len; i++)
    {
      const FoyerSpace *space = g_ptr_array_index (spaces, i);

      g_ptr_array_add (space->archived_ms != 0 ? archived : items, foyer_space_item_new (foyer_space_copy (space)));
    }
  /* Who looks between the two finds a space in one list or in both, and never in none. */
  grows = archived->len >= n_archived;
  if (grows)
    g_list_store_splice (self->archived, 0, n_archived, archived->pdata, archived->len);
  g_list_store_splice (self->spaces, 0, g_list_model_get_n_items (G_LIST_MODEL (self->spaces)),
                       items->pdata, items->len);
  choose_space (self);
  if (!grows)
    g_list_store_splice (self->archived, 0, n_archived, archived->pdata, archived->len);

  if (!self->loaded)
    {
      self->loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADED]);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, announcement->change, announcement->space_id);
}

static void
read_spaces (FoyerDesk  *self,
             guint       change,
             const char *space_id)
{
  Announcement *announcement = g_new0 (Announcement, 1);

  announcement->desk = g_object_ref (self);
  announcement->change = change;
  announcement->space_id = g_strdup (space_id);
  foyer_store_list_spaces_async (self->store, self->cancellable, spaces_listed_cb, announcement);
}

static void
store_changed_cb (FoyerStore *store,
                  guint       change,
                  const char *space_id,
                  FoyerDesk  *self)
{
  g_assert (FOYER_IS_DESK (self));

  if ((change & FOYER_CHANGE_SPACES) != 0)
    read_spaces (self, change, space_id);
  else
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, change, space_id);
}

static void
foyer_desk_constructed (GObject *object)
{
  FoyerDesk *self = FOYER_DESK (object);

  G_OBJECT_CLASS (foyer_desk_parent_class)->constructed (object);

  g_assert (self->store != NULL);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_DEFAULT);
  foyer_desk_refresh (self);
}

static void
foyer_desk_dispose (GObject *object)
{
  FoyerDesk *self = FOYER_DESK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->day_source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->sync);
  g_clear_object (&self->spaces);
  g_clear_object (&self->archived);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (foyer_desk_parent_class)->dispose (object);
}

static void
foyer_desk_finalize (GObject *object)
{
  FoyerDesk *self = FOYER_DESK (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->wanted_id, g_free);

  G_OBJECT_CLASS (foyer_desk_parent_class)->finalize (object);
}

static void
foyer_desk_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  FoyerDesk *self = FOYER_DESK (object);

  switch ((FoyerDeskProp) prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_SYNC:
      g_value_set_object (value, self->sync);
      break;
    case PROP_SPACE:
      g_value_set_object (value, self->space);
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_TODAY:
      g_value_set_int (value, self->today);
      break;
    case PROP_N_REQUESTS:
      g_value_set_uint (value, self->n_requests);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_desk_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  FoyerDesk *self = FOYER_DESK (object);

  switch ((FoyerDeskProp) prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_SYNC:
      self->sync = g_value_dup_object (value);
      break;
    case PROP_SPACE:
      foyer_desk_set_space (self, g_value_get_object (value));
      break;
    case PROP_LOADED:
    case PROP_TODAY:
    case PROP_N_REQUESTS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_desk_class_init (FoyerDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = foyer_desk_constructed;
  object_class->dispose = foyer_desk_dispose;
  object_class->finalize = foyer_desk_finalize;
  object_class->get_property = foyer_desk_get_property;
  object_class->set_property = foyer_desk_set_property;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, FOYER_TYPE_STORE,
                                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                           G_PARAM_STATIC_STRINGS);
  props[PROP_SYNC] = g_param_spec_object ("sync", NULL, NULL, FOYER_TYPE_SYNC,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                          G_PARAM_STATIC_STRINGS);
  props[PROP_SPACE] = g_param_spec_object ("space", NULL, NULL, FOYER_TYPE_SPACE_ITEM,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                           G_PARAM_STATIC_STRINGS);
  props[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_TODAY] = g_param_spec_int ("today", NULL, NULL, G_MININT, G_MAXINT, FOYER_DAY_NONE,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_N_REQUESTS] = g_param_spec_uint ("n-requests", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FOYER_TYPE_DESK, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[SIGNAL_ACTED] = g_signal_new ("acted", FOYER_TYPE_DESK, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", FOYER_TYPE_DESK, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
foyer_desk_init (FoyerDesk *self)
{
  self->spaces = g_list_store_new (FOYER_TYPE_SPACE_ITEM);
  self->archived = g_list_store_new (FOYER_TYPE_SPACE_ITEM);
  self->cancellable = g_cancellable_new ();
  self->today = FOYER_DAY_NONE;
}

FoyerDesk *
foyer_desk_new (FoyerStore *store,
                FoyerSync  *sync)
{
  g_return_val_if_fail (FOYER_IS_STORE (store), NULL);
  g_return_val_if_fail (FOYER_IS_SYNC (sync), NULL);

  return g_object_new (FOYER_TYPE_DESK, "store", store, "sync", sync, NULL);
}

FoyerStore *
foyer_desk_get_store (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), NULL);

  return self->store;
}

FoyerSync *
foyer_desk_get_sync (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), NULL);

  return self->sync;
}

GListModel *
foyer_desk_get_spaces (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), NULL);

  return G_LIST_MODEL (self->spaces);
}

GListModel *
foyer_desk_get_archived (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), NULL);

  return G_LIST_MODEL (self->archived);
}

gboolean
foyer_desk_get_loaded (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), FALSE);

  return self->loaded;
}

FoyerSpaceItem *
foyer_desk_get_space (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), NULL);

  return self->space;
}

void
foyer_desk_set_space (FoyerDesk      *self,
                      FoyerSpaceItem *space)
{
  g_return_if_fail (FOYER_IS_DESK (self));
  g_return_if_fail (FOYER_IS_SPACE_ITEM (space));

  g_clear_pointer (&self->wanted_id, g_free);
  set_space (self, space);
}

void
foyer_desk_set_space_id (FoyerDesk  *self,
                         const char *space_id)
{
  g_autoptr(FoyerSpaceItem) item = NULL;

  g_return_if_fail (FOYER_IS_DESK (self));
  g_return_if_fail (space_id != NULL);

  item = find_space (self, space_id);
  if (item != NULL)
    foyer_desk_set_space (self, item);
  else
    g_set_str (&self->wanted_id, space_id);
}

FoyerDay
foyer_desk_get_today (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), FOYER_DAY_NONE);

  return self->today;
}

guint
foyer_desk_get_n_requests (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), 0);

  return self->n_requests;
}

void
foyer_desk_set_n_requests (FoyerDesk *self,
                           guint      n_requests)
{
  g_return_if_fail (FOYER_IS_DESK (self));

  if (self->n_requests == n_requests)
    return;

  self->n_requests = n_requests;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_REQUESTS]);
}

void
foyer_desk_check_day (FoyerDesk *self)
{
  FoyerDay today = FOYER_DAY_NONE;

  g_return_if_fail (FOYER_IS_DESK (self));

  if (self->space != NULL)
    {
      const FoyerSpace *space = foyer_space_item_get_space (self->space);
      g_autoptr(GTimeZone) zone = foyer_zone_new (space->tz, NULL);

      if (zone != NULL)
        today = foyer_business_day (zone, foyer_clock_now (foyer_store_get_clock (self->store)),
                                    space->cut_off);
    }

  if (today != self->today)
    {
      self->today = today;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TODAY]);
    }
  watch_day (self);
}

void
foyer_desk_acted (FoyerDesk  *self,
                  const char *sentence,
                  gint64      op)
{
  g_return_if_fail (FOYER_IS_DESK (self));
  g_return_if_fail (sentence != NULL);

  g_signal_emit (self, signals[SIGNAL_ACTED], 0, sentence, op);
}

void
foyer_desk_failed (FoyerDesk    *self,
                   const GError *error)
{
  g_return_if_fail (FOYER_IS_DESK (self));

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

void
foyer_desk_refresh (FoyerDesk *self)
{
  g_return_if_fail (FOYER_IS_DESK (self));

  read_spaces (self, FOYER_CHANGE_ALL, NULL);
}
