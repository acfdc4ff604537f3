/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-hours-words.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "core/foyer-instant.h"
#include "storage/foyer-store-spaces.h"
#include "ui/spaces/foyer-obstacle.h"
#include "words/foyer-words.h"

#define A_YEAR 366
#define DAYS_NAMED_MAX 3

struct _FoyerHoursWords
{
  AdwBin        parent_instance;

  FoyerDesk    *desk;             /* (nullable): before the first show */
  FoyerSpace   *space;
  GCancellable *cancellable;
  char         *said;             /* the sentence of the week as it is */
  gboolean      showing;
  gboolean      acting;

  AdwEntryRow  *sentence_row;
  GtkLabel     *preview_label;
  GtkLabel     *problem_label;
};

G_DEFINE_FINAL_TYPE (FoyerHoursWords, foyer_hours_words, ADW_TYPE_BIN)

enum { ACTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_sentence (FoyerHoursWords *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->sentence_row));
}

static void
say (GtkLabel   *label,
     const char *text)            /* "": nothing */
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
set_problem (FoyerHoursWords *self,
             const char      *text)
{
  say (self->problem_label, text);
  if (*text != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->sentence_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->sentence_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->sentence_row), GTK_ACCESSIBLE_STATE_INVALID,
                               *text != '\0' ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* That of the space, which need not be the one that the desk shows. FOYER_DAY_NONE where this machine
 * does not know its zone. */
static FoyerDay
get_today (FoyerHoursWords *self)
{
  g_autoptr(GTimeZone) zone = foyer_zone_new (self->space->tz, NULL);
  FoyerClock *clock = foyer_store_get_clock (foyer_desk_get_store (self->desk));

  return zone != NULL ? foyer_business_day (zone, foyer_clock_now (clock), self->space->cut_off) : FOYER_DAY_NONE;
}

/* The whole week is written here: what is not said of holidays is not so. */
static FoyerOpeningPlan *
read_plan (FoyerHoursWords  *self,
           GError          **error)
{
  FoyerOpeningPlan *plan = foyer_opening_plan_read (get_sentence (self), get_today (self), error);

  if (plan != NULL && plan->rules->len > 0 && plan->holidays == FOYER_PLAN_HOLIDAYS_UNSAID)
    plan->holidays = FOYER_PLAN_HOLIDAYS_OPEN;

  return plan;
}

/* "Opens 104 days within a year: Tue 1 December, Thu 3 December, Tue 8 December…" */
static char *
describe_plan (FoyerHoursWords        *self,
               const FoyerOpeningPlan *plan)
{
  FoyerDay today = get_today (self);
  g_autoptr(FoyerOpeningPlan) otherwise = foyer_opening_plan_copy (plan);
  g_autoptr(GString) days = g_string_new (NULL);
  int n_open = 0, n_holidays = 0;
  g_autofree char *opens = NULL;
  g_autofree char *closed = NULL;

  otherwise->holidays = FOYER_PLAN_HOLIDAYS_OPEN;
  for (FoyerDay day = today; day < today + A_YEAR; day++)
    {
      g_autofree char *name = NULL;

      if (!foyer_opening_plan_resolve (plan, self->space, day).open)
        {
          n_holidays += foyer_opening_plan_resolve (otherwise, self->space, day).open;
          continue;
        }
      if (++n_open > DAYS_NAMED_MAX)
        continue;
      name = foyer_words_day_short (day);
      g_string_append_printf (days, "%s%s", days->len > 0 ? C_("list of days", ", ") : "", name);
    }
  if (n_open == 0)
    opens = g_strdup (_("Opens no day within a year."));
  else if (n_open <= DAYS_NAMED_MAX)
    /* Translators: %2$s are all the days that a sentence opens */
    opens = g_strdup_printf (ngettext ("Opens %1$d day within a year: %2$s.", "Opens %1$d days within a year: %2$s.",
                                       (gulong) n_open), n_open, days->str);
  else
    /* Translators: %2$s are the first of the days that a sentence opens */
    opens = g_strdup_printf (ngettext ("Opens %1$d day within a year: %2$s…", "Opens %1$d days within a year: %2$s…",
                                       (gulong) n_open), n_open, days->str);
  if (n_holidays == 0)
    return g_steal_pointer (&opens);

  closed = g_strdup_printf (ngettext ("Closed on %d public holiday.", "Closed on %d public holidays.",
                                      (gulong) n_holidays), n_holidays);

  return g_strdup_printf ("%s %s", opens, closed);
}

static void
show_preview (FoyerHoursWords *self)
{
  g_autoptr(FoyerOpeningPlan) plan = NULL;
  g_autofree char *preview = NULL;

  if (g_strcmp0 (get_sentence (self), self->said) != 0)
    plan = read_plan (self, NULL);
  preview = plan != NULL ? describe_plan (self, plan) : g_strdup ("");
  say (self->preview_label, preview);
}

static void
changed_cb (FoyerHoursWords *self)
{
  if (self->showing || self->desk == NULL)
    return;

  set_problem (self, "");
  show_preview (self);
}

static char *
describe_refusal (const GError *error)
{
  const char * const *ids = foyer_error_get_ids (error);

  if (ids[0] == NULL)
    return g_strdup (_("Write when the space is open, as in “Tue and Thu 9-18, not in August”."));
  if (ids[1] != NULL)
    return g_strdup_printf (_("This can mean %s or %s; write which one."), ids[0], ids[1]);

  return g_strdup_printf (_("“%s” is not understood; write it as in “Tue and Thu 9-18, not in August”."), ids[0]);
}

static void
described_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(FoyerHoursWords) self = user_data;
  g_autofree char *sentence = foyer_obstacle_describe_finish (result);

  if (sentence != NULL && self->desk != NULL)
    set_problem (self, sentence);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerHoursWords) self = user_data;
  g_autoptr(GError) error = NULL;
  FoyerDaysChange change = { 0 };
  gboolean done = foyer_store_days_finish (FOYER_STORE (source), result, &change, &error);

  self->acting = FALSE;
  if (self->desk == NULL)
    return;
  if (!done)
    {
      foyer_obstacle_describe_async (self->desk, self->space->id, error, self->cancellable, described_cb,
                                     g_object_ref (self));
      return;
    }

  /* What was written is what the week says now, in whatever words it says it. */
  g_set_str (&self->said, get_sentence (self));
  say (self->preview_label, "");
  g_signal_emit (self, signals[ACTED], 0, _("Changed the opening hours"), change.op);
}

