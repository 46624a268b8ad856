/** Who calls, as far as the network tells. */
import type { Networks } from './address.ts'

export type Client = {
  /** The network address in its one spelling: what events and logs show. */
  readonly address: string
  /** What it is counted and queued by. */
  readonly networks: Networks
  /** Aborted when the client hangs up before its answer. */
  readonly signal: AbortSignal
}

/** A client hung up before its task began; nobody reads what it is answered. */
export class ClientGoneError extends Error {
  constructor() {
    super('The client hung up before its turn')
    this.name = 'ClientGoneError'
  }
}
