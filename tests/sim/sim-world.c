/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sim-world-private.h"

#include <string.h>

#include "core/foyer-opening.h"
#include "storage/verbs/foyer-opening-verbs.h"
#include "storage/verbs/foyer-space-verbs.h"
#include "sync/foyer-sync-error.h"

/* 2026-11-26 09:00 in Paris, a Thursday. */
#define BEGIN_MS G_GINT64_CONSTANT (1795680000000)
#define POLL_MS (25 * 1000)
#define ROUNDS 20
#define ROUND_MS (300 * 1000)

/* The disk as every world begins with it, and the spaces that are on it. */
static PowerLossDisk *begun;
static char *begun_spaces[SIM_HOSTS];

static const FoyerOpeningRule every_day = {
  .weekdays = FOYER_WEEKDAYS_ALL,
  .start_minute = FOYER_OPENS_DEFAULT,
  .end_minute = FOYER_CLOSES_DEFAULT,
  .seats = FOYER_SEATS_OF_SPACE,
  .from = FOYER_DAY_NONE,
  .until = FOYER_DAY_NONE,
};

gboolean
sim_chance (World *self,
            guint  in_thousand)
{
  return (guint) g_rand_int_range (self->rand, 0, 1000) < in_thousand;
}

void
sim_complain (World      *self,
              const char *format,
              ...)
{
  va_list args;

  if (self->complaint != NULL)
    return;
  va_start (args, format);
  self->complaint = g_strdup_vprintf (format, args);
  va_end (args);
}

static void
make_profiles (World  *self,
               SimBug  bug)
{
  for (guint i = 0; i < SIM_HOSTS + SIM_GUESTS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/profile-%u.db", i);

      self->profiles[i] = sim_profile_new (path, (guint8) (i + 1), &self->now_ms, &self->steady_ms, &self->network,
                                           bug);
      self->profiles[i]->is_host = i < SIM_HOSTS;
      if (begun != NULL && i < SIM_HOSTS)
        self->profiles[i]->space_id = g_strdup (begun_spaces[i]);
    }
}

static char *
make_space (FoyerDb *db,
            guint    i)
{
  g_autoptr(FoyerSpace) draft = foyer_space_new ();
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(GError) error = NULL;
  FoyerDaysChange change;
  gint64 op;

  g_set_str (&draft->name, "The Kitchen Table");
  g_set_str (&draft->street, SIM_STREET);
  g_set_str (&draft->postcode, "69003");
  g_set_str (&draft->city, "Lyon");
  g_set_str (&draft->door, SIM_DOOR);
  g_set_str (&draft->wifi, SIM_WIFI);
  draft->kind = i == 0 ? FOYER_SPACE_COWORKING : FOYER_SPACE_HOME;
  draft->seats = 2;
  draft->has_point = TRUE;
  draft->lat_e6 = 45760000;
  draft->lon_e6 = 4850000;
  space = foyer_space_verbs_save (db, draft, &op, &error);
  g_assert_no_error (error);
  foyer_opening_verbs_set_week (db, space->id, &every_day, 1, &change, &error);
  g_assert_no_error (error);

  return g_strdup (space->id);
}

/* Once: the migrations and the weeks take longer than a world. */
static void
begin (void)
{
  World world = { .now_ms = BEGIN_MS };
  g_autoptr(GError) error = NULL;

  g_queue_init (&world.network);
  world.machine = power_loss_new (1);
  make_profiles (&world, SIM_BUG_NONE);
  for (guint i = 0; i < SIM_HOSTS + SIM_GUESTS; i++)
    {
      SimProfile *profile = world.profiles[i];

      sim_profile_open (profile, &error);
      g_assert_no_error (error);
      if (profile->is_host)
        begun_spaces[i] = make_space (profile->db, i);
      foyer_db_close (g_steal_pointer (&profile->db), &error);
      g_assert_no_error (error);
      sim_profile_free (profile);
    }
  begun = power_loss_save (world.machine);
  power_loss_free (world.machine);
}

static void
reopen (World      *self,
        SimProfile *profile)
{
  g_autoptr(GError) error = NULL;

  if (profile->db != NULL)
    return;
  if (!sim_profile_open (profile, &error))
    {
      if (!power_loss_is_off (self->machine))
        sim_complain (self, "%s does not open: %s", profile->path, error->message);
      return;
    }
  sim_profile_listen (profile);
}

/* A kill: what it asked may still arrive, and nobody hears the answer. */
static void
crash (World      *self,
       SimProfile *profile)
{
  sim_profile_crash (profile);
  reopen (self, profile);
}

