/**
 * Main as a process of its own that edits until it is killed: each edit is numbered, announced before it is
 * handed in, and acknowledged after; of an application a draft is kept before that. Its keychain is a file,
 * which is replaced whole.
 */
import { existsSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { OsKeychain, SecretName } from '../../../src/main/platform/secrets/os-keychain.ts'
import { attachedSchema } from '../../../src/shared/contract/collectnet/documents.ts'
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
  z.object({
    kind: z.literal('started'),
    firstName: z.string(),
    currency: z.string(),
    /** The buyers of the draft, and of the applications that wait. */
    buyers: z.array(z.string()),
  }),
  z.object({ kind: z.literal('editing'), edit: z.number() }),
  z.object({ kind: z.literal('done'), edit: z.number() }),
  z.object({ kind: z.literal('sent') }),
])
export type Line = z.infer<typeof lineSchema>

/** They take turns. */
const kinds = ['currency', 'name', 'application', 'turnover', 'batch', 'case'] as const
export const kindOf = (edit: number) => kinds[edit % kinds.length] ?? 'name'

/** The latest edit of a kind, up to `edit`. */
function latest(kind: (typeof kinds)[number], edit: number): number {
  return kindOf(edit) === kind ? edit : latest(kind, edit - 1)
}

/** All that edits of the profile up to `edit` have come to. */
export function valuesAfter(edit: number) {
  const isEven = (latest('currency', edit) / kinds.length) % 2 === 0
  const currency = isEven ? 'USD' : 'GBP'
  return { firstName: `Edit ${latest('name', edit)}`, currency } as const
}

/** On whom an application is. */
export const buyerOf = (edit: number) => `Acheteur ${edit}`

/** On whom the applications of a batch are, in their order. */
export const batchOf = (edit: number) => ['a', 'b', 'c'].map((row) => `Lot ${edit} ${row}`)

/** Of whom a case is; its document says the same. */
export const debtorOf = (edit: number) => `Débiteur ${edit}`

/** Before it, not all were edited. */
export const firstEdit = kinds.length

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

const begin = (edit: number) => say({ kind: 'editing', edit })

/** Where the file lies that is chosen to be a document. */
let chosen = ''

/** Each answers what became of it. */
const makers = {
  async name(main: TestMain, edit: number) {
    const { version } = (await main.ask('profile.read', {})).me
    const { firstName } = valuesAfter(edit)
    begin(edit)
    return main.ask('profile.savePersonal', { version, changes: { firstName } })
  },
  async currency(main: TestMain, edit: number) {
    const { version } = (await main.ask('profile.read', {})).preferences
    const { currency } = valuesAfter(edit)
    begin(edit)
    return main.ask('profile.savePreferences', { version, changes: { currency } })
  },
  async application(main: TestMain, edit: number) {
    const { id: policyId, currency } = await firstPolicy(main)
    const buyer = { name: buyerOf(edit), country: 'BE' }
    const empty = { registrationNumber: '', town: '', startsOn: '', endsOn: '', buyerId: null }
    const typed = { buyerName: buyer.name, country: 'BE', amount: `${edit}`, terms: '30' }
    const draft = { ...empty, ...typed, policyId, currency }
    // Whoever finds it waiting does not type it again; the button of the form may be pressed again.
    const isWaiting = (await buyersHere(main)).includes(buyer.name)
    if (!isWaiting) await main.ask('servnet.saveApplicationDraft', { draft })
    begin(edit)
    const amount = { amount: `${edit}`, currency }
    const application = { policyId, buyer, amount, paymentTermsDays: 30 }
    return main.ask('servnet.apply', { id: `application-${edit}`, application })
  },
  async turnover(main: TestMain, edit: number) {
    const { id: policyId, currency } = await firstPolicy(main)
    begin(edit)
    const amount = { amount: `${edit}`, currency }
    return main.ask('servnet.declareTurnover', { policyId, period: '2026-Q3', amount })
  },
  async batch(main: TestMain, edit: number) {
    const { id: policyId, currency } = await firstPolicy(main)
    const rows = batchOf(edit).map((name) => `${name};BE;${policyId};${edit},00;${currency};30`)
    const text = ['Acheteur;Pays;Police;Montant;Devise;Délai', ...rows].join('\n')
    await main.ask('servnet.pasteBatch', { text })
    begin(edit)
    await main.ask('servnet.sendBatch', { id: `batch-${edit}` })
    return { kind: 'waiting' } as const
  },
  async case(main: TestMain, edit: number) {
    const { id: policyId, currency } = await firstPolicy(main)
    const documents = await documentsOf(main, edit)
    const invoice = { number: `F-${edit}`, issuedOn: '2026-01-01', dueOn: '2026-02-01' }
    const buyer = { name: debtorOf(edit), country: 'BE' }
    const invoices = [{ ...invoice, amount: `${edit}` }]
    const request = { policyId, buyer, currency, invoices, remarks: null }
    begin(edit)
    return main.ask('collectnet.enter', { id: `case-${edit}`, request, documents })
  },
}

