/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "storage/foyer-store-bookings.h"
#include "ui/foyer-fitting-label.h"
#include "ui/seats/foyer-seat-table.h"
#include "ui/today/foyer-arrival-group.h"
#include "ui/today/foyer-day-aside.h"
#include "ui/today/foyer-refusal-list.h"
#include "ui/today/foyer-request-list.h"
#include "ui/waiting/foyer-waiting-list.h"
#include "ui/people/foyer-result-list.h"
#include "ui/today/foyer-today-page.h"

G_BEGIN_DECLS

/* Shared by foyer-today-page.c (what is shown), foyer-today-actions.c (what is done) and
 * foyer-today-entry.c (what is typed). */

struct _FoyerTodayPage {
  AdwNavigationPage  parent_instance;

  FoyerDesk         *desk;
  FoyerDay           day;             /* FOYER_DAY_NONE: follows today */
  FoyerDaySheet     *sheet;           /* what is shown */
  GCancellable      *cancellable;     /* of the sheet that is on the way */

  GBindingGroup     *split_view;      /* that the page stands in */

  GtkWidget         *date_buttons;
  GtkWidget         *date_menu_button;
  AdwWindowTitle    *title;
  FoyerFittingLabel *short_title;
  GtkWidget         *today_button;
  GtkOrientable     *columns;
  GtkWidget         *side;
  GtkScrolledWindow *scroller;
  GtkSearchEntry    *entry;
  gboolean           dismissed;       /* Escape was pressed since somebody was taken from the entry */
  GtkStack          *stack;
  AdwStatusPage     *status;
  GtkWidget         *open_button;
  FoyerArrivalGroup *expected_group;
  FoyerArrivalGroup *here_group;
  FoyerArrivalGroup *left_group;
  FoyerResultList   *results;
  FoyerSeatTable    *strip;
  FoyerSeatTable    *table;
  FoyerRequestList  *requests;
  FoyerWaitingList  *waiting;
  FoyerRefusalList  *refusals;
  FoyerDayAside     *aside;
};

/* The day that is shown. */
FoyerDay foyer_today_page_get_day         (FoyerTodayPage *self);
/* In days from today: negative for days that are over. */
int      foyer_today_page_get_distance    (FoyerTodayPage *self);
void     foyer_today_page_set_day         (FoyerTodayPage *self,
                                           FoyerDay        day);
/* The day again in the place of who was found. */
void     foyer_today_page_show_day        (FoyerTodayPage *self);

void     foyer_today_page_install_actions (GtkWidgetClass *widget_class);

void     foyer_today_page_init_entry      (FoyerTodayPage *self);
gboolean foyer_today_page_is_typing       (FoyerTodayPage *self);
/* Looks again for what is typed. */
void     foyer_today_page_ask             (FoyerTodayPage *self);
void     foyer_today_page_clear_entry     (FoyerTodayPage *self);
/* Returns: (transfer full): what was typed for the person who is being taken; it stands in the entry
 * no more */
char    *foyer_today_page_take_typed      (FoyerTodayPage *self);
/* Puts it into the entry again, unless somebody types there. */
void     foyer_today_page_give_back_typed (FoyerTodayPage *self,
                                           const char     *typed);
void     foyer_today_page_bind_entry      (GtkWidgetClass *widget_class);

G_END_DECLS
