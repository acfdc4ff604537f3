/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-space-fields.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "ui/calendar/foyer-time-row.h"
#include "ui/spaces/foyer-share-field.h"
#include "ui/spaces/foyer-tag-field.h"
#include "words/foyer-words.h"

typedef enum { TYPE_LINE, TYPE_BLOCK, TYPE_KIND, TYPE_NUMBER, TYPE_MINUTE, TYPE_MONEY, TYPE_CURRENCY,
               TYPE_SWITCH, TYPE_TAGS, TYPE_SHARES } FieldType;

typedef struct {
  const char *widget;
  const char *title;          /* where the widget has none of its own */
  const char *page;
  const char *fault;          /* how an error about it begins */
  FieldType   type;
  gsize       offset;
} FieldInfo;

#define AT(member) G_STRUCT_OFFSET (FoyerSpace, member)

static const FieldInfo fields[FOYER_N_FIELDS] = {
  [FOYER_FIELD_NAME] = { "name_row", NULL, "place", "name ", TYPE_LINE, AT (name) },
  [FOYER_FIELD_KIND] = { "kind_group", N_("Kind"), "place", "kind ", TYPE_KIND, AT (kind) },
  [FOYER_FIELD_ABOUT] = { "about_view", N_("About"), "place", "about ", TYPE_BLOCK, AT (about) },
  [FOYER_FIELD_STREET] = { "street_row", NULL, "place", "street ", TYPE_LINE, AT (street) },
  [FOYER_FIELD_POSTCODE] = { "postcode_row", NULL, "place", "postcode ", TYPE_LINE, AT (postcode) },
  [FOYER_FIELD_CITY] = { "city_row", NULL, "place", "city ", TYPE_LINE, AT (city) },
  [FOYER_FIELD_ACCESS] = { "access_field", N_("Accessibility"), "offers", "access ", TYPE_TAGS, AT (tags) },
  [FOYER_FIELD_AMENITIES] = { "amenities_field", N_("Amenities"), "offers", "amenity ", TYPE_TAGS, AT (tags) },
  [FOYER_FIELD_OWN_WORDS] = { "own_words_field", N_("In Your Own Words"), "offers", "tag ", TYPE_TAGS, AT (tags) },
  [FOYER_FIELD_SEATS] = { "seats_row", NULL, "seats", "seats ", TYPE_NUMBER, AT (seats) },
  [FOYER_FIELD_HALF_AT] = { "half_at_row", NULL, "seats", "half is ", TYPE_MINUTE, AT (half_at) },
  [FOYER_FIELD_HOLIDAYS] = { "holidays_row", NULL, "hours", "holidays ", TYPE_SWITCH, AT (closed_on_holidays) },
  [FOYER_FIELD_PRICE] = { "price_row", NULL, "price", "price ", TYPE_MONEY, AT (price_minor) },
  [FOYER_FIELD_HALF_PRICE] = { "half_price_row", NULL, "price", "half price ", TYPE_MONEY, AT (half_price_minor) },
  [FOYER_FIELD_CURRENCY] = { "currency_row", NULL, "price", "currency ", TYPE_CURRENCY, AT (currency) },
  [FOYER_FIELD_SHARES] = { "shares_field", N_("Where the Price Goes"), "price", "share", TYPE_SHARES, AT (shares) },
  [FOYER_FIELD_CANCEL_MINUTE] = { "cancel_minute_row", NULL, "price", "cancellation hour ", TYPE_MINUTE, AT (cancel_minute) },
  [FOYER_FIELD_CANCEL_DAYS] = { "cancel_days_row", NULL, "price", "cancellation days ", TYPE_NUMBER, AT (cancel_days) },
  [FOYER_FIELD_RULES] = { "rules_view", N_("House Rules"), "rules", "rules ", TYPE_BLOCK, AT (rules) },
  [FOYER_FIELD_LIMIT_WEEK] = { "limit_week_row", NULL, "rules", "limit week ", TYPE_NUMBER, AT (limits.week) },
  [FOYER_FIELD_LIMIT_OPEN] = { "limit_open_row", NULL, "rules", "limit open ", TYPE_NUMBER, AT (limits.open) },
  [FOYER_FIELD_LIMIT_SEATS] = { "limit_seats_row", NULL, "rules", "limit seats ", TYPE_NUMBER, AT (limits.seats) },
  [FOYER_FIELD_LIMIT_AHEAD] = { "limit_ahead_row", NULL, "rules", "limit ahead ", TYPE_NUMBER, AT (limits.ahead) },
  [FOYER_FIELD_DOOR] = { "door_row", NULL, "after", "door ", TYPE_LINE, AT (door) },
  [FOYER_FIELD_WIFI] = { "wifi_row", NULL, "after", "wifi ", TYPE_LINE, AT (wifi) },
  [FOYER_FIELD_NOTE] = { "note_view", N_("In Your Words"), "after", "note ", TYPE_BLOCK, AT (note) },
};

