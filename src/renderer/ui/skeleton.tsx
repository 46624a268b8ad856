import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useHasLasted } from './clock.ts'
import styles from './skeleton.module.css'

type SkeletonProps = { readonly width?: 'short' | 'medium' | 'long' }

/** The place of a line of text that is on its way. Hidden from readers: say "loading" once beside. */
export function Skeleton({ width = 'long' }: SkeletonProps) {
  return <span className={`${styles['skeleton']} ${styles[width]}`} aria-hidden="true" />
}

type LoadingProps = {
  /** What is on its way, for whoever listens. */
  readonly text: string
  /** The shape of what will be there; left out, a few lines. */
  readonly children?: ReactNode
}

/** After how long one is told that it takes longer than usual, in milliseconds. */
const usual = 8000

/** The place of what is on its way, in its shape; where that takes long, it says so. */
export function Loading({ text, children }: LoadingProps) {
  const { t } = useTranslation('common')
  const isLong = useHasLasted(true, usual)
  return (
    <output className={styles['loading']}>
      <span className="visually-hidden">{text}</span>
      {isLong && <span className={styles['late']}>{t('loadingLong')}</span>}
      {children ?? (
        <>
          <Skeleton width="short" />
          <Skeleton />
          <Skeleton width="medium" />
        </>
      )}
    </output>
  )
}
