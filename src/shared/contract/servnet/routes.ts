/** Serv@Net. */
import { z } from 'zod'
import { freshnessSchema, nothing, type Route } from '../route.ts'
import { servnetHomeSchema } from './home.ts'

export const servnetRoutes = {
  'servnet.home': {
    input: nothing,
    output: z.object({ home: servnetHomeSchema, freshness: freshnessSchema }),
  },
} as const satisfies Record<string, Route>
