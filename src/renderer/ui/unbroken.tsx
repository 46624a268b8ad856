import type { ReactNode } from 'react'
import styles from './unbroken.module.css'

type UnbrokenProps = { readonly children: ReactNode }

/** Keeps a number, a date or an address on one line wherever it fits into one. */
export function Unbroken({ children }: UnbrokenProps) {
  return <span className={styles['unbroken']}>{children}</span>
}
