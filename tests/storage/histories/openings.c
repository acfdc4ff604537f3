/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "history-private.h"

/* What a host says about days. */

static void
pick_hours (History *self,
            int     *start,
            int     *end)
{
  static const int starts[] = { 0, 540, 600, 779, 780, 840 };
  static const int ends[] = { 600, 780, 781, 1080, 1439, 1440 };

  do
    {
      *start = starts[pick (self, 0, G_N_ELEMENTS (starts))];
      *end = ends[pick (self, 0, G_N_ELEMENTS (ends))];
    }
  while (*start >= *end);
}

static BookRule
pick_rule (History *self,
           int      space)
{
  int today = self->clocks[space].today;
  BookRule rule = { .space = space_at (self, space)->id, .weekdays = pick (self, 1, 128),
                    .seats = chance (self, 2) ? -1 : pick (self, 1, 8) };

  if (chance (self, 2))
    rule.weekdays |= 0x1f;
  pick_hours (self, &rule.start, &rule.end);
  if (chance (self, 3))
    rule.from = today + pick (self, -30, 90);
  if (chance (self, 4))
    rule.until = MAX (rule.from, today) + pick (self, 0, 400);

  return rule;
}

static FoyerOpeningRule
rule_for_src (BookRule rule)
{
  return (FoyerOpeningRule) { (guint) rule.weekdays, rule.start, rule.end, rule.seats, foyer_day_of (rule.from),
                              foyer_day_of (rule.until) };
}

const char *
settle_openings (History    *self,
                 Book       *want,
                 const char *answer)
{
  if (*answer == '\0' && model_conflicts (self->book, want, self->clocks))
    return "has-bookings";

  return answer;
}

const char *
act_week (History *self,
          Book    *want)
{
  int i = pick (self, 0, N_SPACES);
  const BookSpace *space = space_at (self, i);
  gboolean replaces = chance (self, 3);
  int n_rules = replaces ? pick (self, 1, 4) : 1;
  g_autoptr(GAsyncResult) result = NULL;
  FoyerOpeningRule rules[3];
  FoyerDaysChange change = { 0 };

  if (want->rules->len > 30)
    {
      replaces = TRUE;
      n_rules = 1;
    }
  say (self, "%d rules for space %d", n_rules, i);
  if (replaces)
    model_clear_week (want, space->id);
  for (int j = 0; j < n_rules; j++)
    {
      BookRule rule = pick_rule (self, i);

      rules[j] = rule_for_src (rule);
      /* A whole week is taken as it is. */
      if (replaces)
        g_array_append_val (want->rules, rule);
      else
        model_add_rule (want, rule);
    }
  if (replaces)
    foyer_store_set_week_async (self->profile->store, space->uid, rules, (gsize) n_rules, NULL, answer_cb, &result);
  else
    foyer_store_add_rule_async (self->profile->store, space->uid, rules, NULL, answer_cb, &result);
  await (&result);
  if (foyer_store_days_finish (self->profile->store, result, &change, &self->profile->error))
    self->profile->op = change.op;

  return space->archived ? "bad-state" : settle_openings (self, want, "");
}

