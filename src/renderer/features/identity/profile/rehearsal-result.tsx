import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button, buttonClass, ButtonRow } from '../../../ui/button.tsx'
import { CheckIcon, CloseIcon } from '../../../ui/icons.tsx'
import { paths } from '../../../common/navigation/navigation.ts'
import styles from './rehearsal-result.module.css'

type RehearsalResultProps = {
  readonly answers: readonly { readonly text: string; readonly right: boolean }[]
  readonly onAgain: () => void
}

/** Whether all answers would be accepted; else which would not, and what to do about them. */
export function RehearsalResult({ answers, onAgain }: RehearsalResultProps) {
  const { t } = useTranslation('profile')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const wrong = answers.filter(({ right }) => !right).length
  return (
    <div className={styles['result']}>
      <h3 ref={heading} tabIndex={-1}>
        {wrong === 0 ? t('rehearsal.allRight') : t('rehearsal.someWrong', { count: wrong })}
      </h3>
      <p>{t(wrong === 0 ? 'rehearsal.allRightText' : 'rehearsal.someWrongText')}</p>
      {wrong > 0 && <Verdicts answers={answers} />}
      <ButtonRow>
        {wrong === 0 ? (
          <Link className={buttonClass()} href={paths.profileSecurity}>
            {t('rehearsal.done')}
          </Link>
        ) : (
          <>
            <Link className={buttonClass()} href={paths.profileQuestions}>
              {t('rehearsal.changeNow')}
            </Link>
            <Button variant="secondary" onClick={onAgain}>
              {t('rehearsal.again')}
            </Button>
          </>
        )}
      </ButtonRow>
    </div>
  )
}

function Verdicts({ answers }: Pick<RehearsalResultProps, 'answers'>) {
  const { t } = useTranslation('profile')
  return (
    <ul className={styles['answers']}>
      {answers.map(({ text, right }) => (
        <li key={text} className={styles['answer']} data-right={right}>
          <span className={styles['sign']}>
            {right ? <CheckIcon size={18} /> : <CloseIcon size={16} />}
          </span>
          <span>
            {text}
            <span className={styles['verdict']}>
              {t(right ? 'rehearsal.right' : 'rehearsal.wrong')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
