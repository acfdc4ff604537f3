/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <gio/gio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>

#include "directory/foyer-control.h"
#include "directory/foyer-directory-error.h"
#include "directory/foyer-serve.h"
#include "directory/sample/foyer-directory-sample.h"

/**
 * Command:
 * @name: as people type it
 * @arguments: what follows it
 * @about: one line
 * @run: gets what stands behind the name
 */
typedef struct {
  const char *name;
  const char *arguments;
  const char *about;
  gboolean  (*run) (int      argc,
                    char   **argv,
                    GError **error);
} Command;

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, FOYER_DIRECTORY_ERROR, FOYER_DIRECTORY_ERROR_USAGE, sentence);
  return FALSE;
}

static gboolean
parse (const GOptionEntry  *entries,
       int                  argc,
       char               **argv,
       GError             **error)
{
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) local = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &local))
    return refuse (error, local->message);
  if (argc > 1)
    return refuse (error, "there is an argument too many");

  return TRUE;
}

static gboolean
run_serve (int      argc,
           char   **argv,
           GError **error)
{
  FoyerServeOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "listen", 0, 0, G_OPTION_ARG_STRING, &options.listen, NULL, NULL },
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &options.db, NULL, NULL },
    { "public-url", 0, 0, G_OPTION_ARG_STRING, &options.public_url, NULL, NULL },
    { "admin", 0, 0, G_OPTION_ARG_STRING, &options.admin, NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, NULL, NULL },
    { "operator", 0, 0, G_OPTION_ARG_STRING, &options.operator, NULL, NULL },
    { "limit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.limits, NULL, NULL },
    { "no-limits", 0, 0, G_OPTION_ARG_NONE, &options.no_limits, NULL, NULL },
    { NULL }
  };
  gboolean done;

  done = parse (entries, argc, argv, error);
  if (done && (options.listen == NULL || options.db == NULL))
    done = refuse (error, "serve wants --listen HOST:PORT and --db FILE");
  if (options.name == NULL)
    options.name = g_strdup ("Foyer");
  done = done && foyer_serve (&options, error);
  g_free (options.listen);
  g_free (options.db);
  g_free (options.public_url);
  g_free (options.admin);
  g_free (options.name);
  g_free (options.operator);
  g_strfreev (options.limits);

  return done;
}

static gboolean
fill (const char  *db,
      gint64       seed,
      int          n_listings,
      GError     **error)
{
  g_autoptr(FoyerClock) clock = foyer_clock_new_from_environment (error);
  g_autoptr(FoyerDirectoryStore) store = NULL;

  if (clock == NULL)
    return FALSE;
  /* Listings name no directory. */
  store = foyer_directory_store_open (db, "", clock, error);

  return store != NULL && foyer_directory_sample (store, clock, (guint64) seed, (guint) n_listings, error);
}

static gboolean
run_sample (int      argc,
            char   **argv,
            GError **error)
{
  g_autofree char *db = NULL;
  gint64 seed = 26;
  int n_listings = 3000;
  const GOptionEntry entries[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &db, NULL, NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, NULL, NULL },
    { "listings", 0, 0, G_OPTION_ARG_INT, &n_listings, NULL, NULL },
    { NULL }
  };

  if (!parse (entries, argc, argv, error))
    return FALSE;
  if (db == NULL)
    return refuse (error, "sample wants --db FILE");
  if (seed < 0 || n_listings < 1 || n_listings > FOYER_DIRECTORY_SAMPLE_MAX)
    return refuse (error, "sample wants a seed of 0 or more and 1 to 2000000 listings");

  return fill (db, seed, n_listings, error);
}

/* Takes the one argument beside the options. */
static gboolean
parse_with_file (int          argc,
                 char       **argv,
                 char       **db,
                 const char **file,
                 GError     **error)
{
  const GOptionEntry entries[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, db, NULL, NULL },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) local = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &local))
    return refuse (error, local->message);
  if (*db == NULL || argc != 2)
    return refuse (error, "it wants --db FILE and one file");
  *file = argv[1];

  return TRUE;
}

static gboolean
run_backup (int      argc,
            char   **argv,
            GError **error)
{
  g_autofree char *db = NULL;
  const char *file;

  return parse_with_file (argc, argv, &db, &file, error) && foyer_control_backup (db, file, error);
}

static gboolean
run_restore (int      argc,
             char   **argv,
             GError **error)
{
  g_autofree char *db = NULL;
  g_autoptr(FoyerClock) clock = NULL;
  const char *file;

  if (!parse_with_file (argc, argv, &db, &file, error))
    return FALSE;
  clock = foyer_clock_new_from_environment (error);

  return clock != NULL && foyer_directory_store_restore (file, db, clock, error);
}

static const Command commands[] = {
  { "serve", "--listen HOST:PORT --db FILE [--public-url URL] [--admin 127.0.0.1:PORT]\n"
             "      [--name TEXT] [--operator TEXT] [--limit NAME=COUNT/SECONDS]… [--no-limits]",
    "Serves a directory until SIGTERM", run_serve },
  { "backup", "--db FILE NEW-FILE", "Copies a directory, running or not, into a new file", run_backup },
  { "restore", "--db FILE BACKUP", "Puts a backup in the place of a directory that is not running", run_restore },
  { "sample", "--db FILE [--seed N] [--listings N]",
    "Adds invented listings in real communes, the same for the same seed and day", run_sample },
};

static void
print_help (void)
{
  g_print ("Usage: foyer-directory COMMAND …\n\n");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %s %s\n      %s\n", commands[i].name, commands[i].arguments, commands[i].about);
  g_print ("\n  --version\n  --help\n");
}

static gboolean
run (int      argc,
     char   **argv,
     GError **error)
{
  const char *name = argc > 1 ? argv[1] : "";

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (name, commands[i].name) == 0)
      return commands[i].run (argc - 1, argv + 1, error);

  return refuse (error, *name == '\0' ? "which command? --help lists them" : "there is no such command; --help lists them");
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;

  umask (077);
  signal (SIGPIPE, SIG_IGN);
  if (argc == 2 && strcmp (argv[1], "--help") == 0)
    {
      print_help ();
      return 0;
    }
  if (argc == 2 && strcmp (argv[1], "--version") == 0)
    {
      g_print ("foyer-directory %s\n", FOYER_VERSION);
      return 0;
    }
  if (run (argc, argv, &error))
    return 0;

  g_printerr ("foyer-directory: %s\n", error->message);

  return foyer_directory_error_get_status (error);
}
