/** The online services that one identity opens, in the guide's order. */
export const serviceIds = ['servnet', 'collectnet', 'insights', 'partners'] as const
export type ServiceId = (typeof serviceIds)[number]
