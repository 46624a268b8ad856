import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { historyTexts, trackedTexts } from '../../scripts/lib/git-texts.ts'
import { findSecrets, leaks, type AllowedSecret } from '../../scripts/lib/secret-scan.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** In two halves, so that none of them stands in this file. */
const planted = {
  'an AWS key': ['AWS_SECRET_ACCESS_KEY = "wJalrXUtnFEMI', '/K7MDENG/bPxRfiCYzzzzzzzKEY"'],
  'a private key': [
    '-----BEGIN RSA PRIVATE',
    ` KEY-----\n${'MIIEowIBAAKCAQEA0Z3VS5JJcds3xfn'.repeat(8)}\n-----END RSA PRIVATE KEY-----`,
  ],
  'a token of GitHub': ['gh', 'p_1234567890abcdefghijklmnopqrstuvwxyz'],
  'a token of GitLab': ['glp', 'at-abcdefghij1234567890'],
  'a token of npm': ['npm', '_abcdefghijklmnopqrstuvwxyz0123456789'],
  'a token of Slack': ['xox', 'b-123456789012-1234567890123-abcdefghijklmnopqrstuvwx'],
  'a key of Stripe': ['sk_', 'live_4eC39HqLyjWDarjtT1zdp7dcAbCdEfGh'],
  'a key of SendGrid': [
    'SG.',
    'aaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
  ],
  'a name and a password in an address': ['https://admin:', 'Zk9fPq27xW@portal.internal/'],
  'a database’s address': ['postgres://portal:', 'Zk9fPq27xW@db.internal/portal'],
  'a JSON web token': [
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIi',
    'OiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P',
  ],
  'a key of Google': ['AIza', 'SyA1234567890abcdefghijklmnopqrstuv'],
  'a header': ['authorization: Bearer Zk9fPq27xW', 'mmA1cHnUiGjO3q7VdF2mX0'],
  'a password in code': ["const options = { password: 'Zk9f", "Pq27-xW!' }"],
  'a password in a file of variables': ['SMTP_PASSWORD=Zk9f', 'Pq27xWmm'],
  'a token in JSON': ['{ "accessToken": "q7VdF2mX0pLs', 'YwB4eK9tRzA1cHnUiGjO3" }'],
} as const

test.each(Object.entries(planted))('finds %s', async (_what, halves) => {
  const found = await findSecrets('src/main/some.ts', `first\n\n${halves.join('')}\n`)
  expect(found).not.toEqual([])
  for (const { place, line } of found) expect({ place, line }).toEqual({ place, line: 3 })
  const told = leaks(found, []).join('\n')
  expect(told).toContain('src/main/some.ts:3')
  // It says where, and not what.
  for (const { secret } of found) expect(told).not.toContain(secret)
})

test('a comment does not switch the search off', async () => {
  const text = `/* secretlint-disable */\n${planted['a token of GitHub'].join('')}`
  expect(await findSecrets('a.ts', text)).not.toEqual([])
})

test.each([
  "password: 'Mot de passe'",
  "token: 'errors.token_expired'",
  'const password = z.string().min(8)',
  "passwordExpiresAt: '2027-03-12T10:00:00.000Z'",
  "secretName: 'Atradius Services Online'",
  'PORTAL_PEPPER=$PEPPER_2026_A',
])('takes no word for a secret: %s', async (text) => {
  expect(await findSecrets('src/some.ts', text)).toEqual([])
})

test('what is allowed is allowed in its place, of its kind, and whole', async () => {
  const allowed: AllowedSecret[] = [
    { places: /^tests\//, kinds: /^password$/, secrets: /Route-2026!/, reason: 'made up' },
  ]
  const told = async (place: string, password: string) =>
    leaks(await findSecrets(place, `password: '${password}'`), allowed)
  expect(await told('tests/a.ts', 'Route-2026!')).toEqual([])
  expect(await told('src/a.ts', 'Route-2026!')).toHaveLength(1)
  expect(await told('tests/a.ts', 'Grande-Route-2026!')).toHaveLength(1)
})

test('looks into files that are not committed, and into what was taken out again', async () => {
  const folder = temporaryFolder()
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
    })
  git('init', '--quiet')
  const secret = planted['a token of GitHub'].join('')
  const file = join(folder, 'settings.json')
  writeFileSync(file, `{ "token": "${secret}" }\n`)
  const placesOf = async (texts: typeof trackedTexts) => {
    const all = await Promise.all(
      (await texts(folder)).map(({ place, text }) => findSecrets(place, text)),
    )
    return [...new Set(all.flat().map(({ place }) => place))]
  }
  expect(await placesOf(trackedTexts)).toEqual(['settings.json'])
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Settings')
  rmSync(file)
  git('commit', '--quiet', '--all', '--message', `No settings, as ${secret} was in them`)
  expect(await placesOf(trackedTexts)).toEqual([])
  expect(await placesOf(historyTexts)).toEqual([expect.stringMatching(/^commit /), 'settings.json'])
})

test('looks into what was unpacked from an archive, save for what no clone would track', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, '.gitignore'), 'made.txt\n')
  writeFileSync(join(folder, 'made.txt'), 'made')
  writeFileSync(join(folder, 'settings.json'), '{}\n')
  const places = (await trackedTexts(folder)).map(({ place }) => place)
  expect(places.toSorted()).toEqual(['.gitignore', 'settings.json'])
  expect(await historyTexts(folder)).toEqual([])
})
