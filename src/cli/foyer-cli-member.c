/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-member.h"

#include <glib/gi18n.h>

#include "core/foyer-booking.h"
#include "words/foyer-words-belonging.h"
#include "words/foyer-words-rules.h"
#include "words/foyer-words.h"

FoyerMember *
foyer_cli_find_member (FoyerCli    *cli,
                       const char  *id,
                       GError     **error)
{
  FoyerMember *member;

  foyer_store_read_member_async (foyer_cli_get_store (cli), id, NULL, FOYER_DAY_NONE, foyer_cli_get_cancellable (cli),
                                 foyer_cli_result_cb, cli);
  member = foyer_store_read_member_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (member == NULL)
    foyer_cli_name_missing_person (error, id);

  return member;
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_texts (JsonBuilder         *builder,
           const char          *name,
           const char * const  *texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (gsize i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_day (JsonBuilder *builder,
         const char  *name,
         FoyerDay     day)
{
  char text[FOYER_DAY_TEXT_SIZE];

  json_builder_set_member_name (builder, name);
  if (day != FOYER_DAY_NONE)
    json_builder_add_string_value (builder, foyer_day_format (day, text));
  else
    json_builder_add_null_value (builder);
}

static void
build_consents (JsonBuilder       *builder,
                const FoyerPerson *person)
{
  json_builder_set_member_name (builder, "consents");
  json_builder_begin_array (builder);
  for (guint i = 0; i < FOYER_CONSENT_COUNT; i++)
    {
      if (person->consents[i] == 0)
        continue;
      json_builder_begin_object (builder);
      add_text (builder, "purpose", foyer_consent_get_name ((FoyerConsent) i));
      add_int (builder, "since", person->consents[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_belonging (JsonBuilder          *builder,
                 const FoyerBelonging *belonging)
{
  json_builder_set_member_name (builder, "visits");
  json_builder_begin_object (builder);
  add_int (builder, "days", belonging->n_days);
  add_int (builder, "this_year", belonging->n_this_year);
  add_day (builder, "first", belonging->first);
  add_day (builder, "last", belonging->last);
  json_builder_set_member_name (builder, "regular");
  json_builder_add_boolean_value (builder, belonging->regular);
  json_builder_set_member_name (builder, "weekdays");
  json_builder_begin_array (builder);
  for (guint i = 0; i < 7; i++)
    if ((belonging->weekdays & (1u << i)) != 0)
      json_builder_add_int_value (builder, i + 1);
  json_builder_end_array (builder);
  add_int (builder, "weeks_missed", belonging->weeks_missed);
  add_int (builder, "years", belonging->years);
  json_builder_end_object (builder);
}

static void
build_ahead (JsonBuilder     *builder,
             const GPtrArray *bookings)
{
  json_builder_set_member_name (builder, "ahead");
  json_builder_begin_array (builder);
  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = bookings->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "booking", booking->id);
      add_text (builder, "space", booking->space_id);
      add_day (builder, "day", booking->day);
      add_text (builder, "part", foyer_part_get_name (booking->part));
      add_int (builder, "seats", booking->seats);
      add_text (builder, "state", foyer_booking_state_get_name (booking->state));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
foyer_cli_build_accepted (JsonBuilder              *builder,
                          const FoyerRulesAccepted *accepted)
{
  json_builder_begin_object (builder);
  add_text (builder, "space", accepted->space_id);
  add_int (builder, "version", accepted->version);
  add_day (builder, "since", accepted->since);
  add_int (builder, "at", accepted->accepted_ms);
  add_int (builder, "current", accepted->current);
  json_builder_end_object (builder);
}

static void
build_rules (JsonBuilder     *builder,
             const GPtrArray *rules)
{
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rules->len; i++)
    foyer_cli_build_accepted (builder, rules->pdata[i]);
  json_builder_end_array (builder);
}

void
foyer_cli_build_member (JsonBuilder       *builder,
                        const FoyerMember *member)
{
  const FoyerPerson *person = member->line->person;

  json_builder_begin_object (builder);
  add_text (builder, "id", person->id);
  add_text (builder, "name", person->name);
  json_builder_set_member_name (builder, "member");
  json_builder_add_boolean_value (builder, person->is_member);
  add_text (builder, "email", person->email);
  add_text (builder, "phone", person->phone);
  add_texts (builder, "skills", (const char * const *) person->skills);
  add_texts (builder, "needs", (const char * const *) person->needs);
  add_texts (builder, "languages", (const char * const *) person->languages);
  add_text (builder, "notes", person->notes);
  add_text (builder, "emergency_name", person->emergency_name);
  add_text (builder, "emergency_phone", person->emergency_phone);
  add_text (builder, "card", person->card);
  build_consents (builder, person);
  build_rules (builder, member->rules);
  build_belonging (builder, &member->line->belonging);
  build_ahead (builder, member->bookings);
  json_builder_end_object (builder);
}

static void
add_line (FoyerCliTable *table,
          const char    *title,
          const char    *text)
{
  if (text != NULL && *text != '\0')
    foyer_cli_table_add (table, title, text);
}

static void
add_words (FoyerCliTable *table,
           const char    *title,
           char         **words)
{
  g_autofree char *text = g_strjoinv (C_("between words", ", "), words);

  add_line (table, title, text);
}

static void
add_days (FoyerCliTable        *table,
          const FoyerBelonging *belonging)
{
  g_autofree char *first = NULL;
  g_autofree char *usually = foyer_words_usually (belonging->weekdays, TRUE);
  g_autofree char *mark = foyer_words_belonging (belonging);
  g_autofree char *text = NULL;

  if (belonging->n_days == 0)
    {
      foyer_cli_table_add (table, _("Days here:"), _("none yet"));
      return;
    }

  first = foyer_words_day_range (belonging->first, belonging->first);
  /* Translators: %1$d is a number of days, %2$s the first of them: "55, since 3 March" */
  text = g_strdup_printf (_("%1$d, since %2$s"), belonging->n_days, first);
  foyer_cli_table_add (table, _("Days here:"), text);
  add_line (table, _("To notice:"), mark);
  add_line (table, _("Comes:"), usually);
}

static void
add_consents (FoyerCliTable     *table,
              const FoyerPerson *person)
{
  const char *title = _("Agrees to:");

  for (guint i = 0; i < FOYER_CONSENT_COUNT; i++)
    if (person->consents[i] != 0)
      {
        foyer_cli_table_add (table, title, foyer_words_consent ((FoyerConsent) i));
        title = "";
      }
}

/* By the name of the space. */
static void
add_rules (FoyerCliTable   *table,
           const GPtrArray *rules)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const FoyerRulesAccepted *accepted = rules->pdata[i];
      g_autofree char *words = foyer_words_rules_accepted (accepted);
      /* Translators: the first %s is the name of a space, the second what a member did: "Accepted the rules of 3 May 2026" */
      g_autofree char *line = g_strdup_printf (_("%s: %s"), accepted->space_name, words);

      foyer_cli_table_add (table, i == 0 ? _("House rules:") : "", line);
    }
}

static void
add_ahead (FoyerCliTable   *table,
           const GPtrArray *bookings)
{
  const char *title = _("Ahead:");

  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = bookings->pdata[i];
      g_autofree char *day = foyer_words_day_short (booking->day);

      foyer_cli_table_add (table, title, day);
      title = "";
    }
}

void
foyer_cli_say_member (FoyerCli          *cli,
                      const FoyerMember *member)
{
  const FoyerPerson *person = member->line->person;
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (2, 2);
  g_auto(GStrv) notes = g_strsplit (person->notes, "\n", -1);

  foyer_cli_say (cli, "%s", person->name);
  add_line (table, _("E-mail:"), person->email);
  add_line (table, _("Phone:"), person->phone);
  add_words (table, _("Knows:"), person->skills);
  add_words (table, _("Looks for:"), person->needs);
  add_words (table, _("Speaks:"), person->languages);
  add_line (table, _("Card:"), person->card);
  add_line (table, _("In an emergency:"), person->emergency_name);
  add_line (table, *person->emergency_name != '\0' ? "" : _("In an emergency:"), person->emergency_phone);
  add_consents (table, person);
  add_rules (table, member->rules);
  add_days (table, &member->line->belonging);
  add_ahead (table, member->bookings);
  for (guint i = 0; *person->notes != '\0' && notes[i] != NULL; i++)
    foyer_cli_table_add (table, i == 0 ? _("Notes:") : "", notes[i]);
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}
