import styles from './skeleton.module.css'

type SkeletonProps = { readonly width?: 'short' | 'medium' | 'long' }

/** The place of a line of text that is on its way. Hidden from readers: say "loading" once beside. */
export function Skeleton({ width = 'long' }: SkeletonProps) {
  return <span className={`${styles['skeleton']} ${styles[width]}`} aria-hidden="true" />
}
