/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "cli/commands/foyer-cli-commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/foyer-cli-days.h"
#include "cli/foyer-cli-error.h"
#include "cli/foyer-cli-fair-use.h"
#include "cli/foyer-cli-read.h"
#include "cli/foyer-cli.h"
#include "core/foyer-cancellation.h"
#include "core/foyer-opening.h"
#include "storage/foyer-store-spaces.h"
#include "words/foyer-words-cancellation.h"

#define SPACE_OPTIONS \
  { "name", NC_("placeholder", "NAME"), N_("What guests call the space") }, \
  { "kind", NC_("placeholder", "KIND"), N_("home, coworking or third-place") }, \
  { "seats", NC_("placeholder", "N"), N_("How many people find a seat, 1 to 500") }, \
  { "price", NC_("placeholder", "AMOUNT"), N_("What a seat costs for a full day; 4.00 unless said otherwise") }, \
  { "half-price", NC_("placeholder", "AMOUNT"), N_("What it costs for half a day; half the price, rounded up, unless said otherwise") }, \
  { "half-at", NC_("placeholder", "HOUR"), N_("When the morning ends; 13:00 unless said otherwise") }, \
  { "share", NC_("placeholder", "NAME=AMOUNT"), N_("Where a part of the price goes, such as Heating=0.80; may be repeated"), .many = TRUE }, \
  { "currency", NC_("placeholder", "CODE"), N_("The currency of the prices; EUR unless said otherwise") }, \
  { "cancel-at", NC_("placeholder", "HOUR"), N_("Until when guests cancel at no cost; 18:00 unless said otherwise") }, \
  { "cancel-days", NC_("placeholder", "N"), N_("So many days before, 0 to 366; 1 unless said otherwise") }, \
  { "tz", NC_("placeholder", "ZONE"), N_("The time zone; Europe/Paris unless said otherwise") }, \
  { "street", NC_("placeholder", "TEXT"), N_("Number and street; they stay on this computer") }, \
  { "postcode", NC_("placeholder", "TEXT"), N_("The postcode") }, \
  { "city", NC_("placeholder", "TEXT"), N_("The town; with the postcode it gives the point on the map") }, \
  { "lat", NC_("placeholder", "DEGREES"), N_("The latitude, together with --lon, instead of the point of the town") }, \
  { "lon", NC_("placeholder", "DEGREES"), N_("The longitude, together with --lat") }, \
  { "door", NC_("placeholder", "TEXT"), N_("How to get in: a code, a floor, a bell; it stays on this computer") }, \
  { "wifi", NC_("placeholder", "TEXT"), N_("The network and its password; they stay on this computer") }, \
  { "note", NC_("placeholder", "TEXT"), N_("What only accepted guests read; it stays on this computer until then") }, \
  { "about", NC_("placeholder", "TEXT"), N_("What the space is like") }, \
  { "rules", NC_("placeholder", "TEXT"), N_("What guests should know before they come") }, \
  { "tag", NC_("placeholder", "TEXT"), N_("A word for what is there, such as quiet or fibre; may be repeated"), .many = TRUE }, \
  { "desk", NC_("placeholder", "NAME"), N_("What a seat is called; repeated for each seat that has a name, in their order"), .many = TRUE }, \
  { "holidays", NC_("placeholder", "WHAT"), N_("Whether the week holds on public holidays: open, as unless said otherwise, or closed") }, \
  { "limit-week", NC_("placeholder", "N"), N_("On how many days of a week one person may have a seat; off unless said otherwise") }, \
  { "limit-open", NC_("placeholder", "N"), N_("How many bookings one person may have ahead; off unless said otherwise") }, \
  { "limit-seats", NC_("placeholder", "N"), N_("How many seats one person may have at a time; off unless said otherwise") }, \
  { "limit-ahead", NC_("placeholder", "N"), N_("How many days ahead guests may ask for; off unless said otherwise") }, \
  { "public-address", NULL, N_("Let everybody see the street; refused for a home") }

static const FoyerCliOption add_options[] = {
  SPACE_OPTIONS,
  { NULL },
};

static const FoyerCliOption edit_options[] = {
  SPACE_OPTIONS,
  { "no-public-address", NULL, N_("Keep the street private again") },
  { NULL },
};

