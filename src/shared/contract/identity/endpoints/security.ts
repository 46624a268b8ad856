/** What keeps an account safe: questions, sessions seen from the profile, events. */
import { bodyLimits, defaults, type Endpoint } from '../../endpoint.ts'
import { pageOf, pageQuerySchema } from '../../common.ts'
import { securityEventSchema } from '../security-events.ts'
import {
  chosenAnswersRequestSchema,
  chosenQuestionsSchema,
  rehearsalSchema,
  securityQuestionsQuerySchema,
} from '../security-questions.ts'
import {
  endedSessionsSchema,
  reauthenticateRequestSchema,
  reauthenticationSchema,
} from '../sessions.ts'

export const securityEndpoints = {
  reauthenticate: {
    ...defaults,
    method: 'POST',
    path: '/v1/sessions/current/reauthenticate',
    summary: 'Enter the password again, before what is delicate; good for five minutes',
    description:
      'Opens what is delicate, such as the questions and the e-mail address, to this session for five minutes. Signing in does not count as such.',
    tag: 'Security',
    access: 'signedIn',
    body: reauthenticateRequestSchema,
    status: 200,
    answer: reauthenticationSchema,
    problems: ['invalid_credentials', 'too_many_attempts'],
    personal: true,
  },
  sessionEndOthers: {
    ...defaults,
    method: 'DELETE',
    path: '/v1/sessions',
    summary: 'Sign out everywhere else',
    description:
      'Ends every session of this person’s but the one that asks, and says how many there were. Wants the password entered again first.',
    tag: 'Sessions',
    access: 'signedIn',
    status: 200,
    answer: endedSessionsSchema,
    problems: ['reauthentication_required'],
    personal: true,
  },
  chosenQuestions: {
    ...defaults,
    method: 'GET',
    path: '/v1/me/security-questions',
    summary: 'The three questions that the person chose',
    description:
      'In the language asked for, French unless said otherwise. Wants the password entered again first.',
    tag: 'Security',
    access: 'signedIn',
    query: securityQuestionsQuerySchema,
    status: 200,
    answer: chosenQuestionsSchema,
    problems: ['reauthentication_required'],
    personal: true,
  },
  chosenQuestionsReplace: {
    ...defaults,
    method: 'PUT',
    path: '/v1/me/security-questions',
    summary: 'Choose and answer three questions anew',
    description:
      'Three different questions with three different answers, none of them the username, the e-mail address or the password. Wants the password entered again first.',
    tag: 'Security',
    access: 'signedIn',
    query: securityQuestionsQuerySchema,
    body: chosenAnswersRequestSchema,
    bodyLimit: bodyLimits.long,
    status: 200,
    answer: chosenQuestionsSchema,
    problems: ['reauthentication_required', 'answers_policy', 'too_many_attempts'],
    personal: true,
  },
  rehearsal: {
    ...defaults,
    method: 'POST',
    path: '/v1/me/security-questions/rehearsals',
    summary: 'Whether the answers would still be right; changes nothing',
    description:
      'Says of each of the three whether it is right. Wants the password entered again first.',
    tag: 'Security',
    access: 'signedIn',
    body: chosenAnswersRequestSchema,
    status: 200,
    answer: rehearsalSchema,
    problems: ['reauthentication_required', 'too_many_attempts'],
    personal: true,
  },
  rehearsalPostpone: {
    ...defaults,
    method: 'POST',
    path: '/v1/me/security-questions/postponements',
    summary: 'Offer the rehearsal again in three months',
    description: 'For who does not want to be asked now.',
    tag: 'Security',
    access: 'signedIn',
    status: 204,
    answer: null,
    personal: true,
  },
  securityEvents: {
    ...defaults,
    method: 'GET',
    path: '/v1/me/security-events',
    summary: 'What happened to this account, latest first',
    description:
      'Sign-ins, refused ones too, and every change to what keeps the account safe, each with its device and network address, in pages. What was recorded never changes.',
    tag: 'Security',
    access: 'signedIn',
    query: pageQuerySchema,
    status: 200,
    answer: pageOf(securityEventSchema),
    personal: true,
  },
} as const satisfies Record<string, Endpoint>
