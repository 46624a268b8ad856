/** What the application menu, its keys and the mouse's back and forward buttons ask of the page. */
import { z } from 'zod'
import { serviceIdSchema } from '../common.ts'

export const menuCommandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['about', 'help', 'profile', 'back', 'forward', 'refresh']) }),
  z.object({ kind: z.literal('service'), service: serviceIdSchema }),
])
export type MenuCommand = z.infer<typeof menuCommandSchema>
