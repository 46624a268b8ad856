/** Tables that a person takes along through the clipboard. */

/** A table in words and numbers: the names of its columns, a row a value. */
export type CopiedTable = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Where a table is split when it is pasted into another program. */
const betweenCells = '\t'

/**
 * Puts a table into the clipboard as text that spreadsheets take apart. The page has no permission
 * for the clipboard's own interface: what it may do is answer a copy that the person asked for.
 * @param above lines before it, that say what it is
 * @returns whether it is there
 */
export function copyTable({ columns, rows }: CopiedTable, above: readonly string[] = []): boolean {
  const lines = [...above.map((line) => [line]), columns, ...rows]
  const text = lines.map((cells) => cells.map(inOneCell).join(betweenCells)).join('\n')
  let isThere = false
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    isThere = true
  }
  document.addEventListener('copy', answer, { once: true })
  // oxlint-disable-next-line typescript/no-deprecated -- the one way that asks for no permission
  const isCopied = document.execCommand('copy')
  document.removeEventListener('copy', answer)
  return isCopied && isThere
}

/** Without what would end the cell, and harmless where a program takes it for a formula. */
function inOneCell(text: string): string {
  const line = text.replaceAll(/[\t\r\n]+/g, ' ')
  return /^[=+@-]/.test(line) ? `'${line}` : line
}
