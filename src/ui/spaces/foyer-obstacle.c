/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-obstacle.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "storage/foyer-store-bookings.h"
#include "words/foyer-words.h"

#define DAYS_AHEAD 366
#define DAYS_NAMED 3

/* "Thu 3 December, Fri 4 December, 2 more days"; %NULL when none of the bookings is known. */
static char *
name_days (GPtrArray          *bookings,
           const char * const *ids)
{
  g_autoptr(GString) text = g_string_new (NULL);
  FoyerDay last = FOYER_DAY_NONE;
  guint n_days = 0;

  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = g_ptr_array_index (bookings, i);

      if (booking->day == last || !g_strv_contains (ids, booking->id))
        continue;
      last = booking->day;
      if (n_days++ < DAYS_NAMED)
        {
          g_autofree char *day = foyer_words_day_short (booking->day);

          g_string_append (text, text->len > 0 ? C_("list of days", ", ") : "");
          g_string_append (text, day);
        }
    }
  if (n_days == 0)
    return NULL;

  if (n_days > DAYS_NAMED)
    {
      guint n_more = n_days - DAYS_NAMED;

      g_string_append (text, C_("list of days", ", "));
      g_string_append_printf (text, ngettext ("%u more day", "%u more days", n_more), n_more);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
held_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  const GError *refusal = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) bookings = foyer_store_bookings_finish (FOYER_STORE (source), result, &error);
  g_autofree char *days = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (bookings != NULL)
    days = name_days (bookings, foyer_error_get_ids (refusal));
  if (days != NULL)
    /* Translators: %s are days: "Thu 3 December, Fri 4 December, 2 more days" */
    g_task_return_pointer (task, g_strdup_printf (_("There are bookings on %s; nothing was changed, "
                                                    "cancel them first."), days), g_free);
  else
    g_task_return_pointer (task, foyer_words_describe_error (refusal), g_free);
}

void
foyer_obstacle_describe_async (FoyerDesk           *desk,
                               const char          *space_id,
                               const GError        *error,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  const char * const *ids = foyer_error_get_ids (error);
  FoyerDay today;

  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (error != NULL);

  task = g_task_new (desk, cancellable, callback, user_data);
  g_task_set_source_tag (task, foyer_obstacle_describe_async);
  g_task_set_task_data (task, g_error_copy (error), (GDestroyNotify) g_error_free);
  today = foyer_desk_get_today (desk);

  if (!g_error_matches (error, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS) || ids == NULL
      || today == FOYER_DAY_NONE)
    {
      g_task_return_pointer (task, foyer_words_describe_error (error), g_free);
      return;
    }

  foyer_store_list_held_async (foyer_desk_get_store (desk), space_id, today, today + DAYS_AHEAD,
                               cancellable, held_cb, g_steal_pointer (&task));
}

char *
foyer_obstacle_describe_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
