import { useState } from 'react'
import type { OutboxItem } from '../../../../shared/contract/offline/outbox.ts'
import { FailureNotice } from '../../../common/data/load-failure.tsx'
import { useOutboxActions } from '../../../common/offline/outbox-actions.ts'
import { PendingNotice, useWaiting } from '../../../common/offline/pending.tsx'
import { WaitingConflict } from './waiting-edit.tsx'

/** What was saved in this part of the profile and is not sent yet, with the choice where it needs one. */
export function WaitingNotice({ part }: { readonly part: 'personal' | 'preferences' }) {
  const [choosing, setChoosing] = useState<OutboxItem | null>(null)
  const { error, resolve } = useOutboxActions()
  // What needs the person comes first; of the rest the latest stands for all.
  const items = useWaiting(part)
  const item =
    items.find(({ state }) => state === 'conflict' || state === 'refused') ?? items.at(-1)
  return (
    <>
      {item !== undefined && <PendingNotice item={item} onChoose={() => setChoosing(item)} />}
      {error !== null && <FailureNotice error={error} />}
      <WaitingConflict
        item={choosing}
        onClose={() => setChoosing(null)}
        onChosen={(theirs) => {
          setChoosing(null)
          if (choosing !== null) void resolve(choosing, theirs)
        }}
      />
    </>
  )
}
