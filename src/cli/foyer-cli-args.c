/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-args.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-output.h"

struct _FoyerCliArgs {
  const FoyerCliCommand *command;
  char                  *group;      /* the first word, until the second makes it a command */
  GHashTable            *options;    /* name → GPtrArray of values */
  GPtrArray             *arguments;
};

const FoyerCliOption foyer_cli_common_options[] = {
  { "data-dir", NC_("placeholder", "DIR"),
    N_("The folder of the profile, instead of $FOYER_DATA_DIR or your own one"), .is_path = TRUE },
  { "json", NULL, N_("Answer with one JSON document, for scripts") },
  { "help", NULL, N_("Explain the command and do nothing") },
  { "version", NULL, N_("Say which version this is and do nothing") },
  { NULL },
};

static void
free_values (gpointer values)
{
  g_ptr_array_unref (values);
}

FoyerCliArgs *
foyer_cli_args_new (void)
{
  FoyerCliArgs *self = g_new0 (FoyerCliArgs, 1);

  self->options = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_values);
  self->arguments = g_ptr_array_new_null_terminated (2, g_free, TRUE);

  return self;
}

void
foyer_cli_args_free (FoyerCliArgs *self)
{
  g_hash_table_unref (self->options);
  g_ptr_array_unref (self->arguments);
  g_free (self->group);
  g_free (self);
}

static const FoyerCliOption *
find_option (const FoyerCliOption *options,
             const char           *name)
{
  for (; options != NULL && options->name != NULL; options++)
    if (strcmp (options->name, name) == 0)
      return options;

  return NULL;
}

static gboolean
check_text (const char  *text,
            gboolean     is_path,
            GError     **error)
{
  if (is_path || g_utf8_validate (text, -1, NULL))
    return TRUE;

  return foyer_cli_refuse (error, _("An argument is not valid UTF-8 text."));
}

static gboolean
refuse_option (FoyerCliArgs  *self,
               const char    *token,
               GError       **error)
{
  g_autofree char *quoted = foyer_cli_quote (token);

  if (self->command == NULL)
    return foyer_cli_refuse (error, _("“%s” is not an option that stands before a command; see “foyerctl --help”."),
                             quoted);

  return foyer_cli_refuse (error, _("“%s” is not an option of “%s”; see “foyerctl %s --help”."),
                           quoted, self->command->name, self->command->name);
}

/* Takes "--name", "--name VALUE" or "--name=VALUE" at @argv[*@i]. */
static gboolean
take_option (FoyerCliArgs  *self,
             int            argc,
             char         **argv,
             int           *i,
             GError       **error)
{
  const char *token = argv[*i];
  const char *equals = strchr (token, '=');
  g_autofree char *name = NULL;
  const FoyerCliOption *option;
  const char *value = NULL;
  GPtrArray *values;

  name = equals != NULL ? g_strndup (token + 2, (gsize) (equals - token - 2)) : g_strdup (token + 2);
  option = find_option (foyer_cli_common_options, name);
  if (option == NULL && self->command != NULL)
    option = find_option (self->command->options, name);
  if (option == NULL)
    return check_text (token, FALSE, error) && refuse_option (self, token, error);
  if (option->value == NULL && equals != NULL)
    return foyer_cli_refuse (error, _("The option --%s takes no value."), name);
  if (option->value != NULL && equals == NULL && *i + 1 == argc)
    return foyer_cli_refuse (error, _("The option --%s needs a value after it."), name);

  values = g_hash_table_lookup (self->options, option->name);
  if (values != NULL && !option->many)
    return foyer_cli_refuse (error, _("The option --%s is given twice."), name);
  if (option->value != NULL)
    value = equals != NULL ? equals + 1 : argv[++*i];
  if (value != NULL && !check_text (value, option->is_path, error))
    return FALSE;

  if (values == NULL)
    {
      values = g_ptr_array_new_null_terminated (1, g_free, TRUE);
      g_hash_table_insert (self->options, (char *) option->name, values);
    }
  g_ptr_array_add (values, g_strdup (value != NULL ? value : ""));

  return TRUE;
}

