import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { SignedInFrame } from '../../common/frames/signed-in-frame.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { paths } from '../../common/navigation/navigation.ts'
import styles from './help.module.css'

type LaterPageProps = {
  readonly page: 'products'
  /** What one can do meanwhile. */
  readonly children: ReactNode
}

/** A place in the menu that is still to come: says so, and what helps until then. */
export function LaterPage({ page, children }: LaterPageProps) {
  const { t } = useTranslation('help')
  return (
    <SignedInFrame>
      <div className={styles['later']}>
        <PageHeading title={t(`${page}.title`)}>{t(`${page}.title`)}</PageHeading>
        <p className={styles['lead']}>{t(`${page}.status`)}</p>
        <p>
          {t(`${page}.text`)} {t(`${page}.meanwhile`)}
        </p>
        <div className={styles['actions']}>
          <Link className={buttonClass()} href={paths.servnet}>
            {t(`${page}.back`)}
          </Link>
          {children}
        </div>
      </div>
    </SignedInFrame>
  )
}
