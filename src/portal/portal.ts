/** A portal as one thing to open, listen with and close: for the command line and for tests. */
import { mkdirSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { insightsChanges, partnersChanges, rollForward } from './credit/concerned.ts'
import { refreshOrderRates } from './credit/order-rates.ts'
import { keepPortfolios } from './credit/portfolios.ts'
import { applyExpiryPolicy } from './identity/passwords/password-rules.ts'
import { createPacing } from './platform/fairness/pacing.ts'
import { createHasher } from './platform/hashing/hasher.ts'
import { noteExpired } from './identity/expired.ts'
import type { Context } from './identity/context.ts'
import { collectnetChanges } from './collectnet/changes.ts'
import { openWithPepper } from './open-with-pepper.ts'
import { prune } from './operations/prune.ts'
import { startGrowth } from './demo/large-portfolio.ts'
import { decideWaiting } from './demo/underwriter.ts'
import { refuseDemo, seedDemo } from './demo/seed.ts'
import { registerChains } from './platform/events/register.ts'
import { servnetChanges } from './servnet/service-changes.ts'
import { createServer } from './server/server.ts'
import { startMailWorker } from './platform/mail/worker.ts'
import { startPeriodicJob } from './platform/jobs.ts'
import { noMeasures, type JobName } from './platform/measures.ts'
import { keepScopes } from './credit/scope-counting.ts'
import { settingsOf, type PortalOptions } from './settings.ts'

export type Portal = {
  readonly app: FastifyInstance
  readonly context: Context
  /** Listens and answers the address, e.g. `http://127.0.0.1:4180`. */
  readonly listen: () => Promise<string>
  /** Finishes what is under way, then closes the server and the database. */
  readonly close: () => Promise<void>
}

/** A service whose data are kept by clients has its line here. */
const serviceChanges = [servnetChanges, insightsChanges, collectnetChanges, partnersChanges]

/** How often the demonstration's underwriter looks at what waits, in milliseconds. */
const betweenDecisions = 2_000

/** The owner alone may look into the data folder. */
const folderMode = 0o700

/**
 * Opens the database (making and migrating it), and all that commands and handlers work with.
 * @throws where the folder, the pepper or the database cannot be used.
 */
export async function openContext(options: PortalOptions): Promise<Context> {
  mkdirSync(options.dataFolder, { recursive: true, mode: folderMode })
  const [database, hasher] = await Promise.all([openWithPepper(options), createHasher()])
  const now = options.clock ?? Date.now
  const pacing = createPacing(() => hasher.state().running > 0)
  const settings = settingsOf(options)
  const context = { ...database, hasher, pacing, now, settings, serviceChanges }
  try {
    // Events of before there was a register are entered when a database is first opened with one.
    await registerChains(context)
  } catch (error) {
    await context.db.destroy()
    throw error
  }
  return context
}

/** Brings along with today what time changes of limits, and what lists are in order by. */
async function keepCredit(context: Context): Promise<void> {
  await rollForward(context)
  await refreshOrderRates(context)
}

/**
 * Makes a portal that is ready to listen.
 * @throws as `openContext` does, and where the demonstration would be served without being asked for
 */
export async function createPortal(options: PortalOptions): Promise<Portal> {
  const context = await openContext(options)
  const measures = options.measures ?? noMeasures
  try {
    await (options.demo === true ? seedDemo(context) : refuseDemo(context))
    await applyExpiryPolicy(context)
    await keepCredit(context)
    await keepScopes(context)
    const app = await createServer(context, options)
    measures.watchQueue('hashing', context.hasher.state)
    const start = (job: JobName, task: () => Promise<void>, every?: number) =>
      startPeriodicJob(job, task, app.log, measures, every)
    const stopJobs = [
      start('prune', () => prune(context)),
      start('note_expired', () => noteExpired(context)),
      start('register_events', () => registerChains(context)),
      start('keep_portfolios', async () => {
        await keepCredit(context)
        await keepPortfolios(context)
        await keepScopes(context)
      }),
      ...(options.underwriter === true || (options.demo === true && options.underwriter !== false)
        ? [start('decide_applications', () => decideWaiting(context), betweenDecisions)]
        : []),
    ]
    if (options.demo === true && options.demoBuyers !== undefined) {
      const { demoBuyers } = options
      // Once it can be reached: whoever starts a demonstration wants to see it.
      app.addHook('onListen', async () => {
        stopJobs.push(startGrowth(context, demoBuyers, app.log))
      })
    }
    const mail = startMailWorker(context, app.log, measures)
    // What a request queued is committed by now, and somebody may be waiting for it.
    app.addHook('onResponse', async ({ method }) => {
      if (method !== 'GET') mail.wake()
    })
    app.addHook('onClose', async () => {
      await Promise.all([...stopJobs.map((stop) => stop()), mail.stop()])
      await context.db.destroy()
    })
    return {
      app,
      context,
      listen: () => app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 }),
      close: () => app.close(),
    }
  } catch (error) {
    await context.db.destroy()
    throw error
  }
}
