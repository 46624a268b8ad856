/** The app's archive as it lies in a package: its files, and the hashes that watch over them. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { getRawHeader } from '@electron/asar'
import { z } from 'zod'

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex')

const fileSchema = z.object({
  size: z.number(),
  /** Bytes from the end of the header, in digits; absent where the file lies beside the archive. */
  offset: z.string().optional(),
  unpacked: z.boolean().optional(),
  integrity: z.object({ algorithm: z.literal('SHA256'), hash: z.string() }),
})
type Entry = z.infer<typeof fileSchema> | { readonly files: Readonly<Record<string, Entry>> }
const entrySchema: z.ZodType<Entry> = z.lazy(() =>
  z.union([z.object({ files: z.record(z.string(), entrySchema) }), fileSchema]),
)

export type ArchivedFile = {
  /** From the archive's root, with slashes. */
  readonly path: string
  readonly bytes: number
  readonly unpacked: boolean
  /** Whether its content is what its hash in the header says. */
  readonly intact: boolean
}

export type Archive = {
  readonly files: readonly ArchivedFile[]
  /** What Electron compares with the hash in the program, or in its property list. */
  readonly headerHash: string
}

type Found = { readonly path: string; readonly file: z.infer<typeof fileSchema> }

function flatten(entry: Entry, path: string): readonly Found[] {
  if (!('files' in entry)) return [{ path, file: entry }]
  return Object.entries(entry.files).flatMap(([name, inner]) =>
    flatten(inner, path === '' ? name : `${path}/${name}`),
  )
}

/** Reads `app.asar` in `resources`, with what lies unpacked beside it. */
export function readArchive(resources: string): Archive {
  const archive = join(resources, 'app.asar')
  const { header, headerString, headerSize } = getRawHeader(archive)
  // The size of the header, itself of four bytes with as many before it.
  const start = 8 + headerSize
  const descriptor = openSync(archive, 'r')
  const contentOf = ({ path, file }: Found): Buffer => {
    if (file.offset === undefined) return readFileSync(join(`${archive}.unpacked`, path))
    const content = Buffer.alloc(file.size)
    readSync(descriptor, content, 0, file.size, start + Number(file.offset))
    return content
  }
  try {
    const files = flatten(entrySchema.parse(header), '').map((found) => ({
      path: found.path,
      bytes: found.file.size,
      unpacked: found.file.unpacked ?? false,
      intact: sha256(contentOf(found)) === found.file.integrity.hash,
    }))
    return { files, headerHash: sha256(headerString) }
  } finally {
    closeSync(descriptor)
  }
}