/* The same in words, in either language. */
const char *
act_sentence (History *self,
              Book    *want)
{
  static const char * const days[2][7] = {
    { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
    { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
  };
  static const int hours[][2] = { { 540, 1080 }, { 540, 780 }, { 840, 1200 }, { 510, 720 }, { 0, 1440 } };
  int i = pick (self, 0, N_SPACES);
  const BookSpace *space = space_at (self, i);
  int language = pick (self, 0, 2);
  gboolean replaces = want->rules->len > 30 || chance (self, 3);
  const int *hour = hours[pick (self, 0, G_N_ELEMENTS (hours))];
  BookRule rule = { .space = space->id, .weekdays = pick (self, 1, 128), .start = hour[0], .end = hour[1],
                    .seats = chance (self, 2) ? -1 : pick (self, 1, 8) };
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(FoyerOpeningPlan) plan = NULL;
  const char *answer = "";
  int holidays = pick (self, 0, 3);
  FoyerDaysChange change;

  for (int day = 0; day < 7; day++)
    if (rule.weekdays >> day & 1)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", days[language][day]);
  g_string_append_printf (text, language ? " de %dh%02d à %dh%02d" : " %d:%02d-%d:%02d", rule.start / 60,
                          rule.start % 60, rule.end / 60, rule.end % 60);
  if (rule.seats > 0)
    g_string_append_printf (text, ", %d %s", rule.seats, language ? "places" : "seats");
  if (holidays > 0)
    g_string_append (text, language ? (holidays == 1 ? ", sauf les jours fériés" : ", y compris les jours fériés")
                                    : (holidays == 1 ? ", not on public holidays" : ", also on public holidays"));

  if (replaces)
    model_clear_week (want, space->id);
  model_add_rule (want, rule);
  if (holidays > 0)
    book_get_space (want, space->id)->closed_on_holidays = holidays == 1;
  if (chance (self, 2))
    {
      int day = self->clocks[i].today + pick (self, 0, 40);
      g_autofree char *iso = book_day_text (day);

      g_string_append_printf (text, language ? ", sauf le %s" : ", not on %s", iso);
      answer = model_edit_days (want, self->clocks[i], space->id, "close", day, day, -1, -1, -1, FALSE);
    }
  say (self, "%s: %s", replaces ? "week" : "open", text->str);
  plan = foyer_opening_plan_read (text->str, foyer_day_of (self->clocks[i].today), &self->profile->error);
  if (plan == NULL)
    return "a sentence that is understood";
  if ((replaces ? foyer_profile_set_plan : foyer_profile_add_plan) (self->profile, space->uid, plan, &change))
    self->profile->op = change.op;

  return space->archived ? "bad-state" : settle_openings (self, want, answer);
}

const char *
act_space (History *self,
           Book    *want)
{
  int i = pick (self, 0, N_SPACES);
  BookSpace *wanted = &g_array_index (want->spaces, BookSpace, i);
  g_autoptr(FoyerSpace) space = get_space (self, i);
  g_autoptr(FoyerSpace) saved = NULL;

  space->seats = wanted->seats = pick (self, 1, 9);
  space->closed_on_holidays = wanted->closed_on_holidays = pick (self, 0, 2);
  say (self, "space %d with %d seats, %d", i, wanted->seats, wanted->closed_on_holidays);
  saved = foyer_profile_save_space (self->profile, space);

  return check_place (self, want, i);
}

const char *
act_days (History *self,
          Book    *want)
{
  static const char * const names[] = {
    [FOYER_DAYS_KEEP] = "keep", [FOYER_DAYS_OPEN] = "open", [FOYER_DAYS_CLOSE] = "close", [FOYER_DAYS_BY_RULE] = "rule",
  };
  int i = pick (self, 0, N_SPACES);
  int first = pick_day (self, i);
  int last = first + (chance (self, 2) ? 0 : pick (self, 0, 15));
  int start = -1, end = -1;
  FoyerDaysEdit edit = { .first = foyer_day_of (first), .last = foyer_day_of (last), .to = pick (self, 0, 4),
                         .start_minute = -1, .end_minute = -1, .seats = -1, .cancel_bookings = chance (self, 2) };
  FoyerDaysChange change;
  const char *answer;

  if (chance (self, 2))
    pick_hours (self, &start, &end);
  edit.start_minute = start;
  edit.end_minute = end;
  if (chance (self, 2))
    edit.seats = pick (self, 1, 9);
  say (self, "%s %d..%d of space %d, %d-%d, %d seats, cancel %d", names[edit.to], first, last, i, start, end,
       edit.seats, edit.cancel_bookings);
  answer = model_edit_days (want, self->clocks[i], space_at (self, i)->id, names[edit.to], first, last, start, end,
                            edit.seats, edit.cancel_bookings);
  if (foyer_profile_edit_days (self->profile, space_at (self, i)->uid, &edit, &change))
    self->profile->op = change.op;

  return space_at (self, i)->archived ? "bad-state" : settle_openings (self, want, answer);
}
