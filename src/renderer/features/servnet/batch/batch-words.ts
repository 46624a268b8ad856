/** What is said of a row of a table: what is wrong with it, and what one should know. */
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../../shared/assert-never.ts'
import type {
  BatchProblem,
  BatchRowView,
  BatchWarning,
} from '../../../../shared/contract/servnet/batch.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'

/** Sentences for problems and warnings, and a row's state in a few words. */
export function useBatchWords() {
  const { t } = useTranslation('batch')
  const language = useLanguage()

  const problem = ({ field, code, params }: BatchProblem) =>
    t(`problems.${code}`, { field: t(`fields.${field}`), ...params })

  function warning(one: BatchWarning): string {
    switch (one.kind) {
      case 'limit_suffices':
        return t('warnings.limit_suffices', { amount: formatMoney(language, one.inForce) })
      case 'buyer_known':
      case 'name_differs':
        return t(`warnings.${one.kind}`, { name: one.name })
      case 'number_unlikely':
        return t('warnings.number_unlikely')
      case 'application_exists':
        return t('problems.application_pending')
      case 'application_waits':
        return t('problems.application_waiting')
      default:
        return assertNever(one)
    }
  }

  /** The first of what there is to say. */
  function state({ state: kind, problems, warnings }: BatchRowView): string {
    if (kind === 'left') return t('states.left')
    const [wrong] = problems
    const [warned] = warnings
    if (wrong !== undefined) return problem(wrong)
    return warned === undefined ? t('states.ready') : warning(warned)
  }

  return { problem, warning, state }
}
