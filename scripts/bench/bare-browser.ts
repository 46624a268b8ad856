/**
 * Chromium by its bare protocol. A page under Playwright carries a second world of scripts and an
 * inspector, for which V8 reads React a second time with each error that React makes at its start
 * (17 ms of processor time and 0.18 MB of heap): weights that the app itself does not have.
 */
import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { Failure } from '../lib/failure.mjs'
import { stop } from '../lib/processes.ts'

export type BareBrowser = {
  readonly version: string
  /** Opens an empty page in a context of its own; both end with `stack`. */
  readonly open: (stack: AsyncDisposableStack) => Promise<BarePage>
}

export type BarePage = {
  /** Sends a command of the protocol to the page; answers its result. */
  readonly send: Send
  /** Goes to an address, until it has loaded. */
  readonly goto: (url: string) => Promise<void>
  /** Evaluates an expression, waits for it where it is a promise, and answers its JSON value. */
  readonly ask: (expression: string) => Promise<unknown>
}

type Send = (method: string, params?: object) => Promise<unknown>

const flags = [
  '--headless',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--hide-scrollbars',
  '--mute-audio',
  // Chromium's sandbox needs a user of one's own; containers run as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Starts Chromium, which ends with `stack`. */
export async function launchBareBrowser(stack: AsyncDisposableStack): Promise<BareBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-bench-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
  const program = process.env['HOST_CHROMIUM'] ?? '/usr/bin/chromium'
  const child = spawn(program, [...flags, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // One that cannot even be started says nothing; that is told below.
  child.once('error', () => undefined)
  stack.defer(() => stop(child))
  const connection = await connect(await addressOf(child.stderr), stack)
  const { product } = versionSchema.parse(await connection.send('Browser.getVersion'))
  return {
    version: product.replace(/^\w+\//, ''),
    open: (pageStack) => openPage(connection, pageStack),
  }
}

/** Chromium says where it listens among its complaints. */
async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? []
    if (address !== undefined) {
      output.resume()
      return address
    }
  }
  throw new Failure('Chromium did not start.', 'Is /usr/bin/chromium, or HOST_CHROMIUM, Chromium?')
}

const versionSchema = z.object({ product: z.string() })
const messageSchema = z.union([
  z.object({ id: z.number(), error: z.object({ message: z.string() }) }),
  z.object({ id: z.number(), result: z.unknown() }),
  z.object({ method: z.string(), sessionId: z.string().optional() }),
])

type Connection = {
  readonly send: (method: string, params?: object, sessionId?: string) => Promise<unknown>
  /** Emits `<session> <method>` for each event. */
  readonly events: EventEmitter
}

async function connect(address: string, stack: AsyncDisposableStack): Promise<Connection> {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  stack.defer(() => socket.close())
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const events = new EventEmitter()
  socket.addEventListener('message', ({ data }) => {
    const message = messageSchema.parse(JSON.parse(String(data)))
    if ('method' in message) {
      events.emit(`${message.sessionId} ${message.method}`)
      return
    }
    if ('error' in message) waiting.get(message.id)?.reject(new Error(message.error.message))
    else waiting.get(message.id)?.resolve(message.result)
    waiting.delete(message.id)
  })
  let last = 0
  const send: Connection['send'] = async (method, params = {}, sessionId) => {
    last += 1
    const answer = Promise.withResolvers<unknown>()
    waiting.set(last, answer)
    socket.send(JSON.stringify({ id: last, method, params, sessionId }))
    return answer.promise
  }
  return { send, events }
}

const contextSchema = z.object({ browserContextId: z.string() })
const targetSchema = z.object({ targetId: z.string() })
const sessionSchema = z.object({ sessionId: z.string() })

async function openPage(
  { send: sendTo, events }: Connection,
  stack: AsyncDisposableStack,
): Promise<BarePage> {
  const context = contextSchema.parse(await sendTo('Target.createBrowserContext'))
  stack.defer(async () => {
    await sendTo('Target.disposeBrowserContext', context)
  })
  const options = { url: 'about:blank', width: 1280, height: 800, ...context }
  const { targetId } = targetSchema.parse(await sendTo('Target.createTarget', options))
  const attached = await sendTo('Target.attachToTarget', { targetId, flatten: true })
  const { sessionId } = sessionSchema.parse(attached)
  const send: Send = (method, params) => sendTo(method, params, sessionId)
  const ask = async (expression: string) => evaluate(send, expression)
  const loaded = () => once(events, `${sessionId} Page.loadEventFired`)
  await send('Page.enable')
  const goto = async (url: string) => {
    const isLoaded = loaded()
    await send('Page.navigate', { url })
    await isLoaded
  }
  return { send, ask, goto }
}

const evaluatedSchema = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.object({ text: z.string() }).optional(),
})

async function evaluate(send: Send, expression: string): Promise<unknown> {
  const options = { expression, awaitPromise: true, returnByValue: true }
  const { result, exceptionDetails } = evaluatedSchema.parse(
    await send('Runtime.evaluate', options),
  )
  if (exceptionDetails !== undefined) throw new Error(`${expression}: ${exceptionDetails.text}`)
  return result.value
}
