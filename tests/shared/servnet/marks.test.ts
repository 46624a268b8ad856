/** What marks change in the first page, whatever is on it and however often they are made. */
import {
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  property,
  record,
  uniqueArray,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ServnetAlert } from '../../../src/shared/contract/credit/alerts.ts'
import type { ServnetHome } from '../../../src/shared/contract/servnet/home.ts'
import { homeWithHandled, homeWithRead } from '../../../src/shared/servnet/marks.ts'

const ids = ['a', 'b', 'c', 'd'] as const
const id = constantFrom(...ids)

function alertOf(name: string, handled: boolean): ServnetAlert {
  return {
    id: name,
    kind: 'limit_reduced',
    buyer: 'Horeca Sambre',
    buyerId: null,
    policyId: '17386',
    at: '2026-11-23T07:42:00.000Z',
    from: null,
    to: null,
    effectiveOn: null,
    reason: null,
    handled,
  }
}

/** A first page with alerts and messages, newest first, and `more` of each that are not on it, all open. */
const homes = record({
  alerts: uniqueArray(record({ name: id, handled: boolean() }), { selector: ({ name }) => name }),
  messages: array(boolean(), { maxLength: 5 }),
  more: integer({ min: 0, max: 50 }),
}).map(({ alerts, messages, more }): ServnetHome => {
  const open = alerts.filter(({ handled }) => !handled).length
  const unread = messages.filter((read) => !read).length
  return {
    banner: { kind: 'steer_with_confidence' },
    alerts: alerts.map(({ name, handled }) => alertOf(name, handled)),
    messages: messages.map((read, index) => ({
      id: String(index),
      title: 'Maintenance',
      body: 'Texte',
      publishedAt: `2026-11-${20 - index}T07:42:00.000Z`,
      read,
    })),
    newAlerts: 0,
    counts: {
      alerts: { total: alerts.length + more, unhandled: open + more },
      messages: { total: messages.length + more, unread: unread + more },
    },
    contact: {
      company: 'Atradius',
      addressLines: [],
      phone: '',
      email: '',
      website: 'https://www.atradius.be',
    },
  }
})

describe('a tick', () => {
  test('changes its alert alone, and the count by one, however often it is made', () => {
    assert(
      property(homes, id, boolean(), (home, name, handled) => {
        const before = home.alerts.find((alert) => alert.id === name)
        const after = homeWithHandled(home, name, handled)
        const step = before === undefined || before.handled === handled ? 0 : handled ? -1 : 1
        expect(after.counts.alerts.unhandled).toBe(home.counts.alerts.unhandled + step)
        expect(after.counts.alerts.total).toBe(home.counts.alerts.total)
        expect(after.alerts.filter((alert) => alert.id !== name)).toEqual(
          home.alerts.filter((alert) => alert.id !== name),
        )
        expect(homeWithHandled(after, name, handled)).toEqual(after)
        if (before !== undefined) {
          expect(homeWithHandled(after, name, before.handled)).toEqual(home)
        }
      }),
    )
  })
})

describe('reading', () => {
  test('one message takes one from the count, once', () => {
    assert(
      property(homes, integer({ min: 0, max: 6 }), (home, index) => {
        const which = { id: String(index) }
        const wasUnread = home.messages?.[index]?.read === false
        const after = homeWithRead(home, which)
        const unread = home.counts.messages?.unread ?? 0
        expect(after.counts.messages?.unread).toBe(unread - (wasUnread ? 1 : 0))
        expect(homeWithRead(after, which)).toEqual(after)
      }),
    )
  })

  test('all up to the newest leaves none, also of those that are not on the page', () => {
    assert(
      property(homes, (home) => {
        const publishedUntil = home.messages?.[0]?.publishedAt ?? '2026-11-20T07:42:00.000Z'
        const after = homeWithRead(home, { publishedUntil })
        expect(after.counts.messages?.unread).toBe(0)
        expect(after.messages?.every(({ read }) => read)).toBe(true)
      }),
    )
  })
})
