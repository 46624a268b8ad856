/** A broker's clients as the portal tells them. */
import type { Client } from '../../src/shared/contract/partners/clients.ts'

const euro = (amount: string) => ({ amount, currency: 'EUR' })

const policy = {
  currency: 'EUR',
  country: 'BE',
  mepDays: 60,
  graceDays: 30,
  maximumTermsDays: 120,
  reportWithinDays: 30,
}

/** A client with one policy, `p-ID`; a figure that is not told is the usual one. */
export function clientOf(
  id: string,
  name: string,
  {
    figures = {},
    ...special
  }: Partial<Omit<Client, 'figures'>> & {
    readonly figures?: Partial<Client['figures']>
  } = {},
): Client {
  return {
    id,
    name,
    country: 'BE',
    policies: [{ ...policy, id: `p-${id}`, name: `Police ${name}` }],
    ...special,
    figures: {
      asOf: '2026-11-29',
      currency: 'EUR',
      buyers: 24,
      totalCld: euro('1250000.00'),
      riskAcceptance: 57.4,
      abr: 43.2,
      pending: euro('35000.00'),
      ...figures,
    },
  }
}

/** Names as people have them: a figure that is missing, and two policies in other countries. */
export const someClients: readonly Client[] = [
  clientOf('hoyoux', 'Brasserie du Hoyoux SA'),
  clientOf('atelier', 'L’Atelier de la Vesdre SRL', {
    figures: { totalCld: euro('90000.00'), riskAcceptance: null, abr: null, pending: null },
  }),
  clientOf('orsted', 'Ørsted A/S', {
    country: 'DK',
    policies: [
      { ...policy, id: '31007', name: 'Ørsted Wind', currency: 'DKK', country: 'DK' },
      { ...policy, id: '31008', name: 'Ørsted Solar', country: 'DE' },
    ],
    figures: { totalCld: euro('9007199254740993.25') },
  }),
]
