/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/roll-call/foyer-roll-call-print.h"

#include <glib/gi18n.h>
#include <math.h>

/* In points of the page. */
#define HEAD_HEIGHT 48.0
#define LINE_HEIGHT 26.0
#define BOX_SIZE 12.0

typedef struct {
  FoyerDesk *desk;
  char      *head;
  char     **names;
  guint      per_page;
} Job;

static void
job_free (gpointer  data,
          GClosure *closure)
{
  Job *job = data;

  g_object_unref (job->desk);
  g_free (job->head);
  g_strfreev (job->names);
  g_free (job);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Job               *job)
{
  double room = gtk_print_context_get_height (context) - HEAD_HEIGHT;
  guint n_names = g_strv_length (job->names);

  job->per_page = (guint) MAX (floor (room / LINE_HEIGHT), 1.0);
  gtk_print_operation_set_n_pages (operation,
                                   (int) MAX ((n_names + job->per_page - 1) / job->per_page, 1));
}

static void
draw_text (GtkPrintContext *context,
           const char      *text,
           const char      *font,
           double           x,
           double           y)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr(PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *description = pango_font_description_from_string (font);
  double width = gtk_print_context_get_width (context) - x;

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint n_names = g_strv_length (job->names);
  guint first = (guint) page * job->per_page;

  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 1.0);
  draw_text (context, job->head, "Sans Bold 12", 0, 0);
  for (guint i = 0; i < job->per_page && first + i < n_names; i++)
    {
      double y = HEAD_HEIGHT + i * LINE_HEIGHT;

      cairo_rectangle (cr, 0.5, y + 2.5, BOX_SIZE, BOX_SIZE);
      cairo_stroke (cr);
      draw_text (context, job->names[first + i], "Sans 14", BOX_SIZE + 12, y - 1);
    }
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Job                     *job)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  g_info ("Printing: %s", error->message);
  foyer_desk_failed (job->desk, error);
}

void
foyer_roll_call_print (GtkWindow  *parent,
                       FoyerDesk  *desk,
                       const char *head,
                       const char *names)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  Job *job;

  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (head != NULL && names != NULL);

  job = g_new0 (Job, 1);
  job->desk = g_object_ref (desk);
  job->head = g_strdup (head);
  job->names = g_strsplit (names, "\n", -1);

  gtk_print_operation_set_job_name (operation, _("Roll Call"));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), job, job_free, G_CONNECT_DEFAULT);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
