/** Which settings an administrator has made here, and where: for a help desk to be told. */
import { z } from 'zod'
import { nothing, type Route } from '../route.ts'

/** Windows' policies, a configuration profile of macOS, the file of this computer. */
export const managedBySchema = z.enum(['policy', 'profile', 'file'])
export type ManagedBy = z.infer<typeof managedBySchema>

const managedSettingSchema = z.object({
  /** As `config.json` nests it, e.g. `lock.required`. Its value stays in main. */
  name: z.string().max(100),
  by: managedBySchema,
})
export type ManagedSetting = z.infer<typeof managedSettingSchema>

export const managedRoutes = {
  'app.managed': {
    input: nothing,
    output: z.object({
      settings: z.array(managedSettingSchema).max(100),
      /** The file's path and the key's name. */
      sources: z.array(z.object({ by: managedBySchema, place: z.string().max(1_000) })).max(3),
    }),
  },
} as const satisfies Record<string, Route>
export type ManagedView = z.infer<(typeof managedRoutes)['app.managed']['output']>
