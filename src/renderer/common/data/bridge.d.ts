import type { PortalBridge } from '../../../shared/contract/routes.ts'

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- the DOM's own type is merged
  interface Window {
    /** Made by the preload script. */
    readonly portal: PortalBridge
  }
}
