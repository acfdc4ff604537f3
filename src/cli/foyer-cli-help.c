/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli-help.h"

#include <glib/gi18n.h>

#include "cli/foyer-cli-output.h"

#define WIDTH 79
#define INDENT 2

/* gettext of "" would give the catalogue's header. */
static const char *
translate (const char *text)
{
  return *text != '\0' ? _(text) : "";
}

static void
append_options (GString              *out,
                const char           *heading,
                const FoyerCliOption *options)
{
  if (options == NULL)
    return;
  g_string_append_printf (out, "\n%s\n", heading);
  for (; options->name != NULL; options++)
    {
      if (options->value != NULL)
        g_string_append_printf (out, "  --%s %s\n", options->name,
                                g_dpgettext2 (NULL, "placeholder", options->value));
      else
        g_string_append_printf (out, "  --%s\n", options->name);
      foyer_cli_append_wrapped (out, _(options->about), 3 * INDENT, WIDTH);
    }
}

static void
append_commands (GString                        *out,
                 const FoyerCliCommand * const  *commands,
                 const char                     *group)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (2, INDENT);
  g_autofree char *prefix = group != NULL ? g_strconcat (group, " ", NULL) : g_strdup ("");

  for (; *commands != NULL; commands++)
    if (g_str_has_prefix ((*commands)->name, prefix))
      foyer_cli_table_add (table, (*commands)->name, _((*commands)->summary));
  g_string_append_printf (out, "\n%s\n", _("Commands:"));
  foyer_cli_table_print (table, out);
}

static void
append_statuses (GString *out)
{
  g_autoptr(FoyerCliTable) table = foyer_cli_table_new (2, INDENT);

  foyer_cli_table_add (table, "0", _("done"));
  foyer_cli_table_add (table, "1", _("refused by a rule: full, closed, already here …"));
  foyer_cli_table_add (table, "2", _("an argument that cannot be understood"));
  foyer_cli_table_add (table, "65", _("a damaged or foreign file, or check has found problems"));
  foyer_cli_table_add (table, "70", _("a mistake of Foyer itself"));
  foyer_cli_table_add (table, "74", _("the disk cannot be read or written, or is full"));
  foyer_cli_table_add (table, "75", _("the profile is open in another program"));
  g_string_append_printf (out, "\n%s\n", _("Exit status:"));
  foyer_cli_table_print (table, out);
}

char *
foyer_cli_help_for_program (const FoyerCliCommand * const *commands,
                            const char                    *group)
{
  GString *out = g_string_new (NULL);

  if (group != NULL)
    /* Translators: a line of help; "foyerctl" and the %s stay as they are */
    g_string_append_printf (out, _("Usage: foyerctl %s COMMAND [OPTION…]"), group);
  else
    g_string_append (out, _("Usage: foyerctl COMMAND [ARGUMENT…] [OPTION…]"));
  g_string_append (out, "\n");
  if (group == NULL)
    {
      g_string_append (out, "\n");
      foyer_cli_append_wrapped (out,
        _("Keeps the seats of a home or a coworking space from a terminal: it does what the Foyer application does, on "
          "the same data, which stays on this computer. While the application has a profile open, foyerctl leaves it "
          "alone."),
        0, WIDTH);
    }
  append_commands (out, commands, group);
  append_options (out, _("Options of every command:"), foyer_cli_common_options);
  g_string_append (out, "\n");
  foyer_cli_append_wrapped (out,
    _("SPACE is the id or the name of a space, DAY a date such as 2026-11-26. “foyerctl COMMAND --help” explains a "
      "command."),
    0, WIDTH);
  if (group == NULL)
    append_statuses (out);

  return g_string_free_and_steal (out);
}

char *
foyer_cli_help_for_command (const FoyerCliCommand *command)
{
  GString *out = g_string_new (NULL);
  g_autofree char *call = g_strdup_printf ("foyerctl %s %s", command->name, translate (command->synopsis));
  /* Translators: a line of help; %s is a command with its arguments */
  g_autofree char *usage = g_strdup_printf (_("Usage: %s"), g_strchomp (call));

  foyer_cli_append_wrapped (out, usage, 0, WIDTH);
  g_string_append_c (out, '\n');
  foyer_cli_append_wrapped (out, translate (command->about), 0, WIDTH);
  append_options (out, _("Options:"), command->options);
  append_options (out, _("Options of every command:"), foyer_cli_common_options);

  return g_string_free_and_steal (out);
}
