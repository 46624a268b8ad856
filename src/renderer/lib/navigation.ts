/** The app's pages and who may see which. */
import type { SessionView } from '../../shared/ipc/session-view.ts'

export const paths = {
  services: '/',
  signIn: '/sign-in',
  recovery: '/recovery',
  enrolment: '/enrolment',
  passwordChange: '/password-change',
  servnet: '/servnet',
  products: '/products',
  profile: '/profile',
  help: '/help',
} as const
export type Path = (typeof paths)[keyof typeof paths]

const allowed = {
  signedOut: [paths.services, paths.signIn, paths.recovery, paths.help],
  enrolment: [paths.enrolment, paths.help],
  passwordChange: [paths.passwordChange, paths.help],
  // Enrolment too: it shows its success before it leads on by itself.
  ready: [
    paths.servnet,
    paths.services,
    paths.products,
    paths.profile,
    paths.help,
    paths.enrolment,
  ],
} as const satisfies Record<SessionView['kind'], readonly Path[]>

const home = {
  signedOut: paths.signIn,
  enrolment: paths.enrolment,
  passwordChange: paths.passwordChange,
  ready: paths.servnet,
} as const satisfies Record<SessionView['kind'], Path>

/** Where someone in this session belongs when nothing else was asked for. */
export function homeOf(session: SessionView): Path {
  return home[session.kind]
}

/** Where to go instead of `path`, or null where one may stay. Unknown paths stay: they are a 404. */
export function redirectFor(session: SessionView, path: string): Path | null {
  const known = Object.values(paths).some((one) => one === path)
  const may = allowed[session.kind].some((one) => one === path)
  return known && !may ? homeOf(session) : null
}
