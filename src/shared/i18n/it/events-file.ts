import type { eventsFile as source } from '../fr/events-file.ts'
import type { Texts } from '../texts.ts'

export const eventsFile: Texts<typeof source> = {
  name: 'eventi-di-sicurezza',
  csv: 'Tabella (CSV)',
  json: 'Dati (JSON)',
  columns: {
    at: 'Data e ora (UTC)',
    event: 'Evento',
    device: 'Dispositivo',
    platform: 'Sistema',
    address: 'Indirizzo IP',
  },
}
