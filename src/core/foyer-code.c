/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-code.h"

#include <string.h>

/* No name begins so and goes on without a vowel for so long. */
#define LETTERS_LEAST 10

G_STATIC_ASSERT (sizeof FOYER_CODE_LETTERS - 1 == 16);

static const char * const kinds[] = {
  [FOYER_CODE_NONE] = "none",
  [FOYER_CODE_TICKET_READ] = "ticket",
  [FOYER_CODE_CARD_READ] = "card",
  [FOYER_CODE_UNKNOWN] = "unknown",
};

/**
 * foyer_code_kind_get_name:
 * @kind: a kind
 *
 * Returns: (transfer none): the name that is kept and that scripts see
 */
const char *
foyer_code_kind_get_name (FoyerCodeKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kinds), "unknown");

  return kinds[kind];
}

/**
 * foyer_code_kind_parse:
 * @name: what [func@code_kind_get_name] says
 *
 * Returns: the kind, unknown for any other name
 */
FoyerCodeKind
foyer_code_kind_parse (const char *name)
{
  g_return_val_if_fail (name != NULL, FOYER_CODE_UNKNOWN);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (name, kinds[i]))
      return (FoyerCodeKind) i;

  return FOYER_CODE_UNKNOWN;
}

/**
 * foyer_refused_code_free:
 * @self: (nullable) (transfer full): what is not needed any more
 *
 * Frees it with all it holds.
 */
void
foyer_refused_code_free (FoyerRefusedCode *self)
{
  if (self == NULL)
    return;

  g_free (self->reason);
  g_free (self->person_id);
  g_free (self->name);
  g_free (self);
}

/**
 * foyer_code_make_card:
 * @random: where 64 bits come from
 *
 * Makes the code of a new card: "FC" and letters that every scanner types right. It says nothing
 * about the member, and nobody guesses it.
 *
 * Returns: (transfer full): 18 capitals
 */
char *
foyer_code_make_card (FoyerRandom *random)
{
  char *code = g_malloc (FOYER_CODE_LENGTH + 1);
  guint64 bits;

  g_return_val_if_fail (random != NULL, NULL);

  bits = foyer_random_next (random);
  memcpy (code, FOYER_CODE_CARD, strlen (FOYER_CODE_CARD));
  for (gsize i = strlen (FOYER_CODE_CARD); i < FOYER_CODE_LENGTH; i++, bits >>= 4)
    code[i] = FOYER_CODE_LETTERS[bits & 15];
  code[FOYER_CODE_LENGTH] = '\0';

  return code;
}

/**
 * foyer_code_is_card:
 * @text: any text
 *
 * Returns: whether @text is a code as [func@code_make_card] makes it, whatever its case, with blanks
 *   and hyphens between the letters
 */
gboolean
foyer_code_is_card (const char *text)
{
  gsize n = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char letter = g_ascii_toupper (*p);

      if (strchr (" -\r\n", *p) != NULL)
        continue;
      if (n == FOYER_CODE_LENGTH
          || (n < strlen (FOYER_CODE_CARD) ? letter != FOYER_CODE_CARD[n] : strchr (FOYER_CODE_LETTERS, letter) == NULL))
        return FALSE;
      n++;
    }

  return n == FOYER_CODE_LENGTH;
}

/**
 * foyer_code_looks_like:
 * @text: what was typed
 *
 * Tells a code from a name, also a code with a letter too few or wrong.
 *
 * Returns: whether @text is meant as the code of a ticket or of a card that Foyer printed
 */
gboolean
foyer_code_looks_like (const char *text)
{
  gsize n = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char letter = g_ascii_toupper (*p);

      if (*p == ' ' || *p == '-')
        continue;
      if (!g_ascii_isalpha (letter)
          || (n == 0 && letter != 'F')
          || (n == 1 && letter != FOYER_CODE_TICKET[1] && letter != FOYER_CODE_CARD[1])
          || (n > 1 && strchr ("AEIOU", letter) != NULL))
        return FALSE;
      n++;
    }

  return n >= LETTERS_LEAST;
}
