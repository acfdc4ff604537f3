/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/kiosk/foyer-kiosk-visit.h"

#include <glib/gi18n.h>

#include "core/foyer-error.h"
#include "storage/foyer-store-bookings.h"
#include "storage/foyer-store-codes.h"
#include "storage/foyer-store-members.h"
#include "storage/foyer-store-rules.h"
#include "ui/kiosk/foyer-kiosk-names.h"
#include "ui/kiosk/foyer-kiosk-words.h"

/* What the buttons of the card are about. */
typedef enum {
  STEP_BUSY,
  STEP_LEAVE,       /* here already: leaving? */
  STEP_WALK_IN,     /* no booking: take a seat? */
  STEP_RULES,
  STEP_DONE,
  STEP_SORRY,
} Step;

struct _FoyerKioskVisit {
  GObject         parent_instance;

  FoyerDesk      *desk;
  FoyerKioskCard *card;           /* %NULL once nobody is there */
  char           *space_id;

  Step            step;
  char           *person_id;
  char           *label;          /* what they are called on a screen that others see */
  char           *booking_id;     /* (nullable): of a ticket */
  FoyerCodeKind   code;
  gboolean        looks_like_code;
  FoyerDaySheet  *sheet;
  FoyerMember    *member;
  int             rules;          /* the version that is shown */
  gint64          rules_op;
  gint64          op;
};

G_DEFINE_FINAL_TYPE (FoyerKioskVisit, foyer_kiosk_visit, G_TYPE_OBJECT)

enum { SIGNAL_SHOWN, SIGNAL_ENDED, N_SIGNALS };
static guint signals[N_SIGNALS];

static FoyerStore *
get_store (FoyerKioskVisit *self)
{
  return foyer_desk_get_store (self->desk);
}

static void
show (FoyerKioskVisit *self,
      Step             step,
      const char      *title,
      const char      *text,
      const char      *primary,
      const char      *secondary)
{
  self->step = step;
  foyer_kiosk_card_show (self->card, title, text, step == STEP_RULES, primary, secondary);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0, step == STEP_DONE || step == STEP_SORRY);
}

static void
end (FoyerKioskVisit *self,
     const char      *sentence)
{
  if (self->card != NULL)
    g_signal_emit (self, signals[SIGNAL_ENDED], 0, sentence);
}

static void
show_sorry (FoyerKioskVisit *self,
            const char      *sentence)
{
  show (self, STEP_SORRY, _("Please ask at the desk"), sentence, _("Done"), NULL);
}

static void
show_error (FoyerKioskVisit *self,
            const GError    *error)
{
  g_debug ("Refused at the kiosk: %s", error->message);
  if (self->card != NULL)
    show_sorry (self, foyer_kiosk_words_refusal (error));
}

static const FoyerSpace *
find_space (FoyerKioskVisit *self)
{
  GListModel *spaces = foyer_desk_get_spaces (self->desk);

  for (guint i = 0; i < g_list_model_get_n_items (spaces); i++)
    {
      g_autoptr(FoyerSpaceItem) item = g_list_model_get_item (spaces, i);

      /* The list keeps it alive. */
      if (g_str_equal (foyer_space_item_get_id (item), self->space_id))
        return foyer_space_item_get_space (item);
    }
  return NULL;
}

static const FoyerBooking *
find_booking (GPtrArray  *bookings,
              const char *person_id,
              const char *booking_id)
{
  for (guint i = 0; i < bookings->len; i++)
    {
      const FoyerBooking *booking = bookings->pdata[i];

      if (g_strcmp0 (person_id != NULL ? booking->person_id : booking->id,
                     person_id != NULL ? person_id : booking_id) == 0)
        return booking;
    }
  return NULL;
}

static void
acted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerKioskVisit) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerBooking) booking = foyer_store_booking_finish (FOYER_STORE (source), result, &self->op, &error);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (booking == NULL)
    {
      show_error (self, error);
      return;
    }
  if (self->card == NULL)
    return;

  title = foyer_kiosk_words_done (booking, self->label);
  text = foyer_kiosk_words_after (booking);
  show (self, STEP_DONE, title, text, _("Done"), _("That Is Not Me"));
}

