/** Buyers by what is typed of their name or number; of what is kept here, so that it never waits for a network. */
import { useEffect, useState } from 'react'
import type { Buyer } from '../../../../shared/contract/credit/buyers.ts'
import { callPortal } from '../../data/portal.ts'

/** As many as one looks through; a letter more finds the rest. */
const shown = 20

/** As long as a search may be. */
const longestQuery = 200

/** So that a fast hand asks once, in milliseconds. */
const pause = 100

export type BuyerSearch = {
  readonly buyers: readonly Buyer[]
  /** How many match in all. */
  readonly total: number
  /** Whether this is for what is typed now. */
  readonly isSettled: boolean
  /** Whether all buyers are on this computer already. */
  readonly isWhole: boolean
}

const nothingYet = { buyers: [], total: 0, isWhole: true } as const

type Found = Omit<BuyerSearch, 'isSettled'> & { readonly typed: string; readonly country: string }

/** @param country two letters, or empty for all countries */
export function useBuyerSearch(typed: string, country: string): BuyerSearch {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    let isLatest = true
    const q = typed.trim().slice(0, longestQuery)
    const ask = async () => {
      const filters = {
        ...(q !== '' && { q }),
        ...(country !== '' && { country }),
        sort: 'name' as const,
      }
      const result = await callPortal('credit.buyers', { offset: 0, limit: shown, filters })
      if (!isLatest || !result.ok) return
      const { items, total, isWhole } = result.data.window
      setFound({ buyers: items, total, isWhole, typed, country })
    }
    const timer = setTimeout(() => void ask(), pause)
    return () => {
      clearTimeout(timer)
      isLatest = false
    }
  }, [typed, country])
  const { buyers, total, isWhole } = found ?? nothingYet
  const isSettled = found?.typed === typed && found.country === country
  return { buyers, total, isWhole, isSettled }
}
