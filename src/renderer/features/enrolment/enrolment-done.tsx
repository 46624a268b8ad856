import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Button } from '../../components/ui/button.tsx'
import { CheckIcon } from '../../components/ui/icons.tsx'
import { PageHeading } from '../../components/ui/page-heading.tsx'
import { paths } from '../../lib/navigation.ts'
import styles from './enrolment.module.css'

/** Long enough to read two lines; the button is there for whoever is quicker. In milliseconds. */
const moment = 4000

/** The moment of success, after which Serv@Net opens by itself. */
export function EnrolmentDone({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation('enrolment')
  const [, navigate] = useLocation()
  const open = useRef(() => undefined)
  useEffect(() => {
    open.current = () => {
      onOpen()
      navigate(paths.servnet, { replace: true })
    }
  })
  useEffect(() => {
    const timer = setTimeout(() => open.current(), moment)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={styles['done']}>
      <span className={styles['doneSign']}>
        <CheckIcon size={32} />
      </span>
      <PageHeading title={t('done.heading')}>{t('done.heading')}</PageHeading>
      <p>{t('done.text')}</p>
      <Button onClick={() => open.current()}>{t('done.open')}</Button>
    </div>
  )
}
