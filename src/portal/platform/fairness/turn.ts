/** Whose turn a task is. */
import type { Client } from '../network/client.ts'

export type Turn = {
  /**
   * Tasks of one account run one by one: attempts are counted before they are checked, so that right
   * ones side by side would look like as many failures.
   */
  readonly account?: string
  readonly client: Client
  /** Whether a device or an address calls from which this account was signed in to before. */
  readonly known: boolean
}
