/** The demonstration's people. Their passwords are public: never seeded but with `--demo`. */
import type { Language } from '../../shared/languages.ts'
import type { ServiceId } from '../../shared/services.ts'
import type { SecurityQuestionId } from '../../shared/contract/identity/security-questions.ts'
import type { ServnetAlert } from '../../shared/contract/servnet/alerts.ts'

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
]
