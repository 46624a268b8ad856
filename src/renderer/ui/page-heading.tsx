import { useEffect, useRef, type ReactNode } from 'react'
import styles from './page-heading.module.css'

type PageHeadingProps = {
  readonly children: ReactNode
  /** The window's title, where it differs from the heading. */
  readonly title: string
  /** False where a field takes the focus instead. */
  readonly takesFocus?: boolean
}

/** The page's one `h1`. Names the window, and takes the focus when one arrives from another page. */
export function PageHeading({ children, title, takesFocus = true }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} – Atradius Services Online`
  }, [title])
  useEffect(() => {
    const arrivedFromAnotherPage = document.documentElement.dataset['wired'] !== undefined
    if (takesFocus && arrivedFromAnotherPage) heading.current?.focus()
  }, [takesFocus])
  return (
    <h1 ref={heading} tabIndex={-1} className={styles['heading']}>
      {children}
    </h1>
  )
}
