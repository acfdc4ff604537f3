/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "core/foyer-error.h"
#include "foyer-profile.h"

/* A Thursday; the bookings are for the Monday after it. */
#define MORNING "2026-11-26T09:00:00+01:00"
#define MONDAY "2026-11-30"
#define MONDAY_MORNING "2026-11-30T09:00:00+01:00"

typedef struct {
  FoyerProfile *profile;
  char         *space;
} Fixture;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static FoyerSpace *
get_space (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) spaces = NULL;

  foyer_store_list_spaces_async (fixture->profile->store, NULL, answer_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  spaces = foyer_store_list_spaces_finish (fixture->profile->store, result, NULL);
  g_assert_cmpuint (spaces->len, ==, 1);

  return foyer_space_copy (spaces->pdata[0]);
}

/* The names in place of those there are; "=" keeps the key of the desk that stood there, for a new name. */
static gboolean
name_desks (Fixture    *fixture,
            const char *names)
{
  g_autoptr(FoyerSpace) space = get_space (fixture);
  g_autoptr(FoyerSpace) old = foyer_space_copy (space);
  g_autoptr(FoyerSpace) saved = NULL;
  g_auto(GStrv) list = *names != '\0' ? g_strsplit (names, ",", -1) : g_new0 (char *, 1);

  g_array_set_size (space->desks, 0);
  for (guint i = 0; list[i] != NULL; i++)
    {
      const char *name = *list[i] == '=' ? list[i] + 1 : list[i];
      const int at = *list[i] == '=' ? (int) i : foyer_space_find_desk (old, name);

      foyer_space_add_desk (space, at >= 0 ? g_array_index (old->desks, FoyerNamedDesk, at).key : 0, name);
    }
  saved = foyer_profile_save_space (fixture->profile, space);

  return saved != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->profile = foyer_profile_new (MORNING);
  fixture->space = foyer_profile_add_space (fixture->profile, 4);
  g_assert_true (name_desks (fixture, "Window,Desk 4,Stand"));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) problems = foyer_profile_check (fixture->profile);

  g_assert_cmpuint (problems->len, ==, 0);
  g_free (fixture->space);
  foyer_profile_free (fixture->profile);
}

/* A booking for Monday: its id, or NULL. */
static char *
book (Fixture    *fixture,
      const char *name,
      FoyerPart   part,
      const char *desk,
      gboolean    pin)
{
  const FoyerBookingRequest request = {
    .space_id = fixture->space, .guest_name = name, .day = foyer_day (MONDAY), .part = part, .seats = 1,
    .desk = desk, .pin_desk = pin,
  };
  g_autoptr(FoyerBooking) booking = foyer_profile_book (fixture->profile, &request);

  return booking != NULL ? g_steal_pointer (&booking->id) : NULL;
}

static gboolean
set_desk (Fixture    *fixture,
          const char *booking,
          const char *desk,
          gboolean    pin)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(FoyerBooking) changed = NULL;

  g_clear_error (&fixture->profile->error);
  foyer_store_set_desk_async (fixture->profile->store, booking, desk, pin, NULL, answer_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  changed = foyer_store_booking_finish (fixture->profile->store, result, &fixture->profile->op,
                                        &fixture->profile->error);

  return changed != NULL;
}

static void
add_people (GString   *drawn,
            GPtrArray *bookings)
{
  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = bookings->pdata[i];

      g_string_append_printf (drawn, "%s%s", drawn->len > 0 ? "; " : "", booking->name);
      for (gsize seat = 0; booking->am_desks != NULL && booking->am_desks[seat] != NULL; seat++)
        g_string_append_printf (drawn, " %s", *booking->am_desks[seat] != '\0' ? booking->am_desks[seat] : "-");
      for (gsize seat = 0; booking->pm_desks != NULL && booking->pm_desks[seat] != NULL; seat++)
        g_string_append_printf (drawn, " %s", *booking->pm_desks[seat] != '\0' ? booking->pm_desks[seat] : "-");
      if (booking->desk_pinned)
        g_string_append (drawn, " pinned");
    }
}

