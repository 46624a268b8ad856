/** A case being entered: who it is about and what is claimed, the draft of both, and sending it once. */
import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Attached } from '../../../../shared/contract/collectnet/documents.ts'
import type { RouteInput, RouteOutput } from '../../../../shared/contract/routes.ts'
import { whoSchema, type WhoValues } from '../../../common/credit/buyer/who-values.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { issueCode } from '../../../common/forms/form-rules.ts'
import { useDraft } from '../../../common/forms/use-draft.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { caseSchema, draftOf, type CaseValues } from './case-values.ts'

/** What the form begins with. */
export type CaseStart = {
  /** One name for all clicks: what is sent twice by them is one case. */
  readonly id: string
  readonly who: WhoValues
  readonly values: CaseValues
  readonly documents: Attached[]
  /** When the draft of it was kept; null where there is none. */
  readonly savedAt: string | null
  /** Whether it waits in the outbox: what is edited of it is kept beside a draft of another. */
  readonly isWaiting: boolean
}

/** The two forms, as one types in them. */
export function useCaseForms(start: CaseStart) {
  const language = useLanguage()
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const rules = useMemo(() => caseSchema(language, today), [language, today])
  const usual = { criteriaMode: 'all', mode: 'onTouched', shouldFocusError: false } as const
  const who = useForm<WhoValues>({
    ...usual,
    resolver: zodResolver(whoSchema, { error: issueCode }),
    defaultValues: start.who,
  })
  const claim = useForm<CaseValues>({
    ...usual,
    resolver: zodResolver(rules, { error: issueCode }),
    defaultValues: start.values,
  })
  return { who, claim, today }
}
export type CaseForms = ReturnType<typeof useCaseForms>

/** Keeps what is typed on this computer; `savedAt` says since when. */
export function useCaseDraft(
  { who, claim }: Pick<CaseForms, 'who' | 'claim'>,
  start: CaseStart,
  documents: Attached[],
) {
  const [savedAt, setSavedAt] = useState(start.savedAt)
  const isOver = useRef(false)
  const keeper = useDraft({
    read: () => (isOver.current ? null : draftOf(who.getValues(), claim.getValues(), documents)),
    async save(draft) {
      const { id, isWaiting } = start
      const result = await callPortal('collectnet.saveCaseDraft', { id, isWaiting, draft })
      if (result.ok) setSavedAt(result.data.savedAt)
      return result.ok
    },
  })
  const { touch } = keeper
  useEffect(() => {
    const formState = { values: true }
    const stops = [
      who.subscribe({ formState, callback: touch }),
      claim.subscribe({ formState, callback: touch }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [who, claim, touch])
  return {
    savedAt,
    kept: keeper.kept,
    flush: keeper.flush,
    /** It was sent, or is given up: there is nothing to keep any more. */
    end() {
      isOver.current = true
    },
  }
}

export type CaseChecks = RouteOutput<'collectnet.checkCase'>
const nothing: CaseChecks = { exists: null, waits: null, isNumberUnlikely: false }

/** So that one letter after the other is not asked about, in milliseconds. */
const pause = 200

/** Asked anew with each change, as one types; a failure says nothing, as the portal checks all of it again. */
export function useCaseChecks(id: string, { who, claim }: CaseForms): CaseChecks {
  const [checks, setChecks] = useState(nothing)
  const buyer = useWatch({ control: who.control })
  const { policyId = '', invoices = [] } = useWatch({ control: claim.control })
  const { buyerId = '', buyerName = '', country = '', registrationNumber = '' } = buyer
  const numbers = JSON.stringify(invoices.map(({ number = '' }) => number))
  const question = useMemo(
    (): RouteInput<'collectnet.checkCase'> => ({
      id,
      policyId,
      buyerId: buyerId === '' ? null : buyerId,
      buyer: { name: buyerName, country, registrationNumber },
      numbers: invoices.map(({ number = '' }) => number),
    }),
    // oxlint-disable-next-line react/exhaustive-deps -- the numbers, and not the list that they are in
    [id, policyId, buyerId, buyerName, country, registrationNumber, numbers],
  )
  useEffect(() => {
    let isLatest = true
    const ask = async () => {
      const result = await callPortal('collectnet.checkCase', question)
      if (isLatest && result.ok) setChecks(result.data)
    }
    const timer = setTimeout(() => void ask(), pause)
    return () => {
      clearTimeout(timer)
      isLatest = false
    }
  }, [question])
  return checks
}
