/** Reads the feed: what it announces counts only where our key has signed it and nothing is taken back. */
import type { KeyObject } from 'node:crypto'
import { fetchText, type Fetch } from './bounded-fetch.ts'
import { isSigned, signatureExtension } from './feed-signature.ts'
import type { KnownReleases } from './known-releases.ts'
import { parseRelease, takesBack, type Release } from './release.ts'
import { UpdateError } from './update-error.ts'

/** In milliseconds, for each of the two small files. */
const patienceMs = 30_000

/**
 * What the feed announces now.
 * @param options.fileName as electron-updater names the file of this kind of computer, e.g. `latest-mac.yml`
 * @throws UpdateError with the code that says what is wrong with it
 */
export async function readFeed(options: {
  readonly fetch: Fetch
  /** The feed's folder, with a slash at its end. */
  readonly base: URL
  readonly fileName: string
  readonly keys: readonly KeyObject[]
  readonly known: KnownReleases
  readonly timeoutMs?: number | undefined
}): Promise<Release> {
  const { fetch, base, fileName, keys, known, timeoutMs = patienceMs } = options
  const read = (name: string) => fetchText(fetch, new URL(name, base).href, timeoutMs)
  const content = await read(fileName)
  const signatures = new TextDecoder().decode(await read(`${fileName}${signatureExtension}`))
  if (!isSigned({ fileName, content, signatures, keys })) {
    throw new UpdateError('update_feed_refused')
  }
  const release = parseRelease(new TextDecoder().decode(content))
  if (takesBack(release, known.values().announced)) throw new UpdateError('update_feed_outdated')
  await known.announce(release)
  return release
}
