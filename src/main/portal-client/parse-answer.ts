/** What the portal answered, as the endpoint table describes it: nothing is taken on trust. */
import type { z } from 'zod'
import {
  endpoints,
  type EndpointAnswer,
  type EndpointName,
} from '../../shared/contract/endpoints.ts'
import { failure, success, type Result } from '../../shared/contract/result.ts'

type AnswerTable = {
  readonly [Name in EndpointName]: { readonly answer: z.ZodType<EndpointAnswer<Name>> | null }
}
const answers: AnswerTable = endpoints

/** The answer of `name`; `portal_answer_invalid` for what is none. */
export function parseAnswer<Name extends EndpointName>(
  name: Name,
  json: unknown,
): Result<EndpointAnswer<Name>> {
  if (isEmptyAnswer(name, json)) return success(json)
  const schema: AnswerTable[Name]['answer'] = answers[name].answer
  const parsed = schema?.safeParse(json)
  return parsed?.success === true
    ? success(parsed.data)
    : failure({ code: 'portal_answer_invalid' })
}

/** A 204: the endpoint answers with nothing, and nothing came. */
function isEmptyAnswer<Name extends EndpointName>(
  name: Name,
  json: unknown,
): json is EndpointAnswer<Name> {
  return endpoints[name].answer === null && json === undefined
}
