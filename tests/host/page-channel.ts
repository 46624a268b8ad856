/** The wire between one page and main: the preload's script on its way in, calls on their way out. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CDPSession, Page } from 'playwright-core'
import { z } from 'zod'
import { toJson } from './json.ts'
import { installElectron } from './page-runtime.ts'
import type { PageCall, PageMessage } from './page-runtime.ts'

const callSchema = z.object({ id: z.number(), channel: z.string(), args: z.array(z.unknown()) })
const contextSchema = z.object({ isDefault: z.boolean(), frameId: z.string() })

/** Answers a call with a value, or throws what the page's promise is rejected with. */
export type CallHandler = (call: PageCall) => Promise<unknown>

export type PageChannel = { readonly send: (message: PageMessage) => Promise<void> }

/**
 * A name of its own in the protocol (and not Playwright's bindings), because a test that attaches
 * to the same page with Playwright would answer those in our place.
 */
export async function openPageChannel(
  page: Page,
  preloadPath: string | undefined,
  answer: CallHandler,
): Promise<PageChannel> {
  const session = await page.context().newCDPSession(page)
  const names = { binding: `host_${randomUUID()}`, inbox: `inbox_${randomUUID()}` }
  const frameId = (await session.send('Page.getFrameTree')).frameTree.frame.id
  let current: number | undefined

  session.on('Runtime.executionContextCreated', ({ context }) => {
    const data = contextSchema.safeParse(context.auxData)
    if (data.success && data.data.isDefault && data.data.frameId === frameId) current = context.id
  })
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    // Bindings appear in every frame; only the main frame has the preload and may call.
    if (name !== names.binding || executionContextId !== current) return
    void reply(callSchema.parse(JSON.parse(payload)), executionContextId)
  })
  const reply = async (call: PageCall, contextId: number) => {
    const text = await answerText(call, answer)
    await deliver(session, names.inbox, text, contextId)
  }
  await session.send('Runtime.enable')
  await session.send('Page.enable')
  await session.send('Runtime.addBinding', { name: names.binding })
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: await pageScript(names, preloadPath),
  })
  return {
    send: async (message) => {
      if (current !== undefined) await deliver(session, names.inbox, toJson(message), current)
    },
  }
}

async function answerText(call: PageCall, answer: CallHandler): Promise<string> {
  try {
    const value = await answer(call)
    return toJson({ kind: 'result', id: call.id, value } satisfies PageMessage)
  } catch (error) {
    const message = `Error invoking remote method '${call.channel}': ${String(error)}`
    return toJson({ kind: 'error', id: call.id, message } satisfies PageMessage)
  }
}

/** A page that is gone or has moved on misses the message, as it would in Electron. */
async function deliver(
  session: CDPSession,
  inbox: string,
  json: string,
  contextId: number,
): Promise<void> {
  const expression = `globalThis[${JSON.stringify(inbox)}]?.(${json})`
  await session.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined)
}

type Names = { readonly binding: string; readonly inbox: string }

async function pageScript(names: Names, preloadPath: string | undefined): Promise<string> {
  const preload =
    preloadPath === undefined
      ? 'null'
      : `(function (require, module, exports) {${await readFile(preloadPath, 'utf8')}\n})`
  const binding = JSON.stringify(names.binding)
  return `(() => {
    const post = globalThis[${binding}]
    delete globalThis[${binding}]
    if (globalThis !== globalThis.top || location.protocol !== 'https:') return
    const toJson = ${toJson.toString()};
    (${installElectron.toString()})({
      post, toJson, inbox: ${JSON.stringify(names.inbox)}, preload: ${preload},
    })
  })()`
}
