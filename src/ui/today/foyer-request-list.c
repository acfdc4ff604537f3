/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/today/foyer-request-list.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "storage/foyer-store-travel.h"
#include "ui/today/foyer-request-row.h"
#include "ui/today/foyer-row-diff.h"
#include "words/foyer-words.h"

struct _FoyerRequestList {
  GtkBox      parent_instance;

  FoyerDesk  *desk;
  char       *space_id;        /* whose requests are shown */
  char       *open_id;         /* the one that is shown in full */
  GHashTable *answered;        /* ids that the host answered here */

  GtkLabel   *count_label;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (FoyerRequestList, foyer_request_list, GTK_TYPE_BOX)

static FoyerRequestRow *
get_row (FoyerRequestList *self,
         guint             index)
{
  return (FoyerRequestRow *) gtk_list_box_get_row_at_index (self->list, (int) index);
}

static FoyerRequestRow *
find_row (FoyerRequestList *self,
          const char       *id)
{
  FoyerRequestRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (g_strcmp0 (foyer_request_row_get_id (row), id) == 0)
      return row;
  return NULL;
}

/* One at a time is shown in full: that which was opened, else the first. */
static void
update_open (FoyerRequestList *self)
{
  FoyerRequestRow *row = find_row (self, self->open_id);

  if (row == NULL && (row = get_row (self, 0)) != NULL)
    g_set_str (&self->open_id, foyer_request_row_get_id (row));
  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    foyer_request_row_set_open (row, g_strcmp0 (foyer_request_row_get_id (row), self->open_id) == 0);
}

static void
row_activated_cb (FoyerRequestList *self,
                  FoyerRequestRow  *row)
{
  g_set_str (&self->open_id, foyer_request_row_get_id (row));
  update_open (self);
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

/* An answer */

typedef struct {
  FoyerRequestList  *list;
  FoyerDesk         *desk;
  char              *id;
  FoyerBookingState  state;
} Answer;

static void
answer_free (Answer *answer)
{
  g_object_unref (answer->list);
  g_object_unref (answer->desk);
  g_free (answer->id);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void
refuse (Answer       *answer,
        const GError *error)
{
  FoyerRequestRow *row = find_row (answer->list, answer->id);
  g_autofree char *sentence = NULL;

  g_hash_table_remove (answer->list->answered, answer->id);
  if (row == NULL)
    {
      foyer_desk_failed (answer->desk, error);
      return;
    }

  if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_FULL))
    sentence = g_strdup (_("The day has filled meanwhile. The request is kept: make room in the calendar and accept again, or decline."));
  else if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_CLOSED))
    sentence = g_strdup (_("The day is closed. The request is kept: open the day and accept again, or decline."));
  else
    sentence = foyer_words_describe_error (error);
  if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_OVER_LIMIT))
    foyer_request_row_set_over (row, foyer_error_get_over_limit (error));
  foyer_request_row_set_busy (row, FALSE);
  foyer_request_row_set_problem (row, sentence);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Answer) answer = user_data;
  g_autoptr(GError) error = NULL;
  gint64 op = 0;
  g_autoptr(FoyerBooking) booking = foyer_store_booking_finish (FOYER_STORE (source), result, &op, &error);
  g_autofree char *day = NULL;
  g_autofree char *sentence = NULL;

  if (booking == NULL)
    {
      refuse (answer, error);
      return;
    }

  day = foyer_words_day_long (booking->day);
  if (answer->state == FOYER_STATE_CONFIRMED)
    /* Translators: %1$s is a person, %2$s a day: "Accepted Zoé Marchelin for Friday 27 November" */
    sentence = g_strdup_printf (_("Accepted %1$s for %2$s"), booking->name, day);
  else
    /* Translators: %1$s is a person, %2$s a day: "Declined Zoé Marchelin for Friday 27 November" */
    sentence = g_strdup_printf (_("Declined %1$s for %2$s"), booking->name, day);
  foyer_desk_acted (answer->desk, sentence, op);
}

static void
row_answered_cb (FoyerRequestList *self,
                 int               state,
                 FoyerRequestRow  *row)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->list = g_object_ref (self);
  answer->desk = g_object_ref (self->desk);
  answer->id = g_strdup (foyer_request_row_get_id (row));
  answer->state = (FoyerBookingState) state;
  g_hash_table_add (self->answered, g_strdup (answer->id));

  foyer_request_row_set_busy (row, TRUE);
  foyer_request_row_set_problem (row, NULL);
  if (answer->state == FOYER_STATE_CONFIRMED && foyer_request_row_is_over (row))
    foyer_store_accept_anyway_async (foyer_desk_get_store (self->desk), answer->id, NULL, answered_cb, answer);
  else
    foyer_store_answer_async (foyer_desk_get_store (self->desk), answer->id, answer->state, NULL, answered_cb,
                              answer);
}

/* What is asked now */

