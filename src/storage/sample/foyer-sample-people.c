/* SPDX-FileCopyrightText: The Foyer contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later */
#include "storage/sample/foyer-sample-private.h"

#include "core/foyer-text.h"
#include "storage/tables/foyer-person-table.h"

#define SKILLS_MAX 3

/* Nobody bears these names but by chance. */
static const char * const people[] = {
  "Zoé Marchelin", "Tomasz Wolarek", "Noor Delvigne", "Idris Belcourt", "Maud Kerlouan", "Awa Sennequi",
  "Anselme Roquevaire", "Louise Tamarel", "Ellen Brixworth", "Jonas Fehrdal", "Salomé Vaucresson", "Bastien Orlhac",
  "Inès Montfaucon", "Piotr Zielanski", "Clémence Aubertier", "Malik Benzara", "Ondine Lestrade", "Ruben Castelnou",
  "Yaël Abrami", "Fanny Grosjonc", "Thibaut Quercigny", "Amina Doukouri", "Gaspard Villemeur", "Lucia Ferramondi",
  "Nils Bergström", "Héloïse Pontarlin", "Samir Haddouche", "Judith Vandermolen", "Corentin Le Goazan",
  "Margot Dessaigne", "Paulo Figueirinho", "Astrid Holmberg", "Rémi Sauvetat", "Leïla Mansoury", "Octave Brissonnet",
  "Camille Fontanesi", "Dmitri Volodine", "Agathe Rouvillois", "Nathan Elzière", "Sofia Karamanli",
};

static const char * const first_names[] = {
  "Abel", "Adèle", "Aïcha", "Alban", "Alix", "Alma", "Ambre", "Anouk", "Ariane", "Arno", "Aurèle", "Béatrice", "Blaise",
  "Brune", "Capucine", "Célestin", "Chloé", "Clara", "Claude", "Colette", "Côme", "Cyrielle", "Damien", "Daphné",
  "Diane", "Edgar", "Édith", "Éléonore", "Élias", "Élise", "Elsa", "Émile", "Emma", "Ernest", "Estelle", "Étienne",
  "Eva", "Fabrice", "Félix", "Flora", "Gabin", "Garance", "Gilles", "Hugo", "Ibrahim", "Irène", "Iris", "Jade",
  "Jeanne", "Jules", "Karim", "Lazare", "Léa", "Lena", "Léon", "Lila", "Lise", "Lola", "Luc", "Lucien", "Madeleine",
  "Maëlle", "Marius", "Mathilde", "Mina", "Moussa", "Nadia", "Naïm", "Nina", "Noé", "Olga", "Olivia", "Oscar", "Pablo",
  "Perrine", "Philippine", "Rachid", "Romane", "Rosalie", "Sacha", "Simone", "Solène", "Suzanne", "Sylvain", "Tess",
  "Théo", "Ulysse", "Valentin", "Victor", "Yanis",
};

static const char * const surname_starts[] = {
  "Aub", "Bar", "Bas", "Bel", "Bris", "Cast", "Cham", "Clair", "Cour", "Dor", "Esc", "Fav", "Font", "Gard", "Gram",
  "Haut", "Jol", "Ker", "Lan", "Lor", "Mal", "Marv", "Mont", "Nov", "Orm", "Pel", "Pier", "Quint", "Rav", "Roq", "Sal",
  "Sen", "Tam", "Tour", "Val", "Vern", "Vill", "Zel", "Gri", "Lass",
};

static const char * const surname_ends[] = {
  "adel", "agnac", "aigne", "ancel", "anou", "ardin", "aret", "aumont", "avert", "eilles", "elin", "emont", "ergue",
  "erol", "essac", "evin", "iac", "ignol", "illard", "imbert", "iolet", "issart", "oire", "ombel", "onges", "ouan",
  "ourne", "oubert", "uchet", "uzan",
};

static const char * const skills[] = {
  "Traduction", "Correction", "Rédaction", "Illustration", "Graphisme", "Photographie", "Montage vidéo",
  "Développement web", "Comptabilité", "Cartographie", "Prise de son", "Architecture", "Accessibilité",
  "Droit du travail", "Jardinage", "Couture", "Pédagogie", "Statistiques", "Danois", "Langue des signes",
};