/* Who sits where on Monday: "Ada Window Window; Bo Stand". */
static char *
draw (Fixture *fixture)
{
  GString *drawn = g_string_new (NULL);
  g_autoptr(FoyerDaySheet) sheet = foyer_profile_sheet (fixture->profile, fixture->space, foyer_day (MONDAY));

  add_people (drawn, sheet->expected);
  add_people (drawn, sheet->here);
  add_people (drawn, sheet->left);

  return g_string_free (drawn, FALSE);
}

#define assert_drawn(fixture, expected) \
  G_STMT_START { \
    g_autofree char *drawn_ = draw (fixture); \
    g_assert_cmpstr (drawn_, ==, expected); \
  } G_STMT_END

static void
undo (Fixture *fixture)
{
  g_autofree char *verb = foyer_profile_undo (fixture->profile, 0);

  g_assert_no_error (fixture->profile->error);
}

static void
test_wishes (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *ada = book (fixture, "Ada", FOYER_PART_FULL, NULL, FALSE);
  g_autofree char *bo = book (fixture, "Bo", FOYER_PART_FULL, "window", FALSE);
  g_autofree char *cy = NULL;

  assert_drawn (fixture, "Ada Desk 4 Desk 4; Bo Window Window");
  g_assert_true (set_desk (fixture, ada, "Window", TRUE));
  assert_drawn (fixture, "Ada Window Window pinned; Bo Desk 4 Desk 4");
  undo (fixture);
  assert_drawn (fixture, "Ada Desk 4 Desk 4; Bo Window Window");
  g_assert_true (set_desk (fixture, bo, NULL, FALSE));
  assert_drawn (fixture, "Ada Window Window; Bo Desk 4 Desk 4");
  g_assert_true (set_desk (fixture, bo, NULL, FALSE));
  g_assert_cmpint (fixture->profile->op, ==, 0);
  undo (fixture);
  assert_drawn (fixture, "Ada Desk 4 Desk 4; Bo Window Window");

  g_assert_false (set_desk (fixture, bo, "Cellar", FALSE));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NO_DESK);
  cy = book (fixture, "Cy", FOYER_PART_FULL, "Cellar", FALSE);
  g_assert_null (cy);
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NO_DESK);
  cy = book (fixture, "Cy", FOYER_PART_AM, "Stand", TRUE);
  g_assert_nonnull (cy);
  assert_drawn (fixture, "Ada Desk 4 Desk 4; Bo Window Window; Cy Stand pinned");
  undo (fixture);
  assert_drawn (fixture, "Ada Desk 4 Desk 4; Bo Window Window");
}

static void
test_pins (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *ada = book (fixture, "Ada", FOYER_PART_AM, "Window", TRUE);
  g_autofree char *bo = book (fixture, "Bo", FOYER_PART_FULL, "Window", TRUE);
  g_autofree char *cy = NULL;
  g_autoptr(FoyerBooking) cancelled = NULL;

  g_assert_null (bo);
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_DESK_TAKEN);
  cy = book (fixture, "Cy", FOYER_PART_PM, "Window", TRUE);
  g_assert_nonnull (cy);
  assert_drawn (fixture, "Ada Window pinned; Cy Window pinned");

  /* A desk that went to somebody else is not taken back from them. */
  cancelled = foyer_profile_set_state (fixture->profile, ada, FOYER_STATE_CANCELLED);
  g_assert_nonnull (cancelled);
  bo = book (fixture, "Bo", FOYER_PART_AM, "Window", TRUE);
  g_assert_nonnull (bo);
  {
    g_autoptr(FoyerBooking) gone = foyer_profile_set_state (fixture->profile, bo, FOYER_STATE_CANCELLED);
    const gint64 op = fixture->profile->op;
    g_autofree char *dee = book (fixture, "Dee", FOYER_PART_AM, "Window", TRUE);
    g_autofree char *verb = NULL;

    g_assert_nonnull (dee);
    verb = foyer_profile_undo (fixture->profile, op);
    g_assert_null (verb);
    foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_DESK_TAKEN);
    g_assert_true (set_desk (fixture, dee, "Window", FALSE));
    g_assert_nonnull ((verb = foyer_profile_undo (fixture->profile, op)));
    assert_drawn (fixture, "Bo Window pinned; Cy Window pinned; Dee Stand");
  }
}

