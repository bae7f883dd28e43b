import type { Rng } from '@/lib/units/rng';

const PLACES = [
  'Mairie',
  'Gare du Nord',
  'Marché aux Fleurs',
  'Place des Tilleuls',
  'Pont Neuf',
  'Les Halles',
  'Canal',
  'Jardin des Plantes',
  'Université',
  'Hôpital',
  'Place de la Fontaine',
  'Port',
  'Écluse',
  'Bibliothèque',
  'Théâtre',
  'Moulin Vert',
  'Square des Cerisiers',
  'Porte Dorée',
  'Grands Moulins',
  'Arènes',
  'Observatoire',
  'Buttes',
  'Bassin',
  'Abbaye',
  'Parc Floral',
  'Vieux Marché',
  'Quai Sud',
  'Quai Nord',
  'Place du Commerce',
  'Gare de l’Est',
  'Beffroi',
  'Hippodrome',
  'Manufacture',
  'Carrières',
];
const STREETS = [
  'Victor Hugo',
  'Marie Curie',
  'Jean Jaurès',
  'Émile Zola',
  'Simone Veil',
  'Louis Pasteur',
  'George Sand',
  'Voltaire',
  'Diderot',
  'Berthe Morisot',
  'Claude Monet',
  'Arago',
  'Ampère',
  'Sophie Germain',
  'Henri Barbusse',
  'Colette',
  'Lamartine',
  'Gambetta',
  'Rosa Bonheur',
  'Condorcet',
  'Joséphine Baker',
  'Molière',
  'Racine',
  'La Fontaine',
  'Monge',
  'Daguerre',
  'Berlioz',
  'Ravel',
  'Olympe de Gouges',
  'Flora Tristan',
  'Camille Claudel',
  'Rodin',
  'Descartes',
  'Pascal',
  'Fermat',
  'Lavoisier',
  'Montaigne',
  'Rabelais',
  'Verlaine',
  'Rimbaud',
  'Apollinaire',
  'Prévert',
  'Éluard',
  'Saint-Martin',
  'Saint-Antoine',
  'des Lilas',
  'du Chemin Vert',
  'des Vignes',
  'de la Roquette',
  'des Abeilles',
  'du Temple',
  'des Acacias',
  'de Bretagne',
  'd’Alsace',
  'de Lyon',
  'des Pyrénées',
];

/** Gives names in the manner of Vélib' ("Arago - Moulin Vert"), each once. */
export class StationNames {
  private readonly uses = new Map<string, number>();

  constructor(private readonly rng: Rng) {}

  next(): string {
    const first = pick(STREETS, this.rng);
    const second = this.rng() < 0.45 ? pick(PLACES, this.rng) : pick(STREETS, this.rng);
    if (first === second) return this.next();
    const name = `${first} - ${second}`;
    const use = (this.uses.get(name) ?? 0) + 1;
    this.uses.set(name, use);
    return use === 1 ? name : `${name} ${use}`;
  }
}

function pick(names: readonly string[], rng: Rng): string {
  return names[Math.floor(rng() * names.length)]!;
}