static void
read_texts (FoyerCliArgs *args,
            FoyerSpace   *space)
{
  const struct {
    const char *option;
    char      **text;
  } texts[] = {
    { "name", &space->name },
    { "tz", &space->tz },
    { "street", &space->street },
    { "postcode", &space->postcode },
    { "city", &space->city },
    { "door", &space->door },
    { "wifi", &space->wifi },
    { "note", &space->note },
    { "about", &space->about },
    { "rules", &space->rules },
  };
  const char * const *tags = foyer_cli_args_get_all (args, "tag");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (foyer_cli_args_has (args, texts[i].option))
      g_set_str (texts[i].text, foyer_cli_args_get (args, texts[i].option));
  if (tags != NULL)
    {
      g_strfreev (space->tags);
      /* One empty tag is how the tags of a space are taken away. */
      space->tags = tags[1] == NULL && *tags[0] == '\0' ? g_new0 (char *, 1)
                                                        : g_strdupv ((char **) tags);
    }
}

/* The desks in a new order: one of the same name is the same desk, and a new name in the place of one that
 * is gone is its new name, so that wishes follow it. */
static void
read_desks (FoyerCliArgs *args,
            FoyerSpace   *space)
{
  const char * const *names = foyer_cli_args_get_all (args, "desk");
  g_autoptr(FoyerSpace) old = NULL;
  g_autofree gboolean *kept = NULL;

  /* One empty name is how all are taken away. */
  if (names == NULL)
    return;
  old = foyer_space_copy (space);
  kept = g_new0 (gboolean, old->desks->len + 1);
  g_array_set_size (space->desks, 0);
  if (names[1] == NULL && *names[0] == '\0')
    return;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      const int at = foyer_space_find_desk (old, names[i]);

      if (at >= 0)
        kept[at] = TRUE;
    }
  for (gsize i = 0; names[i] != NULL; i++)
    {
      int at = foyer_space_find_desk (old, names[i]);

      if (at < 0 && i < old->desks->len && !kept[i])
        at = (int) i;
      foyer_space_add_desk (space, at >= 0 ? g_array_index (old->desks, FoyerNamedDesk, at).key : 0, names[i]);
    }
}

static gboolean
read_kind (FoyerCliArgs  *args,
           FoyerSpace    *space,
           GError       **error)
{
  const char *text = foyer_cli_args_get (args, "kind");
  g_autofree char *quoted = NULL;

  if (text == NULL || foyer_space_kind_parse (text, &space->kind, NULL))
    return TRUE;
  quoted = foyer_cli_quote (text);

  return foyer_cli_refuse (error, _("--kind wants home, coworking or third-place, not “%s”."), quoted);
}

static gboolean
read_holidays (FoyerCliArgs  *args,
               FoyerSpace    *space,
               GError       **error)
{
  const char *text = foyer_cli_args_get (args, "holidays");
  g_autofree char *quoted = NULL;

  if (text == NULL)
    return TRUE;
  space->closed_on_holidays = g_str_equal (text, "closed");
  if (space->closed_on_holidays || g_str_equal (text, "open"))
    return TRUE;
  quoted = foyer_cli_quote (text);

  return foyer_cli_refuse (error, _("--holidays wants open or closed, not “%s”."), quoted);
}

/* A price means something only in its currency: one that counts in other units asks for
 * the price anew. */
static gboolean
read_prices (FoyerCliArgs  *args,
             FoyerSpace    *space,
             GError       **error)
{
  const char *currency = foyer_cli_args_get (args, "currency");
  const char *half = foyer_cli_args_get (args, "half-price");

  if (currency != NULL)
    {
      g_autofree char *quoted = foyer_cli_quote (currency);

      if (!foyer_currency_is_valid (currency))
        return foyer_cli_refuse (error, _("--currency wants a code such as EUR, not “%s”."), quoted);
      if (foyer_currency_get_digits (currency) != foyer_currency_get_digits (space->currency))
        {
          if (!foyer_cli_args_has (args, "price"))
            return foyer_cli_refuse (error, _("With --currency %s say the price too, with --price."), quoted);
          space->half_price_minor = -1;
        }
      g_strlcpy (space->currency, currency, sizeof space->currency);
    }
  if (!foyer_cli_read_price (args, "price", space->currency, &space->price_minor, error))
    return FALSE;
  if (half != NULL && *half == '\0')
    {
      space->half_price_minor = -1;
      return TRUE;
    }

  return foyer_cli_read_price (args, "half-price", space->currency, &space->half_price_minor, error);
}

