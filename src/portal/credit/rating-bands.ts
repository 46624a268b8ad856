/**
 * What ranges of buyer ratings are called: data of the portal, which clients read from `/v1/meta`. A
 * rating runs from 1 to 100, and higher is riskier; each name says which way its range lies.
 */
import type { Meta } from '../../shared/contract/portal/meta.ts'

export type RatingBand = Meta['ratingBands'][number]

/** From the safest to the riskiest; every rating is in one of them. */
export const ratingBands: readonly RatingBand[] = [
  {
    id: 'very_low_risk',
    from: 1,
    to: 20,
    name: {
      fr: 'Risque très faible',
      nl: 'Zeer laag risico',
      en: 'Very low risk',
      de: 'Sehr geringes Risiko',
      es: 'Riesgo muy bajo',
      it: 'Rischio molto basso',
    },
  },
  {
    id: 'low_risk',
    from: 21,
    to: 40,
    name: {
      fr: 'Risque faible',
      nl: 'Laag risico',
      en: 'Low risk',
      de: 'Geringes Risiko',
      es: 'Riesgo bajo',
      it: 'Rischio basso',
    },
  },
  {
    id: 'moderate_risk',
    from: 41,
    to: 60,
    name: {
      fr: 'Risque modéré',
      nl: 'Matig risico',
      en: 'Moderate risk',
      de: 'Mittleres Risiko',
      es: 'Riesgo moderado',
      it: 'Rischio moderato',
    },
  },
  {
    id: 'high_risk',
    from: 61,
    to: 80,
    name: {
      fr: 'Risque élevé',
      nl: 'Hoog risico',
      en: 'High risk',
      de: 'Hohes Risiko',
      es: 'Riesgo alto',
      it: 'Rischio alto',
    },
  },
  {
    id: 'very_high_risk',
    from: 81,
    to: 100,
    name: {
      fr: 'Risque très élevé',
      nl: 'Zeer hoog risico',
      en: 'Very high risk',
      de: 'Sehr hohes Risiko',
      es: 'Riesgo muy alto',
      it: 'Rischio molto alto',
    },
  },
]

/** The id of the band that `rating` is in; null for none, as of an unrated buyer. */
export function bandOf(rating: number | null): string | null {
  if (rating === null) return null
  return ratingBands.find(({ from, to }) => from <= rating && rating <= to)?.id ?? null
}
