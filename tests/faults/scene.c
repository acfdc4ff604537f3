/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "scene.h"

static const FoyerOpeningRule every_day = {
  .weekdays = FOYER_WEEKDAYS_ALL,
  .start_minute = FOYER_OPENS_DEFAULT,
  .end_minute = FOYER_CLOSES_DEFAULT,
  .seats = FOYER_SEATS_OF_SPACE,
  .from = FOYER_DAY_NONE,
  .until = FOYER_DAY_NONE,
};

static FoyerSpace *
new_space (const char *name)
{
  FoyerSpace *space = foyer_space_new ();

  g_set_str (&space->name, name);
  g_set_str (&space->postcode, "69003");
  g_set_str (&space->city, "Lyon");
  space->seats = 4;

  return space;
}

static char *
take_id (FoyerBooking *booking)
{
  char *id = booking != NULL ? g_strdup (booking->id) : NULL;

  g_clear_pointer (&booking, foyer_booking_free);

  return id;
}

static FoyerBookingRequest
request_for (const Scene *self,
             const char  *guest_name)
{
  return (FoyerBookingRequest) {
    .space_id = self->space_id,
    .guest_name = guest_name,
    .day = DESK_TODAY,
    .part = FOYER_PART_FULL,
    .seats = 1,
  };
}

gboolean
scene_make (Scene   *self,
            Desk    *desk,
            GError **error)
{
  g_autoptr(FoyerSpace) draft = new_space ("The Kitchen Table");
  g_autoptr(FoyerPerson) draft_person = foyer_person_new ();
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(FoyerPerson) person = NULL;
  FoyerBookingRequest request;
  FoyerArrival walk_in = { .guest_name = "Inside already", .day = FOYER_DAY_NONE };
  FoyerDaysChange change;
  gint64 op;

  *self = (Scene) { 0 };
  g_set_str (&draft_person->name, "Zoë Lefèvre");
  if ((space = desk->save_space (desk, draft, &op, error)) == NULL
      || (person = desk->save_person (desk, draft_person, &op, error)) == NULL
      || !desk->set_week (desk, space->id, &every_day, 1, &change, error))
    return FALSE;
  self->space_id = g_strdup (space->id);
  self->member_id = g_strdup (person->id);

  walk_in.space_id = self->space_id;
  self->inside_id = take_id (desk->check_in (desk, &walk_in, &op, error));
  request = request_for (self, "Expected today");
  self->expected_id = self->inside_id != NULL ? take_id (desk->book (desk, &request, &self->op, error)) : NULL;

  return self->expected_id != NULL;
}

void
scene_clear (Scene *self)
{
  g_free (self->space_id);
  g_free (self->member_id);
  g_free (self->expected_id);
  g_free (self->inside_id);
}

/* (transfer full) for @booking */
static gboolean
is_answer (FoyerBooking *booking)
{
  gboolean there = booking != NULL;

  g_clear_pointer (&booking, foyer_booking_free);

  return there;
}

static gboolean
add_space (const Scene  *self,
           Desk         *desk,
           GError      **error)
{
  g_autoptr(FoyerSpace) draft = new_space ("Another table");
  g_autoptr(FoyerSpace) space = NULL;
  gint64 op;

  space = desk->save_space (desk, draft, &op, error);

  return space != NULL;
}

static gboolean
edit_space (const Scene  *self,
            Desk         *desk,
            GError      **error)
{
  g_autoptr(FoyerSpace) draft = new_space ("The Long Table");
  g_autoptr(FoyerSpace) space = NULL;
  gint64 op;

  g_set_str (&draft->id, self->space_id);
  draft->seats = 7;
  space = desk->save_space (desk, draft, &op, error);

  return space != NULL;
}

static gboolean
add_person (const Scene  *self,
            Desk         *desk,
            GError      **error)
{
  g_autoptr(FoyerPerson) draft = foyer_person_new ();
  g_autoptr(FoyerPerson) person = NULL;
  gint64 op;

  g_set_str (&draft->name, "Ann Ågren");
  g_set_str (&draft->email, "ann@example.org");
  person = desk->save_person (desk, draft, &op, error);

  return person != NULL;
}

static gboolean
edit_person (const Scene  *self,
             Desk         *desk,
             GError      **error)
{
  g_autoptr(FoyerPerson) draft = foyer_person_new ();
  g_autoptr(FoyerPerson) person = NULL;
  gint64 op;

  g_set_str (&draft->id, self->member_id);
  g_set_str (&draft->name, "Zoé Lefebvre");
  person = desk->save_person (desk, draft, &op, error);

  return person != NULL;
}

