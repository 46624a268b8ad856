/** The calendar of a ledger’s days: written by main alone. */
export const ledgerDays = {
  fileName: 'calendario-de-impagos',
  ics: 'Calendario (ICS)',
  report: 'Declarar a más tardar: {{name}}',
  cover: 'Último día con entregas cubiertas: {{name}}',
  why: 'Factura impagada más antigua: vencida el {{due}}. Póliza {{policy}}: prórroga máxima de {{mep}} días y, después, {{within}} días para declarar.',
  whyAged:
    'Antigüedad del impago más antiguo según el balance: vencido como pronto el {{due}}. Póliza {{policy}}: {{mep}} días de prórroga máxima y después {{within}} días para declarar.',
}
