/**
 * What ranges of buyer ratings are called: data of the portal, which clients read from `/v1/meta`. A
 * rating runs from 1 to 100, and higher is riskier; each name says which way its range lies.
 */
import { localizedSchema, type Meta } from '../../shared/contract/portal/meta.ts'
import type { PlatformContext } from '../platform/context.ts'
import { prepare } from '../platform/db/prepare.ts'
import { createQueryCache } from '../platform/db/query-cache.ts'

export type RatingBand = Meta['ratingBands'][number]

const allBands = prepare((db) => db.selectFrom('rating_bands').selectAll().orderBy('from_rating'))

/** Reads the bands, from the safest to the riskiest; remembers them for as long as nobody writes. */
export function createRatingBands({
  db,
  changes,
}: Pick<PlatformContext, 'db' | 'changes'>): () => Promise<readonly RatingBand[]> {
  const read = createQueryCache(
    changes,
    () => 'all',
    () => readRatingBands(db),
  )
  return () => read(undefined)
}

/** The bands, from the safest to the riskiest. @throws where a name is missing in a language */
export async function readRatingBands(db: PlatformContext['db']): Promise<RatingBand[]> {
  const rows = await allBands(db, {})
  return rows.map(({ id, from_rating: from, to_rating: to, names }) => ({
    id,
    name: localizedSchema.parse(JSON.parse(names)),
    from,
    to,
  }))
}

/** The id of the band that `rating` is in; null for none, as of an unrated buyer. */
export function bandOf(bands: readonly RatingBand[], rating: number | null): string | null {
  if (rating === null) return null
  return bands.find(({ from, to }) => from <= rating && rating <= to)?.id ?? null
}
