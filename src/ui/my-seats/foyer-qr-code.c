/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/my-seats/foyer-qr-code.h"

#include "paper/foyer-qr.h"

#define SIZE_DEFAULT 136
#define RADIUS 9

struct _FoyerQrCode {
  GtkWidget  parent_instance;

  FoyerQr   *code;
  int        size;
};

G_DEFINE_FINAL_TYPE (FoyerQrCode, foyer_qr_code, GTK_TYPE_WIDGET)

static void
foyer_qr_code_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = FOYER_QR_CODE (widget)->size;
}

static void
draw_row (FoyerQrCode *self,
          GtkSnapshot *snapshot,
          int          y,
          float        left,
          float        top,
          float        module)
{
  static const GdkRGBA black = { 0, 0, 0, 1 };

  for (int x = 0, n; (n = foyer_qr_get_run (self->code, y, &x)) > 0; x += n)
    gtk_snapshot_append_color (snapshot, &black,
                               &GRAPHENE_RECT_INIT (left + (float) x * module, top + (float) y * module,
                                                    (float) n * module, module));
}

static void
foyer_qr_code_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  FoyerQrCode *self = FOYER_QR_CODE (widget);
  static const GdkRGBA white = { 1, 1, 1, 1 };
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GskRoundedRect plate;
  int n_modules;
  int size;
  int module;
  int left, top;

  if (self->code == NULL)
    return;

  size = foyer_qr_get_size (self->code);
  n_modules = size + 2 * FOYER_QR_QUIET_ZONE;
  module = MAX (1, MIN (width, height) / n_modules);
  left = (width - size * module) / 2;
  top = (height - size * module) / 2;

  gsk_rounded_rect_init_from_rect (&plate, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height),
                                   RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &plate);
  gtk_snapshot_append_color (snapshot, &white, &plate.bounds);
  for (int y = 0; y < size; y++)
    draw_row (self, snapshot, y, (float) left, (float) top, (float) module);
  gtk_snapshot_pop (snapshot);
}

static void
foyer_qr_code_finalize (GObject *object)
{
  g_clear_pointer (&FOYER_QR_CODE (object)->code, foyer_qr_free);

  G_OBJECT_CLASS (foyer_qr_code_parent_class)->finalize (object);
}

static void
foyer_qr_code_class_init (FoyerQrCodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_qr_code_finalize;
  widget_class->measure = foyer_qr_code_measure;
  widget_class->snapshot = foyer_qr_code_snapshot;

  gtk_widget_class_set_css_name (widget_class, "qrcode");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
foyer_qr_code_init (FoyerQrCode *self)
{
  self->size = SIZE_DEFAULT;
}

void
foyer_qr_code_set_text (FoyerQrCode *self,
                        const char  *text,
                        const char  *name)
{
  g_return_if_fail (FOYER_IS_QR_CODE (self));
  g_return_if_fail (text != NULL && name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  g_clear_pointer (&self->code, foyer_qr_free);
  self->code = foyer_qr_new (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
foyer_qr_code_set_size (FoyerQrCode *self,
                        int          size)
{
  g_return_if_fail (FOYER_IS_QR_CODE (self));
  g_return_if_fail (size > 0);

  if (self->size == size)
    return;
  self->size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
