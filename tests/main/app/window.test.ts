/** The window's own rules. Electron's objects are the edge here: they cannot be had without it. */
import { EventEmitter } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { contextMenuItems } from '../../../src/main/app/window/context-menu-items.ts'
import { menuTexts } from '../../../src/main/app/window/menu-texts.ts'
import { reloadAfterCrash } from '../../../src/main/app/window/reload-after-crash.ts'

const allowed = {
  canUndo: true,
  canRedo: false,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: false,
}

/** What can be chosen, in Dutch. */
const offered = (params: Parameters<typeof contextMenuItems>[0]) =>
  contextMenuItems(params, menuTexts.nl)
    .filter(({ enabled }) => enabled === true)
    .map(({ label }) => label)

describe('a right click', () => {
  it('in a field offers what can be done there, in the person’s language', () => {
    const params = { isEditable: true, editFlags: allowed, selectionText: '' }
    const { undo, cut, copy, paste, selectAll } = menuTexts.nl
    expect(offered(params)).toEqual([undo, cut, copy, paste, selectAll])
  })

  it('in a password’s field offers to paste, and neither to cut nor to copy', () => {
    // What Chromium says of such a field.
    const editFlags = { ...allowed, canUndo: false, canCut: false, canCopy: false }
    const params = { isEditable: true, editFlags, selectionText: 'secret' }
    expect(offered(params)).toEqual([menuTexts.nl.paste, menuTexts.nl.selectAll])
  })

  it('on selected text offers to copy it, and elsewhere nothing', () => {
    const params = { isEditable: false, editFlags: allowed, selectionText: 'NL-17386' }
    expect(offered(params)).toEqual([menuTexts.nl.copy])
    expect(contextMenuItems({ ...params, selectionText: ' ' }, menuTexts.nl)).toEqual([])
  })
})

/** A page whose process ends as a test says, at the times that it says. */
function openPage() {
  const events = new EventEmitter()
  const seen: string[] = []
  let time = 0
  const contents = {
    on: (name: string, listener: (event: unknown, details: { reason: string }) => void) =>
      events.on(name, listener),
    isDestroyed: () => false,
    reload: () => void seen.push('reload'),
  }
  reloadAfterCrash(
    contents,
    (reason) => void seen.push(reason),
    () => time,
  )
  return {
    seen,
    goes: async (reason: string, at: number) => {
      time = at
      events.emit('render-process-gone', {}, { reason })
      await setImmediate()
    },
  }
}

describe('a page that is gone', () => {
  it('is loaded again, also after another crash much later', async () => {
    const { seen, goes } = openPage()
    await goes('crashed', 1_000)
    await goes('oom', 60_000)
    expect(seen).toEqual(['crashed', 'reload', 'oom', 'reload'])
  })

  it('is left alone where it crashes again at once, or was closed', async () => {
    const { seen, goes } = openPage()
    await goes('crashed', 1_000)
    await goes('crashed', 2_000)
    await goes('crashed', 3_000)
    await goes('clean-exit', 60_000)
    expect(seen).toEqual(['crashed', 'reload', 'crashed', 'crashed'])
  })
})
