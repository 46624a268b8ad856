/** `GET /healthz`, `GET /v1/meta`: what the portal is and offers, before anyone signs in. */
import { z } from 'zod'
import { languageSchema, serviceIdSchema, type Language } from './common.ts'

export const healthSchema = z.object({ status: z.literal('ok') })

const textSchema = z.string().min(1)

/** A text in all six languages. */
export const localizedSchema = z.object({
  fr: textSchema,
  nl: textSchema,
  en: textSchema,
  de: textSchema,
  es: textSchema,
  it: textSchema,
} satisfies Record<Language, z.ZodString>)

/** Whom a policyholder turns to; from the guide's last page. */
export const contactSchema = z.object({
  company: z.string(),
  addressLines: z.array(z.string()),
  phone: z.string(),
  email: z.string(),
  website: z.url({ protocol: /^https$/ }),
})
export type Contact = z.infer<typeof contactSchema>

export const metaSchema = z.object({
  name: z.string(),
  version: z.string(),
  languages: z.array(languageSchema),
  services: z.array(
    z.object({
      id: serviceIdSchema,
      name: localizedSchema,
      text: localizedSchema,
      status: z.enum(['available', 'maintenance']),
    }),
  ),
  contact: contactSchema,
  policy: z.object({
    password: z.enum(['classic', 'modern']),
    recoveryCode: z.boolean(),
    recoveryQuestions: z.boolean(),
  }),
})
export type Meta = z.infer<typeof metaSchema>
