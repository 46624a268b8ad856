/** Files that a person chooses to be documents: read here, and looked at before anything is kept. */
import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  largestDocument,
  mostDocuments,
  type Attached,
} from '../../../../shared/contract/collectnet/documents.ts'
import type { RefusedFile } from '../../../../shared/contract/collectnet/routes.ts'
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import { documentKindOf } from '../../../../shared/rules/document-content.ts'
import { cleanFileName } from '../../../../shared/rules/file-name.ts'

/** Which files the person chose in the system's box; none where they thought better of it. */
export type AskWhichDocuments = () => Promise<readonly string[]>

export type ReadDocument = Omit<Attached, 'id'> & { readonly content: Uint8Array }

/** Each of them that can be a document, and of each other why it cannot. */
export async function readChosen(
  paths: readonly string[],
  room: number,
): Promise<{ readonly read: readonly ReadDocument[]; readonly refused: readonly RefusedFile[] }> {
  const read: ReadDocument[] = []
  const refused: RefusedFile[] = []
  for (const path of paths) {
    // oxlint-disable-next-line no-await-in-loop -- one file in memory after the other
    const document = read.length < room ? await readOne(path) : full
    if (document.ok) read.push(document.data)
    else refused.push({ name: cleanFileName(basename(path)), error: document.error })
  }
  return { read, refused }
}

const full = failure({ code: 'documents_full', params: { max: mostDocuments } })

async function readOne(path: string): Promise<Result<ReadDocument>> {
  const name = cleanFileName(basename(path))
  const content = await contentOf(path)
  if (!content.ok) return content
  const kind = documentKindOf(name, content.data)
  if (!kind.ok) return failure({ code: kind.code })
  const { mediaType } = kind
  return success({ name, mediaType, bytes: content.data.length, content: content.data })
}

/** Of a file that grows meanwhile, too, no more is read than a document may have. */
async function contentOf(path: string): Promise<Result<Uint8Array>> {
  let file: FileHandle | null = null
  try {
    file = await open(path, 'r')
    const about = await file.stat()
    if (!about.isFile()) return failure({ code: 'document_unreadable' })
    if (about.size > largestDocument) return failure({ code: 'document_too_large' })
    const bytes = Buffer.alloc(largestDocument + 1)
    let length = 0
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- part after part
      const { bytesRead } = await file.read(bytes, length, bytes.length - length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    if (length > largestDocument) return failure({ code: 'document_too_large' })
    return success(Uint8Array.from(bytes.subarray(0, length)))
  } catch {
    return failure({ code: 'document_unreadable' })
  } finally {
    await file?.close()
  }
}
