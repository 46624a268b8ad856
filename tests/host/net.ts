/** `net`: Node's fetch in the place of Chromium's network stack, failing in Chromium's words. */
import { networkInterfaces } from 'node:os'
import type { Net } from 'electron'
import { toChromiumError } from './net-errors.ts'

export const net: Pick<Net, 'fetch' | 'isOnline'> = {
  fetch: async (input, init) => {
    try {
      return await fetch(input, init)
    } catch (error) {
      throw toChromiumError(error)
    }
  },
  isOnline: () =>
    Object.values(networkInterfaces()).some((addresses) =>
      addresses?.some(({ internal }) => !internal),
    ),
}
