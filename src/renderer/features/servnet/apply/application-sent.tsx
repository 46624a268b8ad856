import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Application } from '../../../../shared/contract/credit/applications.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { formatMoment } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { applicationPath, paths } from '../../../common/navigation/navigation.ts'
import { showStatusSheet } from '../../../common/navigation/overlays.ts'
import { Button, ButtonRow, buttonClass } from '../../../ui/button.tsx'
import { CheckIcon, ClockIcon } from '../../../ui/icons.tsx'
import { Unbroken } from '../../../ui/unbroken.tsx'
import styles from './apply.module.css'
import type { Sent } from './use-application.ts'

type ApplicationSentProps = {
  readonly sent: Sent
  /** Whom it is about. */
  readonly buyer: string
  /** Begins another one. */
  readonly onAgain: () => void
}

/** What became of it: the reference, what comes next and when, and the way to it. */
export function ApplicationSent({ sent, buyer, onAgain }: ApplicationSentProps) {
  const { t } = useTranslation('apply')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    window.scrollTo({ top: 0 })
  }, [])
  const isThere = sent.kind === 'sent'
  return (
    <section className={styles['sent']} aria-labelledby="sent">
      <span className={styles['sentSign']} data-kind={sent.kind}>
        {isThere ? <CheckIcon size={28} /> : <ClockIcon size={28} />}
      </span>
      <h2 ref={heading} tabIndex={-1} id="sent">
        {t(isThere ? 'sent.title' : 'sent.waiting')}
      </h2>
      {isThere ? <Next application={sent.answer} /> : <p>{t('sent.waitingNext', { buyer })}</p>}
      <ButtonRow>
        {isThere ? (
          <Link className={buttonClass()} href={applicationPath(sent.answer.id)}>
            {t('sent.follow')}
          </Link>
        ) : (
          <>
            <Link className={buttonClass()} href={paths.applications}>
              {t('sent.all')}
            </Link>
            <Button variant="secondary" onClick={() => showStatusSheet(true)}>
              {t('warnings.showOutbox')}
            </Button>
          </>
        )}
        <Button variant="secondary" onClick={onAgain}>
          {t('sent.again')}
        </Button>
      </ButtonRow>
    </section>
  )
}

function Next({ application }: { readonly application: Application }) {
  const { t } = useTranslation('apply')
  const language = useLanguage()
  const { id, buyerName, amount, expectedBy } = application
  return (
    <>
      <p>
        {t('sent.text', { amount: formatMoney(language, amount), buyer: buyerName })}{' '}
        {t('sent.reference')} <Unbroken>{id}</Unbroken>
      </p>
      <p>
        {expectedBy === null
          ? t('sent.next')
          : t('sent.nextBy', { moment: formatMoment(language, expectedBy) })}{' '}
        {t('sent.told')}
      </p>
    </>
  )
}
