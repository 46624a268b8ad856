/**
 * What a portal notes of itself, as Prometheus reads it. Labels are patterns, codes and names of parts:
 * each from a list that this version knows, so that no request of anybody's makes one more.
 */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Measures, QueueState } from '../platform/measures.ts'

/** In seconds: from a read that is answered from memory to what a gateway no longer waits for. */
const requestBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const transactionBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1, 5, 10]

/** What HTTP has; who makes up another one is one of many. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

export type Metrics = {
  readonly measures: Measures
  readonly registry: Registry
}

/** A registry of its own, and what fills it. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    measures: {
      ...requestMeasures(registry),
      ...databaseMeasures(registry),
      ...workMeasures(registry),
      watchQueue: queueWatcher(registry),
    },
  }
}

function requestMeasures(registry: Registry): Pick<Measures, 'answered' | 'refused'> {
  const durations = new Histogram({
    name: 'portal_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer, waiting included.',
    labelNames: ['method', 'route', 'status'],
    buckets: requestBuckets,
    registers: [registry],
  })
  const refusals = new Counter({
    name: 'portal_refusals_total',
    help: 'Refused requests by their code; too_many_attempts is the throttle.',
    labelNames: ['code'],
    registers: [registry],
  })
  return {
    answered: ({ method, route, status, seconds }) => {
      const labels = {
        method: methods.has(method) ? method : 'other',
        route: route ?? 'none',
        status: String(status),
      }
      durations.observe(labels, seconds)
    },
    refused: (code) => refusals.inc({ code }),
  }
}

function databaseMeasures(
  registry: Registry,
): Pick<Measures, 'databaseFailed' | 'transactionEnded' | 'watchPool'> {
  const failures = new Counter({
    name: 'portal_database_failures_total',
    help: 'Requests that the database could not serve, by why.',
    labelNames: ['failure'],
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'portal_transaction_duration_seconds',
    help: 'From the begin of a transaction to its end.',
    labelNames: ['outcome'],
    buckets: transactionBuckets,
    registers: [registry],
  })
  return {
    databaseFailed: (failure) => failures.inc({ failure }),
    transactionEnded: (outcome, seconds) => durations.observe({ outcome }, seconds),
    watchPool: (state) => {
      const connections = new Gauge({
        name: 'portal_database_connections',
        help: 'Connections of the pool, and requests that wait for one.',
        labelNames: ['state'],
        registers: [registry],
        collect: () => {
          const { open, idle, waiting } = state()
          connections.set({ state: 'used' }, open - idle)
          connections.set({ state: 'idle' }, idle)
          connections.set({ state: 'waited_for' }, waiting)
        },
      })
    },
  }
}

function workMeasures(registry: Registry): Pick<Measures, 'jobEnded' | 'mailsSettled'> {
  const jobs = new Histogram({
    name: 'portal_job_duration_seconds',
    help: 'Runs of what is done every ten minutes.',
    labelNames: ['job', 'outcome'],
    buckets: [0.01, 0.1, 1, 10, 60],
    registers: [registry],
  })
  const succeeded = new Gauge({
    name: 'portal_job_last_success_timestamp_seconds',
    help: 'When a job last succeeded.',
    labelNames: ['job'],
    registers: [registry],
  })
  const mails = new Counter({
    name: 'portal_mails_total',
    help: 'Tries to send a message, by what came of them.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  return {
    jobEnded: (job, outcome, seconds) => {
      jobs.observe({ job, outcome }, seconds)
      if (outcome === 'done') succeeded.setToCurrentTime({ job })
    },
    mailsSettled: (outcome, count) => {
      if (count > 0) mails.inc({ outcome }, count)
    },
  }
}

function queueWatcher(registry: Registry): Measures['watchQueue'] {
  const states = new Map<string, () => QueueState>()
  const refused = new Counter({
    name: 'portal_queue_refused_total',
    help: 'What was refused since the start, as too much waited.',
    labelNames: ['queue'],
    registers: [registry],
    collect: () => {
      refused.reset()
      for (const [queue, state] of states) refused.inc({ queue }, state().refused)
    },
  })
  const held = new Gauge({
    name: 'portal_queue_length',
    help: 'What waits for its turn, and what has it.',
    labelNames: ['queue', 'state'],
    registers: [registry],
    collect: () => {
      for (const [queue, state] of states) {
        const { waiting, running } = state()
        held.set({ queue, state: 'waiting' }, waiting)
        held.set({ queue, state: 'running' }, running)
      }
    },
  })
  return (name, state) => {
    states.set(name, state)
  }
}
