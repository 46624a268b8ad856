import type { eventsFile as source } from '../fr/events-file.ts'
import type { Texts } from '../texts.ts'

export const eventsFile: Texts<typeof source> = {
  name: 'beveiligingsgebeurtenissen',
  csv: 'Tabel (CSV)',
  json: 'Gegevens (JSON)',
  columns: {
    at: 'Datum en tijd (UTC)',
    event: 'Gebeurtenis',
    device: 'Apparaat',
    platform: 'Systeem',
    address: 'IP-adres',
  },
}
