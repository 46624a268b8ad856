/** The demonstration's people. Their passwords are public: never seeded but with `--demo`. */
import type { Language } from '../../shared/languages.ts'
import type { ServiceId } from '../../shared/services.ts'
import type { SecurityQuestionId } from '../../shared/contract/identity/security-questions.ts'
import type { DemoOrganisationId } from './organisations.ts'

type DemoEnrolment = {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly answers: readonly (readonly [SecurityQuestionId, string])[]
  readonly passwordExpired: boolean
}

export type DemoPerson = {
  readonly username: string
  readonly password: string
  readonly language: Language
  readonly services: readonly ServiceId[]
  readonly organisation: DemoOrganisationId
  /** Whose policies they see, where it is not their own organisation's: a broker's clients. */
  readonly clients?: readonly DemoOrganisationId[]
  /** Null for who was invited and has not signed in yet. */
  readonly enrolment: DemoEnrolment | null
}

/** Tells the demonstration's accounts from those that were invited. */
export const demoUserId = ({ username }: Pick<DemoPerson, 'username'>) => `demo-${username}`

export const demoPeople: readonly DemoPerson[] = [
  {
    username: 'nouveau.client',
    password: 'Bienvenue-2016!',
    language: 'fr',
    services: ['servnet', 'collectnet', 'insights'],
    organisation: 'demo-dedert',
    enrolment: null,
  },
  {
    username: 'marie.lambert',
    password: 'Confiance-En-Route-2026!',
    language: 'fr',
    services: ['servnet', 'collectnet', 'insights'],
    organisation: 'demo-dedert',
    enrolment: {
      email: 'marie.lambert@dedert-icesticks.example',
      firstName: 'Marie',
      lastName: 'Lambert',
      answers: [
        ['favourite-city', 'Namur'],
        ['mothers-maiden-name', 'Delvaux'],
        ['first-pet', 'Rex'],
      ],
      passwordExpired: false,
    },
  },
  {
    username: 'jan.peeters',
    password: 'Grote-Portefeuille-2026!',
    language: 'nl',
    services: ['servnet', 'collectnet', 'insights', 'partners'],
    organisation: 'demo-peeters',
    enrolment: {
      email: 'jan.peeters@peeters-groep.example',
      firstName: 'Jan',
      lastName: 'Peeters',
      answers: [
        ['childhood-street', 'Lindelaan'],
        ['first-car', 'Volvo 340'],
        ['favourite-teacher', 'Meester Claes'],
      ],
      passwordExpired: false,
    },
  },
  {
    username: 'sofia.alvarez',
    password: 'Caducada-Hace-Poco-2026!',
    language: 'es',
    services: ['servnet', 'insights'],
    organisation: 'demo-alvarez',
    enrolment: {
      email: 'sofia.alvarez@aceites-alvarez.example',
      firstName: 'Sofía',
      lastName: 'Álvarez',
      answers: [
        ['first-school', 'San Isidro'],
        ['favourite-dish', 'Salmorejo'],
        ['holiday-place', 'Nerja'],
      ],
      passwordExpired: true,
    },
  },
  {
    username: 'luc.courtier',
    password: 'Courtage-En-Confiance-2026!',
    language: 'fr',
    services: ['servnet', 'insights', 'partners'],
    organisation: 'demo-courtier',
    clients: ['demo-dedert', 'demo-hoyoux', 'demo-vesdre'],
    enrolment: {
      email: 'luc.courtier@courtier-associes.example',
      firstName: 'Luc',
      lastName: 'Courtier',
      answers: [
        ['favourite-city', 'Liège'],
        ['first-car', 'Renault 4'],
        ['holiday-place', 'Ostende'],
      ],
      passwordExpired: false,
    },
  },
]
