/** Finds what looks like a secret in texts: the forms that services give theirs, and passwords in code. */
import { lintSource } from '@secretlint/core'
import { rules } from '@secretlint/secretlint-rule-preset-recommend'

export type SecretFinding = {
  /** The file, or what else the text is. */
  readonly place: string
  readonly line: number
  readonly kind: string
  /** The secret itself: to be compared, never to be printed. */
  readonly secret: string
}

export type AllowedSecret = {
  /** Files it may be in. */
  readonly places: RegExp
  readonly kinds: RegExp
  /** What is allowed there; the whole of it. */
  readonly secrets: RegExp
  readonly reason: string
}

/** Comments in a file must not switch the search off. */
const searched = rules.filter(({ meta }) => !meta.id.endsWith('filter-comments'))

const config = {
  rules: searched.map((rule) => ({ id: rule.meta.id, rule, options: {} })),
}

/** A literal that is given to something whose name says that it is secret. */
const assigned =
  /(?:password|passwd|passphrase|secret|token|api[_-]?key|credential|pepper)\w{0,20}['"]?\s{0,4}(?::|=>?)\s{0,4}(['"`])([^'"`\s$]{8,200})\1/gi

/** Such a name, and a value without quotes, as in files of variables. */
const variable =
  /^[ \t]{0,8}(?:export +)?[A-Z][A-Z0-9_]*(?:PASSWORD|SECRET|TOKEN|API_?KEY|PEPPER)[A-Z0-9_]*\s?[=:]\s?([^\s'"`$<{(]{8,200})[ \t\r]*$/gm

/** Forms that the library does not know, or not without their name before them. */
const otherForms = {
  jwt: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}/g,
  'google-key': /\bAIza[\w-]{35}\b/g,
  'azure-key': /\bAccountKey=[A-Za-z0-9+/]{60,}={0,2}/g,
  'twilio-key': /\bSK[0-9a-f]{32}\b/g,
  'mailgun-key': /\bkey-[0-9a-f]{32}\b/g,
  authorization: /\b(?:Bearer|Basic) (?=[\w+/.~-]*\d)(?=[\w+/.~-]*[A-Z])[\w+/.~-]{24,}={0,2}/g,
  'address-with-password':
    /\b[a-z][a-z+.-]{1,20}:\/\/[^\s:/@'"`$<{]{1,64}:[^\s:/@'"`$<{]{4,128}@[\w.-]+/g,
} as const satisfies Record<string, RegExp>

const moment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** Whether a value is made of what words are not: digits, and two of three other classes of characters. */
function isGuarded(value: string): boolean {
  if (moment.test(value)) return false
  const classes = [/[a-z]/, /[A-Z]/, /[^A-Za-z0-9]/].filter((one) => one.test(value)).length
  return /\d/.test(value) && classes >= 2
}

/** Every secret in `text`, which is what is at `place`. */
export async function findSecrets(place: string, text: string): Promise<SecretFinding[]> {
  const lineOf = (index: number) => text.slice(0, index).split('\n').length
  const { messages } = await lintSource({
    source: { filePath: `/${place}`, content: text, contentType: 'text', ext: '' },
    options: { config, noPhysicFilePath: true },
  })
  const known = messages.map(({ range: [start, end], messageId, ruleId }) => ({
    place,
    line: lineOf(start),
    kind: `${ruleId.replace(/^.*secretlint-rule-/, '')}/${messageId}`,
    secret: text.slice(start, end),
  }))
  const others = Object.entries(otherForms).flatMap(([kind, form]) =>
    Array.from(text.matchAll(form), ({ 0: secret, index }) => ({
      place,
      line: lineOf(index),
      kind,
      secret,
    })),
  )
  const passwords = [
    ...Array.from(text.matchAll(assigned), (match) => [match.index, match[2] ?? ''] as const),
    ...Array.from(text.matchAll(variable), (match) => [match.index, match[1] ?? ''] as const),
  ]
  return [
    ...known,
    ...others,
    ...passwords
      .filter(([, secret]) => isGuarded(secret))
      .map(([start, secret]) => ({ place, line: lineOf(start), kind: 'password', secret })),
  ]
}

/** Those of `findings` that nothing in `allowed` lets pass, as sentences that do not repeat the secret. */
export function leaks(
  findings: readonly SecretFinding[],
  allowed: readonly AllowedSecret[],
): readonly string[] {
  return findings
    .filter(
      ({ place, kind, secret }) =>
        !allowed.some(
          ({ places, kinds, secrets }) =>
            places.test(place) && kinds.test(kind) && secrets.exec(secret)?.[0] === secret,
        ),
    )
    .map(({ place, line, kind, secret }) => {
      const shown = `${secret.slice(0, 4)}… (${secret.length} characters)`
      return `${place}:${line}: ${kind}: ${shown}`
    })
}
