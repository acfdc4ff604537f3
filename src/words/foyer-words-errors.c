/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "core/foyer-error.h"
#include "storage/foyer-db-error.h"
#include "sync/foyer-calendars.h"
#include "sync/foyer-photos.h"
#include "sync/foyer-sync-error.h"
#include "words/foyer-words-fair-use.h"

/* The messages of what is invalid begin with the field it is about. */
static const struct {
  const char *field;
  const char *sentence;
} fields[] = {
  { "name ", N_("A name is one line of 1 to 80 letters, digits and signs; nothing was changed, write it anew.") },
  { "key ", N_("A key is one line of 1 to 200 letters, digits and signs; nothing was changed, choose another one.") },
  { "email ", N_("This is not an e-mail address; nothing was changed, write it like zoe@example.org.") },
  { "phone ", N_("This is not a phone number; nothing was changed, write it with its digits.") },
  { "share ", N_("A share has a name of 1 to 40 letters, digits and signs, and an amount of zero or more; nothing was changed.") },
  { "shares number ", N_("A price has at most 8 shares; nothing was changed, put some together.") },
  { "shares ", N_("The shares are more than the price of a full day; nothing was changed, lower one of them or raise the price.") },
  { "skill ", N_("A skill is one line of 1 to 40 letters, digits and signs, and 24 are enough; nothing was changed.") },
  { "need ", N_("A need is one line of 1 to 40 letters, digits and signs, and 24 are enough; nothing was changed.") },
  { "language ", N_("A language is one line of 1 to 40 letters, digits and signs, and 24 are enough; nothing was changed.") },
  { "notes ", N_("The notes have at most 2000 letters, digits and signs; nothing was changed, shorten them.") },
  { "emergency-name ", N_("The name of an emergency contact is one line of at most 200 letters, digits and signs; nothing was changed.") },
  { "emergency-phone ", N_("This is not a phone number; nothing was changed, write it with its digits.") },
  { "card ", N_("The code of a card has 4 to 64 letters and digits; nothing was changed, scan or type it anew.") },
  { "tag ", N_("A tag is one line of 1 to 40 letters, digits and signs, and 24 are enough; nothing was changed.") },
  { "pass days ", N_("A pass has half a day to 1000 days; nothing was changed, choose another number.") },
  { "pass ends ", N_("A pass ends after it begins; nothing was changed, correct one of its days.") },
  { "pass ", N_("A pass is not sold like this; nothing was changed, look at its days, its price and how it is paid.") },
  { "street ", N_("The street is one line of at most 200 letters, digits and signs; nothing was changed.") },
  { "postcode ", N_("The postcode is one line of at most 200 letters, digits and signs; nothing was changed.") },
  { "city ", N_("The town is one line of at most 200 letters, digits and signs; nothing was changed.") },
  { "door ", N_("What opens the door is one line of at most 200 letters, digits and signs; nothing was changed.") },
  { "wifi ", N_("What opens the Wi-Fi is one line of at most 200 letters, digits and signs; nothing was changed.") },
  { "about ", N_("The description has at most 2000 letters, digits and signs; nothing was changed, shorten it.") },
  { "rules ", N_("The house rules have at most 1000 letters, digits and signs; nothing was changed, shorten them.") },
  { "note ", N_("The note is too long or has characters that cannot be shown; nothing was changed, write it anew.") },
  { "seats ", N_("A space has 1 to 500 seats; nothing was changed, choose another number.") },
  { "The seats ", N_("A space has 1 to 500 seats; nothing was changed, choose another number.") },
  { "desk ", N_("The name of a desk is one line of 1 to 40 letters, digits and signs; nothing was changed, write it anew.") },
  { "desks with a name ", N_("There are more names of desks than seats; nothing was changed, take names away or add seats.") },
  { "desks have ", N_("Two desks cannot have the same name; nothing was changed, choose another one.") },
  { "limit ", N_("A limit is a number of days, bookings or seats, or none; nothing was changed, choose another one.") },
  { "half price ", N_("Half a day costs nothing or more, but never more than a full day; nothing was changed.") },
  { "price ", N_("A price is never below zero; nothing was changed, choose another one.") },
  { "half ", N_("The morning ends between 00:01 and 23:59; nothing was changed, choose another hour.") },
  { "cut-off ", N_("A day ends between midnight and noon; nothing was changed, choose another hour.") },
  { "cancellation ", N_("Cancelling is free until an hour of the day or of at most 366 days before; nothing was changed.") },
  { "The hours ", N_("An opening ends after it begins, on the same day; nothing was changed, correct its hours.") },
  { "An opening ", N_("An opening needs at least one day of the week; nothing was changed, choose one.") },
  { "The last day ", N_("The last day is before the first; nothing was changed, correct one of them.") },
  { "Not an amount ", N_("This is not an amount of money; nothing was changed, write it like 4.00.") },
  { "currency ", N_("This is not the code of a currency; nothing was changed, write it like EUR.") },
  { "point ", N_("This point is not on the Earth; nothing was changed, check its latitude and longitude.") },
  { "calendar address ", N_("This is not the address of a calendar; nothing was changed, write it like https:// or webcal://.") },
  { "iban: ", N_("This is not the number of an account, a letter or a digit of it is wrong; nothing was changed, write the IBAN anew.") },
  { "bic: ", N_("This is not the code of a bank; nothing was changed, write it like AGRIFRPP, or leave it out.") },
  { "siren: ", N_("A SIREN has nine digits, a SIRET fourteen; nothing was changed, correct it.") },
  { "country: ", N_("A country has two capital letters; nothing was changed, write it like FR.") },
  { "given: ", N_("The cash given is less than what is paid; nothing was noted, correct one of the two.") },
  { "Not a time zone ", N_("This time zone is not known here; nothing was changed, write it like Europe/Paris.") },
};

