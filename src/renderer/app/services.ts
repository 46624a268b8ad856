/** Every service that the app has, each from its own folder. */
import { collectnet } from '../features/collectnet/service.tsx'
import { insights } from '../features/insights/service.tsx'
import { partners } from '../features/partners/service.tsx'
import { servnet } from '../features/servnet/service.tsx'
import type { ServiceId } from '../../shared/services.ts'
import type { Service } from '../common/navigation/service.ts'

export const services: Readonly<Record<ServiceId, Service>> = {
  servnet,
  collectnet,
  insights,
  partners,
}