/* People as listed first, then first names with invented surnames, none twice before all
 * were given: the step has no divisor in common with their number. */
static char *
foyer_sample_next_name (FoyerSample *self)
{
  const guint n_surnames = G_N_ELEMENTS (surname_starts) * G_N_ELEMENTS (surname_ends);
  const guint n_names = n_surnames * G_N_ELEMENTS (first_names);
  guint n = self->n_names++;
  guint surname;

  if (n < G_N_ELEMENTS (people))
    return g_strdup (people[(self->names_offset + n * 7) % G_N_ELEMENTS (people)]);
  n = (self->names_offset + (guint) ((guint64) n * 60013 % n_names)) % n_names;
  surname = n / G_N_ELEMENTS (first_names);

  return g_strdup_printf ("%s %s%s", first_names[n % G_N_ELEMENTS (first_names)],
                          surname_starts[surname / G_N_ELEMENTS (surname_ends)],
                          surname_ends[surname % G_N_ELEMENTS (surname_ends)]);
}

static void
foyer_sample_describe_member (FoyerSample *self,
                              FoyerPerson *person)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *fold = foyer_text_fold (person->name);
  guint32 first = foyer_random_range (self->random, 0, G_N_ELEMENTS (skills));
  int n_skills = foyer_sample_between (self, 0, SKILLS_MAX);

  /* example.org and 06 39 98 are nobody's (RFC 2606, ARCEP). */
  if (foyer_sample_chance (self, 85))
    {
      g_free (person->email);
      person->email = g_strdup_printf ("%s@example.org", g_strdelimit (fold, " ’'", '.'));
    }
  if (foyer_sample_chance (self, 60))
    {
      g_free (person->phone);
      person->phone = g_strdup_printf ("06 39 98 %02d %02d", foyer_sample_between (self, 0, 99),
                                       foyer_sample_between (self, 0, 99));
    }
  for (int i = 0; i < n_skills; i++)
    g_strv_builder_add (builder, skills[(first + (guint) i * 3) % G_N_ELEMENTS (skills)]);
  g_strfreev (person->skills);
  person->skills = g_strv_builder_end (builder);
}

static gboolean
foyer_sample_add_person (FoyerSample  *self,
                         gboolean      is_member,
                         gint64       *id,
                         GError      **error)
{
  g_autoptr(FoyerPersonRow) row = g_new0 (FoyerPersonRow, 1);

  row->person = foyer_person_new ();
  row->person->is_member = is_member;
  g_free (row->person->name);
  row->person->name = foyer_sample_next_name (self);
  if (is_member)
    foyer_sample_describe_member (self, row->person);
  if (!foyer_person_table_insert (self->db, row, error))
    return FALSE;
  *id = row->id;

  return TRUE;
}

gboolean
foyer_sample_add_guest (FoyerSample  *self,
                        gint64       *id,
                        GError      **error)
{
  return foyer_sample_add_person (self, FALSE, id, error);
}

/* A third come on fixed days nearly every week, the others now and then; a few have not
 * been here yet. */
static void
foyer_sample_join_place (FoyerSample      *self,
                         FoyerSamplePlace *place,
                         gint64            id)
{
  FoyerSampleMember member = { .id = id, .last_day = FOYER_DAY_NONE };
  gboolean regular = foyer_sample_chance (self, 33);

  if (place->members->len >= 4 && place->newcomers->len * 8 < place->members->len)
    {
      g_array_append_val (place->newcomers, id);
      return;
    }
  member.zeal = regular ? 92 : (guint) foyer_sample_between (self, 12, 40);
  for (int i = regular ? foyer_sample_between (self, 2, 3) : 5; i > 0; i--)
    member.weekdays |= 1u << foyer_sample_between (self, 0, 4);
  /* On the rare Saturday anybody may come. */
  member.weekdays |= 0x60;
  g_array_append_val (place->members, member);
}

gboolean
foyer_sample_add_members (FoyerSample  *self,
                          GError      **error)
{
  self->names_offset = foyer_random_range (self->random, 0, 100000);
  for (int i = 0; i < self->n_members; i++)
    {
      gint64 id;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !foyer_sample_add_person (self, TRUE, &id, error))
        return FALSE;
      foyer_sample_join_place (self, g_ptr_array_index (self->places, i % self->n_places), id);
    }

  return TRUE;
}
