import { Skeleton } from '../../../ui/skeleton.tsx'
import styles from './profile.module.css'

/** The place of a list that is on its way. */
export function ListLoading({ text }: { readonly text: string }) {
  return (
    <output className={styles['loading']}>
      <span className="visually-hidden">{text}</span>
      <Skeleton width="medium" />
      <Skeleton width="long" />
      <Skeleton width="medium" />
    </output>
  )
}
