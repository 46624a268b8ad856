import { useId, type KeyboardEvent } from 'react'
import { SearchIcon } from './icons.tsx'
import styles from './search-input.module.css'

type SearchInputProps = {
  readonly label: string
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly takesFocus: boolean
  /** The keyboard goes on in the list. */
  readonly onDown: () => void
}

/** Searches what stands beneath it, as one types. */
export function SearchInput({ label, typed, onType, takesFocus, onDown }: SearchInputProps) {
  const id = useId()
  const goDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    onDown()
  }
  return (
    <span className={styles['search']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <span className={styles['field']}>
        <SearchIcon size={18} />
        <input
          id={id}
          type="search"
          dir="auto"
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is there to search in
          autoFocus={takesFocus}
          value={typed}
          onChange={({ target }) => onType(target.value)}
          onKeyDown={goDown}
        />
      </span>
    </span>
  )
}
