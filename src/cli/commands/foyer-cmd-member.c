/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-member.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-store-people.h"

#define FOUND_MAX 200

static const FoyerCliOption options[] = {
  { "name", NC_("placeholder", "NAME"), N_("How the member is called") },
  { "email", NC_("placeholder", "ADDRESS"), N_("An e-mail address") },
  { "phone", NC_("placeholder", "NUMBER"), N_("A phone number") },
  { "skill", NC_("placeholder", "TEXT"), N_("What the member knows how to do; may be repeated"), .many = TRUE },
  { "need", NC_("placeholder", "TEXT"), N_("What the member looks for; may be repeated"), .many = TRUE },
  { "language", NC_("placeholder", "TEXT"), N_("What the member speaks; may be repeated"), .many = TRUE },
  { "notes", NC_("placeholder", "TEXT"), N_("What you want to remember; only you read it") },
  { "emergency-name", NC_("placeholder", "NAME"), N_("Whom to call in an emergency") },
  { "emergency-phone", NC_("placeholder", "NUMBER"), N_("At which number") },
  { "card", NC_("placeholder", "CODE"), N_("The code of the member’s card; nobody else may have it") },
  { "consent", NC_("placeholder", "PURPOSE"),
    N_("What the member agrees to: show-name, show-skills, newsletter or photos; may be repeated"), .many = TRUE },
  { NULL },
};

static void
build_id (JsonBuilder       *builder,
          const FoyerPerson *person,
          gboolean           with_name)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, person->id);
  if (with_name)
    {
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, person->name);
    }
  json_builder_end_object (builder);
}

/* One empty text is how the words of a list are taken away. */
static void
read_words (FoyerCliArgs  *args,
            const char    *option,
            char        ***words)
{
  const char * const *texts = foyer_cli_args_get_all (args, option);

  if (texts == NULL)
    return;
  g_strfreev (*words);
  *words = texts[1] == NULL && *texts[0] == '\0' ? g_new0 (char *, 1) : g_strdupv ((char **) texts);
}

/* The consents of a person are those that are named; the store knows since when. */
static gboolean
read_consents (FoyerCliArgs  *args,
               FoyerPerson   *person,
               GError       **error)
{
  const char * const *names = foyer_cli_args_get_all (args, "consent");

  if (names == NULL)
    return TRUE;
  for (gsize i = 0; i < FOYER_CONSENT_COUNT; i++)
    person->consents[i] = 0;
  if (names[1] == NULL && *names[0] == '\0')
    return TRUE;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *quoted = NULL;
      FoyerConsent consent;

      if (foyer_consent_parse (names[i], &consent, NULL))
        {
          person->consents[consent] = 1;
          continue;
        }
      quoted = foyer_cli_quote (names[i]);
      return foyer_cli_refuse (error, _("--consent wants show-name, show-skills, newsletter or photos, not “%s”."),
                               quoted);
    }

  return TRUE;
}

