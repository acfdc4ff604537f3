/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-door-poster.h"

#include "paper/foyer-qr.h"

/* As large as it can be: read from across a landing. Never smaller than a newspaper. */
#define SCALE_LEAST 0.5
#define SCALE_STEP 0.05
#define SCALE_STEPS 30

#define NAME_SIZE 34.0
#define KIND_SIZE 16.0
#define HEADING_SIZE 12.0
#define TEXT_SIZE 16.0
#define FOOT_SIZE 9.0
#define GAP 16.0
#define QR_SIZE FOYER_PAPER_MM (45.0)

typedef struct {
  char *heading;
  char *text;
} Part;

struct _FoyerDoorPoster {
  FoyerPaper  parent_instance;

  char       *kind;
  GPtrArray  *parts;        /* of Part */
  char       *link_heading;
  char       *link;
  char       *foot;

  double      width;
  double      height;
  double      scale;
};

G_DEFINE_FINAL_TYPE (FoyerDoorPoster, foyer_door_poster, FOYER_TYPE_PAPER)

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->heading);
  g_free (part->text);
  g_free (part);
}

/* Writes some lines, or only measures them where @cr is NULL. Returns: where they end */
static double
put (FoyerDoorPoster *self,
     cairo_t         *cr,
     const char      *text,
     double           size,
     gboolean         bold,
     double           x,
     double           y)
{
  g_autoptr(PangoLayout) layout = foyer_paper_set_text (FOYER_PAPER (self), text, size, bold, self->width - x);

  return cr != NULL ? foyer_paper_write (cr, layout, x, y) : y + foyer_paper_measure (layout);
}

/* Returns: where it ends */
static double
put_top (FoyerDoorPoster *self,
         cairo_t         *cr)
{
  double scale = self->scale;
  double y = put (self, cr, foyer_paper_get_title (FOYER_PAPER (self)), NAME_SIZE * scale, TRUE, 0, 0);

  y = put (self, cr, self->kind, KIND_SIZE * scale, FALSE, 0, y) + GAP * scale;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      y = put (self, cr, part->heading, HEADING_SIZE * scale, TRUE, 0, y);
      y = put (self, cr, part->text, TEXT_SIZE * scale, FALSE, 0, y) + GAP * scale;
    }

  return y;
}

/* Returns: how high it is */
static double
put_bottom (FoyerDoorPoster *self,
            cairo_t         *cr,
            double           y)
{
  double top = y;
  g_autoptr(FoyerQr) qr = self->link != NULL ? foyer_qr_new (self->link) : NULL;

  if (qr != NULL)
    {
      double text_left = QR_SIZE + GAP / 2;
      double text_top = y + FOYER_PAPER_MM (10);
      double end;

      if (cr != NULL)
        foyer_qr_draw (qr, cr, -FOYER_PAPER_MM (3), y, QR_SIZE);
      end = put (self, cr, self->link_heading, TEXT_SIZE, TRUE, text_left, text_top);
      end = put (self, cr, self->link, FOOT_SIZE, FALSE, text_left, end + 4);
      y = MAX (y + QR_SIZE, end) + GAP / 2;
    }
  if (self->foot != NULL)
    y = put (self, cr, self->foot, FOOT_SIZE, FALSE, 0, y);

  return y - top;
}

static guint
foyer_door_poster_lay_out (FoyerPaper *paper,
                           double      width,
                           double      height)
{
  FoyerDoorPoster *self = FOYER_DOOR_POSTER (paper);
  double room;
  int fits = 0;                 /* known to, or the least there is */
  int exceeds = SCALE_STEPS + 1;

  self->width = width;
  self->height = height;
  room = height - put_bottom (self, NULL, 0) - GAP;
  while (exceeds - fits > 1)
    {
      int step = (fits + exceeds) / 2;

      self->scale = SCALE_LEAST + step * SCALE_STEP;
      if (put_top (self, NULL) <= room)
        fits = step;
      else
        exceeds = step;
    }
  self->scale = SCALE_LEAST + fits * SCALE_STEP;

  return 1;
}

/* A text too long for any size ends at what stands below it. */
static void
foyer_door_poster_draw (FoyerPaper *paper,
                        cairo_t    *cr,
                        guint       page)
{
  FoyerDoorPoster *self = FOYER_DOOR_POSTER (paper);
  double bottom = self->height - put_bottom (self, NULL, 0);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->width, bottom - GAP);
  cairo_clip (cr);
  put_top (self, cr);
  cairo_restore (cr);
  put_bottom (self, cr, bottom);
}

static void
foyer_door_poster_finalize (GObject *object)
{
  FoyerDoorPoster *self = FOYER_DOOR_POSTER (object);

  g_free (self->kind);
  g_ptr_array_unref (self->parts);
  g_free (self->link_heading);
  g_free (self->link);
  g_free (self->foot);

  G_OBJECT_CLASS (foyer_door_poster_parent_class)->finalize (object);
}

static void
foyer_door_poster_class_init (FoyerDoorPosterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_door_poster_finalize;
  FOYER_PAPER_CLASS (klass)->lay_out = foyer_door_poster_lay_out;
  FOYER_PAPER_CLASS (klass)->draw = foyer_door_poster_draw;
}

static void
foyer_door_poster_init (FoyerDoorPoster *self)
{
  self->parts = g_ptr_array_new_with_free_func (part_free);
}

/**
 * foyer_door_poster_new:
 * @name: of the space
 * @kind: what it is and where, below the name
 *
 * Makes a page for the door. Its letters are as large as its text allows.
 *
 * Returns: (transfer full): a poster that says no more
 */
FoyerDoorPoster *
foyer_door_poster_new (const char *name,
                       const char *kind)
{
  FoyerDoorPoster *self;

  g_return_val_if_fail (name != NULL && kind != NULL, NULL);

  self = g_object_new (FOYER_TYPE_DOOR_POSTER, "title", name, NULL);
  self->kind = g_strdup (kind);

  return self;
}

/**
 * foyer_door_poster_add:
 * @self: a poster
 * @heading: what is said
 * @text: and what of it, in lines
 *
 * Adds a part, below those that are there.
 */
void
foyer_door_poster_add (FoyerDoorPoster *self,
                       const char      *heading,
                       const char      *text)
{
  Part *part;

  g_return_if_fail (FOYER_IS_DOOR_POSTER (self));
  g_return_if_fail (heading != NULL && text != NULL);

  part = g_new0 (Part, 1);
  part->heading = g_strdup (heading);
  part->text = g_strdup (text);
  g_ptr_array_add (self->parts, part);
}

/**
 * foyer_door_poster_set_link:
 * @self: a poster
 * @heading: what for
 * @link: an address, shown in letters and as a code for a phone's camera
 *
 * Sets where to go on.
 */
void
foyer_door_poster_set_link (FoyerDoorPoster *self,
                            const char      *heading,
                            const char      *link)
{
  g_return_if_fail (FOYER_IS_DOOR_POSTER (self));
  g_return_if_fail (heading != NULL && link != NULL);

  g_set_str (&self->link_heading, heading);
  g_set_str (&self->link, link);
}

/**
 * foyer_door_poster_set_foot:
 * @self: a poster
 * @foot: what must be said
 *
 * Sets the small letters at the bottom.
 */
void
foyer_door_poster_set_foot (FoyerDoorPoster *self,
                            const char      *foot)
{
  g_return_if_fail (FOYER_IS_DOOR_POSTER (self));
  g_return_if_fail (foot != NULL);

  g_set_str (&self->foot, foot);
}
