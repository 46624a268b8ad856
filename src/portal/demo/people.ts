/** The demonstration's people. Their passwords are public: never seeded but with `--demo`. */
import type { Language } from '../../shared/languages.ts'
import type { ServiceId } from '../../shared/services.ts'
import type { SecurityQuestionId } from '../../shared/contract/identity/security-questions.ts'
import type { ServnetAlert } from '../../shared/contract/servnet/alerts.ts'
import type { DemoOrganisationId } from './organisations.ts'

type DemoAlert = {
  readonly kind: ServnetAlert['kind']
  readonly buyer: string
  readonly policyId: string
  readonly hoursAgo: number
}

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
  readonly alerts: readonly DemoAlert[]
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
    alerts: [
      { kind: 'limit_granted', buyer: 'Ateliers Verhoeven SA', policyId: '17386', hoursAgo: 3 },
      { kind: 'rating_better', buyer: 'Meuse Distribution SPRL', policyId: '17386', hoursAgo: 20 },
      { kind: 'limit_reduced', buyer: 'Transports Hainaut Nord', policyId: '17386', hoursAgo: 29 },
    ],
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
    alerts: [
      { kind: 'limit_granted', buyer: 'Glaces du Condroz SA', policyId: '17386', hoursAgo: 2 },
      { kind: 'rating_worse', buyer: 'Froid & Saveurs SPRL', policyId: '17386', hoursAgo: 21 },
      { kind: 'limit_reduced', buyer: 'Horeca Sambre', policyId: '17386', hoursAgo: 27 },
      { kind: 'rating_better', buyer: 'Delhaye Traiteur', policyId: '17386', hoursAgo: 76 },
    ],
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
    alerts: [
      { kind: 'limit_withdrawn', buyer: 'Kempen Staalbouw NV', policyId: '20114', hoursAgo: 1 },
      { kind: 'rating_worse', buyer: 'Bakkerij De Smet BV', policyId: '20117', hoursAgo: 5 },
      { kind: 'limit_granted', buyer: 'Van Loon Logistiek', policyId: '20102', hoursAgo: 22 },
      { kind: 'limit_reduced', buyer: 'Textiel Maes', policyId: '20131', hoursAgo: 30 },
      { kind: 'rating_better', buyer: 'Haven Container Services', policyId: '20108', hoursAgo: 52 },
    ],
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
    alerts: [
      { kind: 'limit_granted', buyer: 'Conservas del Norte SL', policyId: '31007', hoursAgo: 4 },
    ],
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
    alerts: [
      { kind: 'limit_granted', buyer: 'Glaces du Condroz SA', policyId: '17386', hoursAgo: 2 },
      { kind: 'rating_worse', buyer: 'Cafés de la Meuse SPRL', policyId: '17412', hoursAgo: 6 },
      { kind: 'limit_reduced', buyer: 'Décors Limbourg SA', policyId: '17455', hoursAgo: 31 },
    ],
  },
]
