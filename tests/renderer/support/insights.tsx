import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { DashboardPage } from '../../../src/renderer/features/insights/dashboard/dashboard-page.tsx'
import type { Dashboard } from '../../../src/shared/contract/credit/dashboard.ts'
import type { Preferences } from '../../../src/shared/contract/identity/preferences.ts'
import { success } from '../../../src/shared/contract/result.ts'
import type { AppState } from '../../../src/shared/contract/routes.ts'
import type { Language } from '../../../src/shared/languages.ts'
import { answerOf, fresh, policyOf } from './dashboard.ts'
import { answerFromNowOn, scriptPortal, signedIn } from './fake-portal.ts'
import { profileOf } from './profile.ts'
import { show } from './stage.tsx'

/** What surrounds the dashboard: the preferences, one policy, nothing new and nothing due. */
export function scriptInsights(): void {
  scriptPortal({
    'credit.policies': () => success({ policies: [policyOf('17386', 'DEDERT')], freshness: fresh }),
    'credit.news': () => success({ items: [], freshness: fresh }),
    'credit.due': () => success({ items: [], freshness: fresh }),
  })
  preferCurrency('EUR')
}

/** What amounts are shown in from now on. */
export function preferCurrency(currency: Preferences['currency']): void {
  answerFromNowOn({ 'profile.read': () => success(profileOf({ preferences: { currency } })) })
}

/** Somebody in Insights. */
export const inLanguage = (language: Language): AppState => ({
  ...signedIn,
  language,
  service: 'insights',
})

/** Shows `dashboard`, once its figures are there. */
export async function showDashboard(
  dashboard: Dashboard,
  language: Language = 'fr',
): Promise<void> {
  answerFromNowOn({ 'insights.dashboard': () => answerOf(dashboard) })
  await show(<DashboardPage />, inLanguage(language), '/insights')
  await expect.poll(() => document.body.textContent).toContain('GMT')
}

/** A part of the dashboard, by its heading. */
export const panel = (name: string) => page.getByRole('region', { name, exact: true })
/** What is written there, each space of any kind as one. */
export const textOf = (element: Element | null) =>
  element?.textContent.replaceAll(/\s+/gu, ' ') ?? ''
export const allText = () => textOf(document.body)
