/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-fair-use.h"

#include "cli/foyer-cli-read.h"
#include "words/foyer-words-fair-use.h"

static gboolean
read_limit (FoyerCliArgs  *args,
            const char    *option,
            int            most,
            int           *limit,
            GError       **error)
{
  if (g_strcmp0 (foyer_cli_args_get (args, option), "off") == 0)
    {
      *limit = 0;
      return TRUE;
    }

  return foyer_cli_read_int (args, option, 0, most, limit, error);
}

gboolean
foyer_cli_read_fair_use (FoyerCliArgs  *args,
                         FoyerFairUse  *limits,
                         GError       **error)
{
  return read_limit (args, "limit-week", FOYER_FAIR_WEEK_MAX, &limits->week, error)
         && read_limit (args, "limit-open", FOYER_FAIR_OPEN_MAX, &limits->open, error)
         && read_limit (args, "limit-seats", FOYER_FAIR_SEATS_MAX, &limits->seats, error)
         && read_limit (args, "limit-ahead", FOYER_FAIR_AHEAD_MAX, &limits->ahead, error);
}

static void
add_int (JsonBuilder *builder,
         const char  *member,
         int          value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

void
foyer_cli_build_fair_use (JsonBuilder        *builder,
                          const FoyerFairUse *limits)
{
  if (!foyer_fair_use_counts (limits) && limits->ahead == 0)
    return;

  json_builder_set_member_name (builder, "limits");
  json_builder_begin_object (builder);
  add_int (builder, "week", limits->week);
  add_int (builder, "open", limits->open);
  add_int (builder, "seats", limits->seats);
  add_int (builder, "ahead", limits->ahead);
  json_builder_end_object (builder);
}

void
foyer_cli_say_fair_use (FoyerCli           *cli,
                        const FoyerFairUse *limits)
{
  static const char * const options[] = { "limit-week", "limit-open", "limit-seats", "limit-ahead" };
  FoyerCliArgs *args = foyer_cli_get_args (cli);

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    if (foyer_cli_args_has (args, options[i]))
      {
        g_autofree char *words = foyer_words_fair_use (limits);

        foyer_cli_say (cli, "%s", words);
        return;
      }
}

void
foyer_cli_build_over_limit (JsonBuilder          *builder,
                            const FoyerOverLimit *over)
{
  char day[FOYER_DAY_TEXT_SIZE];

  if (over == NULL || over->limit == FOYER_FAIR_NONE)
    return;

  json_builder_set_member_name (builder, "over_limit");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "limit");
  json_builder_add_string_value (builder, foyer_fair_limit_get_name (over->limit));
  add_int (builder, "allowed", over->allowed);
  add_int (builder, "count", over->count);
  json_builder_set_member_name (builder, "day");
  json_builder_add_string_value (builder, foyer_day_format (over->day, day));
  json_builder_end_object (builder);
}
