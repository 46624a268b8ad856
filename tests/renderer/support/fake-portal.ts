/** `window.portal` without main: each test says what main would answer. */
import type { EventName, RouteName } from '../../../src/shared/contract/channels.ts'
import { success, type Result } from '../../../src/shared/contract/result.ts'
import type {
  AppState,
  EventPayload,
  RouteInput,
  RouteOutput,
} from '../../../src/shared/contract/routes.ts'

type Answers = {
  [Name in RouteName]?: (input: RouteInput<Name>) => Result<RouteOutput<Name>>
}
type Call = { readonly name: RouteName; readonly input: unknown }

let answers: Answers = {}
let calls: Call[] = []
const listeners: { [Name in EventName]: Set<(payload: EventPayload<Name>) => void> } = {
  'session.changed': new Set(),
  'notice.raised': new Set(),
  'notice.withdrawn': new Set(),
  'page.requested': new Set(),
  'menu.chosen': new Set(),
  'status.changed': new Set(),
  'outbox.changed': new Set(),
  'resource.changed': new Set(),
  'updates.changed': new Set(),
  'proxy.asked': new Set(),
}

/** Takes the place of the preload script's bridge. A route without an answer never answers. */
export function scriptPortal(script: Answers): void {
  answers = { 'enrolment.saveDraft': () => ({ ok: true, data: {} }), ...script }
  calls = []
}

/** Changes some answers in the middle of a test. */
export function answerFromNowOn(script: Answers): void {
  answers = { ...answers, ...script }
}

let held: { readonly name: RouteName; readonly until: Promise<void> } | null = null

/** Keeps a route from answering until the returned function is called. */
export function holdAnswers(name: RouteName): () => void {
  const gate = Promise.withResolvers<void>()
  held = { name, until: gate.promise }
  return () => {
    held = null
    gate.resolve()
  }
}

/** Everything that a route was called with, in order. */
export function callsOf(name: RouteName): unknown[] {
  return calls.filter((call) => call.name === name).map(({ input }) => input)
}

/** Main tells the page something unasked. */
export function raiseEvent<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
  for (const listener of listeners[name]) listener(payload)
}

const never = new Promise<never>(() => undefined)

Object.defineProperty(window, 'portal', {
  value: {
    call: async <Name extends RouteName>(name: Name, input: RouteInput<Name>) => {
      calls.push({ name, input })
      if (held?.name === name) await held.until
      const answer = answers[name]
      return answer === undefined ? never : answer(input)
    },
    on: <Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) => {
      listeners[name].add(listener)
      return () => listeners[name].delete(listener)
    },
  },
})

/** A page of a list as main answers it, fresh from the portal. */
export function pageOf<Item>(items: readonly Item[], nextCursor: string | null = null) {
  const freshness = { fetchedAt: '2026-11-23T09:00:00.000Z', stale: false, refreshing: false }
  return success({ page: { items: [...items], nextCursor }, freshness })
}

/** The app as it is for a person in the middle of the first sign-in. */
export const enrolling: AppState = {
  version: '0.1.0',
  platform: 'linux',
  language: 'fr',
  portalHost: 'services.atradius.example',
  canStaySignedIn: true,
  requested: null,
  session: {
    kind: 'enrolment',
    user: {
      username: 'nouveau.client',
      displayName: null,
      language: 'fr',
      services: ['servnet'],
    },
  },
  notices: [],
  service: 'servnet',
}

/** The app as it is for a person who is enrolled and signed in. */
export const signedIn: AppState = {
  ...enrolling,
  session: {
    kind: 'ready',
    user: {
      username: 'marie.lambert',
      displayName: 'Marie Lambert',
      language: 'fr',
      services: ['servnet'],
    },
  },
}

/** The app as it is for a person who has not signed in. */
export const signedOut: AppState = {
  ...enrolling,
  session: { kind: 'signedOut', username: null, reason: 'none' },
}

/** The app as it is for a person whose password has expired. */
export const passwordDue: AppState = {
  ...signedIn,
  session: {
    kind: 'passwordChange',
    user: {
      username: 'sofia.alvarez',
      displayName: 'Sofía Álvarez',
      language: 'fr',
      services: ['servnet'],
    },
  },
}

/** The demo portal's rules. */
export const policy: RouteOutput<'portal.passwordPolicy'> = {
  name: 'classic',
  minLength: 12,
  maxLength: 256,
  fourClasses: true,
  forbidPersonalData: true,
  forbidCommon: true,
  history: 5,
  expiresAfterDays: 180,
}

export const questions = ['Ville ?', 'Mère ?', 'Animal ?', 'École ?'].map((text, index) => ({
  id: `q${index}`,
  text,
}))
