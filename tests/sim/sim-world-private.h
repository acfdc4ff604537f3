/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#pragma once

#include "power-loss-vfs.h"
#include "sim-world.h"

G_BEGIN_DECLS

#define SIM_HOSTS 2
#define SIM_GUESTS 3

/* What must not be seen on the way. */
#define SIM_STREET "12 rue des Secrets"
#define SIM_DOOR "DOOR4711"
#define SIM_WIFI "WIFI0815"
#define SIM_GUEST_PHONE "+33 6 99 99 99 99"
#define SIM_GUEST_NOTE "Marker in a note"

typedef struct {
  PowerLoss    *machine;
  GRand        *rand;
  SimDirectory *directory;
  SimDirectory *backup;          /* (nullable) */
  guint         epoch;
  GQueue        network;         /* of SimMessage */
  SimProfile   *profiles[SIM_HOSTS + SIM_GUESTS];
  gboolean      cut[SIM_HOSTS + SIM_GUESTS];     /* off the network */
  gint64        now_ms;
  gint64        steady_ms;
  guint         step;
  gboolean      faults;
  gboolean      tells;           /* FOYER_SIM_TELL: on stderr what happens */
  struct {
    guint    drop, lose_answer, duplicate, trouble, spoil, misfortune, people;  /* in a thousand */
    gboolean restores;
  } mix;
  GHashTable   *acknowledged;    /* ids of requests that a guest was told are taken */
  GHashTable   *answered;        /* id → state that a host was told is kept */
  char         *complaint;
} World;

gboolean sim_chance             (World      *self,
                                 guint       in_thousand);
void     sim_complain           (World      *self,
                                 const char *format,
                                 ...) G_GNUC_PRINTF (2, 3);
/* A person does something. */
void     sim_world_act          (World      *self);
void     sim_world_publish_all  (World      *self,
                                 gboolean    with_street);
/* The invariants of reliability: those that are cheap, and all of them at rest. */
void     sim_world_check_step   (World      *self);
void     sim_world_check_rest   (World      *self);

G_END_DECLS
