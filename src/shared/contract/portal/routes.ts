/** What the portal says of itself. */
import { nothing, type Route } from '../route.ts'
import { metaSchema } from './meta.ts'

export const portalRoutes = {
  'portal.meta': { input: nothing, output: metaSchema },
} as const satisfies Record<string, Route>