static void
crash_all (World *self)
{
  for (guint i = 0; i < SIM_HOSTS + SIM_GUESTS; i++)
    sim_profile_crash (self->profiles[i]);
  power_loss_restart (self->machine);
  for (guint i = 0; i < SIM_HOSTS + SIM_GUESTS; i++)
    reopen (self, self->profiles[i]);
}

/* The network. */

static FoyerReply *
lose (void)
{
  return foyer_reply_new_lost (g_error_new_literal (FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_UNREACHABLE, "lost"));
}

/* Whether @at is in the one thing that is neither signed nor can be understood by who reads it. */
static gboolean
is_in_cursor (const char *bytes,
              gsize       size,
              gsize       at)
{
  static const char member[] = "\"cursor\":\"";
  const char *cursor = memmem (bytes, size, member, strlen (member));

  return cursor != NULL && at >= (gsize) (cursor - bytes) + strlen (member) && bytes[at] != '"'
         && memchr (cursor + strlen (member), '"', at - (gsize) (cursor - bytes) - strlen (member)) == NULL;
}

/* A refusal for another reason than the directory had is a lie that nobody can see through. */
static gboolean
is_other_problem (const FoyerReply *reply,
                  GBytes           *body)
{
  g_autoptr(FoyerProblem) before = reply->status >= 400 ? foyer_problem_parse (reply->body, NULL) : NULL;
  g_autoptr(FoyerProblem) after = before != NULL ? foyer_problem_parse (body, NULL) : NULL;

  return after != NULL && after->type != before->type;
}

static FoyerReply *
spoil (World      *self,
       FoyerReply *reply)          /* (transfer full) */
{
  g_autoptr(FoyerReply) whole = reply;
  gsize size = g_bytes_get_size (reply->body);
  g_autoptr(GBytes) body = NULL;
  g_autofree char *bytes = g_memdup2 (g_bytes_get_data (reply->body, NULL), size);

  if (size < 4)
    return lose ();
  if (sim_chance (self, 500))
    {
      gsize at = (gsize) g_rand_int_range (self->rand, 0, (int) size);

      if (is_in_cursor (bytes, size, at))
        return lose ();
      bytes[at] ^= (char) g_rand_int_range (self->rand, 1, 128);
    }
  else
    size = (gsize) g_rand_int_range (self->rand, 0, (int) size);
  body = g_bytes_new (bytes, size);
  if (is_other_problem (reply, body))
    return lose ();

  return foyer_reply_new (reply->status, body);
}

static FoyerReply *
trouble (World *self)
{
  FoyerProblem *problem = foyer_problem_new (sim_chance (self, 500) ? FOYER_PROBLEM_INTERNAL
                                                                    : FOYER_PROBLEM_TOO_MANY_REQUESTS, NULL, NULL);
  g_autoptr(GBytes) body = foyer_problem_write (problem);
  FoyerReply *reply = foyer_reply_new (problem->status, body);

  if (problem->status == 429)
    reply->retry_after_ms = g_rand_int_range (self->rand, 0, 60) * 1000;
  foyer_problem_free (problem);

  return reply;
}

/* I2: whom the directory said "201" or "200", that request is with somebody for ever. */
static void
note_acknowledged (World            *self,
                   const FoyerCall  *call,
                   const FoyerReply *reply)
{
  const char *id = call->target + strlen ("/v1/bookings/");

  if (g_str_equal (call->method, "PUT") && g_str_has_prefix (call->target, "/v1/bookings/")
      && strchr (id, '/') == NULL && (reply->status == 200 || reply->status == 201))
    g_hash_table_add (self->acknowledged, g_strdup (id));
}

/* I6: neither street nor codes nor people's data in what everybody on the way can read. */
static void
check_privacy (World           *self,
               const FoyerCall *call)
{
  g_autoptr(FoyerEnvelope) envelope = call->body != NULL ? foyer_envelope_verify (call->body, NULL) : NULL;
  static const char * const secrets[] = { SIM_STREET, SIM_DOOR, SIM_WIFI, SIM_GUEST_PHONE, SIM_GUEST_NOTE };
  const char *text;
  gsize size;

  if (envelope == NULL)
    return;
  text = g_bytes_get_data (foyer_envelope_get_payload (envelope), &size);
  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (memmem (text, size, secrets[i], strlen (secrets[i])) != NULL)
      sim_complain (self, "I6: \"%s\" leaves in clear in %s", secrets[i], call->target);
  if (strstr (text, "\"sealed\"") != NULL && foyer_envelope_get_type (envelope) == FOYER_DOCUMENT_DECISION
      && memmem (text, size, "\"confirmed\"", strlen ("\"confirmed\"")) == NULL)
    sim_complain (self, "I6: a box for the guest before a confirmation in %s", call->target);
}

