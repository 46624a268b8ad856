import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceId } from '../../../shared/services.ts'
import styles from './services.module.css'

type ServiceRowProps = {
  readonly service: ServiceId
  /** At its end: the way in, or why there is none. */
  readonly children: ReactNode
}

/** One of the insurer's services in their list, with what it is for. */
export function ServiceRow({ service, children }: ServiceRowProps) {
  const { t } = useTranslation('services')
  return (
    <li className={styles['service']}>
      <div>
        <h2 className={styles['name']}>{t(`${service}.name`)}</h2>
        <p className={styles['text']}>{t(`${service}.text`)}</p>
      </div>
      {children}
    </li>
  )
}
