/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-space.h"

#include <string.h>

#include "core/foyer-cancellation.h"
#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "core/foyer-opening.h"
#include "core/foyer-part.h"
#include "core/foyer-text.h"

#define CUT_OFF_MAX (12 * 60)
#define LAT_MAX_E6 90000000
#define LON_MAX_E6 180000000

static const char * const kinds[] = {
  [FOYER_SPACE_HOME] = "home",
  [FOYER_SPACE_COWORKING] = "coworking",
  [FOYER_SPACE_THIRD_PLACE] = "third-place",
};

/**
 * foyer_space_kind_get_name:
 * @kind: a kind
 *
 * Returns: (transfer none): the word of scripts, files and the database; never translated
 */
const char *
foyer_space_kind_get_name (FoyerSpaceKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), "home");

  return kinds[kind];
}

/**
 * foyer_space_kind_parse:
 * @name: any text
 * @kind: (out): the kind
 * @error: return location for an error
 *
 * Reads the word of a kind, exactly as [func@space_kind_get_name] gives it.
 *
 * Returns: whether @name is one, else %FOYER_ERROR_INVALID
 */
gboolean
foyer_space_kind_parse (const char      *name,
                        FoyerSpaceKind  *kind,
                        GError         **error)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (name, kinds[i]))
      {
        *kind = (FoyerSpaceKind) i;
        return TRUE;
      }

  g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID,
                       "Not a kind of space: home, coworking or third-place");
  return FALSE;
}

static void
clear_desk (gpointer data)
{
  g_free (((FoyerNamedDesk *) data)->name);
}

static GArray *
new_desks (void)
{
  GArray *desks = g_array_new (FALSE, FALSE, sizeof (FoyerNamedDesk));

  g_array_set_clear_func (desks, clear_desk);

  return desks;
}

/**
 * foyer_space_add_desk:
 * @self: a space
 * @key: what the store knows it by, or 0
 * @name: any text
 *
 * Gives one more seat of @self a name.
 */
void
foyer_space_add_desk (FoyerSpace *self,
                      int         key,
                      const char *name)
{
  FoyerNamedDesk desk = { .key = key };

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  desk.name = g_strdup (name);
  g_array_append_val (self->desks, desk);
}

/**
 * foyer_space_find_desk:
 * @self: a space
 * @name: any text
 *
 * Returns: the place in its list of the desk that @name means, whatever its capitals and accents, or -1
 */
int
foyer_space_find_desk (const FoyerSpace *self,
                       const char       *name)
{
  g_autofree char *fold = NULL;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (name != NULL, -1);

  fold = foyer_text_fold (name);
  for (guint i = 0; i < self->desks->len; i++)
    {
      g_autofree char *other = foyer_text_fold (g_array_index (self->desks, FoyerNamedDesk, i).name);

      if (g_str_equal (fold, other))
        return (int) i;
    }

  return -1;
}

/**
 * foyer_space_new:
 *
 * Makes a home without a name and with one seat, and else with the usual values: 4.00 EUR
 * and half of it for half a day, half at 13:00, cut-off at 03:00, cancelled for nothing
 * until 18:00 the day before, in Europe/Paris.
 *
 * Returns: (transfer full): a new space
 */
FoyerSpace *
foyer_space_new (void)
{
  FoyerSpace *self = g_new0 (FoyerSpace, 1);

  self->id = g_strdup ("");
  self->name = g_strdup ("");
  self->kind = FOYER_SPACE_HOME;
  self->seats = 1;
  self->price_minor = 400;
  self->half_price_minor = -1;
  g_strlcpy (self->currency, "EUR", sizeof self->currency);
  self->half_at = FOYER_HALF_AT_DEFAULT;
  self->cut_off = FOYER_CUT_OFF_DEFAULT;
  self->cancel_minute = 18 * 60;
  self->cancel_days = 1;
  self->tz = g_strdup ("Europe/Paris");
  self->street = g_strdup ("");
  self->postcode = g_strdup ("");
  self->city = g_strdup ("");
  self->door = g_strdup ("");
  self->wifi = g_strdup ("");
  self->about = g_strdup ("");
  self->rules = g_strdup ("");
  self->note = g_strdup ("");
  self->tags = g_new0 (char *, 1);
  self->photos = g_new0 (char *, 1);
  self->desks = new_desks ();
  self->shares = foyer_share_list_new ();

  return self;
}

