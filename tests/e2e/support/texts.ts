/** The app's own words in one language, so that journeys look for what a person reads. */
import { createInstance } from 'i18next'
import { z } from 'zod'
import { alerts } from '../../../src/shared/i18n/fr/alerts.ts'
import { apply } from '../../../src/shared/i18n/fr/apply.ts'
import { batch } from '../../../src/shared/i18n/fr/batch.ts'
import { cases } from '../../../src/shared/i18n/fr/cases.ts'
import { common } from '../../../src/shared/i18n/fr/common.ts'
import { credit } from '../../../src/shared/i18n/fr/credit.ts'
import { dashboard } from '../../../src/shared/i18n/fr/dashboard.ts'
import { enrolment } from '../../../src/shared/i18n/fr/enrolment.ts'
import { errors } from '../../../src/shared/i18n/fr/errors.ts'
import { eventsFile } from '../../../src/shared/i18n/fr/events-file.ts'
import { exposure } from '../../../src/shared/i18n/fr/exposure.ts'
import { forms } from '../../../src/shared/i18n/fr/forms.ts'
import { help } from '../../../src/shared/i18n/fr/help.ts'
import { insights } from '../../../src/shared/i18n/fr/insights.ts'
import { lock } from '../../../src/shared/i18n/fr/lock.ts'
import { mail } from '../../../src/shared/i18n/fr/mail.ts'
import { monthPack } from '../../../src/shared/i18n/fr/month-pack.ts'
import { offline } from '../../../src/shared/i18n/fr/offline.ts'
import { palette } from '../../../src/shared/i18n/fr/palette.ts'
import { partners } from '../../../src/shared/i18n/fr/partners.ts'
import { passwords } from '../../../src/shared/i18n/fr/passwords.ts'
import { products } from '../../../src/shared/i18n/fr/products.ts'
import { profile } from '../../../src/shared/i18n/fr/profile.ts'
import { questions } from '../../../src/shared/i18n/fr/questions.ts'
import { recovery } from '../../../src/shared/i18n/fr/recovery.ts'
import { services } from '../../../src/shared/i18n/fr/services.ts'
import { servnet } from '../../../src/shared/i18n/fr/servnet.ts'
import { shell } from '../../../src/shared/i18n/fr/shell.ts'
import { signIn } from '../../../src/shared/i18n/fr/sign-in.ts'
import { whatIf } from '../../../src/shared/i18n/fr/what-if.ts'
import type { Language } from '../../../src/shared/languages.ts'

/** French is the source: its catalogues give the keys. */
const french = {
  alerts,
  apply,
  batch,
  cases,
  credit,
  common,
  dashboard,
  enrolment,
  errors,
  eventsFile,
  exposure,
  forms,
  help,
  insights,
  lock,
  mail,
  monthPack,
  offline,
  palette,
  partners,
  passwords,
  products,
  profile,
  questions,
  recovery,
  services,
  servnet,
  shell,
  signIn,
  whatIf,
}
const files = {
  alerts: 'alerts',
  apply: 'apply',
  batch: 'batch',
  cases: 'cases',
  credit: 'credit',
  common: 'common',
  dashboard: 'dashboard',
  enrolment: 'enrolment',
  errors: 'errors',
  eventsFile: 'events-file',
  exposure: 'exposure',
  forms: 'forms',
  help: 'help',
  insights: 'insights',
  lock: 'lock',
  mail: 'mail',
  monthPack: 'month-pack',
  offline: 'offline',
  palette: 'palette',
  partners: 'partners',
  passwords: 'passwords',
  products: 'products',
  profile: 'profile',
  questions: 'questions',
  recovery: 'recovery',
  services: 'services',
  servnet: 'servnet',
  shell: 'shell',
  signIn: 'sign-in',
  whatIf: 'what-if',
} as const satisfies Record<keyof typeof french, string>

/** A sentence that counts has a form for each number, and is asked for without it. */
type Countable<Key extends string> = Key | (Key extends `${infer Base}_other` ? Base : never)
type Leaf<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string
    ? Countable<Key>
    : `${Key}.${Leaf<Texts[Key]>}`
}[keyof Texts & string]
type Catalogues = typeof french
export type TextKey = {
  [Name in keyof Catalogues]: `${Name}:${Leaf<Catalogues[Name]>}`
}[keyof Catalogues]

/** The sentence of `key`, with its placeholders filled in. */
export type Say = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string

type Node = { [key: string]: string | Node }
const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), nodeSchema])),
)

/** Loads the catalogues of `language`. */
export async function loadTexts(language: Language): Promise<Say> {
  const loaded = await Promise.all(
    Object.entries(files).map(async ([name, file]) => {
      const module: unknown = await import(`../../../src/shared/i18n/${language}/${file}.ts`)
      return [name, z.record(z.string(), nodeSchema).parse(module)[name] ?? {}] as const
    }),
  )
  const i18n = createInstance()
  await i18n.init({
    lng: language,
    ns: Object.keys(files),
    resources: { [language]: Object.fromEntries(loaded) },
    interpolation: { escapeValue: false },
  })
  return (key, params) => i18n.t(key, params ?? {})
}
