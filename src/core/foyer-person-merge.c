/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "core/foyer-person.h"
#include "core/foyer-text.h"

/* Digits of a number that are the same wherever somebody calls from. */
#define PHONE_DIGITS 9

/* The last digits of a number. */
static char *
fold_phone (const char *phone)
{
  GString *digits = g_string_new (NULL);

  for (const char *at = phone; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);
  if (digits->len > PHONE_DIGITS)
    g_string_erase (digits, 0, (gssize) (digits->len - PHONE_DIGITS));

  return g_string_free_and_steal (digits);
}

/* Takes over what is not there; what is there and says something else goes into @left. */
static void
take_text (char       **text,
           const char  *other,
           char      *(*fold) (const char *text),
           GPtrArray   *left)
{
  g_autofree char *mine = fold (*text);
  g_autofree char *theirs = fold (other);

  if (**text == '\0')
    g_set_str (text, other);
  else if (*other != '\0' && !g_str_equal (mine, theirs))
    g_ptr_array_add (left, g_strdup (other));
}

/* The rest of the words behind those that are there; whoever cleans the list takes doubles away. */
static void
take_list (char  ***list,
           char   **others)
{
  g_autoptr(GStrvBuilder) all = g_strv_builder_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; (*list)[i] != NULL; i++)
    {
      g_hash_table_add (seen, foyer_text_fold ((*list)[i]));
      g_strv_builder_add (all, (*list)[i]);
    }
  for (guint i = 0; others[i] != NULL; i++)
    if (g_hash_table_add (seen, foyer_text_fold (others[i])))
      g_strv_builder_add (all, others[i]);

  g_strfreev (*list);
  *list = g_strv_builder_end (all);
}

static void
take_notes (char       **notes,
            const char  *more)
{
  char *both;

  if (*more == '\0' || strstr (*notes, more) != NULL)
    return;

  both = **notes == '\0' ? g_strdup (more) : g_strconcat (*notes, "\n", more, NULL);
  g_free (*notes);
  *notes = both;
}

/**
 * foyer_person_take_over:
 * @self: the record that stays
 * @other: another record of the same person
 *
 * Takes over all that @other has and @self has not; lists are added up and notes written one below
 * the other. What both say differently stays as @self has it, and what @other said is the last line
 * of the notes, so that nothing that a host wrote is lost. A member stays a member. Consents are left
 * alone: they have instants.
 *
 * The result has to be checked by [method@Person.check]: it may be longer than a record can be.
 */
void
foyer_person_take_over (FoyerPerson       *self,
                        const FoyerPerson *other)
{
  g_autoptr(GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;

  g_return_if_fail (self != NULL && other != NULL);

  self->is_member = self->is_member || other->is_member;
  take_text (&self->name, other->name, foyer_text_fold, left);
  take_text (&self->email, other->email, foyer_text_fold, left);
  take_text (&self->phone, other->phone, fold_phone, left);
  take_text (&self->card, other->card, foyer_person_fold_card, left);
  /* One of them calls somebody, the other that somebody's number: these belong together. */
  if (*self->emergency_name == '\0' && *self->emergency_phone == '\0')
    {
      g_set_str (&self->emergency_name, other->emergency_name);
      g_set_str (&self->emergency_phone, other->emergency_phone);
    }
  else
    {
      take_text (&self->emergency_name, other->emergency_name, foyer_text_fold, left);
      take_text (&self->emergency_phone, other->emergency_phone, fold_phone, left);
    }
  take_list (&self->skills, other->skills);
  take_list (&self->needs, other->needs);
  take_list (&self->languages, other->languages);

  g_ptr_array_add (left, NULL);
  line = g_strjoinv (" · ", (char **) left->pdata);
  take_notes (&self->notes, other->notes);
  take_notes (&self->notes, line);
}
