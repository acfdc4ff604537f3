/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "directory/sample/foyer-sample-listing.h"

#include <math.h>

#include "protocol/foyer-home-point.h"

#define HOME_DAYS 28
#define METRES_PER_DEGREE 111320.0

typedef struct {
  const char *name;
  const char *about;
} Description;

/* Texts that a host could have written; none names a street or a person. */
static const Description homes[] = {
  { "La Table du Figuier", "Une grande table en bois près de la baie vitrée, le figuier juste derrière. On travaille au calme le matin, on déjeune ensemble si l’envie vient, et l’après-midi chacun reprend son rythme." },
  { "Le Salon des Tilleuls", "Deux fauteuils, une table pour quatre et une bonne lumière jusqu’au soir. Je travaille moi-même ici presque tous les jours, en écriture et en traduction." },
  { "La Cuisine aux Hirondelles", "La grande table de la cuisine, le four tout près et du café toute la journée. Les appels se prennent dans la chambre d’amis, qui ferme bien." },
  { "L’Atelier sous les Toits", "Sous les toits, trois bureaux et une verrière. Il faut monter quatre étages, mais la vue les vaut. Idéal pour une journée de concentration." },
  { "La Grande Table des Glycines", "Six places autour d’une table de ferme, la terrasse dès qu’il fait beau. On s’arrête ensemble à midi et demi." },
  { "Le Coin des Marronniers", "Un appartement clair avec deux vrais bureaux et un écran à partager. Le chat dort souvent sur l’imprimante." },
  { "La Verrière aux Merles", "Une véranda chauffée, côté jardin. Très calme, sauf les merles au printemps." },
  { "La Tablée des Lilas", "Une table ronde, de bonnes chaises et le silence jusqu’à midi. Je propose le déjeuner pour ceux qui restent." },
  { "La Chambre d’Écho", "Un ancien studio de musique, bien isolé : on peut téléphoner sans gêner personne. Deux postes et un canapé." },
  { "Le Bureau du Potager", "Une pièce au rez-de-chaussée, ouverte sur le potager. En saison, on repart avec des tomates." },
  { "La Maison aux Volets Bleus", "Nous sommes deux à travailler d’ici et la maison est grande. Quatre places, la fibre et un poêle en hiver." },
  { "Le Deuxième Café", "On commence à neuf heures, on se raconte sa journée en cinq minutes, puis on s’y met. Le deuxième café est à onze heures." },
};

static const Description coworkings[] = {
  { "Les Ateliers du Bief", "Quarante postes dans une ancienne minoterie, deux salles pour les appels et une cuisine où l’on se croise vraiment." },
  { "La Filature Neuve", "Un plateau lumineux, des bureaux réglables et une équipe à l’accueil de neuf heures à dix-huit heures." },
  { "L’Écluse Claire", "Au bord du canal. Un étage calme, un étage où l’on parle, et une terrasse pour déjeuner." },
  { "L’Imprimerie du Faubourg", "Une ancienne imprimerie, de hauts plafonds, des écrans à disposition et un vrai local à vélos." },
  { "Les Bureaux de la Tuilerie", "Une coopérative de vingt indépendants qui ouvre ses places libres à la journée." },
  { "La Minoterie Haute", "Des places fixes et des places de passage, une imprimante qui marche et du bon café." },
  { "Les Forges du Canal", "Grandes tables, cabines téléphoniques et un atelier partagé au fond de la cour." },
  { "Le Grenier de Sel", "Petit espace associatif, géré par ses membres, au-dessus du marché." },
};

static const Description third_places[] = {
  { "Le Hangar aux Saules", "Un tiers-lieu avec atelier bois, jardin partagé et une salle de travail chauffée par un poêle de masse." },
  { "Le Préau des Carmes", "Dans une ancienne école : une salle calme, une cantine le midi et des ateliers le soir." },
  { "Le Relais des Deux Ponts", "Café associatif et salle de travail à l’étage. On peut rester la journée, même sans consommer." },
  { "La Médiathèque des Possibles", "Des tables de travail entre les rayonnages, le calme et la fibre. Les ateliers numériques sont ouverts à tous." },
  { "Le Moulin Vert", "Un lieu rural à dix minutes de la gare, ouvert aux indépendants, aux télétravailleurs et aux curieux." },
  { "Le Séchoir", "Ancien séchoir à noix devenu lieu commun : bureaux à la journée, marché le vendredi." },
};

static const char rules_of_homes[] =
  "Chaussures à l’entrée. Les appels se prennent à part. On rince sa tasse.";
static const char rules_of_others[] =
  "Casque pour les visioconférences. Chacun laisse sa place comme il l’a trouvée.";

static const char * const tags_of_homes[] = {
  "quiet", "wifi", "fiber", "coffee", "tea", "kitchen", "garden", "terrace", "balcony", "cat", "dog",
  "monitor", "calls-welcome", "no-smoking", "piano", "library", "public-transport", "bike-parking",
};

static const char * const tags_of_others[] = {
  "wifi", "fiber", "coffee", "kitchen", "meeting-room", "phone-booth", "printer", "scanner", "locker",
  "monitor", "standing-desk", "ergonomic-chair", "whiteboard", "shower", "lift", "step-free",
  "accessible-toilet", "bike-parking", "parking", "workshop", "air-conditioning", "calls-welcome",
};

/* Whether something happens that does so @percent times of a hundred. */
static gboolean
chance (FoyerRandom *random,
        guint        percent)
{
  return foyer_random_range (random, 0, 100) < percent;
}

