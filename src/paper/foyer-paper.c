/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "paper/foyer-paper.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <string.h>

#include "paper/foyer-pdf-archive.h"

typedef struct {
  char         *title;
  char         *author;
  char         *language;
  gint64        issued_ms;
  gboolean      has_margins;
  GBytes       *invoice;
  PangoContext *context;
} FoyerPaperPrivate;

enum { PROP_TITLE = 1, PROP_AUTHOR, PROP_LANGUAGE, PROP_ISSUED_MS, PROP_HAS_MARGINS, N_PROPS };

static GParamSpec *properties[N_PROPS];

/**
 * FoyerPaper:
 *
 * Something on sheets: printed, shown before it is printed, or made a PDF, by the same strokes.
 * Lengths are points of 1/72 inch on every device. It knows no language: whoever makes one hands
 * in finished text, which is only ever text, in any script, and never markup.
 *
 * Used by one thread at a time.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FoyerPaper, foyer_paper, G_TYPE_OBJECT)

/* Without what would end a line in a title, break the XML of the file or turn round what stands
 * behind it: controls, overrides of the direction, and what is no character. */
static char *
dup_clean (const char *text,
           gboolean    lines)
{
  GString *clean = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == '\n' && lines)
        g_string_append_c (clean, '\n');
      else if (letter == '\t' || letter == '\n')
        g_string_append_c (clean, ' ');
      else if (g_unichar_iscntrl (letter) || (letter >= 0x202a && letter <= 0x202e)
               || (letter >= 0x2066 && letter <= 0x2069) || (letter & 0xfffe) == 0xfffe)
        continue;
      else
        g_string_append_unichar (clean, letter);
    }

  return g_string_free_and_steal (clean);
}

static char *
dup_title (const GValue *value)
{
  const char *text = g_value_get_string (value);

  return text != NULL ? dup_clean (text, FALSE) : NULL;
}

