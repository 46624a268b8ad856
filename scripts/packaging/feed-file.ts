/**
 * The file that announces a version to installed apps. electron-builder writes one a run, and a run
 * packages one architecture; an app looks into one file for its own.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dump, load } from 'js-yaml'
import { z } from 'zod'

const feedSchema = z.looseObject({
  version: z.string(),
  files: z.array(z.looseObject({ url: z.string() })),
})

const readFeed = (file: string) => feedSchema.parse(load(readFileSync(file, 'utf8')))

/**
 * Writes what `made` announces to `target`. What is there already of the same version stays: it is the
 * other architecture's. Of another version nothing stays.
 */
export function writeFeedFile(made: string, target: string): void {
  const feed = readFeed(made)
  const former = existsSync(target) ? readFeed(target) : null
  const kept = former?.version === feed.version ? former.files : []
  const own = new Set(feed.files.map(({ url }) => url))
  const files = [...kept.filter(({ url }) => !own.has(url)), ...feed.files]
  const ordered = files.toSorted((one, other) => one.url.localeCompare(other.url))
  writeFileSync(target, dump({ ...feed, files: ordered }, { lineWidth: -1 }))
}
