import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import { buyerFiltersSchema, type BuyerFilters } from '../../../../shared/contract/credit/buyers.ts'
import { filtersFrom } from '../../../common/credit/use-list-filters.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { profileQuery } from '../../../common/data/queries.ts'
import { useLastView } from '../../../common/navigation/address-view.ts'
import { clientFrom, inView, useClientInView } from '../../../common/navigation/client-view.tsx'
import { buyerPath } from '../../../common/navigation/navigation.ts'
import { ArrowDownIcon, ArrowUpIcon } from '../../../ui/icons.tsx'
import { asked } from '../buyers/use-buyer-search.ts'
import styles from './buyer.module.css'

type Around = RouteOutput<'credit.neighbours'>

const none: Around = { previous: null, next: null }

/** Goes through the list that one came from, by buttons or by Ctrl and the arrow keys. */
export function Neighbours({ id }: { readonly id: string }) {
  const { t } = useTranslation('buyers')
  const around = useAround(id)
  const go = useGo()
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
      if (step === null || !(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
      event.preventDefault()
      go(step < 0 ? around.previous : around.next, step)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [around, go])
  const { previous, next } = around
  return (
    <span className={styles['neighbours']}>
      <button
        type="button"
        aria-disabled={previous === null || undefined}
        aria-keyshortcuts="Control+ArrowUp Meta+ArrowUp"
        aria-label={t('previous')}
        title={t('previous')}
        onClick={() => go(previous, -1)}
      >
        <ArrowUpIcon size={18} />
      </button>
      <button
        type="button"
        aria-disabled={next === null || undefined}
        aria-keyshortcuts="Control+ArrowDown Meta+ArrowDown"
        aria-label={t('next')}
        title={t('next')}
        onClick={() => go(next, 1)}
      >
        <ArrowDownIcon size={18} />
      </button>
    </span>
  )
}

/** Where one types, these keys go through the text. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}

/** In the list that one came from; in that of all buyers where one came from elsewhere. */
function useAround(id: string): Around {
  const [found, setFound] = useState<Around & { readonly of: string }>({ ...none, of: id })
  const filters = useListFrom()
  useEffect(() => {
    if (filters === null) return
    const ask = async () => {
      const result = await callPortal('credit.neighbours', { id, filters })
      if (result.ok) setFound({ ...result.data, of: id })
    }
    void ask()
  }, [id, filters])
  return found.of === id ? found : none
}

/** Null until it is known which country that list begins with. */
function useListFrom(): BuyerFilters | null {
  const { data: profile, isError } = useQuery(profileQuery)
  const [last] = useState(useLastView('buyers').read)
  const country = profile?.preferences.current.defaultSearchCountry ?? null
  const isKnown = last === null || profile !== undefined || isError
  const client = useClientInView()
  return useMemo(() => {
    if (!isKnown) return null
    const params = new URLSearchParams(last?.search)
    // A list of everything, or of another client, is not the one that one goes through here.
    if (last === null || clientFrom(params) !== client) return { sort: 'name', ...inView(client) }
    return asked(filtersFrom(buyerFiltersSchema, params, country))
  }, [isKnown, last, country, client])
}

/** In the place of the page that one is on, so that one comes back to the list and not to each buyer. */
function useGo() {
  const [, navigate] = useLocation()
  const { read, keep } = useLastView('buyers')
  return useCallback(
    (id: string | null, step: -1 | 1) => {
      if (id === null) return
      const opened = read()?.opened ?? null
      // The row that one comes back to may be out of what was in view.
      if (opened !== null) keep({ opened: opened + step, first: null })
      navigate(buyerPath(id), { replace: true })
    },
    [navigate, read, keep],
  )
}