static FoyerReply *
answer (World      *self,
        SimMessage *message)
{
  FoyerReply *reply;

  check_privacy (self, message->call);
  if (self->faults && sim_chance (self, self->mix.duplicate))
    foyer_reply_free (sim_directory_answer (self->directory, message->call, self->now_ms));
  reply = sim_directory_answer (self->directory, message->call, self->now_ms);
  note_acknowledged (self, message->call, reply);
  if (self->tells)
    g_printerr ("step %u: %s asks %s %s: %d %.*s\n", self->step, message->profile->path, message->call->method,
                message->call->target, reply->status, (int) g_bytes_get_size (reply->body),
                (const char *) g_bytes_get_data (reply->body, NULL));

  return reply;
}

/* Nothing is in it: the directory would go on waiting for news. */
static gboolean
is_empty_poll (const SimMessage *message,
               const FoyerReply *reply)
{
  return message->call->wait_s > 0 && reply->status == 200
         && strstr (g_bytes_get_data (reply->body, NULL), "\"items\":[]") != NULL;
}

/* One of the messages gets one stage on; whether any did. @polls: also those that wait. */
static gboolean
carry (World      *self,
       SimMessage *message)
{
  gboolean cut = self->cut[self->profiles[0] == message->profile ? 0 : message->profile->path[9] - '0'];

  if (message->reply == NULL)
    {
      if (message->hung_up || cut || (self->faults && sim_chance (self, self->mix.drop)))
        message->reply = lose ();
      else if (self->faults && sim_chance (self, self->mix.trouble))
        message->reply = trouble (self);
      else
        {
          message->reply = answer (self, message);
          if (is_empty_poll (message, message->reply) && self->steady_ms - message->since_ms < POLL_MS)
            {
              g_clear_pointer (&message->reply, foyer_reply_free);
              return FALSE;
            }
          if (self->faults && sim_chance (self, self->mix.lose_answer))
            {
              foyer_reply_free (message->reply);
              message->reply = lose ();
            }
          else if (self->faults && sim_chance (self, self->mix.spoil))
            message->reply = spoil (self, g_steal_pointer (&message->reply));
        }
      return TRUE;
    }

  g_queue_remove (&self->network, message);
  if (message->profile->machine != NULL && message->life == message->profile->life)
    sim_profile_reply (message->profile, message->id, message->reply);
  sim_message_free (message);

  return TRUE;
}

static void
carry_any (World *self)
{
  guint length = g_queue_get_length (&self->network);

  if (length > 0)
    carry (self, g_queue_peek_nth (&self->network, (guint) g_rand_int_range (self->rand, 0, (int) length)));
}

/* Time and what comes with it. */

static void
wake_all (World *self)
{
  for (guint i = 0; i < SIM_HOSTS + SIM_GUESTS; i++)
    {
      SimProfile *profile = self->profiles[i];

      if (profile->dead)
        crash (self, profile);
      if (profile->machine != NULL && profile->timer_ms != 0 && profile->timer_ms <= self->steady_ms)
        sim_profile_wake (profile);
    }
}

static void
pass_time (World  *self,
           gint64  ms)
{
  self->now_ms += ms;
  self->steady_ms += ms;
}

static void
restore_directory (World *self)
{
  if (self->backup == NULL)
    return;
  g_clear_pointer (&self->directory, sim_directory_free);
  self->directory = sim_directory_copy (self->backup);
  if (self->tells)
    g_printerr ("step %u: the directory is restored\n", self->step);
  sim_directory_set_epoch (self->directory, ++self->epoch, self->now_ms);
}

static void
misfortune (World *self)
{
  SimProfile *profile = self->profiles[g_rand_int_range (self->rand, 0, SIM_HOSTS + SIM_GUESTS)];

  switch (g_rand_int_range (self->rand, 0, 8))
    {
    case 0:
      crash (self, profile);
      break;
    case 1:
      power_loss_cut_after (self->machine, (guint64) g_rand_int_range (self->rand, 1, 60));
      break;
    case 2:
      self->cut[g_rand_int_range (self->rand, 0, SIM_HOSTS + SIM_GUESTS)] = sim_chance (self, 400);
      break;
    case 3:
      profile->skew_ms = sim_chance (self, 500) ? 0 : (gint64) g_rand_int_range (self->rand, -7200, 7200) * 1000;
      break;
    case 4:
      pass_time (self, (gint64) g_rand_int_range (self->rand, 1, 12) * 3600 * 1000);
      break;
    case 5:
      g_clear_pointer (&self->backup, sim_directory_free);
      self->backup = sim_directory_copy (self->directory);
      break;
    case 6:
      if (self->mix.restores)
        restore_directory (self);
      break;
    case 7:
    default:
      if (profile->machine != NULL)
        sim_profile_online (profile, sim_chance (self, 600));
      break;
    }
}

