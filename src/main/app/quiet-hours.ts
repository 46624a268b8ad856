/** Hours in which nobody is to be disturbed, by this computer's clock and its time zone. */
import type { QuietHours } from '../../shared/contract/app/notifications.ts'

/**
 * When the quiet that holds at `now` ends, in ms since 1970; null where it is not quiet.
 * @param now in ms since 1970
 */
export function endOfQuiet(quiet: QuietHours, now: number): number | null {
  if (!isQuietAt(quiet, new Date(now))) return null
  let at = new Date(now)
  // Of a Friday evening, Monday morning is a few steps away.
  do at = nextChange(quiet, at)
  while (isQuietAt(quiet, at))
  return at.getTime()
}

function isQuietAt({ isOn, from, to, weekends }: QuietHours, at: Date): boolean {
  if (!isOn) return false
  if (weekends && (at.getDay() === 0 || at.getDay() === 6)) return true
  const time = at.getHours() * 60 + at.getMinutes()
  const [start, end] = [minutesOf(from), minutesOf(to)]
  return start < end ? start <= time && time < end : time >= start || time < end
}

/** Where quiet may end next: at its own end of this day, or where another day begins. */
function nextChange({ to }: QuietHours, at: Date): Date {
  const [year, month, day] = [at.getFullYear(), at.getMonth(), at.getDate()]
  const end = new Date(year, month, day, 0, minutesOf(to))
  return end > at ? end : new Date(year, month, day + 1)
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}
