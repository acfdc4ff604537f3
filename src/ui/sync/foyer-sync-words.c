/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/sync/foyer-sync-words.h"

#include <glib/gi18n.h>

#include "words/foyer-words.h"
#include "words/foyer-words-visit.h"

static char *
describe_moment (gint64 now_ms,
                 gint64 instant_ms)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  return foyer_words_moment (zone, now_ms, instant_ms);
}

static char *
count_waiting (guint n)
{
  return g_strdup_printf (ngettext ("%u change waiting", "%u changes waiting", n), n);
}

char *
foyer_sync_describe_state (const FoyerSyncStatus *status)
{
  if (status->n_refused > 0)
    return g_strdup_printf (ngettext ("%u change refused", "%u changes refused", status->n_refused),
                            status->n_refused);
  switch (status->state)
    {
    case FOYER_SYNC_UP_TO_DATE:
      return g_strdup (_("Up to date"));
    case FOYER_SYNC_WAITING:
      return status->n_waiting > 0 ? count_waiting (status->n_waiting) : g_strdup (_("Asking for news"));
    case FOYER_SYNC_OFFLINE:
    case FOYER_SYNC_UNREACHABLE:
      return status->n_waiting > 0 ? count_waiting (status->n_waiting) : g_strdup (_("Offline"));
    case FOYER_SYNC_OFF:
    default:
      return g_strdup (_("On this computer only"));
    }
}

char *
foyer_sync_describe_detail (const FoyerSyncStatus *status,
                            gint64                 now_ms)
{
  g_autofree char *moment = NULL;

  switch (status->state)
    {
    case FOYER_SYNC_UP_TO_DATE:
      if (status->last_ms == 0)
        return g_strdup ("");
      moment = describe_moment (now_ms, status->last_ms);
      /* Translators: %s is a moment: "since today at 08:12" */
      return g_strdup_printf (_("since %s"), moment);
    case FOYER_SYNC_OFFLINE:
      return g_strdup (status->n_waiting > 0 ? _("Offline") : _("There is no network"));
    case FOYER_SYNC_UNREACHABLE:
      return g_strdup (_("Couldn’t reach a directory"));
    case FOYER_SYNC_WAITING:
    case FOYER_SYNC_OFF:
    default:
      return g_strdup ("");
    }
}

const char *
foyer_sync_get_icon (const FoyerSyncStatus *status)
{
  switch (status->state)
    {
    case FOYER_SYNC_UP_TO_DATE:
      return status->n_refused > 0 ? "dialog-warning-symbolic" : "foyer-done-symbolic";
    case FOYER_SYNC_WAITING:
      return "foyer-exchange-symbolic";
    case FOYER_SYNC_OFFLINE:
    case FOYER_SYNC_UNREACHABLE:
      return "foyer-no-exchange-symbolic";
    case FOYER_SYNC_OFF:
    default:
      return "computer-symbolic";
    }
}

char *
foyer_sync_describe_title (const FoyerSyncStatus *status)
{
  switch (status->state)
    {
    case FOYER_SYNC_UP_TO_DATE:
      return g_strdup (_("Up to Date"));
    case FOYER_SYNC_WAITING:
      return g_strdup (_("On Its Way"));
    case FOYER_SYNC_OFFLINE:
      return g_strdup (_("Offline"));
    case FOYER_SYNC_UNREACHABLE:
      return g_strdup (_("Couldn’t Reach the Directory"));
    case FOYER_SYNC_OFF:
    default:
      return g_strdup (_("On This Computer Only"));
    }
}

