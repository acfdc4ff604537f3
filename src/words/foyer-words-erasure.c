/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-erasure.h"

#include <glib/gi18n.h>

const char *
foyer_words_erased_member (void)
{
  /* Translators: stands where the name of a person was, whose data was erased */
  return _("Erased member");
}

/* Adds the line @sentence, which it takes. */
static void
foyer_words_erasure_take (GString *text,
                          char    *sentence)
{
  g_string_append_c (text, '\n');
  g_string_append (text, sentence);
  g_free (sentence);
}

char *
foyer_words_erasure (const FoyerErasure *receipt)
{
  g_autoptr(GString) text = g_string_new (_("All that was known of this person is erased: name, e-mail address, phone "
                                            "number, skills, needs, languages, notes, emergency contact, card, consents "
                                            "and accepted house rules. This cannot be undone."));

  if (receipt->n_bookings > 0)
    foyer_words_erasure_take (text, g_strdup_printf (ngettext (
      "%u booking stays, without a name: its day, seat and price are part of the accounts.",
      "%u bookings stay, without a name: their days, seats and prices are part of the accounts.",
      receipt->n_bookings), receipt->n_bookings));
  if (receipt->n_coming > 0)
    foyer_words_erasure_take (text, g_strdup_printf (ngettext (
      "%u of them is still to come and keeps its seat. Cancel it if nobody will come.",
      "%u of them are still to come and keep their seats. Cancel them if nobody will come.",
      receipt->n_coming), receipt->n_coming));
  if (receipt->n_here > 0)
    foyer_words_erasure_take (text, g_strdup (
      _("Somebody without a name is still checked in, so that the roll call counts everybody.")));
  if (receipt->n_passes > 0)
    foyer_words_erasure_take (text, g_strdup_printf (ngettext (
      "%u pass stays, without a name: what was paid for it is part of the accounts.",
      "%u passes stay, without a name: what was paid for them is part of the accounts.",
      receipt->n_passes), receipt->n_passes));
  if (receipt->n_invoices > 0)
    foyer_words_erasure_take (text, g_strdup_printf (ngettext (
      "%u invoice stays with the name of its buyer: the law has it kept for ten years.",
      "%u invoices stay with the names of their buyers: the law has them kept for ten years.",
      receipt->n_invoices), receipt->n_invoices));
  if (receipt->n_waiting > 0)
    foyer_words_erasure_take (text, g_strdup_printf (ngettext (
      "%u place on a waiting list was given up.", "%u places on waiting lists were given up.",
      receipt->n_waiting), receipt->n_waiting));
  if (receipt->n_requests > 0)
    foyer_words_erasure_take (text, g_strdup_printf (ngettext (
      "The words of %u request that came from a directory are erased. Its key stays for a week after the day, so that the "
      "directory can be told of your decision.",
      "The words of %u requests that came from a directory are erased. Their keys stay for a week after the day, so that "
      "the directory can be told of your decision.",
      receipt->n_requests), receipt->n_requests));
  if (receipt->n_acts > 0)
    foyer_words_erasure_take (text, g_strdup_printf (ngettext (
      "%u earlier change can no longer be undone.", "%u earlier changes can no longer be undone.",
      receipt->n_acts), receipt->n_acts));
  if (receipt->n_copies > 0)
    foyer_words_erasure_take (text, g_strdup_printf (ngettext (
      "%u automatic backup was cleaned as well.", "%u automatic backups were cleaned as well.",
      receipt->n_copies), receipt->n_copies));
  if (receipt->n_copies_left > 0)
    foyer_words_erasure_take (text, g_strdup_printf (ngettext (
      "%u automatic backup could not be cleaned and may still hold this person.",
      "%u automatic backups could not be cleaned and may still hold this person.",
      receipt->n_copies_left), receipt->n_copies_left));
  foyer_words_erasure_take (text, g_strdup (
    _("Backups that you keep elsewhere still hold this person, who will be erased again when you restore one here.")));

  return g_string_free_and_steal (g_steal_pointer (&text));
}