static char *
describe_invalid (const GError *error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_has_prefix (error->message, fields[i].field))
      return g_strdup (_(fields[i].sentence));

  return g_strdup (_("This cannot be used as it is written; nothing was changed, correct it and try again."));
}

static char *
describe_has_bookings (const GError *error)
{
  guint n = g_strv_length ((char **) foyer_error_get_ids (error));

  if (n == 0)
    return g_strdup (_("There are bookings in the way; nothing was changed, cancel them first."));

  /* Translators: %u is a number of bookings on days that would lose their seats */
  return g_strdup_printf (ngettext ("%u booking is in the way; nothing was changed, cancel it first.",
                                    "%u bookings are in the way; nothing was changed, cancel them first.",
                                    n),
                          n);
}

static char *
describe_already_in (const GError *error)
{
  int minute;
  const char *name = foyer_error_get_already_in (error, &minute);
  g_autofree char *time = NULL;

  if (name == NULL)
    return g_strdup (_("This person is checked in already; nothing was changed."));

  time = foyer_words_time (minute);

  /* Translators: %1$s is a person, %2$s the time since when they are here */
  return g_strdup_printf (_("%1$s is here already, since %2$s; nothing was changed."), name, time);
}

static char *
describe_over_limit (const GError *error)
{
  const FoyerOverLimit *over = foyer_error_get_over_limit (error);

  return over != NULL ? foyer_words_refuse_over_limit (over) : NULL;
}

