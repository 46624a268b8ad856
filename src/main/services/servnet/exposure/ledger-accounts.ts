/** The customers of a ledger with what they have not paid: its lines put together, in whichever order they come. */
import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import { foldLetters } from '../../../../shared/rules/typed-text.ts'
import { parseJson, type Db } from '../../../store/schema.ts'
import { createPace } from '../../../resources/windows/pace.ts'
import type { PersonStore } from '../../../store/store.ts'
import type { LedgerLine } from './ledger-values.ts'

const invoiceSchema = z.tuple([
  z.string().nullable().meta({ description: 'Null where it is only known that it is not due' }),
  z.string().meta({ description: 'In the smallest units of its currency' }),
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
])
/** Due on, units, currency, number, issued on: as short as there are many. */
export type AccountInvoice = z.infer<typeof invoiceSchema>

const accountSchema = z.object({
  key: z.string(),
  name: z.string(),
  customerNumber: z.string().nullable(),
  country: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  /** As the ledger names them. */
  policies: z.array(z.string()),
  /** Those due first come first. */
  invoices: z.array(invoiceSchema),
})
export type Account = z.infer<typeof accountSchema>

type Gathered = {
  readonly key: string
  customerNumber: string | null
  name: string | null
  country: string | null
  registrationNumber: string | null
  readonly policies: Set<string>
  readonly invoices: AccountInvoice[]
}

/** Puts lines together by the customer's number, else by its name and country. */
export function createGathering(): {
  readonly add: (line: LedgerLine) => void
  /** By their keys. */
  readonly accounts: () => Promise<Account[]>
} {
  const byIdentity = new Map<string, Gathered>()
  /** By what the ledger writes: folding takes longer than all else. */
  const byText = new Map<string, Gathered>()

  function gatheredOf({ customerNumber, name, country }: LedgerLine): Gathered {
    const text = JSON.stringify(customerNumber === null ? [name, country] : customerNumber)
    const known = byText.get(text)
    if (known !== undefined) return known
    const identity =
      customerNumber === null
        ? JSON.stringify(['name', foldLetters(name ?? ''), country])
        : JSON.stringify(['number', foldLetters(customerNumber)])
    const gathered = byIdentity.get(identity) ?? {
      key: createHash('sha256').update(identity).digest('base64url').slice(0, keyLength),
      customerNumber,
      name: null,
      country: null,
      registrationNumber: null,
      policies: new Set<string>(),
      invoices: [],
    }
    byIdentity.set(identity, gathered)
    byText.set(text, gathered)
    return gathered
  }

  return {
    add(line) {
      const gathered = gatheredOf(line)
      gathered.customerNumber = first(gathered.customerNumber, line.customerNumber)
      gathered.name = first(gathered.name, line.name)
      gathered.country = first(gathered.country, line.country)
      gathered.registrationNumber = first(gathered.registrationNumber, line.registrationNumber)
      if (line.policy !== null) gathered.policies.add(line.policy)
      const { dueOn, units, currency, invoice, issuedOn } = line
      gathered.invoices.push([dueOn, String(units), currency, invoice, issuedOn])
    },
    async accounts() {
      const pace = createPace()
      const all: Account[] = []
      for (const { name, policies, invoices, ...rest } of byIdentity.values()) {
        all.push({
          ...rest,
          name: name ?? rest.customerNumber ?? '',
          policies: [...policies].toSorted(),
          invoices: invoices.toSorted(byDue),
        })
        // oxlint-disable-next-line no-await-in-loop -- main answers the page between
        await pace()
      }
      return all.toSorted((one, other) => (one.key < other.key ? -1 : 1))
    },
  }
}

const keyLength = 24

/** Of two texts for the same, always the same one: the order of the lines says nothing. */
function first(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return other < one ? other : one
}

const afterAllDays = '9999-99'

function byDue(one: AccountInvoice, other: AccountInvoice): number {
  for (let at = 0; at < one.length; at += 1) {
    const missing = at === 0 ? afterAllDays : ''
    const [left, right] = [one[at] ?? missing, other[at] ?? missing]
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

/** Written, or read, at once. */
const atOnce = 1_000

/** Keeps them. */
export async function writeAccounts(
  { transaction }: Pick<PersonStore, 'transaction'>,
  generation: number,
  accounts: readonly Account[],
): Promise<void> {
  for (let at = 0; at < accounts.length; at += atOnce) {
    const part = accounts.slice(at, at + atOnce)
    // oxlint-disable-next-line no-await-in-loop -- main answers the page between
    await transaction((connection) => {
      const insert = connection.prepare('insert into ledger_accounts values (?, ?, ?)')
      for (const account of part) insert.run([generation, account.key, JSON.stringify(account)])
    })
    // oxlint-disable-next-line no-await-in-loop -- as above
    await breathe()
  }
}

/** All that are kept, in portions by key. */
export async function* readAccounts(db: Db, generation: number): AsyncGenerator<Account[]> {
  for (let after = ''; ;) {
    // oxlint-disable-next-line no-await-in-loop -- each portion begins behind the former
    const rows = await db
      .selectFrom('ledger_accounts')
      .select(['key', 'content'])
      .where('generation', '=', generation)
      .where('key', '>', after)
      .orderBy('key')
      .limit(atOnce)
      .execute()
    yield rows.flatMap(({ content }) => accountOf(content))
    const last = rows.at(-1)
    if (last === undefined || rows.length < atOnce) return
    after = last.key
  }
}

/** The same, of what is in memory. */
export async function* portionsOf(accounts: readonly Account[]): AsyncGenerator<Account[]> {
  for (let at = 0; at < accounts.length; at += atOnce) yield accounts.slice(at, at + atOnce)
}

/** Null where there is none of that key. */
export async function readAccount(
  db: Db,
  generation: number,
  key: string,
): Promise<Account | null> {
  const row = await db
    .selectFrom('ledger_accounts')
    .select('content')
    .where('generation', '=', generation)
    .where('key', '=', key)
    .executeTakeFirst()
  const [account = null] = row === undefined ? [] : accountOf(row.content)
  return account
}

function accountOf(content: string): Account[] {
  const parsed = accountSchema.safeParse(parseJson(content))
  return parsed.success ? [parsed.data] : []
}
