/**
 * The portfolio as it is kept on this computer: each list whole, and followed by `GET /v1/changes`
 * under its name. What Insights and Serv@Net both have is asked of the one that is granted.
 */
import { applicationSchema } from '../../../shared/contract/credit/applications.ts'
import { buyerSchema, type Buyer } from '../../../shared/contract/credit/buyers.ts'
import { creditLimitSchema } from '../../../shared/contract/credit/credit-limits.ts'
import { policySchema } from '../../../shared/contract/credit/policies.ts'
import { turnoverDeclarationSchema } from '../../../shared/contract/credit/turnover.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import { foldLetters } from '../../../shared/rules/typed-text.ts'
import type { PortalClient } from '../../portal-client/portal-client.ts'
import { defineList } from '../../resources/list.ts'
import {
  answeredApplication,
  answeredDeclaration,
  answeredLimit,
  layOverBuyer,
  layOverDeclaration,
  layOverLimit,
} from './credit-edits.ts'
import type { Credentials } from '../../resources/resource.ts'
import { buyerColumns, indexOfBuyer, indexOfLimit, limitColumns } from './credit-windows.ts'
import { decisionNews } from './news-kinds.ts'

const minuteMs = 60_000

/** Sums over currencies are kept in this one: what is sorted by them is then in one order. */
export const keptCurrency = 'EUR'

const hasInsights = ({ services }: Credentials) => services?.includes('insights') === true

/** Policies with their conditions, by name. */
export const policiesList = defineList({
  name: 'policies',
  endpoint: 'servnetPolicies',
  schema: policySchema,
  maxAgeMs: minuteMs,
  isFollowed: true,
  askPage(client, credentials, query) {
    const question = { ...credentials, query }
    if (hasInsights(credentials)) return client.call('insightsPolicies', question)
    return credentials.services?.includes('servnet') === false
      ? client.call('collectnetPolicies', question)
      : client.call('servnetPolicies', question)
  },
  foldOf: ({ name }) => foldLetters(name),
})

/** A buyer as in the list, as the portal has it now. @param of a client, to be told of its part alone */
export async function askBuyer(
  client: PortalClient,
  credentials: Credentials,
  id: string,
  of?: string,
): Promise<Result<Buyer>> {
  const query = { currency: keptCurrency, ...(of !== undefined && { client: of }) }
  const question = { ...credentials, params: { id }, query }
  if (!hasInsights(credentials)) return client.call('servnetBuyer', question)
  const one = await client.call('insightsBuyer', question)
  return one.ok ? success(one.data.buyer) : one
}

/** Buyers, their sums in `keptCurrency`. */
export const buyersList = defineList({
  name: 'buyers',
  endpoint: 'servnetBuyers',
  schema: buyerSchema,
  maxAgeMs: minuteMs,
  isFollowed: true,
  askPage(client, credentials, page) {
    const query = { ...page, currency: keptCurrency }
    return hasInsights(credentials)
      ? client.call('insightsBuyers', { ...credentials, query })
      : client.call('servnetBuyers', { ...credentials, query })
  },
  askRow: (client, credentials, id) => askBuyer(client, credentials, id),
  indexOf: indexOfBuyer,
  isNewestFirst: false,
  layOver: { edits: ['apply'], lay: layOverBuyer },
})

/** Buyers as they are shown: by windows. */
export const buyersWindow = { list: buyersList, columns: buyerColumns }

/** Credit limits: one for each buyer and policy. */
export const limitsList = defineList({
  name: 'credit_limits',
  endpoint: 'servnetCreditLimits',
  schema: creditLimitSchema,
  maxAgeMs: minuteMs,
  isFollowed: true,
  askPage: (client, credentials, query) =>
    client.call('servnetCreditLimits', { ...credentials, query }),
  async askRow(client, credentials, id) {
    const one = await client.call('servnetCreditLimit', { ...credentials, params: { id } })
    return one.ok ? success(one.data.limit) : one
  },
  layOver: { edits: ['apply'], lay: layOverLimit },
  answered: answeredLimit,
  indexOf: indexOfLimit,
  isNewestFirst: false,
})

/** Limits as they are shown: by windows. */
export const limitsWindow = { list: limitsList, columns: limitColumns }

/** Applications, also those that are decided, newest first. */
export const applicationsList = defineList({
  name: 'applications',
  endpoint: 'servnetApplications',
  schema: applicationSchema,
  maxAgeMs: minuteMs,
  isFollowed: true,
  askPage: (client, credentials, query) =>
    client.call('servnetApplications', { ...credentials, query }),
  askRow: (client, credentials, id) =>
    client.call('servnetApplication', { ...credentials, params: { id } }),
  // Those that wait are shown before the list.
  layOver: { edits: ['apply'], lay: (application) => application },
  answered: answeredApplication,
  foldOf: ({ buyerName }) => foldLetters(buyerName),
  indexOf: ({ buyerId }) => ({ nameKey: null, keys: [], subject: buyerId, due: null }),
  news: decisionNews,
})

/** Declarations of turnover, newest first. */
export const declarationsList = defineList({
  name: 'declarations',
  endpoint: 'servnetDeclarations',
  schema: turnoverDeclarationSchema,
  maxAgeMs: minuteMs,
  isFollowed: true,
  askPage: (client, credentials, query) =>
    client.call('servnetDeclarations', { ...credentials, query }),
  layOver: { edits: ['declareTurnover'], lay: layOverDeclaration },
  answered: answeredDeclaration,
})
