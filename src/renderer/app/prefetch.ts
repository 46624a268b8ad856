import { prefetchTexts } from '../common/i18n/i18n.ts'

/**
 * Fetches, while one types, what comes after signing in: the pages' code, their texts and the
 * sentences of errors. A failure shows when the page is opened.
 */
export function prefetchNextPages(): void {
  requestIdleCallback(() => {
    void Promise.allSettled([
      prefetchTexts([
        'errors',
        'forms',
        'enrolment',
        'passwords',
        'shell',
        'offline',
        'servnet',
        'alerts',
        'credit',
        'insights',
      ]),
      import('./other-pages.tsx').then(() =>
        Promise.all([
          import('../features/identity/enrolment/enrolment-page.tsx'),
          import('../features/servnet/home-page.tsx'),
        ]),
      ),
    ])
  })
}
