/** The demonstration's organisations and their policies: always the same ones. */
import type { CountryCode } from '../../shared/rules/countries.ts'
import type { NewOrganisation, Policy } from '../identity/access/organisations.ts'

type DemoOrganisation = NewOrganisation & { readonly id: string }

export const demoOrganisations = [
  { id: 'demo-dedert', kind: 'policyholder', name: 'DEDERT ICESTICKS B.V.', country: 'NL' },
  { id: 'demo-peeters', kind: 'policyholder', name: 'Peeters Groep NV', country: 'BE' },
  { id: 'demo-alvarez', kind: 'policyholder', name: 'Aceites Álvarez S.L.', country: 'ES' },
  { id: 'demo-hoyoux', kind: 'policyholder', name: 'Brasserie du Hoyoux SA', country: 'BE' },
  { id: 'demo-vesdre', kind: 'policyholder', name: 'L’Atelier de la Vesdre SRL', country: 'BE' },
  { id: 'demo-courtier', kind: 'broker', name: 'Courtier & Associés', country: 'BE' },
] as const satisfies readonly DemoOrganisation[]

export type DemoOrganisationId = (typeof demoOrganisations)[number]['id']

/** The rules of a policy as they mostly are; times in days. */
const usualRules = {
  mep_days: 60,
  grace_days: 30,
  maximum_terms_days: 120,
  report_within_days: 30,
} as const

/** What companies of the Peeters group do, and where: each trade in each country is one of them. */
const peetersTrades = [
  'Bouw',
  'Staal',
  'Logistiek',
  'Voeding',
  'Textiel',
  'Chemie',
  'Verpakking',
  'Techniek',
] as const
const peetersCountries = [
  { country: 'BE', form: 'NV', currency: 'EUR' },
  { country: 'NL', form: 'B.V.', currency: 'EUR' },
  { country: 'DE', form: 'GmbH', currency: 'EUR' },
  { country: 'GB', form: 'Ltd', currency: 'GBP' },
  { country: 'US', form: 'Inc.', currency: 'USD' },
] as const

/** Their numbers run from 20101 to 20140. */
const peetersPolicies: readonly Policy[] = peetersCountries.flatMap(
  ({ country, form, currency }, row) =>
    peetersTrades.map((trade, column) => ({
      ...usualRules,
      id: String(20_101 + row * peetersTrades.length + column),
      name: `Peeters ${trade} ${form}`,
      organisation_id: 'demo-peeters' satisfies DemoOrganisationId,
      currency,
      country,
    })),
)

export const demoPolicies: readonly Policy[] = [
  policyOf('demo-dedert', '17386', 'DEDERT ICESTICKS B.V.', 'NL'),
  policyOf('demo-hoyoux', '17412', 'Brasserie du Hoyoux SA', 'BE'),
  policyOf('demo-vesdre', '17455', 'L’Atelier de la Vesdre SRL', 'BE'),
  policyOf('demo-alvarez', '31007', 'Aceites Álvarez S.L.', 'ES'),
  ...peetersPolicies,
]

function policyOf(
  organisation: DemoOrganisationId,
  id: string,
  name: string,
  country: CountryCode,
): Policy {
  return { ...usualRules, id, name, organisation_id: organisation, currency: 'EUR', country }
}

/** Numbers of the policies of organisations. */
export function policyNumbersOf(organisations: readonly DemoOrganisationId[]): string[] {
  const ids: readonly string[] = organisations
  return demoPolicies.filter((policy) => ids.includes(policy.organisation_id)).map(({ id }) => id)
}
