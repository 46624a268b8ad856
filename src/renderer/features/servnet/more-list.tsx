import { useId, useState, type ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import styles from './home.module.css'

type MoreListProps<Item> = {
  readonly items: readonly Item[]
  /** How many are shown before one asks for more. */
  readonly first: number
  readonly more: string
  readonly fewer: string
  /** A list item with its own key. */
  readonly children: (item: Item, index: number) => ReactNode
}

/** The first few, and the rest at a press. */
export function MoreList<Item>({ items, first, more, fewer, children }: MoreListProps<Item>) {
  const id = useId()
  const [all, setAll] = useState(false)
  return (
    <>
      <ul className={styles['list']} id={id}>
        {items.slice(0, all ? items.length : first).map(children)}
      </ul>
      {items.length > first && (
        <div className={styles['more']}>
          <Button
            variant="quiet"
            aria-expanded={all}
            aria-controls={id}
            onClick={() => setAll(!all)}
          >
            {all ? fewer : more}
          </Button>
        </div>
      )}
    </>
  )
}
