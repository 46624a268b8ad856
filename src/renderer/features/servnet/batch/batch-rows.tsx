import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BatchRowView, BatchView } from '../../../../shared/contract/servnet/batch.ts'
import { formatAmount, formatCountry } from '../../../common/credit/list-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Chips } from '../../../ui/chips.tsx'
import { Grid } from '../../../ui/grid/grid.tsx'
import { rowsOf, type GridColumn } from '../../../ui/grid/grid-props.ts'
import { CheckIcon, InfoIcon, WarningIcon } from '../../../ui/icons.tsx'
import styles from './batch.module.css'
import { useBatchWords } from './batch-words.ts'

const shownKinds = ['all', 'wrong', 'ready', 'left'] as const
type ShownKind = (typeof shownKinds)[number]

const keyOf = ({ key }: BatchRowView) => String(key)
const nameOf = ({ buyer, texts }: BatchRowView) => buyer?.name ?? texts.name ?? ''

type BatchRowsProps = {
  readonly view: BatchView
  readonly onOpen: (row: BatchRowView) => void
}

/** The rows as they would be sent, each with what there is to say of it. */
export function BatchRows({ view: { rows }, onOpen }: BatchRowsProps) {
  const { t } = useTranslation('batch')
  const [kind, setKind] = useState<ShownKind>('all')
  const columns = useBatchColumns()
  const shown = useMemo(
    () => rowsOf(kind === 'all' ? rows : rows.filter(({ state }) => state === kind)),
    [rows, kind],
  )
  const countOf = (one: ShownKind) =>
    one === 'all' ? rows.length : rows.filter(({ state }) => state === one).length
  const chips = shownKinds
    .filter((one) => one === 'all' || one === kind || countOf(one) > 0)
    .map((one) => ({ value: one, label: t(`rows.${one}`, { count: countOf(one) }) }))
  return (
    <section className={styles['part']} aria-labelledby="batch-rows">
      <h2 id="batch-rows">{t('rows.title')}</h2>
      <Chips
        name="shown"
        legend={t('rows.show')}
        chips={chips}
        value={kind}
        onChoose={(one) => setKind(one)}
      />
      <p className={styles['quiet']}>{t('rows.hint')}</p>
      <Grid
        // Another kind begins at its first row.
        key={kind}
        label={t('rows.title')}
        columns={columns}
        rows={shown}
        keyOf={keyOf}
        nameOf={nameOf}
        onOpen={onOpen}
        empty={<p className={styles['quiet']}>{t('rows.none')}</p>}
      />
    </section>
  )
}

const signs = { ready: CheckIcon, wrong: WarningIcon, left: InfoIcon } as const

function useBatchColumns() {
  const { t } = useTranslation('batch')
  const language = useLanguage()
  const words = useBatchWords()
  return useMemo((): readonly GridColumn<BatchRowView>[] => {
    const text = (field: keyof BatchRowView['texts']) => (row: BatchRowView) => row.texts[field]
    return [
      { id: 'name', name: t('fields.name'), width: 12, cell: nameOf },
      {
        id: 'country',
        name: t('fields.country'),
        width: 7,
        rank: 1.1,
        cell: ({ buyer, texts }) =>
          buyer === null ? texts.country : formatCountry(language, buyer.country),
      },
      {
        id: 'number',
        name: t('fields.registrationNumber'),
        width: 9,
        rank: 1.3,
        narrow: 'none',
        cell: ({ buyer, texts }) => texts.registrationNumber ?? buyer?.registrationNumber,
      },
      { id: 'policy', name: t('fields.policy'), width: 6, rank: 1.2, cell: text('policy') },
      {
        id: 'amount',
        name: t('fields.amount'),
        width: 8,
        align: 'end',
        narrow: 'end',
        rank: -1,
        cell: ({ amount, texts }) =>
          amount === null
            ? texts.amount
            : `${formatAmount(language, amount.amount)} ${amount.currency}`,
      },
      {
        id: 'terms',
        name: t('fields.terms'),
        width: 7,
        align: 'end',
        narrow: 'none',
        cell: text('terms'),
      },
      {
        id: 'state',
        name: t('rows.state'),
        width: 18,
        rank: -1,
        cell: (row) => {
          const Sign =
            row.state === 'ready' && row.warnings.length > 0 ? InfoIcon : signs[row.state]
          return (
            <span className={styles['state']} data-state={row.state} title={words.state(row)}>
              <Sign size={16} />
              <span>{words.state(row)}</span>
            </span>
          )
        },
      },
    ]
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the words are those of the language
  }, [t, language])
}
