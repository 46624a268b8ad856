import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../../../shared/contract/identity/me.ts'
import type { SecurityQuestion } from '../../../../shared/contract/identity/security-questions.ts'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { useReauthentication } from '../../../common/email-code/reauthentication.tsx'
import { NeedsPortal } from '../../../common/offline/needs-portal.tsx'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { BackToSecurity, Block, Section } from './section.tsx'
import styles from './rows.module.css'
import { QuestionsForm } from './questions-form.tsx'
import { useChosenQuestions } from './use-chosen-questions.ts'
import { useFocusAfter } from '../../../ui/keep-focus.ts'

/** The three questions, and three new ones in their place; the password comes first. */
export function QuestionsSection({ me }: { readonly me: Me }) {
  const { t } = useTranslation('profile')
  const { run, dialog } = useReauthentication()
  const { busy, questions, error, load, take } = useChosenQuestions(run, 'seeQuestions')
  const [saved, setSaved] = useState(false)
  useFocusAfter(saved ? true : null, 'section-title')
  const begin = useEffectEvent(() => void load())
  useEffect(() => begin(), [])
  return (
    <Section title={t('questions.title')} intro={t('questions.intro')}>
      {error !== null && (
        <LoadFailure
          means="needsPortalFailed"
          error={error}
          busy={busy}
          onRetry={() => void load()}
        />
      )}
      {questions === null && error === null && (
        <ButtonRow>
          <Button variant="secondary" busy={busy} onClick={() => void load()}>
            {t('questions.show')}
          </Button>
        </ButtonRow>
      )}
      {questions === null && <NeedsPortal />}
      {questions !== null && <Present questions={questions} />}
      {saved ? (
        <>
          <Notice tone="success">{t('questions.changed')}</Notice>
          <ButtonRow>
            <BackToSecurity />
          </ButtonRow>
        </>
      ) : (
        questions !== null && (
          <QuestionsForm
            me={me}
            run={run}
            onSaved={(items) => {
              take(items)
              setSaved(true)
            }}
          />
        )
      )}
      {dialog}
    </Section>
  )
}

function Present({ questions }: { readonly questions: readonly SecurityQuestion[] }) {
  const { t } = useTranslation('profile')
  return (
    <Block id="present-title" title={t('questions.present')}>
      <ul className={styles['questions']}>
        {questions.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </Block>
  )
}
