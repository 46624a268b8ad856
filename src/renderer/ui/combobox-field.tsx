import { Combobox } from '@base-ui/react/combobox'
import { useMemo, useState, type Ref } from 'react'
import { createSearch, type Searchable } from './search-options.ts'
import styles from './combobox-field.module.css'
import { Field, fieldAria, type FieldTexts } from './field.tsx'
import fieldStyles from './field.module.css'
import { CheckIcon, ChevronDownIcon } from './icons.tsx'
import popupStyles from './popup.module.css'

export type ComboboxOption<Value extends string> = Searchable & {
  readonly value: Value
  /** A line stands below it as long as nothing is typed: what comes before is most often meant. */
  readonly endsFirstGroup?: boolean
}

type ComboboxFieldProps<Value extends string> = FieldTexts & {
  readonly id: string
  readonly ref?: Ref<HTMLInputElement>
  readonly name: string
  readonly value: Value
  readonly options: readonly ComboboxOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly onBlur: () => void
  /** What the arrow is called. */
  readonly openLabel: string
  /** Said where nothing matches. */
  readonly emptyText: string
}

/** A choice from a long list: type a few letters, or open it and look. */
export function ComboboxField<Value extends string>({
  ref,
  id,
  name,
  label,
  hint,
  error,
  optional = false,
  aside,
  options,
  value,
  openLabel,
  emptyText,
  onChange,
  onBlur,
}: ComboboxFieldProps<Value>) {
  // The list opens within the field and not at the end of the page, which belongs to no landmark.
  const [place, setPlace] = useState<HTMLElement | null>(null)
  // Empty unless somebody typed it: the name of what is chosen is no search.
  const [typed, setTyped] = useState('')
  const search = useMemo(() => createSearch(options), [options])
  const found = useMemo(() => search(typed), [search, typed])
  const chosen = options.find((option) => option.value === value) ?? null
  return (
    <Field {...{ id, label, hint, error, optional, aside }}>
      <Combobox.Root
        items={options}
        value={chosen}
        onValueChange={(option) => option !== null && onChange(option.value)}
        isItemEqualToValue={(one, other) => one.value === other.value}
        filteredItems={found}
        onInputValueChange={(text, { reason }) => setTyped(reason === 'input-change' ? text : '')}
        autoHighlight
      >
        <Combobox.InputGroup className={fieldStyles['control']}>
          <Combobox.Input
            {...fieldAria(id, { hint, error })}
            // While the list is open the visible label is taken from the screen reader.
            aria-label={label}
            id={id}
            ref={ref}
            name={name}
            className={`${fieldStyles['input']} ${styles['input']}`}
            autoComplete="off"
            onBlur={onBlur}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Combobox.Trigger className={styles['open']} aria-label={openLabel}>
            <ChevronDownIcon />
          </Combobox.Trigger>
        </Combobox.InputGroup>
        <div ref={setPlace} />
        <Combobox.Portal container={place}>
          <Combobox.Positioner className={popupStyles['layer']} sideOffset={6} align="start">
            <Combobox.Popup className={`${popupStyles['popup']} ${styles['popup']}`}>
              <Combobox.Empty className={styles['empty']}>{emptyText}</Combobox.Empty>
              <Combobox.List className={styles['list']}>
                {(option: ComboboxOption<Value>) => (
                  <Combobox.Item
                    key={option.value}
                    value={option}
                    className={styles['item']}
                    data-ends-group={(typed === '' && option.endsFirstGroup) || undefined}
                  >
                    {option.label}
                    <Combobox.ItemIndicator>
                      <CheckIcon size={18} />
                    </Combobox.ItemIndicator>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </Field>
  )
}