static gboolean
set_week (const Scene  *self,
          Desk         *desk,
          GError      **error)
{
  FoyerOpeningRule rules[] = { every_day, every_day };
  FoyerDaysChange change;

  rules[1].end_minute = 20 * 60;
  rules[1].seats = 9;

  return desk->set_week (desk, self->space_id, rules, G_N_ELEMENTS (rules), &change, error);
}

static gboolean
add_rule (const Scene  *self,
          Desk         *desk,
          GError      **error)
{
  FoyerOpeningRule rule = every_day;
  FoyerDaysChange change;

  rule.weekdays = FOYER_WEEKDAY_BIT (2) | FOYER_WEEKDAY_BIT (4);
  rule.seats = 6;

  return desk->add_rule (desk, self->space_id, &rule, &change, error);
}

static gboolean
open_days (const Scene  *self,
           Desk         *desk,
           GError      **error)
{
  const FoyerDaysEdit edit = {
    .first = DESK_TODAY,
    .last = DESK_TODAY + 9,
    .to = FOYER_DAYS_OPEN,
    .start_minute = -1,
    .end_minute = -1,
    .seats = 12,
    .note = "Soup",
  };
  FoyerDaysChange change;

  return desk->edit_days (desk, self->space_id, &edit, &change, error);
}

static gboolean
close_days (const Scene  *self,
            Desk         *desk,
            GError      **error)
{
  const FoyerDaysEdit edit = {
    .first = DESK_TODAY + 1,
    .last = DESK_TODAY + 9,
    .to = FOYER_DAYS_CLOSE,
    .start_minute = -1,
    .end_minute = -1,
    .seats = -1,
    .cancel_bookings = TRUE,
  };
  FoyerDaysChange change;

  return desk->edit_days (desk, self->space_id, &edit, &change, error);
}

static gboolean
book_guest (const Scene  *self,
            Desk         *desk,
            GError      **error)
{
  const FoyerBookingRequest request = request_for (self, "A new guest");
  gint64 op;

  return is_answer (desk->book (desk, &request, &op, error));
}

static gboolean
book_member (const Scene  *self,
             Desk         *desk,
             GError      **error)
{
  FoyerBookingRequest request = request_for (self, NULL);
  gint64 op;

  request.person_id = self->member_id;
  request.key = "once";
  request.seats = 2;
  request.day = DESK_TODAY + 3;

  return is_answer (desk->book (desk, &request, &op, error));
}

static gboolean
cancel (const Scene  *self,
        Desk         *desk,
        GError      **error)
{
  gint64 op;

  return is_answer (desk->set_state (desk, self->expected_id, FOYER_STATE_CANCELLED, &op, error));
}

static gboolean
no_show (const Scene  *self,
         Desk         *desk,
         GError      **error)
{
  gint64 op;

  return is_answer (desk->set_state (desk, self->expected_id, FOYER_STATE_NO_SHOW, &op, error));
}

static gboolean
check_in (const Scene  *self,
          Desk         *desk,
          GError      **error)
{
  const FoyerArrival arrival = { .space_id = self->space_id, .booking_id = self->expected_id, .day = FOYER_DAY_NONE };
  gint64 op;

  return is_answer (desk->check_in (desk, &arrival, &op, error));
}

static gboolean
walk_in (const Scene  *self,
         Desk         *desk,
         GError      **error)
{
  const FoyerArrival arrival = { .space_id = self->space_id, .guest_name = "Walks in", .day = FOYER_DAY_NONE };
  gint64 op;

  return is_answer (desk->check_in (desk, &arrival, &op, error));
}

static gboolean
check_out (const Scene  *self,
           Desk         *desk,
           GError      **error)
{
  const FoyerArrival arrival = { .space_id = self->space_id, .booking_id = self->inside_id, .day = FOYER_DAY_NONE };
  gint64 op;

  return is_answer (desk->check_out (desk, &arrival, &op, error));
}

static gboolean
undo (const Scene  *self,
      Desk         *desk,
      GError      **error)
{
  return desk->undo (desk, self->op, error);
}

const SceneAct scene_acts[] = {
  { "add-space", add_space },
  { "edit-space", edit_space },
  { "add-person", add_person },
  { "edit-person", edit_person },
  { "set-week", set_week },
  { "add-rule", add_rule },
  { "open-days", open_days },
  { "close-days", close_days },
  { "book-guest", book_guest },
  { "book-member", book_member },
  { "cancel", cancel },
  { "no-show", no_show },
  { "check-in", check_in },
  { "walk-in", walk_in },
  { "check-out", check_out },
  { "undo", undo },
  { NULL, NULL },
};
