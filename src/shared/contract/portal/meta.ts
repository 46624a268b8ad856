/** `GET /healthz`, `GET /v1/meta`: what the portal is and offers, before anyone signs in. */
import { z } from 'zod'
import { languages, type Language } from '../../languages.ts'
import { serviceIds } from '../../services.ts'
import { languageSchema, lineSchema, serviceIdSchema } from '../common.ts'

export const healthSchema = z.object({ status: z.literal('ok') })

const textSchema = z.string().min(1).max(1_000)
const httpsUrlSchema = z.url({ protocol: /^https$/ }).max(500)

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
  company: lineSchema,
  addressLines: z.array(lineSchema).max(10),
  phone: z.string().max(50),
  email: z.string().max(254),
  website: httpsUrlSchema,
})
export type Contact = z.infer<typeof contactSchema>

/** Three days, so that a weekend is no trouble: where a portal does not say otherwise. */
export const defaultOfflineLeaseHours = 72
/** A year. */
const longestOfflineLeaseHours = 8_784

export const offlineLeaseHoursSchema = z.number().int().min(1).max(longestOfflineLeaseHours)

export const metaSchema = z.object({
  name: lineSchema,
  version: lineSchema,
  languages: z.array(languageSchema).max(languages.length),
  services: z
    .array(
      z.object({
        id: serviceIdSchema,
        name: localizedSchema,
        text: localizedSchema,
        status: z.enum(['available', 'maintenance']),
      }),
    )
    .max(serviceIds.length),
  contact: contactSchema,
  /** The insurer's own pages; where one is not named, its website stands for it. */
  links: z.object({ legal: httpsUrlSchema, cookies: httpsUrlSchema }).partial().optional(),
  policy: z.object({
    password: z.enum(['classic', 'modern']),
    recoveryCode: z.boolean(),
    recoveryQuestions: z.boolean(),
  }),
  /** For how many hours a client may show what it keeps without having reached the portal. */
  offlineLeaseHours: offlineLeaseHoursSchema.default(defaultOfflineLeaseHours),
  /** What ranges of buyer ratings are called; higher is riskier. */
  ratingBands: z
    .array(
      z.object({
        id: z.string().max(64),
        name: localizedSchema,
        from: z.number().int().min(1).max(100),
        to: z.number().int().min(1).max(100),
      }),
    )
    .max(20)
    .default([]),
})
export type Meta = z.infer<typeof metaSchema>
