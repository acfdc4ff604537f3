/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/kiosk/foyer-kiosk-home.h"

#include <glib/gi18n.h>

#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-people.h"
#include "ui/foyer-answer.h"
#include "ui/kiosk/foyer-kiosk-names.h"

/* More do not help to choose: another letter does. */
#define MAX_ROWS 6
/* So many members are looked at: a search finds some by what is no name. */
#define MAX_MEMBERS 60

typedef struct {
  char *id;
  char *name;
} Candidate;

struct _FoyerKioskHome {
  AdwBin         parent_instance;

  FoyerDesk     *desk;
  char          *space_id;
  FoyerDaySheet *sheet;           /* (nullable): of today */
  GCancellable  *sheet_question;
  GCancellable  *question;        /* who has such a name: no answer yet */
  gboolean       twins;           /* nobody could tell apart whom the search found */
  gboolean       taking;          /* Enter was pressed before the answer came */
  GPtrArray     *shown;           /* (element-type Candidate): a row for each */

  GtkEntry      *entry;
  GtkLabel      *sentence_label;
  GtkListBox    *list;
};

G_DEFINE_FINAL_TYPE (FoyerKioskHome, foyer_kiosk_home, ADW_TYPE_BIN)

enum { SIGNAL_CHOSEN, SIGNAL_CODE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  /* One that was taken out of its list. */
  if (candidate == NULL)
    return;

  g_free (candidate->id);
  g_free (candidate->name);
  g_free (candidate);
}

static const char *
get_typed (FoyerKioskHome *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
say (FoyerKioskHome *self,
     const char     *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sentence_label), sentence != NULL);
  gtk_label_set_label (self->sentence_label, sentence != NULL ? sentence : "");
  if (sentence != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
drop_rows (FoyerKioskHome *self)
{
  g_ptr_array_set_size (self->shown, 0);
  gtk_list_box_remove_all (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}

static void
add_candidate (GPtrArray  *candidates,
               const char *id,
               const char *name,
               const char *typed)
{
  Candidate *candidate;

  if (id == NULL || !foyer_kiosk_names_match (name, typed))
    return;
  for (guint i = 0; i < candidates->len; i++)
    if (g_str_equal (((Candidate *) candidates->pdata[i])->id, id))
      return;

  candidate = g_new (Candidate, 1);
  candidate->id = g_strdup (id);
  candidate->name = g_strdup (name);
  g_ptr_array_add (candidates, candidate);
}

static void
add_bookings (GPtrArray  *candidates,
              GPtrArray  *bookings,
              const char *typed)
{
  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = bookings->pdata[i];

      add_candidate (candidates, booking->person_id, booking->name, typed);
    }
}

/* Whoever typed the whole of their name means nobody whose name goes on. */
static void
keep_the_same (GPtrArray  *candidates,
               const char *typed)
{
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    n += foyer_kiosk_names_is_same (((Candidate *) candidates->pdata[i])->name, typed);
  if (n == 0)
    return;
  for (guint i = candidates->len; i > 0; i--)
    if (!foyer_kiosk_names_is_same (((Candidate *) candidates->pdata[i - 1])->name, typed))
      g_ptr_array_remove_index (candidates, i - 1);
}

static void
add_row (FoyerKioskHome *self,
         const char     *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *name = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (row, "kiosk-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (self->list, row);
}

static void
choose (FoyerKioskHome *self,
        guint           index)
{
  const Candidate *candidate = self->shown->pdata[index];
  GtkWidget *name = gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (self->list, (int) index));
  g_autofree char *id = g_strdup (candidate->id);
  g_autofree char *label = g_strdup (gtk_label_get_label (GTK_LABEL (name)));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id, label);
}

static void
take (FoyerKioskHome *self)
{
  if (self->shown->len == 1)
    choose (self, 0);
  else if (self->shown->len > 1)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  else if (!self->twins && *get_typed (self) != '\0')
    g_signal_emit (self, signals[SIGNAL_CODE], 0, get_typed (self));
}

