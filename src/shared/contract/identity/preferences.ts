/** `/v1/me/preferences`: how a person likes to work. Its `ETag` names the version. */
import { z } from 'zod'
import { countryCodes } from '../../rules/countries.ts'
import { languageSchema } from '../common.ts'

/** Credit insurance's first page; the guide's own choice is the application for a limit. */
export const startPages = ['credit_limit_application', 'home', 'buyers', 'policies'] as const
export const startPageSchema = z.enum(startPages)

/** ISO 4217; what amounts are shown in. */
export const currencies = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'DKK',
  'NOK',
  'SEK',
  'PLN',
  'CZK',
  'HUF',
  'RON',
  'TRY',
  'AUD',
  'CAD',
  'MXN',
  'BRL',
  'JPY',
  'CNY',
  'HKD',
  'SGD',
  'INR',
  'ZAR',
] as const
export const currencySchema = z.enum(currencies)

export const preferencesSchema = z.object({
  /** ISO 3166-1 alpha-2; null searches everywhere. */
  defaultSearchCountry: z.enum(countryCodes).nullable(),
  servnetStartPage: startPageSchema,
  currency: currencySchema,
  language: languageSchema,
  alertsByEmail: z.boolean(),
})
export type Preferences = z.infer<typeof preferencesSchema>

/** What is left out stays as it is. */
export const preferencesPatchSchema = z.strictObject(preferencesSchema.shape).partial()
export type PreferencesPatch = z.infer<typeof preferencesPatchSchema>
