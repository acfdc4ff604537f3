/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-member.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-store-duplicates.h"
#include "words/foyer-words-likeness.h"

#define FOUND_MAX 200

/* What two records say about each other, by its name for scripts. */
static const struct {
  FoyerLikeness  likeness;
  const char    *name;
} names[] = {
  { FOYER_LIKENESS_EMAIL, "email" },
  { FOYER_LIKENESS_PHONE, "phone" },
  { FOYER_LIKENESS_NAME, "name" },
  { FOYER_LIKENESS_NEAR_NAME, "near-name" },
  { FOYER_LIKENESS_OTHER_EMAIL, "other-email" },
  { FOYER_LIKENESS_OTHER_PHONE, "other-phone" },
  { FOYER_LIKENESS_TOGETHER, "here-together" },
};

static void
build_person (JsonBuilder       *builder,
              const char        *member,
              const FoyerPerson *person)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, person->id);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, person->name);
  json_builder_set_member_name (builder, "member");
  json_builder_add_boolean_value (builder, person->is_member);
  json_builder_end_object (builder);
}

static void
build_pair (JsonBuilder          *builder,
            const FoyerDuplicate *pair)
{
  json_builder_begin_object (builder);
  build_person (builder, "keep", pair->keep);
  build_person (builder, "other", pair->other);
  json_builder_set_member_name (builder, "why");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if ((pair->likeness & names[i].likeness) != 0)
      json_builder_add_string_value (builder, names[i].name);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "namesakes");
  json_builder_add_int_value (builder, pair->n_namesakes);
  json_builder_end_object (builder);
}

static void
say_pair (FoyerCli             *cli,
          const FoyerDuplicate *pair)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (2, 0);
  g_autofree char *why = foyer_words_likeness (pair->likeness, pair->n_namesakes);

  foyer_cli_table_add (table, pair->keep->name, pair->keep->id);
  foyer_cli_table_add (table, pair->other->name, pair->other->id);
  foyer_cli_table_print (table, foyer_cli_get_answer (cli));
  foyer_cli_say (cli, "%s", why);
}

static gboolean
run_duplicates (FoyerCli  *cli,
                GError   **error)
{
  g_autoptr(GPtrArray) found = NULL;

  if (!foyer_cli_open (cli, error))
    return FALSE;
  foyer_store_find_duplicates_async (foyer_cli_get_store (cli), FOUND_MAX, foyer_cli_get_cancellable (cli),
                                     foyer_cli_result_cb, cli);
  found = foyer_store_find_duplicates_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
  if (found == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_array (builder);
      for (guint i = 0; i < found->len; i++)
        build_pair (builder, found->pdata[i]);
      json_builder_end_array (builder);
      foyer_cli_answer_json (cli, builder);
      return TRUE;
    }

  if (found->len == 0)
    foyer_cli_say (cli, _("No two members look like one person."));
  for (guint i = 0; i < found->len; i++)
    {
      if (i > 0)
        foyer_cli_say (cli, "%s", "");
      say_pair (cli, found->pdata[i]);
    }

  return TRUE;
}

typedef void (*AskFunc) (FoyerStore           *store,
                         const char           *one_id,
                         const char           *other_id,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data);

/* With --json the answer is the id of who is named first. */
static gboolean
ask_two (FoyerCli      *cli,
         AskFunc        ask,
         FoyerMember  **one,
         FoyerMember  **other,
         GError       **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autoptr(FoyerPerson) person = NULL;

  if (!foyer_cli_open (cli, error)
      || (*one = foyer_cli_find_member (cli, foyer_cli_args_get_argument (args, 0), error)) == NULL
      || (*other = foyer_cli_find_member (cli, foyer_cli_args_get_argument (args, 1), error)) == NULL)
    return FALSE;

  ask (foyer_cli_get_store (cli), (*one)->line->person->id, (*other)->line->person->id, foyer_cli_get_cancellable (cli),
       foyer_cli_result_cb, cli);
  person = foyer_store_merge_people_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
  if (person == NULL)
    return FALSE;

  if (foyer_cli_wants_json (cli))
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, person->id);
      json_builder_end_object (builder);
      foyer_cli_answer_json (cli, builder);
    }

  return TRUE;
}

static gboolean
run_merge (FoyerCli  *cli,
           GError   **error)
{
  g_autoptr(FoyerMember) keep = NULL;
  g_autoptr(FoyerMember) other = NULL;

  if (!ask_two (cli, foyer_store_merge_people_async, &keep, &other, error))
    return FALSE;

  if (!foyer_cli_wants_json (cli))
    /* Translators: both %s are names of people; the record of the second is gone */
    foyer_cli_say (cli, _("%s has all now that was of %s."), keep->line->person->name, other->line->person->name);

  return TRUE;
}

static gboolean
run_apart (FoyerCli  *cli,
           GError   **error)
{
  g_autoptr(FoyerMember) one = NULL;
  g_autoptr(FoyerMember) other = NULL;

  if (!ask_two (cli, foyer_store_keep_apart_async, &one, &other, error))
    return FALSE;

  if (!foyer_cli_wants_json (cli))
    /* Translators: both %s are names of people */
    foyer_cli_say (cli, _("%s and %s are two people."), one->line->person->name, other->line->person->name);

  return TRUE;
}

const FoyerCliCommand foyer_cmd_member_duplicates = {
  .name = "member duplicates",
  .summary = N_("Show members who may have two records"),
  .about = N_("Shows pairs of records that are likely those of one person, the likeliest first, and why: the same e-mail "
              "address, the same phone number, the same name, or a name that is different by one letter or one word. What "
              "speaks against it is said as well. A name alone is only suggested when it has two words or more, when at "
              "most 4 people bear it, when not both their addresses and their numbers are different, and when they were "
              "never here at the same time. At most 200 pairs are shown; nothing is changed.\n"
              "\n"
              "“foyerctl member merge” makes one of two, “foyerctl member apart” says that they are two."),
  .run = run_duplicates,
};

const FoyerCliCommand foyer_cmd_member_merge = {
  .name = "member merge",
  .synopsis = N_("KEEP OTHER"),
  .summary = N_("Make one record of two"),
  .about = N_("Gives all that belongs to the person OTHER to the person KEEP: bookings and visits, series, places on "
              "waiting lists, passes, consents, and what the record of KEEP does not say yet. Where both say something "
              "different, that of KEEP stays and that of OTHER becomes the last line of the notes. Of consents the last "
              "word counts. Afterwards the id of OTHER means KEEP. Two who are both checked in cannot become one.\n"
              "\n"
              "“foyerctl undo” makes them two again, each with what was theirs."),
  .arguments = { NC_("placeholder", "KEEP"), NC_("placeholder", "OTHER") },
  .run = run_merge,
};

const FoyerCliCommand foyer_cmd_member_apart = {
  .name = "member apart",
  .synopsis = N_("ID OTHER"),
  .summary = N_("Say that two who look like one are two"),
  .about = N_("Remembers that two people are two, so that “foyerctl member duplicates” does not show them any more. "
              "“foyerctl undo” takes it back."),
  .arguments = { NC_("placeholder", "ID"), NC_("placeholder", "OTHER") },
  .run = run_apart,
};
