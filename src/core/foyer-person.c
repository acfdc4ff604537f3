/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-person.h"

#include <string.h>

#include "core/foyer-error.h"
#include "core/foyer-text.h"

/* The texts that the host writes, and the lists, in one place for whoever goes through all. */

#define N_TEXTS 7
#define N_LISTS 3

static void
foyer_person_get_texts (FoyerPerson *self,
                        char       **texts[N_TEXTS])
{
  texts[0] = &self->name;
  texts[1] = &self->email;
  texts[2] = &self->phone;
  texts[3] = &self->notes;
  texts[4] = &self->emergency_name;
  texts[5] = &self->emergency_phone;
  texts[6] = &self->card;
}

static void
foyer_person_get_lists (FoyerPerson *self,
                        char      ***lists[N_LISTS])
{
  lists[0] = &self->skills;
  lists[1] = &self->needs;
  lists[2] = &self->languages;
}

/**
 * foyer_person_new:
 *
 * Makes a guest without a name who was never here.
 *
 * Returns: (transfer full): a new person
 */
FoyerPerson *
foyer_person_new (void)
{
  FoyerPerson *self = g_new0 (FoyerPerson, 1);
  char **texts[N_TEXTS];
  char ***lists[N_LISTS];

  self->id = g_strdup ("");
  foyer_person_get_texts (self, texts);
  for (gsize i = 0; i < N_TEXTS; i++)
    *texts[i] = g_strdup ("");
  foyer_person_get_lists (self, lists);
  for (gsize i = 0; i < N_LISTS; i++)
    *lists[i] = g_new0 (char *, 1);
  self->last_day = FOYER_DAY_NONE;
  self->part = FOYER_PART_FULL;

  return self;
}

/**
 * foyer_person_copy:
 * @self: a person
 *
 * Copies all that is known of @self.
 *
 * Returns: (transfer full): a new person
 */
FoyerPerson *
foyer_person_copy (const FoyerPerson *self)
{
  FoyerPerson *copy;
  char **texts[N_TEXTS];
  char ***lists[N_LISTS];

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->booking_id = g_strdup (self->booking_id);
  foyer_person_get_texts (copy, texts);
  for (gsize i = 0; i < N_TEXTS; i++)
    *texts[i] = g_strdup (*texts[i]);
  foyer_person_get_lists (copy, lists);
  for (gsize i = 0; i < N_LISTS; i++)
    *lists[i] = g_strdupv (*lists[i]);

  return copy;
}

/**
 * foyer_person_free:
 * @self: (transfer full): a person
 *
 * Frees @self and its texts.
 */
void
foyer_person_free (FoyerPerson *self)
{
  char **texts[N_TEXTS];
  char ***lists[N_LISTS];

  g_return_if_fail (self != NULL);

  g_free (self->id);
  foyer_person_get_texts (self, texts);
  for (gsize i = 0; i < N_TEXTS; i++)
    g_free (*texts[i]);
  foyer_person_get_lists (self, lists);
  for (gsize i = 0; i < N_LISTS; i++)
    g_strfreev (*lists[i]);
  g_free (self->booking_id);
  g_free (self);
}

/**
 * foyer_person_is_same:
 * @a: a person
 * @b: a person
 *
 * Compares what the host writes of people; not since when somebody agrees to something, only
 * whether they do.
 *
 * Returns: whether nothing is different
 */
gboolean
foyer_person_is_same (const FoyerPerson *a,
                      const FoyerPerson *b)
{
  char **a_texts[N_TEXTS], **b_texts[N_TEXTS];
  char ***a_lists[N_LISTS], ***b_lists[N_LISTS];
  gboolean same = a->is_member == b->is_member;

  foyer_person_get_texts ((FoyerPerson *) a, a_texts);
  foyer_person_get_texts ((FoyerPerson *) b, b_texts);
  for (gsize i = 0; i < N_TEXTS; i++)
    same = same && g_str_equal (*a_texts[i], *b_texts[i]);
  foyer_person_get_lists ((FoyerPerson *) a, a_lists);
  foyer_person_get_lists ((FoyerPerson *) b, b_lists);
  for (gsize i = 0; i < N_LISTS; i++)
    same = same && g_strv_equal ((const char * const *) *a_lists[i], (const char * const *) *b_lists[i]);
  for (gsize i = 0; i < FOYER_CONSENT_COUNT; i++)
    same = same && (a->consents[i] != 0) == (b->consents[i] != 0);

  return same;
}

