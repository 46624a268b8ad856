/** The app's pages and who may see which. */
import type { Figure } from '../../../shared/contract/credit/dashboard.ts'
import type { SessionView } from '../../../shared/contract/identity/sessions.ts'
import {
  monthPackPath,
  serviceHomes,
  serviceIds,
  serviceToOpen,
  type ServiceId,
} from '../../../shared/services.ts'
import { useAppState } from '../data/app-store.ts'

export const paths = {
  services: '/',
  signIn: '/sign-in',
  recovery: '/recovery',
  forgottenUsername: '/forgotten-username',
  enrolment: '/enrolment',
  passwordChange: '/password-change',
  lockSetup: '/lock-setup',
  locked: '/locked',
  servnet: serviceHomes.servnet,
  alerts: `${serviceHomes.servnet}/alerts`,
  messages: `${serviceHomes.servnet}/messages`,
  policies: `${serviceHomes.servnet}/policies`,
  limits: `${serviceHomes.servnet}/limits`,
  applications: `${serviceHomes.servnet}/applications`,
  batch: `${serviceHomes.servnet}/applications/batch`,
  apply: `${serviceHomes.servnet}/apply`,
  turnover: `${serviceHomes.servnet}/turnover`,
  profile: '/profile',
  profilePersonal: '/profile/personal',
  profileSecurity: '/profile/security',
  profilePassword: '/profile/password',
  profileQuestions: '/profile/questions',
  profileRehearsal: '/profile/rehearsal',
  profileLock: '/profile/lock',
  profileNotifications: '/profile/notifications',
  insights: serviceHomes.insights,
  figures: `${serviceHomes.insights}/figures`,
  buyers: `${serviceHomes.insights}/buyers`,
  tools: `${serviceHomes.insights}/tools`,
  monthPack: monthPackPath,
  whatIf: `${serviceHomes.insights}/what-if`,
  collectnet: serviceHomes.collectnet,
  cases: `${serviceHomes.collectnet}/cases`,
  partners: serviceHomes.partners,
  clients: `${serviceHomes.partners}/clients`,
  newCase: `${serviceHomes.collectnet}/new`,
  help: '/help',
} as const
export type Path = (typeof paths)[keyof typeof paths]

/** The page of one alert. */
export function alertPath(id: string): string {
  return `${paths.alerts}/${encodeURIComponent(id)}`
}

/** The page of one message. */
export function messagePath(id: string): string {
  return `${paths.messages}/${encodeURIComponent(id)}`
}

/** The rows behind a figure of Insights' dashboard. */
export function figurePath(figure: Figure): string {
  return `${paths.figures}/${figure}`
}

/** The page of one buyer, in Insights. */
export function buyerPath(id: string): string {
  return `${paths.buyers}/${encodeURIComponent(id)}`
}

/** Insights' dashboard of one of a broker's clients. */
export function clientDashboardPath(id: string): string {
  return `${paths.insights}?${new URLSearchParams({ client: id }).toString()}`
}

/** The page of one of a broker's clients. */
export function clientPath(id: string): string {
  return `${paths.clients}/${encodeURIComponent(id)}`
}

/** The page of one credit limit. */
export function limitPath(id: string): string {
  return `${paths.limits}/${encodeURIComponent(id)}`
}

/** The page of one application. */
export function applicationPath(id: string): string {
  return `${paths.applications}/${encodeURIComponent(id)}`
}

/** The page of one case of collection. */
export function casePath(id: string): string {
  return `${paths.cases}/${encodeURIComponent(id)}`
}

/** The page of applications that were sent together. */
export function batchPath(id: string): string {
  return `${paths.batch}/${encodeURIComponent(id)}`
}

/** The form of a case that waits to be sent. */
export function editCasePath(id: string): string {
  return `${paths.newCase}?${new URLSearchParams({ edit: id }).toString()}`
}

/** The form to apply for a limit, on a buyer that is known by its id or was looked for by a name. */
export function applyPath(buyer: { readonly buyerId: string } | { readonly name: string }): string {
  const query = 'buyerId' in buyer ? { buyer: buyer.buyerId } : { name: buyer.name }
  return `${paths.apply}?${new URLSearchParams(query).toString()}`
}

/** What follows the last slash of `path`: the id of what the page is about. */
export function lastPartOf(path: string): string {
  return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1))
}

/** Beside the pages of the services that are granted. */
const allowed = {
  signedOut: [paths.services, paths.signIn, paths.recovery, paths.forgottenUsername, paths.help],
  enrolment: [paths.enrolment, paths.help],
  passwordChange: [paths.passwordChange, paths.help],
  lockSetup: [paths.lockSetup, paths.help],
  locked: [paths.locked],
  // Enrolment too: it shows its success before it leads on by itself.
  ready: [
    paths.services,
    paths.profile,
    paths.profilePersonal,
    paths.profileSecurity,
    paths.profilePassword,
    paths.profileQuestions,
    paths.profileRehearsal,
    paths.profileLock,
    paths.profileNotifications,
    paths.help,
    paths.enrolment,
  ],
} as const satisfies Record<SessionView['kind'], readonly Path[]>

const home = {
  signedOut: paths.signIn,
  enrolment: paths.enrolment,
  passwordChange: paths.passwordChange,
  lockSetup: paths.lockSetup,
  locked: paths.locked,
} as const satisfies Partial<Record<SessionView['kind'], Path>>

/** Whether `path` is `place` or a page beneath it. */
export function isWithin(place: string, path: string): boolean {
  return path === place || path.startsWith(`${place}/`)
}

/** The service that a page belongs to; null for those that all of them share. */
export function serviceAt(path: string): ServiceId | null {
  return serviceIds.find((service) => isWithin(serviceHomes[service], path)) ?? null
}

/**
 * Where someone in this session belongs when nothing else was asked for: the service that they
 * chose last, where it is theirs and the app has it; the list of services, where it has none of theirs.
 */
export function homeOf(session: SessionView, service: ServiceId | null): Path {
  if (session.kind !== 'ready') return home[session.kind]
  const opened = serviceToOpen(service, session.user.services)
  return opened === null ? paths.services : serviceHomes[opened]
}

/**
 * Where to go instead of `path`, or null where one may stay. Unknown paths stay, as they are a 404;
 * but beneath a service's home all is that service's.
 */
export function redirectFor(
  session: SessionView,
  service: ServiceId | null,
  path: string,
): Path | null {
  // Nothing of it is shown, and one comes back to it.
  if (session.kind === 'locked') return null
  const known = serviceAt(path) !== null || Object.values(paths).some((one) => one === path)
  return known && !isOpenTo(session, path) ? homeOf(session, service) : null
}

function isOpenTo(session: SessionView, path: string): boolean {
  const owner = serviceAt(path)
  if (owner === null) return allowed[session.kind].some((one) => one === path)
  return session.kind === 'ready' && session.user.services.includes(owner)
}

/** Where the person belongs when nothing else was asked for. */
export function useHomePath(): Path {
  const state = useAppState()
  return state === null ? paths.services : homeOf(state.session, state.service)
}
