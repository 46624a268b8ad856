/** The groups that the document of the contract sorts operations into, and what each is about. */
export const tags = {
  Portal: 'What the portal is, offers and asks for, before anyone signs in.',
  Sessions: 'Signing in, staying signed in, signing out, here and elsewhere.',
  Recovery: 'A forgotten password, step by step.',
  Enrolment: 'The first sign-in, step by step.',
  Profile: 'The signed-in person: data, preferences, password, e-mail address.',
  Security: 'What keeps an account safe: questions, the password entered again, events.',
  'Serv@Net': 'Credit insurance day by day.',
} as const

export type Tag = keyof typeof tags
