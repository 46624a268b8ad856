/** What the portal says of itself before anyone signs in. */
import { sql } from 'kysely'
import type { portalEndpoints } from '../../shared/contract/portal/endpoints.ts'
import type { Context } from '../identity/context.ts'
import type { HandlersOf } from '../identity/handler.ts'
import { languages, type Language } from '../../shared/languages.ts'
import { serviceIds } from '../../shared/services.ts'
import type { Meta } from '../../shared/contract/portal/meta.ts'
import { services as de } from '../../shared/i18n/de/services.ts'
import { services as en } from '../../shared/i18n/en/services.ts'
import { services as es } from '../../shared/i18n/es/services.ts'
import { services as fr } from '../../shared/i18n/fr/services.ts'
import { services as it } from '../../shared/i18n/it/services.ts'
import { services as nl } from '../../shared/i18n/nl/services.ts'
import { createRatingBands } from '../credit/rating-bands.ts'
import type { IdentitySettings } from '../identity/settings.ts'
import { listChanges } from '../platform/changes/read.ts'
import { contact } from '../platform/contact.ts'

const texts = { fr, nl, en, de, es, it }

/** The portal's name and the version of what it serves. */
export const portalName = 'Atradius Services Online'
export const portalVersion = '1.0.0'

/** The handlers of the portal itself; `health` throws what the database does, `changes` refuses as `listChanges`. */
export function createPortalHandlers(context: Context): HandlersOf<typeof portalEndpoints> {
  const meta = metaOf(context.settings)
  const readBands = createRatingBands(context)
  return {
    health: async () => {
      await sql`select 1`.execute(context.db)
      return { status: 'ok' }
    },
    meta: async () => ({ ...meta, ratingBands: [...(await readBands())] }),
    changes: ({ principal, query }) => listChanges(context, principal.user.id, query),
  }
}

function metaOf({
  passwordPolicy,
  recovery,
  offlineLeaseHours,
}: IdentitySettings): Omit<Meta, 'ratingBands'> {
  return {
    name: portalName,
    version: portalVersion,
    languages: [...languages],
    services: serviceIds.map((id) => ({
      id,
      name: localized((language) => texts[language][id].name),
      text: localized((language) => texts[language][id].text),
      status: 'available',
    })),
    contact,
    policy: {
      password: passwordPolicy.name,
      recoveryCode: recovery.code,
      recoveryQuestions: recovery.questions,
    },
    offlineLeaseHours,
  }
}

function localized(textIn: (language: Language) => string): Record<Language, string> {
  return {
    fr: textIn('fr'),
    nl: textIn('nl'),
    en: textIn('en'),
    de: textIn('de'),
    es: textIn('es'),
    it: textIn('it'),
  }
}
