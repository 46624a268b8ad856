/** Where a table that one opened comes from: which of its sheets is read, and the way to be rid of it. */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'

type SheetChoiceProps = {
  readonly view: { readonly sheet: string | null; readonly sheets: readonly string[] }
  readonly onChange: (change: { readonly kind: 'sheet'; readonly sheet: string }) => void
}

/** Nothing where there is but one. */
export function SheetChoice({ view: { sheet, sheets }, onChange }: SheetChoiceProps) {
  const { t } = useTranslation('tables')
  if (sheets.length < 2) return null
  return (
    <SelectField
      label={t('source.sheet')}
      value={sheet ?? ''}
      onChange={({ target }) => onChange({ kind: 'sheet', sheet: target.value })}
    >
      {sheets.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </SelectField>
  )
}

type ForgetTableProps = {
  readonly words: {
    readonly forget: string
    readonly title: string
    /** What goes with it. */
    readonly text: string
    readonly keep: string
  }
  readonly onForget: () => void
}

/** Once it was confirmed. */
export function ForgetTable({ words, onForget }: ForgetTableProps) {
  const [isAsked, setAsked] = useState(false)
  const stay = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Button variant="quiet" onClick={() => setAsked(true)}>
        {words.forget}
      </Button>
      <ConfirmDialog
        open={isAsked}
        onClose={() => setAsked(false)}
        title={words.title}
        initialFocus={stay}
        actions={
          <>
            <Button
              variant="danger"
              onClick={() => {
                setAsked(false)
                onForget()
              }}
            >
              {words.forget}
            </Button>
            <Button variant="secondary" ref={stay} onClick={() => setAsked(false)}>
              {words.keep}
            </Button>
          </>
        }
      >
        {words.text}
      </ConfirmDialog>
    </>
  )
}
