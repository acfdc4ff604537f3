/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli.h"
#include "storage/foyer-store-photos.h"
#include "sync/foyer-photos.h"

/* So many letters of a digest are enough to name a photo. */
#define DIGEST_LEAST 8

static void
build_photo (JsonBuilder      *builder,
             const FoyerPhoto *photo,
             guint             n)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "number");
  json_builder_add_int_value (builder, n);
  json_builder_set_member_name (builder, "sha256");
  json_builder_add_string_value (builder, photo->sha256);
  json_builder_set_member_name (builder, "bytes");
  json_builder_add_int_value (builder, (gint64) photo->size);
  json_builder_end_object (builder);
}

static GPtrArray *
list_photos (FoyerCli          *cli,
             const FoyerSpace  *space,
             GError           **error)
{
  foyer_store_list_photos_async (foyer_cli_get_store (cli), space->id, foyer_cli_get_cancellable (cli), foyer_cli_result_cb,
                                 cli);

  return foyer_store_list_photos_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), error);
}

/* The photos of a space as they are after an act, or when they are asked for. */
static gboolean
answer_photos (FoyerCli          *cli,
               const FoyerSpace  *space,
               GError           **error)
{
  g_autoptr(GPtrArray) photos = list_photos (cli, space, error);
  g_autoptr(JsonBuilder) builder = NULL;

  if (photos == NULL)
    return FALSE;
  if (!foyer_cli_wants_json (cli))
    {
      if (photos->len == 0)
        foyer_cli_say (cli, _("“%s” has no photo."), space->name);
      for (guint i = 0; i < photos->len; i++)
        {
          const FoyerPhoto *photo = photos->pdata[i];
          g_autofree char *size = g_format_size (photo->size);

          if (i == 0)
            /* Translators: of the photo that stands for a space: its number, its size such as "210 kB", its digest */
            foyer_cli_say (cli, _("%u · cover · %s · %s"), i + 1, size, photo->sha256);
          else
            /* Translators: of a photo: its number, its size such as "210 kB", its digest */
            foyer_cli_say (cli, _("%u · %s · %s"), i + 1, size, photo->sha256);
        }
      return TRUE;
    }

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < photos->len; i++)
    build_photo (builder, photos->pdata[i], i + 1);
  json_builder_end_array (builder);
  foyer_cli_answer_json (cli, builder);

  return TRUE;
}

static gboolean
finish_act (FoyerCli          *cli,
            const FoyerSpace  *space,
            GError           **error)
{
  g_autoptr(FoyerPhoto) photo = foyer_store_photo_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);

  return photo != NULL && answer_photos (cli, space, error);
}

/* The photo that a number from 1 on, or its digest or the beginning of it, means; 0: none */
static guint
find_photo (GPtrArray  *photos,
            const char *text)
{
  const gsize length = strlen (text);
  gint64 number;
  guint found = 0;

  if (length < DIGEST_LEAST && g_ascii_string_to_signed (text, 10, 1, photos->len, &number, NULL))
    return (guint) number;
  for (guint i = 0; length >= DIGEST_LEAST && i < photos->len; i++)
    if (g_ascii_strncasecmp (((FoyerPhoto *) photos->pdata[i])->sha256, text, length) == 0)
      {
        if (found != 0)
          return 0;
        found = i + 1;
      }

  return found;
}

/* Returns: (transfer full) (nullable): the id of the photo that the second argument names */
static char *
read_photo (FoyerCli          *cli,
            const FoyerSpace  *space,
            GError           **error)
{
  const char *text = foyer_cli_args_get_argument (foyer_cli_get_args (cli), 1);
  g_autoptr(GPtrArray) photos = list_photos (cli, space, error);
  g_autofree char *quoted = NULL;
  guint n;

  if (photos == NULL)
    return NULL;
  n = find_photo (photos, text);
  if (n != 0)
    return g_strdup (((FoyerPhoto *) photos->pdata[n - 1])->id);

  quoted = foyer_cli_quote (text);
  g_set_error (error, FOYER_CLI_ERROR, FOYER_CLI_ERROR_NOT_FOUND,
               _("“%s” is no photo of this space; “foyerctl photo list” shows their numbers."), quoted);

  return NULL;
}

static FoyerSpace *
open_space (FoyerCli  *cli,
            GError   **error)
{
  if (!foyer_cli_open (cli, error))
    return NULL;

  return foyer_cli_find_space (cli, foyer_cli_args_get_argument (foyer_cli_get_args (cli), 0), error);
}