/** What a form has: handed in once more after a kill, a case has the document that it had before. */
async function documentsOf(main: TestMain, edit: number) {
  const file = join(dirname(chosen), `documents-${edit}.json`)
  if (existsSync(file)) {
    return z.array(attachedSchema).parse(JSON.parse(readFileSync(file, 'utf8')))
  }
  writeFileSync(chosen, debtorOf(edit))
  const { kept } = await main.ask('collectnet.pickDocuments', { room: 1 })
  writeFileSync(file, JSON.stringify(kept))
  return kept
}

async function firstPolicy(main: TestMain) {
  const [policy] = (await main.ask('credit.policies', {})).policies
  if (policy === undefined) throw new Error('no policy')
  return policy
}

async function makeEdit(main: TestMain, edit: number): Promise<void> {
  const { kind } = await makers[kindOf(edit)](main, edit)
  if (kind === 'conflict' || kind === 'refused') throw new Error(`Edit ${edit} came to ${kind}`)
  say({ kind: 'done', edit })
}

async function buyersHere(main: TestMain): Promise<string[]> {
  const { draft } = await main.ask('servnet.applicationDraft', {})
  const { items } = await main.ask('outbox.read', {})
  const waiting = items.flatMap(({ edit }) => (edit.kind === 'apply' ? [edit.application] : []))
  const waitingFor = waiting.map(({ buyer }) => buyer?.name ?? '')
  return draft === null ? waitingFor : [draft.buyerName, ...waitingFor]
}

async function sendAll(main: TestMain): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until nothing waits any more
    const { items, batches = [] } = await main.ask('outbox.sendNow', {})
    if (items.length === 0 && batches.length === 0) return
  }
}

const given = process.argv[2]
if (given !== undefined) {
  const { portalUrl, folder, person: who, from } = argumentsSchema.parse(JSON.parse(given))
  const keychain = createFileKeychain(join(folder, 'keychain.json'))
  chosen = join(folder, 'chosen.txt')
  const askWhichDocuments = async () => [chosen]
  const main = startMain({ portalUrl, folder, keychain, askWhichDocuments })
  const { session } = await main.ask('app.state', {})
  if (session.kind !== 'ready') await main.ask('session.signIn', { ...who, staySignedIn: true })
  const { me, preferences } = await main.ask('profile.read', {})
  const { firstName } = me.current
  const { currency } = preferences.current
  const buyers = await buyersHere(main)
  say({ kind: 'started', firstName: firstName ?? '', currency, buyers })
  if (from === null) {
    await sendAll(main)
    await main.services.close()
    say({ kind: 'sent' })
  } else {
    // oxlint-disable-next-line no-await-in-loop -- one edit after the other, until it is killed
    for (let number = from; ; number += 1) await makeEdit(main, number)
  }
}
