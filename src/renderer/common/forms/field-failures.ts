/**
 * What is wrong with a field, from the form's own rules and from the portal alike. A form library
 * keeps one string an error; the code and its values travel in it as a query string does, and
 * become a sentence only on screen, so that changing the language changes errors too.
 */
import type { i18n, ParseKeys } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { FieldError } from '../../../shared/contract/result.ts'

export type Failure = Pick<FieldError, 'code' | 'params'>

/** The string for a form library: `too_long?max=100`. */
export function writeFailure({ code, params = {} }: Failure): string {
  const values = Object.entries(params).map(([key, value]) => [key, String(value)])
  return values.length === 0 ? code : `${code}?${new URLSearchParams(values).toString()}`
}

/** The opposite of `writeFailure`. */
export function readFailure(text: string): Failure {
  const [code = '', query] = text.split('?')
  return { code, params: Object.fromEntries(new URLSearchParams(query)) }
}

/** Turns failures into sentences; a code that this version does not know gets a general one. */
export function useFailureText(): (failure: Failure) => string {
  const { t, i18n } = useTranslation('errors')
  return ({ code, params = {} }) => {
    const key = `fields.${code}`
    return isKnown(i18n, key) ? t(key, params) : t('fields.invalid')
  }
}

function isKnown(texts: i18n, key: string): key is ParseKeys<'errors'> {
  return texts.exists(key, { ns: 'errors' })
}
