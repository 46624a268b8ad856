/** One's security events as a table that spreadsheets open. */
import { stringify } from 'csv-stringify/sync'
import type { Language } from '../../shared/portal/common.ts'
import type { SecurityEvent } from '../../shared/portal/security-events.ts'
import { profileTexts } from './profile-texts.ts'
import { eventsFileTexts } from './events-file-texts.ts'

/** Latest first, as the portal gives them; times stay in UTC, as RFC 3339. */
export function eventsCsv(events: readonly SecurityEvent[], language: Language): string {
  const { columns } = eventsFileTexts[language]
  const words = profileTexts[language].events
  const rows = events.map(({ at, kind, details }) => ({
    at,
    event: words[kind],
    device: details['device'],
    platform: details['platform'],
    address: details['address'],
  }))
  return stringify(rows, {
    columns: Object.entries(columns).map(([key, header]) => ({ key, header })),
    header: true,
    // Spreadsheets take the comma for a decimal one everywhere but in English.
    delimiter: language === 'en' ? ',' : ';',
    record_delimiter: 'windows',
    // Without the mark they take UTF-8 for an older encoding.
    bom: true,
    // A device can be named by whoever signs in: `=…` must not become a formula.
    escape_formulas: true,
  })
}
