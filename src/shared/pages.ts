/**
 * The pages of whoever is signed in, by their addresses: the router goes by them, and a link from
 * outside leads to one of them or to none.
 */
import { serviceHomes, serviceIds, type ServiceId } from './services.ts'

export const pageAddresses = {
  services: '/',
  servnet: serviceHomes.servnet,
  alerts: `${serviceHomes.servnet}/alerts`,
  messages: `${serviceHomes.servnet}/messages`,
  policies: `${serviceHomes.servnet}/policies`,
  limits: `${serviceHomes.servnet}/limits`,
  applications: `${serviceHomes.servnet}/applications`,
  batch: `${serviceHomes.servnet}/applications/batch`,
  apply: `${serviceHomes.servnet}/apply`,
  turnover: `${serviceHomes.servnet}/turnover`,
  exposure: `${serviceHomes.servnet}/exposure`,
  insights: serviceHomes.insights,
  figures: `${serviceHomes.insights}/figures`,
  buyers: `${serviceHomes.insights}/buyers`,
  tools: `${serviceHomes.insights}/tools`,
  monthPack: `${serviceHomes.insights}/month-pack`,
  whatIf: `${serviceHomes.insights}/what-if`,
  collectnet: serviceHomes.collectnet,
  cases: `${serviceHomes.collectnet}/cases`,
  newCase: `${serviceHomes.collectnet}/new`,
  partners: serviceHomes.partners,
  clients: `${serviceHomes.partners}/clients`,
  documents: `${serviceHomes.partners}/documents`,
  profile: '/profile',
  profilePersonal: '/profile/personal',
  profileSecurity: '/profile/security',
  profilePassword: '/profile/password',
  profileQuestions: '/profile/questions',
  profileRehearsal: '/profile/rehearsal',
  profileLock: '/profile/lock',
  profileNotifications: '/profile/notifications',
  help: '/help',
} as const

/** Beneath which there is a page for each of the things that they list, under its id. */
const lists: ReadonlySet<string> = new Set([
  pageAddresses.alerts,
  pageAddresses.messages,
  pageAddresses.limits,
  pageAddresses.applications,
  pageAddresses.batch,
  pageAddresses.exposure,
  pageAddresses.figures,
  pageAddresses.buyers,
  pageAddresses.cases,
  pageAddresses.clients,
])

/** What of a page’s view its address may name: each page reads those that it knows, and parses them again. */
const viewParams = new Set([
  'band',
  'buyer',
  'client',
  'country',
  'currency',
  'decision',
  'from',
  'kind',
  'month',
  'period',
  'policy',
  'q',
  'sort',
  'state',
  'status',
  'to',
  'topic',
])

const longestValue = 200
const valuePattern = new RegExp(`^\\P{C}{0,${longestValue}}$`, 'u')
/** What an id may be: without spaces, and one part of a path. */
const idPattern = /^[^\p{C}\p{Z}/\\]{1,128}$/u

/**
 * The address of one of the app's pages with what of its view is named, written out as the app writes it.
 * @param path begins with a slash, percent-encoded
 * @param search with its `?`, or empty
 * @returns null for what is no page, or names what no page knows
 */
export function pageAddressOf(path: string, search: string): string | null {
  const plain = path.length > 1 ? path.replace(/\/$/u, '') : path
  const page = Object.values<string>(pageAddresses).includes(plain) ? plain : pageBeneath(plain)
  if (page === null) return null
  const params = new URLSearchParams(search)
  const names = [...params.keys()]
  const isKnown =
    names.every((name) => viewParams.has(name)) &&
    new Set(names).size === names.length &&
    [...params.values()].every((value) => valuePattern.test(value) && value.isWellFormed())
  if (!isKnown) return null
  return names.length === 0 ? page : `${page}?${params.toString()}`
}

function pageBeneath(path: string): string | null {
  const end = path.lastIndexOf('/')
  const list = path.slice(0, end)
  const id = decoded(path.slice(end + 1))
  const isPage = lists.has(list) && id !== null && idPattern.test(id)
  return isPage ? `${list}/${encodeURIComponent(id)}` : null
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** The service that an address belongs to; null for pages that all of them share. */
export function serviceOfPage(address: string): ServiceId | null {
  const path = address.replace(/\?.*$/su, '')
  const isWithin = (home: string) => path === home || path.startsWith(`${home}/`)
  return serviceIds.find((service) => isWithin(serviceHomes[service])) ?? null
}
