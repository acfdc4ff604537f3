/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "sync/machine/foyer-command.h"

FoyerCommand *
foyer_command_new (FoyerCommandKind kind,
                   guint64          id)
{
  FoyerCommand *self = g_new0 (FoyerCommand, 1);

  self->kind = kind;
  self->id = id;

  return self;
}

void
foyer_command_set_facts (FoyerCommand            *self,
                         const FoyerListingFacts *facts)
{
  self->has_facts = TRUE;
  self->facts = *facts;
  self->facts.host = g_strdup (facts->host);
  self->facts.name = g_strdup (facts->name);
  self->facts.area = g_strdup (facts->area);
  self->facts.tz = g_strdup (facts->tz);
  self->facts.currency = g_strdup (facts->currency);
}

void
foyer_command_free (FoyerCommand *self)
{
  g_free (self->origin);
  g_clear_pointer (&self->body, g_bytes_unref);
  if (self->has_facts)
    {
      g_free ((char *) self->facts.host);
      g_free ((char *) self->facts.name);
      g_free ((char *) self->facts.area);
      g_free ((char *) self->facts.tz);
      g_free ((char *) self->facts.currency);
    }
  g_free (self->reason);
  g_clear_pointer (&self->call, foyer_call_free);
  g_free (self->host);
  g_free (self->epoch);
  g_free (self->cursor);
  g_clear_pointer (&self->news, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_error (&self->fatal);
  g_free (self);
}
