/** Messages as `.eml` files, which every mail program opens. */
import { randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Outcome, Outgoing, Transport } from './transport.ts'

const codedError = z.object({ code: z.string() })

/** The owner alone may read: a message may hold a code. */
const folderMode = 0o700
const fileMode = 0o600

const draftEnding = '.tmp'
/** Longer than anyone writes one message. */
const abandonedAfterMs = 60_000

/** What a crash left half written; the message itself is still in the outbox. */
async function removeAbandonedDrafts(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(draftEnding))
  await Promise.all(
    names.map(async (name) => {
      const draft = join(folder, name)
      const { mtimeMs } = await lstat(draft)
      if (Date.now() - mtimeMs > abandonedAfterMs) await rm(draft, { force: true })
    }),
  )
}

/** Where messages for nobody end, each in place of the one before. */
const discardedFile = `discarded${draftEnding}`

/** Writes to `folder`, which is made where it is missing. */
export function createFolderTransport(folder: string): Transport {
  let tidied: Promise<void> | null = null
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const write = async ({ options }: Outgoing, name: string, end: string): Promise<Outcome> => {
    // A name that nobody can have prepared: where a link stood, the message would go elsewhere.
    const draft = join(folder, `${name}.${randomBytes(8).toString('hex')}${draftEnding}`)
    try {
      const { message } = await composer.sendMail(options)
      await mkdir(folder, { recursive: true, mode: folderMode })
      await (tidied ??= removeAbandonedDrafts(folder))
      await writeFile(draft, message, { mode: fileMode, flag: 'wx', flush: true })
      await rename(draft, join(folder, end))
      return { kind: 'sent' }
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined)
      return { kind: 'unreachable', reason: codedError.safeParse(error).data?.code ?? 'unknown' }
    }
  }
  return {
    // A name of the message's own, so that a second try replaces the first.
    send: (outgoing) => write(outgoing, nameOf(outgoing), nameOf(outgoing)),
    simulate: (outgoing) => write(outgoing, nameOf(outgoing), discardedFile),
  }
}

function nameOf({ id, kind, createdAt }: Outgoing): string {
  const moment = new Date(createdAt).toISOString().replaceAll(/[-:.]/g, '')
  return `${moment}-${kind}-${id}.eml`
}