static char *
describe_refusal (const GError *error)
{
  switch ((FoyerError) error->code)
    {
    case FOYER_ERROR_INVALID:
      return describe_invalid (error);
    case FOYER_ERROR_FULL:
      return g_strdup (_("No seat is free then; nothing was changed, choose another part of the day or another day."));
    case FOYER_ERROR_CLOSED:
      return g_strdup (_("The space is closed then; nothing was changed, open the day first or choose another one."));
    case FOYER_ERROR_PAST_DAY:
      return g_strdup (_("That day is over; nothing was changed, choose today or a later day."));
    case FOYER_ERROR_BEYOND_HORIZON:
      return g_strdup (_("That day is too far ahead; nothing was changed, choose an earlier one."));
    case FOYER_ERROR_ALREADY_IN:
      return describe_already_in (error);
    case FOYER_ERROR_NOT_IN:
      return g_strdup (_("This person is not checked in; nothing was changed, check them in first."));
    case FOYER_ERROR_ALREADY_BOOKED:
      return g_strdup (_("This person already has a seat at that time; nothing was changed, book again only if one more is meant."));
    case FOYER_ERROR_WRONG_DAY:
      return g_strdup (_("This belongs to another day; nothing was changed, do it on that day itself."));
    case FOYER_ERROR_NOT_FOUND:
      return g_strdup (_("There is no such space, person, booking or pass; nothing was changed, look it up again."));
    case FOYER_ERROR_BAD_STATE:
      return g_strdup (_("This is not possible as it stands now; nothing was changed, look at it again."));
    case FOYER_ERROR_HAS_BOOKINGS:
      return describe_has_bookings (error);
    case FOYER_ERROR_KEY_REUSED:
      return g_strdup (_("This key already belongs to another booking; nothing was changed, use a new key."));
    case FOYER_ERROR_CURRENCY_MISMATCH:
      return g_strdup (_("There are amounts in another currency; nothing was changed, keep the currency as it is."));
    case FOYER_ERROR_TOO_MUCH:
      if (g_str_equal (error->message, "more than is due"))
        return g_strdup (_("That is more than is due; nothing was noted, take at most what is due."));
      return g_strdup (_("This number is too large; nothing was changed, use a smaller one."));
    case FOYER_ERROR_HOME_ADDRESS:
      return g_strdup (_("The address of a home is never made public; nothing was changed, keep it private."));
    case FOYER_ERROR_NOT_EMPTY:
      return g_strdup (_("There is something in this place already and it was left as it is; choose a new one."));
    case FOYER_ERROR_NOTHING_TO_UNDO:
      return g_strdup (_("There is nothing left to undo; everything stays as it is."));
    case FOYER_ERROR_BAD_FILE:
      return g_strdup (_("This file cannot be read: it is damaged or of another kind; nothing was changed, choose another one."));
    case FOYER_ERROR_BAD_CODE:
      return g_strdup (_("This is no code of this place; nobody was checked in, look the person up by name."));
    case FOYER_ERROR_ALREADY_WAITING:
      return g_strdup (_("This person is on the waiting list of that day already; nothing was changed."));
    case FOYER_ERROR_NO_DESK:
      return g_strdup (_("The space has no desk of this name; nothing was changed, choose one that it has."));
    case FOYER_ERROR_DESK_TAKEN:
      return g_strdup (_("This desk is pinned for somebody else at that time; nothing was changed, choose another one."));
    case FOYER_ERROR_ARCHIVED:
      return g_strdup (_("The space is archived and takes nobody; nothing was changed, restore it first."));
    case FOYER_ERROR_OVER_LIMIT:
      return describe_over_limit (error);
    case FOYER_ERROR_NO_PASS:
      return g_strdup (_("No pass of this person pays for it; nothing was changed, look at what is left on their passes."));
    case FOYER_ERROR_PASS_EXPIRED:
      return g_strdup (_("The pass ended before that day; nothing was changed, take another one or have the price paid."));
    case FOYER_ERROR_ALREADY_PAID:
      return g_strdup (_("Nothing is due for this booking any more; nothing was changed."));
    case FOYER_ERROR_CARD_TAKEN:
      return g_strdup (_("Somebody else has this card; nothing was changed, look up whose it is or choose another one."));
    case FOYER_ERROR_SAME_PERSON:
      return g_strdup (_("Both are one and the same person; nothing was changed, name two people."));
    case FOYER_ERROR_BOTH_HERE:
      return g_strdup (_("Both are checked in now; nothing was changed, check one of them out first."));
    case FOYER_ERROR_NO_SELLER:
      return g_strdup (_("Nobody said yet who sells, as an invoice must; nothing was issued, say it first."));
    case FOYER_ERROR_ALREADY_INVOICED:
      return g_strdup (_("This is on an invoice already; nothing was issued, take that one back first."));
    case FOYER_ERROR_SAME_PHOTO:
      return g_strdup (_("The space has this photo already; nothing was changed, choose another one."));
    case FOYER_ERROR_MANY_PHOTOS:
      return g_strdup (_("A space has at most six photos; nothing was changed, remove one first."));
    case FOYER_ERROR_NO_RULES:
      return g_strdup (_("The space has no house rules; nothing was changed, write them first."));
    default:
      return NULL;
    }
}

static char *
describe_file (const GError *error)
{
  switch ((FoyerDbError) error->code)
    {
    case FOYER_DB_ERROR_FOREIGN:
      return g_strdup (_("This file was not made by Foyer; it was left as it is, choose another one."));
    case FOYER_DB_ERROR_NEWER:
      return g_strdup (_("This file was written by a newer Foyer; it was left as it is, update Foyer to open it."));
    case FOYER_DB_ERROR_DAMAGED:
      return g_strdup (_("The file is damaged; it was left as it is, restore the last good backup."));
    case FOYER_DB_ERROR_BUSY:
      return g_strdup (_("Foyer has this profile open already; nothing was changed, go on there or close it first."));
    case FOYER_DB_ERROR_READ_ONLY:
      return g_strdup (_("Foyer is not allowed to write here; nothing was changed, check the permissions of the folder."));
    case FOYER_DB_ERROR_DISK_FULL:
      return g_strdup (_("The disk is full; nothing was changed, free some space and try again."));
    case FOYER_DB_ERROR_IO:
      return g_strdup (_("The disk could not be read or written; what was saved before is kept, check the disk and try again."));
    case FOYER_DB_ERROR_FAILED:
      return g_strdup (_("Foyer made a mistake of its own; nothing was changed, try again and report it if it comes back."));
    default:
      return NULL;
    }
}

