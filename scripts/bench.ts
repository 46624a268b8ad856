/**
 * `npm run bench [-- --runs N | --quick] [--only pages|portal|portfolio|usernames|fairness|app|offline|grid|portfolio-app|export|batch|ledger]`: how fast everything is, as ratios
 * to the least that could do the same. It prints and never judges: the exit code is 0 whatever the
 * figures are. `docs/measuring.md` says what each figure is.
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { benchUsernameEnumeration } from './bench/username-enumeration-bench.ts'
import { benchApp } from './bench/app-bench.ts'
import { benchBatch } from './bench/batch-bench.ts'
import { benchExport } from './bench/export-bench.ts'
import { benchFairness } from './bench/fairness-bench.ts'
import { benchGrid } from './bench/grid-bench.ts'
import { benchLedger } from './bench/ledger-bench.ts'
import { benchOffline } from './bench/offline-bench.ts'
import { benchPages } from './bench/page-bench.ts'
import { benchPortal } from './bench/portal-bench.ts'
import { benchPortfolio } from './bench/portfolio-bench.ts'
import { benchPortfolioApp } from './bench/portfolio-app-bench.ts'
import { formatSection, type Section } from './bench/report.ts'
import { ensureBuilt } from './lib/build.ts'
import { Failure, reportFailure } from './lib/failure.mjs'

const usualRuns = 30
const quickRuns = 5

/** Each part with its measurement; `runs` is how often each has its turn. */
const parts: Readonly<Record<string, (runs: number) => Promise<Section>>> = {
  pages: benchPages,
  portal: benchPortal,
  portfolio: benchPortfolio,
  // Single requests, a few for each run: their times are what is compared.
  usernames: (runs) => benchUsernameEnumeration(10 * runs),
  fairness: benchFairness,
  // A start of the whole app takes as long as many visits.
  app: (runs) => benchApp(Math.max(3, Math.round(runs / 3))),
  offline: benchOffline,
  // Each run goes through four pages for seconds.
  grid: (runs) => benchGrid(Math.max(3, Math.round(runs / 3))),
  'portfolio-app': benchPortfolioApp,
  export: benchExport,
  batch: benchBatch,
  ledger: benchLedger,
}

const usage = `npm run bench [-- --runs N | --quick] [--only ${Object.keys(parts).join('|')}]`

function readArguments() {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: String(usualRuns) },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  })
  const runs = values.quick ? quickRuns : z.coerce.number().int().min(1).parse(values.runs)
  return { runs, only: z.enum(Object.keys(parts)).optional().parse(values.only) }
}

function parseArguments() {
  try {
    return readArguments()
  } catch {
    throw new Failure(`These arguments mean nothing: ${process.argv.slice(2).join(' ')}`, usage)
  }
}

/** Others' work on the same cores shows in every figure; better to have it said beside them. */
function describeMachine(): string {
  const [lastMinute = 0] = loadavg()
  return `Load average when it began: ${lastMinute.toFixed(2)}`
}

try {
  const { runs, only } = parseArguments()
  await ensureBuilt()
  console.log(describeMachine())
  for (const [name, measure] of Object.entries(parts)) {
    if (only !== undefined && only !== name) continue
    // One after the other: they would share the cores.
    // oxlint-disable-next-line no-await-in-loop
    console.log(`\n${formatSection(await measure(runs))}`)
  }
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
