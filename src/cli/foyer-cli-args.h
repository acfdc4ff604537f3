/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerCliOption:
 * @name: without its dashes
 * @value: (nullable): the placeholder of its value, %NULL for a switch
 * @about: what it means, translatable
 * @many: may be given more than once
 * @is_path: a file's name, which is bytes and not text
 */
typedef struct {
  const char *name;
  const char *value;
  const char *about;
  gboolean    many;
  gboolean    is_path;
} FoyerCliOption;

typedef struct _FoyerCli FoyerCli;

/**
 * FoyerCliCommand:
 * @name: one word or two, as people type it
 * @synopsis: what follows the name, translatable
 * @summary: one line for the list of commands, translatable
 * @about: paragraphs for the command's own help, parted by line feeds, translatable
 * @arguments: (array zero-terminated=1): names of the arguments
 * @options: (nullable): ends with a @name of %NULL
 * @argument_is_path: its last argument is a file's name
 * @may_lack_last: the last of its arguments is not always needed
 */
typedef struct {
  const char           *name;
  const char           *synopsis;
  const char           *summary;
  const char           *about;
  const char           *arguments[4];
  const FoyerCliOption *options;
  gboolean              argument_is_path;
  gboolean              may_lack_last;
  gboolean            (*run) (FoyerCli  *cli,
                              GError   **error);
} FoyerCliCommand;

/**
 * FoyerCliArgs:
 *
 * A command line taken apart. Strict: what is not known, given twice, missing or too
 * much is refused, and so is text that is not UTF-8. An option's value is the next
 * argument whatever it looks like, so that "--seats -1" is a wrong number and not a
 * wrong option.
 */
typedef struct _FoyerCliArgs FoyerCliArgs;

FoyerCliArgs       *foyer_cli_args_new      (void);
void                foyer_cli_args_free     (FoyerCliArgs           *self);
gboolean            foyer_cli_args_parse    (FoyerCliArgs           *self,
                                             int                     argc,
                                             char                  **argv,
                                             const FoyerCliCommand * const *commands,
                                             GError                **error);

/* Whether --help, --json, --version were seen, also when the rest was refused. */
gboolean            foyer_cli_args_has      (FoyerCliArgs           *self,
                                             const char             *name);
/* Returns: (nullable): the value, %NULL when the option was not given */
const char         *foyer_cli_args_get      (FoyerCliArgs           *self,
                                             const char             *name);
/* Returns: (nullable) (array zero-terminated=1): all values */
const char * const *foyer_cli_args_get_all  (FoyerCliArgs           *self,
                                             const char             *name);
const char         *foyer_cli_args_get_argument (FoyerCliArgs       *self,
                                             guint                   n);
/* Returns: (nullable): %NULL when no command was named */
const FoyerCliCommand *
                    foyer_cli_args_get_command (FoyerCliArgs        *self);
/* Returns: (nullable): the first word alone ("space") */
const char         *foyer_cli_args_get_group (FoyerCliArgs          *self);

/* Those that every command takes. */
extern const FoyerCliOption foyer_cli_common_options[];

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCliArgs, foyer_cli_args_free)

G_END_DECLS
