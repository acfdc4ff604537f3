/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/sample/foyer-sample-private.h"

#include "core/foyer-opening.h"
#include "storage/tables/foyer-exception-table.h"
#include "storage/tables/foyer-opening-table.h"

#define MS_PER_DAY G_GINT64_CONSTANT (86400000)

static const struct {
  const char *name;
  const char *street;
} homes[] = {
  { "La Verrière aux Merles", "16 passage des Merles" },
  { "La Table du Figuier", "7 impasse du Figuier" },
  { "Le Salon des Tilleuls", "31 allée des Tilleuls" },
  { "La Cuisine aux Hirondelles", "4 rue des Hirondelles" },
  { "L’Atelier sous les toits", "58 montée des Carmes" },
  { "La Grande Table des Glycines", "9 rue de la Treille" },
  { "Le Coin des Marronniers", "22 rue des Marronniers" },
  { "La Tablée des Lilas", "12 rue des Lilas" },
};

static const struct {
  const char    *name;
  FoyerSpaceKind kind;
} others[] = {
  { "Les Ateliers du Bief", FOYER_SPACE_COWORKING },
  { "La Filature Neuve", FOYER_SPACE_COWORKING },
  { "Le Hangar aux Saules", FOYER_SPACE_THIRD_PLACE },
  { "L’Écluse Claire", FOYER_SPACE_COWORKING },
  { "Le Préau des Carmes", FOYER_SPACE_THIRD_PLACE },
  { "L’Imprimerie du Faubourg", FOYER_SPACE_COWORKING },
  { "La Loge du Passeur", FOYER_SPACE_COWORKING },
  { "Les Bureaux de la Tuilerie", FOYER_SPACE_COWORKING },
  { "Le Relais des Deux Ponts", FOYER_SPACE_THIRD_PLACE },
  { "L’Horlogerie du Mail", FOYER_SPACE_COWORKING },
  { "La Poste aux Chevaux", FOYER_SPACE_COWORKING },
  { "Le Séchoir", FOYER_SPACE_THIRD_PLACE },
  { "La Maison du Batelier", FOYER_SPACE_COWORKING },
  { "Le Grenier de Sel", FOYER_SPACE_COWORKING },
  { "La Gare Basse", FOYER_SPACE_COWORKING },
  { "Le Moulin Vert", FOYER_SPACE_THIRD_PLACE },
  { "La Minoterie Haute", FOYER_SPACE_COWORKING },
  { "Les Forges du Canal", FOYER_SPACE_COWORKING },
  { "Le Comptoir des Alizés", FOYER_SPACE_COWORKING },
};

static const struct {
  const char *city;
  const char *postcode;
  int         lat_e6;
  int         lon_e6;
} towns[] = {
  { "Lyon", "69003", 45758000, 4850000 },
  { "Les Lilas", "93260", 48880000, 2418000 },
  { "Nantes", "44000", 47218000, -1554000 },
  { "Villeurbanne", "69100", 45767000, 4880000 },
  { "Strasbourg", "67000", 48573000, 7752000 },
  { "Rennes", "35000", 48117000, -1678000 },
  { "Montpellier", "34000", 43611000, 3877000 },
  { "Grenoble", "38000", 45188000, 5724000 },
  { "Lille", "59000", 50629000, 3057000 },
  { "Bordeaux", "33000", 44838000, -579000 },
};

static const struct {
  int         month;
  int         day;
  const char *note;
} holidays[] = {
  { 1, 1, "Jour de l’An" },
  { 5, 1, "Fête du Travail" },
  { 5, 8, "Victoire 1945" },
  { 7, 14, "Fête nationale" },
  { 8, 15, "Assomption" },
  { 11, 1, "Toussaint" },
  { 11, 11, "Armistice" },
  { 12, 25, "Noël" },
};

