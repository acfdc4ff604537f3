/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/waiting/foyer-waiter-row.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "storage/foyer-store-waiting.h"
#include "words/foyer-words-visit.h"
#include "words/foyer-words-waiting.h"
#include "words/foyer-words.h"

struct _FoyerWaiterRow
{
  AdwActionRow  parent_instance;

  FoyerDesk    *desk;
  GtkWidget    *book_button;
  GtkWidget    *menu_button;
  char         *id;
  char         *name;
  FoyerDay      day;
  gboolean      over_limit;       /* the person saw that it is beyond a limit */
};

G_DEFINE_FINAL_TYPE (FoyerWaiterRow, foyer_waiter_row, ADW_TYPE_ACTION_ROW)

typedef struct {
  FoyerWaiterRow *row;
  FoyerDesk      *desk;
  char           *id;
  char           *sentence;
} FoyerWaiterAct;

static void
foyer_waiter_act_free (FoyerWaiterAct *act)
{
  g_object_unref (act->row);
  g_object_unref (act->desk);
  g_free (act->id);
  g_free (act->sentence);
  g_free (act);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerWaiterAct, foyer_waiter_act_free)

static GMenuModel *
make_menu (gboolean over_limit)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Offer a Seat"), "waiter.offer");
  g_menu_append (menu, over_limit ? _("_Book Anyway") : _("_Book"), "waiter.book");
  g_menu_append (menu, _("_Remove From List"), "waiter.remove");

  return G_MENU_MODEL (menu);
}

/* What the button and the menu say of booking. */
static void
show_over_limit (FoyerWaiterRow *self,
                 gboolean        over_limit)
{
  g_autofree char *book = NULL;

  /* Not for nothing: a menu that is open would close. */
  if (self->over_limit != over_limit)
    {
      g_autoptr(GMenuModel) menu = make_menu (over_limit);

      self->over_limit = over_limit;
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
    }

  /* Translators: gives the seat that was offered; %s is a guest's name */
  book = g_strdup_printf (over_limit ? _("Book %s Anyway") : _("Book %s"), self->name);
  gtk_widget_set_tooltip_text (self->book_button, book);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(FoyerWaiterAct) act = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerWaiter) waiter = NULL;
  gint64 op = 0;

  waiter = foyer_store_waiter_finish (FOYER_STORE (source), result, &op, &error);
  if (waiter != NULL)
    foyer_desk_acted (act->desk, act->sentence, op);
  else
    foyer_desk_failed (act->desk, error);
  if (g_error_matches (error, FOYER_ERROR, FOYER_ERROR_OVER_LIMIT) && g_strcmp0 (act->row->id, act->id) == 0)
    show_over_limit (act->row, TRUE);
}

static void
answer (FoyerWaiterRow     *self,
        FoyerWaitingAnswer  what,
        char               *sentence)         /* (transfer full) */
{
  FoyerWaiterAct *act = g_new0 (FoyerWaiterAct, 1);

  act->row = g_object_ref (self);
  act->desk = g_object_ref (self->desk);
  act->id = g_strdup (self->id);
  act->sentence = sentence;
  foyer_store_answer_waiter_async (foyer_desk_get_store (self->desk), self->id, what, NULL, answered_cb, act);
}

static void
offer_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  FoyerWaiterRow *self = FOYER_WAITER_ROW (widget);

  answer (self, FOYER_WAITING_OFFER,
          /* Translators: %s is a guest's name */
          g_strdup_printf (_("A seat is kept for %s"), self->name));
}

static void
book_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  FoyerWaiterRow *self = FOYER_WAITER_ROW (widget);
  g_autofree char *date = foyer_words_day_long (self->day);

  answer (self, self->over_limit ? FOYER_WAITING_BOOK_ANYWAY : FOYER_WAITING_BOOK,
          /* Translators: %1$s is a guest's name, %2$s a day */
          g_strdup_printf (_("Booked %1$s for %2$s"), self->name, date));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  FoyerWaiterRow *self = FOYER_WAITER_ROW (widget);

  answer (self, FOYER_WAITING_LEAVE,
          /* Translators: %s is a guest's name */
          g_strdup_printf (_("Took %s off the waiting list"), self->name));
}

static void
foyer_waiter_row_dispose (GObject *object)
{
  g_clear_object (&FOYER_WAITER_ROW (object)->desk);

  G_OBJECT_CLASS (foyer_waiter_row_parent_class)->dispose (object);
}

static void
foyer_waiter_row_finalize (GObject *object)
{
  FoyerWaiterRow *self = FOYER_WAITER_ROW (object);

  g_free (self->id);
  g_free (self->name);

  G_OBJECT_CLASS (foyer_waiter_row_parent_class)->finalize (object);
}

static void
foyer_waiter_row_class_init (FoyerWaiterRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foyer_waiter_row_dispose;
  object_class->finalize = foyer_waiter_row_finalize;

  gtk_widget_class_install_action (widget_class, "waiter.offer", NULL, offer_cb);
  gtk_widget_class_install_action (widget_class, "waiter.book", NULL, book_cb);
  gtk_widget_class_install_action (widget_class, "waiter.remove", NULL, remove_cb);
}

static void
foyer_waiter_row_init (FoyerWaiterRow *self)
{
  g_autoptr(GMenuModel) menu = make_menu (FALSE);

  /* A word of its own would leave the name no room beside the calendar. */
  self->book_button = g_object_new (GTK_TYPE_BUTTON,
                                    "icon-name", "object-select-symbolic",
                                    "action-name", "waiter.book",
                                    "valign", GTK_ALIGN_CENTER,
                                    "css-classes", (const char *[]) { "circular", NULL },
                                    NULL);
  self->menu_button = g_object_new (GTK_TYPE_MENU_BUTTON,
                                    "icon-name", "view-more-symbolic",
                                    "menu-model", menu,
                                    "valign", GTK_ALIGN_CENTER,
                                    "css-classes", (const char *[]) { "flat", NULL },
                                    NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->book_button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->menu_button);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
}

GtkWidget *
foyer_waiter_row_new (FoyerDesk *desk)
{
  FoyerWaiterRow *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);

  self = g_object_new (FOYER_TYPE_WAITER_ROW, NULL);
  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

void
foyer_waiter_row_show (FoyerWaiterRow    *self,
                       const FoyerWaiter *waiter,
                       gboolean           with_day)
{
  const gboolean offered = waiter->state == FOYER_WAITING_OFFERED;
  g_autofree char *day = NULL;
  g_autofree char *wishes = NULL;
  g_autofree char *state = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *tooltip = NULL;

  g_return_if_fail (FOYER_IS_WAITER_ROW (self));

  g_set_str (&self->name, waiter->name);
  show_over_limit (self, self->over_limit && g_strcmp0 (self->id, waiter->id) == 0);
  g_set_str (&self->id, waiter->id);
  self->day = waiter->day;
  if (with_day)
    day = foyer_words_day_short (waiter->day);
  wishes = foyer_words_waiter_wishes (waiter);
  state = foyer_words_waiter_state (waiter, foyer_clock_now (foyer_store_get_clock (foyer_desk_get_store (self->desk))));
  subtitle = foyer_words_facts ((const char *[]) { state, day != NULL ? day : "", wishes, NULL });
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), waiter->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);

  /* Translators: the menu of somebody on a waiting list; %s is the guest's name */
  tooltip = g_strdup_printf (_("Place of %s on the Waiting List"), waiter->name);
  gtk_widget_set_tooltip_text (self->menu_button, tooltip);
  gtk_widget_set_visible (self->book_button, offered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "waiter.offer", !offered);
}
