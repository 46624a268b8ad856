/**
 * The insurer's online services: which this app has, and where each begins. Main and the pages
 * decide from these lines; what only the pages need of a service stands in its own folder there.
 */

/** The online services that one identity opens, in the guide's order. */
export const serviceIds = ['servnet', 'collectnet', 'insights', 'partners'] as const
export type ServiceId = (typeof serviceIds)[number]

/** The first page of each; all its other pages lie beneath. */
export const serviceHomes = {
  servnet: '/servnet',
  collectnet: '/collectnet',
  insights: '/insights',
  partners: '/partners',
} as const satisfies Record<ServiceId, `/${string}`>

/** Insights' page of a month for a board: what main prints. */
export const monthPackPath = `${serviceHomes.insights}/month-pack` as const

/** Where one belongs who has asked for no other. */
const defaultService = 'servnet' satisfies ServiceId

/**
 * The service that opens for someone who asked for `wanted`: that one, where it is theirs; else the
 * usual one; else any of theirs.
 * @param wanted what was chosen last, or null
 * @param granted null while nobody knows who signs in: then every service may be theirs
 * @returns null where they have none
 */
export function serviceToOpen(
  wanted: ServiceId | null,
  granted: readonly ServiceId[] | null,
): ServiceId | null {
  const inOrder: readonly (ServiceId | null)[] = [wanted, defaultService, ...(granted ?? [])]
  const opens = (service: ServiceId | null) =>
    service !== null && (granted === null || granted.includes(service))
  return inOrder.find(opens) ?? null
}
