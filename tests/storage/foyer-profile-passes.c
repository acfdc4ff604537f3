/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "foyer-profile-passes.h"

static void
foyer_profile_got_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
foyer_profile_await (FoyerProfile  *self,
                     GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_error (&self->error);

  return *result;
}

FoyerPass *
foyer_profile_sell (FoyerProfile        *self,
                    const FoyerPassSale *sale)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_sell_pass_async (self->store, sale, NULL, foyer_profile_got_cb, &result);

  return foyer_store_pass_finish (self->store, foyer_profile_await (self, &result), &self->op, &self->error);
}

char *
foyer_profile_add_pass (FoyerProfile *self,
                        const char   *person_id,
                        int           halves,
                        const char   *until)
{
  FoyerPassSale sale = {
    .person_id = person_id, .halves = halves, .price_minor = 3600, .currency = "EUR", .from = FOYER_DAY_NONE,
    .until = *until != '\0' ? foyer_day (until) : FOYER_DAY_NONE,
  };
  g_autoptr(FoyerPass) pass = foyer_profile_sell (self, &sale);

  return pass != NULL ? g_strdup (pass->id) : NULL;
}

FoyerPass *
foyer_profile_end_pass (FoyerProfile *self,
                        const char   *pass_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_end_pass_async (self->store, pass_id, NULL, foyer_profile_got_cb, &result);

  return foyer_store_pass_finish (self->store, foyer_profile_await (self, &result), &self->op, &self->error);
}

GPtrArray *
foyer_profile_passes (FoyerProfile *self,
                      const char   *person_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_list_passes_async (self->store, person_id, NULL, foyer_profile_got_cb, &result);

  return foyer_store_list_passes_finish (self->store, foyer_profile_await (self, &result), &self->error);
}

FoyerBooking *
foyer_profile_pay (FoyerProfile *self,
                   const char   *booking_id,
                   const char   *pass_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_pay_with_pass_async (self->store, booking_id, pass_id, NULL, foyer_profile_got_cb, &result);

  return foyer_store_booking_finish (self->store, foyer_profile_await (self, &result), &self->op, &self->error);
}

FoyerBooking *
foyer_profile_return (FoyerProfile *self,
                      const char   *booking_id)
{
  g_autoptr(GAsyncResult) result = NULL;

  foyer_store_return_to_pass_async (self->store, booking_id, NULL, foyer_profile_got_cb, &result);

  return foyer_store_booking_finish (self->store, foyer_profile_await (self, &result), &self->op, &self->error);
}

void
foyer_profile_assert_left (FoyerProfile *self,
                           const char   *person_id,
                           const char   *left)
{
  g_autoptr(GPtrArray) passes = foyer_profile_passes (self, person_id);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (self->error);
  for (guint i = 0; i < passes->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", foyer_pass_get_left (passes->pdata[i]));
  g_assert_cmpstr (text->str, ==, left);
}
