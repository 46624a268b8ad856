import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ExportOutcome } from '../../common/credit/use-export.tsx'
import { useAppPart } from '../../common/data/app-store.ts'
import { FailureNotice } from '../../common/frames/load-failure.tsx'
import { useLanguage } from '../../common/i18n/languages.ts'
import { useClientInView } from '../../common/navigation/client-view.tsx'
import { showPalette } from '../../common/navigation/overlays.ts'
import { isTopicFor } from '../../common/help/topics.ts'
import { useTopicSearch } from '../../common/help/use-topic-search.ts'
import { SearchIcon } from '../../ui/icons.tsx'
import { createEntrySearch } from './entry-search.ts'
import { entriesFor } from './entries.ts'
import styles from './palette.module.css'
import { PaletteRow, rowKey } from './palette-row.tsx'
import { rowsFor, type Row, type RowGroup } from './rows.ts'
import { useChoices } from './use-choices.ts'
import { useFound, useRecent, type Found } from './use-found.ts'

/** Everything that one can go to or do, by what one types of it; drawn while it is open. */
export function Palette() {
  const { t } = useTranslation('palette')
  const input = useRef<HTMLInputElement>(null)
  const isElsewhere = useRef(false)
  const leave = (elsewhere: boolean) => {
    isElsewhere.current = elsewhere
    showPalette(false)
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && leave(false)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Viewport className={styles['viewport']}>
          <Dialog.Popup
            className={styles['popup']}
            aria-label={t('label')}
            initialFocus={input}
            // A page that one goes to has the focus; else it goes back to where it was.
            finalFocus={() => !isElsewhere.current}
          >
            <Search input={input} leave={leave} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type SearchProps = {
  readonly input: React.RefObject<HTMLInputElement | null>
  readonly leave: (isElsewhere: boolean) => void
}

function Search({ input, leave }: SearchProps) {
  const { t } = useTranslation('palette')
  const [typed, setTyped] = useState('')
  const { found, groups } = useGroups(typed)
  const { isUnavailable, choose, exported } = useChoices(leave)
  const waitForAnswer = useEarlyEnter(found, groups, choose)
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      mode="none"
      value={typed}
      onValueChange={(text, { reason }) => reason !== 'item-press' && setTyped(text)}
      itemToStringValue={() => typed}
      autoHighlight="always"
      keepHighlight
    >
      <Autocomplete.InputGroup className={styles['field']}>
        <SearchIcon />
        <Autocomplete.Input
          ref={input}
          className={styles['input']}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          onKeyDown={waitForAnswer}
        />
        <kbd className={styles['key']} aria-hidden="true">
          {t('escape')}
        </kbd>
      </Autocomplete.InputGroup>
      <Autocomplete.List className={styles['list']}>
        {({ id, items }: RowGroup) => (
          <Autocomplete.Group key={id} items={items}>
            <Autocomplete.GroupLabel className={styles['label']}>
              {t(`groups.${id}`)}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(row: Row) => (
                <PaletteRow
                  key={rowKey(row)}
                  row={row}
                  isUnavailable={isUnavailable(row)}
                  onChoose={choose}
                />
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <Autocomplete.Status className={styles['status']}>
        <Stated found={found} groups={groups} />
      </Autocomplete.Status>
      {found.error !== null && <FailureNotice error={found.error} />}
      <ExportOutcome outcome={exported} />
    </Autocomplete.Root>
  )
}

/** What is found for what is typed, for this person in this language. */
function useGroups(typed: string) {
  const language = useLanguage()
  const granted = useAppPart((state) =>
    state?.session.kind === 'ready' ? state.session.user.services : null,
  )
  const found = useFound(typed, useClientInView())
  const recent = useRecent()
  const offered = useMemo(() => entriesFor(granted ?? []), [granted])
  const search = useMemo(() => createEntrySearch(offered, language), [offered, language])
  const searchTopics = useTopicSearch(false)
  const searchHelp = (words: string) =>
    searchTopics(words).filter((topic) => isTopicFor(topic, granted ?? []))
  const canApply = granted?.includes('servnet') === true
  const groups = rowsFor({ found, recent, offered, search, searchHelp, canApply })
  return { found, groups }
}

/**
 * Enter that is pressed before main has answered waits for the answer: what stands first then is what
 * was meant, and not what happened to stand there in between.
 */
function useEarlyEnter(
  { isSettled, q }: Found,
  groups: readonly RowGroup[],
  choose: (row: Row) => void,
) {
  const waitsFor = useRef<string | null>(null)
  const latest = useRef({ first: groups[0]?.items[0], choose })
  useEffect(() => {
    latest.current = { first: groups[0]?.items[0], choose }
  })
  useEffect(() => {
    const isMeant = waitsFor.current === q
    if (isMeant && !isSettled) return
    waitsFor.current = null
    const { first, choose: chooseNow } = latest.current
    if (isMeant && first !== undefined) chooseNow(first)
  }, [isSettled, q])
  return (event: KeyboardEvent & { preventBaseUIHandler?: () => void }) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isSettled) return
    event.preventBaseUIHandler?.()
    event.preventDefault()
    waitsFor.current = q
  }
}

/** How many rows there are, read out as they change. */
function Stated({
  found,
  groups,
}: {
  readonly found: Found
  readonly groups: readonly RowGroup[]
}) {
  const { t } = useTranslation('palette')
  const count = groups.reduce((sum, { items }) => sum + items.length, 0)
  if (count === 0) return found.isSettled ? t('none') : t('searching')
  const buyers = found.found.find(({ kind }) => kind === 'buyer')
  const more = buyers !== undefined && buyers.total > buyers.items.length
  return [
    t('count', { count }),
    ...(more ? [t('moreBuyers', { count: buyers.total })] : []),
    ...(buyers?.isWhole === false ? [t('notWhole')] : []),
  ].join(' ')
}
