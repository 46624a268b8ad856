/** What the columns of a portfolio are called: in six languages, or by their English keys. */
import { columnNames } from '../../../shared/tables/column-names.ts'
import { fieldsByName, foldHeader, type ColumnNames } from '../../../shared/tables/headers.ts'

/** Each key with what its column is called besides; case, accents and punctuation do not matter. */
const names = {
  policy: columnNames.policy,
  buyer_id: columnNames.buyerId,
  name: columnNames.name,
  country: columnNames.country,
  registration_number: columnNames.registrationNumber,
  town: columnNames.town,
  rating: [
    'buyer rating',
    'BR',
    'notation',
    'note',
    'score',
    'Bewertung',
    'Rating',
    'calificación',
    'valutazione',
  ],
  rated_on: [
    'date de notation',
    'ratingdatum',
    'rating date',
    'Bewertungsdatum',
    'fecha de calificación',
    'data di valutazione',
  ],
  applied: [
    'amount applied',
    'requested',
    'montant demandé',
    'demandé',
    'aangevraagd',
    'aangevraagd bedrag',
    'amount',
    'beantragt',
    'beantragter Betrag',
    'importe solicitado',
    'solicitado',
    'importo richiesto',
    'richiesto',
  ],
  applied_on: [
    'application date',
    'demandé le',
    'date de demande',
    'aangevraagd op',
    'aanvraagdatum',
    'beantragt am',
    'Antragsdatum',
    'solicitado el',
    'fecha de solicitud',
    'richiesto il',
    'data della richiesta',
  ],
  granted: [
    'amount granted',
    'limit',
    'montant accordé',
    'accordé',
    'limite',
    'toegekend',
    'toegekend bedrag',
    'limiet',
    'bewilligt',
    'bewilligter Betrag',
    'Limit',
    'importe concedido',
    'concedido',
    'límite',
    'importo concesso',
    'concesso',
  ],
  currency: columnNames.currency,
  decided_on: [
    'decision date',
    'décidé le',
    'date de décision',
    'beslist op',
    'beslissingsdatum',
    'entschieden am',
    'Entscheidungsdatum',
    'decidido el',
    'fecha de decisión',
    'deciso il',
    'data della decisione',
  ],
  effective_on: [
    'effective date',
    "date d'effet",
    'en vigueur le',
    'ingangsdatum',
    'geldig vanaf',
    'wirksam ab',
    'gültig ab',
    'fecha de efecto',
    'en vigor desde',
    'data di effetto',
    'in vigore dal',
  ],
  ends_on: columnNames.endsOn,
  payment_terms_days: columnNames.terms,
  initiated_by: [
    'initiator',
    'initiative',
    'à l’initiative de',
    'initiatief',
    'op initiatief van',
    'veranlasst von',
    'a iniciativa de',
    'su iniziativa di',
  ],
  reason: ['reason code', 'motif', 'reden', 'Grund', 'motivo'],
  conditions: ['condition', 'voorwaarden', 'Bedingungen', 'condiciones', 'condizioni'],
} as const satisfies ColumnNames<string>

export type ColumnKey = keyof typeof names

export const columnKeys: readonly ColumnKey[] = Object.keys(names).filter(isColumnKey)

function isColumnKey(text: string): text is ColumnKey {
  return text in names
}

const keys = fieldsByName(columnKeys, names)

/** The column that is called `header`; null for one that a portfolio has not. */
export function keyOfHeader(header: string): ColumnKey | null {
  return keys.get(foldHeader(header)) ?? null
}
