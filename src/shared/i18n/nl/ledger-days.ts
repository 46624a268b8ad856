/** The calendar of a ledger’s days: written by main alone. */
export const ledgerDays = {
  fileName: 'kalender-onbetaalde-facturen',
  ics: 'Agenda (ICS)',
  report: 'Uiterlijk te melden: {{name}}',
  cover: 'Laatste dag waarop leveringen gedekt zijn: {{name}}',
  why: 'Oudste onbetaalde factuur: vervallen op {{due}}. Polis {{policy}}: maximaal {{mep}} dagen uitstel, daarna {{within}} dagen om te melden.',
  whyAged:
    'Ouderdom van het oudste onbetaalde bedrag volgens de balans: op zijn vroegst vervallen op {{due}}. Polis {{policy}}: {{mep}} dagen maximale verlenging, daarna {{within}} dagen om te melden.',
}
