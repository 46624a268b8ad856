/** Edits that wait, as pages show them. */
import { assertNever } from '../../shared/assert-never.ts'
import type { OutboxItem } from '../../shared/contract/offline/outbox.ts'
import type { QueuedEdit } from './queue.ts'
import { isVersioned, mergeWithCurrent } from './versioned-edit.ts'

/** @param underWay which of them is on its way now */
export function itemsOf(edits: readonly QueuedEdit[], underWay: string | null): OutboxItem[] {
  return edits.map((edit) => itemOf(edit, edit.id === underWay))
}

function itemOf(queued: QueuedEdit, isUnderWay: boolean): OutboxItem {
  const { id, edit, subject, error, queued_at: queuedAt, next_attempt_at: next } = queued
  return {
    id,
    edit,
    subject,
    state: isUnderWay ? 'sending' : stateOf(queued),
    queuedAt: new Date(queuedAt).toISOString(),
    nextAttemptAt: next === null ? null : new Date(next).toISOString(),
    error,
    theirs: theirsOf(queued),
  }
}

function stateOf({ state }: QueuedEdit): OutboxItem['state'] {
  switch (state) {
    case 'queued':
    case 'sending':
      return 'waiting'
    case 'conflict':
    case 'refused':
      return state
    default:
      return assertNever(state)
  }
}

/** Of a conflict, the fields to choose in, as they are at the portal. */
function theirsOf({ state, edit, current }: QueuedEdit): OutboxItem['theirs'] {
  if (state !== 'conflict' || current === null || !isVersioned(edit)) return null
  const merged = mergeWithCurrent(edit, current.data, current.version)
  const fields = merged.kind === 'conflict' ? merged.fields : []
  return Object.fromEntries(fields.map((field) => [field, valueOf(current.data[field])]))
}

function valueOf(value: unknown): string | boolean | null {
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}
