/** Forms that wait for a moment for what the portal makes of an edit. */
import { assertNever } from '../../shared/assert-never.ts'
import type { AppError } from '../../shared/contract/result.ts'
import type { Outcome } from './attempt.ts'

/** What a form learns within its time. */
export type Submitted =
  | { readonly kind: 'sent'; readonly answer: unknown }
  /** The same field was changed elsewhere; the form has its edit back. */
  | { readonly kind: 'conflict' }
  /** The portal does not take it; the form has its edit back, where it was that form's alone. */
  | { readonly kind: 'refused'; readonly error: AppError }
  /** It waits here: its time was too short, the portal is away, or there is something to decide. */
  | { readonly kind: 'pending' }

/** What a form hears of an outcome; null where nothing was taken down. */
export function submittedOf(outcome: Outcome | null): Submitted {
  switch (outcome?.kind) {
    case 'sent':
      return { kind: 'sent', answer: outcome.answer }
    case 'refused':
      return { kind: 'refused', error: outcome.error }
    case 'conflict':
      return { kind: outcome.isBack ? 'conflict' : 'pending' }
    case 'merged':
    case 'setback':
    case undefined:
      return { kind: 'pending' }
    default:
      return assertNever(outcome)
  }
}

/** A form whose edit has just been answered: it hears of it, whenever its time ends. */
export type Claim = {
  /** Whether the row holds what the form has, and nothing else: then the form can have it back. */
  readonly isWhole: boolean
  readonly answer: (submitted: Submitted) => void
  /** It waits on: the edit goes once more. */
  readonly goOn: () => void
}

export type Submissions = {
  /** Resolves with what became of the edit, or as `pending` after a moment. */
  readonly wait: (id: string, isWhole: boolean) => Promise<Submitted>
  /** As `wait`, of a form that has handed in once more what waits: both hear the same. */
  readonly join: (id: string) => Promise<Submitted>
  /** Another edit is now part of the same row: it is no longer one form's alone. */
  readonly share: (id: string) => void
  /** Which edits a form waits for. */
  readonly ids: () => ReadonlySet<string>
  /** Null where no form waits any more. Who claims it answers it. */
  readonly claim: (id: string) => Claim | null
}

/** @param patienceMs how long a form waits */
export function createSubmissions(patienceMs: number): Submissions {
  type Waiting = Omit<Claim, 'goOn'> & { readonly timer: NodeJS.Timeout }
  const waiting = new Map<string, Waiting>()

  function add(id: string, form: Omit<Claim, 'goOn'>): void {
    const timer = setTimeout(() => claim(id)?.answer({ kind: 'pending' }), patienceMs)
    waiting.set(id, { ...form, timer })
  }

  function claim(id: string): Claim | null {
    const claimed = waiting.get(id)
    if (claimed === undefined) return null
    const { timer, ...form } = claimed
    clearTimeout(timer)
    waiting.delete(id)
    return { ...form, goOn: () => add(id, form) }
  }

  return {
    wait: (id, isWhole) =>
      new Promise((resolve) => {
        // Two forms with one row: the former knows by now that it waits.
        claim(id)?.answer({ kind: 'pending' })
        add(id, { isWhole, answer: resolve })
      }),
    join: (id) =>
      new Promise((resolve) => {
        const present = claim(id)
        add(id, {
          isWhole: true,
          answer(submitted) {
            present?.answer(submitted)
            resolve(submitted)
          },
        })
      }),
    share(id) {
      const present = waiting.get(id)
      if (present !== undefined) waiting.set(id, { ...present, isWhole: false })
    },
    ids: () => new Set(waiting.keys()),
    claim,
  }
}
