/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "facade.h"

#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-people.h"
#include "storage/foyer-store-spaces.h"

static void
require (gboolean    is_well,
         const char *what,
         GError     *error)
{
  if (!is_well)
    g_error ("%s: %s", what, error != NULL ? error->message : "failed");
}

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ((Facade *) user_data)->result = g_object_ref (result);
}

static GAsyncResult *
facade_wait (Facade *self)
{
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&self->result);
}

static char *
facade_add_person (Facade *self,
                   guint   n)
{
  g_autoptr(FoyerPerson) draft = foyer_person_new ();
  g_autoptr(FoyerPerson) person = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 op;

  g_free (draft->name);
  draft->name = g_strdup_printf ("Zoë Lefèvre %u", n);
  foyer_store_save_person_async (self->store, draft, NULL, answer_cb, self);
  result = facade_wait (self);
  person = foyer_store_save_person_finish (self->store, result, &op, &error);
  require (person != NULL, "person", error);

  return g_strdup (person->id);
}

void
facade_open (Facade     *self,
             const char *dir)
{
  const FoyerOpeningRule rule = {
    .weekdays = FOYER_WEEKDAYS_ALL,
    .start_minute = FOYER_OPENS_DEFAULT,
    .end_minute = FOYER_CLOSES_DEFAULT,
    .seats = FOYER_SEATS_OF_SPACE,
    .from = FOYER_DAY_NONE,
    .until = FOYER_DAY_NONE,
  };
  g_autoptr(FoyerClock) clock = foyer_clock_new_frozen (NOW);
  g_autoptr(FoyerSpace) draft = foyer_space_new ();
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GAsyncResult) saved = NULL;
  g_autoptr(GAsyncResult) weekly = NULL;
  g_autoptr(GError) error = NULL;
  FoyerDaysChange change;
  gint64 op;

  foyer_store_open_async (dir, clock, NULL, NULL, answer_cb, self);
  opened = facade_wait (self);
  self->store = foyer_store_open_finish (opened, &error);
  require (self->store != NULL, "open", error);

  g_set_str (&draft->name, "The Kitchen Table");
  draft->kind = FOYER_SPACE_COWORKING;
  draft->seats = N_SEATS;
  foyer_store_save_space_async (self->store, draft, NULL, answer_cb, self);
  saved = facade_wait (self);
  space = foyer_store_save_space_finish (self->store, saved, &op, &error);
  require (space != NULL, "space", error);
  self->space_id = g_strdup (space->id);

  foyer_store_set_week_async (self->store, self->space_id, &rule, 1, NULL, answer_cb, self);
  weekly = facade_wait (self);
  require (foyer_store_days_finish (self->store, weekly, &change, &error), "week", error);

  for (guint n = 0; n < N_PEOPLE; n++)
    self->people[n] = facade_add_person (self, n);
}

char *
facade_book (Facade   *self,
             guint     n,
             FoyerDay  day)
{
  const FoyerBookingRequest request = {
    .space_id = self->space_id,
    .person_id = self->people[n * 7 % N_PEOPLE],
    .day = day,
    .part = FOYER_PART_AM,
    .seats = 1,
    .again = TRUE,
  };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerBooking) booking = NULL;
  g_autoptr(GError) error = NULL;
  gint64 op;

  foyer_store_book_async (self->store, &request, NULL, answer_cb, self);
  result = facade_wait (self);
  booking = foyer_store_booking_finish (self->store, result, &op, &error);
  require (booking != NULL, "book", error);

  return g_strdup (booking->id);
}

void
facade_check_in (Facade     *self,
                 const char *booking_id)
{
  const FoyerArrival arrival = { .space_id = self->space_id, .booking_id = booking_id, .day = TODAY };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerBooking) booking = NULL;
  g_autoptr(GError) error = NULL;
  gint64 op;

  foyer_store_check_in_async (self->store, &arrival, NULL, answer_cb, self);
  result = facade_wait (self);
  booking = foyer_store_booking_finish (self->store, result, &op, &error);
  require (booking != NULL, "check in", error);
}

void
facade_close (Facade *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  foyer_store_close_async (self->store, answer_cb, self);
  result = facade_wait (self);
  require (foyer_store_close_finish (self->store, result, &error), "close", error);
  g_object_unref (self->store);
  g_free (self->space_id);
  for (guint n = 0; n < N_PEOPLE; n++)
    g_free (self->people[n]);
}
