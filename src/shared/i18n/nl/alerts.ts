import type { alerts as source } from '../fr/alerts.ts'
import type { Texts } from '../texts.ts'

export const alerts: Texts<typeof source> = {
  title: 'Alle meldingen',
  more: 'Meer meldingen tonen',
  loading: 'De meldingen worden geladen',
  loadingOne: 'De melding wordt geladen',
  kinds: {
    limit_granted: 'Limiet toegekend',
    limit_reduced: 'Limiet verlaagd',
    limit_withdrawn: 'Limiet ingetrokken',
    rating_worse: 'Rating verslechterd',
    rating_better: 'Rating verbeterd',
  },
  spoken: 'van {{from}} naar {{to}}',
  effective: 'vanaf {{date}}',
  handled: 'Afgehandeld',
  handledLong: 'Afgehandeld: {{alert}}',
  missing: 'Deze melding bestaat niet of is niet voor u bestemd.',
  facts: {
    limit: 'Limiet',
    effective: 'Gaat in op',
    buyer: 'Afnemer',
    buyerId: 'Afnemersnummer',
    policy: 'Polis',
    reported: 'Gemeld op',
    reason: 'Reden',
  },
  reasonUnknown: 'Niet vermeld. De Helpdesk kan u meer vertellen.',
  reasons: {
    accounts_strong: 'Sterkere jaarcijfers',
    accounts_weak: 'Zwakkere jaarcijfers',
    accounts_missing: 'Geen recente jaarcijfers',
    payments_good: 'Goede betaalervaringen',
    payments_late: 'Gemelde betalingsachterstanden',
    insolvency: 'Insolventieprocedure',
    sector_outlook: 'Vooruitzichten van de sector',
    country_outlook: 'Situatie in het land',
    total_exposure: 'Totaal van de limieten op deze afnemer',
    policyholder_request: 'Op uw verzoek',
  },
  meaningTitle: 'Wat dit betekent',
  meaning: {
    limit_granted: 'Uw leveringen aan deze afnemer zijn gedekt tot de toegekende limiet.',
    limit_reduced:
      'Leveringen van vóór de ingangsdatum blijven gedekt tot de oude limiet. Vanaf die datum geldt alleen de nieuwe.',
    limit_withdrawn:
      'Leveringen van vóór de ingangsdatum blijven gedekt tot de oude limiet. Vanaf die datum zijn nieuwe leveringen aan deze afnemer niet meer gedekt.',
    rating_worse:
      'Het risico dat deze afnemer niet betaalt, is gestegen. Uw limieten zijn niet gewijzigd.',
    rating_better:
      'Het risico dat deze afnemer niet betaalt, is gedaald. Uw limieten zijn niet gewijzigd.',
  },
  nextTitle: 'Wat u kunt doen',
  next: {
    limit_granted:
      'Vergelijk de limiet met wat u wilt leveren. Is zij niet voldoende, neem dan contact met ons op.',
    limit_reduced:
      'Vergelijk uw openstaande posten en bestellingen met de nieuwe limiet. Spreek voor het meerdere een aanbetaling of zekerheid af, of neem contact met ons op.',
    limit_withdrawn:
      'Bekijk de lopende bestellingen. Lever tegen vooruitbetaling of zekerheid, of neem contact met ons op als u recente informatie over deze afnemer hebt.',
    rating_worse: 'Let op de betalingen en meld ons elke vertraging.',
    rating_better:
      'Hebt u een hogere limiet nodig, dan is dit een goed moment: neem contact met ons op.',
  },
  contactTitle: 'Met wie u contact opneemt',
}
