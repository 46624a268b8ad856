/**
 * `window.portal` without main: scripted answers, for what a page does with them. Main itself has
 * tests of its own, and the journeys join both.
 */
import type { RouteName } from '../../../src/shared/contract/channels.ts'
import type { Result } from '../../../src/shared/contract/result.ts'
import type { AppState, RouteOutput } from '../../../src/shared/contract/routes.ts'

export const freshState: AppState = {
  version: '0.1.0',
  platform: 'linux',
  language: 'fr',
  portalHost: 'services.atradius.example',
  canStaySignedIn: true,
  requested: null,
  session: { kind: 'signedOut', username: null, reason: 'none' },
  notices: [],
  service: null,
}

/** Answers by route; a route that is missing here, or undefined, does not answer by itself. */
export type Answers = { readonly [Name in RouteName]?: Result<RouteOutput<Name>> | undefined }

export type Call = { readonly name: string; readonly input: unknown }

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- the DOM's own type is merged
  interface Window {
    portalCalls: Call[]
    /** What a route answers from now on. */
    answerPortal: (name: string, result: unknown) => void
    /** Answers those who have waited for a route, too. */
    answerLate: (name: string, result: unknown) => void
    raisePortalEvent: (name: string, payload: unknown) => void
  }
}

/** Runs in the page before its own scripts. */
export function installFakePortal(answers: Answers): void {
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const scripted = new Map<string, unknown>(
    Object.entries(answers).filter(([, result]) => result !== undefined),
  )
  window.portalCalls = []
  window.answerPortal = (name, result) => scripted.set(name, result)
  const waiting = new Map<string, ((result: unknown) => void)[]>()
  window.answerLate = (name, result) => {
    scripted.set(name, result)
    for (const answer of waiting.get(name) ?? []) answer(result)
  }
  window.raisePortalEvent = (name, payload) => {
    for (const listener of listeners.get(name) ?? []) listener(payload)
  }
  Object.defineProperty(window, 'portal', {
    value: {
      call: async (name: string, input: unknown) => {
        window.portalCalls.push({ name, input })
        if (scripted.has(name)) return scripted.get(name)
        return new Promise((resolve) => {
          waiting.set(name, [...(waiting.get(name) ?? []), resolve])
        })
      },
      on: (name: string, listener: (payload: unknown) => void) => {
        const all = listeners.get(name) ?? new Set()
        listeners.set(name, all.add(listener))
        return () => all.delete(listener)
      },
    },
  })
}