static void
check_in (FoyerKioskVisit *self)
{
  FoyerArrival arrival = { .space_id = self->space_id, .day = FOYER_DAY_NONE, .code = self->code };

  if (self->booking_id != NULL)
    arrival.booking_id = self->booking_id;
  else
    arrival.person_id = self->person_id;
  self->step = STEP_BUSY;
  foyer_store_check_in_async (get_store (self), &arrival, NULL, acted_cb, g_object_ref (self));
}

static void
check_out (FoyerKioskVisit *self)
{
  FoyerArrival arrival = { .space_id = self->space_id, .person_id = self->person_id, .day = FOYER_DAY_NONE };

  self->step = STEP_BUSY;
  foyer_store_check_out_async (get_store (self), &arrival, NULL, acted_cb, g_object_ref (self));
}

static void
rules_accepted_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(FoyerKioskVisit) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoyerRulesAccepted) accepted = foyer_store_accept_rules_finish (FOYER_STORE (source), result,
                                                                            &self->rules_op, &error);

  if (accepted == NULL)
    show_error (self, error);
  else if (self->card != NULL)
    check_in (self);
}

static gboolean
has_accepted (FoyerKioskVisit *self,
              int              version)
{
  for (guint i = 0; i < self->member->rules->len; i++)
    {
      const FoyerRulesAccepted *accepted = self->member->rules->pdata[i];

      if (g_str_equal (accepted->space_id, self->space_id) && accepted->version >= version)
        return TRUE;
    }
  return FALSE;
}

static void
rules_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(FoyerKioskVisit) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) versions = foyer_store_list_rules_finish (FOYER_STORE (source), result, &error);
  const FoyerHouseRules *rules = NULL;

  if (versions == NULL)
    {
      show_error (self, error);
      return;
    }
  if (self->card == NULL)
    return;

  if (versions->len > 0)
    rules = versions->pdata[0];
  if (rules == NULL || *rules->text == '\0' || has_accepted (self, rules->version))
    {
      check_in (self);
      return;
    }

  self->rules = rules->version;
  show (self, STEP_RULES, _("House Rules"), rules->text, _("I Accept"), _("Not Now"));
}

/* Whoever comes in has read the house rules. */
static void
come_in (FoyerKioskVisit *self)
{
  self->step = STEP_BUSY;
  foyer_store_list_rules_async (get_store (self), self->space_id, NULL, rules_listed_cb, g_object_ref (self));
}

static void
offer_seat (FoyerKioskVisit *self)
{
  const FoyerSpace *space = find_space (self);
  g_autofree char *offer = NULL;
  FoyerPart part;

  if (space == NULL)
    {
      show_sorry (self, NULL);
      return;
    }

  part = foyer_kiosk_words_part_of_walk_in (&self->sheet->availability, space,
                                            foyer_clock_now (foyer_store_get_clock (get_store (self))),
                                            self->sheet->today);
  if (!self->sheet->availability.open)
    show_sorry (self, _("It is closed here today."));
  else if (foyer_availability_get_free (&self->sheet->availability, part) < 1)
    show_sorry (self, _("Every seat is taken today."));
  else if (!self->member->line->person->is_member)
    show_sorry (self, NULL);
  else
    {
      g_autofree char *title = g_strdup_printf (_("Hello, %s"), self->label);

      offer = foyer_kiosk_words_offer (space, part);
      show (self, STEP_WALK_IN, title, offer, _("Take the Seat"), _("Not Today"));
    }
}

/* Also where somebody has a seat in the afternoon besides: who is in leaves first. */
static gboolean
ask_to_leave (FoyerKioskVisit *self)
{
  const FoyerBooking *booking = find_booking (self->sheet->here, self->person_id, NULL);
  const FoyerSpace *space = find_space (self);
  g_autofree char *title = NULL;
  g_autofree char *since = NULL;

  if (booking == NULL || space == NULL)
    return FALSE;

  title = g_strdup_printf (_("Hello, %s"), self->label);
  since = foyer_kiosk_words_since (booking, space);
  show (self, STEP_LEAVE, title, since, _("Check Out"), _("Stay"));
  return TRUE;
}

