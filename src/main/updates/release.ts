/** What a feed announces, parsed: a version, its file for this computer, and what is new in it. */
import { load } from 'js-yaml'
import { compare } from 'semver'
import { z } from 'zod'
import { versionSchema } from '../../shared/contract/app/updates.ts'
import { languages, type Language } from '../../shared/languages.ts'
import { UpdateError } from './update-error.ts'

/** In bytes; an installer of this app has some 100 MB. */
const largestFile = 500_000_000

/** Beside the feed and nowhere else: a name, no path and no address. */
const fileNameSchema = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)

const releaseFileSchema = z.object({
  url: fileNameSchema,
  /** In base64. */
  sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
  size: z.int().min(1).max(largestFile),
  /** The app never asks for rights: a file that needs them is an administrator's to install. */
  isAdminRightsRequired: z.literal(false).exactOptional(),
})
export type ReleaseFile = z.infer<typeof releaseFileSchema>

/** YAML takes an unquoted time for a date. */
const dateSchema = z.union([z.date().transform((date) => date.toISOString()), z.iso.datetime()])

export const releaseSchema = z.object({
  version: versionSchema,
  files: z.array(releaseFileSchema).min(1).max(10),
  releaseDate: dateSchema,
  /** Of all installations, how many are offered it; all where it is missing. */
  stagingPercentage: z.int().min(0).max(100).exactOptional(),
  minimumSystemVersion: versionSchema.exactOptional(),
  /** What is new, by language, a line each. */
  notes: z.partialRecord(z.enum(languages), z.array(z.string().max(2_000)).max(50)).optional(),
})
export type Release = z.infer<typeof releaseSchema>

/**
 * @param content of a feed file whose signature was found good
 * @throws UpdateError `update_feed_refused`
 */
export function parseRelease(content: string): Release {
  try {
    return releaseSchema.parse(load(content))
  } catch (error) {
    throw new UpdateError('update_feed_refused', error)
  }
}

const longestNote = 500
const mostNotes = 20

/** What is new as plain lines in `language`, else in French, the source of all texts. */
export function notesOf({ notes }: Release, language: Language): string[] {
  const lines = notes?.[language] ?? notes?.fr ?? []
  return lines
    .map(plainLine)
    .filter((line) => line !== '')
    .slice(0, mostNotes)
}

/** Without markup, without what steers a terminal or turns the direction of writing, and not endless. */
function plainLine(text: string): string {
  const words = text
    .replaceAll(/<[^<>]*>/gu, '')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .trim()
  return words.length > longestNote ? `${words.slice(0, longestNote - 1).trimEnd()}…` : words
}

/** What is remembered of the newest release that was announced. */
export const announcedSchema = releaseSchema.pick({ version: true, releaseDate: true })
export type Announced = z.infer<typeof announcedSchema>

/**
 * Whether `release` takes back what was announced before: a lower version, or one that was published
 * earlier. Both only ever grow, so an old feed is refused however well it is signed.
 */
export function takesBack(release: Announced, before: Announced | null): boolean {
  if (before === null) return false
  const isLower = compare(release.version, before.version) < 0
  return isLower || Date.parse(release.releaseDate) < Date.parse(before.releaseDate)
}
