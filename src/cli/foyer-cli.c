/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/foyer-cli.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <string.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-sync.h"
#include "core/foyer-error.h"
#include "core/foyer-text.h"
#include "storage/foyer-store-spaces.h"

struct _FoyerCli {
  FoyerCliArgs *args;
  char         *dir;
  FoyerClock   *clock;
  GCancellable *cancellable;
  int           signal;
  guint         sources[3];
  FoyerStore   *store;
  FoyerSync    *sync;
  GAsyncResult *result;
  GString      *answer;
};

static gboolean
stop (FoyerCli *self,
      int       number)
{
  self->signal = number;
  g_cancellable_cancel (self->cancellable);

  return G_SOURCE_CONTINUE;
}

static gboolean
interrupted_cb (gpointer user_data)
{
  return stop (user_data, SIGINT);
}

static gboolean
terminated_cb (gpointer user_data)
{
  return stop (user_data, SIGTERM);
}

static gboolean
hung_up_cb (gpointer user_data)
{
  return stop (user_data, SIGHUP);
}

FoyerCli *
foyer_cli_new (FoyerCliArgs *args)
{
  FoyerCli *self = g_new0 (FoyerCli, 1);

  self->args = args;
  self->cancellable = g_cancellable_new ();
  self->answer = g_string_new (NULL);
  self->sources[0] = g_unix_signal_add (SIGINT, interrupted_cb, self);
  self->sources[1] = g_unix_signal_add (SIGTERM, terminated_cb, self);
  self->sources[2] = g_unix_signal_add (SIGHUP, hung_up_cb, self);

  return self;
}

void
foyer_cli_free (FoyerCli *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->sources); i++)
    g_source_remove (self->sources[i]);
  g_clear_object (&self->result);
  g_clear_object (&self->sync);
  g_clear_object (&self->store);
  g_clear_pointer (&self->clock, foyer_clock_unref);
  g_object_unref (self->cancellable);
  g_string_free (self->answer, TRUE);
  g_free (self->dir);
  foyer_cli_args_free (self->args);
  g_free (self);
}

FoyerCliArgs *
foyer_cli_get_args (FoyerCli *self)
{
  return self->args;
}

gboolean
foyer_cli_wants_json (FoyerCli *self)
{
  return foyer_cli_args_has (self->args, "json");
}

GCancellable *
foyer_cli_get_cancellable (FoyerCli *self)
{
  return self->cancellable;
}

int
foyer_cli_get_signal (FoyerCli *self)
{
  return self->signal;
}

gboolean
foyer_cli_prepare (FoyerCli  *self,
                   GError   **error)
{
  const char *dir = foyer_cli_args_get (self->args, "data-dir");

  if (dir != NULL && *dir == '\0')
    return foyer_cli_refuse (error, _("The option --data-dir needs the name of a folder."));
  self->clock = foyer_clock_new_from_environment (NULL);
  if (self->clock == NULL)
    return foyer_cli_refuse (error, _("FOYER_NOW must be an instant with its offset, such as 2026-11-26T09:00:00+01:00."));
  self->dir = dir != NULL ? g_canonicalize_filename (dir, NULL) : foyer_store_get_default_dir ();

  return TRUE;
}

const char *
foyer_cli_get_dir (FoyerCli *self)
{
  return self->dir;
}

FoyerClock *
foyer_cli_get_clock (FoyerCli *self)
{
  return self->clock;
}

gboolean
foyer_cli_open (FoyerCli  *self,
                GError   **error)
{
  foyer_store_open_async (self->dir, self->clock, NULL, self->cancellable, foyer_cli_result_cb, self);
  self->store = foyer_store_open_finish (foyer_cli_wait (self), error);

  return self->store != NULL;
}

FoyerStore *
foyer_cli_get_store (FoyerCli *self)
{
  return self->store;
}

FoyerSync *
foyer_cli_get_sync (FoyerCli *self)
{
  if (self->sync == NULL)
    self->sync = foyer_sync_new (self->store);

  return self->sync;
}

