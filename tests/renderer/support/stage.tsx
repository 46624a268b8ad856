/** Shows one page of the app in the browser, as the app does, with scripted answers from main. */
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach } from 'vitest'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import '../../../src/renderer/ui/tokens.css'
import '../../../src/renderer/ui/base.css'
import { useFollowedData } from '../../../src/renderer/app/followed-data.ts'
import { Shell } from '../../../src/renderer/app/shell/shell.tsx'
import { loadAppState } from '../../../src/renderer/common/data/app-store.ts'
import { i18n, initI18n } from '../../../src/renderer/common/i18n/i18n.ts'
import { createQueryClient } from '../../../src/renderer/common/data/query-client.ts'
import { ClientView } from '../../../src/renderer/common/navigation/client-view.tsx'
import { blockableNavigation } from '../../../src/renderer/common/navigation/navigation-blocker.ts'
import type { AppState } from '../../../src/shared/contract/routes.ts'
import { answerFromNowOn } from './fake-portal.ts'

let root: Root | null = null

/** Where the page has led to. */
export let visited: readonly string[] = []

/** Shows `page` to whoever `state` describes. */
export async function show(page: ReactNode, state: AppState, path = '/here'): Promise<void> {
  answerFromNowOn({ 'app.state': () => ({ ok: true, data: state }) })
  await initI18n(state.language)
  await i18n.loadNamespaces([
    'errors',
    'forms',
    'lock',
    'enrolment',
    'recovery',
    'passwords',
    'shell',
    'offline',
    'servnet',
    'alerts',
    'credit',
    'apply',
    'products',
    'tables',
    'batch',
    'exposure',
    'profile',
    'insights',
    'partners',
    'grid',
    'buyers',
    'dashboard',
    'month-pack',
    'what-if',
    'collectnet',
    'cases',
    'help',
    'guide',
    'updates',
    'palette',
    'notification-settings',
  ])
  await loadAppState()
  const { hook, history } = memoryLocation({ path, record: true })
  visited = history
  const place = document.createElement('div')
  document.body.append(place)
  root = createRoot(place)
  root.render(
    <QueryClientProvider client={createQueryClient()}>
      <Router hook={hook} aroundNav={blockableNavigation}>
        <ClientView>{page}</ClientView>
      </Router>
      <Following />
    </QueryClientProvider>,
  )
}

/** What main says has changed is asked for again, as in the app. */
function Following() {
  useFollowedData(useQueryClient())
  return null
}

/** The same within what surrounds every page of whoever is signed in. */
export function showInShell(page: ReactNode, state: AppState, path?: string): Promise<void> {
  return show(<Shell>{page}</Shell>, state, path)
}

/** As where somebody signs out: nothing is shown any more. */
export function leave(): void {
  root?.unmount()
  root = null
  document.body.replaceChildren()
}

afterEach(leave)
