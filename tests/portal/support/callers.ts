/** Clients as handlers are given them. */
import { parseAddress } from '../../../src/portal/platform/network/address.ts'
import type { Client } from '../../../src/portal/platform/network/client.ts'

/** A client that calls from `text` and stays until `signal` says otherwise. */
export function callerFrom(
  text = '127.0.0.1',
  signal: AbortSignal = new AbortController().signal,
): Client {
  const address = parseAddress(text)
  if (address === null) throw new Error(`${text} is no address`)
  return { address: address.text, networks: address.networks, signal }
}
