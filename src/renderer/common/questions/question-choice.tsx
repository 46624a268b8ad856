import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { securityQuestionsQuery } from '../data/queries.ts'
import { useLanguage } from '../i18n/languages.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { QuestionFields, type QuestionRow } from './question-fields.tsx'

/** Three questions to choose from the portal's list, in the language on screen. */
export function QuestionChoice({ rows }: { readonly rows: readonly QuestionRow[] }) {
  const { t } = useTranslation(['forms', 'errors', 'common'])
  const language = useLanguage()
  // While another language's list is on its way the present one stays, so that nothing jumps.
  const { data, error, refetch, isFetching } = useQuery({
    ...securityQuestionsQuery(language),
    placeholderData: (before) => before,
  })
  if (data !== undefined) return <QuestionFields rows={rows} questions={data.items} />
  if (error === null) {
    return (
      <Loading text={t('common:loading')}>
        <Skeleton />
      </Loading>
    )
  }
  return (
    <Notice
      tone="error"
      title={t('questions.unavailable')}
      action={
        <Button variant="quiet" busy={isFetching} onClick={() => void refetch()}>
          {t('retry')}
        </Button>
      }
    >
      {t(`${error.error.code}.next`, { ns: 'errors', ...error.error.params })}
    </Notice>
  )
}