/* A directory says no for a reason that it names. */
static char *
describe_directory (const GError *error)
{
  switch ((FoyerSyncError) error->code)
    {
    case FOYER_SYNC_ERROR_UNREACHABLE:
      return g_strdup (_("The directory does not answer; what you changed is kept and leaves by itself, or try again later."));
    case FOYER_SYNC_ERROR_BAD_ANSWER:
      return g_strdup (_("The directory answers what no directory says; nothing was changed, check its address."));
    case FOYER_SYNC_ERROR_REFUSED:
      return g_strdup (_("The directory refused this; what you wrote is kept, try again later or write to whoever runs it."));
    case FOYER_SYNC_ERROR_CHANGED_KEY:
      return g_strdup (_("Somebody else answers under this place now; nothing was sent, ask the host before you go on."));
    case FOYER_SYNC_ERROR_BAD_ORIGIN:
      return g_strdup (_("This is not the address of a directory; nothing was changed, write it like https://foyer.example.org."));
    case FOYER_SYNC_ERROR_BAD_IDENTITY:
      return g_strdup (_("The file with the key of this profile cannot be used; nothing was sent, restore the last good backup."));
    default:
      return NULL;
    }
}

static char *
describe_calendar (const GError *error)
{
  switch ((FoyerCalendarTrouble) error->code)
    {
    case FOYER_CALENDAR_UNREACHABLE:
      return g_strdup (_("The calendar does not answer; what was known is kept, try again later."));
    case FOYER_CALENDAR_GONE:
      return g_strdup (_("There is no calendar under this address; what was known is kept, check the address."));
    case FOYER_CALENDAR_REFUSED:
      return g_strdup (_("This calendar may not be read; what was known is kept, share it anew with its secret address."));
    case FOYER_CALENDAR_FOREIGN:
      return g_strdup (_("What is there is no calendar, or only half of one; what was known is kept, check the address."));
    case FOYER_CALENDAR_TOO_BIG:
      return g_strdup (_("This calendar is too large: Foyer reads 2 MB and 5000 events; what was known is kept, share a smaller one."));
    case FOYER_CALENDAR_FINE:
    default:
      return NULL;
    }
}

static char *
describe_picture (const GError *error)
{
  switch ((FoyerPictureError) error->code)
    {
    case FOYER_PICTURE_ERROR_EMPTY:
      return g_strdup (_("There is nothing in this file; nothing was changed, choose another one."));
    case FOYER_PICTURE_ERROR_KIND:
      return g_strdup (_("Foyer does not read this as a picture; nothing was changed, choose a JPEG, PNG or WebP file."));
    case FOYER_PICTURE_ERROR_DAMAGED:
      return g_strdup (_("This picture is damaged or only half of one; nothing was changed, choose another one."));
    case FOYER_PICTURE_ERROR_MOVING:
      return g_strdup (_("This picture moves; nothing was changed, choose one that stands still."));
    case FOYER_PICTURE_ERROR_BYTES:
      return g_strdup (_("This file has more than 50 MB; nothing was changed, make the picture smaller first."));
    case FOYER_PICTURE_ERROR_PIXELS:
      return g_strdup (_("This picture has more than 100 megapixels; nothing was changed, make it smaller first."));
    default:
      return NULL;
    }
}

static char *
describe_io (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (_("This was stopped before its end; nothing was changed."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup (_("There is no such file or folder; nothing was changed, check the name."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return g_strdup (_("There is something in this place already and it was left as it is; choose a new one."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_strdup (_("The disk is full; nothing was changed, free some space and try again."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return g_strdup (_("Foyer is not allowed to write here; nothing was changed, check the permissions of the folder."));

  return g_strdup (_("The disk could not be read or written; what was saved before is kept, check the disk and try again."));
}

char *
foyer_words_describe_error (const GError *error)
{
  char *sentence = NULL;

  g_return_val_if_fail (error != NULL, g_strdup (""));

  if (error->domain == FOYER_ERROR)
    sentence = describe_refusal (error);
  else if (error->domain == FOYER_DB_ERROR)
    sentence = describe_file (error);
  else if (error->domain == FOYER_SYNC_ERROR)
    sentence = describe_directory (error);
  else if (error->domain == FOYER_CALENDAR_ERROR)
    sentence = describe_calendar (error);
  else if (error->domain == FOYER_PICTURE_ERROR)
    sentence = describe_picture (error);
  else if (error->domain == G_IO_ERROR)
    sentence = describe_io (error);
  if (sentence == NULL)
    sentence = g_strdup (_("Foyer made a mistake of its own; nothing was changed, try again and report it if it comes back."));

  return sentence;
}
