/** Whether one network that sends what it can keeps others waiting: their times then and before. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fareOf, floodNames, startFlood, type Fare, type Family, type Flood } from './floods.ts'
import type { Figure, Section } from './report.ts'
import { seedAccounts, seededPassword } from './seed.ts'
import { startMeasuredPortal } from './servers.ts'
import { median } from './statistics.ts'

const most = { signIns: 10, reads: 5 } as const

function figuresOf(name: string, quiet: Fare, flooded: Fare): Figure[] {
  return (['signIns', 'reads'] as const).map((what): Figure => {
    const now = median(flooded[what])
    const before = median(quiet[what])
    return {
      name: `${what === 'signIns' ? 'sign-in' : 'read'} during ${name}`,
      value: `${now.toFixed(1)} ms, ${flooded.refused} refused`,
      against: `quiet ${before.toFixed(1)} ms`,
      measure: now / before,
      unit: '×',
      goal: { limit: most[what], direction: 'at most' },
    }
  })
}

/** @param times how often the other person signs in, quiet and during each flood */
export async function benchFairness(times: number): Promise<Section> {
  const cases = floodNames.map((kind) => ({ kind, family: 'ipv6' as const }))
  const all = [...cases, { kind: 'sign-ins', family: 'ipv4' } as const]
  const figures: Figure[] = []
  for (const one of all) {
    // One after the other: they would share the cores.
    // oxlint-disable-next-line no-await-in-loop
    figures.push(...(await measure(one, times)))
  }
  return { title: 'Others, while one /48 or /24 sends what it can: medians', figures }
}

/** With a portal of its own each, as what one flood was refused for would spare the next. */
async function measure(
  flood: { readonly kind: Flood; readonly family: Family },
  times: number,
): Promise<Figure[]> {
  await using stack = new AsyncDisposableStack()
  const folder = mkdtempSync(join(tmpdir(), 'services-online-bench-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  const { usernames } = await seedAccounts(folder, 1)
  const { url } = await startMeasuredPortal(folder, stack, {
    flags: ['--trusted-proxies', '127.0.0.1'],
  })
  const person = { username: usernames[0] ?? '', password: seededPassword }
  await fareOf(url, person, 5)
  const quiet = await fareOf(url, person, times)
  await startFlood(url, flood, stack)
  const flooded = await fareOf(url, person, times)
  return figuresOf(`${flood.kind} (${flood.family === 'ipv6' ? '/48' : '/24'})`, quiet, flooded)
}