static gboolean
read_person (FoyerCliArgs  *args,
             FoyerPerson   *person,
             GError       **error)
{
  const struct {
    const char *option;
    char      **text;
  } texts[] = {
    { "name", &person->name },
    { "email", &person->email },
    { "phone", &person->phone },
    { "notes", &person->notes },
    { "emergency-name", &person->emergency_name },
    { "emergency-phone", &person->emergency_phone },
    { "card", &person->card },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (foyer_cli_args_has (args, texts[i].option))
      g_set_str (texts[i].text, foyer_cli_args_get (args, texts[i].option));
  read_words (args, "skill", &person->skills);
  read_words (args, "need", &person->needs);
  read_words (args, "language", &person->languages);

  return read_consents (args, person, error) && foyer_person_check (person, error);
}

/* With --json the answer is the id. */
static gboolean
save (FoyerCli           *cli,
      const FoyerPerson  *person,
      FoyerPerson       **saved,
      GError            **error)
{
  foyer_store_save_person_async (foyer_cli_get_store (cli), person, foyer_cli_get_cancellable (cli),
                                 foyer_cli_result_cb, cli);
  *saved = foyer_store_save_person_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (*saved == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      build_id (builder, *saved, FALSE);
      foyer_cli_answer_json (cli, builder);
    }

  return TRUE;
}

static gboolean
run_add (FoyerCli  *cli,
         GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autoptr(FoyerPerson) person = foyer_person_new ();
  g_autoptr(FoyerPerson) saved = NULL;

  if (!foyer_cli_need (args, "name", error)
      || !read_person (args, person, error)
      || !foyer_cli_open (cli, error)
      || !save (cli, person, &saved, error))
    return FALSE;

  if (!foyer_cli_wants_json (cli))
    /* Translators: the first %s is the name of a person, the second an id */
    foyer_cli_say (cli, _("%s is a member now. The id is %s."), saved->name, saved->id);

  return TRUE;
}

static gboolean
run_edit (FoyerCli  *cli,
          GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autoptr(FoyerPerson) typed = foyer_person_new ();
  g_autoptr(FoyerMember) member = NULL;
  g_autoptr(FoyerPerson) saved = NULL;

  /* What cannot be is refused before anything is opened. */
  g_set_str (&typed->name, "-");
  if (!read_person (args, typed, error) || !foyer_cli_open (cli, error))
    return FALSE;
  member = foyer_cli_find_member (cli, foyer_cli_args_get_argument (args, 0), error);
  if (member == NULL
      || !read_person (args, member->line->person, error)
      || !save (cli, member->line->person, &saved, error))
    return FALSE;

  if (!foyer_cli_wants_json (cli))
    /* Translators: %s is the name of a member */
    foyer_cli_say (cli, _("What is known about %s is changed."), saved->name);

  return TRUE;
}

static void
say_found (FoyerCli  *cli,
           GPtrArray *people)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (2, 0);

  if (people->len == 0)
    {
      foyer_cli_say (cli, _("No member was found."));
      return;
    }
  for (guint i = 0; i < people->len; i++)
    {
      const FoyerPerson *person = g_ptr_array_index (people, i);

      foyer_cli_table_add (table, person->name, person->id);
    }
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
}

static gboolean
run_find (FoyerCli  *cli,
          GError   **error)
{
  g_autofree char *text = g_strdup (foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0));
  g_autoptr(GPtrArray) people = NULL;

  if (*g_strstrip (text) == '\0')
    return foyer_cli_refuse (error, _("“member find” needs a part of a name, of an e-mail address or of a phone number."));
  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_find_people_async (foyer_cli_get_store (cli), text, TRUE, NULL, FOYER_DAY_NONE, FOUND_MAX,
                                 foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);
  people = foyer_store_find_people_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (people == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_array (builder);
      for (guint i = 0; i < people->len; i++)
        build_id (builder, g_ptr_array_index (people, i), TRUE);
      json_builder_end_array (builder);
      foyer_cli_answer_json (cli, builder);
    }
  else
    say_found (cli, people);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_member_add = {
  .name = "member add",
  .synopsis = N_("--name NAME [OPTION…]"),
  .summary = N_("Remember a person who comes more than once"),
  .about = N_("Adds a member and says the id by which other commands know this person. Two members may bear the same "
              "name. What is known about a member stays on this computer."),
  .options = options,
  .run = run_add,
};

const FoyerCliCommand foyer_cmd_member_edit = {
  .name = "member edit",
  .synopsis = N_("ID [OPTION…]"),
  .summary = N_("Change what is known about a member"),
  .about = N_("Changes what is named and leaves the rest. Options that may be repeated replace all that was there, and "
              "an empty text takes it away: --need= leaves no need. A consent keeps the day on which it was given, "
              "and the day on which it was taken back is kept as well. A guest who is edited becomes a member.\n"
              "\n"
              "“foyerctl undo” takes a change back."),
  .arguments = { NC_("placeholder", "ID") },
  .options = options,
  .run = run_edit,
};

const FoyerCliCommand foyer_cmd_member_find = {
  .name = "member find",
  .synopsis = N_("TEXT"),
  .summary = N_("Look for members by name, e-mail, phone or card"),
  .about = N_("Finds members by any part of the name, with or without accents, by the beginning of the e-mail address, "
              "by the last digits of the phone number or by the code of the card, and shows at most 200 of them."),
  .arguments = { NC_("placeholder", "TEXT") },
  .run = run_find,
};
