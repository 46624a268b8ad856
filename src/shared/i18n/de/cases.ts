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
  enter: {
    title: 'Fall melden',
    offered: 'Sie hatten einen Fall zu {{buyer}} begonnen.',
    resume: 'Damit fortfahren',
    loading: 'Das Formular wird geladen',
    buyerMissing: 'Wählen Sie den Abnehmer in der Liste, oder beschreiben Sie ihn.',
    invoice: 'Rechnung {{number}}',
    addInvoice: 'Rechnung hinzufügen',
    remove: 'Entfernen',
    removeLong: 'Rechnung {{number}} entfernen',
    deadline: {
      within_mep: 'Spätestens am {{by}} zu melden. Die maximale Verlängerung läuft bis {{mep}}.',
      to_report:
        'Spätestens am {{by}} zu melden. Seit {{mep}} sind neue Lieferungen an diesen Abnehmer nicht mehr gedeckt.',
      late: 'Die Meldefrist ist seit {{by}} abgelaufen. Senden Sie den Fall trotzdem: Ihr Versicherer sagt Ihnen, was noch gedeckt ist.',
    },
    send: 'Fall senden',
    keep: 'In den Ausgang legen',
    kept: 'Was Sie schreiben, bleibt auf diesem Computer erhalten.',
    exists: 'Ein offener Fall zu diesem Abnehmer enthält bereits Rechnung {{number}}',
    openExisting: 'Diesen Fall öffnen',
    existsNext:
      'Das Portal nimmt keinen zweiten an. Entfernen Sie diese Rechnung, oder verfolgen Sie den Fall.',
    waits: 'Rechnung {{number}} steht bereits in einem Fall, der noch gesendet wird',
    showOutbox: 'Zeigen, was wartet',
    sent: 'Der Fall ist eröffnet',
    sentNext:
      'Ihr Versicherer nimmt Kontakt mit dem Abnehmer auf. Jeder Schritt erscheint im Fall.',
    waiting: 'Der Fall wartet auf den Versand',
    waitingNext:
      'Er liegt auf diesem Computer und geht ab, sobald der Dienst antwortet. Sie können ihn noch ändern oder verwerfen.',
    follow: 'Den Fall verfolgen',
    again: 'Weiteren Fall melden',
  },
}
