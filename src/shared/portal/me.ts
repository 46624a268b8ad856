/** `GET /v1/me`: the signed-in person. Its `ETag` names the version that an edit must match. */
import { z } from 'zod'
import { languageSchema, serviceIdSchema, timestampSchema, usernameSchema } from './common.ts'

export const meSchema = z.object({
  username: usernameSchema,
  email: z.email(),
  firstName: z.string().nullable(),
  lastName: z.string(),
  language: languageSchema,
  alertsByEmail: z.boolean(),
  services: z.array(serviceIdSchema),
  passwordExpiresAt: timestampSchema.nullable(),
  enrolledAt: timestampSchema,
})
export type Me = z.infer<typeof meSchema>
