/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/web/foyer-web-week.h"

#include <glib/gi18n-lib.h>

#include "directory/web/foyer-web-words.h"

int
foyer_web_week_get_free (const FoyerSeatDay *day,
                         FoyerPart           part)
{
  if (!day->open)
    return 0;
  if (part == FOYER_PART_AM)
    return day->am;
  if (part == FOYER_PART_PM)
    return day->pm;

  return MIN (day->am, day->pm);
}

/* Nothing for the whole day, but for a half of it. */
static gboolean
is_half (const FoyerWebWeek *self,
         const FoyerSeatDay *day)
{
  return self->part == FOYER_PART_FULL && day->open && MIN (day->am, day->pm) == 0 && MAX (day->am, day->pm) > 0;
}

/* A sign that is the same in each language and has room, and what it means for who hears the page. */
static void
write_half (FoyerHtml          *html,
            gboolean            large,
            const FoyerSeatDay *day)
{
  foyer_html_add (html, large ? "i" : "b", "½", "aria-hidden", "true", NULL);
  foyer_html_add (html, "span", day->am > 0 ? _("mornings only") : _("afternoons only"), "class", "hide", NULL);
}

static void
write_cell (const FoyerWebWeek *self,
            FoyerHtml          *html,
            guint               i)
{
  const FoyerSeatDay *seats = &self->days[i];
  FoyerDay day = self->from + (FoyerDay) i;
  gboolean large = self->path != NULL;
  gboolean chosen = day == self->chosen;
  gboolean half = is_half (self, seats);
  int n = foyer_web_week_get_free (seats, self->part);
  g_autofree char *classes = g_strdup_printf ("d %s%s", !seats->open ? "shut" : n > 0 || half ? "free" : "full",
                                              chosen ? " on" : "");
  g_autofree char *weekday = foyer_web_weekday (day);
  g_autofree char *count = g_strdup_printf ("%d", n);
  /* Translators: below a day, in little room */
  g_autofree char *free_seats = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d free", "%d free", (gulong) n), n);
  g_autofree char *link = NULL;
  char text[FOYER_DAY_TEXT_SIZE];
  int date;

  foyer_day_get_ymd (day, NULL, NULL, &date);
  if (large && seats->open)
    link = g_strdup_printf ("%s?day=%s", self->path, foyer_day_format (day, text));
  foyer_html_open (html, "li", NULL);
  foyer_html_open (html, link != NULL ? "a" : "span", "class", classes, "href", link,
                   "aria-current", chosen ? "date" : NULL, NULL);
  foyer_html_text (html, weekday);
  if (large)
    {
      g_autofree char *number = g_strdup_printf ("%d", date);

      foyer_html_add (html, "b", number, NULL);
    }
  if (!seats->open)
    {
      foyer_html_add (html, large ? "i" : "b", "–", "aria-hidden", "true", NULL);
      foyer_html_add (html, "span", _("closed"), "class", "hide", NULL);
    }
  else if (half)
    write_half (html, large, seats);
  else if (large)
    foyer_html_add (html, "i", n > 0 ? free_seats : C_("a day", "full"), NULL);
  else
    {
      foyer_html_add (html, "b", count, NULL);
      foyer_html_add (html, "span", g_dngettext (GETTEXT_PACKAGE, "free seat", "free seats", (gulong) n), "class", "hide", NULL);
    }
  foyer_html_close (html);
  foyer_html_close (html);
}

void
foyer_web_week_write (const FoyerWebWeek *self,
                      FoyerHtml          *html)
{
  foyer_html_open (html, "ul", "class", self->path != NULL ? "week large" : "week",
                   "aria-label", _("Free seats by day"), NULL);
  for (guint i = 0; i < self->n_days; i++)
    write_cell (self, html, i);
  foyer_html_close (html);
}
