/** How many messages wait, and for how long: asked of the database whenever somebody looks. */
import pTimeout from 'p-timeout'
import { Gauge, type Registry } from 'prom-client'
import type { PlatformContext } from '../platform/context.ts'

/** Milliseconds; where the database is away, the other metrics tell so. */
const patience = 1000

/** Adds what waits to be sent to `registry`: of the whole database, whichever instance is asked. */
export function watchMails({ db, now }: PlatformContext, registry: Registry): void {
  const oldest = new Gauge({
    name: 'portal_mail_oldest_queued_seconds',
    help: 'How long the oldest message has waited; 0 where none does.',
    registers: [registry],
  })
  const queued = new Gauge({
    name: 'portal_mail_queued',
    help: 'Messages that wait to be sent.',
    registers: [registry],
    collect: async () => {
      const row = await pTimeout(countQueued(db), { milliseconds: patience }).catch(() => null)
      if (row === null) return
      queued.set(Number(row.count))
      oldest.set(row.oldest === null ? 0 : Math.max(0, now() - row.oldest) / 1000)
    },
  })
}

async function countQueued(db: PlatformContext['db']) {
  return db
    .selectFrom('mails')
    .select(({ fn }) => [fn.countAll().as('count'), fn.min('created_at').as('oldest')])
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow()
}