static void
foyer_sample_describe_home (FoyerSample *self,
                            FoyerSpace  *space)
{
  guint32 n = foyer_random_range (self->random, 0, G_N_ELEMENTS (homes));
  const char * const tags[] = { "calme", "fibre", "chat", "thé à volonté", NULL };

  g_set_str (&space->name, homes[n].name);
  g_set_str (&space->street, homes[n].street);
  space->kind = FOYER_SPACE_HOME;
  space->seats = 8;
  g_set_str (&space->door, "Portail vert, code 3905, premier étage à gauche");
  g_set_str (&space->wifi, "Tablee · confiture-de-figues");
  g_set_str (&space->about, "Une grande table en chêne près de la fenêtre, une cuisine ouverte, un jardin pour les "
                            "appels. On travaille en silence le matin et on déjeune ensemble.");
  g_set_str (&space->rules, "Chaussons bienvenus. Les appels se prennent au jardin. Chacun lave sa tasse.");
  g_strfreev (space->tags);
  space->tags = g_strdupv ((char **) tags);
}

static void
foyer_sample_describe_other (FoyerSample *self,
                             FoyerSpace  *space,
                             guint        n)
{
  const char * const tags[] = { "fibre", "salle de réunion", "casiers", NULL };

  g_set_str (&space->name, others[n].name);
  space->kind = others[n].kind;
  space->seats = foyer_sample_between (self, 20, 100);
  space->price_minor = space->kind == FOYER_SPACE_COWORKING ? foyer_sample_between (self, 14, 25) * 100
                                                            : foyer_sample_between (self, 6, 10) * 100;
  space->public_address = TRUE;
  g_free (space->street);
  space->street = g_strdup_printf ("%d quai des Tisserands", foyer_sample_between (self, 1, 90));
  g_set_str (&space->about, "Des bureaux au calme, un atelier partagé et une terrasse.");
  g_strfreev (space->tags);
  space->tags = g_strdupv ((char **) tags);
}

static gboolean
foyer_sample_add_rule (FoyerSample       *self,
                       FoyerSamplePlace  *place,
                       GError           **error)
{
  gboolean home = place->row->space->kind == FOYER_SPACE_HOME;
  FoyerOpeningRule rule = {
    .weekdays = 0x1f,
    .start_minute = home ? FOYER_OPENS_DEFAULT : 8 * 60 + 30,
    .end_minute = home ? FOYER_CLOSES_DEFAULT : 19 * 60,
    .seats = FOYER_SEATS_OF_SPACE,
    .from = FOYER_DAY_NONE,
    .until = FOYER_DAY_NONE,
  };

  return foyer_opening_table_insert (self->db, place->row->id, &rule, error);
}

/* Writes about a day unless something is written about it already. */
static gboolean
foyer_sample_write_day (FoyerSample       *self,
                        FoyerSamplePlace  *place,
                        GHashTable        *written,
                        FoyerDayEntry      entry,
                        const char        *note,
                        GError           **error)
{
  if (!g_hash_table_add (written, GINT_TO_POINTER (entry.day)))
    return TRUE;
  entry.note = (char *) note;

  return foyer_exception_table_put (self->db, place->row->id, &entry, error);
}

static gboolean
foyer_sample_add_holidays (FoyerSample       *self,
                           FoyerSamplePlace  *place,
                           GHashTable        *written,
                           GError           **error)
{
  for (FoyerDay day = self->first; day <= self->last; day++)
    {
      int year, month, day_of_month;

      foyer_day_get_ymd (day, &year, &month, &day_of_month);
      for (gsize i = 0; i < G_N_ELEMENTS (holidays); i++)
        if (holidays[i].month == month && holidays[i].day == day_of_month
            && !foyer_sample_write_day (self, place, written,
                                        (FoyerDayEntry) { .day = day, .mode = FOYER_DAY_CLOSED },
                                        holidays[i].note, error))
          return FALSE;
    }

  return TRUE;
}

/* The next day from @day on that has this weekday. */
static FoyerDay
foyer_sample_next_weekday (FoyerDay day,
                           int      weekday)
{
  return day + (weekday - foyer_day_get_weekday (day) + 7) % 7;
}

