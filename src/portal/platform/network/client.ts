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

/** Whom a task is run for. */
export type Requester = {
  /**
   * Tasks of one account run one by one: attempts are counted before they are checked, so that right
   * ones side by side would look like as many failures.
   */
  readonly account?: string
  readonly client: Client
  /** Whether a device or an address calls from which this account was signed in to before. */
  readonly known: boolean
}

/** A client hung up before its task began; nobody reads what it is answered. */
export class ClientGoneError extends Error {
  constructor() {
    super('The client hung up before its turn')
    this.name = 'ClientGoneError'
  }
}