#define MEMBER(space, field, Type) G_STRUCT_MEMBER (Type, space, fields[field].offset)

static char *
get_text (FoyerSpaceField  field,
          GtkWidget       *widget)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (fields[field].type != TYPE_BLOCK)
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget))));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
set_text (FoyerSpaceField  field,
          GtkWidget       *widget,
          const char      *text)
{
  g_autofree char *now = get_text (field, widget);

  if (g_strcmp0 (now, text) == 0)
    return;

  if (fields[field].type == TYPE_BLOCK)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
}

char *
foyer_space_field_format_money (const FoyerSpace *space,
                                gint64            minor)
{
  FoyerMoney money = { minor, { 0 } };

  memcpy (money.currency, space->currency, sizeof money.currency);

  return foyer_words_money_typed (money);
}

static gboolean
read_money (FoyerSpaceField   field,
            GtkWidget        *widget,
            FoyerSpace       *space,
            GError          **error)
{
  g_autofree char *text = get_text (field, widget);
  FoyerMoney money;

  if (field == FOYER_FIELD_HALF_PRICE && *text == '\0')
    {
      space->half_price_minor = -1;
      return TRUE;
    }
  if (!foyer_money_parse (text, space->currency, &money, error))
    return FALSE;

  MEMBER (space, field, gint64) = money.minor;

  return TRUE;
}

const char *
foyer_space_field_get_widget (FoyerSpaceField field)
{
  g_return_val_if_fail (field < FOYER_N_FIELDS, NULL);

  return fields[field].widget;
}

const char *
foyer_space_field_get_page (FoyerSpaceField field)
{
  g_return_val_if_fail (field < FOYER_N_FIELDS, NULL);

  return fields[field].page;
}

const char *
foyer_space_field_get_title (FoyerSpaceField  field,
                             GtkWidget       *widget)
{
  g_return_val_if_fail (field < FOYER_N_FIELDS, NULL);

  if (fields[field].title != NULL)
    return gettext (fields[field].title);

  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
}

FoyerSpaceField
foyer_space_field_find (const GError    *error,
                        FoyerSpaceField  otherwise)
{
  g_return_val_if_fail (error != NULL, otherwise);

  for (int field = 0; field < FOYER_N_FIELDS && error->domain == FOYER_ERROR; field++)
    if (g_str_has_prefix (error->message, fields[field].fault))
      return field;

  return otherwise;
}

gboolean
foyer_space_field_is_equal (FoyerSpaceField   field,
                            const FoyerSpace *a,
                            const FoyerSpace *b)
{
  g_return_val_if_fail (field < FOYER_N_FIELDS, TRUE);

  switch (fields[field].type)
    {
    case TYPE_LINE:
    case TYPE_BLOCK:
      return g_strcmp0 (MEMBER (a, field, char *), MEMBER (b, field, char *)) == 0;
    case TYPE_KIND:
      return a->kind == b->kind;
    case TYPE_NUMBER:
    case TYPE_MINUTE:
    case TYPE_SWITCH:
      return MEMBER (a, field, int) == MEMBER (b, field, int);
    case TYPE_MONEY:
      return MEMBER (a, field, gint64) == MEMBER (b, field, gint64);
    case TYPE_CURRENCY:
      return g_strcmp0 (a->currency, b->currency) == 0;
    case TYPE_TAGS:
      return g_strv_equal ((const char * const *) a->tags, (const char * const *) b->tags);
    case TYPE_SHARES:
      return foyer_share_list_equal (a->shares, b->shares);
    default:
      g_assert_not_reached ();
    }
}

