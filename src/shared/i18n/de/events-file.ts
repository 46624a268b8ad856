import type { eventsFile as source } from '../fr/events-file.ts'
import type { Texts } from '../texts.ts'

export const eventsFile: Texts<typeof source> = {
  name: 'sicherheitsereignisse',
  csv: 'Tabelle (CSV)',
  json: 'Daten (JSON)',
  columns: {
    at: 'Datum und Uhrzeit (UTC)',
    event: 'Ereignis',
    device: 'Gerät',
    platform: 'System',
    address: 'IP-Adresse',
  },
}
