/** Messages to main as a page might send them that somebody else has taken over, made from the contract. */
import * as fc from 'fast-check'
import { eventNames, routeNames, type RouteName } from '../../../src/shared/contract/channels.ts'
import { routes } from '../../../src/shared/contract/routes.ts'
import type { Sender } from '../../../src/main/ipc/app-origin.ts'
import { mutatedValues } from '../../support/mutated-values.ts'
import { schemaValues } from '../../support/schema-values.ts'
import { hostileValues, secretMark } from './hostile-values.ts'
import { lockPassword } from './locking.ts'
import { marie } from './people.ts'

export type Message = {
  readonly sender: Sender | null
  readonly name: unknown
  readonly input: unknown
}

const page: Sender = { url: 'app://services-online/sign-in', parent: null }

/** Frames and pages that may not call, whatever they say. */
const strangers: readonly (Sender | null)[] = [
  null,
  { ...page, parent: {} },
  { url: 'app://elsewhere/', parent: null },
  { url: 'app://services-online.example/', parent: null },
  { url: 'app://services-online:1/', parent: null },
  { url: 'https://services-online/', parent: null },
  { url: 'file:///etc/passwd', parent: null },
  { url: 'blob:app://services-online/1', parent: null },
  { url: 'data:text/html,x', parent: null },
  { url: 'about:blank', parent: null },
  { url: 'about:srcdoc', parent: null },
  { url: '\ud800', parent: null },
  { url: '', parent: null },
]

/** What gets further than chance would. */
const words = [
  marie.username,
  marie.password,
  lockPassword,
  secretMark,
  'marie@example.be',
  '"1"',
  'favourite-city',
]

function messagesTo(name: RouteName): fc.Arbitrary<Message> {
  const valid = schemaValues(routes[name].input, { words })
  const input = fc.oneof(
    { weight: 1, arbitrary: valid },
    { weight: 7, arbitrary: mutatedValues(valid, hostileValues) },
    { weight: 2, arbitrary: hostileValues },
  )
  return input.map((sent) => ({ sender: page, name, input: sent }))
}

const noNames = fc.oneof(
  fc.constantFrom(...eventNames, '__proto__', 'constructor', 'toString', 'session.tokens', ''),
  fc.string(),
  hostileValues,
)

/** To every route of the contract alike; one in sixteen from elsewhere, one to what is no route. */
export const hostileMessages: fc.Arbitrary<Message> = fc.oneof(
  { weight: 14, arbitrary: fc.oneof(...routeNames.map(messagesTo)) },
  {
    weight: 1,
    arbitrary: fc.record({
      sender: fc.constantFrom(...strangers),
      name: fc.constantFrom(...routeNames),
      input: hostileValues,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ sender: fc.constant(page), name: noNames, input: hostileValues }),
  },
)
