import type { cases as source } from '../fr/cases.ts'
import type { Texts } from '../texts.ts'

export const cases: Texts<typeof source> = {
  title: 'Incassodossiers',
  list: {
    search: 'Afnemer of factuurnummer',
    loading: 'De dossiers worden geladen',
    all_one: '{{total}} dossier',
    all_other: '{{total}} dossiers',
    none: 'Geen dossier past bij deze filters.',
    empty: 'U hebt geen incassodossier.',
  },
  columns: {
    claimed: 'Gevorderd',
    recovered: 'Geïnd',
    outstanding: 'Openstaand',
    openedAt: 'Geopend op',
    oldestDueOn: 'Eerste vervaldag',
    invoices: 'Facturen',
    lastStep: 'Laatste stap',
  },
  status: {
    open: 'In incasso',
    instalments: 'Betaling in termijnen',
    legal: 'Bij de rechter',
    recovered: 'Geïnd',
    closed: 'Gesloten',
  },
  means: {
    open: 'Uw verzekeraar vordert de betaling van de afnemer.',
    instalments: 'De afnemer betaalt in termijnen, zoals afgesproken.',
    legal: 'Er loopt een gerechtelijke procedure.',
    recovered: 'Alles is betaald, het dossier is gesloten.',
    closed: 'Het dossier is gesloten. Wat nog openstaat, wordt hier niet meer gevorderd.',
  },
  steps: {
    opened: 'Dossier geopend',
    reminder_sent: 'Herinnering verstuurd',
    debtor_contacted: 'Contact met de afnemer',
    payment_received: 'Betaling ontvangen',
    instalment_plan: 'Betalingsregeling afgesproken',
    legal_action: 'Gerechtelijke stap',
    closed: 'Dossier gesloten',
  },
  instalment: '{{amount}} per termijn',
  one: {
    on: 'Dossier over {{buyer}}',
    loading: 'Het dossier wordt geladen',
    missing:
      'Dit dossier is er niet meer: misschien hebt u geen toegang meer tot de polis. Ga terug naar de lijst.',
    course: 'Verloop',
    invoices: 'Facturen',
    reference: 'Referentie',
    policy: 'Polis',
    buyer: 'Afnemer',
    remarks: 'Uw opmerkingen',
    rowOnly:
      'Offline staat alleen de regel van de lijst op deze computer. De facturen en de stappen verschijnen zodra het portaal antwoordt.',
  },
  invoice: {
    number: 'Factuurnummer',
    issuedOn: 'Datum',
    dueOn: 'Oorspronkelijke vervaldag',
    amount: 'Bedrag',
    paid: 'Betaald',
    outstanding: 'Openstaand',
    total: 'Totaal',
  },
}