static void
member_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(FoyerKioskVisit) self = user_data;
  g_autoptr(GError) error = NULL;
  FoyerMember *member = foyer_store_read_member_finish (FOYER_STORE (source), result, &error);

  if (member == NULL)
    {
      show_error (self, error);
      return;
    }
  g_clear_pointer (&self->member, foyer_member_free);
  self->member = member;
  if (self->card == NULL)
    return;

  if (self->label == NULL)
    {
      self->label = foyer_kiosk_names_first (member->line->person->name);
      if (ask_to_leave (self))
        return;
    }

  if (find_booking (self->sheet->expected, self->person_id, NULL) != NULL
      || find_booking (self->sheet->left, self->person_id, NULL) != NULL)
    come_in (self);
  else
    offer_seat (self);
}

static void
sheet_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(FoyerKioskVisit) self = user_data;
  g_autoptr(GError) error = NULL;
  FoyerDaySheet *sheet = foyer_store_day_sheet_finish (FOYER_STORE (source), result, &error);

  if (sheet == NULL)
    {
      show_error (self, error);
      return;
    }
  g_clear_pointer (&self->sheet, foyer_day_sheet_free);
  self->sheet = sheet;
  if (self->card == NULL)
    return;

  if (self->person_id == NULL)
    {
      const FoyerBooking *booking = find_booking (sheet->here, NULL, self->booking_id);

      if (booking == NULL)
        booking = find_booking (sheet->expected, NULL, self->booking_id);
      if (booking == NULL)
        booking = find_booking (sheet->left, NULL, self->booking_id);
      if (booking == NULL)
        {
          show_sorry (self, _("This ticket is for another day."));
          return;
        }
      self->person_id = g_strdup (booking->person_id);
      self->label = foyer_kiosk_names_first (booking->name);
    }

  /* Of a card only the member is known. */
  if (self->label == NULL || !ask_to_leave (self))
    foyer_store_read_member_async (get_store (self), self->person_id, self->space_id, sheet->today, NULL,
                                   member_read_cb, g_object_ref (self));
}

static void
read_sheet (FoyerKioskVisit *self)
{
  self->step = STEP_BUSY;
  foyer_store_day_sheet_async (get_store (self), self->space_id, FOYER_DAY_NONE, NULL, sheet_read_cb,
                               g_object_ref (self));
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(FoyerKioskVisit) self = user_data;

  foyer_store_refuse_code_finish (FOYER_STORE (source), result, NULL);
}

static void
code_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(FoyerKioskVisit) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = foyer_sync_read_code_finish (FOYER_SYNC (source), result, &self->code, &error);

  if (id == NULL)
    {
      g_debug ("Refused at the kiosk: %s", error->message);
      /* A name that nobody has is no code. */
      if (error->domain == FOYER_ERROR && self->looks_like_code)
        foyer_store_refuse_code_async (get_store (self), self->space_id, self->code, error->code, NULL, noted_cb,
                                       g_object_ref (self));
      end (self, foyer_kiosk_words_refusal (error));
      return;
    }
  if (self->code == FOYER_CODE_CARD_READ)
    self->person_id = g_steal_pointer (&id);
  else
    self->booking_id = g_steal_pointer (&id);
  if (self->card != NULL)
    read_sheet (self);
}

static void
rules_undone_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(FoyerKioskVisit) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!foyer_store_undo_finish (FOYER_STORE (source), result, NULL, NULL, &error))
    show_error (self, error);
  else
    end (self, _("Nothing was changed."));
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(FoyerKioskVisit) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!foyer_store_undo_finish (FOYER_STORE (source), result, NULL, NULL, &error))
    show_error (self, error);
  else if (self->rules_op != 0)
    foyer_store_undo_async (FOYER_STORE (source), self->rules_op, NULL, rules_undone_cb, g_object_ref (self));
  else
    end (self, _("Nothing was changed."));
}

