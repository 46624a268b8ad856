/** The longest of everything that the rules allow, and without a place where it could break. */
import type { ServnetAlert } from '../../../src/shared/contract/credit/alerts.ts'
import type { DueItem, NewsItem } from '../../../src/shared/contract/credit/news.ts'
import type { RouteOutput } from '../../../src/shared/contract/routes.ts'
import type { RecoveryView } from '../../../src/shared/contract/identity/recovery-view.ts'
import type { PendingEmailView } from '../../../src/shared/contract/identity/profile-view.ts'
import type { Contact } from '../../../src/shared/contract/portal/meta.ts'
import type { PasswordPolicy } from '../../../src/shared/contract/identity/password-policy.ts'
import { outboxStates, type OutboxItem } from '../../../src/shared/contract/offline/outbox.ts'
import type { SecurityEvent } from '../../../src/shared/contract/identity/security-events.ts'

/** A word of the widest letter. */
export const longest = (length: number) => 'W'.repeat(length)

const label = 'w'.repeat(61)
/** 64 before the @ and 189 after it: the longest that RFC 5321 leaves room for. */
export const longAddress = `${'w'.repeat(64)}@${label}.${label}.${label}.be`.padEnd(254, 'x')

const at = '2026-11-23T09:00:00.000Z'

export const contact: Contact = {
  company: longest(120),
  addressLines: [longest(120), longest(120)],
  phone: '+32 81 32 42 11 / +32 81 32 42 12 / +32 81 32 42',
  email: longAddress,
  website: `https://${label}.${label}.example/`,
}

export const questions = Array.from({ length: 18 }, (_, index) => ({
  id: `q${index}`,
  text: `${index} ${longest(150)}`,
}))

export const policy: PasswordPolicy = {
  name: 'classic',
  minLength: 12,
  maxLength: 256,
  fourClasses: true,
  forbidPersonalData: true,
  forbidCommon: true,
  history: 5,
  expiresAfterDays: 180,
}

export const recoveryAnswers = {
  step: 'answers',
  username: longest(64),
  questions: questions.slice(0, 3),
  codeRequired: true,
  codeFormat: 'numeric',
  codeExpiresIn: 600,
  codeAgainIn: 0,
  attemptsLeft: 5,
  expiresIn: 1800,
} as const satisfies RecoveryView

export const enrolment = (state: 'security' | 'personalData'): RouteOutput<'enrolment.read'> => ({
  state,
  expiresAt: at,
  draft: {
    questionIds: ['q0', 'q1', 'q2'],
    email: longAddress,
    emailConfirmation: longAddress,
    firstName: longest(64),
    lastName: '',
    language: null,
    alertsByEmail: true,
  },
})

export const pending: PendingEmailView = {
  id: 'e1',
  email: longAddress,
  delivery: 'sent',
  codeExpiresIn: 600,
  codeAgainIn: 0,
  attemptsLeft: 4,
  expiresIn: 80_000,
}

export const profile: RouteOutput<'profile.read'> = {
  me: {
    version: '"1"',
    current: {
      username: longest(64),
      email: longAddress,
      emailConfirmed: true,
      pendingEmail: { id: 'e1', email: longAddress },
      firstName: longest(64),
      lastName: longest(64),
      language: 'fr',
      alertsByEmail: true,
      services: ['servnet', 'insights'],
      passwordExpiresAt: at,
      rehearsalDueAt: at,
      enrolledAt: at,
    },
  },
  preferences: {
    version: '"1"',
    current: {
      defaultSearchCountry: 'BE',
      servnetStartPage: 'home',
      currency: 'EUR',
      language: 'fr',
      alertsByEmail: true,
    },
  },
  draft: null,
  freshness: { fetchedAt: at, stale: true, refreshing: false },
}

export const sessions: RouteOutput<'security.sessions'>['page']['items'] = ['1', '2'].map((id) => ({
  id,
  device: { name: longest(80), platform: 'windows' },
  createdAt: at,
  lastUsedAt: at,
  current: id === '1',
}))

export const securityEvents: SecurityEvent[] = [
  {
    id: '1',
    at,
    kind: 'signed_in',
    details: {
      device: longest(80),
      platform: 'windows',
      address: '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
    },
  },
]

const amount = { amount: '123456789012345.67', currency: 'EUR' }
const aboutBuyer = { buyer: longest(120), buyerId: longest(40) }

/** One of each kind that has changed since the person was last here. */
export const news: readonly NewsItem[] = [
  {
    ...aboutBuyer,
    kind: 'alert',
    id: 'n1',
    at,
    isTicked: false,
    alertId: 'a1',
    alertKind: 'limit_withdrawn',
    from: amount,
    to: { amount: '0', currency: 'EUR' },
    effectiveOn: '2026-11-29',
  },
  {
    kind: 'decision',
    id: 'n2',
    at,
    isTicked: true,
    applicationId: longest(40),
    buyer: longest(120),
    asked: amount,
    granted: amount,
    status: 'partly_accepted',
  },
  { kind: 'message', id: 'n3', at, isTicked: false, messageId: 'm1', title: longest(150) },
]

/** One of each kind that stands for something to do. */
export const due: readonly DueItem[] = [
  { ...aboutBuyer, kind: 'limit_ends', limitId: 'l1', amount, on: '2026-12-01' },
  {
    ...aboutBuyer,
    kind: 'cut_takes_effect',
    limitId: 'l2',
    from: amount,
    to: amount,
    on: '2026-12-01',
  },
  { ...aboutBuyer, kind: 'pending_since', applicationId: 'p1', amount, since: at },
]

const alert: ServnetAlert = {
  id: 'a1',
  kind: 'limit_withdrawn',
  buyer: longest(120),
  buyerId: longest(40),
  policyId: longest(40),
  at,
  from: amount,
  to: { amount: '0', currency: 'EUR' },
  effectiveOn: '2026-11-29',
  reason: 'policyholder_request',
  handled: false,
}

export const home: RouteOutput<'servnet.home'> = {
  home: {
    banner: { kind: 'steer_with_confidence' },
    messages: [{ id: 'm1', title: longest(150), body: longest(300), publishedAt: at, read: false }],
    alerts: [alert],
    newAlerts: 1,
    counts: { alerts: { total: 1, unhandled: 1 }, messages: { total: 1, unread: 1 } },
    contact,
  },
  freshness: { fetchedAt: at, stale: true, refreshing: false },
  firstVisit: true,
}

/** One in each state, with all that can be done about it. */
export const waitingItems: OutboxItem[] = outboxStates.map((state) => ({
  id: state,
  edit: {
    kind: 'personal',
    version: '"1"',
    base: {},
    changes: { firstName: longest(100), lastName: longest(100) },
  },
  subject: longest(120),
  state,
  queuedAt: '2026-01-05T08:00:00.000Z',
  nextAttemptAt: null,
  error: { code: 'proxy_authentication_required' },
  theirs: state === 'conflict' ? { firstName: longest(100) } : null,
}))
