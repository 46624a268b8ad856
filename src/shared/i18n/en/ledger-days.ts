/** The calendar of a ledger’s days: written by main alone. */
export const ledgerDays = {
  fileName: 'overdue-calendar',
  ics: 'Calendar (ICS)',
  report: 'Last day to report: {{name}}',
  cover: 'Last day on which deliveries are covered: {{name}}',
  why: 'Oldest unpaid invoice: due on {{due}}. Policy {{policy}}: a maximum extension period of {{mep}} days, then {{within}} days to report.',
  whyAged:
    'Age of the oldest unpaid amount by the ledger: due on {{due}} at the earliest. Policy {{policy}}: {{mep}} days of maximum extension, then {{within}} days to report.',
}
