/**
 * Main as a process of its own that edits until it is killed: each edit is numbered, announced before it is
 * handed in, and acknowledged after. Its keychain is a file, which is replaced whole.
 */
import { existsSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { OsKeychain, SecretName } from '../../../src/main/platform/secrets/os-keychain.ts'
import { startMain, type TestMain } from './main.ts'

const person = z.object({ username: z.string(), password: z.string() })
const argumentsSchema = z.object({
  portalUrl: z.string(),
  folder: z.string(),
  person,
  /** Of the first edit; null sends what waits, and ends. */
  from: z.number().nullable(),
})

/** What it says, a line each. */
export const lineSchema = z.discriminatedUnion('kind', [
  /** What the person sees when the app has started. */
  z.object({ kind: z.literal('started'), firstName: z.string(), currency: z.string() }),
  z.object({ kind: z.literal('editing'), edit: z.number() }),
  z.object({ kind: z.literal('done'), edit: z.number() }),
  z.object({ kind: z.literal('sent') }),
])
export type Line = z.infer<typeof lineSchema>

/** Even ones are of the name, odd ones of the currency: all that edits up to `edit` have come to. */
export function valuesAfter(edit: number) {
  const [ofName, ofCurrency] = edit % 2 === 0 ? [edit, edit - 1] : [edit - 1, edit]
  const currency = ofCurrency % 4 === 1 ? 'USD' : 'GBP'
  return { firstName: `Edit ${ofName}`, currency } as const
}

/** Before it, not both were edited. */
export const firstEdit = 2

function say(line: Line): void {
  // At once: what is said is said, whenever the process ends.
  writeSync(1, `${JSON.stringify(line)}\n`)
}

function createFileKeychain(file: string): OsKeychain {
  const entries = new Map<SecretName, string>()
  const names = z.custom<SecretName>((value) => typeof value === 'string')
  if (existsSync(file)) {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    for (const [name, secret] of z.array(z.tuple([names, z.string()])).parse(kept)) {
      entries.set(name, secret)
    }
  }
  const keep = () => {
    writeFileSync(`${file}.new`, JSON.stringify([...entries]))
    renameSync(`${file}.new`, file)
    return { ok: true, data: null } as const
  }
  return {
    read: async (name) => ({ ok: true, data: entries.get(name) ?? null }),
    write: async (name, secret) => {
      entries.set(name, secret)
      return keep()
    },
    remove: async (name) => {
      entries.delete(name)
      return keep()
    },
  }
}

async function makeEdit(main: TestMain, number: number): Promise<void> {
  const { me, preferences } = await main.ask('profile.read', {})
  const { firstName, currency } = valuesAfter(number)
  say({ kind: 'editing', edit: number })
  const { kind } =
    number % 2 === 0
      ? await main.ask('profile.savePersonal', { version: me.version, changes: { firstName } })
      : await main.ask('profile.savePreferences', {
          version: preferences.version,
          changes: { currency },
        })
  if (kind === 'conflict') throw new Error(`Edit ${number} met a conflict with itself`)
  say({ kind: 'done', edit: number })
}

async function sendAll(main: TestMain): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until nothing waits any more
    const { items } = await main.ask('outbox.sendNow', {})
    if (items.length === 0) return
  }
}

const given = process.argv[2]
if (given !== undefined) {
  const { portalUrl, folder, person: who, from } = argumentsSchema.parse(JSON.parse(given))
  const keychain = createFileKeychain(join(folder, 'keychain.json'))
  const main = startMain({ portalUrl, folder, keychain })
  const { session } = await main.ask('app.state', {})
  if (session.kind !== 'ready') await main.ask('session.signIn', { ...who, staySignedIn: true })
  const { me, preferences } = await main.ask('profile.read', {})
  const { firstName } = me.current
  say({ kind: 'started', firstName: firstName ?? '', currency: preferences.current.currency })
  if (from === null) {
    await sendAll(main)
    await main.services.close()
    say({ kind: 'sent' })
  } else {
    // oxlint-disable-next-line no-await-in-loop -- one edit after the other, until it is killed
    for (let number = from; ; number += 1) await makeEdit(main, number)
  }
}
