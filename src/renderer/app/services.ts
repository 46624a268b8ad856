/** Every service that the app has, each from its own folder. */
import { collectnet } from '../features/collectnet/service.tsx'
import { insights } from '../features/insights/service.tsx'
import { servnet } from '../features/servnet/service.tsx'
import type { AvailableService } from '../../shared/services.ts'
import type { Service } from '../common/navigation/service.ts'

export const services: Readonly<Record<AvailableService, Service>> = {
  servnet,
  collectnet,
  insights,
}
