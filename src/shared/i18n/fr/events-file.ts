/** The file of one’s security events: written by main alone. */
export const eventsFile = {
  name: 'evenements-de-securite',
  csv: 'Tableau (CSV)',
  json: 'Données (JSON)',
  columns: {
    at: 'Date et heure (UTC)',
    event: 'Événement',
    device: 'Appareil',
    platform: 'Système',
    address: 'Adresse IP',
  },
}
