/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ui/spaces/foyer-space-panel.h"

enum { ACTED, FAILED, FIELD_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (FoyerSpacePanel, foyer_space_panel, GTK_TYPE_WIDGET)

static void
foyer_space_panel_default_init (FoyerSpacePanelInterface *iface)
{
  signals[ACTED] = g_signal_new ("acted", FOYER_TYPE_SPACE_PANEL, G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
  signals[FAILED] = g_signal_new ("failed", FOYER_TYPE_SPACE_PANEL, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[FIELD_ACTIVATED] = g_signal_new ("field-activated", FOYER_TYPE_SPACE_PANEL, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

void
foyer_space_panel_show (FoyerSpacePanel  *self,
                        FoyerDesk        *desk,
                        const FoyerSpace *space)
{
  g_return_if_fail (FOYER_IS_SPACE_PANEL (self));
  g_return_if_fail (FOYER_IS_DESK (desk));
  g_return_if_fail (space != NULL);

  FOYER_SPACE_PANEL_GET_IFACE (self)->show (self, desk, space);
}

void
foyer_space_panel_set_narrow (FoyerSpacePanel *self,
                              gboolean         narrow)
{
  FoyerSpacePanelInterface *iface;

  g_return_if_fail (FOYER_IS_SPACE_PANEL (self));

  iface = FOYER_SPACE_PANEL_GET_IFACE (self);
  if (iface->set_narrow != NULL)
    iface->set_narrow (self, narrow);
}

void
foyer_space_panel_finish (FoyerSpacePanel *self)
{
  FoyerSpacePanelInterface *iface;

  g_return_if_fail (FOYER_IS_SPACE_PANEL (self));

  iface = FOYER_SPACE_PANEL_GET_IFACE (self);
  if (iface->finish != NULL)
    iface->finish (self);
}

void
foyer_space_panel_acted (FoyerSpacePanel *self,
                         const char      *sentence,
                         gint64           op)
{
  g_return_if_fail (FOYER_IS_SPACE_PANEL (self));
  g_return_if_fail (sentence != NULL);

  g_signal_emit (self, signals[ACTED], 0, sentence, op);
}

void
foyer_space_panel_failed (FoyerSpacePanel *self,
                          const GError    *error)
{
  g_return_if_fail (FOYER_IS_SPACE_PANEL (self));
  g_return_if_fail (error != NULL);

  g_signal_emit (self, signals[FAILED], 0, error);
}

void
foyer_space_panel_activate_field (FoyerSpacePanel *self,
                                  FoyerSpaceField  field)
{
  g_return_if_fail (FOYER_IS_SPACE_PANEL (self));
  g_return_if_fail (field < FOYER_N_FIELDS);

  g_signal_emit (self, signals[FIELD_ACTIVATED], 0, (int) field);
}