/* Behind the back of the verbs. */
static void
test_guard (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *ada = book (fixture, "Ada", FOYER_PART_FULL, "Window", TRUE);
  g_autofree char *bo = book (fixture, "Bo", FOYER_PART_AM, "Window", FALSE);
  g_autofree char *path = foyer_profile_get_path (fixture->profile);
  sqlite3 *db;
  char *refusal = NULL;

  g_assert_true (foyer_profile_close (fixture->profile));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "DROP TRIGGER desk_wish_made; DROP TRIGGER desk_wish_changed", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE desk_wish SET pinned = 1 WHERE pinned = 0", NULL, NULL, &refusal), ==,
                   SQLITE_CONSTRAINT);
  g_assert_cmpstr (refusal, ==, "desk-taken");
  sqlite3_free (refusal);
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM desk_wish", NULL, NULL, &refusal), ==, SQLITE_CONSTRAINT);
  g_assert_cmpstr (refusal, ==, "lives");
  sqlite3_free (refusal);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE desk_wish SET deleted_at = 1 WHERE pinned = 0;"
                                     "DELETE FROM desk_wish WHERE deleted_at = 1;"
                                     "INSERT INTO desk_wish SELECT max (id), 1, 1, 0, 0 FROM booking", NULL, NULL, &refusal),
                   ==, SQLITE_CONSTRAINT);
  g_assert_cmpstr (refusal, ==, "desk-taken");
  sqlite3_free (refusal);
  sqlite3_close (db);
  g_assert_true (foyer_profile_open (fixture->profile));
}

/* Who was let in keeps the desk that they found. */
static void
test_sits (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *ada = book (fixture, "Ada", FOYER_PART_FULL, NULL, FALSE);
  g_autofree char *bo = NULL;
  FoyerArrival arrival = { .space_id = fixture->space, .booking_id = ada, .day = FOYER_DAY_NONE };
  g_autoptr(FoyerBooking) in = NULL;
  g_autoptr(GPtrArray) here = NULL;

  foyer_profile_set_now (fixture->profile, MONDAY_MORNING);
  in = foyer_profile_check_in (fixture->profile, &arrival);
  g_assert_nonnull (in);
  g_assert_cmpstr (in->am_desks[0], ==, "Window");
  bo = book (fixture, "Bo", FOYER_PART_FULL, "Window", FALSE);
  assert_drawn (fixture, "Bo Desk 4 Desk 4; Ada Window Window");
  g_assert_true (set_desk (fixture, ada, "Stand", FALSE));
  assert_drawn (fixture, "Bo Window Window; Ada Stand Stand");
  here = foyer_profile_roll_call (fixture->profile, fixture->space);
  g_assert_cmpstr (((FoyerBooking *) here->pdata[0])->pm_desks[0], ==, "Stand");
  undo (fixture);
  assert_drawn (fixture, "Bo Desk 4 Desk 4; Ada Window Window");
  undo (fixture);
  undo (fixture);
  assert_drawn (fixture, "Ada Window Window");
  bo = (g_free (bo), book (fixture, "Bo", FOYER_PART_FULL, "Window", FALSE));
  assert_drawn (fixture, "Ada Desk 4 Desk 4; Bo Window Window");
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *ada = book (fixture, "Ada", FOYER_PART_FULL, "Window", TRUE);
  g_autofree char *bo = book (fixture, "Bo", FOYER_PART_FULL, "Stand", FALSE);

  /* Renamed and moved: whoever has the desk keeps it. */
  g_assert_true (name_desks (fixture, "=Garden,Desk 4,Stand"));
  assert_drawn (fixture, "Ada Garden Garden pinned; Bo Stand Stand");
  g_assert_true (name_desks (fixture, "Stand,Garden,Desk 4"));
  assert_drawn (fixture, "Ada Garden Garden pinned; Bo Stand Stand");

  /* Pinned ahead: not taken away. A wish falls away, and comes back with the desk. */
  g_assert_false (name_desks (fixture, "Stand,Desk 4"));
  g_assert_cmpstr (foyer_error_get_ids (fixture->profile->error)[0], ==, ada);
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS);
  g_assert_true (name_desks (fixture, "Desk 4,Garden"));
  assert_drawn (fixture, "Ada Garden Garden pinned; Bo Desk 4 Desk 4");
  undo (fixture);
  assert_drawn (fixture, "Ada Garden Garden pinned; Bo Stand Stand");

  /* A new desk of an old name is another one. */
  g_assert_true (name_desks (fixture, "Desk 4,Garden"));
  g_assert_true (name_desks (fixture, "Desk 4,Garden,Stand"));
  assert_drawn (fixture, "Ada Garden Garden pinned; Bo Desk 4 Desk 4");

  foyer_profile_set_now (fixture->profile, "2026-12-01T09:00:00+01:00");
  g_assert_true (name_desks (fixture, ""));
  assert_drawn (fixture, "Ada; Bo");
}

