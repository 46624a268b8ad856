import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import styles from './section.module.css'
import { buttonClass } from '../../../ui/button.tsx'
import { paths } from '../../../common/navigation/navigation.ts'

type SectionProps = {
  readonly title: string
  readonly intro?: ReactNode
  readonly children: ReactNode
}

/** One section of the profile under its heading. */
export function Section({ title, intro, children }: SectionProps) {
  return (
    <section className={styles['sectionBody']} aria-labelledby="section-title">
      <div className={styles['sectionHead']}>
        <h2 id="section-title" tabIndex={-1}>
          {title}
        </h2>
        {intro !== undefined && <p>{intro}</p>}
      </div>
      {children}
    </section>
  )
}

type BlockProps = Omit<SectionProps, 'children'> & {
  readonly children?: ReactNode
  /** Unique on the page. */
  readonly id: string
}

/** A subject within a section. */
export function Block({ id, title, intro, children }: BlockProps) {
  return (
    <section className={styles['block']} aria-labelledby={id}>
      <div className={styles['blockHead']}>
        <h3 id={id} tabIndex={-1}>
          {title}
        </h3>
        {intro !== undefined && <p>{intro}</p>}
      </div>
      {children}
    </section>
  )
}

/** The way on, once something of security is done. */
export function BackToSecurity() {
  const { t } = useTranslation('profile')
  return (
    <Link className={buttonClass('secondary')} href={paths.profileSecurity}>
      {t('back.security')}
    </Link>
  )
}