/* A request that went without an answer from here: its guest took it back, or time did. */
static void
say_why_gone (FoyerRequestList *self,
              FoyerRequestRow  *row)
{
  const char *name = foyer_request_row_get_name (row);
  gint64 end_ms = foyer_request_row_get_end (row);
  gint64 now_ms = foyer_clock_now (foyer_store_get_clock (foyer_desk_get_store (self->desk)));
  g_autofree char *day = foyer_words_day_long (foyer_request_row_get_day (row));
  g_autofree char *sentence = NULL;

  if (g_hash_table_remove (self->answered, foyer_request_row_get_id (row)))
    return;

  if (end_ms != 0 && end_ms <= now_ms)
    /* Translators: %1$s is a person, %2$s a day */
    sentence = g_strdup_printf (_("The request of %1$s for %2$s ended without an answer"), name, day);
  else
    /* Translators: %1$s is a person, %2$s a day */
    sentence = g_strdup_printf (_("%1$s took back the request for %2$s"), name, day);
  foyer_desk_acted (self->desk, sentence, 0);
}

static void
remove_row (FoyerRequestList *self,
            guint             position,
            gboolean          say)
{
  FoyerRequestRow *row = get_row (self, position);
  GtkWidget *beside = GTK_WIDGET (get_row (self, position + 1));
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == GTK_WIDGET (row);

  if (say)
    say_why_gone (self, row);
  if (focused && beside == NULL && position > 0)
    beside = GTK_WIDGET (get_row (self, position - 1));
  if (focused && beside != NULL)
    gtk_widget_grab_focus (beside);
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static char **
list_shown (FoyerRequestList *self)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  FoyerRequestRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    g_strv_builder_add (ids, foyer_request_row_get_id (row));
  return g_strv_builder_end (ids);
}

static char **
list_wanted (GPtrArray *requests)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < requests->len; i++)
    g_strv_builder_add (ids, ((const FoyerBooking *) g_ptr_array_index (requests, i))->id);
  return g_strv_builder_end (ids);
}

static void
foyer_request_list_dispose (GObject *object)
{
  FoyerRequestList *self = FOYER_REQUEST_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_REQUEST_LIST);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_request_list_parent_class)->dispose (object);
}

static void
foyer_request_list_finalize (GObject *object)
{
  FoyerRequestList *self = FOYER_REQUEST_LIST (object);

  g_clear_pointer (&self->space_id, g_free);
  g_clear_pointer (&self->open_id, g_free);
  g_clear_pointer (&self->answered, g_hash_table_unref);

  G_OBJECT_CLASS (foyer_request_list_parent_class)->finalize (object);
}

static void
foyer_request_list_class_init (FoyerRequestListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_request_list_dispose;
  object_class->finalize = foyer_request_list_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-request-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestList, count_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerRequestList, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
foyer_request_list_init (FoyerRequestList *self)
{
  self->answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_request_list_show (FoyerRequestList    *self,
                         FoyerDesk           *desk,
                         const FoyerDaySheet *sheet,
                         GTimeZone           *zone)
{
  const char *space_id;
  gint64 now_ms;
  gboolean same_space;
  g_auto(GStrv) shown = NULL;
  g_auto(GStrv) wanted = NULL;
  g_autoptr(GArray) changes = NULL;
  g_autofree char *count = NULL;

  g_return_if_fail (FOYER_IS_REQUEST_LIST (self));
  g_return_if_fail (FOYER_IS_DESK (desk) && foyer_desk_get_space (desk) != NULL);
  g_return_if_fail (sheet != NULL && zone != NULL);

  g_set_object (&self->desk, desk);
  now_ms = foyer_clock_now (foyer_store_get_clock (foyer_desk_get_store (desk)));
  space_id = foyer_space_item_get_id (foyer_desk_get_space (desk));
  same_space = g_strcmp0 (self->space_id, space_id) == 0;
  g_set_str (&self->space_id, space_id);

  shown = list_shown (self);
  wanted = list_wanted (sheet->requests);
  changes = foyer_row_diff ((const char * const *) shown, (const char * const *) wanted);
  for (guint i = 0; i < changes->len; i++)
    {
      const FoyerRowChange *change = &g_array_index (changes, FoyerRowChange, i);
      GtkWidget *row;

      if (change->kind == FOYER_ROW_REMOVE)
        {
          /* One that only moved is not gone. */
          remove_row (self, change->position,
                      same_space && !g_strv_contains ((const char * const *) wanted, change->id));
          continue;
        }
      g_hash_table_remove (self->answered, change->id);
      row = foyer_request_row_new ();
      g_signal_connect_object (row, "answered", G_CALLBACK (row_answered_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_insert (self->list, row, (int) change->position);
    }
  for (guint i = 0; i < sheet->requests->len; i++)
    foyer_request_row_set_booking (get_row (self, i), g_ptr_array_index (sheet->requests, i), zone,
                                   now_ms, sheet->today);

  count = g_strdup_printf ("%u", sheet->requests->len);
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self), sheet->requests->len > 0);
  update_open (self);
}