void
foyer_cli_close (FoyerCli *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&self->result);
  g_clear_object (&self->sync);
  if (self->store == NULL)
    return;
  foyer_store_close_async (self->store, foyer_cli_result_cb, self);
  /* What was acknowledged is in the journal already; the next start reads it from there. */
  if (!foyer_store_close_finish (self->store, foyer_cli_wait (self), &error))
    g_info ("The profile was not closed cleanly: %s", error->message);
  g_clear_object (&self->store);
}

void
foyer_cli_result_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  FoyerCli *self = user_data;

  g_set_object (&self->result, result);
}

GAsyncResult *
foyer_cli_wait (FoyerCli *self)
{
  g_clear_object (&self->result);
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return self->result;
}

static GPtrArray *
find_by_name (GPtrArray  *spaces,
              const char *text)
{
  g_autofree char *wanted = foyer_text_fold (text);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < spaces->len; i++)
    {
      const FoyerSpace *space = g_ptr_array_index (spaces, i);
      g_autofree char *name = foyer_text_fold (space->name);

      if (strcmp (name, wanted) == 0)
        g_ptr_array_add (found, (gpointer) space);
    }

  return found;
}

FoyerSpace *
foyer_cli_find_space (FoyerCli    *self,
                      const char  *text,
                      GError     **error)
{
  g_autoptr(GPtrArray) spaces = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *quoted = foyer_cli_quote (text);

  foyer_store_list_spaces_async (self->store, self->cancellable, foyer_cli_result_cb, self);
  spaces = foyer_store_list_spaces_finish (self->store, foyer_cli_wait (self), error);
  if (spaces == NULL)
    return NULL;

  for (guint i = 0; i < spaces->len; i++)
    {
      const FoyerSpace *space = g_ptr_array_index (spaces, i);

      if (strcmp (space->id, text) == 0)
        return foyer_space_copy (space);
    }
  found = find_by_name (spaces, text);
  /* Of several of a name the only one in use is meant. */
  if (found->len > 1)
    for (guint i = found->len; i > 0 && found->len > 1; i--)
      if (((const FoyerSpace *) found->pdata[i - 1])->archived_ms != 0)
        g_ptr_array_remove_index (found, i - 1);
  if (found->len == 1)
    return foyer_space_copy (g_ptr_array_index (found, 0));
  if (found->len == 0)
    g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_NOT_FOUND,
                 _("There is no space “%s”; “foyerctl space list” shows those there are."), quoted);
  else
    g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_NOT_FOUND,
                 _("More than one space is called “%s”; name it by its id from “foyerctl space list”."), quoted);

  return NULL;
}

void
foyer_cli_name_missing_booking (GError     **error,
                                const char  *text)
{
  g_autofree char *quoted = foyer_cli_quote (text);

  if (error == NULL || !g_error_matches (*error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND))
    return;
  g_clear_error (error);
  g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_NOT_FOUND,
               _("There is no booking “%s”; “foyerctl today” shows those of a day."), quoted);
}

void
foyer_cli_name_missing_person (GError     **error,
                               const char  *text)
{
  g_autofree char *quoted = foyer_cli_quote (text);

  if (error == NULL || !g_error_matches (*error, FOYER_ERROR, FOYER_ERROR_NOT_FOUND))
    return;
  g_clear_error (error);
  g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_NOT_FOUND,
               _("There is no member “%s”; “foyerctl member find” looks for them by name."), quoted);
}

GString *
foyer_cli_get_answer (FoyerCli *self)
{
  return self->answer;
}

void
foyer_cli_say (FoyerCli   *self,
               const char *format,
               ...)
{
  g_autofree char *text = NULL;
  g_autofree char *printable = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  printable = foyer_cli_make_printable (text);
  g_string_append_printf (self->answer, "%s\n", printable);
}

void
foyer_cli_answer_json (FoyerCli    *self,
                       JsonBuilder *builder)
{
  g_autofree char *text = foyer_cli_json_to_text (builder);

  g_string_assign (self->answer, text);
}
