/** The wire between one page and main: the preload's script on its way in, calls on their way out. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CDPSession, Page } from 'playwright-core'
import { z } from 'zod'
import { crossWorlds } from './isolated-world.ts'
import { encodeJson, installElectron, watchLayout } from './page-runtime.ts'
import type { PageCall, PageMessage } from './page-runtime.ts'
import { swallowShortcuts } from './page-shortcuts.ts'

const callSchema = z.object({ id: z.number(), channel: z.string(), args: z.array(z.unknown()) })
const postSchema = z.union([
  callSchema,
  z.object({ laidOut: z.literal(true) }),
  z.object({ preloadFailed: z.string() }),
  z.object({ accelerator: z.string() }),
])
const contextSchema = z.object({ isDefault: z.boolean(), frameId: z.string() })

/** What a page tells. */
export type PageListener = {
  /**
   * Answers a call with a value, or throws what the page's promise is rejected with.
   * @param isCurrent whether the document that called is still the page's
   */
  readonly call: (call: PageCall, isCurrent: () => boolean) => Promise<unknown>
  /** Something with a size was laid out. */
  readonly laidOut: () => void
  readonly preloadFailed: (error: Error) => void
  /** The keys of one of the menu's own items were pressed. */
  readonly shortcut: (accelerator: string) => void
}

export type PageChannel = { readonly send: (message: PageMessage) => Promise<void> }

/**
 * A name of its own in the protocol (and not Playwright's bindings), because a test that attaches
 * to the same page with Playwright would answer those in our place.
 */
export async function openPageChannel(
  page: Page,
  preloadPath: string | undefined,
  listener: PageListener,
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
    const post = postSchema.parse(JSON.parse(payload))
    if ('laidOut' in post) listener.laidOut()
    else if ('accelerator' in post) listener.shortcut(post.accelerator)
    else if ('preloadFailed' in post) listener.preloadFailed(new Error(post.preloadFailed))
    else void reply(post, executionContextId)
  })
  const reply = async (call: PageCall, contextId: number) => {
    const text = await answerText(call, () => listener.call(call, () => current === contextId))
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
      if (current !== undefined) await deliver(session, names.inbox, encodeJson(message), current)
    },
  }
}

async function answerText(call: PageCall, answer: () => Promise<unknown>): Promise<string> {
  try {
    const value = await answer()
    return encodeJson({ kind: 'result', id: call.id, value } satisfies PageMessage)
  } catch (error) {
    const message = `Error invoking remote method '${call.channel}': ${String(error)}`
    return encodeJson({ kind: 'error', id: call.id, message } satisfies PageMessage)
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
  const preload = preloadPath === undefined ? null : await readPreload(preloadPath)
  const binding = JSON.stringify(names.binding)
  return `(() => {
    const post = globalThis[${binding}]
    delete globalThis[${binding}]
    if (globalThis !== globalThis.top || location.protocol !== 'https:') return
    const toJson = ${encodeJson.toString()};
    (${watchLayout.toString()})(post);
    try {
      (${installElectron.toString()})({
        post, toJson, inbox: ${JSON.stringify(names.inbox)},
        crossWorlds: ${crossWorlds.toString()},
        setMenu: (${swallowShortcuts.toString()})((accelerator) =>
          post(JSON.stringify({ accelerator }))),
        preload: ${preload ?? 'null'},
      })
    } catch (error) {
      post(JSON.stringify({ preloadFailed: String(error) }))
    }
  })()`
}

/** A script that is missing fails in the page, as one that throws does. */
async function readPreload(path: string): Promise<string> {
  try {
    return `(function (require, module, exports) {${await readFile(path, 'utf8')}\n})`
  } catch (error) {
    return `(function () { throw new Error(${JSON.stringify(String(error))}) })`
  }
}
