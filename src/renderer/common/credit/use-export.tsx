import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/contract/result.ts'
import type { RouteInput } from '../../../shared/contract/routes.ts'
import { callPortal } from '../data/portal.ts'
import { FailureNotice } from '../frames/load-failure.tsx'
import { useLanguage } from '../i18n/languages.ts'
import { CheckIcon, Spinner } from '../../ui/icons.tsx'
import { formatTotal } from './list-formats.ts'
import styles from './long-list.module.css'

type Exported = RouteInput<'credit.export'>
export type ExportFormat = Exported['format']

/** XLSX first: it keeps ids as texts and amounts as numbers, wherever it is opened. */
export const exportFormats = ['xlsx', 'csv'] as const satisfies readonly ExportFormat[]

type Outcome =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'saved'; readonly path: string; readonly rows: number }
  | { readonly kind: 'failed'; readonly error: AppError }

/** Saves a table as a file; main asks where. */
export function useExport() {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'idle' })
  const save = async (input: Exported) => {
    if (outcome.kind === 'busy') return
    setOutcome({ kind: 'busy' })
    const result = await callPortal('credit.export', input)
    if (!result.ok) setOutcome({ kind: 'failed', error: result.error })
    else if (result.data.kind === 'cancelled') setOutcome({ kind: 'idle' })
    else setOutcome(result.data)
  }
  return { outcome, save: (input: Exported) => void save(input) }
}

/** What came of an export, where it was asked for. */
export function ExportOutcome({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  return (
    <>
      <output className={styles['outcome']}>
        {outcome.kind === 'busy' && (
          <>
            <Spinner /> {t('export.busy')}
          </>
        )}
        {outcome.kind === 'saved' && (
          <>
            <CheckIcon size={18} />
            <span>
              {t('export.saved', {
                count: outcome.rows,
                rows: formatTotal(language, outcome.rows),
                path: outcome.path,
              })}
            </span>
          </>
        )}
      </output>
      {outcome.kind === 'failed' && <FailureNotice error={outcome.error} />}
    </>
  )
}
