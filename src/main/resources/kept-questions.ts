/** Resources of which answers to several questions are kept, and what a change means for those. */
import { z } from 'zod'
import { parseJson } from '../store/schema.ts'
import type { AnswerHolder } from './answer-holder.ts'
import type { Due } from './changes.ts'
import type { Documents } from './documents.ts'
import type { Params, Resource } from './resource.ts'

/** A resource with questions, and what of `GET /v1/changes` is about it. */
export type FollowedQuestions = {
  readonly resource: Resource<unknown, Params>
  /** The name that changes bear. */
  readonly changes: string
  /** The parameter that is the id which changes name; null where any change is one of every answer. */
  readonly idParam: string | null
  /** The list of what is granted: where something of it is gone, what was answered may be of that. */
  readonly grantedIn: string
}

/** As many are asked for behind; the others once somebody looks at them. */
const mostRefreshed = 5

const paramsSchema = z.record(z.string(), z.string())

/**
 * Doubts the answers that a change is about, and asks for the latest of them; those of what is gone are
 * removed. Whether there were any.
 */
export async function bringInQuestions(options: {
  readonly questions: FollowedQuestions
  readonly due: Due
  readonly holder: AnswerHolder
  readonly documents: Pick<Documents, 'doubt' | 'refresh' | 'remove'>
}): Promise<boolean> {
  const { questions, due, holder, documents } = options
  const { resource, idParam } = questions
  const kept = (await holder.questions(resource.name)).map(paramsOf)
  const changed = kept.filter((params) => isAbout(due, params, idParam))
  const deleted = new Set(due.kind === 'rows' ? due.deleted : [])
  for (const [index, params] of changed.entries()) {
    const question = { resource, params, holder }
    documents.doubt(question)
    const isGone = idParam !== null && deleted.has(params[idParam] ?? '')
    // oxlint-disable-next-line no-await-in-loop -- one at a time is over what is kept
    if (isGone) await documents.remove(question)
    else if (index < mostRefreshed) documents.refresh(question)
  }
  return changed.length > 0
}

/** Removes every answer: what is still theirs is asked for again once somebody looks at it. */
export async function removeAnswers(options: {
  readonly questions: FollowedQuestions
  readonly holder: AnswerHolder
  readonly documents: Pick<Documents, 'remove'>
}): Promise<void> {
  const { resource } = options.questions
  for (const text of await options.holder.questions(resource.name)) {
    const question = { resource, params: paramsOf(text), holder: options.holder }
    // oxlint-disable-next-line no-await-in-loop -- one at a time is over what is kept
    await options.documents.remove(question)
  }
}

function paramsOf(text: string): Params {
  const parsed = paramsSchema.safeParse(parseJson(text))
  return parsed.success ? parsed.data : {}
}

function isAbout(due: Due, params: Params, idParam: string | null): boolean {
  if (due.kind === 'all' || idParam === null) return true
  const id = params[idParam] ?? ''
  return due.ids.includes(id) || due.deleted.includes(id)
}
