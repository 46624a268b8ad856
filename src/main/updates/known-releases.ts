/** What this installation remembers of releases, so that nobody can take it back to an earlier one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { versionSchema } from '../../shared/contract/app/updates.ts'
import { writeAtomically } from '../platform/files/write-file.ts'
import { announcedSchema, type Announced } from './release.ts'

const knownSchema = z.object({
  /** The newest that the feed has announced. */
  announced: announcedSchema.nullable().catch(null),
  /** Those that did not open here: they are not offered again. */
  refused: z.array(versionSchema).max(100).catch([]),
  /** One that could not be installed: it is not tried again unasked. */
  notInstalled: versionSchema.nullable().catch(null),
  /** One from which the app went back, until the person has been told. */
  wentBackFrom: versionSchema.nullable().catch(null),
})
export type KnownValues = z.infer<typeof knownSchema>

export type KnownReleases = {
  readonly values: () => KnownValues
  /** @throws what the file system throws */
  readonly announce: (release: Announced) => Promise<void>
  /** @throws what the file system throws */
  readonly update: (changes: Partial<KnownValues>) => Promise<void>
}

/** @param folder that of `updatesFolder`; made when there is something to remember */
export function openKnownReleases(folder: string): KnownReleases {
  const path = join(folder, 'known.json')
  let values = knownSchema.parse(readJson(path))

  async function update(changes: Partial<KnownValues>): Promise<void> {
    const next = { ...values, ...changes }
    await writeAtomically(path, `${JSON.stringify(next, null, 2)}\n`)
    values = next
  }

  return {
    values: () => values,
    update,
    async announce({ version, releaseDate }) {
      const { announced } = values
      if (announced?.version === version && announced.releaseDate === releaseDate) return
      await update({ announced: { version, releaseDate } })
    },
  }
}

function readJson(path: string): unknown {
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof json === 'object' && json !== null ? json : {}
  } catch {
    return {}
  }
}
