import type { alerts as source } from '../fr/alerts.ts'
import type { Texts } from '../texts.ts'

export const alerts: Texts<typeof source> = {
  title: 'Alle Meldungen',
  more: 'Weitere Meldungen anzeigen',
  loading: 'Die Meldungen werden geladen',
  loadingOne: 'Die Meldung wird geladen',
  kinds: {
    limit_granted: 'Limit gewährt',
    limit_reduced: 'Limit herabgesetzt',
    limit_withdrawn: 'Limit aufgehoben',
    rating_worse: 'Rating verschlechtert',
    rating_better: 'Rating verbessert',
  },
  spoken: 'von {{from}} auf {{to}}',
  effective: 'ab {{date}}',
  handled: 'Erledigt',
  handledLong: 'Erledigt: {{alert}}',
  missing: 'Diese Meldung gibt es nicht, oder sie ist nicht für Sie bestimmt.',
  facts: {
    limit: 'Limit',
    effective: 'Gilt ab',
    buyer: 'Abnehmer',
    buyerId: 'Abnehmernummer',
    policy: 'Police',
    reported: 'Gemeldet am',
    reason: 'Grund',
  },
  reasonUnknown: 'Nicht angegeben. Der Helpdesk gibt Ihnen gern Auskunft.',
  reasons: {
    accounts_strong: 'Besserer Jahresabschluss',
    accounts_weak: 'Schwächerer Jahresabschluss',
    accounts_missing: 'Kein aktueller Jahresabschluss',
    payments_good: 'Gute Zahlungserfahrungen',
    payments_late: 'Gemeldete Zahlungsverzögerungen',
    insolvency: 'Insolvenzverfahren',
    sector_outlook: 'Aussichten der Branche',
    country_outlook: 'Lage im Land',
    total_exposure: 'Summe der Limite auf diesen Abnehmer',
    policyholder_request: 'Auf Ihren Wunsch',
  },
  meaningTitle: 'Was das bedeutet',
  meaning: {
    limit_granted: 'Ihre Lieferungen an diesen Abnehmer sind bis zum gewährten Limit gedeckt.',
    limit_reduced:
      'Lieferungen vor dem Stichtag bleiben bis zum bisherigen Limit gedeckt. Ab diesem Tag zählt nur noch das neue.',
    limit_withdrawn:
      'Lieferungen vor dem Stichtag bleiben bis zum bisherigen Limit gedeckt. Ab diesem Tag sind neue Lieferungen an diesen Abnehmer nicht mehr gedeckt.',
    rating_worse:
      'Das Risiko, dass dieser Abnehmer nicht zahlt, ist gestiegen. Ihre Limite haben sich nicht geändert.',
    rating_better:
      'Das Risiko, dass dieser Abnehmer nicht zahlt, ist gesunken. Ihre Limite haben sich nicht geändert.',
  },
  nextTitle: 'Was Sie tun können',
  next: {
    limit_granted:
      'Vergleichen Sie das Limit mit dem, was Sie liefern wollen. Reicht es nicht aus, wenden Sie sich bitte an uns.',
    limit_reduced:
      'Vergleichen Sie Außenstände und Bestellungen mit dem neuen Limit. Vereinbaren Sie für das Übrige eine Anzahlung oder Sicherheit, oder wenden Sie sich an uns.',
    limit_withdrawn:
      'Prüfen Sie die laufenden Bestellungen. Liefern Sie gegen Vorkasse oder Sicherheit, oder wenden Sie sich an uns, wenn Sie neuere Auskünfte über diesen Abnehmer haben.',
    rating_worse: 'Achten Sie auf die Zahlungen und melden Sie uns jede Verzögerung.',
    rating_better:
      'Wenn Sie ein höheres Limit brauchen, ist der Zeitpunkt günstig: Wenden Sie sich an uns.',
  },
  contactTitle: 'An wen Sie sich wenden',
}
