import { Autocomplete } from '@base-ui/react/autocomplete'
import { useState, type ReactNode, type Ref } from 'react'
import styles from './combobox-field.module.css'
import { Field, fieldAria, type FieldTexts } from './field.tsx'
import fieldStyles from './field.module.css'
import popupStyles from './popup.module.css'

export type Found = {
  readonly value: string
  readonly label: string
  /** What tells it from others of the same name. */
  readonly detail: string
}

type SearchFieldProps = FieldTexts & {
  readonly id: string
  readonly ref?: Ref<HTMLInputElement>
  readonly typed: string
  readonly onType: (text: string) => void
  readonly onBlur?: () => void
  /** What was found for what is typed, best first; they are not filtered again. */
  readonly found: readonly Found[]
  readonly onChoose: (item: Found) => void
  /** Under the list: how many there are, that none was found, that the search is under way. */
  readonly status: ReactNode
}

/** Something among very many: one types of it, and chooses from what is found elsewhere. */
export function SearchField({
  id,
  ref,
  label,
  hint,
  error,
  optional = false,
  aside,
  typed,
  onType,
  onBlur,
  found,
  onChoose,
  status,
}: SearchFieldProps) {
  // The list opens within the field and not at the end of the page, which belongs to no landmark.
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Field {...{ id, label, hint, error, optional, aside }}>
      <Autocomplete.Root
        items={found}
        mode="none"
        value={typed}
        // Choosing fills in nothing: whoever asked for it does with it what it is for.
        onValueChange={(text, { reason }) => reason !== 'item-press' && onType(text)}
        itemToStringValue={(item: Found) => item.label}
        // An open list takes the rest of the page from the screen reader: not for nothing.
        open={isOpen && found.length > 0}
        onOpenChange={setIsOpen}
        autoHighlight
      >
        <Autocomplete.InputGroup className={fieldStyles['control']}>
          <Autocomplete.Input
            {...fieldAria(id, { hint, error })}
            // While the list is open the visible label is taken from the screen reader.
            aria-label={label}
            id={id}
            ref={ref}
            dir="auto"
            className={fieldStyles['input']}
            autoComplete="off"
            spellCheck={false}
            onBlur={onBlur}
          />
        </Autocomplete.InputGroup>
        <div ref={setPlace} />
        {typed !== '' && (
          <Autocomplete.Status className={styles['stated']}>{status}</Autocomplete.Status>
        )}
        <Autocomplete.Portal container={place}>
          <Autocomplete.Positioner className={popupStyles['layer']} sideOffset={6} align="start">
            <Autocomplete.Popup className={`${popupStyles['popup']} ${styles['popup']}`}>
              <Autocomplete.List className={styles['list']}>
                {(item: Found) => (
                  <Autocomplete.Item
                    key={item.value}
                    value={item}
                    className={styles['found']}
                    onClick={() => onChoose(item)}
                  >
                    <bdi className={styles['foundLabel']}>{item.label}</bdi>
                    <span className={styles['foundDetail']}>{item.detail}</span>
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
              {/* The same as is read out; the list covers the place where it stands. */}
              <p className={styles['status']} aria-hidden="true">
                {status}
              </p>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </Field>
  )
}
