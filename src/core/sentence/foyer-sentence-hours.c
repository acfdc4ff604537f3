/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/sentence/foyer-sentence-private.h"

static gboolean
skip_to (FoyerSentenceReader *self)
{
  return foyer_sentence_skip (self, FOYER_WORD_HYPHEN) || foyer_sentence_skip (self, FOYER_WORD_TO);
}

/* "9h30", "noon", "9", "9 am"; @bare: a number that does not say which half of the day. */
static gboolean
read_minute (FoyerSentenceReader *self,
             int                 *minute,
             gboolean            *bare)
{
  const FoyerWord *word = self->at++;

  *bare = FALSE;
  if (word->kind == FOYER_WORD_MINUTE)
    *minute = word->value;
  else if (word->kind == FOYER_WORD_NUMBER && word->value <= 24)
    {
      *minute = word->value * 60;
      *bare = TRUE;
    }
  else
    return foyer_sentence_refuse (self, word);

  if (self->at->kind == FOYER_WORD_AM || self->at->kind == FOYER_WORD_PM)
    {
      if (*minute == 0 || *minute >= 13 * 60)
        return foyer_sentence_refuse (self, word);
      *minute = *minute % (12 * 60) + (self->at->kind == FOYER_WORD_PM ? 12 * 60 : 0);
      *bare = FALSE;
      self->at++;
    }

  return TRUE;
}

gboolean
foyer_sentence_at_hours (const FoyerWord *word)
{
  word = foyer_sentence_after_fillers (word);

  return word->kind == FOYER_WORD_MINUTE || word->kind == FOYER_WORD_MORNING || word->kind == FOYER_WORD_AFTERNOON
         || (word->kind == FOYER_WORD_NUMBER && !foyer_sentence_at_numbered_date (word)
             && (foyer_sentence_is_to (&word[1]) || word[1].kind == FOYER_WORD_AM || word[1].kind == FOYER_WORD_PM
                 || word[1].kind == FOYER_WORD_AND));
}

gboolean
foyer_sentence_read_hours (FoyerSentenceReader *self,
                           int                 *start,
                           int                 *end)
{
  const FoyerWord *word;
  gboolean bare_start, bare_end;

  self->at = foyer_sentence_after_fillers (self->at);
  word = self->at;
  if (foyer_sentence_skip (self, FOYER_WORD_MORNING))
    {
      *start = FOYER_OPENS_DEFAULT;
      *end = FOYER_HALF_AT_DEFAULT;
      return TRUE;
    }
  if (foyer_sentence_skip (self, FOYER_WORD_AFTERNOON))
    {
      *start = FOYER_HALF_AT_DEFAULT;
      *end = FOYER_CLOSES_DEFAULT;
      return TRUE;
    }

  if (!read_minute (self, start, &bare_start))
    return FALSE;
  if (!skip_to (self) && !foyer_sentence_skip (self, FOYER_WORD_AND) && !foyer_sentence_skip (self, FOYER_WORD_UNTIL))
    return foyer_sentence_refuse (self, self->at);
  foyer_sentence_skip (self, FOYER_WORD_TO);                    /* "jusqu'à" */
  if (!read_minute (self, end, &bare_end))
    return FALSE;
  if (*end > *start)
    return TRUE;
  if (bare_end && *end + 12 * 60 > *start && *end <= 12 * 60)
    {
      g_autofree char *evening = g_strdup_printf ("%d:%02d-%d:%02d", *start / 60, *start % 60,
                                                  *end / 60 + 12, *end % 60);
      g_autofree char *turned = g_strdup_printf ("%d:%02d-%d:%02d", *end / 60, *end % 60,
                                                 *start / 60, *start % 60);

      return foyer_sentence_ask (self, evening, turned);
    }

  return foyer_sentence_refuse (self, word);
}
