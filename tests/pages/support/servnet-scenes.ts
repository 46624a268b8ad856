/** Serv@Net's pages with something on each: limits, applications, messages, and what is due. */
import type { Page } from 'playwright-core'
import type { Application } from '../../../src/shared/contract/credit/applications.ts'
import type { PaletteItem } from '../../../src/shared/contract/palette/routes.ts'
import { success } from '../../../src/shared/contract/result.ts'
import { cut, cutDue, decision, endDue, letter, pendingDue } from '../../renderer/support/credit.ts'
import { alertAt, quietHome } from '../../renderer/support/home.ts'
import type { Answers } from './fake-portal.ts'
import { buyerAt, buyerDetail, freshness, limitAt, portfolio } from './portfolio.ts'

const euro = (amount: string) => ({ amount, currency: 'EUR' })
const at = '2026-11-20T09:00:00.000Z'

const application = (id: string, changes: Partial<Application> = {}): Application => ({
  id,
  kind: 'increase',
  policyId: '17386',
  buyerId: '100000',
  buyerName: buyerAt(Number(id)).name,
  country: 'FR',
  amount: euro('250000.00'),
  paymentTermsDays: 60,
  startsOn: null,
  endsOn: '2027-06-30',
  status: 'pending',
  appliedAt: at,
  expectedBy: '2026-11-24T09:00:00.000Z',
  decision: null,
  limitId: 'l1',
  ...changes,
})

const pending = application('1')
const decided = application('2', {
  status: 'partly_accepted',
  decision: {
    granted: euro('150000.00'),
    decidedAt: '2026-11-23T08:00:00.000Z',
    effectiveOn: '2026-11-23',
    endsOn: '2027-06-30',
    reason: 'accounts_weak',
    conditions: 'Sous réserve de la caution de la société mère.',
  },
})

export const messages = [
  {
    id: 'm1',
    title: 'Maintenance dimanche',
    body: 'Le portail sera indisponible dimanche de 6 h à 8 h.\n\nVotre travail hors ligne continue.',
    publishedAt: '2026-11-22T07:00:00.000Z',
    read: false,
  },
  { id: 'm2', title: 'Vos conditions 2027', body: 'Texte', publishedAt: at, read: true },
] as const

const alerts = [
  { ...alertAt(9, 'a1'), buyer: 'Ørsted A/S' },
  { ...alertAt(8, 'a2'), kind: 'rating_worse' as const, from: null, to: null, handled: true },
]

const page = <Item>(items: readonly Item[]) => ({ items: [...items], nextCursor: null })
const { limits, decisions } = buyerDetail
const limit = limits[0] ?? limitAt(0)

function foundBuyerAt(index: number): PaletteItem {
  const { id, name, country, town, registrationNumber } = buyerAt(index)
  return { kind: 'buyer', id, name, country, town, registrationNumber }
}

/** What every page of Serv@Net asks for. */
export const servnetAnswers: Answers = {
  ...portfolio,
  'app.chooseService': success({}),
  'servnet.home': success({
    ...quietHome,
    home: {
      ...quietHome.home,
      alerts,
      messages: [...messages],
      newAlerts: 2,
      counts: { alerts: { total: 2, unhandled: 1 }, messages: { total: 2, unread: 1 } },
    },
  }),
  'profile.reminders': success({
    passwordExpiresInDays: null,
    rehearsalDue: false,
    emailToConfirm: null,
    unsaved: null,
  }),
  'credit.news': success({ items: [cut, decision, letter], freshness }),
  'credit.due': success({ items: [endDue, cutDue, pendingDue], freshness }),
  'credit.buyer': success({ buyer: buyerAt(0), freshness }),
  'credit.limit': success({ detail: { limit, course: decisions }, freshness }),
  'servnet.alerts': success({ page: page(alerts), freshness }),
  'servnet.messages': success({ page: page(messages), freshness }),
  'servnet.readMessage': success({}),
  'servnet.applications': success({ page: page([pending, decided]), freshness }),
  'servnet.application': success({ application: decided, freshness }),
  'servnet.declarations': success({
    page: page([
      {
        id: 'd1',
        policyId: '17386',
        period: '2026-Q2',
        amount: euro('1250000.00'),
        declaredAt: at,
        replaced: false,
      },
    ]),
    freshness,
  }),
  'palette.recent': success({ choices: [] }),
  'palette.find': success({
    found: [
      { kind: 'buyer', items: [0, 1, 2].map(foundBuyerAt), total: 412, isWhole: true },
      {
        kind: 'policy',
        items: [{ kind: 'policy', id: '17386', name: 'Dedert Icesticks B.V.', currency: 'EUR' }],
        total: 1,
        isWhole: true,
      },
    ],
  }),
  'servnet.applicationDraft': success({ draft: null, savedAt: null }),
  'servnet.saveApplicationDraft': success({ savedAt: at }),
  'servnet.checkApplication': success({ warnings: [], limit }),
  'servnet.apply': success({ kind: 'sent', answer: pending }),
}

export type Scene = {
  readonly name: string
  readonly path: string
  readonly answers?: Answers
  /** In French, whose words it presses. */
  readonly act?: (page: Page) => Promise<unknown>
}

async function fillAmount(shown: Page): Promise<void> {
  await shown.getByLabel('Montant de la limite').fill('300000')
  await shown.getByText('60 jours', { exact: true }).click()
}

async function goToCheck(shown: Page): Promise<void> {
  await fillAmount(shown)
  await shown.getByRole('button', { name: 'Continuer' }).click()
  await shown.getByRole('button', { name: /^Envoyer/u }).waitFor()
}

export const servnetScenes: readonly Scene[] = [
  { name: 'home with news and what is due', path: '/servnet' },
  { name: 'policies', path: '/servnet/policies' },
  { name: 'limits', path: '/servnet/limits' },
  { name: 'a limit', path: '/servnet/limits/l1' },
  { name: 'applications', path: '/servnet/applications' },
  { name: 'a decision', path: '/servnet/applications/2' },
  {
    name: 'an application under review',
    path: '/servnet/applications/1',
    answers: { 'servnet.application': success({ application: pending, freshness }) },
  },
  { name: 'turnover', path: '/servnet/turnover' },
  {
    name: 'the palette',
    path: '/servnet/turnover',
    async act(shown) {
      await shown.getByRole('button', { name: 'Rechercher', exact: true }).click()
      await shown.getByRole('combobox', { name: 'Rechercher ou aller à' }).fill('li')
      await shown.getByRole('option', { name: /Limites de crédit/u }).waitFor()
    },
  },
  { name: 'alerts of one kind', path: '/servnet/alerts?kind=limit_reduced' },
  { name: 'messages', path: '/servnet/messages' },
  { name: 'a message', path: '/servnet/messages/m1' },
  { name: 'applying: who', path: '/servnet/apply' },
  { name: 'applying: how much', path: '/servnet/apply?buyer=100000', act: fillAmount },
  {
    name: 'applying: check',
    path: '/servnet/apply?buyer=100000',
    answers: {
      'servnet.checkApplication': success({
        warnings: [
          {
            kind: 'application_exists',
            applicationId: '1',
            amount: pending.amount,
            appliedAt: at,
          },
        ],
        limit,
      }),
    },
    act: goToCheck,
  },
  {
    name: 'applied',
    path: '/servnet/apply?buyer=100000',
    async act(shown) {
      await goToCheck(shown)
      await shown.getByRole('button', { name: /^Envoyer/u }).click()
    },
  },
]
