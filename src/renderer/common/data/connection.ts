/** Whether the portal can be reached, as far as the answers to what was last asked of it tell. */
import { notifyManager, useQueryClient, type Query } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Freshness } from '../../../shared/contract/route.ts'
import type { AppError } from '../../../shared/contract/result.ts'
import { PortalError } from './portal.ts'

export type Connection =
  | { readonly kind: 'online' }
  /** With the time of the data that is shown instead (RFC 3339), where there is any. */
  | { readonly kind: 'offline'; readonly dataFrom: string | null }

const unreachable = new Set<AppError['code']>([
  'network_offline',
  'portal_unreachable',
  'portal_timeout',
])

/** Null until something was asked. Changes with each answer to any query of the app. */
export function useConnection(): Connection | null {
  const cache = useQueryClient().getQueryCache()
  const [connection, setConnection] = useState(() => connectionOf(cache.getAll()))
  useEffect(() => {
    const look = () => {
      const now = connectionOf(cache.getAll())
      setConnection((before) => (isSame(before, now) ? before : now))
    }
    look()
    // Not at once: a query may be made while a page is being drawn.
    return cache.subscribe(notifyManager.batchCalls(look))
  }, [cache])
  return connection
}

function isSame(one: Connection | null, other: Connection | null): boolean {
  if (one?.kind !== 'offline' || other?.kind !== 'offline') return one?.kind === other?.kind
  return one.dataFrom === other.dataFrom
}

/** The newest answer that tells of the connection counts. */
function connectionOf(queries: readonly Query[]): Connection | null {
  const answers = queries.flatMap(answersOf).toSorted((one, other) => other.at - one.at)
  return answers[0]?.connection ?? null
}

type Answer = { readonly at: number; readonly connection: Connection }

function answersOf({ state }: Query): Answer[] {
  const { data, dataUpdatedAt, error, errorUpdatedAt } = state
  const freshness = freshnessOf(data)
  const dataFrom = freshness?.fetchedAt ?? null
  const offline: Connection = { kind: 'offline', dataFrom }
  const answers: Answer[] = []
  if (freshness !== null) {
    answers.push({ at: dataUpdatedAt, connection: freshness.stale ? offline : { kind: 'online' } })
  }
  if (error instanceof PortalError && unreachable.has(error.error.code)) {
    answers.push({ at: errorUpdatedAt, connection: offline })
  }
  return answers
}

/**
 * What main says of an answer that it may have from its store; null for others. By hand: this comes
 * with the first page, and the schemas after it.
 */
function freshnessOf(data: unknown): Pick<Freshness, 'fetchedAt' | 'stale'> | null {
  if (!isObject(data) || !('freshness' in data) || !isObject(data.freshness)) return null
  const { freshness } = data
  if (!('fetchedAt' in freshness) || !('stale' in freshness)) return null
  const { fetchedAt, stale } = freshness
  return typeof fetchedAt === 'string' && typeof stale === 'boolean' ? { fetchedAt, stale } : null
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