/* Whoever lives there is away for two days, opens a Saturday, an afternoon, cooks soup. */
static gboolean
foyer_sample_add_home_days (FoyerSample       *self,
                            FoyerSamplePlace  *place,
                            GHashTable        *written,
                            GError           **error)
{
  const FoyerDay away = foyer_sample_next_weekday (place->today - foyer_sample_between (self, 12, 24), 1);
  const FoyerDay saturday = foyer_sample_next_weekday (place->today + 8, 6);
  const FoyerDay afternoon = foyer_sample_next_weekday (place->today + 5, 3);
  const FoyerDay soup = foyer_sample_next_weekday (place->today + 1, 1);
  const FoyerDayEntry half = {
    .day = afternoon, .mode = FOYER_DAY_OPEN, .start_minute = 14 * 60, .end_minute = 18 * 60, .seats = 8,
  };
  const FoyerDayEntry extra = {
    .day = saturday, .mode = FOYER_DAY_OPEN, .start_minute = 9 * 60, .end_minute = 18 * 60, .seats = 6,
  };

  for (FoyerDay day = away; day <= away + 1; day++)
    if (day < place->today
        && !foyer_sample_write_day (self, place, written, (FoyerDayEntry) { .day = day, .mode = FOYER_DAY_CLOSED },
                                    "Absents", error))
      return FALSE;

  return foyer_sample_write_day (self, place, written, half, "Le matin, le plombier vient.", error)
         && foyer_sample_write_day (self, place, written, extra, "Samedi studieux, goûter à 16 h.", error)
         && foyer_sample_write_day (self, place, written, (FoyerDayEntry) { .day = soup, .mode = FOYER_DAY_BY_RULE },
                                    "Soupe à 12 h 30, apportez du pain.", error);
}

/* A day on which nobody may come shows nothing of a front desk: today is always open. */
static gboolean
foyer_sample_add_exceptions (FoyerSample       *self,
                             FoyerSamplePlace  *place,
                             GError           **error)
{
  g_autoptr(GHashTable) written = g_hash_table_new (NULL, NULL);
  gboolean home = place->row->space->kind == FOYER_SPACE_HOME;
  const FoyerDayEntry open_today = {
    .day = place->today,
    .mode = FOYER_DAY_OPEN,
    .start_minute = FOYER_OPENS_DEFAULT,
    .end_minute = FOYER_CLOSES_DEFAULT,
    .seats = place->row->space->seats,
  };

  if (foyer_day_get_weekday (place->today) > 5
      && !foyer_sample_write_day (self, place, written, open_today, "", error))
    return FALSE;
  g_hash_table_add (written, GINT_TO_POINTER (place->today));

  return foyer_sample_add_holidays (self, place, written, error)
         && (!home || foyer_sample_add_home_days (self, place, written, error));
}

static gboolean
foyer_sample_add_place (FoyerSample  *self,
                        guint         n,
                        GError      **error)
{
  FoyerSamplePlace *place = g_new0 (FoyerSamplePlace, 1);
  FoyerSpace *space = foyer_space_new ();
  guint town = n == 0 ? foyer_random_range (self->random, 0, G_N_ELEMENTS (towns))
                      : n % G_N_ELEMENTS (towns);

  self->now = self->first * MS_PER_DAY;
  place->members = g_array_new (FALSE, FALSE, sizeof (FoyerSampleMember));
  place->newcomers = g_array_new (FALSE, FALSE, sizeof (gint64));
  place->row = g_new0 (FoyerSpaceRow, 1);
  place->row->space = space;
  place->row->point = FOYER_POINT_HOST;
  g_ptr_array_add (self->places, place);

  if (n == 0)
    foyer_sample_describe_home (self, space);
  else
    foyer_sample_describe_other (self, space, (n - 1) % G_N_ELEMENTS (others));
  g_set_str (&space->city, towns[town].city);
  g_set_str (&space->postcode, towns[town].postcode);
  space->has_point = TRUE;
  space->lat_e6 = towns[town].lat_e6 + foyer_sample_between (self, -9000, 9000);
  space->lon_e6 = towns[town].lon_e6 + foyer_sample_between (self, -9000, 9000);

  place->zone = foyer_db_get_zone (self->db, space->tz, error);
  if (place->zone == NULL)
    return FALSE;
  g_free (space->id);
  space->id = foyer_db_new_id (self->db);
  self->now = self->real_now;
  place->today = foyer_space_row_get_today (place->row, self->db, error);
  self->now = self->first * MS_PER_DAY;

  return foyer_space_table_insert (self->db, place->row, error)
         && foyer_sample_add_rule (self, place, error)
         && foyer_sample_add_exceptions (self, place, error);
}

gboolean
foyer_sample_add_places (FoyerSample  *self,
                         GError      **error)
{
  for (int i = 0; i < self->n_places; i++)
    if (!foyer_sample_add_place (self, (guint) i, error))
      return FALSE;

  return TRUE;
}
