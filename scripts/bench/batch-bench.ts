/** Many applications at once: a batch in the outbox until the portal has all of it, beside as many sent by themselves. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startMain, type TestMain } from '../../tests/main/support/main.ts'
import { marie } from '../../tests/main/support/people.ts'
import type { Figure, Section } from './report.ts'
import { startMeasuredPortal } from './servers.ts'
import { median } from './statistics.ts'

/** The goal speaks of as many. */
const size = 1_000
const singles = 30
/** As many are sent before a time is taken, as all of it is compiled then. */
const warmUp = 20
const goalMs = 60_000
const policyId = '17386'

/** Names that no two rows share, and no buyer has. */
function rows(count: number, batch: string): string {
  const header = 'Acheteur;Pays;SIREN;Police;Montant;Devise;Délai;Début;Fin'
  const lines = Array.from(
    { length: count },
    (_, index) => `Boulangerie ${batch} ${index};BE;;${policyId};25.000,00;EUR;30;;`,
  )
  return [header, ...lines].join('\n')
}

type Sent = { readonly readMs: number; readonly sentMs: number }

/** A table is pasted and sent; the portal has the last row once this answers. */
async function sendBatch(main: TestMain, count: number): Promise<Sent> {
  const id = randomUUID()
  const start = performance.now()
  await main.ask('servnet.pasteBatch', { text: rows(count, id) })
  const read = performance.now()
  const { size: taken } = await main.ask('servnet.sendBatch', { id })
  if (taken !== count) throw new Error(`${taken} of ${count} rows are ready`)
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- until all of them are there
    const { batches } = await main.ask('servnet.batches', {})
    const progress = batches.find((one) => one.id === id)
    if (progress?.refused !== 0) throw new Error('A row was refused')
    if (progress.sent === count) break
    // oxlint-disable-next-line no-await-in-loop -- as above
    await pause(50)
  }
  return { readMs: read - start, sentMs: performance.now() - read }
}

/** One at a time, each from the press to the portal's answer. */
async function sendSingles(main: TestMain): Promise<number> {
  const times: number[] = []
  for (let index = 0; index < singles; index += 1) {
    const id = randomUUID()
    const start = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is measured
    const sent = await main.ask('servnet.apply', {
      id,
      application: {
        policyId,
        buyer: { name: `Boulangerie seule ${id}`, country: 'BE' },
        amount: { amount: '25000.00', currency: 'EUR' },
        paymentTermsDays: 30,
      },
    })
    times.push(performance.now() - start)
    if (sent.kind !== 'sent')
      throw new Error(`An application was not sent: ${JSON.stringify(sent)}`)
  }
  return median(times)
}

async function measure(folder: string): Promise<Figure[]> {
  await using stack = new AsyncDisposableStack()
  const portal = await startMeasuredPortal(folder, stack, { flags: ['--demo'] })
  const options = { portalUrl: portal.url, folder: join(folder, 'app'), savePatienceMs: goalMs }
  const main = startMain(options)
  stack.defer(main.services.close)
  await main.ask('app.state', {})
  await main.ask('session.signIn', { ...marie, staySignedIn: false })
  await main.ask('credit.policies', {})
  await sendBatch(main, warmUp)
  const single = await sendSingles(main)
  const { readMs, sentMs } = await sendBatch(main, size)
  const each = sentMs / size
  return [
    {
      name: `a table of ${size} applications read and checked`,
      value: `${(readMs / 1_000).toFixed(1)} s`,
      against: '',
      measure: readMs,
      unit: 'ms',
    },
    {
      name: `a batch of ${size} with the portal`,
      value: `${(sentMs / 1_000).toFixed(1)} s`,
      against: '',
      measure: sentMs,
      unit: 'ms',
      goal: { limit: goalMs, direction: 'at most' },
    },
    {
      name: 'one of them beside one sent by itself',
      value: `${each.toFixed(1)} ms`,
      against: `${single.toFixed(1)} ms`,
      measure: each / single,
      unit: '×',
    },
  ]
}

/** One run: the portal keeps what was sent. */
export async function benchBatch(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-batch-'))
  try {
    return { title: 'Many applications at once', figures: await measure(folder) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