static void
foyer_paper_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  FoyerPaperPrivate *priv = foyer_paper_get_instance_private (FOYER_PAPER (object));

  switch (id)
    {
    case PROP_TITLE:
      priv->title = dup_title (value);
      break;
    case PROP_AUTHOR:
      priv->author = dup_title (value);
      break;
    case PROP_LANGUAGE:
      priv->language = g_value_dup_string (value);
      break;
    case PROP_ISSUED_MS:
      priv->issued_ms = g_value_get_int64 (value);
      break;
    case PROP_HAS_MARGINS:
      priv->has_margins = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
foyer_paper_finalize (GObject *object)
{
  FoyerPaperPrivate *priv = foyer_paper_get_instance_private (FOYER_PAPER (object));

  g_free (priv->title);
  g_free (priv->author);
  g_free (priv->language);
  g_clear_pointer (&priv->invoice, g_bytes_unref);
  g_object_unref (priv->context);

  G_OBJECT_CLASS (foyer_paper_parent_class)->finalize (object);
}

static void
foyer_paper_real_measure (FoyerPaper *self,
                          double     *width,
                          double     *height)
{
  *width = FOYER_PAPER_A4_WIDTH;
  *height = FOYER_PAPER_A4_HEIGHT;
}

static void
foyer_paper_class_init (FoyerPaperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_paper_set_property;
  object_class->finalize = foyer_paper_finalize;
  klass->measure = foyer_paper_real_measure;

  /**
   * FoyerPaper:title:
   *
   * What the document is called, by a print queue and a reader of PDF.
   */
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "",
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * FoyerPaper:author: (nullable):
   *
   * Who issues it.
   */
  properties[PROP_AUTHOR] =
    g_param_spec_string ("author", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * FoyerPaper:language: (nullable):
   *
   * That of its words, as in BCP 47, for who has it read aloud.
   */
  properties[PROP_LANGUAGE] =
    g_param_spec_string ("language", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * FoyerPaper:issued-ms:
   *
   * When it was issued, UTC, or 0. Its file says that it was made then, whenever that is, so that it
   * is the same file each time.
   */
  properties[PROP_ISSUED_MS] =
    g_param_spec_int64 ("issued-ms", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * FoyerPaper:has-margins:
   *
   * Whether it is laid out between the margins of a sheet. Cards are not: they are cut at places
   * that count from the sheet's edge.
   */
  properties[PROP_HAS_MARGINS] =
    g_param_spec_boolean ("has-margins", NULL, NULL, TRUE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* The same breaks of lines on a screen, a printer and in a file. */
static void
foyer_paper_init (FoyerPaper *self)
{
  FoyerPaperPrivate *priv = foyer_paper_get_instance_private (self);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  priv->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (priv->context, options);
  pango_context_set_round_glyph_positions (priv->context, FALSE);
  cairo_font_options_destroy (options);
}

/**
 * foyer_paper_get_title:
 * @self: a paper
 *
 * Returns: what the document is called
 */
const char *
foyer_paper_get_title (FoyerPaper *self)
{
  FoyerPaperPrivate *priv = foyer_paper_get_instance_private (self);

  g_return_val_if_fail (FOYER_IS_PAPER (self), NULL);

  return priv->title;
}

/**
 * foyer_paper_has_margins:
 * @self: a paper
 *
 * Returns: whether the room that [method@Paper.lay_out] is told is what the margins leave
 */
gboolean
foyer_paper_has_margins (FoyerPaper *self)
{
  FoyerPaperPrivate *priv = foyer_paper_get_instance_private (self);

  g_return_val_if_fail (FOYER_IS_PAPER (self), FALSE);

  return priv->has_margins;
}

/**
 * foyer_paper_get_sheet:
 * @self: a paper
 * @width: (out): in points
 * @height: (out): in points
 *
 * Says on what it is best printed: A4, or a piece of a till's roll as long as it needs.
 */
void
foyer_paper_get_sheet (FoyerPaper *self,
                       double     *width,
                       double     *height)
{
  g_return_if_fail (FOYER_IS_PAPER (self));
  g_return_if_fail (width != NULL && height != NULL);

  FOYER_PAPER_GET_CLASS (self)->measure (self, width, height);
}

/**
 * foyer_paper_attach:
 * @self: a paper
 * @invoice: the same document as CII of EN 16931
 *
 * Puts what programs read of an invoice into its PDF, which becomes Factur-X.
 */
void
foyer_paper_attach (FoyerPaper *self,
                    GBytes     *invoice)
{
  FoyerPaperPrivate *priv = foyer_paper_get_instance_private (self);

  g_return_if_fail (FOYER_IS_PAPER (self));
  g_return_if_fail (invoice != NULL);

  g_clear_pointer (&priv->invoice, g_bytes_unref);
  priv->invoice = g_bytes_ref (invoice);
}

/**
 * foyer_paper_lay_out:
 * @self: a paper
 * @width: the room on a sheet, in points
 * @height: the room on a sheet, in points
 *
 * Decides what stands on which page. May be asked again for another size.
 *
 * Returns: the number of pages, at least 1
 */
guint
foyer_paper_lay_out (FoyerPaper *self,
                     double      width,
                     double      height)
{
  g_return_val_if_fail (FOYER_IS_PAPER (self), 1);
  g_return_val_if_fail (width > 0 && height > 0, 1);

  return FOYER_PAPER_GET_CLASS (self)->lay_out (self, width, height);
}

/**
 * foyer_paper_draw:
 * @self: a paper that was laid out
 * @cr: where its room begins, one unit a point
 * @page: from 0
 *
 * Draws a page.
 */
void
foyer_paper_draw (FoyerPaper *self,
                  cairo_t    *cr,
                  guint       page)
{
  FoyerPaperPrivate *priv = foyer_paper_get_instance_private (self);

  g_return_if_fail (FOYER_IS_PAPER (self));
  g_return_if_fail (cr != NULL);

  pango_cairo_update_context (cr, priv->context);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.75);
  FOYER_PAPER_GET_CLASS (self)->draw (self, cr, page);
  cairo_restore (cr);
}

static cairo_status_t
take_bytes (void                *user_data,
            const unsigned char *data,
            unsigned int         length)
{
  g_byte_array_append (user_data, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Returns: the pages alone, or %NULL */
static GBytes *
draw_pages (FoyerPaper  *self,
            GError     **error)
{
  FoyerPaperPrivate *priv = foyer_paper_get_instance_private (self);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  double margin = priv->has_margins ? FOYER_PAPER_MARGIN : 0;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  double width, height;
  guint n_pages;

  foyer_paper_get_sheet (self, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, width, height);
  cr = cairo_create (surface);
  cairo_translate (cr, margin, margin);
  n_pages = foyer_paper_lay_out (self, width - 2 * margin, height - 2 * margin);
  for (guint i = 0; i < n_pages; i++)
    {
      foyer_paper_draw (self, cr, i);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * foyer_paper_make_pdf:
 * @self: a paper
 * @made_ms: what the file says it was made at, UTC, where the paper was not issued at an instant
 * @error: return location for an error
 *
 * Makes a PDF that can be kept for as long as the law wants (PDF/A-3b), on the sheet of the paper.
 * The same paper at the same instant gives the same bytes with the same fonts.
 *
 * Returns: (transfer full): the file, or %NULL with an error of [error@Gio.IOErrorEnum]
 */
GBytes *
foyer_paper_make_pdf (FoyerPaper  *self,
                      gint64       made_ms,
                      GError     **error)
{
  FoyerPaperPrivate *priv = foyer_paper_get_instance_private (self);
  g_autoptr(GBytes) pages = NULL;

  g_return_val_if_fail (FOYER_IS_PAPER (self), NULL);

  pages = draw_pages (self, error);
  if (pages == NULL)
    return NULL;

  return foyer_pdf_archive (pages, &(FoyerPdfFacts) { .title = priv->title, .author = priv->author,
                                                      .language = priv->language, .invoice = priv->invoice,
                                                      .made_ms = priv->issued_ms != 0 ? priv->issued_ms : made_ms }, error);
}

/**
 * foyer_paper_set_text:
 * @self: a paper
 * @text: what to write, which may have several lines
 * @size: of its letters, in points
 * @bold: whether they are bold
 * @width: where its lines break, in points
 *
 * Sets text in lines. Words that are wider than @width are broken; controls are left out.
 *
 * Returns: (transfer full): the lines
 */
PangoLayout *
foyer_paper_set_text (FoyerPaper *self,
                      const char *text,
                      double      size,
                      gboolean    bold,
                      double      width)
{
  FoyerPaperPrivate *priv = foyer_paper_get_instance_private (self);
  PangoLayout *layout = pango_layout_new (priv->context);
  g_autofree char *clean = dup_clean (text, TRUE);
  PangoFontDescription *font = pango_font_description_from_string ("Adwaita Sans, Inter, Sans");

  /* Absolute: a unit of every paper is a point, whatever a device takes for its resolution. */
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, clean, -1);

  return layout;
}

/**
 * foyer_paper_measure:
 * @layout: some lines
 *
 * Returns: how high they are, in points
 */
double
foyer_paper_measure (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return (double) height / PANGO_SCALE;
}

/**
 * foyer_paper_write:
 * @cr: where to draw
 * @layout: some lines
 * @x: of their left
 * @y: of their top
 *
 * Draws lines.
 *
 * Returns: where they end, from above
 */
double
foyer_paper_write (cairo_t     *cr,
                   PangoLayout *layout,
                   double       x,
                   double       y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);

  return y + foyer_paper_measure (layout);
}
