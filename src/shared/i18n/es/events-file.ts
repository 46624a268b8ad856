import type { eventsFile as source } from '../fr/events-file.ts'
import type { Texts } from '../texts.ts'

export const eventsFile: Texts<typeof source> = {
  name: 'eventos-de-seguridad',
  csv: 'Tabla (CSV)',
  json: 'Datos (JSON)',
  columns: {
    at: 'Fecha y hora (UTC)',
    event: 'Evento',
    device: 'Dispositivo',
    platform: 'Sistema',
    address: 'Dirección IP',
  },
}
