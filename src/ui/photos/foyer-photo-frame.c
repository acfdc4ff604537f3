/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/photos/foyer-photo-frame.h"

#include "storage/foyer-store-photos.h"
#include "sync/foyer-discovery.h"
#include "sync/foyer-photos.h"

/* So many are kept, of a megabyte or two each: pages that are made anew do not flicker. */
#define KEPT 24

struct _FoyerPhotoFrame
{
  AdwBin        parent_instance;

  int           side;
  char         *sha256;          /* (nullable): what is to be shown */
  GCancellable *cancellable;     /* (nullable): of what is on its way */

  GtkPicture   *picture;
};

G_DEFINE_FINAL_TYPE (FoyerPhotoFrame, foyer_photo_frame, ADW_TYPE_BIN)

enum { PROP_0, PROP_SIDE, N_PROPS };
static GParamSpec *properties[N_PROPS];

typedef struct {
  char       *sha256;
  int         side;
  GdkTexture *texture;
} FoyerKeptPhoto;

/* The one that was shown last is the first. */
static GQueue kept = G_QUEUE_INIT;

static void
kept_photo_free (FoyerKeptPhoto *self)
{
  g_free (self->sha256);
  g_object_unref (self->texture);
  g_free (self);
}

static GdkTexture *
find_kept (const char *sha256,
           int         side)
{
  for (GList *link = kept.head; link != NULL; link = link->next)
    {
      const FoyerKeptPhoto *photo = link->data;

      if (photo->side == side && g_str_equal (photo->sha256, sha256))
        {
          g_queue_unlink (&kept, link);
          g_queue_push_head_link (&kept, link);
          return photo->texture;
        }
    }

  return NULL;
}

static void
keep (const char *sha256,
      int         side,
      GdkTexture *texture)
{
  FoyerKeptPhoto *photo = g_new (FoyerKeptPhoto, 1);

  photo->sha256 = g_strdup (sha256);
  photo->side = side;
  photo->texture = g_object_ref (texture);
  g_queue_push_head (&kept, photo);
  if (g_queue_get_length (&kept) > KEPT)
    kept_photo_free (g_queue_pop_tail (&kept));
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerPhotoFrame) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerPixels) pixels = foyer_photo_draw_finish (result, &error);
  g_autoptr(GdkTexture) texture = NULL;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (pixels == NULL)
    {
      g_debug ("Photo %s: %s", self->sha256, error->message);
      return;
    }

  texture = gdk_memory_texture_new (pixels->width, pixels->height, GDK_MEMORY_R8G8B8, pixels->bytes, pixels->stride);
  keep (self->sha256, self->side, texture);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
}

static void
draw (FoyerPhotoFrame *self,
      GBytes          *photo)
{
  foyer_photo_draw_async (photo, self->side, self->cancellable, drawn_cb, g_object_ref (self));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(FoyerPhotoFrame) self = user_data;
  g_autoptr(GBytes) photo = foyer_store_read_photo_finish (FOYER_STORE (source), result, NULL);

  if (photo != NULL && !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    draw (self, photo);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(FoyerPhotoFrame) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) photo = foyer_sync_photo_finish (FOYER_SYNC (source), result, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (photo != NULL)
    draw (self, photo);
  else
    g_debug ("Photo %s: %s", self->sha256, error->message);
}

static void
forget (FoyerPhotoFrame *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->sha256, g_free);
}

/* Returns: whether the photo is to be fetched */
static gboolean
begin (FoyerPhotoFrame *self,
       const char      *sha256,
       const char      *resource)
{
  GdkTexture *texture;

  if (sha256 != NULL && g_strcmp0 (sha256, self->sha256) == 0)
    return FALSE;

  forget (self);
  texture = sha256 != NULL ? find_kept (sha256, self->side) : NULL;
  if (texture != NULL)
    gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  else
    gtk_picture_set_resource (self->picture, resource);
  self->sha256 = g_strdup (sha256);
  if (sha256 == NULL || texture != NULL)
    return FALSE;

  self->cancellable = g_cancellable_new ();

  return TRUE;
}

static void
foyer_photo_frame_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  FoyerPhotoFrame *self = FOYER_PHOTO_FRAME (object);

  switch (prop_id)
    {
    case PROP_SIDE:
      self->side = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foyer_photo_frame_dispose (GObject *object)
{
  forget (FOYER_PHOTO_FRAME (object));

  G_OBJECT_CLASS (foyer_photo_frame_parent_class)->dispose (object);
}

static void
foyer_photo_frame_class_init (FoyerPhotoFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_photo_frame_set_property;
  object_class->dispose = foyer_photo_frame_dispose;

  /**
   * FoyerPhotoFrame:side:
   *
   * How many pixels the longer side of a photo has at most.
   */
  properties[PROP_SIDE] = g_param_spec_int ("side", NULL, NULL, 1, 1600, 800,
                                            G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
foyer_photo_frame_init (FoyerPhotoFrame *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->picture = g_object_new (GTK_TYPE_PICTURE,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                "content-fit", GTK_CONTENT_FIT_COVER,
                                NULL);
  /* It fills the frame and has no say in its size. */
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->picture));
  adw_bin_set_child (ADW_BIN (self), overlay);
}

void
foyer_photo_frame_show_drawing (FoyerPhotoFrame *self,
                                const char      *resource)
{
  g_return_if_fail (FOYER_IS_PHOTO_FRAME (self));

  begin (self, NULL, resource);
}

void
foyer_photo_frame_show_own (FoyerPhotoFrame *self,
                            FoyerStore      *store,
                            const char      *sha256,
                            const char      *resource)
{
  g_return_if_fail (FOYER_IS_PHOTO_FRAME (self));
  g_return_if_fail (FOYER_IS_STORE (store));

  if (begin (self, sha256, resource))
    foyer_store_read_photo_async (store, sha256, self->cancellable, read_cb, g_object_ref (self));
}

void
foyer_photo_frame_show_listed (FoyerPhotoFrame *self,
                               FoyerSync       *sync,
                               const char      *origin,
                               const char      *sha256,
                               const char      *resource)
{
  g_return_if_fail (FOYER_IS_PHOTO_FRAME (self));
  g_return_if_fail (FOYER_IS_SYNC (sync));
  g_return_if_fail (origin != NULL);

  if (begin (self, sha256, resource))
    foyer_sync_photo_async (sync, origin, sha256, self->cancellable, fetched_cb, g_object_ref (self));
}
