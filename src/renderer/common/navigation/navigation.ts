/** The app's pages and who may see which. */
import type { SessionView } from '../../../shared/contract/identity/session-view.ts'
import type { ServiceId } from '../../../shared/services.ts'

export const paths = {
  services: '/',
  signIn: '/sign-in',
  recovery: '/recovery',
  forgottenUsername: '/forgotten-username',
  enrolment: '/enrolment',
  passwordChange: '/password-change',
  servnet: '/servnet',
  products: '/products',
  profile: '/profile',
  profilePersonal: '/profile/personal',
  profileSecurity: '/profile/security',
  profilePassword: '/profile/password',
  profileQuestions: '/profile/questions',
  profileRehearsal: '/profile/rehearsal',
  insights: '/insights',
  help: '/help',
} as const
export type Path = (typeof paths)[keyof typeof paths]

const allowed = {
  signedOut: [paths.services, paths.signIn, paths.recovery, paths.forgottenUsername, paths.help],
  enrolment: [paths.enrolment, paths.help],
  passwordChange: [paths.passwordChange, paths.help],
  // Enrolment too: it shows its success before it leads on by itself.
  ready: [
    paths.servnet,
    paths.services,
    paths.products,
    paths.profile,
    paths.profilePersonal,
    paths.profileSecurity,
    paths.profilePassword,
    paths.profileQuestions,
    paths.profileRehearsal,
    paths.insights,
    paths.help,
    paths.enrolment,
  ],
} as const satisfies Record<SessionView['kind'], readonly Path[]>

const home = {
  signedOut: paths.signIn,
  enrolment: paths.enrolment,
  passwordChange: paths.passwordChange,
} as const satisfies Partial<Record<SessionView['kind'], Path>>

/**
 * Where someone in this session belongs when nothing else was asked for: the service that they
 * chose last, where it is theirs and the app has it.
 */
export function homeOf(session: SessionView, service: ServiceId | null): Path {
  if (session.kind !== 'ready') return home[session.kind]
  const opensInsights = service === 'insights' && session.user.services.includes('insights')
  return opensInsights ? paths.insights : paths.servnet
}

/** Where to go instead of `path`, or null where one may stay. Unknown paths stay: they are a 404. */
export function redirectFor(
  session: SessionView,
  service: ServiceId | null,
  path: string,
): Path | null {
  const known = Object.values(paths).some((one) => one === path)
  const may = allowed[session.kind].some((one) => one === path)
  return known && !may ? homeOf(session, service) : null
}
