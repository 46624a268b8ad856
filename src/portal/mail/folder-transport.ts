/** Messages as `.eml` files, which every mail program opens. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import type { Transport } from './transport.ts'

const codedError = z.object({ code: z.string() })

/** The owner alone may read: a message may hold a code. */
const folderMode = 0o700
const fileMode = 0o600

/** Writes to `folder`, which is made where it is missing. */
export function createFolderTransport(folder: string): Transport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    send: async ({ id, kind, createdAt, options }) => {
      // A name of the message's own, so that a second try replaces the first.
      const moment = new Date(createdAt).toISOString().replaceAll(/[-:.]/g, '')
      const file = join(folder, `${moment}-${kind}-${id}.eml`)
      const draft = `${file}.${process.pid}.tmp`
      try {
        const { message } = await composer.sendMail(options)
        await mkdir(folder, { recursive: true, mode: folderMode })
        await writeFile(draft, message, { mode: fileMode, flush: true })
        await rename(draft, file)
        return { kind: 'sent' }
      } catch (error) {
        return { kind: 'unreachable', reason: codedError.safeParse(error).data?.code ?? 'unknown' }
      }
    },
  }
}
