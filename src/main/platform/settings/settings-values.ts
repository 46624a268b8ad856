/**
 * Takes from a settings file what can be used of it. By hand: this runs before the window opens,
 * and the schema library alone would take longer than everything else that does.
 */
import type { Language } from '../../../shared/languages.ts'
import type { ServiceId } from '../../../shared/services.ts'

/**
 * What the last run left, so that the window opens on the right page before the keychain answers.
 * `signedOut` also forbids resuming, should an entry have outlived the sign-out.
 */
export type LastSession = 'none' | 'returning' | 'signedOut' | 'enrolment' | 'ready' | 'locked'

export type SettingsValues = {
  readonly language: Language | null
  readonly profileLanguage: Language | null
  /** What the last run read in the managed configuration, so that the next window opens in it. */
  readonly managedLanguage: Language | null
  readonly service: ServiceId | null
  readonly lastSession: LastSession
  readonly window: WindowPlace | null
  /** Who has seen Serv@Net's first page here, as hashes that only the keychain's secret makes. */
  readonly visitors: readonly string[]
}
/** In device-independent pixels, as it stands where it is not maximised. */
export type WindowPlace = {
  readonly width: number
  readonly height: number
  /** Of its upper left corner among all screens; null where a former version kept none. */
  readonly position: { readonly x: number; readonly y: number } | null
  readonly maximized: boolean
}

/** As records, so that a new member does not compile until it is here. */
const languages: Readonly<Record<Language, true>> = {
  fr: true,
  nl: true,
  en: true,
  de: true,
  es: true,
  it: true,
}
const services: Readonly<Record<ServiceId, true>> = {
  servnet: true,
  collectnet: true,
  insights: true,
  partners: true,
}
const lastSessions: Readonly<Record<LastSession, true>> = {
  none: true,
  returning: true,
  signedOut: true,
  enrolment: true,
  ready: true,
  locked: true,
}

/** Every value in any case: a missing, damaged or older file says less, never something wrong. */
export function settingsOf(json: unknown): SettingsValues {
  const values = fieldsOf(json)
  return {
    language: memberOf(languages, values.get('language')),
    profileLanguage: memberOf(languages, values.get('profileLanguage')),
    managedLanguage: memberOf(languages, values.get('managedLanguage')),
    service: memberOf(services, values.get('service')),
    lastSession: memberOf(lastSessions, values.get('lastSession')) ?? 'none',
    window: windowOf(fieldsOf(values.get('window'))),
    visitors: textsOf(values.get('visitors')),
  }
}

/** A tag's language, e.g. of `nl-BE`; null for one that the app does not speak. */
export function languageOf(tag: string): Language | null {
  return memberOf(languages, tag.split(/[-_]/)[0]?.toLowerCase())
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

function memberOf<Member extends string>(
  members: Readonly<Record<Member, true>>,
  value: unknown,
): Member | null {
  const isMember = (text: string): text is Member => Object.hasOwn(members, text)
  return typeof value === 'string' && isMember(value) ? value : null
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

function windowOf(fields: ReadonlyMap<string, unknown>): WindowPlace | null {
  const [width, height] = [fields.get('width'), fields.get('height')]
  if (!isSize(width, smallestWindow.width) || !isSize(height, smallestWindow.height)) return null
  const position = positionOf(fieldsOf(fields.get('position')))
  return { width, height, position, maximized: fields.get('maximized') === true }
}

function positionOf(fields: ReadonlyMap<string, unknown>): WindowPlace['position'] {
  const [x, y] = [fields.get('x'), fields.get('y')]
  return isCoordinate(x) && isCoordinate(y) ? { x, y } : null
}

/** Screens stand to the left of and above the first one, too. */
function isCoordinate(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) <= farthest
}

/** More than any screen has; a window of a size beyond all measure does not open at all. */
const largest = 20_000
/** Farther than all screens beside each other. */
const farthest = 100_000

function isSize(value: unknown, smallest: number): value is number {
  return Number.isInteger(value) && Number(value) >= smallest && Number(value) <= largest
}

/** In device-independent pixels; the pages are laid out down to this size. */
export const smallestWindow = { width: 480, height: 600 } as const

/**
 * Chosen in the app, else the profile's, else the organisation's, else the system's, else French.
 * @param system the person's preferred languages as BCP 47 tags, most wanted first
 */
export function effectiveLanguage(
  {
    language,
    profileLanguage,
    managedLanguage,
  }: Pick<SettingsValues, 'language' | 'profileLanguage' | 'managedLanguage'>,
  system: readonly string[],
): Language {
  const spoken = system.map(languageOf).find((known) => known !== null)
  return language ?? profileLanguage ?? managedLanguage ?? spoken ?? 'fr'
}
