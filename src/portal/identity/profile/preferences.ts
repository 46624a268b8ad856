/** How a person likes to work. */
import { languageSchema } from '../../../shared/contract/common.ts'
import {
  currencySchema,
  preferencesSchema,
  startPageSchema,
  type Preferences,
  type PreferencesPatch,
} from '../../../shared/contract/identity/preferences.ts'
import type { Principal } from '../sessions/principal.ts'
import type { Context } from '../context.ts'
import type { Call } from '../handler.ts'
import { editAccount } from './edit.ts'

const countrySchema = preferencesSchema.shape.defaultSearchCountry

/** The preferences of `user` as the contract tells them. */
export function preferencesOf(user: Principal['user']): Preferences {
  return {
    defaultSearchCountry: countrySchema.parse(user.default_search_country),
    servnetStartPage: startPageSchema.parse(user.servnet_start_page),
    currency: currencySchema.parse(user.currency),
    language: languageSchema.parse(user.language),
    alertsByEmail: user.alerts_by_email === 1,
  }
}

/** @throws ProblemError `precondition_required`, `precondition_failed` */
export async function patchPreferences(
  context: Context,
  call: Call<'preferencesPatch'>,
): Promise<Preferences> {
  return editAccount(context, call, {
    kind: 'preferences_changed',
    columns: columnsOf(call.body),
    represent: (_db, user) => preferencesOf(user),
  })
}

function columnsOf(patch: PreferencesPatch) {
  const { defaultSearchCountry, servnetStartPage, currency, language, alertsByEmail } = patch
  const preferences = {
    ...(defaultSearchCountry !== undefined && { default_search_country: defaultSearchCountry }),
    ...(servnetStartPage !== undefined && { servnet_start_page: servnetStartPage }),
    ...(currency !== undefined && { currency }),
    ...(alertsByEmail !== undefined && { alerts_by_email: alertsByEmail ? 1 : 0 }),
  }
  return { account: language === undefined ? {} : { language }, preferences }
}
