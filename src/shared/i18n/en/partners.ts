import type { Texts } from '../texts.ts'
import type { partners as french } from '../fr/partners.ts'

export const partners: Texts<typeof french> = {
  clients: {
    title: 'Clients',
    search: 'Client’s name, policy’s name or number',
    loading: 'The clients are loading',
    none: 'No clients are entrusted to you at the moment.',
    noneNext: 'Your contact person can open your clients’ policies for you.',
    notFound: 'No client “{{name}}”.',
    count_one: '{{total}} client',
    count_other: '{{total}} clients',
  },
  columns: {
    name: 'Client',
    country: 'Country',
    policies: 'Policies',
    totalCld: 'Limits ({{currency}})',
    riskAcceptance: 'RA %',
    abr: 'ABR',
    pending: 'Pending ({{currency}})',
  },
  client: {
    look: 'Its situation in detail',
    onlyPartners:
      'To see its buyers, limits and applications you need Atradius Insights or Serv@Net. Your contact person can open them for you.',
    loading: 'The client is loading',
    missing: 'This client does not exist, or its policies are no longer open to you.',
    figures: 'Figures as at {{day}}',
    policies: 'Its policies',
    noRate: 'A dash: a currency has no rate today.',
  },
  view: {
    label: 'You are looking at',
    back: 'All clients',
    goneNext:
      'Nothing of this client is kept here, except your own notes. Choose another client, or ask your contact person for access.',
    gone: 'Access ended',
    notYours: 'View of a client',
    own: 'See my own data',
    nav: 'What there is to see of this client',
    pages: {
      dashboard: 'Dashboard',
      buyers: 'Buyers',
      limits: 'Limits',
      applications: 'Applications',
      alerts: 'Alerts',
      policies: 'Policies',
      cases: 'Cases',
    },
  },
  figures: {
    totalCld: 'Total CLD',
    riskAcceptance: 'Risk acceptance (RA %)',
    abr: 'Weighted average buyer rating (ABR)',
    pending: 'Pending applications',
    buyers: 'Buyers with a limit',
    help: {
      totalCld:
        'The sum of the limits in force today, under this client’s policies that are open to you. A temporary limit counts until its end.',
      riskAcceptance:
        'Of the latest decision on each buyer and policy: the amount granted, at most the amount applied for, divided by the amount applied for. Where nothing is decided yet, a dash, and not 0%.',
      abr: 'The rating of each buyer, from 1 to 100, weighted by its limits in force. The higher it is, the higher the risk. Buyers without a rating do not count.',
      pending: 'The sum of the applications that are not decided yet.',
      buyers: 'The buyers with a limit in force today, each once, also under several policies.',
    },
  },
}
