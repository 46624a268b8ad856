/** What grids say of how they are used. */
export const grid = {
  keys: 'Flèches, Début, Fin et Page pour se déplacer, premières lettres pour trouver un nom, Entrée pour ouvrir.',
  keysSelecting:
    'Flèches, Début, Fin et Page pour se déplacer, premières lettres pour trouver un nom, Entrée pour ouvrir, Espace pour sélectionner.',
  sort: 'Trier par cette colonne',
  ascending: 'Trié par ordre croissant : inverser',
  descending: 'Trié par ordre décroissant : inverser',
}
