import { expect, it } from 'vitest'
import { serviceHomes, serviceIds, serviceToOpen } from '../../src/shared/services.ts'

it.each([
  // What was asked for, where it is there and granted.
  { wanted: 'insights', granted: ['servnet', 'insights'], opens: 'insights' },
  { wanted: 'servnet', granted: ['insights', 'servnet'], opens: 'servnet' },
  // Else what is usual, else what there is.
  { wanted: null, granted: ['insights', 'servnet'], opens: 'servnet' },
  { wanted: 'insights', granted: ['servnet'], opens: 'servnet' },
  { wanted: 'collectnet', granted: ['collectnet', 'servnet'], opens: 'collectnet' },
  { wanted: 'partners', granted: ['partners', 'servnet'], opens: 'partners' },
  { wanted: 'servnet', granted: ['insights'], opens: 'insights' },
  { wanted: null, granted: ['partners', 'insights'], opens: 'partners' },
  // They have none.
  { wanted: 'servnet', granted: [], opens: null },
  // Before anyone has signed in, each may be theirs.
  { wanted: 'insights', granted: null, opens: 'insights' },
  { wanted: 'partners', granted: null, opens: 'partners' },
  { wanted: null, granted: null, opens: 'servnet' },
] as const)('$wanted of $granted opens $opens', ({ wanted, granted, opens }) => {
  expect(serviceToOpen(wanted, granted)).toBe(opens)
})

it('no service lies beneath another', () => {
  for (const one of serviceIds) {
    const others = serviceIds.filter((other) => other !== one)
    for (const other of others) {
      expect(`${serviceHomes[other]}/`.startsWith(`${serviceHomes[one]}/`)).toBe(false)
    }
  }
})
