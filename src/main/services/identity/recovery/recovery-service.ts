/**
 * A forgotten password. The portal holds where it stands; its id, which opens the flow to whoever
 * knows it, stays here: in memory, and in the store so that it outlives a crash. Answers, codes and
 * passwords are passed on and kept nowhere.
 */
import { z } from 'zod'
import type { RecoveryView } from '../../../../shared/contract/identity/recovery-view.ts'
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import type { ParsedInput } from '../../../../shared/contract/routes.ts'
import type { Language } from '../../../../shared/languages.ts'
import type { Recovery } from '../../../../shared/contract/identity/recoveries.ts'
import type { Documents } from '../../../store/documents.ts'
import { noOwner } from '../../../store/person.ts'
import type { PortalClient } from '../../../portal-client/portal-client.ts'
import type { DeviceSecret } from '../../../platform/secrets/device-secret.ts'
import type { SessionService } from '../../../session/session-service.ts'
import { usernameOf } from '../../../session/session-state.ts'
import { recoveryViewOf } from './recovery-view.ts'

export type RecoveryService = {
  readonly read: () => Promise<Result<RecoveryView>>
  readonly start: (input: ParsedInput<'recovery.start'>) => Promise<Result<RecoveryView>>
  readonly sendCode: () => Promise<Result<RecoveryView>>
  readonly answer: (input: ParsedInput<'recovery.answer'>) => Promise<Result<RecoveryView>>
  readonly setPassword: (
    input: ParsedInput<'recovery.setPassword'>,
  ) => Promise<Result<RecoveryView>>
  /** Forgets the flow, which the portal lets expire; the username stays for beginning again. */
  readonly leave: () => Promise<void>
  /** As `leave`, and the username too: someone has signed in, or out. */
  readonly forget: () => Promise<void>
}

const begunSchema = z.object({ id: z.string(), username: z.string() })
type Begun = z.infer<typeof begunSchema>

/** The one recovery that is under way on this computer, also after a restart. */
export function createRecoveryService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly documents: Documents
  readonly deviceSecret: DeviceSecret
  /** The app's present language: the questions' texts come in it. */
  readonly language: () => Language
}): RecoveryService {
  const { client, session, documents, deviceSecret, language } = options
  let begun: Begun | null = null
  /** What was typed last, for beginning again. */
  let typed: string | null = null
  /** Counts beginnings and endings, so that an answer that comes late changes nothing. */
  let generation = 0

  async function present(): Promise<Begun | null> {
    if (begun !== null) return begun
    const started = generation
    const stored = await documents.read('recovery', noOwner, begunSchema)
    if (generation === started) begun = stored
    return begun
  }

  async function keep(next: Begun): Promise<void> {
    generation += 1
    begun = next
    typed = next.username
    await documents.write('recovery', noOwner, next)
  }

  async function leave(): Promise<void> {
    generation += 1
    typed = begun?.username ?? typed
    begun = null
    await documents.remove('recovery', noOwner)
  }

  function username(): RecoveryView {
    return { step: 'username', username: typed ?? usernameOf(session.view()) }
  }

  /** What the portal answered about `flow`, as it is to be shown, and what follows from it. */
  async function outcome(flow: Begun, result: Result<Recovery>): Promise<Result<RecoveryView>> {
    // Left, or begun anew, while the portal was being asked.
    if (begun?.id !== flow.id) return success(username())
    if (!result.ok) {
      if (result.error.code === 'flow_expired') await leave()
      return result
    }
    if (result.data.state === 'done') {
      const started = generation
      await session.prefillUsername(flow.username)
      // Where this is another person than the last, the store was emptied.
      if (generation === started) await documents.write('recovery', noOwner, flow)
    }
    return success(recoveryViewOf(flow.username, result.data, client.now()))
  }

  const ask = ({ id }: Begun) =>
    client.call('recovery', { params: { id }, query: { language: language() } })

  /** Takes a step; where the portal is past it, because an answer was lost, says where it stands. */
  async function step(
    send: (id: string) => Promise<Result<Recovery>>,
  ): Promise<Result<RecoveryView>> {
    const flow = await present()
    if (flow === null) return failure({ code: 'flow_expired' })
    const result = await send(flow.id)
    const past = !result.ok && result.error.code === 'invalid_state'
    return outcome(flow, past ? await ask(flow) : result)
  }

  return {
    async read() {
      const flow = await present()
      return flow === null ? success(username()) : outcome(flow, await ask(flow))
    },
    async start(body) {
      typed = body.username
      generation += 1
      const started = generation
      const result = await client.call('recoveryCreate', {
        body: {
          username: body.username,
          language: language(),
          deviceSecret: await deviceSecret(),
        },
      })
      if (generation !== started) return success(username())
      if (!result.ok) return result
      const flow = { id: result.data.id, username: body.username }
      await keep(flow)
      return outcome(flow, result)
    },
    sendCode: () =>
      step((id) =>
        client.call('recoveryCode', { params: { id }, query: { language: language() } }),
      ),
    answer: (body) => step((id) => client.call('recoveryAnswers', { params: { id }, body })),
    setPassword: (body) => step((id) => client.call('recoveryPassword', { params: { id }, body })),
    leave,
    async forget() {
      begun = null
      typed = null
      await leave()
    },
  }
}