char *
foyer_sync_explain (const FoyerSyncStatus *status,
                    gint64                 now_ms)
{
  guint n = status->n_waiting;

  switch (status->state)
    {
    case FOYER_SYNC_UP_TO_DATE:
      return g_strdup (_("All that you changed has arrived, and all that is new is here."));
    case FOYER_SYNC_WAITING:
      return g_strdup (_("What you changed is kept on this computer and leaves by itself."));
    case FOYER_SYNC_OFFLINE:
    case FOYER_SYNC_UNREACHABLE:
      if (n == 0)
        return g_strdup (_("Nothing waits to leave. News comes by itself as soon as the directory answers."));
      /* Translators: %u is a number of changes */
      return g_strdup_printf (ngettext ("Your work is kept on this computer. %u change leaves by itself as soon as the directory answers.",
                                        "Your work is kept on this computer. %u changes leave by themselves as soon as the directory answers.",
                                        n),
                              n);
    case FOYER_SYNC_OFF:
    default:
      return g_strdup (_("No space of yours is published, and you asked nobody for a seat: nothing leaves this computer."));
    }
}

char *
foyer_sync_describe_waiting (const FoyerWaiting *waiting)
{
  g_autofree char *day = NULL;

  if (waiting->day != FOYER_DAY_NONE)
    day = foyer_words_day_long (waiting->day);
  if (g_str_equal (waiting->kind, "listing"))
    return g_strdup (_("Public listing"));
  if (g_str_equal (waiting->kind, "availability"))
    return g_strdup (_("Free seats"));
  if (g_str_equal (waiting->kind, "tombstone"))
    return g_strdup (_("Taking the listing down"));
  if (g_str_equal (waiting->kind, "photo"))
    return g_strdup (_("Photo"));
  if (day == NULL)
    return g_strdup (_("A change"));
  if (g_str_equal (waiting->kind, "request"))
    /* Translators: %s is a day */
    return g_strdup_printf (_("Request for %s"), day);
  if (g_str_equal (waiting->kind, "decision"))
    /* Translators: %s is a day */
    return g_strdup_printf (_("Your answer for %s"), day);
  /* Translators: %s is a day */
  return g_strdup_printf (_("Cancellation for %s"), day);
}

char *
foyer_sync_describe_refusal (const char *code)
{
  static const struct { const char *code; const char *sentence; } table[] = {
    { "taken", N_("Another host has a listing of this number there. Write to whoever runs the directory.") },
    { "not-yours", N_("The directory holds it as somebody else’s. Write to whoever runs the directory.") },
    { "bad-signature", N_("The directory could not check who it is from. Update Foyer and try again.") },
    { "expired", N_("The time to answer was over.") },
    { "full", N_("The last seat had gone.") },
    { "closed", N_("The place is closed on that day.") },
    { "not-found", N_("The directory does not know it any more.") },
    { "beyond-horizon", N_("That day is too far ahead for the directory.") },
    { "too-large", N_("It is too long for the directory. Shorten the texts.") },
    { "photo-refused", N_("The directory does not take this photo. Replace it by another picture.") },
    { "changed-key", N_("Somebody else answers for this place now, so nothing was sent.") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].code, code) == 0)
      return g_strdup (gettext (table[i].sentence));
  return g_strdup (_("The directory refused it. Write to whoever runs the directory."));
}

char *
foyer_sync_describe_since (const FoyerWaiting *waiting,
                           gint64              now_ms)
{
  g_autofree char *moment = describe_moment (now_ms, waiting->since_ms);
  g_autofree char *since = NULL;
  g_autofree char *refusal = NULL;

  if (*waiting->trouble != '\0')
    {
      refusal = foyer_sync_describe_refusal (waiting->trouble);
      return foyer_words_facts ((const char *[]) { waiting->name, refusal, NULL });
    }
  /* Translators: %s is a moment: "since today at 08:12" */
  since = g_strdup_printf (_("since %s"), moment);
  return foyer_words_facts ((const char *[]) { waiting->name, since, NULL });
}

char *
foyer_sync_describe_answer (const FoyerSyncDirectory *directory,
                            gint64                    now_ms)
{
  g_autofree char *moment = NULL;

  if (directory->last_ms == 0)
    return g_strdup (_("No answer yet"));
  moment = describe_moment (now_ms, directory->last_ms);
  /* Translators: %s is a moment: "Last answer today at 08:12" */
  return g_strdup_printf (_("Last answer %s"), moment);
}