static void
fill_description (FoyerListing *listing,
                  FoyerRandom  *random)
{
  guint32 dice = foyer_random_range (random, 0, 100);
  const Description *description;

  if (dice < 72)
    {
      listing->kind = FOYER_SPACE_HOME;
      description = &homes[foyer_random_range (random, 0, G_N_ELEMENTS (homes))];
    }
  else if (dice < 90)
    {
      listing->kind = FOYER_SPACE_COWORKING;
      description = &coworkings[foyer_random_range (random, 0, G_N_ELEMENTS (coworkings))];
    }
  else
    {
      listing->kind = FOYER_SPACE_THIRD_PLACE;
      description = &third_places[foyer_random_range (random, 0, G_N_ELEMENTS (third_places))];
    }
  g_set_str (&listing->name, description->name);
  g_set_str (&listing->about, description->about);
  g_set_str (&listing->rules, listing->kind == FOYER_SPACE_HOME ? rules_of_homes : rules_of_others);
}

static void
fill_tags (FoyerListing *listing,
           FoyerRandom  *random)
{
  gboolean is_home = listing->kind == FOYER_SPACE_HOME;
  const char * const *all = is_home ? tags_of_homes : tags_of_others;
  gsize n_all = is_home ? G_N_ELEMENTS (tags_of_homes) : G_N_ELEMENTS (tags_of_others);
  g_autoptr(GStrvBuilder) tags = g_strv_builder_new ();

  for (gsize i = 0; i < n_all; i++)
    if (chance (random, 30))
      g_strv_builder_add (tags, all[i]);
  g_strfreev (listing->tags);
  listing->tags = g_strv_builder_end (tags);
}

static void
fill_price (FoyerListing *listing,
            FoyerRandom  *random)
{
  if (listing->kind == FOYER_SPACE_HOME)
    {
      listing->seats = (int) foyer_random_range (random, 1, 7);
      listing->price_minor = chance (random, 60) ? 400 : 50 * (gint64) foyer_random_range (random, 0, 17);
    }
  else
    {
      listing->seats = (int) foyer_random_range (random, 8, 61);
      listing->price_minor = 100 * (gint64) foyer_random_range (random, 4, 23);
    }
  listing->half_price_minor = (listing->price_minor + 1) / 2;
  g_strlcpy (listing->currency, "EUR", sizeof listing->currency);
  if (listing->price_minor >= 300 && chance (random, 25))
    foyer_listing_add_share (listing, chance (random, 50) ? "Chauffage et électricité" : "Café et thé",
                             listing->price_minor / 4);
  listing->cancel_minute = 18 * 60;
  listing->cancel_days = 1;
}

/* Somewhere in the commune, uniform by area; more people live farther apart. */
static void
fill_point (FoyerListing     *listing,
            const FoyerPlace *place,
            FoyerRandom      *random)
{
  double radius = place->population > 100000 ? 4000.0 : place->population > 10000 ? 2000.0 : 900.0;
  double distance = radius * sqrt (foyer_random_range (random, 0, 1000000) / 1e6);
  double angle = 2.0 * G_PI * foyer_random_range (random, 0, 1000000) / 1e6;
  double lat = place->lat_e6 / 1e6;

  listing->lat_e6 = place->lat_e6 + (int) lrint (1e6 * distance * cos (angle) / METRES_PER_DEGREE);
  listing->lon_e6 = place->lon_e6
                    + (int) lrint (1e6 * distance * sin (angle) / (METRES_PER_DEGREE * cos (lat * G_PI / 180.0)));
  listing->displaced_m = listing->kind == FOYER_SPACE_HOME ? foyer_home_point_get_radius (place->population) : 0;
}

FoyerListing *
foyer_sample_listing_new (const FoyerPlace *place,
                          gint64            now_ms,
                          FoyerRandom      *random)
{
  static const char * const languages[] = { "fr", NULL };
  FoyerListing *listing = foyer_listing_new ();

  g_free (listing->id);
  listing->id = foyer_id_new_travelling (random);
  listing->rev = 1;
  fill_description (listing, random);
  fill_tags (listing, random);
  fill_price (listing, random);
  fill_point (listing, place, random);
  g_set_str (&listing->area, place->name);
  g_strlcpy (listing->country, "FR", sizeof listing->country);
  g_set_str (&listing->tz, "Europe/Paris");
  g_strfreev (listing->languages);
  listing->languages = g_strdupv ((char **) languages);
  listing->updated_ms = now_ms;

  return listing;
}

static int
pick_free (int          seats,
           FoyerRandom *random)
{
  int free_seats = (int) foyer_random_range (random, 0, (guint32) seats + 1);
  int others = (int) foyer_random_range (random, 0, (guint32) seats * 2 + 1);

  /* More than half of the seats are taken on average, and some days are full. */
  return MIN (free_seats, others);
}

FoyerSeatDays *
foyer_sample_seats_new (const FoyerListing *listing,
                        FoyerDay            today,
                        FoyerRandom        *random)
{
  gboolean is_home = listing->kind == FOYER_SPACE_HOME;
  FoyerSeatDays *seats = foyer_seat_days_new (FOYER_DOCUMENT_AVAILABILITY, listing->id);
  guint weekdays = is_home ? foyer_random_range (random, 1, 32) : 0x1f;

  seats->rev = 1;
  seats->from = today;
  seats->n_days = is_home ? HOME_DAYS : FOYER_HORIZON_DAYS;
  for (guint i = 0; i < seats->n_days; i++)
    {
      int weekday = foyer_day_get_weekday (today + (FoyerDay) i);
      FoyerSeatDay *day = &seats->days[i];

      if ((weekdays >> (weekday - 1) & 1) == 0 || chance (random, 4))
        continue;
      day->am = pick_free (listing->seats, random);
      day->pm = chance (random, 80) ? day->am : pick_free (listing->seats, random);
      /* A home's full days look like its closed ones. */
      day->open = !is_home || day->am > 0 || day->pm > 0;
    }

  return seats;
}
