/**
 * The insurer's online services: which this app has, and where each begins. Main and the pages
 * decide from these lines; what only the pages need of a service stands in its own folder there.
 */

/** The online services that one identity opens, in the guide's order. */
export const serviceIds = ['servnet', 'collectnet', 'insights', 'partners'] as const
export type ServiceId = (typeof serviceIds)[number]

/** The services that have pages in this app; the others only have their place in its lists. */
export const availableServices = [
  'servnet',
  'collectnet',
  'insights',
] as const satisfies readonly ServiceId[]
export type AvailableService = (typeof availableServices)[number]

/** The first page of each; all its other pages lie beneath. */
export const serviceHomes = {
  servnet: '/servnet',
  collectnet: '/collectnet',
  insights: '/insights',
} as const satisfies Record<AvailableService, `/${string}`>

/** Where one belongs who has asked for no other. */
const defaultService = 'servnet' satisfies AvailableService

/** Whether this app has pages for it. */
export function isAvailable(service: ServiceId | null): service is AvailableService {
  return availableServices.some((one) => one === service)
}

/**
 * The service that opens for someone who asked for `wanted`: that one, where the app has it and it
 * is theirs; else the usual one; else any of theirs.
 * @param wanted what was chosen last, or null
 * @param granted null while nobody knows who signs in: then every service may be theirs
 * @returns null where the app has none of their services
 */
export function serviceToOpen(
  wanted: ServiceId | null,
  granted: readonly ServiceId[] | null,
): AvailableService | null {
  const inOrder: readonly (ServiceId | null)[] = [wanted, defaultService, ...(granted ?? [])]
  const opens = (service: ServiceId) => granted === null || granted.includes(service)
  return inOrder.filter(isAvailable).find(opens) ?? null
}
