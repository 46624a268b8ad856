import type { eventsFile as source } from '../fr/events-file.ts'
import type { Texts } from '../texts.ts'

export const eventsFile: Texts<typeof source> = {
  name: 'security-events',
  csv: 'Table (CSV)',
  json: 'Data (JSON)',
  columns: {
    at: 'Date and time (UTC)',
    event: 'Event',
    device: 'Device',
    platform: 'System',
    address: 'IP address',
  },
}
