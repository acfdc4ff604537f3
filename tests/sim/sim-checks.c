/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sim-world-private.h"

#include <sqlite3.h>
#include <string.h>

#include "desk-db.h"
#include "storage/upkeep/foyer-check.h"

/* How often what costs a statement for each row is looked at. */
#define STEPS_BETWEEN 16

typedef struct {
  gboolean there;
  gboolean came;
  char     state[16];
  char     day[FOYER_DAY_TEXT_SIZE];
  int      part;
  int      seats;
} Side;

/* A booking as a host or a guest has it. @sql: about one id */
static Side
read_side (FoyerDb    *db,
           const char *sql,
           const char *id)
{
  Side side = { 0 };
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (desk_db_get_handle (db), sql, -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (stmt, 1, id, -1, SQLITE_STATIC);
  if (sqlite3_step (stmt) == SQLITE_ROW)
    {
      side.there = TRUE;
      g_strlcpy (side.state, (const char *) sqlite3_column_text (stmt, 0), sizeof side.state);
      g_strlcpy (side.day, (const char *) sqlite3_column_text (stmt, 1), sizeof side.day);
      side.part = sqlite3_column_int (stmt, 2);
      side.seats = sqlite3_column_int (stmt, 3);
    }
  sqlite3_finalize (stmt);

  return side;
}

static Side
read_host_side (World      *self,
                const char *id)
{
  Side side = { 0 };

  for (guint i = 0; i < SIM_HOSTS && !side.there; i++)
    if (self->profiles[i]->db != NULL)
      side = read_side (self->profiles[i]->db,
                        "SELECT state, day, part, seats FROM booking WHERE uid = ?1 AND deleted_at = 0", id);
  /* who is here or was, is confirmed for the rest of the world */
  side.came = g_str_has_prefix (side.state, "checked-");
  if (side.came)
    g_strlcpy (side.state, "confirmed", sizeof side.state);

  return side;
}

static Side
read_guest_side (World      *self,
                 const char *id)
{
  Side side = { 0 };

  for (guint i = SIM_HOSTS; i < SIM_HOSTS + SIM_GUESTS && !side.there; i++)
    if (self->profiles[i]->db != NULL)
      side = read_side (self->profiles[i]->db,
                        "SELECT state, day, part, seats FROM my_seat WHERE uid = ?1 AND deleted_at = 0", id);

  return side;
}

static gboolean
is_one_of (const char *state,
           const char *states)
{
  g_auto(GStrv) all = g_strsplit (states, " ", -1);

  return g_strv_contains ((const char * const *) all, state);
}

/* I2: what a host was told is decided. The guest may have taken it back since. */
static void
check_answered (World *self)
{
  GHashTableIter iter;
  const char *id;
  gpointer value;

  g_hash_table_iter_init (&iter, self->answered);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, &value))
    {
      gboolean confirmed = GPOINTER_TO_INT (value) == FOYER_STATE_CONFIRMED;
      Side host = read_host_side (self, id);

      if (host.there && !is_one_of (host.state, confirmed ? "confirmed cancelled no-show withdrawn expired"
                                                          : "declined withdrawn expired"))
        sim_complain (self, "I2: %s was %s by the host and is %s", id, confirmed ? "accepted" : "declined", host.state);
    }
}

void
sim_world_check_step (World *self)
{
  if (sim_directory_get_complaint (self->directory) != NULL)
    sim_complain (self, "%s", sim_directory_get_complaint (self->directory));
  for (guint i = 0; i < SIM_HOSTS + SIM_GUESTS; i++)
    if (self->profiles[i]->complaint != NULL)
      sim_complain (self, "%s: %s", self->profiles[i]->path, self->profiles[i]->complaint);
  if (self->step % STEPS_BETWEEN == 0)
    check_answered (self);
}

/* I1 and whatever else must hold of a profile, I4: nothing waits any more. */
static void
check_profile (World      *self,
               SimProfile *profile)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_finding_free);
  g_autoptr(GError) error = NULL;
  gint64 n_waiting = 0;

  if (profile->db == NULL)
    {
      sim_complain (self, "%s is closed", profile->path);
      return;
    }
  if (!foyer_check_rows (profile->db, problems, &error))
    sim_complain (self, "%s: %s", profile->path, error->message);
  else if (problems->len > 0)
    sim_complain (self, "I1: %s: problem %d, %s", profile->path, (int) ((FoyerFinding *) problems->pdata[0])->kind,
                  ((FoyerFinding *) problems->pdata[0])->detail);
  foyer_db_query_int (profile->db, "SELECT count(*) FROM post WHERE refused = 0", &n_waiting, NULL);
  if (n_waiting > 0)
    {
      g_autofree char *what = foyer_db_query_text (profile->db,
                                                   "SELECT kind || ' ' || subject || ' after ' || attempts || ' tries'"
                                                   "  FROM post WHERE refused = 0 ORDER BY seq", NULL);

      sim_complain (self, "I4: %s still waits with %d posts, first %s", profile->path, (int) n_waiting, what);
    }
}

