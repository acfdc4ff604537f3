/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "words/foyer-words-likeness.h"

#include <glib/gi18n.h>

static const char *
describe_contacts (FoyerLikeness likeness)
{
  const gboolean email = (likeness & FOYER_LIKENESS_EMAIL) != 0;
  const gboolean phone = (likeness & FOYER_LIKENESS_PHONE) != 0;

  if (email && phone)
    return _("The same e-mail address and the same phone number.");
  if (email)
    return _("The same e-mail address.");

  return phone ? _("The same phone number.") : NULL;
}

static char *
describe_names (FoyerLikeness likeness,
                guint         n_namesakes)
{
  if (!foyer_likeness_is_weak (likeness))
    return g_strdup ((likeness & FOYER_LIKENESS_NAME) != 0 ? _("The same name.")
                     : (likeness & FOYER_LIKENESS_NEAR_NAME) != 0 ? _("Nearly the same name.")
                     : _("The names are different."));
  if ((likeness & FOYER_LIKENESS_NAME) == 0)
    return g_strdup (_("Only the names are nearly the same."));
  if (n_namesakes <= 2)
    return g_strdup (_("Only the name is the same."));

  /* Translators: %u is how many people bear one name, 3 or more */
  return g_strdup_printf (ngettext ("Only the name is the same, and %u person has it.",
                                    "Only the name is the same, and %u people have it.", n_namesakes),
                          n_namesakes);
}

char *
foyer_words_likeness (FoyerLikeness likeness,
                      guint         n_namesakes)
{
  g_autoptr(GStrvBuilder) sentences = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;
  const char *contacts = describe_contacts (likeness);

  if (contacts != NULL)
    g_strv_builder_add (sentences, contacts);
  g_strv_builder_take (sentences, describe_names (likeness, n_namesakes));
  if ((likeness & FOYER_LIKENESS_OTHER_EMAIL) != 0)
    g_strv_builder_add (sentences, _("The e-mail addresses are different."));
  if ((likeness & FOYER_LIKENESS_OTHER_PHONE) != 0)
    g_strv_builder_add (sentences, _("The phone numbers are different."));
  if ((likeness & FOYER_LIKENESS_TOGETHER) != 0)
    g_strv_builder_add (sentences, _("Both were here at the same time."));
  all = g_strv_builder_end (sentences);

  return g_strjoinv (" ", all);
}
