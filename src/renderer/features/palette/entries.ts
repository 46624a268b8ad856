/** The pages and actions of the palette. Their words are in its catalogue, under the same names. */
import type { palette } from '../../../shared/i18n/fr/palette.ts'
import type { Language } from '../../../shared/languages.ts'
import type { ServiceId } from '../../../shared/services.ts'
import { languageList } from '../../common/i18n/languages.ts'
import { paths, type Path } from '../../common/navigation/navigation.ts'

/** A page or an action that has words of its own. */
type NamedEntry = keyof (typeof palette)['entries']
export type EntryId = NamedEntry | `language.${Language}`

/** What choosing an entry does. */
export type EntryDeed =
  | { readonly kind: 'open'; readonly path: Path }
  | { readonly kind: 'export'; readonly table: 'buyers' | 'limits' }
  | { readonly kind: 'language'; readonly language: Language }
  | {
      readonly kind:
        'refresh' | 'sendNow' | 'showWaiting' | 'copyLink' | 'copyVersion' | 'lock' | 'signOut'
    }

export type PaletteEntry = {
  readonly id: EntryId
  readonly group: 'actions' | 'pages'
  /** For whom: who has one of these services; null for everybody. */
  readonly services: readonly ServiceId[] | null
  /** Whether nothing can be done of it while the portal is not reached. */
  readonly needsPortal: boolean
  readonly deed: EntryDeed
}

type Own = Partial<Pick<PaletteEntry, 'services' | 'needsPortal'>>

function page(id: NamedEntry, path: Path, own: Own = {}): PaletteEntry {
  const deed = { kind: 'open', path } as const
  return { id, group: 'pages', services: null, needsPortal: false, deed, ...own }
}

function action(id: EntryId, deed: EntryDeed, own: Own = {}): PaletteEntry {
  return { id, group: 'actions', services: null, needsPortal: false, deed, ...own }
}

const servnet = { services: ['servnet'] } as const
const insights = { services: ['insights'] } as const
const online = { needsPortal: true } as const

/** In the order in which they are offered where nothing tells them apart. */
export const entries: readonly PaletteEntry[] = [
  action('apply', { kind: 'open', path: paths.apply }, servnet),
  action('declareTurnover', { kind: 'open', path: paths.turnover }, servnet),
  action('exportLimits', { kind: 'export', table: 'limits' }, servnet),
  action('exportBuyers', { kind: 'export', table: 'buyers' }, insights),
  action('whatIf', { kind: 'open', path: paths.whatIf }, insights),
  action('monthPack', { kind: 'open', path: paths.monthPack }, insights),
  action('lock', { kind: 'lock' }),
  action('showWaiting', { kind: 'showWaiting' }),
  action('sendNow', { kind: 'sendNow' }, online),
  action('refresh', { kind: 'refresh' }, online),
  action('copyLink', { kind: 'copyLink' }),
  action('copyVersion', { kind: 'copyVersion' }),
  ...languageList.map((language) => action(`language.${language}`, { kind: 'language', language })),
  action('signOut', { kind: 'signOut' }),
  page('home', paths.servnet, servnet),
  page('alerts', paths.alerts, servnet),
  page('messages', paths.messages, servnet),
  page('policies', paths.policies, servnet),
  page('limits', paths.limits, servnet),
  page('applications', paths.applications, servnet),
  page('exposure', paths.exposure, servnet),
  page('dashboard', paths.insights, insights),
  page('buyers', paths.buyers, insights),
  page('tools', paths.tools, insights),
  page('cases', paths.collectnet, { services: ['collectnet'] }),
  page('clients', paths.partners, { services: ['partners'] }),
  page('partnerDocuments', paths.documents, { services: ['partners'] }),
  page('services', paths.services),
  page('preferences', paths.profile),
  page('personal', paths.profilePersonal),
  page('security', paths.profileSecurity),
  page('password', paths.profilePassword, online),
  page('questions', paths.profileQuestions, online),
  page('rehearsal', paths.profileRehearsal, online),
  page('lockSettings', paths.profileLock),
  page('notifications', paths.profileNotifications),
  page('help', paths.help),
]

/** Those of who has these services, in their order. */
export function entriesFor(granted: readonly ServiceId[]): readonly PaletteEntry[] {
  return entries.filter(
    ({ services }) => services === null || services.some((one) => granted.includes(one)),
  )
}