/* A word before the command is known: the command itself, or the first of its two words. */
static gboolean
take_command_word (FoyerCliArgs           *self,
                   const char             *word,
                   const FoyerCliCommand * const *commands,
                   GError                **error)
{
  g_autofree char *name = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *quoted = NULL;

  if (!check_text (word, FALSE, error))
    return FALSE;
  name = self->group != NULL ? g_strdup_printf ("%s %s", self->group, word) : g_strdup (word);
  prefix = g_strconcat (name, " ", NULL);
  for (gsize i = 0; commands[i] != NULL; i++)
    {
      /* Two words of a command are two arguments. */
      if (strcmp (commands[i]->name, name) == 0 && strchr (word, ' ') == NULL)
        {
          self->command = commands[i];
          return TRUE;
        }
      if (self->group == NULL && g_str_has_prefix (commands[i]->name, prefix))
        {
          self->group = g_strdup (word);
          return TRUE;
        }
    }
  quoted = foyer_cli_quote (name);

  return foyer_cli_refuse (error, _("“%s” is not a command; “foyerctl --help” lists them."), quoted);
}

static gboolean
take_argument (FoyerCliArgs  *self,
               const char    *text,
               GError       **error)
{
  const FoyerCliCommand *command = self->command;
  const guint n_arguments = g_strv_length ((char **) command->arguments);

  if (!check_text (text, command->argument_is_path && self->arguments->len + 1 == n_arguments, error))
    return FALSE;
  if (self->arguments->len >= n_arguments)
    {
      g_autofree char *quoted = foyer_cli_quote (text);

      return foyer_cli_refuse (error, _("“%s” is one argument too many for “%s”; see “foyerctl %s --help”."),
                               quoted, command->name, command->name);
    }
  g_ptr_array_add (self->arguments, g_strdup (text));

  return TRUE;
}

static gboolean
check_complete (FoyerCliArgs  *self,
                GError       **error)
{
  const char *missing;

  if (foyer_cli_args_has (self, "help") || foyer_cli_args_has (self, "version"))
    return TRUE;
  if (self->command == NULL && self->group != NULL)
    return foyer_cli_refuse (error, _("“%s” needs a second word; see “foyerctl %s --help”."),
                             self->group, self->group);
  if (self->command == NULL)
    return foyer_cli_refuse (error, _("Say what to do; “foyerctl --help” lists the commands."));

  missing = self->command->arguments[self->arguments->len];
  if (missing == NULL
      || (self->command->may_lack_last && self->command->arguments[self->arguments->len + 1] == NULL))
    return TRUE;

  return foyer_cli_refuse (error, _("“%s” needs the argument %s; see “foyerctl %s --help”."),
                           self->command->name, g_dpgettext2 (NULL, "placeholder", missing),
                           self->command->name);
}

gboolean
foyer_cli_args_parse (FoyerCliArgs           *self,
                      int                     argc,
                      char                  **argv,
                      const FoyerCliCommand * const *commands,
                      GError                **error)
{
  gboolean only_arguments = FALSE;

  for (int i = 1; i < argc; i++)
    {
      gboolean taken;

      if (!only_arguments && strcmp (argv[i], "--") == 0 && self->command != NULL)
        {
          only_arguments = TRUE;
          continue;
        }
      if (!only_arguments && g_str_has_prefix (argv[i], "--"))
        taken = take_option (self, argc, argv, &i, error);
      else if (!only_arguments && argv[i][0] == '-' && argv[i][1] != '\0')
        taken = check_text (argv[i], FALSE, error) && refuse_option (self, argv[i], error);
      else if (self->command == NULL)
        taken = take_command_word (self, argv[i], commands, error);
      else
        taken = take_argument (self, argv[i], error);
      if (!taken)
        return FALSE;
    }

  return check_complete (self, error);
}

gboolean
foyer_cli_args_has (FoyerCliArgs *self,
                    const char   *name)
{
  return g_hash_table_contains (self->options, name);
}

const char * const *
foyer_cli_args_get_all (FoyerCliArgs *self,
                        const char   *name)
{
  GPtrArray *values = g_hash_table_lookup (self->options, name);

  return values != NULL ? (const char * const *) values->pdata : NULL;
}

const char *
foyer_cli_args_get (FoyerCliArgs *self,
                    const char   *name)
{
  const char * const *values = foyer_cli_args_get_all (self, name);

  return values != NULL ? values[0] : NULL;
}

const char *
foyer_cli_args_get_argument (FoyerCliArgs *self,
                             guint         n)
{
  if (n >= self->arguments->len)
    {
      g_return_val_if_fail (self->command != NULL && self->command->may_lack_last, NULL);
      return NULL;
    }

  return g_ptr_array_index (self->arguments, n);
}

const FoyerCliCommand *
foyer_cli_args_get_command (FoyerCliArgs *self)
{
  return self->command;
}

const char *
foyer_cli_args_get_group (FoyerCliArgs *self)
{
  return self->group;
}
