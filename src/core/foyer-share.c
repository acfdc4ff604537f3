/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "core/foyer-share.h"

#include "core/foyer-error.h"
#include "core/foyer-text.h"

static void
foyer_share_clear (gpointer data)
{
  FoyerShare *share = data;

  g_free (share->label);
}

/**
 * foyer_share_list_new:
 *
 * Returns: (transfer full) (element-type FoyerShare): an empty list
 */
GArray *
foyer_share_list_new (void)
{
  GArray *self = g_array_new (FALSE, TRUE, sizeof (FoyerShare));

  g_array_set_clear_func (self, foyer_share_clear);

  return self;
}

/**
 * foyer_share_list_copy:
 * @self: (element-type FoyerShare): a list
 *
 * Returns: (transfer full) (element-type FoyerShare): a list like @self
 */
GArray *
foyer_share_list_copy (GArray *self)
{
  GArray *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = foyer_share_list_new ();
  for (guint i = 0; i < self->len; i++)
    {
      const FoyerShare *share = &g_array_index (self, FoyerShare, i);

      foyer_share_list_add (copy, share->label, share->minor);
    }

  return copy;
}

/**
 * foyer_share_list_add:
 * @self: (element-type FoyerShare): a list
 * @label: whom or what it is for
 * @minor: minor units of the price's currency
 *
 * Adds a share at the end, unchecked.
 */
void
foyer_share_list_add (GArray     *self,
                      const char *label,
                      gint64      minor)
{
  FoyerShare share = { g_strdup (label), minor };

  g_return_if_fail (self != NULL);
  g_return_if_fail (label != NULL);

  g_array_append_val (self, share);
}

/**
 * foyer_share_list_equal:
 * @a: (element-type FoyerShare): a list
 * @b: (element-type FoyerShare): a list
 *
 * Returns: whether both say the same, in the same order
 */
gboolean
foyer_share_list_equal (GArray *a,
                        GArray *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const FoyerShare *one = &g_array_index (a, FoyerShare, i);
      const FoyerShare *other = &g_array_index (b, FoyerShare, i);

      if (one->minor != other->minor || !g_str_equal (one->label, other->label))
        return FALSE;
    }

  return TRUE;
}

/**
 * foyer_share_list_check:
 * @self: (element-type FoyerShare): a list, whose labels are cleaned in place
 * @price_minor: what a full day costs
 * @error: return location for an error
 *
 * Checks that there are at most %FOYER_SHARES_MAX shares, each with a label, and that together
 * they are no more than the price.
 *
 * Returns: whether @self can be kept; else %FOYER_ERROR_INVALID, whose message begins with
 *   "share" (one of them) or "shares" (all together)
 */
gboolean
foyer_share_list_check (GArray  *self,
                        gint64   price_minor,
                        GError **error)
{
  gint64 rest = price_minor;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->len > FOYER_SHARES_MAX)
    {
      g_set_error (error, FOYER_ERROR, FOYER_ERROR_INVALID, "shares number more than %d", FOYER_SHARES_MAX);
      return FALSE;
    }
  for (guint i = 0; i < self->len; i++)
    {
      FoyerShare *share = &g_array_index (self, FoyerShare, i);
      char *label = foyer_text_clean_name (share->label, "share", FOYER_SHARE_LABEL_MAX, error);

      if (label == NULL)
        return FALSE;
      g_free (share->label);
      share->label = label;
      if (share->minor < 0)
        {
          g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "share is below zero");
          return FALSE;
        }
      /* Taken from what is left, so that no sum can overflow. */
      if (share->minor > rest)
        {
          g_set_error_literal (error, FOYER_ERROR, FOYER_ERROR_INVALID, "shares are more than the price");
          return FALSE;
        }
      rest -= share->minor;
    }

  return TRUE;
}
