import type { cases as source } from '../fr/cases.ts'
import type { Texts } from '../texts.ts'

export const cases: Texts<typeof source> = {
  title: 'Inkassofälle',
  list: {
    search: 'Abnehmer oder Rechnungsnummer',
    loading: 'Die Fälle werden geladen',
    all_one: '{{total}} Fall',
    all_other: '{{total}} Fälle',
    none: 'Kein Fall passt zu diesen Filtern.',
    empty: 'Sie haben keinen Inkassofall.',
  },
  columns: {
    claimed: 'Gefordert',
    recovered: 'Eingezogen',
    outstanding: 'Offen',
    openedAt: 'Eröffnet am',
    oldestDueOn: 'Erste Fälligkeit',
    invoices: 'Rechnungen',
    lastStep: 'Letzter Schritt',
  },
  status: {
    open: 'Im Inkasso',
    instalments: 'Ratenzahlung',
    legal: 'Vor Gericht',
    recovered: 'Eingezogen',
    closed: 'Geschlossen',
  },
  means: {
    open: 'Ihr Versicherer fordert die Zahlung vom Abnehmer.',
    instalments: 'Der Abnehmer zahlt in Raten, wie vereinbart.',
    legal: 'Ein Gerichtsverfahren läuft.',
    recovered: 'Alles wurde bezahlt, der Fall ist geschlossen.',
    closed: 'Der Fall ist geschlossen. Was noch offen ist, wird hier nicht mehr gefordert.',
  },
  steps: {
    opened: 'Fall eröffnet',
    reminder_sent: 'Mahnung gesendet',
    debtor_contacted: 'Abnehmer kontaktiert',
    payment_received: 'Zahlung erhalten',
    instalment_plan: 'Ratenzahlung vereinbart',
    legal_action: 'Gerichtliche Schritte',
    closed: 'Fall geschlossen',
  },
  instalment: '{{amount}} je Rate',
  one: {
    on: 'Fall zu {{buyer}}',
    loading: 'Der Fall wird geladen',
    missing:
      'Diesen Fall gibt es hier nicht mehr: Vielleicht haben Sie auf seine Police keinen Zugriff mehr. Gehen Sie zurück zur Liste.',
    course: 'Verlauf',
    invoices: 'Rechnungen',
    reference: 'Referenz',
    policy: 'Police',
    buyer: 'Abnehmer',
    remarks: 'Ihre Anmerkungen',
    rowOnly:
      'Offline ist nur die Zeile der Liste auf diesem Computer. Rechnungen und Schritte erscheinen, sobald das Portal antwortet.',
  },
  invoice: {
    number: 'Rechnungsnr.',
    issuedOn: 'Datum',
    dueOn: 'Ursprüngliche Fälligkeit',
    amount: 'Betrag',
    paid: 'Bezahlt',
    outstanding: 'Offen',
    total: 'Summe',
  },
}