static void
applied_cb (FoyerHoursWords *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerOpeningPlan) plan = NULL;
  g_autofree char *refusal = NULL;

  if (self->desk == NULL || self->acting)
    return;
  plan = read_plan (self, &error);
  if (plan == NULL)
    {
      refusal = describe_refusal (error);
      set_problem (self, refusal);
      say (self->preview_label, "");
      return;
    }

  self->acting = TRUE;
  foyer_store_set_plan_async (foyer_desk_get_store (self->desk), self->space->id, plan, NULL, saved_cb,
                              g_object_ref (self));
}

static void
foyer_hours_words_dispose (GObject *object)
{
  FoyerHoursWords *self = FOYER_HOURS_WORDS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->showing = TRUE;
  /* The template would unparent the child behind the bin's back, which keeps a pointer. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_HOURS_WORDS);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->space, foyer_space_free);
  g_clear_pointer (&self->said, g_free);

  G_OBJECT_CLASS (foyer_hours_words_parent_class)->dispose (object);
}

static void
foyer_hours_words_class_init (FoyerHoursWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_hours_words_dispose;

  signals[ACTED] = g_signal_new ("acted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foyerdesk/Foyer/ui/foyer-hours-words.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerHoursWords, sentence_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerHoursWords, preview_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerHoursWords, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
foyer_hours_words_init (FoyerHoursWords *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_hours_words_show (FoyerHoursWords  *self,
                        FoyerDesk        *desk,
                        const FoyerSpace *space,
                        GArray           *rules)
{
  FoyerOpeningPlan plan = { .rules = rules };
  g_autofree char *sentence = NULL;
  FoyerDay today;
  gboolean writing;

  g_return_if_fail (FOYER_IS_HOURS_WORDS (self));
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (space != NULL && rules != NULL);

  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->space, foyer_space_free);
  self->space = foyer_space_copy (space);

  today = get_today (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), today != FOYER_DAY_NONE);
  if (today == FOYER_DAY_NONE)
    return;

  plan.dates = g_array_new (FALSE, FALSE, sizeof (FoyerOpeningDates));
  if (space->closed_on_holidays)
    plan.holidays = FOYER_PLAN_HOLIDAYS_CLOSED;
  sentence = foyer_opening_plan_write (&plan, foyer_words_language (), today);
  g_array_unref (plan.dates);

  writing = self->said != NULL && g_strcmp0 (get_sentence (self), self->said) != 0;
  g_set_str (&self->said, sentence != NULL ? sentence : "");
  if (writing)
    return;

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->sentence_row), self->said);
  self->showing = FALSE;
}