/* The desks alone are saved, and the rest without them: neither takes the other back. */
static void
test_alone (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(FoyerSpace) desks = get_space (fixture);
  g_autoptr(FoyerSpace) rest = get_space (fixture);
  g_autoptr(FoyerSpace) saved = NULL;
  g_autoptr(FoyerSpace) named = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  g_set_str (&rest->name, "Chez Maud");
  g_clear_pointer (&rest->desks, g_array_unref);
  saved = foyer_profile_save_space (fixture->profile, rest);
  g_assert_cmpuint (saved->desks->len, ==, 3);
  foyer_space_add_desk (desks, 0, "Sofa");
  foyer_store_set_desks_async (fixture->profile->store, desks, NULL, answer_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  named = foyer_store_save_space_finish (fixture->profile->store, result, NULL, NULL);
  g_assert_cmpuint (named->desks->len, ==, 4);
  g_assert_cmpstr (named->name, ==, "Chez Maud");

  /* Fewer seats than names, also where the names are not said. */
  rest->seats = 2;
  g_assert_null (foyer_profile_save_space (fixture->profile, rest));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_INVALID);
}

/* A desk that somebody has pinned meanwhile is not taken back. */
static void
test_undo_names (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *ada = NULL;
  g_autofree char *verb = NULL;
  gint64 op;

  g_assert_true (name_desks (fixture, "Window,Desk 4,Stand,Sofa"));
  op = fixture->profile->op;
  ada = book (fixture, "Ada", FOYER_PART_FULL, "Sofa", TRUE);
  verb = foyer_profile_undo (fixture->profile, op);
  g_assert_null (verb);
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_HAS_BOOKINGS);
  g_assert_true (set_desk (fixture, ada, "Sofa", FALSE));
  g_assert_nonnull ((verb = foyer_profile_undo (fixture->profile, op)));
  assert_drawn (fixture, "Ada Window Window");
}

static void
test_bad_names (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const bad[] = {
    "Window,window", "Café,CAFE\xcc\x81", "Window, ", "Desk\x01", "A,B,C,D,E",
    "A name of a desk that is much longer than any that fits on a row",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (name_desks (fixture, bad[i]));
      foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_INVALID);
    }
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *ada = book (fixture, "Ada", FOYER_PART_FULL, NULL, FALSE);
  g_autoptr(FoyerBooking) cancelled = NULL;

  foyer_profile_set_now (fixture->profile, "2026-12-01T09:00:00+01:00");
  g_assert_false (set_desk (fixture, ada, "Window", FALSE));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_PAST_DAY);
  foyer_profile_set_now (fixture->profile, MORNING);
  cancelled = foyer_profile_set_state (fixture->profile, ada, FOYER_STATE_CANCELLED);
  g_assert_false (set_desk (fixture, ada, "Window", FALSE));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_BAD_STATE);
  g_assert_false (set_desk (fixture, "nobody", "Window", FALSE));
  foyer_profile_assert_refused (fixture->profile, FOYER_ERROR, FOYER_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/named-desks/wishes", Fixture, NULL, set_up, test_wishes, tear_down);
  g_test_add ("/named-desks/pins", Fixture, NULL, set_up, test_pins, tear_down);
  g_test_add ("/named-desks/guard", Fixture, NULL, set_up, test_guard, tear_down);
  g_test_add ("/named-desks/sits", Fixture, NULL, set_up, test_sits, tear_down);
  g_test_add ("/named-desks/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/named-desks/alone", Fixture, NULL, set_up, test_alone, tear_down);
  g_test_add ("/named-desks/undo-names", Fixture, NULL, set_up, test_undo_names, tear_down);
  g_test_add ("/named-desks/bad-names", Fixture, NULL, set_up, test_bad_names, tear_down);
  g_test_add ("/named-desks/states", Fixture, NULL, set_up, test_states, tear_down);

  return g_test_run ();
}
