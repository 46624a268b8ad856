import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  Rehearsal,
  SecurityQuestion,
} from '../../../../shared/contract/identity/security-questions.ts'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { useReauthentication } from '../../../common/email-code/reauthentication.tsx'
import { NeedsPortal } from '../../../common/offline/needs-portal.tsx'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { profileQuery } from '../../../common/data/queries.ts'
import { BackToSecurity, Section } from './section.tsx'
import { RehearsalForm } from './rehearsal-form.tsx'
import { RehearsalResult } from './rehearsal-result.tsx'
import { useChosenQuestions } from './use-chosen-questions.ts'

/** "Pouvez-vous encore répondre à vos questions ?": a try that changes nothing. */
export function RehearsalSection() {
  const { t } = useTranslation('profile')
  const queryClient = useQueryClient()
  const { run, dialog } = useReauthentication()
  const { busy, questions, error, load } = useChosenQuestions(run, 'rehearse')
  const [results, setResults] = useState<Rehearsal['results'] | null>(null)
  return (
    <Section
      title={t('rehearsal.title')}
      {...(results === null && { intro: t('rehearsal.intro') })}
    >
      {error !== null && (
        <LoadFailure
          means="needsPortalFailed"
          error={error}
          busy={busy}
          onRetry={() => void load()}
        />
      )}
      {questions === null && (
        <>
          <p>{t('rehearsal.passwordFirst')}</p>
          <ButtonRow>
            {error === null && (
              <Button busy={busy} onClick={() => void load()}>
                {t('rehearsal.start')}
              </Button>
            )}
            <BackToSecurity />
          </ButtonRow>
          <NeedsPortal />
        </>
      )}
      {questions !== null &&
        (results === null ? (
          <RehearsalForm
            questions={questions}
            run={run}
            onChecked={(checked) => {
              setResults(checked)
              // The next one is due in three months.
              void queryClient.invalidateQueries({ queryKey: profileQuery.queryKey })
            }}
          />
        ) : (
          <RehearsalResult
            answers={withTexts(results, questions)}
            onAgain={() => setResults(null)}
          />
        ))}
      {dialog}
    </Section>
  )
}

function withTexts(results: Rehearsal['results'], questions: readonly SecurityQuestion[]) {
  return questions.map(({ id, text }) => ({
    text,
    right: results.some(({ questionId, right }) => questionId === id && right),
  }))
}