static gboolean
read_share (const char  *text,
            FoyerSpace  *space,
            GError     **error)
{
  const char *sign = strrchr (text, '=');
  g_autofree char *label = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : NULL;
  g_autofree char *quoted = NULL;
  FoyerMoney money;

  if (label != NULL && foyer_money_parse (sign + 1, space->currency, &money, NULL))
    {
      foyer_share_list_add (space->shares, label, money.minor);
      return TRUE;
    }
  quoted = foyer_cli_quote (text);
  if (foyer_currency_get_digits (space->currency) == 0)
    return foyer_cli_refuse (error, _("--share wants a name and an amount in %s such as Heating=80, without decimals, not “%s”."),
                             space->currency, quoted);

  return foyer_cli_refuse (error, _("--share wants a name and an amount in %s such as Heating=0.80, not “%s”."),
                           space->currency, quoted);
}

/* Like tags: all are said together, and one empty one takes them away. */
static gboolean
read_shares (FoyerCliArgs  *args,
             FoyerSpace    *space,
             const char    *old_currency,
             GError       **error)
{
  const char * const *texts = foyer_cli_args_get_all (args, "share");

  if (texts == NULL)
    {
      if (space->shares->len == 0
          || foyer_currency_get_digits (space->currency) == foyer_currency_get_digits (old_currency))
        return TRUE;
      return foyer_cli_refuse (error, _("With --currency %s say the shares too, with --share."), space->currency);
    }

  g_array_set_size (space->shares, 0);
  if (texts[1] == NULL && *texts[0] == '\0')
    return TRUE;
  for (gsize i = 0; texts[i] != NULL; i++)
    if (!read_share (texts[i], space, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_place (FoyerCliArgs  *args,
            FoyerSpace    *space,
            GError       **error)
{
  gboolean moved = foyer_cli_args_has (args, "postcode") || foyer_cli_args_has (args, "city");

  if (foyer_cli_args_has (args, "lat") != foyer_cli_args_has (args, "lon"))
    return foyer_cli_refuse (error, _("--lat and --lon are given together or not at all."));
  if (foyer_cli_args_has (args, "public-address") && foyer_cli_args_has (args, "no-public-address"))
    return foyer_cli_refuse (error, _("--public-address and --no-public-address exclude each other."));

  if (foyer_cli_args_has (args, "public-address"))
    space->public_address = TRUE;
  if (foyer_cli_args_has (args, "no-public-address"))
    space->public_address = FALSE;
  /* A new town has another point; the store asks the gazetteer for it. */
  if (foyer_cli_args_has (args, "lat"))
    space->has_point = TRUE;
  else if (moved)
    space->has_point = FALSE;

  return foyer_cli_read_degrees (args, "lat", 90, &space->lat_e6, error)
         && foyer_cli_read_degrees (args, "lon", 180, &space->lon_e6, error);
}

static gboolean
read_space (FoyerCliArgs  *args,
            FoyerSpace    *space,
            GError       **error)
{
  char old_currency[sizeof space->currency];

  g_strlcpy (old_currency, space->currency, sizeof old_currency);
  read_texts (args, space);
  read_desks (args, space);

  return read_kind (args, space, error)
         && foyer_cli_read_int (args, "seats", 1, FOYER_SEATS_MAX, &space->seats, error)
         && foyer_cli_read_minute (args, "half-at", &space->half_at, error)
         && foyer_cli_read_minute (args, "cancel-at", &space->cancel_minute, error)
         && foyer_cli_read_int (args, "cancel-days", 0, FOYER_CANCEL_DAYS_MAX, &space->cancel_days, error)
         && read_prices (args, space, error)
         && read_shares (args, space, old_currency, error)
         && read_place (args, space, error)
         && read_holidays (args, space, error)
         && foyer_cli_read_fair_use (args, &space->limits, error)
         && foyer_space_check (space, error);
}

static FoyerSpace *
save_space (FoyerCli          *cli,
            const FoyerSpace  *space,
            GError           **error)
{
  foyer_store_save_space_async (foyer_cli_get_store (cli), space, foyer_cli_get_cancellable (cli),
                                foyer_cli_result_cb, cli);

  return foyer_store_save_space_finish (foyer_cli_get_store (cli), foyer_cli_wait (cli), NULL, error);
}

static void
answer_id (FoyerCli         *cli,
           const FoyerSpace *space)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, space->id);
  json_builder_end_object (builder);
  foyer_cli_answer_json (cli, builder);
}

/* Back in words, where the rule was chosen. */
static void
say_rule (FoyerCli         *cli,
          const FoyerSpace *space)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autofree char *rule = NULL;

  if (!foyer_cli_args_has (args, "cancel-at") && !foyer_cli_args_has (args, "cancel-days"))
    return;
  rule = foyer_words_cancellation_rule (space->cancel_minute, space->cancel_days);
  foyer_cli_say (cli, "%s", rule);
}