/**
 * foyer_person_fold_card:
 * @card: the code of a card, in any writing
 *
 * Leaves letters and digits of a code, without case: what a scanner types and a person copies by
 * hand are the same card.
 *
 * Returns: (transfer full): the code to compare with others; "" when there is none
 */
char *
foyer_person_fold_card (const char *card)
{
  g_autofree char *fold = NULL;
  g_autoptr(GString) code = g_string_new (NULL);

  g_return_val_if_fail (card != NULL, NULL);

  fold = foyer_text_fold (card);
  for (const char *at = fold; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (code, g_utf8_get_char (at));

  return g_string_free_and_steal (g_steal_pointer (&code));
}

/* Only what any address has (RFC 5321): whether it works, an e-mail tells. */
static gboolean
looks_like_email (const char *text)
{
  const char *at = strrchr (text, '@');

  return at != NULL && at > text && at[1] != '\0' && strpbrk (text, " <>,;") == NULL;
}

/* A line or more of text, cleaned in place. */
static gboolean
clean_text (char       **text,
            const char  *field,
            GError     **error)
{
  char *clean = g_str_equal (field, "name") ? foyer_text_clean_name (*text, field, FOYER_NAME_MAX, error)
                : g_str_equal (field, "notes") ? foyer_text_clean_block (*text, field, FOYER_ABOUT_MAX, error)
                : foyer_text_clean_line (*text, field, g_str_equal (field, "card") ? FOYER_CARD_MAX : FOYER_LINE_MAX,
                                         error);

  if (clean == NULL)
    return FALSE;
  g_free (*text);
  *text = clean;

  return TRUE;
}

static gboolean
clean_list (char       ***list,
            const char   *field,
            GError      **error)
{
  char **clean = foyer_text_clean_list ((const char * const *) *list, field, FOYER_TAGS_MAX, FOYER_TAG_MAX, error);

  if (clean == NULL)
    return FALSE;
  g_strfreev (*list);
  *list = clean;

  return TRUE;
}

static gboolean
lacks_digit (const char *phone)
{
  return *phone != '\0' && strpbrk (phone, G_CSET_DIGITS) == NULL;
}

/**
 * foyer_person_check:
 * @self: a person
 * @error: return location for an error
 *
 * Cleans the texts of @self in place and checks them: a name, one e-mail address or none,
 * phone numbers with a digit or none, a card of %FOYER_CARD_MIN letters and digits or none.
 *
 * Returns: whether @self can be kept; else %FOYER_ERROR_INVALID, whose message begins with
 *   the field
 */
gboolean
foyer_person_check (FoyerPerson  *self,
                    GError      **error)
{
  static const char * const text_fields[N_TEXTS] = {
    "name", "email", "phone", "notes", "emergency-name", "emergency-phone", "card",
  };
  static const char * const list_fields[N_LISTS] = { "skill", "need", "language" };
  g_autoptr(FoyerPerson) clean = NULL;
  g_autofree char *card = NULL;
  char **texts[N_TEXTS];
  char ***lists[N_LISTS];
  const char *fault = NULL;
  FoyerPerson typed;

  g_return_val_if_fail (self != NULL, FALSE);

  clean = foyer_person_copy (self);
  foyer_person_get_texts (clean, texts);
  for (gsize i = 0; i < N_TEXTS; i++)
    if (!clean_text (texts[i], text_fields[i], error))
      return FALSE;
  foyer_person_get_lists (clean, lists);
  for (gsize i = 0; i < N_LISTS; i++)
    if (!clean_list (lists[i], list_fields[i], error))
      return FALSE;

  card = foyer_person_fold_card (clean->card);
  if (*clean->email != '\0' && !looks_like_email (clean->email))
    fault = "email is no address";
  else if (lacks_digit (clean->phone))
    fault = "phone has no digit";
  else if (lacks_digit (clean->emergency_phone))
    fault = "emergency-phone has no digit";
  else if (*clean->card != '\0' && g_utf8_strlen (card, -1) < FOYER_CARD_MIN)
    fault = "card is too short";
  if (fault != NULL)
    {
      g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, fault);
      return FALSE;
    }

  /* What was typed stays as it was while it is refused. */
  typed = *self;
  *self = *clean;
  *clean = typed;

  return TRUE;
}
