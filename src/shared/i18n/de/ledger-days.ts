/** The calendar of a ledger’s days: written by main alone. */
export const ledgerDays = {
  fileName: 'kalender-ueberfaelliger-rechnungen',
  ics: 'Kalender (ICS)',
  report: 'Spätestens zu melden: {{name}}',
  cover: 'Letzter Tag mit Deckung für Lieferungen: {{name}}',
  why: 'Älteste unbezahlte Rechnung: fällig am {{due}}. Police {{policy}}: höchstens {{mep}} Tage Verlängerung, danach {{within}} Tage für die Meldung.',
  whyAged:
    'Alter des ältesten offenen Betrags laut Liste: frühestens fällig am {{due}}. Police {{policy}}: {{mep}} Tage maximale Verlängerung, dann {{within}} Tage zum Melden.',
}
