/** The calendar of a ledger’s days: written by main alone. */
export const ledgerDays = {
  fileName: 'calendario-degli-insoluti',
  ics: 'Calendario (ICS)',
  report: 'Da segnalare al più tardi: {{name}}',
  cover: 'Ultimo giorno con consegne coperte: {{name}}',
  why: 'Fattura non pagata più vecchia: scaduta il {{due}}. Polizza {{policy}}: proroga massima di {{mep}} giorni, poi {{within}} giorni per segnalare.',
  whyAged:
    'Anzianità dell’insoluto più vecchio secondo il bilancio: scaduto non prima del {{due}}. Polizza {{policy}}: {{mep}} giorni di proroga massima, poi {{within}} giorni per denunciare.',
}
