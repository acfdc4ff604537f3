/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-series.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-fair-use.h"
#include "cli/foyer-cli-output.h"
#include "cli/foyer-cli-read.h"
#include "storage/foyer-store-series.h"
#include "words/foyer-words.h"

static FoyerSeriesPlan *
read_plan (const char  *sentence,
           FoyerDay     today,
           int          half_at,
           GError     **error)
{
  g_autoptr(GError) why = NULL;
  FoyerSeriesPlan *plan = foyer_series_plan_read (sentence, today, half_at, &why);
  const char * const *ids;
  g_autofree char *quoted = NULL;

  if (plan != NULL)
    return plan;

  quoted = foyer_cli_quote (sentence);
  ids = foyer_error_get_ids (why);
  if (ids != NULL && ids[0] != NULL && ids[1] != NULL)
    foyer_cli_refuse (error, _("“%s” can mean %s or %s; write which one."), quoted, ids[0], ids[1]);
  else
    foyer_cli_refuse (error, _("“%s” is neither a day such as 2026-11-26 nor one series such as “every Tuesday until June”."),
                      quoted);

  return NULL;
}

gboolean
foyer_cli_check_series (const char  *sentence,
                        GError     **error)
{
  g_autoptr(FoyerSeriesPlan) plan = read_plan (sentence, foyer_day_new (2026, 1, 1), FOYER_HALF_AT_DEFAULT, error);

  return plan != NULL;
}

FoyerSeriesPlan *
foyer_cli_read_series (FoyerCliArgs      *args,
                       const char        *sentence,
                       const FoyerSpace  *space,
                       FoyerDay           today,
                       GError           **error)
{
  g_autoptr(FoyerSeriesPlan) plan = read_plan (sentence, today, space->half_at, error);

  if (plan == NULL
      || !foyer_cli_read_day (args, "from", &plan->rule.from, error)
      || !foyer_cli_read_day (args, "until", &plan->rule.until, error)
      || !foyer_cli_read_int (args, "weeks", 1, FOYER_SERIES_WEEKS_MAX, &plan->rule.every_weeks, error)
      || !foyer_cli_read_part (args, &plan->part, error))
    return NULL;
  if (plan->rule.until != FOYER_DAY_NONE && plan->rule.until < MAX (plan->rule.from, today))
    {
      foyer_cli_refuse (error, _("The series ends before it begins."));
      return NULL;
    }

  return g_steal_pointer (&plan);
}

/* ---- the answer ---- */

static void
add_day (JsonBuilder *builder,
         const char  *member,
         FoyerDay     day)
{
  char text[FOYER_DAY_TEXT_SIZE];

  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, foyer_day_format (day, text));
}

static void
add_id (JsonBuilder *builder,
        const char  *id,
        gboolean     preview)
{
  json_builder_set_member_name (builder, "id");
  if (preview)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, id);
}

static void
answer_json (FoyerCli                *cli,
             const FoyerSeriesChange *change,
             gboolean                 frees)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_id (builder, change->series->id, change->preview && !frees);
  json_builder_set_member_name (builder, frees ? "freed" : "booked");
  json_builder_begin_array (builder);
  for (guint i = 0; i < change->bookings->len; i++)
    {
      const FoyerBooking *booking = change->bookings->pdata[i];

      json_builder_begin_object (builder);
      add_id (builder, booking->id, change->preview && !frees);
      add_day (builder, "day", booking->day);
      json_builder_set_member_name (builder, "price_minor");
      json_builder_add_int_value (builder, booking->price_minor);
      json_builder_set_member_name (builder, "currency");
      json_builder_add_string_value (builder, booking->currency);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "skipped");
  json_builder_begin_array (builder);
  for (guint i = 0; i < change->skipped->len; i++)
    {
      const FoyerSkippedDay *skipped = &g_array_index (change->skipped, FoyerSkippedDay, i);

      json_builder_begin_object (builder);
      add_day (builder, "day", skipped->day);
      json_builder_set_member_name (builder, "reason");
      json_builder_add_string_value (builder, foyer_error_get_name (skipped->reason));
      json_builder_set_member_name (builder, "holiday");
      if (skipped->holiday != FOYER_HOLIDAY_NONE)
        json_builder_add_string_value (builder, foyer_holiday_get_name (skipped->holiday));
      else
        json_builder_add_null_value (builder);
      foyer_cli_build_over_limit (builder, &skipped->over);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_day (builder, "until", change->series->rule.until);
  json_builder_set_member_name (builder, "preview");
  json_builder_add_boolean_value (builder, change->preview);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

static void
say_days (FoyerCli                *cli,
          const FoyerSeriesChange *change)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (2, 2);

  for (guint i = 0; i < change->bookings->len; i++)
    {
      const FoyerBooking *booking = change->bookings->pdata[i];
      g_autofree char *day = foyer_words_day_long (booking->day);

      foyer_cli_table_add (table, day, change->preview ? NULL : booking->id);
    }
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}

static void
say_skipped (FoyerCli                *cli,
             const FoyerSeriesChange *change)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (2, 2);

  if (change->skipped->len == 0)
    return;

  foyer_cli_say (cli, ngettext ("%d day falls out:", "%d days fall out:", (gulong) change->skipped->len),
                 (int) change->skipped->len);
  for (guint i = 0; i < change->skipped->len; i++)
    {
      const FoyerSkippedDay *skipped = &g_array_index (change->skipped, FoyerSkippedDay, i);
      g_autofree char *day = foyer_words_day_long (skipped->day);
      g_autofree char *reason = foyer_words_skipped (skipped);

      foyer_cli_table_add (table, day, reason);
    }
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}

static void
say (FoyerCli                *cli,
     const FoyerSeriesChange *change,
     gboolean                 frees)
{
  const FoyerSeries *series = change->series;
  g_autofree char *rule = foyer_words_series (&series->rule);
  g_autofree char *part = foyer_words_part (series->part);
  int n = (int) change->bookings->len;

  /* Translators: name, days of a series, part of the day: "Zoé Marchelin · Every Tuesday · Morning" */
  foyer_cli_say (cli, _("%s · %s · %s"), series->name, rule, part);
  if (frees)
    foyer_cli_say (cli, ngettext ("%d seat is free again:", "%d seats are free again:", (gulong) n), n);
  else
    foyer_cli_say (cli, ngettext ("%d day is booked:", "%d days are booked:", (gulong) n), n);
  say_days (cli, change);
  say_skipped (cli, change);
  if (change->horizon != FOYER_DAY_NONE)
    {
      g_autofree char *day = foyer_words_day_long (change->horizon);

      /* Translators: %s is a day about a year ahead */
      foyer_cli_say (cli, _("It ends with %s, a year ahead; later days can be booked when they are nearer."), day);
    }
  if (change->preview)
    foyer_cli_say (cli, _("This is a preview; nothing was changed."));
  else if (!frees)
    /* Translators: %s is an id */
    foyer_cli_say (cli, _("The id of the series is %s."), series->id);
}

gboolean
foyer_cli_answer_series (FoyerCli  *cli,
                         gboolean   frees,
                         GError   **error)
{
  g_autoptr(FoyerSeriesChange) change = foyer_store_series_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli),
                                                                   NULL, error);

  if (change == NULL)
    return FALSE;
  if (foyer_cli_wants_json (cli))
    answer_json (cli, change, frees);
  else
    say (cli, change, frees);

  return TRUE;
}