/**
 * foyer_space_copy:
 * @self: a space
 *
 * Returns: (transfer full): a space like @self
 */
FoyerSpace *
foyer_space_copy (const FoyerSpace *self)
{
  FoyerSpace *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->tz = g_strdup (self->tz);
  copy->street = g_strdup (self->street);
  copy->postcode = g_strdup (self->postcode);
  copy->city = g_strdup (self->city);
  copy->door = g_strdup (self->door);
  copy->wifi = g_strdup (self->wifi);
  copy->about = g_strdup (self->about);
  copy->rules = g_strdup (self->rules);
  copy->note = g_strdup (self->note);
  copy->tags = g_strdupv (self->tags);
  copy->photos = g_strdupv (self->photos);
  copy->desks = self->desks != NULL ? new_desks () : NULL;
  for (guint i = 0; self->desks != NULL && i < self->desks->len; i++)
    {
      const FoyerNamedDesk *desk = &g_array_index (self->desks, FoyerNamedDesk, i);

      foyer_space_add_desk (copy, desk->key, desk->name);
    }
  copy->shares = foyer_share_list_copy (self->shares);

  return copy;
}

/**
 * foyer_space_free:
 * @self: (transfer full): a space
 *
 * Frees @self and its texts.
 */
void
foyer_space_free (FoyerSpace *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->name);
  g_free (self->tz);
  g_free (self->street);
  g_free (self->postcode);
  g_free (self->city);
  g_free (self->door);
  g_free (self->wifi);
  g_free (self->about);
  g_free (self->rules);
  g_free (self->note);
  g_strfreev (self->tags);
  g_strfreev (self->photos);
  g_clear_pointer (&self->desks, g_array_unref);
  g_array_unref (self->shares);
  g_free (self);
}

static const char *
find_number_fault (const FoyerSpace *self)
{
  if (self->kind >= G_N_ELEMENTS (kinds))
    return "kind is not home, coworking or third-place";
  if (self->seats < 1 || self->seats > FOYER_SEATS_MAX)
    return "seats is not from 1 to 500";
  if (self->desks != NULL && self->desks->len > (guint) self->seats)
    return "desks with a name are more than the seats";
  if (self->price_minor < 0)
    return "price is below zero";
  if (self->half_price_minor < -1)
    return "half price is below zero";
  if (self->half_price_minor > self->price_minor)
    return "half price is more than the price";
  if (self->half_at <= 0 || self->half_at >= 1440)
    return "half is not within the day";
  if (self->cut_off < 0 || self->cut_off > CUT_OFF_MAX)
    return "cut-off is not from 00:00 to 12:00";
  if (self->cancel_minute < 0 || self->cancel_minute > 1440)
    return "cancellation hour is not within a day";
  if (self->cancel_days < 0 || self->cancel_days > FOYER_CANCEL_DAYS_MAX)
    return "cancellation days is not from 0 to 366";
  if (self->has_point && (self->lat_e6 < -LAT_MAX_E6 || self->lat_e6 > LAT_MAX_E6 ||
                          self->lon_e6 < -LON_MAX_E6 || self->lon_e6 > LON_MAX_E6))
    return "point is not on the Earth";

  return NULL;
}

static gboolean
check_rules (const FoyerSpace  *self,
             GError           **error)
{
  const char *fault = find_number_fault (self);
  g_autoptr(GTimeZone) zone = NULL;

  if (fault == NULL &&
      (memchr (self->currency, '\0', sizeof self->currency) == NULL ||
       !foyer_currency_is_valid (self->currency)))
    fault = "currency is no code of ISO 4217";
  if (fault != NULL)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, fault);
      return FALSE;
    }
  if (self->price_minor > FOYER_MONEY_MAX)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_TOO_MUCH,
                           "price is more than any amount that is kept");
      return FALSE;
    }
  if (self->kind == FOYER_SPACE_HOME && self->public_address)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_HOME_ADDRESS,
                           "the street of a home is never public");
      return FALSE;
    }

  if (!foyer_share_list_check (self->shares, self->price_minor, error)
      || !foyer_fair_use_check (&self->limits, error))
    return FALSE;

  zone = foyer_zone_new (self->tz, error);

  return zone != NULL;
}