static void
show_candidates (FoyerKioskHome *self,
                 GPtrArray      *candidates)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;
  g_auto(GStrv) labels = NULL;
  gboolean more = FALSE;

  self->twins = FALSE;
  keep_the_same (candidates, get_typed (self));
  for (guint i = 0; i < candidates->len; i++)
    g_strv_builder_add (builder, ((Candidate *) candidates->pdata[i])->name);
  names = g_strv_builder_end (builder);
  labels = foyer_kiosk_names_label ((const char * const *) names);

  drop_rows (self);
  for (guint i = 0; labels[i] != NULL; i++)
    if (*labels[i] == '\0')
      self->twins = TRUE;
    else if (self->shown->len == MAX_ROWS)
      more = TRUE;
    else
      {
        add_row (self, labels[i]);
        g_ptr_array_add (self->shown, g_steal_pointer (&candidates->pdata[i]));
      }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->shown->len > 0);

  if (self->twins)
    say (self, _("Several people have this name. Type all of it, or ask at the desk."));
  else if (more)
    say (self, _("Type more of your name."));
  else if (self->shown->len == 0)
    say (self, _("Nobody found so far. Check the spelling, or ask at the desk."));
  else
    say (self, NULL);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerKioskHome) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = foyer_store_find_people_finish (FOYER_STORE (source), result, &error);
  g_autoptr(GPtrArray) candidates = g_ptr_array_new_with_free_func (candidate_free);
  const char *typed;

  if (foyer_answer_is_stale (result) || self->desk == NULL)
    return;
  g_clear_object (&self->question);
  if (people == NULL)
    {
      foyer_desk_failed (self->desk, error);
      return;
    }

  typed = get_typed (self);
  if (self->sheet != NULL)
    {
      add_bookings (candidates, self->sheet->expected, typed);
      add_bookings (candidates, self->sheet->here, typed);
      add_bookings (candidates, self->sheet->left, typed);
    }
  for (guint i = 0; i < people->len; i++)
    add_candidate (candidates, ((FoyerPerson *) people->pdata[i])->id, ((FoyerPerson *) people->pdata[i])->name, typed);
  show_candidates (self, candidates);

  if (self->taking)
    {
      self->taking = FALSE;
      take (self);
    }
}

static void
stop_asking (FoyerKioskHome *self)
{
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  self->taking = FALSE;
  self->twins = FALSE;
}

static void
ask (FoyerKioskHome *self)
{
  stop_asking (self);
  if (self->desk == NULL || !foyer_kiosk_names_enough (get_typed (self)))
    {
      drop_rows (self);
      return;
    }

  self->question = g_cancellable_new ();
  foyer_store_find_people_async (foyer_desk_get_store (self->desk), get_typed (self), TRUE, NULL, FOYER_DAY_NONE,
                                 MAX_MEMBERS, self->question, found_cb, g_object_ref (self));
}

static void
entry_changed_cb (FoyerKioskHome *self)
{
  if (*get_typed (self) != '\0')
    say (self, NULL);
  ask (self);
}

static void
entry_activate_cb (FoyerKioskHome *self)
{
  if (self->question != NULL)
    self->taking = TRUE;
  else
    take (self);
}

static void
row_activated_cb (FoyerKioskHome *self,
                  GtkListBoxRow  *row)
{
  choose (self, (guint) gtk_list_box_row_get_index (row));
}

static void
sheet_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(FoyerKioskHome) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerDaySheet) sheet = foyer_store_day_sheet_finish (FOYER_STORE (source), result, &error);

  if (foyer_answer_is_stale (result) || self->desk == NULL)
    return;
  g_clear_object (&self->sheet_question);
  g_clear_pointer (&self->sheet, foyer_day_sheet_free);
  self->sheet = g_steal_pointer (&sheet);
  if (self->sheet == NULL)
    foyer_desk_failed (self->desk, error);
}

static void
read_sheet (FoyerKioskHome *self)
{
  g_cancellable_cancel (self->sheet_question);
  g_clear_object (&self->sheet_question);
  self->sheet_question = g_cancellable_new ();
  foyer_store_day_sheet_async (foyer_desk_get_store (self->desk), self->space_id, FOYER_DAY_NONE, self->sheet_question,
                               sheet_read_cb, g_object_ref (self));
}

static void
foyer_kiosk_home_dispose (GObject *object)
{
  FoyerKioskHome *self = FOYER_KIOSK_HOME (object);

  stop_asking (self);
  g_cancellable_cancel (self->sheet_question);
  g_clear_object (&self->sheet_question);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_KIOSK_HOME);
  g_clear_pointer (&self->sheet, foyer_day_sheet_free);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->space_id, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_kiosk_home_parent_class)->dispose (object);
}

static void
foyer_kiosk_home_class_init (FoyerKioskHomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_kiosk_home_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FOYER_TYPE_KIOSK_HOME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_CODE] = g_signal_new ("code", FOYER_TYPE_KIOSK_HOME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foyerdesk/Foyer/ui/foyer-kiosk-home.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskHome, entry);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskHome, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, FoyerKioskHome, list);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
foyer_kiosk_home_init (FoyerKioskHome *self)
{
  self->shown = g_ptr_array_new_with_free_func (candidate_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Your name or code"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who are you?"), -1);
}

void
foyer_kiosk_home_set_desk (FoyerKioskHome *self,
                           FoyerDesk      *desk,
                           const char     *space_id)
{
  g_return_if_fail (FOYER_IS_KIOSK_HOME (self));
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (space_id != NULL);

  g_set_object (&self->desk, desk);
  g_set_str (&self->space_id, space_id);
  g_signal_connect_object (desk, "changed", G_CALLBACK (read_sheet), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::today", G_CALLBACK (read_sheet), self, G_CONNECT_SWAPPED);
  read_sheet (self);
}

void
foyer_kiosk_home_clear (FoyerKioskHome *self,
                        const char     *sentence)
{
  g_return_if_fail (FOYER_IS_KIOSK_HOME (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  say (self, sentence);
}

void
foyer_kiosk_home_focus (FoyerKioskHome *self)
{
  g_return_if_fail (FOYER_IS_KIOSK_HOME (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
