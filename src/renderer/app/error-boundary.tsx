import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { MessagePage } from '../common/frames/message-page.tsx'

type ErrorBoundaryProps = { readonly children: ReactNode }
type ErrorBoundaryState = { readonly failed: boolean }

/** Catches what no page expected: a calm page instead of an empty window. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false }

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <FailurePage /> : this.props.children
  }
}

function FailurePage() {
  const { t } = useTranslation('common')
  return (
    <MessagePage
      title={t('failure.title')}
      text={t('failure.text')}
      next={t('failure.contact')}
      actions={<Button onClick={() => location.reload()}>{t('failure.action')}</Button>}
    />
  )
}
