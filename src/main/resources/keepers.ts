/** Whose store data is kept in, for as long as a session lasts. */
import { assertNever } from '../../shared/assert-never.ts'
import { endpoints, type EndpointName } from '../../shared/contract/endpoints.ts'
import type { SessionView } from '../../shared/contract/identity/sessions.ts'
import { failure, type Result } from '../../shared/contract/result.ts'
import { signedInName } from '../session/session-owner.ts'
import { refusalOf } from '../session/session-state.ts'
import type { SessionService } from '../session/session-service.ts'
import { personKey } from '../store/person.ts'
import type { Db } from '../store/schema.ts'
import type { PersonStore, Store } from '../store/store.ts'
import { createMemoryHolder, holderOf, withMemory, type AnswerHolder } from './answer-holder.ts'

export type Keepers = {
  /** The open store of who is signed in; null where nobody is, or the app is locked. */
  readonly person: () => Promise<PersonStore | null>
  readonly isCurrent: (db: Db) => Promise<boolean>
  /** Where answers of an endpoint are kept; null where it is nobody's to ask. */
  readonly holderFor: (of: { readonly endpoint: EndpointName }) => AnswerHolder | null
  /**
   * Does `work` in the store of who is signed in, and once more where the file failed meanwhile; a
   * store that fails is told of, and a failure.
   */
  readonly inRows: <Data>(
    work: (owner: PersonStore) => Promise<Result<Data>>,
  ) => Promise<Result<Data>>
  /** From now on it is another session's: an answer of a former one is kept nowhere. */
  readonly beginSession: () => void
}

/** @param options.onStoreFailure told what the store threw */
export function createKeepers(options: {
  readonly session: SessionService
  readonly store: Store
  readonly onStoreFailure: (error: unknown) => void
}): Keepers {
  const { session, store, onStoreFailure } = options
  const inMemory = createMemoryHolder()
  let sessions = 0

  async function person(): Promise<PersonStore | null> {
    const owner = signedInName(session.view())
    return owner === null ? null : store.of(owner)
  }

  async function isCurrent(db: Db): Promise<boolean> {
    return (await person())?.db === db
  }

  function heldBy(owner: string): AnswerHolder {
    const begun = sessions
    return holderOf({
      store,
      owner,
      isCurrent: () => sessions === begun,
      onFailure: onStoreFailure,
    })
  }

  /** Null where the store failed, or was closed meanwhile. */
  async function attempt<Data>(work: () => Promise<Result<Data>>): Promise<Result<Data> | null> {
    const begun = sessions
    try {
      return await work()
    } catch (error) {
      if (sessions === begun) onStoreFailure(error)
      return null
    }
  }

  async function inRows<Data>(
    work: (owner: PersonStore) => Promise<Result<Data>>,
    isRepeated = false,
  ): Promise<Result<Data>> {
    const begun = sessions
    const refusal = closedTo(session.view())
    if (refusal !== null) return refusal
    const owner = await person()
    if (owner === null) return failure({ code: 'unauthenticated' })
    const result = await attempt(() => work(owner))
    if (result !== null && (result.ok || result.error.code !== 'unauthenticated')) return result
    const over =
      sessions === begun ? closedTo(session.view()) : failure({ code: 'unauthenticated' })
    if (over !== null) return over
    if (!isRepeated && !(await isCurrent(owner.db))) return inRows(work, true)
    return result ?? failure({ code: 'storage_failed' })
  }

  return {
    person,
    isCurrent,
    holderFor({ endpoint }) {
      const name = signedInName(session.view())
      const owner = name === null ? null : personKey(name)
      const { access } = endpoints[endpoint]
      if (access === 'open') return owner === null ? inMemory : withMemory(heldBy(owner), inMemory)
      if (owner === null) return null
      // Who has to do something else first is shown nothing of what is kept: the portal says what.
      const mayShow = access !== 'signedIn' || session.view().kind === 'ready'
      return mayShow ? heldBy(owner) : createMemoryHolder()
    },
    inRows: (work) => inRows(work),
    beginSession() {
      sessions += 1
    },
  }
}

/** Why nothing of what is kept is shown, as the portal would say; null where it is. */
function closedTo(view: SessionView): Result<never> | null {
  switch (view.kind) {
    case 'ready':
      return null
    case 'enrolment':
      return failure({ code: 'enrolment_required' })
    case 'passwordChange':
      return failure({ code: 'password_change_required' })
    case 'signedOut':
    case 'lockSetup':
    case 'locked':
      return failure(refusalOf(view) ?? { code: 'unauthenticated' })
    default:
      return assertNever(view)
  }
}