/* I3: every booking that came from afar is one that somebody asked for. */
static void
check_no_ghosts (World *self)
{
  static const char sql[] = "SELECT b.uid FROM request AS r JOIN booking AS b ON b.id = r.booking_id";

  for (guint i = 0; i < SIM_HOSTS; i++)
    {
      sqlite3_stmt *stmt = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (desk_db_get_handle (self->profiles[i]->db), sql, -1, &stmt, NULL), ==,
                       SQLITE_OK);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        {
          const char *id = (const char *) sqlite3_column_text (stmt, 0);

          if (!read_guest_side (self, id).there)
            sim_complain (self, "I3: nobody asked for %s", id);
        }
      sqlite3_finalize (stmt);
    }
}

#define OVER "declined expired withdrawn cancelled no-show"

/* Whether two sides mean the same: nobody comes, or the same. Who ended it first is told by
 * each side as it saw it. What the guest took back cannot reach the host through a directory that
 * was restored and does not take the request again; and who took a seat back, or was
 * answered too late, and is there all the same, is there. */
static gboolean
agree (const char       *host,
       const char       *guest,
       gboolean          came,
       const SimBooking *booking)
{
  return (came && is_one_of (guest, "withdrawn cancelled expired")) || g_str_equal (host, guest) || (is_one_of (host, OVER) && is_one_of (guest, OVER))
         || (booking == NULL && is_one_of (guest, OVER));
}

/* When a day is over nobody asks any more what became of it. */
static gboolean
is_over (World      *self,
         const Side *side)
{
  FoyerDay day;

  return side->there && foyer_day_parse (side->day, &day, NULL) && day < (FoyerDay) (self->now_ms / 86400000);
}

/* I2 and I5: both sides say the same, and so does the directory where it has it. */
static void
check_agreement (World      *self,
                 const char *id)
{
  SimBooking *booking = sim_directory_find_booking (self->directory, id);
  Side guest = read_guest_side (self, id);
  Side host = read_host_side (self, id);

  if (!guest.there)
    sim_complain (self, "I2: the guest lost %s", id);
  else if (is_over (self, &guest))
    return;
  /* restored to before the request, and before the guest had ever read its mailbox there; or
   * the host has ended since what the directory knows of no more. It expires at the guest */
  else if (self->epoch > 1 && g_str_equal (guest.state, "requested")
           && (booking == NULL || is_one_of (host.state, "cancelled no-show")))
    return;
  else if (!host.there && !is_one_of (guest.state, "expired declined withdrawn cancelled"))
    sim_complain (self, "I2: %s is %s at the guest, and the host never had it", id, guest.state);
  else if (host.there && (host.part != guest.part || host.seats != guest.seats || !g_str_equal (host.day, guest.day)))
    sim_complain (self, "I5: %s is for %s part %d at the host, for %s part %d at the guest", id, host.day, host.part,
                  guest.day, guest.part);
  else if (host.there && !agree (host.state, guest.state, host.came, booking))
    sim_complain (self, "I5: %s is %s at the host, %s at the guest, %s at the directory", id, host.state, guest.state,
                  booking != NULL ? foyer_booking_state_get_name (booking->state) : "unknown");
  else if (booking != NULL && booking->state != FOYER_STATE_REQUESTED
           && !agree (foyer_booking_state_get_name (booking->state), guest.state, FALSE, booking))
    sim_complain (self, "I5: %s is %s at the guest, %s at the directory", id, guest.state,
                  foyer_booking_state_get_name (booking->state));
}

/* What is published is what the host has. */
static void
check_listing (World      *self,
               SimProfile *host)
{
  g_autofree char *id = foyer_db_query_text (host->db, "SELECT uid FROM listing", NULL);
  SimListing *listing = id != NULL && *id != '\0' ? sim_directory_find_listing (self->directory, id) : NULL;
  g_autofree char *about = foyer_db_query_text (host->db, "SELECT about FROM space", NULL);
  gint64 published = 0;

  foyer_db_query_int (host->db, "SELECT count(*) FROM publication WHERE ended_at = 0", &published, NULL);
  if (published == 0 ? listing != NULL && listing->live : listing == NULL || !listing->live)
    sim_complain (self, "I5: %s is %s at the host and %s at the directory", id, published ? "published" : "taken down",
                  listing == NULL ? "unknown" : listing->live ? "live" : "gone");
  else if (published != 0)
    {
      gsize size;
      const char *text = g_bytes_get_data (foyer_envelope_get_payload (listing->envelope), &size);

      if (*about != '\0' && memmem (text, size, about, strlen (about)) == NULL)
        sim_complain (self, "I5: the listing %s is not as the host has it", id);
    }
}

void
sim_world_check_rest (World *self)
{
  GHashTableIter iter;
  const char *id;

  sim_world_check_step (self);
  for (guint i = 0; i < SIM_HOSTS + SIM_GUESTS; i++)
    check_profile (self, self->profiles[i]);
  if (self->complaint != NULL)
    return;
  check_answered (self);
  check_no_ghosts (self);
  g_hash_table_iter_init (&iter, self->acknowledged);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    check_agreement (self, id);
  for (guint i = 0; i < SIM_HOSTS; i++)
    check_listing (self, self->profiles[i]);
}
