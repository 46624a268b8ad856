/** What can be edited, as the forms hold it: every field has a value, and none is null. */
import { z } from 'zod'
import { countryCodes } from '../../../../shared/rules/countries.ts'
import { languageSchema } from '../../../../shared/contract/common.ts'
import { nameSchema, type Me } from '../../../../shared/contract/identity/me.ts'
import {
  currencySchema,
  startPageSchema,
  type Preferences,
  type PreferencesPatch,
} from '../../../../shared/contract/identity/preferences.ts'

/** As one may type them, wrong or unfinished. */
export const personalTypedSchema = z.object({
  firstName: z.string(),
  lastName: z.string(),
  language: languageSchema,
})
export type PersonalValues = z.infer<typeof personalTypedSchema>
/** As they can be saved. */
export const personalFormSchema = personalTypedSchema.extend({
  firstName: nameSchema,
  lastName: nameSchema.min(1),
})
export const personalFields = [
  'firstName',
  'lastName',
  'language',
] as const satisfies (keyof PersonalValues)[]

export function personalValuesOf({ firstName, lastName, language }: Me): PersonalValues {
  return { firstName: firstName ?? '', lastName, language }
}

export const preferencesFormSchema = z.object({
  /** Empty searches everywhere. */
  defaultSearchCountry: z.union([z.literal(''), z.enum(countryCodes)]),
  servnetStartPage: startPageSchema,
  currency: currencySchema,
  alertsByEmail: z.boolean(),
})
export type PreferenceValues = z.infer<typeof preferencesFormSchema>
export const preferenceFields = [
  'defaultSearchCountry',
  'servnetStartPage',
  'currency',
  'alertsByEmail',
] as const satisfies (keyof PreferenceValues)[]

export function preferenceValuesOf(preferences: Preferences): PreferenceValues {
  const { defaultSearchCountry, servnetStartPage, currency, alertsByEmail } = preferences
  return {
    defaultSearchCountry: defaultSearchCountry ?? '',
    servnetStartPage,
    currency,
    alertsByEmail,
  }
}

export function preferencesPatchOf({
  defaultSearchCountry: country,
  ...changes
}: Partial<PreferenceValues>): PreferencesPatch {
  if (country === undefined) return changes
  return { ...changes, defaultSearchCountry: country === '' ? null : country }
}
