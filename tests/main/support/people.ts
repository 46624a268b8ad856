/** The demonstration's people, and what they type. */
import type { RouteInput } from '../../../src/shared/contract/routes.ts'

export const marie = { username: 'marie.lambert', password: 'Confiance-En-Route-2026!' } as const
export const jan = { username: 'jan.peeters', password: 'Grote-Portefeuille-2026!' } as const
/** Right answers to her questions, in the order of the catalogue. */
export const mariesAnswers = [
  { questionId: 'favourite-city', answer: 'Namur' },
  { questionId: 'mothers-maiden-name', answer: 'Delvaux' },
  { questionId: 'first-pet', answer: 'Rex' },
]
export const mariesEmail = 'marie.lambert@dedert-icesticks.example'
export const invited = { username: 'nouveau.client', password: 'Bienvenue-2016!' } as const
export const expired = {
  username: 'sofia.alvarez',
  password: 'Caducada-Hace-Poco-2026!',
} as const

export const securityStep = {
  newPassword: 'Route-De-Nuit-2026!',
  answers: [
    { questionId: 'favourite-city', answer: 'Liedekerke' },
    { questionId: 'first-pet', answer: 'Médor' },
    { questionId: 'first-school', answer: 'Saint-Joseph' },
  ],
} satisfies RouteInput<'enrolment.saveSecurity'>

export const personalData = {
  email: 'nouveau.client@example.be',
  emailConfirmation: 'nouveau.client@example.be',
  firstName: 'Noé',
  lastName: 'Client',
  language: 'fr',
  alertsByEmail: true,
} satisfies RouteInput<'enrolment.savePersonalData'>
