import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { QuestionIcon } from '../../ui/icons.tsx'
import styles from './facts.module.css'

type FactProps = {
  readonly name: string
  /** What it means, in plain words, behind a "?" beside its name. */
  readonly help?: string
  readonly children: ReactNode
}

/** One thing that is so, under its name; to stand in a list of `Facts`. */
export function Fact({ name, help, children }: FactProps) {
  const { t } = useTranslation('products')
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div className={styles['fact']}>
      <dt>
        {name}
        {help !== undefined && (
          <button
            type="button"
            className={styles['help']}
            aria-label={t('what', { name })}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={() => setOpen(!open)}
          >
            <QuestionIcon size={16} />
          </button>
        )}
      </dt>
      <dd>{children}</dd>
      {open && (
        <dd id={id} className={styles['explained']}>
          {help}
        </dd>
      )}
    </div>
  )
}

/** What is known of something, side by side. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles['facts']}>{children}</dl>
}

type PartProps = { readonly title: string; readonly children: ReactNode }

/** A part of a page, under its own heading. */
export function Part({ title, children }: PartProps) {
  return (
    <section className={styles['part']}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
