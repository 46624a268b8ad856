import { useEffect } from 'react'
import { keepFocus } from '../ui/keep-focus.ts'
import { releaseEarlyInput } from './early-input.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { prefetchNextPages } from './prefetch.ts'
import { Routes } from './routes.tsx'

/**
 * The whole app. Once it answers to input it says so: the mark `wired` in the performance timeline
 * and `data-wired` on the document, for tests and measurements.
 */
export function App() {
  useEffect(() => {
    if (document.documentElement.dataset['wired'] !== undefined) return
    document.documentElement.dataset['wired'] = ''
    performance.mark('wired')
    releaseEarlyInput()
    document.addEventListener('input', prefetchNextPages, { once: true })
  }, [])
  useEffect(keepFocus, [])
  return (
    <ErrorBoundary>
      <Routes />
    </ErrorBoundary>
  )
}