static gboolean
run_add (FoyerCli  *cli,
         GError   **error)
{
  g_autoptr(GBytes) jpeg = NULL;
  g_autoptr(FoyerSpace) space = NULL;

  foyer_photo_prepare_async (foyer_cli_args_get_argument (foyer_cli_get_args (cli), 1), foyer_cli_get_cancellable (cli),
                             foyer_cli_result_cb, cli);
  if ((jpeg = foyer_photo_prepare_finish (foyer_cli_wait (cli), error)) == NULL
      || (space = open_space (cli, error)) == NULL)
    return FALSE;
  foyer_store_add_photo_async (foyer_cli_get_store (cli), space->id, jpeg, foyer_cli_get_cancellable (cli),
                               foyer_cli_result_cb, cli);

  return finish_act (cli, space, error);
}

static gboolean
run_list (FoyerCli  *cli,
          GError   **error)
{
  g_autoptr(FoyerSpace) space = open_space (cli, error);

  return space != NULL && answer_photos (cli, space, error);
}

static gboolean
run_remove (FoyerCli  *cli,
            GError   **error)
{
  g_autoptr(FoyerSpace) space = open_space (cli, error);
  g_autofree char *id = NULL;

  if (space == NULL || (id = read_photo (cli, space, error)) == NULL)
    return FALSE;
  foyer_store_remove_photo_async (foyer_cli_get_store (cli), id, foyer_cli_get_cancellable (cli), foyer_cli_result_cb, cli);

  return finish_act (cli, space, error);
}

static gboolean
run_move (FoyerCli  *cli,
          GError   **error)
{
  const char *text = foyer_cli_args_get_argument (foyer_cli_get_args (cli), 2);
  g_autoptr(FoyerSpace) space = NULL;
  g_autofree char *id = NULL;
  gint64 to;

  if (!g_ascii_string_to_signed (text, 10, 1, FOYER_SPACE_PHOTOS_MAX, &to, NULL))
    return foyer_cli_refuse (error, _("The position of a photo is a number from 1 to 6."));
  if ((space = open_space (cli, error)) == NULL || (id = read_photo (cli, space, error)) == NULL)
    return FALSE;
  foyer_store_move_photo_async (foyer_cli_get_store (cli), id, (guint) to, foyer_cli_get_cancellable (cli),
                                foyer_cli_result_cb, cli);

  return finish_act (cli, space, error);
}

const FoyerCliCommand foyer_cmd_photo_add = {
  .name = "photo add",
  .synopsis = N_("SPACE FILE"),
  .summary = N_("Show a space in a picture"),
  .about = N_("Takes a picture, a JPEG, PNG or WebP file of at most 50 MB, and puts it behind the other photos of the space; "
              "the first is its cover, and six are the most. The picture is drawn anew, at most 1600 pixels long: where "
              "and when it was taken, and by what camera, is not in the photo any more. Where the space is published, the "
              "photo follows with the next “foyerctl sync”.\n"
              "A file that is no picture, or a damaged one, is refused with exit status 65."),
  .arguments = { NC_("placeholder", "SPACE"), NC_("placeholder", "FILE") },
  .argument_is_path = TRUE,
  .run = run_add,
};

const FoyerCliCommand foyer_cmd_photo_list = {
  .name = "photo list",
  .synopsis = N_("SPACE"),
  .summary = N_("Show the photos of a space"),
  .about = N_("Lists the photos of a space in their order, each with its number, its size and the SHA-256 under which a "
              "directory has it."),
  .arguments = { NC_("placeholder", "SPACE") },
  .run = run_list,
};

const FoyerCliCommand foyer_cmd_photo_remove = {
  .name = "photo remove",
  .synopsis = N_("SPACE PHOTO"),
  .summary = N_("Take a photo away"),
  .about = N_("Takes a photo away: PHOTO is its number, or its SHA-256 or the beginning of that. “foyerctl undo” brings it "
              "back. Directories show it no longer after the next “foyerctl sync”."),
  .arguments = { NC_("placeholder", "SPACE"), NC_("placeholder", "PHOTO") },
  .run = run_remove,
};

const FoyerCliCommand foyer_cmd_photo_move = {
  .name = "photo move",
  .synopsis = N_("SPACE PHOTO POSITION"),
  .summary = N_("Change the order of the photos"),
  .about = N_("Gives a photo another position: 1 makes it the cover. PHOTO is its number, or its SHA-256 or the beginning of "
              "that."),
  .arguments = { NC_("placeholder", "SPACE"), NC_("placeholder", "PHOTO"), NC_("placeholder", "POSITION") },
  .run = run_move,
};