static gboolean
run_add (FoyerCli  *cli,
         GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autoptr(FoyerSpace) space = foyer_space_new ();
  g_autoptr(FoyerSpace) saved = NULL;

  if (!foyer_cli_need (args, "name", error)
      || !foyer_cli_need (args, "kind", error)
      || !foyer_cli_need (args, "seats", error)
      || !read_space (args, space, error)
      || !foyer_cli_open (cli, error))
    return FALSE;

  saved = save_space (cli, space, error);
  if (saved == NULL)
    return FALSE;
  if (foyer_cli_wants_json (cli))
    answer_id (cli, saved);
  else
    {
      /* Translators: the first %s is the name of a space, the second its id */
      foyer_cli_say (cli, ngettext ("“%s” is added with %d seat. Its id is %s.",
                                    "“%s” is added with %d seats. Its id is %s.", (gulong) saved->seats),
                     saved->name, saved->seats, saved->id);
      say_rule (cli, saved);
      foyer_cli_say_fair_use (cli, &saved->limits);
    }

  return TRUE;
}

static gboolean
run_edit (FoyerCli  *cli,
          GError   **error)
{
  FoyerCliArgs *args = foyer_cli_get_args (cli);
  g_autoptr(FoyerSpace) space = NULL;
  g_autoptr(FoyerSpace) saved = NULL;
  gboolean any = FALSE;

  for (const FoyerCliOption *option = edit_options; option->name != NULL; option++)
    any = any || foyer_cli_args_has (args, option->name);
  if (!any)
    return foyer_cli_refuse (error, _("“space edit” needs at least one option that says what changes."));

  if (!foyer_cli_open (cli, error))
    return FALSE;
  space = foyer_cli_find_space (cli, foyer_cli_args_get_argument (args, 0), error);
  if (space == NULL || !read_space (args, space, error))
    return FALSE;

  saved = save_space (cli, space, error);
  if (saved == NULL)
    return foyer_cli_say_in_the_way (cli, space, *error);
  if (foyer_cli_wants_json (cli))
    answer_id (cli, saved);
  else
    {
      foyer_cli_say (cli, _("“%s” is changed."), saved->name);
      say_rule (cli, saved);
      foyer_cli_say_fair_use (cli, &saved->limits);
      if (foyer_cli_args_has (args, "holidays") && saved->closed_on_holidays)
        foyer_cli_say_unknown_holidays (cli, saved);
    }

  return TRUE;
}

const FoyerCliCommand foyer_cmd_space_add = {
  .name = "space add",
  .synopsis = N_("--name NAME --kind KIND --seats N [OPTION…]"),
  .summary = N_("Add a space where people find a seat"),
  .about = N_("Adds a space and says its id. A name and a number of seats are enough to begin; everything can be "
              "changed later with “space edit”. Nothing of it leaves this computer.\n"
              "\n"
              "A new space is closed every day until “foyerctl open” opens it."),
  .options = add_options,
  .run = run_add,
};

const FoyerCliCommand foyer_cmd_space_edit = {
  .name = "space edit",
  .synopsis = N_("SPACE OPTION…"),
  .summary = N_("Change what is known about a space"),
  .about = N_("Changes what the options say and leaves the rest as it is. An empty text takes away what was there; "
              "one empty --tag takes away all tags, one empty --share all shares, one empty --desk all names of desks. A new "
              "name in the place of an old one is the same desk under another name; one that is pinned for a booking ahead "
              "is not taken away. Bookings keep the price at which they were confirmed.\n"
              "\n"
              "Seats cannot become fewer than are taken on some day."),
  .arguments = { NC_("placeholder", "SPACE") },
  .options = edit_options,
  .run = run_edit,
};
