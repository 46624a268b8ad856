import { Combobox } from '@base-ui/react/combobox'
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
  return (
    <Field {...{ id, label, hint, error, optional, aside }}>
      <Combobox.Root
        items={found}
        filter={null}
        value={null}
        inputValue={typed}
        onInputValueChange={(text, { reason }) => {
          if (reason === 'input-change' || reason === 'input-clear') onType(text)
        }}
        onValueChange={(item: Found | null) => item !== null && onChoose(item)}
        isItemEqualToValue={(one: Found, other: Found) => one.value === other.value}
        openOnInputClick={false}
        autoHighlight
      >
        <Combobox.InputGroup className={fieldStyles['control']}>
          <Combobox.Input
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
        </Combobox.InputGroup>
        <div ref={setPlace} />
        <Combobox.Portal container={place}>
          <Combobox.Positioner className={popupStyles['layer']} sideOffset={6} align="start">
            <Combobox.Popup className={`${popupStyles['popup']} ${styles['popup']}`}>
              <Combobox.List className={styles['list']}>
                {(item: Found) => (
                  <Combobox.Item key={item.value} value={item} className={styles['found']}>
                    <bdi className={styles['foundLabel']}>{item.label}</bdi>
                    <span className={styles['foundDetail']}>{item.detail}</span>
                  </Combobox.Item>
                )}
              </Combobox.List>
              <Combobox.Status className={styles['status']}>{status}</Combobox.Status>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </Field>
  )
}
