/** What main finds for what is typed, and what was chosen lately. */
import { useEffect, useRef, useState } from 'react'
import {
  longestPaletteQuery,
  type PaletteFound,
  type PaletteItem,
} from '../../../shared/contract/palette/routes.ts'
import type { RouteOutput } from '../../../shared/contract/routes.ts'
import type { AppError } from '../../../shared/contract/result.ts'
import {
  answersSearch,
  searchQuestionOf,
  searchTextOf,
} from '../../../shared/credit/search-text.ts'
import { callPortal } from '../../common/data/portal.ts'
import { inView, useClientInView } from '../../common/navigation/client-view.tsx'

type Answer = {
  readonly q: string
  readonly found: readonly PaletteFound[]
  readonly error: AppError | null
}

export type Found = Answer & {
  /** Whether this is for what is typed now. */
  readonly isSettled: boolean
}

const nothing: Answer = { q: '', found: [], error: null }

/**
 * One question at a time, so that no answer comes after a later one; what is typed meanwhile is asked
 * next, and not what was typed in between. In a client's view, of that client's. Until then what was found is shown as far as it still fits.
 */
export function useFound(typed: string, client: string | null): Found {
  const q = typed.trim().slice(0, longestPaletteQuery)
  const [answer, setAnswer] = useState(nothing)
  const wanted = useRef('')
  const isAsking = useRef(false)
  useEffect(() => {
    wanted.current = q
    if (isAsking.current) return
    const ask = async () => {
      isAsking.current = true
      let asked: string
      do {
        asked = wanted.current
        // oxlint-disable-next-line no-await-in-loop -- one question at a time
        const next = await answerTo(asked, client)
        if (next.q === wanted.current) setAnswer(next)
      } while (asked !== wanted.current)
      isAsking.current = false
    }
    void ask()
  }, [q, client])
  if (answer.q === q) return { ...answer, isSettled: true }
  return { q, found: narrowed(answer.found, q), error: null, isSettled: false }
}

async function answerTo(q: string, client: string | null): Promise<Answer> {
  if (q === '') return nothing
  const result = await callPortal('palette.find', { q, ...inView(client) })
  return result.ok
    ? { q, found: result.data.found, error: null }
    : { q, found: [], error: result.error }
}

function narrowed(found: readonly PaletteFound[], q: string): readonly PaletteFound[] {
  if (q === '') return []
  const question = searchQuestionOf(q)
  const answers = (item: PaletteItem) => {
    const registrationNumber = item.kind === 'buyer' ? item.registrationNumber : null
    return answersSearch(searchTextOf({ ...item, registrationNumber }), question)
  }
  return found.map((one) => ({ ...one, items: one.items.filter(answers) }))
}

export type Recent = RouteOutput<'palette.recent'>['choices']

/** The last one first; none until main has answered. In a client's view pages and the like alone: the rest may be another's. */
export function useRecent(): Recent {
  const client = useClientInView()
  const [recent, setRecent] = useState<Recent>([])
  useEffect(() => {
    const read = async () => {
      const result = await callPortal('palette.recent', {})
      if (result.ok) setRecent(result.data.choices)
    }
    void read()
  }, [])
  return client === null ? recent : recent.filter(({ kind }) => kind === 'entry')
}
