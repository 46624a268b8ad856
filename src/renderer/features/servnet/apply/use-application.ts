/** An application being written: two forms, the draft of both, and sending it once. */
import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import type { AppError } from '../../../../shared/contract/result.ts'
import { whoFields, whoSchema, type WhoValues } from '../../../common/credit/buyer/who-values.ts'
import { usePolicies } from '../../../common/credit/queries.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { placeFieldErrors } from '../../../common/forms/form-failures.ts'
import { issueCode } from '../../../common/forms/form-rules.ts'
import type { StepFailure } from '../../../common/forms/step-summary.tsx'
import { useDraft } from '../../../common/forms/use-draft.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import {
  atFormFields,
  draftOf,
  howMuchFields,
  howMuchSchema,
  requestOf,
  type HowMuchValues,
} from './application-values.ts'

/** The moves of an application, in their order. */
export const moves = ['who', 'howMuch', 'check'] as const
export type Move = (typeof moves)[number]

/** What an application begins with. */
export type ApplicationStart = {
  readonly who: WhoValues
  readonly howMuch: HowMuchValues
  /** When the draft of it was kept; null where there is none. */
  readonly savedAt: string | null
  readonly move: Move
  /** Whether the buyer is described, and not looked for. */
  readonly isDescribed: boolean
}

/** What became of it: the portal has it, or it waits here. */
export type Sent = Exclude<RouteOutput<'servnet.apply'>, { kind: 'refused' }>

/** The two forms, as one types in them. */
export function useApplicationForms(start: ApplicationStart) {
  const language = useLanguage()
  const policies = usePolicies().data?.policies
  const who = useForm<WhoValues>({
    resolver: zodResolver(whoSchema, { error: issueCode }),
    criteriaMode: 'all',
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: start.who,
  })
  const [policyId, setPolicyId] = useState(start.howMuch.policyId)
  const policy = policies?.find(({ id }) => id === policyId) ?? null
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const rules = useMemo(() => howMuchSchema({ language, policy, today }), [language, policy, today])
  const howMuch = useForm<HowMuchValues>({
    resolver: zodResolver(rules, { error: issueCode }),
    criteriaMode: 'all',
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: start.howMuch,
  })
  const watched = useWatch({ control: howMuch.control, name: 'policyId' })
  if (watched !== policyId) setPolicyId(watched)
  return { who, howMuch, policy, policies }
}

export type ApplicationForms = ReturnType<typeof useApplicationForms>

/** Keeps what is typed on this computer; `savedAt` says since when. */
export function useApplicationDraft(
  { who, howMuch }: Pick<ApplicationForms, 'who' | 'howMuch'>,
  start: ApplicationStart,
) {
  const [savedAt, setSavedAt] = useState(start.savedAt)
  const isSent = useRef(false)
  const keeper = useDraft({
    read: () => (isSent.current ? null : draftOf(who.getValues(), howMuch.getValues())),
    async save(draft) {
      const result = await callPortal('servnet.saveApplicationDraft', { draft })
      if (result.ok) setSavedAt(result.data.savedAt)
      return result.ok
    },
  })
  const { touch } = keeper
  useEffect(() => {
    const formState = { values: true }
    const stops = [
      who.subscribe({ formState, callback: touch }),
      howMuch.subscribe({ formState, callback: touch }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [who, howMuch, touch])
  return {
    savedAt,
    kept: keeper.kept,
    flush: keeper.flush,
    /** It was sent: there is nothing to keep any more. */
    end() {
      isSent.current = true
    },
  }
}

type Sending = {
  /** One name for all clicks: what is sent twice by them is one application. */
  readonly id: string
  readonly forms: Pick<ApplicationForms, 'who' | 'howMuch'>
  readonly onSent: (sent: Sent) => void
  /** The portal refuses what is in the fields of this move. */
  readonly onRefused: (move: Move) => void
}

/** Sends it, once however often one clicks; what is refused comes back at its fields. */
export function useSending({ id, forms: { who, howMuch }, onSent, onRefused }: Sending) {
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<StepFailure | null>(null)
  const [attempt, setAttempt] = useState(0)
  const isUnderWay = useRef(false)
  const refuse = (error: AppError) => {
    setAttempt((before) => before + 1)
    const move = place(error, who, howMuch)
    if (move === null) setFailure({ error, at: Date.now() })
    else onRefused(move)
  }
  const send = async () => {
    const application = requestOf(language, who.getValues(), howMuch.getValues())
    if (application === null || isUnderWay.current) return
    isUnderWay.current = true
    setBusy(true)
    setFailure(null)
    const result = await callPortal('servnet.apply', { id, application })
    isUnderWay.current = false
    setBusy(false)
    if (!result.ok) refuse(result.error)
    else if (result.data.kind === 'refused') refuse(result.data.error)
    else onSent(result.data)
  }
  return { busy, failure, attempt, send }
}

/** Puts what was refused on its fields, and says in which move the first of them is; null where it names none. */
function place(
  error: AppError,
  who: UseFormReturn<WhoValues>,
  howMuch: UseFormReturn<HowMuchValues>,
): Move | null {
  const named = { ...error, fields: atFormFields(error.fields ?? []) }
  const inHowMuch = placeFieldErrors(howMuch, named, howMuchFields)
  if (placeFieldErrors(who, named, whoFields)) return 'who'
  return inHowMuch ? 'howMuch' : null
}
