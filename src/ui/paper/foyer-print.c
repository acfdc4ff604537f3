/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/paper/foyer-print.h"

typedef struct {
  FoyerDesk  *desk;
  FoyerPaper *paper;
} Job;

static void
job_free (gpointer  data,
          GClosure *closure)
{
  Job *job = data;

  g_object_unref (job->desk);
  g_object_unref (job->paper);
  g_free (job);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Job               *job)
{
  guint n_pages = foyer_paper_lay_out (job->paper, gtk_print_context_get_width (context),
                                       gtk_print_context_get_height (context));

  gtk_print_operation_set_n_pages (operation, (int) n_pages);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  foyer_paper_draw (job->paper, gtk_print_context_get_cairo_context (context), (guint) page);
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

/* A till's roll is cut where the receipt ends; all else takes the paper that the printer has. */
static GtkPageSetup *
make_page_setup (FoyerPaper *paper)
{
  double width, height;
  GtkPaperSize *size;
  GtkPageSetup *setup;

  foyer_paper_get_sheet (paper, &width, &height);
  if (width >= FOYER_PAPER_A4_WIDTH)
    return NULL;

  setup = gtk_page_setup_new ();
  size = gtk_paper_size_new_custom ("roll", foyer_paper_get_title (paper), width, height, GTK_UNIT_POINTS);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);

  return setup;
}

void
foyer_print (GtkWindow  *parent,
             FoyerDesk  *desk,
             FoyerPaper *paper)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = NULL;
  Job *job;

  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (FOYER_IS_PAPER (paper));

  job = g_new0 (Job, 1);
  job->desk = g_object_ref (desk);
  job->paper = g_object_ref (paper);

  setup = make_page_setup (paper);
  if (setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, foyer_paper_get_title (paper));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, !foyer_paper_has_margins (paper));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), job, job_free, G_CONNECT_DEFAULT);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
