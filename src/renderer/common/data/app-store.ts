/**
 * What the app knows of itself: language, session, notices, the service that was chosen. Null until
 * main has answered, as in the prerendered documents, so that hydration finds what it expects.
 */
import { useSyncExternalStore } from 'react'
import type { Notice } from '../../../shared/contract/notices.ts'
import type { AppState } from '../../../shared/contract/routes.ts'
import type { SessionView } from '../../../shared/contract/identity/sessions.ts'
import type { Language } from '../../../shared/languages.ts'
import type { ServiceId } from '../../../shared/services.ts'
import { i18n, textsReady } from '../i18n/i18n.ts'
import { beginSession, endBegunSession } from './session-start.ts'
import { callPortal } from './portal.ts'

type Change = (before: AppState) => AppState

let state: AppState | null = null
/**
 * What happened while main's first answer was on its way. It left main before any of this was known
 * there, or says the same, so that these are made to it, in their order.
 */
let early: readonly Change[] = []
const listeners = new Set<() => void>()

function change(make: Change) {
  if (state === null) early = [...early, make]
  else show(make(state))
}

function update(values: Partial<AppState>) {
  change((before) => ({ ...before, ...values }))
}

function show(next: AppState) {
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The app's state, or null in the first moments. */
export function useAppState(): AppState | null {
  return useAppPart((whole) => whole)
}

/**
 * What `select` takes from the app's state. The component renders again only where that changes, so
 * that the first answer of main does not draw the first screens a second time.
 * @param select answers the same value for the same state; gets null in the first moments
 */
export function useAppPart<Part>(select: (whole: AppState | null) => Part): Part {
  return useSyncExternalStore(
    subscribe,
    () => select(state),
    () => select(null),
  )
}

/** Asks main for the state and listens to what changes it from then on. */
export async function loadAppState(): Promise<AppState | null> {
  window.portal.on('session.changed', setSession)
  window.portal.on('page.requested', ({ address, service }) =>
    update({ requested: address, ...(service !== null && { service }) }),
  )
  window.portal.on('proxy.asked', ({ question }) => update({ proxyQuestion: question }))
  window.portal.on('notice.raised', addNotice)
  window.portal.on('notice.withdrawn', ({ code }) => removeNotice(code))
  const result = await callPortal('app.state', {})
  if (result.ok) {
    show(early.reduce((known, make) => make(known), result.data))
    early = []
  }
  return state
}

/** Takes over what main says of the session; pages follow by themselves. */
export function setSession(session: SessionView) {
  const former = state?.session ?? null
  const mayFollow =
    former?.kind !== session.kind || profileLanguage(former) !== profileLanguage(session)
  update({ session })
  if (session.kind === 'signedOut') endBegunSession()
  if (mayFollow) void followLanguage()
}

/** Null where nobody is signed in. */
function profileLanguage(session: SessionView): Language | null {
  return session.kind === 'signedOut' ? null : session.user.language
}

/** Whoever never chose a language here gets that of their profile, as soon as it is known. */
async function followLanguage(): Promise<void> {
  // Main may tell of a session while the first texts are still on their way.
  await textsReady()
  const result = await callPortal('app.state', {})
  if (!result.ok || result.data.language === i18n.language) return
  await i18n.changeLanguage(result.data.language)
  update({ language: result.data.language })
}

function addNotice(notice: Notice) {
  change((before) => ({
    ...before,
    notices: [...before.notices.filter(({ code }) => code !== notice.code), notice],
  }))
}

function removeNotice(code: Notice['code']) {
  change((before) => ({
    ...before,
    notices: before.notices.filter((notice) => notice.code !== code),
  }))
}

/** Takes a notice away once it was read. */
export function dismissNotice(code: Notice['code']) {
  removeNotice(code)
  void callPortal('app.dismissNotice', { code })
}

/** The keychain works again: staying signed in can be offered. */
export function keychainMended(session: SessionView) {
  update({ canStaySignedIn: true })
  setSession(session)
}

/** Remembers which service one wants to open after signing in. */
export function chooseService(service: ServiceId) {
  update({ service })
  void callPortal('app.chooseService', { service })
}

/** The page that a link asked for is open: main need not ask another one to go there. */
export function requestFollowed(address: string) {
  // A link comes before the first page of the profile.
  beginSession()
  update({ requested: null })
  void callPortal('app.requestFollowed', { address })
}

/** Switches every text at once; main keeps the choice for the next start. */
export async function changeLanguage(language: Language): Promise<void> {
  const kept = callPortal('app.setLanguage', { language })
  await i18n.changeLanguage(language)
  update({ language })
  await kept
}

/** The username as one typed it on the page one left, for the page one comes to. No secret. */
let typed: string | null = null

/** Keeps it for as long as the window is open; an empty field keeps nothing. */
export function keepTypedUsername(username: string): void {
  const trimmed = username.trim()
  typed = trimmed === '' ? null : trimmed
}

/** What was typed, or null. */
export function typedUsername(): string | null {
  return typed
}