void
foyer_space_field_show (FoyerSpaceField   field,
                        GtkWidget        *widget,
                        const FoyerSpace *space)
{
  g_autofree char *text = NULL;

  g_return_if_fail (field < FOYER_N_FIELDS);
  g_return_if_fail (space != NULL);

  switch (fields[field].type)
    {
    case TYPE_LINE:
    case TYPE_BLOCK:
      set_text (field, widget, MEMBER (space, field, char *));
      break;
    case TYPE_KIND:
      adw_toggle_group_set_active (ADW_TOGGLE_GROUP (widget), space->kind);
      break;
    case TYPE_NUMBER:
      adw_spin_row_set_value (ADW_SPIN_ROW (widget), MEMBER (space, field, int));
      break;
    case TYPE_MINUTE:
      /* Said once more, it would take the place of a time that is just being typed. */
      if (foyer_time_row_get_minute (ADW_SPIN_ROW (widget)) != MEMBER (space, field, int))
        foyer_time_row_set_minute (ADW_SPIN_ROW (widget), MEMBER (space, field, int));
      break;
    case TYPE_MONEY:
      text = MEMBER (space, field, gint64) < 0 ? g_strdup ("")
                                               : foyer_space_field_format_money (space, MEMBER (space, field, gint64));
      set_text (field, widget, text);
      break;
    case TYPE_CURRENCY:
      set_text (field, widget, space->currency);
      break;
    case TYPE_SWITCH:
      adw_switch_row_set_active (ADW_SWITCH_ROW (widget), MEMBER (space, field, gboolean));
      break;
    case TYPE_TAGS:
      foyer_tag_field_show (FOYER_TAG_FIELD (widget), space);
      break;
    case TYPE_SHARES:
      foyer_share_field_show (FOYER_SHARE_FIELD (widget), space);
      break;
    default:
      g_assert_not_reached ();
    }
}

gboolean
foyer_space_field_read (FoyerSpaceField   field,
                        GtkWidget        *widget,
                        FoyerSpace       *space,
                        GError          **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (field < FOYER_N_FIELDS, FALSE);

  switch (fields[field].type)
    {
    case TYPE_LINE:
    case TYPE_BLOCK:
      text = get_text (field, widget);
      g_set_str (&MEMBER (space, field, char *), text);
      return TRUE;

    case TYPE_KIND:
      space->kind = adw_toggle_group_get_active (ADW_TOGGLE_GROUP (widget));
      return TRUE;

    case TYPE_NUMBER:
      MEMBER (space, field, int) = (int) adw_spin_row_get_value (ADW_SPIN_ROW (widget));
      return TRUE;

    case TYPE_MINUTE:
      MEMBER (space, field, int) = foyer_time_row_get_minute (ADW_SPIN_ROW (widget));
      return TRUE;

    case TYPE_SWITCH:
      MEMBER (space, field, gboolean) = adw_switch_row_get_active (ADW_SWITCH_ROW (widget));
      return TRUE;

    case TYPE_MONEY:
      return read_money (field, widget, space, error);

    case TYPE_TAGS:
      foyer_tag_field_read (FOYER_TAG_FIELD (widget), space);
      return TRUE;

    case TYPE_SHARES:
      return foyer_share_field_read (FOYER_SHARE_FIELD (widget), space, error);

    case TYPE_CURRENCY:
      {
        g_autofree char *upper = NULL;

        text = get_text (field, widget);
        upper = g_ascii_strup (text, -1);
        if (!foyer_currency_is_valid (upper))
          {
            g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "currency is no code of ISO 4217");
            return FALSE;
          }
        g_strlcpy (space->currency, upper, sizeof space->currency);
        return TRUE;
      }

    default:
      g_assert_not_reached ();
    }
}
