/**
 * What the compiler cannot see of the texts: that every failure has its own, how French is set, and
 * that every language tells the same.
 */
import { describe, expect, test } from 'vitest'
import { errors as de } from '../../src/shared/i18n/de/errors.ts'
import { errors as en } from '../../src/shared/i18n/en/errors.ts'
import { errors as es } from '../../src/shared/i18n/es/errors.ts'
import { apply } from '../../src/shared/i18n/fr/apply.ts'
import { credit } from '../../src/shared/i18n/fr/credit.ts'
import { enrolment } from '../../src/shared/i18n/fr/enrolment.ts'
import { errors as fr } from '../../src/shared/i18n/fr/errors.ts'
import { forms } from '../../src/shared/i18n/fr/forms.ts'
import { guide } from '../../src/shared/i18n/fr/guide.ts'
import { help } from '../../src/shared/i18n/fr/help.ts'
import { insights } from '../../src/shared/i18n/fr/insights.ts'
import { mail } from '../../src/shared/i18n/fr/mail.ts'
import { passwords } from '../../src/shared/i18n/fr/passwords.ts'
import { products } from '../../src/shared/i18n/fr/products.ts'
import { profile } from '../../src/shared/i18n/fr/profile.ts'
import { recovery } from '../../src/shared/i18n/fr/recovery.ts'
import { servnet } from '../../src/shared/i18n/fr/servnet.ts'
import { start } from '../../src/shared/i18n/fr/start.ts'
import { updates } from '../../src/shared/i18n/fr/updates.ts'
import { errors as it } from '../../src/shared/i18n/it/errors.ts'
import { errors as nl } from '../../src/shared/i18n/nl/errors.ts'
import { languages } from '../../src/shared/languages.ts'
import { namespaces } from '../../src/shared/i18n/texts.ts'
import { errorCodes } from '../../src/shared/contract/error-codes.ts'
import { passwordFailureCodes } from '../../src/shared/contract/identity/password-policy.ts'
import { answerFailureCodes } from '../../src/shared/contract/identity/security-questions.ts'

type Texts = string | { readonly [key: string]: Texts }

function sentences(texts: Texts): string[] {
  return typeof texts === 'string' ? [texts] : Object.values(texts).flatMap(sentences)
}

describe.each(Object.entries({ fr, nl, en, de, es, it }))('errors in %s', (_, errors) => {
  test('every code has a sentence of its own and a next step', () => {
    const messages = errorCodes.map((code) => errors[code].message)
    expect(new Set(messages).size).toBe(errorCodes.length)
    // A path or an address may end a sentence; a full stop after it would read as part of it.
    const sentence = /\p{L}.*([.!?]|\{\{(?:path|target)\}\})$/u
    for (const code of errorCodes) expect(errors[code].next, code).toMatch(sentence)
  })

  test('none says that what was typed is kept: it is told where nothing was, too', () => {
    const kept = /conserv|bewaard|is kept|are kept|erhalten|se conserva/iu
    // Of the computer's own store, of what was not sent, and of a file that is being fetched.
    const ofStorage = new Set([
      'keychain_locked',
      'keychain_refused',
      'disk_full',
      'storage_failed',
      'store_damaged',
      'store_key_missing',
      'store_newer',
      'store_not_migrated',
      'store_unavailable',
      'update_interrupted',
    ])
    for (const code of errorCodes.filter((one) => !ofStorage.has(one))) {
      expect(errors[code].next, code).not.toMatch(kept)
    }
  })

  test('every failure of a password or an answer has a sentence of its own', () => {
    const codes = [...passwordFailureCodes, ...answerFailureCodes]
    const texts = codes.map((code) => errors.fields[code])
    expect(new Set(texts).size).toBe(codes.length)
  })
})

test.each(
  Object.entries({
    errors: fr,
    mail,
    passwords,
    forms,
    enrolment,
    recovery,
    servnet,
    credit,
    apply,
    products,
    profile,
    insights,
    guide,
    help,
    start,
    updates,
  }),
)('French typography in %s', (_, catalogue) => {
  for (const sentence of sentences(catalogue)) {
    // A narrow no-break space stands before double signs and inside quotation marks.
    expect(sentence).not.toMatch(/ [:;?»]|« /u)
    expect(sentence).not.toMatch(/[\p{L}\p{N}][:;?»]|«[^\u202f]/u)
    expect(sentence).not.toContain('\u0027')
  }
})

/** Those of people who fill in a form, where lines are short. */
const onForms = [
  'common',
  'forms',
  'sign-in',
  'passwords',
  'recovery',
  'profile',
  'enrolment',
  'errors',
]

describe.each(languages)('in %s', (language) => {
  test.each(onForms)('no line of %s breaks within “e-mail” or behind a number', async (file) => {
    const texts: unknown = await import(`../../src/shared/i18n/${language}/${file}.ts`)
    for (const [path, sentence] of leaves(texts)) {
      expect(sentence, path).not.toMatch(/\be-mail/iu)
      expect(sentence, path).not.toMatch(/\{\{(?:count|days|min|max|history)\}\} \p{L}/u)
      expect(sentence, path).not.toMatch(/(?<!\w)\d+ \p{L}/u)
    }
  })
})

/** Every sentence of a file under its path, whatever the file exports. */
function leaves(texts: unknown, path = ''): [string, string][] {
  if (typeof texts === 'string') return [[path, texts]]
  if (typeof texts !== 'object' || texts === null) return []
  return Object.entries(texts).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
}

/** What a sentence has filled in, in whatever order. */
function values(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{\w+\}\}/gu)].map(([value]) => value).toSorted()
}

async function valuesOf(language: string, file: string): Promise<Record<string, string[]>> {
  const texts: unknown = await import(`../../src/shared/i18n/${language}/${file}.ts`)
  return Object.fromEntries(leaves(texts).map(([path, sentence]) => [path, values(sentence)]))
}

describe.each(['nl', 'en', 'de', 'es', 'it'])('%s', (language) => {
  test.each([...namespaces, 'mail', 'menu', 'events-file', 'credit-file', 'notifications'])(
    'fills in the same values as French in %s',
    async (file) => {
      expect(await valuesOf(language, file)).toEqual(await valuesOf('fr', file))
    },
  )
})
