/** A message's two parts: plain text, and HTML. */
import { assertNever } from '../../../shared/assert-never.ts'
import { groupCode } from '../../../shared/rules/codes.ts'
import { firstStrongIsolate, popDirectionalIsolate } from '../../../shared/rules/isolate.ts'
import type { Block, Message } from './compose.ts'

/** `message` as plain text. What must be seen as it is, a code for one, is indented. */
export function renderText({ greeting, blocks, sender, footer }: Message): string {
  const parts = [greeting, ...blocks.map(textOfBlock), sender, `-- \n${footer.join('\n')}`]
  return `${parts.join('\n\n')}\n`
}

function textOfBlock(block: Block): string {
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

const light = {
  ground: '#ffffff',
  quiet: '#f4f5f7',
  ink: '#15181e',
  inkQuiet: '#555c69',
  line: '#dcdfe5',
  accent: '#d4002a',
} as const

const font = "font-family: 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
const monospace = "font-family: ui-monospace, 'SF Mono', Consolas, 'Liberation Mono', monospace"

const styles = {
  body: `margin: 0; padding: 0; background: ${light.ground}; color: ${light.ink}; ${font}; font-size: 16px; line-height: 1.5; -webkit-text-size-adjust: 100%`,
  column: 'max-width: 560px; margin: 0 auto; padding: 32px 20px 40px',
  brand: `margin: 0 0 28px; padding: 0 0 0 12px; border-left: 4px solid ${light.accent}; font-size: 15px; line-height: 20px; font-weight: 600`,
  title:
    'margin: 0 0 20px; font-size: 24px; line-height: 1.25; font-weight: 600; text-wrap: balance',
  paragraph: 'margin: 0 0 16px',
  code: `margin: 24px 0; padding: 18px 16px; border-radius: 8px; background: ${light.quiet}; ${monospace}; font-size: 34px; line-height: 1.2; font-weight: 600; letter-spacing: 3px; text-align: center; white-space: nowrap`,
  fact: `margin: 0 0 16px; padding: 2px 0 2px 14px; border-left: 2px solid ${light.line}; overflow-wrap: anywhere`,
  factText: 'font-weight: 600',
  factDetail: `color: ${light.inkQuiet}; font-size: 14px`,
  caution: `margin: 28px 0 24px; padding: 14px 16px; border-radius: 8px; background: ${light.quiet}`,
  cautionTitle: 'margin: 0 0 4px; font-weight: 600',
  cautionText: 'margin: 0',
  footer: `margin: 32px 0 0; padding: 16px 0 0; border-top: 1px solid ${light.line}; color: ${light.inkQuiet}; font-size: 13px; line-height: 1.5`,
  footerLine: 'margin: 0 0 6px',
} as const

const darkStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background: #14161a !important; color: #f1f2f4 !important; }
  .raised { background: #20242b !important; }
  .quiet { color: #a8b0bd !important; border-color: #343a46 !important; }
  .line { border-color: #343a46 !important; }
}`

/**
 * `message` as HTML: one column, no image, nothing fetched, no link. The colours stand twice: inline
 * for mail programs that ignore style sheets, and as classes for those that know the dark.
 */
export function renderHtml(message: Message): string {
  const { language, subject, greeting, blocks, sender, footer } = message
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${escape(subject)}</title>
<style>${darkStyles}
</style>
</head>
<body class="ground" style="${styles.body}">
<div style="${styles.column}">
<p style="${styles.brand}">${escape(sender)}</p>
<h1 style="${styles.title}">${escape(subject)}</h1>
<p style="${styles.paragraph}">${escape(greeting)}</p>
${blocks.map(htmlOfBlock).join('\n')}
<div class="quiet" style="${styles.footer}">
${footer.map((line) => `<p style="${styles.footerLine}">${escape(line)}</p>`).join('\n')}
</div>
</div>
</body>
</html>
`
}

function htmlOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="${styles.paragraph}">${escape(block.text)}</p>`
    case 'code':
      return `<p class="raised" style="${styles.code}">${groupCode(block.code)}</p>`
    case 'fact':
      return htmlOfFact(block.text, block.detail)
    case 'caution':
      return `<div class="raised" style="${styles.caution}">
<p style="${styles.cautionTitle}">${escape(block.title)}</p>
<p style="${styles.cautionText}">${escape(block.text)}</p>
</div>`
    default:
      return assertNever(block)
  }
}

function htmlOfFact(text: string, detail: string | null): string {
  const first = `<div style="${styles.factText}">${escape(text)}</div>`
  const second =
    detail === null ? '' : `<div class="quiet" style="${styles.factDetail}">${escape(detail)}</div>`
  return `<div class="line" style="${styles.fact}">${first}${second}</div>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // What isolates in plain text has an element of its own here.
  [firstStrongIsolate]: '<bdi>',
  [popDirectionalIsolate]: '</bdi>',
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"'\u2068\u2069]/g, (character) => entities[character] ?? '')
}
