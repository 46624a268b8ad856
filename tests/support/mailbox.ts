/**
 * A real mail server on loopback that keeps what it is sent, for tests. It can be away, slow to
 * greet, slow to confirm, and refuse recipients for now or for good.
 */
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

export type Received = {
  /** The envelope's recipient. */
  readonly to: string
  readonly mail: ParsedMail
  /** As it came over the wire. */
  readonly source: string
}

/** What a recipient's address is told: 250, 451 (try again), 550 (never). */
export type Verdict = 'accept' | 'later' | 'refuse'

export type Mailbox = {
  /** For `SMTP_URL`; the same as long as it is not closed, also while it is down. */
  readonly url: string
  /** All that came, the oldest first; also what was not confirmed to the sender. */
  readonly received: readonly Received[]
  /**
   * The first message that matches, now or as soon as it comes.
   * @throws after `timeout` milliseconds, naming the subjects that came instead
   */
  readonly waitFor: (
    predicate: (received: Received) => boolean,
    timeout?: number,
  ) => Promise<Received>
  /** Decides over recipients from now on; all are accepted before that. */
  readonly judge: (verdictOn: (address: string) => Verdict) => void
  /** From now on it takes connections and does not greet; the answer lets it greet again. */
  readonly holdGreetings: () => () => void
  /** From now on it takes messages and does not confirm them; the answer lets it confirm. */
  readonly holdConfirmations: () => () => void
  /** Stops listening and cuts what is open, as a server that is switched off. */
  readonly goDown: () => Promise<void>
  /** Listens again at the same address. */
  readonly comeUp: () => Promise<void>
  readonly close: () => Promise<void>
}

const host = '127.0.0.1'
const patience = 20_000
const acceptAll = (_address: string): Verdict => 'accept'

export async function openMailbox(): Promise<Mailbox> {
  const received: Received[] = []
  const waiting = new Set<() => void>()
  let verdictOn = acceptAll
  const greetings = createGate()
  const confirmations = createGate()
  const keep = (one: Received): void => {
    received.push(one)
    for (const look of waiting) look()
  }
  const listen = (port: number): Promise<SMTPServer> =>
    startServer(port, {
      greetings,
      confirmations,
      keep,
      verdictOn: (address) => verdictOn(address),
    })
  let server: SMTPServer | null = await listen(0)
  const port = portOf(server)
  const goDown = async (): Promise<void> => {
    if (server === null) return
    const closing = server
    server = null
    await stopServer(closing)
  }
  return {
    url: `smtp://${host}:${port}`,
    received,
    waitFor: (predicate, timeout = patience) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = received.find(predicate)
          if (found === undefined) return
          stop()
          resolve(found)
        }
        const timer = setTimeout(() => {
          stop()
          const subjects = received.map(({ to, mail }) => `${to}: ${mail.subject}`)
          reject(new Error(`No such message in ${timeout} ms. Received: ${subjects.join('; ')}`))
        }, timeout)
        const stop = (): void => {
          clearTimeout(timer)
          waiting.delete(look)
        }
        waiting.add(look)
        look()
      }),
    judge: (rule) => {
      verdictOn = rule
    },
    holdGreetings: greetings.hold,
    holdConfirmations: confirmations.hold,
    goDown,
    comeUp: async () => {
      server ??= await listen(port)
    },
    close: async () => {
      greetings.open()
      confirmations.open()
      await goDown()
    },
  }
}

/** The code that a message shows on a line of its own, as `123 456`. @throws where it shows none */
export function codeIn({ mail }: Pick<Received, 'mail'>): string {
  const found = shownCode.exec(mail.text ?? '')
  if (found === null) throw new Error(`No code in: ${mail.text}`)
  return `${found[1]}${found[2]}`
}

/** Whether a message shows a code. */
export function showsCode({ mail }: Pick<Received, 'mail'>): boolean {
  return shownCode.test(mail.text ?? '')
}

const shownCode = /^ {4}(\d{3}|[2-9B-Z]{4}) (\d{3}|[2-9B-Z]{4})$/m

type Gate = {
  readonly hold: () => () => void
  readonly open: () => void
  readonly passed: () => Promise<void>
}

function createGate(): Gate {
  let closed: PromiseWithResolvers<void> | null = null
  const open = (): void => {
    closed?.resolve()
    closed = null
  }
  return {
    hold: () => {
      closed ??= Promise.withResolvers<void>()
      return open
    },
    open,
    passed: async () => closed?.promise,
  }
}

type Rules = {
  readonly greetings: Gate
  readonly confirmations: Gate
  readonly keep: (one: Received) => void
  readonly verdictOn: (address: string) => Verdict
}

async function startServer(port: number, rules: Rules): Promise<SMTPServer> {
  const server = new SMTPServer({
    // Its own certificate is a public one that no sender trusts.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1,
    onConnect: callbackify((_session: SMTPServerSession) => rules.greetings.passed()),
    onRcptTo: ({ address }, _session, done) => done(refusal(rules.verdictOn(address))),
    onData: callbackify(async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
      const to = session.envelope.rcptTo.map(({ address }) => address).join(', ')
      const source = await text(stream)
      rules.keep({ to, source, mail: await simpleParser(source) })
      await rules.confirmations.passed()
    }),
  })
  // A sender that is killed resets its connection.
  server.on('error', () => undefined)
  const inner = server.listen(port, host)
  if (!inner.listening) await once(inner, 'listening')
  return server
}

async function stopServer(server: SMTPServer): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  for (const connection of server.connections) connection.close()
  await closed
}

const answers = {
  later: { responseCode: 451, message: 'Try again later' },
  refuse: { responseCode: 550, message: 'No such mailbox' },
} as const

function refusal(verdict: Verdict): Error | null {
  if (verdict === 'accept') return null
  const { responseCode, message } = answers[verdict]
  return Object.assign(new Error(message), { responseCode })
}

function portOf({ server }: SMTPServer): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens on no port')
  return address.port
}
