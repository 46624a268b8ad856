/** One part of the profile being edited: saving only what changed, and merging what others saved. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { useStep, type StepField } from '../../../common/forms/use-step.ts'
import type { Result } from '../../../../shared/contract/result.ts'
import {
  changedFields,
  mergeEdits,
  pick,
  type FlatValues,
} from '../../../../shared/identity/merge-edits.ts'

/** Values as they were in one version of the resource. */
export type Seen<Values> = { readonly values: Values; readonly version: string }

export type Conflict<Values extends FlatValues> = {
  readonly fields: readonly (keyof Values)[]
  readonly mine: Values
  readonly theirs: Seen<Values>
}

export type SaveOutcome = 'saved' | 'pending' | 'nothing' | 'invalid' | 'conflict' | 'failed'

export type SaveAnswer<Values> = Seen<Values> & {
  readonly kind: 'saved' | 'conflict' | 'pending'
}

type PartOptions<Values extends FlatValues> = {
  readonly form: UseFormReturn<Values>
  readonly fields: readonly (keyof Values)[]
  readonly labels: readonly StepField<Values>[]
  /** What the edits began from. */
  readonly start: Seen<Values>
  /** What the portal holds, as far as is known here. */
  readonly current: Seen<Values>
  readonly send: (version: string, changes: Partial<Values>) => Promise<Result<SaveAnswer<Values>>>
  /** What else follows from it. */
  readonly onSaved: (changes: Partial<Values>) => Promise<void>
}

export function usePart<Values extends FlatValues>(options: PartOptions<Values>) {
  const { form, fields, labels, start, current, send, onSaved } = options
  const step = useStep(form, labels)
  const [seen, setSeen] = useState(start)
  /** As `seen`, for what asks before React has rendered again: leaving right after discarding. */
  const begun = useRef(start)
  const [conflict, setConflict] = useState<Conflict<Values> | null>(null)
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null)
  // Of the form itself, and not of its defaults: those are what was typed before.
  useWatch({ control: form.control })
  const changed = changedFields(fields, seen.values, form.getValues())
  const dirty = changed.length > 0

  /** From now on these are the values that edits begin from. */
  const begin = (from: Seen<Values>) => {
    begun.current = from
    setSeen(from)
    setConflict(null)
    form.reset(from.values)
  }

  async function attempt(from: Seen<Values>, wanted: Values): Promise<SaveOutcome> {
    const wantedFields = changedFields(fields, from.values, wanted)
    if (wantedFields.length === 0) {
      begin(from)
      return from === seen ? 'nothing' : 'saved'
    }
    const answer = await step.send(() => send(from.version, pick(wanted, wantedFields)))
    if (answer === null) return 'failed'
    if (answer.kind !== 'conflict') {
      begin(answer)
      await onSaved(pick(wanted, wantedFields))
      return answer.kind
    }
    const merge = mergeEdits(fields, { base: from.values, mine: wanted, theirs: answer.values })
    // Nothing to ask: what the others changed stands beside what was changed here.
    if (merge.conflicts.length === 0) return attempt(answer, merge.merged)
    setConflict({ fields: merge.conflicts, mine: merge.merged, theirs: answer })
    return 'conflict'
  }

  const submit = async (): Promise<SaveOutcome> => {
    const result: { outcome: SaveOutcome } = { outcome: 'invalid' }
    setOutcome(null)
    await form.handleSubmit(async (values) => {
      result.outcome = await attempt(seen, values)
    })()
    setOutcome(result.outcome)
    return result.outcome
  }

  /** Saves with the values that the person chose for each conflict. */
  const resolve = async (theirs: readonly (keyof Values)[]): Promise<void> => {
    if (conflict === null) return
    const wanted = { ...conflict.mine, ...pick(conflict.theirs.values, theirs) }
    setConflict(null)
    form.reset(wanted)
    setOutcome(await attempt(conflict.theirs, wanted))
  }

  // What others saved shows by itself where nothing is being typed, and so does what no longer waits.
  const isOther =
    current.version !== seen.version ||
    changedFields(fields, seen.values, current.values).length > 0
  const takeOver = useEffectEvent(() => {
    if (isOther && !dirty && conflict === null) begin(current)
  })
  // oxlint-disable-next-line react/set-state-in-effect -- the form follows with it, outside React
  useEffect(() => takeOver(), [current.version, isOther])

  return {
    form,
    step,
    seen,
    /** The fields in which what is typed differs from what is saved. */
    changed,
    dirty,
    outcome,
    conflict,
    submit,
    resolve,
    /** What is typed over what, to be kept; null where nothing is. */
    draft: () => {
      const { values, version } = begun.current
      const typed = form.getValues()
      const edited = changedFields(fields, values, typed).length > 0
      return edited ? { ...typed, seen: values, version } : null
    },
    /** Back to the form as it was typed. */
    leaveConflict: () => setConflict(null),
    /** Puts these in the form, as if they had just been typed. */
    takeUp: (values: Partial<Values>) => form.reset({ ...form.getValues(), ...values }),
    undo: () => {
      setOutcome(null)
      begin(current)
    },
  }
}
