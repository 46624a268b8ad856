import { useTranslation } from 'react-i18next'
import type { StepFailure } from '../../../common/forms/step-summary.tsx'

/** Too many tries here keep nobody from signing in: worth knowing while one waits. */
export function SignInOpen({ failure }: { readonly failure: StepFailure | null }) {
  const { t } = useTranslation('recovery')
  return failure?.error.code === 'too_many_attempts' ? <p>{t('signInOpen')}</p> : null
}