static void
foyer_kiosk_visit_dispose (GObject *object)
{
  FoyerKioskVisit *self = FOYER_KIOSK_VISIT (object);

  g_clear_pointer (&self->sheet, foyer_day_sheet_free);
  g_clear_pointer (&self->member, foyer_member_free);
  g_clear_object (&self->card);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (foyer_kiosk_visit_parent_class)->dispose (object);
}

static void
foyer_kiosk_visit_finalize (GObject *object)
{
  FoyerKioskVisit *self = FOYER_KIOSK_VISIT (object);

  g_free (self->space_id);
  g_free (self->person_id);
  g_free (self->label);
  g_free (self->booking_id);

  G_OBJECT_CLASS (foyer_kiosk_visit_parent_class)->finalize (object);
}

static void
foyer_kiosk_visit_class_init (FoyerKioskVisitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foyer_kiosk_visit_dispose;
  object_class->finalize = foyer_kiosk_visit_finalize;

  signals[SIGNAL_SHOWN] = g_signal_new ("shown", FOYER_TYPE_KIOSK_VISIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", FOYER_TYPE_KIOSK_VISIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
foyer_kiosk_visit_init (FoyerKioskVisit *self)
{
}

FoyerKioskVisit *
foyer_kiosk_visit_new (FoyerDesk      *desk,
                       const char     *space_id,
                       FoyerKioskCard *card)
{
  FoyerKioskVisit *self;

  g_return_val_if_fail (FOYER_IS_DESK (desk), NULL);
  g_return_val_if_fail (space_id != NULL, NULL);
  g_return_val_if_fail (FOYER_IS_KIOSK_CARD (card), NULL);

  self = g_object_new (FOYER_TYPE_KIOSK_VISIT, NULL);
  self->desk = g_object_ref (desk);
  self->space_id = g_strdup (space_id);
  self->card = g_object_ref (card);
  return self;
}

void
foyer_kiosk_visit_greet (FoyerKioskVisit *self,
                         const char      *person_id,
                         const char      *label)
{
  g_return_if_fail (FOYER_IS_KIOSK_VISIT (self));
  g_return_if_fail (person_id != NULL && label != NULL);

  self->person_id = g_strdup (person_id);
  self->label = g_strdup (label);
  read_sheet (self);
}

void
foyer_kiosk_visit_read (FoyerKioskVisit *self,
                        const char      *code)
{
  g_return_if_fail (FOYER_IS_KIOSK_VISIT (self));
  g_return_if_fail (code != NULL);

  self->step = STEP_BUSY;
  self->looks_like_code = foyer_code_looks_like (code);
  foyer_sync_read_code_async (foyer_desk_get_sync (self->desk), self->space_id, foyer_desk_get_today (self->desk),
                              code, NULL, code_read_cb, g_object_ref (self));
}

void
foyer_kiosk_visit_answer (FoyerKioskVisit *self,
                          gboolean         primary)
{
  g_return_if_fail (FOYER_IS_KIOSK_VISIT (self));

  switch (self->step)
    {
    case STEP_LEAVE:
      primary ? check_out (self) : end (self, NULL);
      break;
    case STEP_WALK_IN:
      primary ? come_in (self) : end (self, NULL);
      break;
    case STEP_RULES:
      if (!primary)
        {
          show_sorry (self, _("You are not checked in."));
          break;
        }
      self->step = STEP_BUSY;
      foyer_store_accept_rules_async (get_store (self), self->person_id, self->space_id, self->rules, NULL,
                                      rules_accepted_cb, g_object_ref (self));
      break;
    case STEP_DONE:
      if (primary || self->op == 0)
        {
          end (self, NULL);
          break;
        }
      self->step = STEP_BUSY;
      foyer_store_undo_async (get_store (self), self->op, NULL, undone_cb, g_object_ref (self));
      break;
    case STEP_SORRY:
      end (self, NULL);
      break;
    case STEP_BUSY:
    default:
      break;
    }
}

void
foyer_kiosk_visit_leave (FoyerKioskVisit *self)
{
  g_return_if_fail (FOYER_IS_KIOSK_VISIT (self));

  g_clear_object (&self->card);
}
