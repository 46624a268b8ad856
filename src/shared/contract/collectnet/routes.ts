/** Atradius Collect@Net: calls of the pages. */
import { z } from 'zod'
import { idSchema } from '../common.ts'
import { windowInput, windowOf } from '../credit/windows.ts'
import { freshnessSchema, type Route } from '../route.ts'
import { caseDetailSchema, caseFiltersSchema, collectionCaseSchema } from './cases.ts'

export const collectnetRoutes = {
  'collectnet.cases': {
    input: z.strictObject({ ...windowInput, filters: caseFiltersSchema }),
    output: z.object({ window: windowOf(collectionCaseSchema), freshness: freshnessSchema }),
  },
  'collectnet.case': {
    input: z.strictObject({ id: idSchema }),
    output: z.object({
      detail: caseDetailSchema,
      /** False where only the list is kept here: then invoices and former steps are missing. */
      isWhole: z.boolean(),
      freshness: freshnessSchema,
    }),
  },
} as const satisfies Record<string, Route>
