/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk.h"

#include "core/foyer-error.h"

#define N_DAYS 20
#define N_SEATS 12
#define N_MEMBERS 5
#define N_NAMES 400

struct _DeskKeeper {
  GRand        *rand;
  DeskNoteFunc  note;
  gpointer      note_data;
  char         *space_id;
  GPtrArray    *members;        /* ids */
  GPtrArray    *bookings;       /* ids */
  GArray       *ops;            /* that may be taken back */
};

DeskKeeper *
desk_keeper_new (guint32      seed,
                 DeskNoteFunc note,
                 gpointer     user_data)
{
  DeskKeeper *self = g_new0 (DeskKeeper, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->note = note;
  self->note_data = user_data;
  self->members = g_ptr_array_new_with_free_func (g_free);
  self->bookings = g_ptr_array_new_with_free_func (g_free);
  self->ops = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

void
desk_keeper_free (DeskKeeper *self)
{
  g_rand_free (self->rand);
  g_free (self->space_id);
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->bookings);
  g_array_unref (self->ops);
  g_free (self);
}

/* A refusal of the rules is an answer like any other. */
static gboolean
is_refusal (GError  *problem,
            GError **error)
{
  if (problem == NULL || problem->domain == FOYER_ERROR)
    {
      g_clear_error (&problem);
      return TRUE;
    }
  g_propagate_error (error, problem);

  return FALSE;
}

static void
desk_keeper_note_act (DeskKeeper *self,
                      gint64      op)
{
  g_autofree char *lines = NULL;

  if (op == 0)
    return;
  lines = g_strdup_printf ("act %" G_GINT64_FORMAT "\n", op);
  self->note (lines, self->note_data);
  g_array_append_val (self->ops, op);
}

/* (transfer full) for @booking and @problem */
static gboolean
desk_keeper_note_booking (DeskKeeper   *self,
                          FoyerBooking *booking,
                          gint64        op,
                          GError       *problem,
                          GError      **error)
{
  g_autofree char *lines = NULL;

  if (booking == NULL)
    return is_refusal (problem, error);

  if (op != 0)
    {
      lines = g_strdup_printf ("booking %s %" G_GINT64_FORMAT " %s\nact %" G_GINT64_FORMAT "\n", booking->id,
                               booking->rev, foyer_booking_state_get_name (booking->state), op);
      self->note (lines, self->note_data);
      g_array_append_val (self->ops, op);
    }
  if (booking->state == FOYER_STATE_CONFIRMED)
    g_ptr_array_add (self->bookings, g_strdup (booking->id));
  foyer_booking_free (booking);

  return TRUE;
}

gboolean
desk_keeper_begin (DeskKeeper  *self,
                   Desk        *desk,
                   GError     **error)
{
  const FoyerOpeningRule rule = {
    .weekdays = FOYER_WEEKDAYS_ALL,
    .start_minute = FOYER_OPENS_DEFAULT,
    .end_minute = FOYER_CLOSES_DEFAULT,
    .seats = FOYER_SEATS_OF_SPACE,
    .from = FOYER_DAY_NONE,
    .until = FOYER_DAY_NONE,
  };
  g_autoptr(FoyerSpace) draft = foyer_space_new ();
  g_autoptr(FoyerSpace) space = NULL;
  FoyerDaysChange change = { 0 };
  gint64 op = 0;

  g_set_str (&draft->name, "The Kitchen Table");
  g_set_str (&draft->city, "Lyon");
  g_set_str (&draft->postcode, "69003");
  draft->seats = N_SEATS;
  space = desk->save_space (desk, draft, &op, error);
  if (space == NULL)
    return FALSE;
  g_set_str (&self->space_id, space->id);
  desk_keeper_note_act (self, op);

  if (!desk->set_week (desk, self->space_id, &rule, 1, &change, error))
    return FALSE;
  desk_keeper_note_act (self, change.op);

  for (guint i = 0; i < N_MEMBERS; i++)
    {
      g_autoptr(FoyerPerson) draft_person = foyer_person_new ();
      g_autoptr(FoyerPerson) person = NULL;

      g_free (draft_person->name);
      draft_person->name = g_strdup_printf ("Zoë Lefèvre-%c", 'A' + i);
      person = desk->save_person (desk, draft_person, &op, error);
      if (person == NULL)
        return FALSE;
      desk_keeper_note_act (self, op);
      g_ptr_array_add (self->members, g_strdup (person->id));
    }
  /* What everything stands on is not taken back. */
  g_array_set_size (self->ops, 0);

  return TRUE;
}

static void
learn_ids (sqlite3    *db,
           const char *sql,
           GPtrArray  *ids)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  g_ptr_array_set_size (ids, 0);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (ids, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
  sqlite3_finalize (stmt);
}

void
desk_keeper_learn (DeskKeeper *self,
                   sqlite3    *db)
{
  g_autoptr(GPtrArray) spaces = g_ptr_array_new_with_free_func (g_free);

  learn_ids (db, "SELECT uid FROM space ORDER BY id", spaces);
  g_assert_cmpuint (spaces->len, >, 0);
  g_set_str (&self->space_id, spaces->pdata[0]);
  learn_ids (db, "SELECT uid FROM person WHERE member = 1 ORDER BY id", self->members);
  learn_ids (db, "SELECT uid FROM booking WHERE deleted_at = 0 ORDER BY id", self->bookings);
}

const char *
desk_keeper_get_space (DeskKeeper *self)
{
  return self->space_id;
}

static const char *
desk_keeper_pick_booking (DeskKeeper *self)
{
  if (self->bookings->len == 0)
    return NULL;

  return self->bookings->pdata[g_rand_int_range (self->rand, 0, (gint32) self->bookings->len)];
}

static gboolean
desk_keeper_book (DeskKeeper  *self,
                  Desk        *desk,
                  GError     **error)
{
  g_autofree char *name = g_strdup_printf ("Guest %d", g_rand_int_range (self->rand, 0, N_NAMES));
  g_autofree char *key = g_strdup_printf ("key-%08x", g_rand_int (self->rand));
  const gboolean is_member = g_rand_int_range (self->rand, 0, 3) == 0;
  const FoyerBookingRequest request = {
    .space_id = self->space_id,
    .person_id = is_member ? self->members->pdata[g_rand_int_range (self->rand, 0, (gint32) self->members->len)] : NULL,
    .guest_name = is_member ? NULL : name,
    .day = DESK_TODAY + (g_rand_boolean (self->rand) ? 0 : g_rand_int_range (self->rand, 0, N_DAYS)),
    .part = (FoyerPart) g_rand_int_range (self->rand, FOYER_PART_AM, FOYER_PART_FULL + 1),
    .seats = g_rand_int_range (self->rand, 1, 3),
    .key = g_rand_int_range (self->rand, 0, 4) == 0 ? key : NULL,
    .again = TRUE,
  };
  gint64 op = 0;
  GError *problem = NULL;
  FoyerBooking *booking = desk->book (desk, &request, &op, &problem);

  return desk_keeper_note_booking (self, booking, op, problem, error);
}

static gboolean
desk_keeper_set_state (DeskKeeper        *self,
                       Desk              *desk,
                       FoyerBookingState  state,
                       GError           **error)
{
  const char *id = desk_keeper_pick_booking (self);
  gint64 op = 0;
  GError *problem = NULL;
  FoyerBooking *booking;

  if (id == NULL)
    return TRUE;
  booking = desk->set_state (desk, id, state, &op, &problem);

  return desk_keeper_note_booking (self, booking, op, problem, error);
}

static gboolean
desk_keeper_arrive (DeskKeeper  *self,
                    Desk        *desk,
                    gboolean     is_arrival,
                    GError     **error)
{
  g_autofree char *name = g_strdup_printf ("Guest %d", g_rand_int_range (self->rand, 0, N_NAMES));
  const char *id = g_rand_int_range (self->rand, 0, 8) > 0 ? desk_keeper_pick_booking (self) : NULL;
  const FoyerArrival arrival = {
    .space_id = self->space_id,
    .booking_id = id,
    .guest_name = id == NULL ? name : NULL,
    .day = FOYER_DAY_NONE,
  };
  gint64 op = 0;
  GError *problem = NULL;
  FoyerBooking *booking = is_arrival ? desk->check_in (desk, &arrival, &op, &problem)
                                     : desk->check_out (desk, &arrival, &op, &problem);

  return desk_keeper_note_booking (self, booking, op, problem, error);
}

static gboolean
desk_keeper_edit_day (DeskKeeper  *self,
                      Desk        *desk,
                      GError     **error)
{
  const FoyerDay day = DESK_TODAY + g_rand_int_range (self->rand, 0, N_DAYS);
  const gboolean closes = g_rand_int_range (self->rand, 0, 4) == 0;
  const FoyerDaysEdit edit = {
    .first = day,
    .last = day,
    .to = closes ? FOYER_DAYS_CLOSE : FOYER_DAYS_OPEN,
    .start_minute = -1,
    .end_minute = -1,
    .seats = closes ? -1 : g_rand_int_range (self->rand, 1, 2 * N_SEATS),
    .note = g_rand_boolean (self->rand) ? "Soup at noon" : NULL,
    .cancel_bookings = g_rand_boolean (self->rand),
  };
  FoyerDaysChange change = { 0 };
  GError *problem = NULL;

  if (!desk->edit_days (desk, self->space_id, &edit, &change, &problem))
    return is_refusal (problem, error);
  desk_keeper_note_act (self, change.op);

  return TRUE;
}

static gboolean
desk_keeper_undo (DeskKeeper  *self,
                  Desk        *desk,
                  GError     **error)
{
  g_autofree char *lines = NULL;
  GError *problem = NULL;
  gint64 op;

  if (self->ops->len == 0)
    return TRUE;
  op = g_array_index (self->ops, gint64, self->ops->len - 1);
  g_array_set_size (self->ops, self->ops->len - 1);
  if (!desk->undo (desk, op, &problem))
    return is_refusal (problem, error);
  lines = g_strdup_printf ("undone %" G_GINT64_FORMAT "\n", op);
  self->note (lines, self->note_data);

  return TRUE;
}

gboolean
desk_keeper_act (DeskKeeper  *self,
                 Desk        *desk,
                 GError     **error)
{
  int luck = g_rand_int_range (self->rand, 0, 100);

  if (luck < 45)
    return desk_keeper_book (self, desk, error);
  if (luck < 60)
    return desk_keeper_arrive (self, desk, TRUE, error);
  if (luck < 70)
    return desk_keeper_arrive (self, desk, FALSE, error);
  if (luck < 82)
    return desk_keeper_set_state (self, desk, FOYER_STATE_CANCELLED, error);
  if (luck < 85)
    return desk_keeper_set_state (self, desk, FOYER_STATE_NO_SHOW, error);
  if (luck < 90)
    return desk_keeper_edit_day (self, desk, error);

  return desk_keeper_undo (self, desk, error);
}
