/** Tables that one opens or pastes: what their columns hold, and what only a person can say. */
export const tables = {
  source: {
    sheet: 'Feuille lue',
    mixed: 'Ce fichier mélange deux encodages. Vérifiez les lettres accentuées.',
    broken:
      'Des guillemets rendent ces lignes illisibles ; elles ne sont pas reprises : {{places}}.',
  },
  columns: {
    title: 'Ce que contiennent les colonnes',
    guessed:
      'Nous avons reconnu ce que nous pouvions. Vos choix seront retenus pour les tableaux qui ont les mêmes colonnes.',
    known: 'Vous avez déjà lu un tableau avec ces colonnes : vos choix ont été repris.',
    none: 'Aucune colonne n’est reconnue. Dites ce que chacune contient.',
    header: 'La première ligne contient les titres',
    unnamed: 'Colonne {{number}}',
    sample: 'Par exemple : {{sample}}',
    ignore: 'Ne pas lire',
    policy: 'Police des lignes qui n’en indiquent pas',
    noPolicy: 'Aucune',
  },
  questions: {
    decimalSign: 'Combien est « {{sample}} » ?',
    dayOrder: 'Quel jour est le « {{sample}} » ?',
    hint: 'Votre réponse vaut pour tout le tableau, et pour les suivants qui ont les mêmes colonnes.',
  },
  answers: {
    decimalSign: 'Décimales, où le tableau ne les montre pas',
    comma: 'Virgule : 12,50',
    point: 'Point : 12.50',
    dayOrder: 'Ordre des dates, où le tableau ne le montre pas',
    'day-first': 'Jour, puis mois',
    'month-first': 'Mois, puis jour',
  },
}
