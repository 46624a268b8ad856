/**
 * Secrets in the files of the tree, or with `history` in anything that was ever committed: keys and
 * tokens in the forms that services give them, passwords in code. What is none is listed here, by the
 * places where it may be, with the reason; whatever else is found is refused.
 */
import { Failure, reportFailure } from '../lib/failure.mjs'
import { hasHistory, historyTexts, trackedTexts } from '../lib/git-texts.ts'
import { root } from '../lib/paths.mjs'
import { findSecrets, leaks, type AllowedSecret, type SecretFinding } from '../lib/secret-scan.ts'

const demoPassword =
  /(?:Bienvenue-2016|Confiance-En-Route-2026|Grote-Portefeuille-2026|Caducada-Hace-Poco-2026|Courtage-En-Confiance-2026)!/
/** Words and numbers with hyphens between: so tests invent theirs, and no generator makes one. */
const inventedPassword = /\p{Lu}\p{Ll}+(?:-[\p{L}\d]{1,12})+[!?]?/u

const allowed: readonly AllowedSecret[] = [
  {
    places: /^(?:src\/portal\/(?:[\w-]+\/)*demo|README\.md$|docs\/|scripts\/|tests\/)/,
    kinds: /^password$/,
    secrets: demoPassword,
    reason: 'The demonstration’s people: published, and there with --demo alone',
  },
  {
    places: /^(?:tests|scripts\/(?:bench|tour)[\w-]*[/.])/,
    kinds: /^password$/,
    secrets: inventedPassword,
    reason: 'Passwords of people whom a test or a measurement makes and forgets',
  },
  {
    places: /^tests\/portal\/(?:support\/former-data|former-data\.test)\.ts$/,
    kinds: /^password$/,
    secrets: /[\w-]{43}|\w{4}(?:-\w{4}){3}/,
    reason: 'Tokens and codes in data of a former version that tests open: nothing else has them',
  },
  {
    places: /^tests\//,
    kinds: /^(?:basicauth\/|database-connection-string\/|address-with-password)/,
    secrets: /[\w-]+:\/\/\w+:(?:hush|secret|test|word)@\S*/,
    reason: 'Addresses that tests refuse, or see cut out of what is told',
  },
  {
    places: /^(?:src\/portal\/|README\.md$|docs\/)/,
    kinds: /^(?:database-connection-string\/|address-with-password)/,
    secrets: /\w+:\/\/(?:name|user):(?:secret|password)@[\w.]+\S*/,
    reason: 'What an address looks like, for who has to write one',
  },
]

async function scan(texts: typeof historyTexts): Promise<readonly string[]> {
  const findings: SecretFinding[] = []
  for (const { place, text } of await texts(root)) {
    // oxlint-disable-next-line no-await-in-loop -- it uses a processor by itself
    findings.push(...(await findSecrets(place, text)))
  }
  return [...new Set(leaks(findings, allowed))]
}

try {
  const inHistory = process.argv[2] === 'history'
  if (inHistory && !(await hasHistory(root))) console.log('There is no history here to look at.')
  const found = await scan(inHistory ? historyTexts : trackedTexts)
  if (found.length > 0) {
    throw new Failure(
      `What looks like a secret:\n${found.join('\n')}`,
      'A real one is to be revoked first, then taken out, of the history too. What is none is allowed in scripts/checks/leaked-secrets.ts, by place and with the reason.',
    )
  }
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
