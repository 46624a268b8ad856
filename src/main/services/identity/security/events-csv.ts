/** One's security events as a table that spreadsheets open. */
import { stringify } from 'csv-stringify/sync'
import type { Language } from '../../../../shared/languages.ts'
import type { SecurityEvent } from '../../../../shared/contract/identity/security-events.ts'
import { withoutFormulas, type ListSeparator } from '../../../../shared/rules/csv-format.ts'
import { eventsFileTexts, profileTexts } from './events-texts.ts'

/** Latest first, as the portal gives them; times stay in UTC, as RFC 3339. */
export function eventsCsv(
  events: readonly SecurityEvent[],
  language: Language,
  separator: ListSeparator,
): string {
  const { columns } = eventsFileTexts[language]
  const words = profileTexts[language].events
  const rows = events.map((event) => ({
    at: event.at,
    // What keeps lines from breaking on a page would keep searches from finding in a table.
    event: words[event.kind].replaceAll('\u2060', ''),
    device: detail(event, 'device'),
    platform: detail(event, 'platform'),
    address: detail(event, 'address'),
  }))
  return stringify(rows, {
    columns: Object.entries(columns).map(([key, header]) => ({ key, header })),
    header: true,
    delimiter: separator,
    record_delimiter: 'windows',
    // Without the mark they take UTF-8 for an older encoding.
    bom: true,
  })
}

/** A device is named by whoever signs in: nothing of it may calculate. */
function detail({ details }: SecurityEvent, key: string): string {
  return withoutFormulas(details[key] ?? '')
}
