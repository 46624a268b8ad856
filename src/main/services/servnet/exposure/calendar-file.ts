/** Calendars as programs read them: RFC 5545, of days without a time. */
import { addDays } from '../../../../shared/credit/days.ts'

export type CalendarDay = {
  /** The same for the same thing whenever it is written: read twice, it is there once. */
  readonly uid: string
  /** ISO 8601. */
  readonly day: string
  readonly summary: string
  readonly description: string
}

/**
 * The file's text.
 * @param at when it is written, in ms since 1970
 */
export function calendarFile(days: readonly CalendarDay[], at: number): string {
  const stamp = timeOf(at)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Atradius//Services Online//EN',
    'CALSCALE:GREGORIAN',
    ...days.flatMap(({ uid, day, summary, description }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${plainDay(day)}`,
      `DTEND;VALUE=DATE:${plainDay(addDays(day, 1))}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const plainDay = (day: string) => day.replaceAll('-', '')

/** `20261130T080000Z` */
function timeOf(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')
}

/** Signs that mean something between values, and line ends, which would begin a property of their own. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, ' ')
}

/** In octets, without the line end. */
const longestLine = 75

/** A long line goes on in the next one, behind a space; no letter is torn apart. */
function folded(line: string): string {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const letter of line) {
    const length = Buffer.byteLength(letter)
    if (octets + length > longestLine) {
      parts.push(part)
      ;[part, octets] = ['', 1]
    }
    part += letter
    octets += length
  }
  return [...parts, part].join('\r\n ')
}
