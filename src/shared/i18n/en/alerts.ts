import type { alerts as source } from '../fr/alerts.ts'
import type { Texts } from '../texts.ts'

export const alerts: Texts<typeof source> = {
  title: 'All alerts',
  more: 'Show more alerts',
  loading: 'Loading the alerts',
  loadingOne: 'Loading the alert',
  kinds: {
    limit_granted: 'Limit granted',
    limit_reduced: 'Limit reduced',
    limit_withdrawn: 'Limit withdrawn',
    rating_worse: 'Rating worsened',
    rating_better: 'Rating improved',
  },
  spoken: 'from {{from}} to {{to}}',
  effective: 'from {{date}}',
  handled: 'Handled',
  handledLong: 'Handled: {{alert}}',
  missing: 'This alert does not exist, or it is not for you.',
  facts: {
    limit: 'Limit',
    effective: 'Takes effect on',
    buyer: 'Buyer',
    buyerId: 'Buyer number',
    policy: 'Policy',
    reported: 'Reported on',
    reason: 'Reason',
  },
  reasonUnknown: 'Not given. The Helpdesk can tell you more.',
  reasons: {
    accounts_strong: 'Stronger annual accounts',
    accounts_weak: 'Weaker annual accounts',
    accounts_missing: 'No recent accounts',
    payments_good: 'Good payment experience',
    payments_late: 'Late payments reported',
    insolvency: 'Insolvency proceedings',
    sector_outlook: 'Outlook of the sector',
    country_outlook: 'Situation in the country',
    total_exposure: 'Total of all limits on this buyer',
    policyholder_request: 'At your request',
  },
  meaningTitle: 'What this means',
  meaning: {
    limit_granted: 'Your deliveries to this buyer are covered up to the limit granted.',
    limit_reduced:
      'Deliveries made before the effective date stay covered up to the former limit. From that date on, only the new one counts.',
    limit_withdrawn:
      'Deliveries made before the effective date stay covered up to the former limit. From that date on, new deliveries to this buyer are no longer covered.',
    rating_worse: 'The risk that this buyer does not pay has risen. Your limits have not changed.',
    rating_better:
      'The risk that this buyer does not pay has fallen. Your limits have not changed.',
  },
  nextTitle: 'What you can do',
  next: {
    limit_granted:
      'Compare the limit with what you plan to deliver. If it is not enough, please contact us.',
    limit_reduced:
      'Compare what is outstanding and on order with the new limit. Agree on a deposit or a guarantee for what exceeds it, or contact us.',
    limit_withdrawn:
      'Review the orders under way. Deliver against payment in advance or a guarantee, or contact us if you have recent information on this buyer.',
    rating_worse: 'Keep an eye on their payments and tell us of any delay.',
    rating_better: 'If you need a higher limit, this is a good moment: please contact us.',
  },
  contactTitle: 'Whom to contact',
}