static gboolean
take_clean (char **text,
            char  *cleaned)
{
  if (cleaned == NULL)
    return FALSE;
  g_free (*text);
  *text = cleaned;

  return TRUE;
}

static gboolean
clean_tags (FoyerSpace  *self,
            GError     **error)
{
  char **tags = foyer_text_clean_list ((const char * const *) self->tags, "tag",
                                       FOYER_TAGS_MAX, FOYER_TAG_MAX, error);

  if (tags == NULL)
    return FALSE;
  g_strfreev (self->tags);
  self->tags = tags;

  return TRUE;
}

static gboolean
clean_desks (FoyerSpace  *self,
             GError     **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; self->desks != NULL && i < self->desks->len; i++)
    {
      FoyerNamedDesk *desk = &g_array_index (self->desks, FoyerNamedDesk, i);

      if (!take_clean (&desk->name, foyer_text_clean_name (desk->name, "desk", FOYER_DESK_NAME_MAX, error)))
        return FALSE;
      if (!g_hash_table_add (seen, foyer_text_fold (desk->name)))
        {
          g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "desks have the same name twice");
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
clean_texts (FoyerSpace  *self,
             GError     **error)
{
  const struct {
    char      **text;
    const char *field;
  } lines[] = {
    { &self->street, "street" },
    { &self->postcode, "postcode" },
    { &self->city, "city" },
    { &self->door, "door" },
    { &self->wifi, "wifi" },
  };

  if (!take_clean (&self->name, foyer_text_clean_name (self->name, "name", FOYER_NAME_MAX, error)))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!take_clean (lines[i].text, foyer_text_clean_line (*lines[i].text, lines[i].field,
                                                           FOYER_LINE_MAX, error)))
      return FALSE;

  return take_clean (&self->about, foyer_text_clean_block (self->about, "about",
                                                           FOYER_ABOUT_MAX, error)) &&
         take_clean (&self->rules, foyer_text_clean_block (self->rules, "rules",
                                                           FOYER_RULES_MAX, error)) &&
         take_clean (&self->note, foyer_text_clean_block (self->note, "note",
                                                          FOYER_ABOUT_MAX, error)) &&
         clean_tags (self, error) &&
         clean_desks (self, error);
}

/**
 * foyer_space_check:
 * @self: a space
 * @error: return location for an error
 *
 * Cleans the texts of @self in place and checks every field, alone and together.
 *
 * Returns: whether @self can be kept; else %FOYER_ERROR_INVALID, whose message begins with
 *   the field, %FOYER_ERROR_TOO_MUCH for the price, or %FOYER_ERROR_HOME_ADDRESS for a home
 *   with a public address
 */
gboolean
foyer_space_check (FoyerSpace  *self,
                   GError     **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return clean_texts (self, error) && check_rules (self, error);
}

/**
 * foyer_space_get_price:
 * @self: a checked space
 * @halves: a mask of #FoyerPart
 *
 * Returns: what one seat costs for @halves, in minor units of its currency
 */
gint64
foyer_space_get_price (const FoyerSpace *self,
                       guint             halves)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (halves >= FOYER_PART_AM && halves <= FOYER_PART_FULL, 0);

  if (halves == FOYER_PART_FULL)
    return self->price_minor;
  if (self->half_price_minor >= 0)
    return self->half_price_minor;

  return foyer_money_half ((FoyerMoney) { .minor = self->price_minor }).minor;
}

/**
 * foyer_space_get_holiday:
 * @self: a space
 * @day: a day
 *
 * Returns: which public holiday @day is where @self is, closed then or not, or
 *   %FOYER_HOLIDAY_NONE
 */
FoyerHoliday
foyer_space_get_holiday (const FoyerSpace *self,
                         FoyerDay          day)
{
  g_return_val_if_fail (self != NULL, FOYER_HOLIDAY_NONE);

  return foyer_holidays_get (foyer_holidays_find_region (self->tz, self->postcode), day);
}