static void
step (World *self)
{
  pass_time (self, g_rand_int_range (self->rand, 0, 20000));
  if (sim_chance (self, self->mix.misfortune))
    misfortune (self);
  else if (sim_chance (self, self->mix.people))
    sim_world_act (self);
  else
    carry_any (self);
  if (power_loss_is_off (self->machine))
    crash_all (self);
  wake_all (self);
  if (power_loss_is_off (self->machine))
    crash_all (self);
}

/* Whether anything was carried; polls that wait are not. */
static gboolean
carry_all (World *self)
{
  gboolean any = FALSE;
  guint n = g_queue_get_length (&self->network);

  for (guint i = 0; i < n; i++)
    {
      SimMessage *message = g_queue_pop_head (&self->network);

      g_queue_push_tail (&self->network, message);
      any |= carry (self, message);
    }

  return any;
}

static void
come_to_rest (World *self)
{
  self->faults = FALSE;
  memset (self->cut, 0, sizeof self->cut);
  power_loss_fail (self->machine, POWER_LOSS_ANY, 0, 0, FALSE);
  crash_all (self);
  for (guint i = 0; i < SIM_HOSTS + SIM_GUESTS; i++)
    self->profiles[i]->skew_ms = 0;
  for (guint round = 0; round < ROUNDS && self->complaint == NULL; round++)
    {
      pass_time (self, ROUND_MS);
      wake_all (self);
      for (guint i = 0; i < 200 && carry_all (self); i++)
        wake_all (self);
    }
}

char *
sim_world_live (guint64 seed,
                guint   n_steps,
                SimBug  bug)
{
  World world = { .now_ms = BEGIN_MS, .steady_ms = 1000, .epoch = 1, .faults = TRUE };
  World *self = &world;

  self->tells = g_getenv ("FOYER_SIM_TELL") != NULL;

  if (begun == NULL)
    begin ();
  self->rand = g_rand_new_with_seed ((guint32) seed);
  self->machine = power_loss_new (seed);
  power_loss_load (self->machine, begun, seed);
  g_queue_init (&self->network);
  self->directory = sim_directory_new (bug == SIM_BUG_LOWER_REV);
  self->acknowledged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* each world has its own mixture of misfortunes */
  self->mix.drop = (guint) g_rand_int_range (self->rand, 0, 150);
  self->mix.lose_answer = (guint) g_rand_int_range (self->rand, 0, 200);
  self->mix.duplicate = (guint) g_rand_int_range (self->rand, 0, 200);
  self->mix.trouble = (guint) g_rand_int_range (self->rand, 0, 100);
  self->mix.spoil = (guint) g_rand_int_range (self->rand, 0, 60);
  self->mix.misfortune = (guint) g_rand_int_range (self->rand, 0, 40);
  self->mix.people = (guint) g_rand_int_range (self->rand, 60, 200);
  self->mix.restores = sim_chance (self, 500);
  make_profiles (self, bug);
  for (guint i = 0; i < SIM_HOSTS + SIM_GUESTS; i++)
    reopen (self, self->profiles[i]);
  sim_world_publish_all (self, bug == SIM_BUG_CLEAR_STREET);

  for (guint i = 0; i < n_steps && self->complaint == NULL; i++)
    {
      step (self);
      sim_world_check_step (self);
      self->step = i;
    }
  if (self->complaint == NULL)
    come_to_rest (self);
  if (self->complaint == NULL)
    sim_world_check_rest (self);

  g_queue_clear_full (&self->network, (GDestroyNotify) sim_message_free);
  for (guint i = 0; i < SIM_HOSTS + SIM_GUESTS; i++)
    sim_profile_free (self->profiles[i]);
  sim_directory_free (self->directory);
  g_clear_pointer (&self->backup, sim_directory_free);
  g_hash_table_unref (self->acknowledged);
  g_hash_table_unref (self->answered);
  power_loss_free (self->machine);
  g_rand_free (self->rand);
  if (self->complaint != NULL)
    {
      g_autofree char *complaint = g_steal_pointer (&self->complaint);

      return g_strdup_printf ("FOYER_SIM_SEED=%" G_GUINT64_FORMAT ", step %u: %s", seed, self->step, complaint);
    }

  return NULL;
}
