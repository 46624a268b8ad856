/** A message as plain text. */
import { assertNever } from '../../../shared/assert-never.ts'
import { groupCode } from '../../../shared/rules/codes.ts'
import type { Block, Message } from './compose.ts'

export function textOf({ greeting, blocks, sender, footer }: Message): string {
  const parts = [greeting, ...blocks.map(blockText), sender, `-- \n${footer.join('\n')}`]
  return `${parts.join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text
    case 'code':
      return `    ${groupCode(block.code)}`
    case 'fact':
      return block.detail === null ? `    ${block.text}` : `    ${block.text}\n    ${block.detail}`
    case 'caution':
      return `${block.title}\n${block.text}`
    default:
      return assertNever(block)
  }
}
