/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/foyer-desk-toasts.h"

#include <glib/gi18n.h>

#include "sync/foyer-sync.h"
#include "words/foyer-words.h"

AdwToast *
foyer_desk_toasts_new (const char *sentence,
                       gint64      op)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (op != 0)
    {
      adw_toast_set_timeout (toast, FOYER_SYNC_GRACE_SECONDS);
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo-act");
      adw_toast_set_action_target_value (toast, g_variant_new_int64 (op));
    }

  return toast;
}

static void
say (AdwToastOverlay *overlay,
     const char      *sentence,
     gint64           op)
{
  adw_toast_overlay_dismiss_all (overlay);
  adw_toast_overlay_add_toast (overlay, foyer_desk_toasts_new (sentence, op));
}

static void
failed_cb (AdwToastOverlay *overlay,
           const GError    *error)
{
  g_autofree char *sentence = foyer_words_describe_error (error);

  say (overlay, sentence, 0);
}

void
foyer_desk_toasts_attach (AdwToastOverlay *overlay,
                          FoyerDesk       *desk)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (FOYER_IS_DESK (desk));

  g_signal_connect_object (desk, "acted", G_CALLBACK (say), overlay, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "failed", G_CALLBACK (failed_cb), overlay, G_CONNECT_SWAPPED);
}
