/**
 * French is the source: its catalogues give the keys. `Texts<typeof french>` makes every other
 * language carry the same ones, so a missing or an extra key does not compile.
 */
export type Texts<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Texts<Source[Key]>
}

/** One file a namespace in each language's folder: `fr/sign-in.ts` exports `signIn`. */
export const namespaces = [
  'common',
  'services',
  'sign-in',
  'lock',
  'errors',
  'passwords',
  'forms',
  'enrolment',
  'recovery',
  'shell',
  'offline',
  'servnet',
  'alerts',
  'credit',
  'apply',
  'products',
  'tables',
  'batch',
  'exposure',
  'profile',
  'insights',
  'partners',
  'grid',
  'buyers',
  'dashboard',
  'month-pack',
  'what-if',
  'collectnet',
  'cases',
  'help',
  'guide',
  'questions',
  'updates',
  'palette',
  'notification-settings',
] as const
export type Namespace = (typeof namespaces)[number]
