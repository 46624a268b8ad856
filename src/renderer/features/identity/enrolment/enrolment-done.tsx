import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { buttonClass } from '../../../ui/button.tsx'
import { CheckIcon } from '../../../ui/icons.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { paths } from '../../../common/navigation/navigation.ts'
import { beginSession } from '../../../common/data/session-start.ts'
import styles from './enrolment.module.css'

/** Long enough to read two lines; the button is there for whoever is quicker. In milliseconds. */
const moment = 4000

/** The moment of success, after which Serv@Net opens by itself. */
export function EnrolmentDone() {
  const { t } = useTranslation('enrolment')
  const [, navigate] = useLocation()
  // As the guide has it: after the enrolment comes the home page, whatever the profile will say.
  useEffect(beginSession, [])
  useEffect(() => {
    const timer = setTimeout(() => navigate(paths.servnet, { replace: true }), moment)
    return () => clearTimeout(timer)
  }, [navigate])
  return (
    <div className={styles['done']}>
      <span className={styles['doneSign']}>
        <CheckIcon size={32} />
      </span>
      <PageHeading title={t('done.heading')}>{t('done.heading')}</PageHeading>
      <p>{t('done.text')}</p>
      <Link className={buttonClass()} href={paths.servnet} replace>
        {t('done.open')}
      </Link>
    </div>
  )
}
