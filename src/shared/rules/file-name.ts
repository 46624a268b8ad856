/** Names of files that come from elsewhere, as they may be shown, sent, and written to any disk. */
import { visibleText } from './typed-text.ts'

/** In characters, as Windows and most disks still take with a folder before it. */
export const longestFileName = 120

/** What Windows takes for a part of it, or does not take at all; a slash and a backslash are cut at before. */
const forbidden = /[<>:"|?*\p{Cc}]/gu

/** What Windows takes for a device, whatever ending it has. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * `name` without its folders, without what nobody sees (marks that turn the direction of an ending, for
 * one), and without what no disk takes; never longer than `longestFileName`, with its ending kept.
 */
export function cleanFileName(name: string): string {
  const last = name.toWellFormed().replace(/^.*[/\\]/su, '')
  const cleaned = visibleText(last.normalize('NFC').replaceAll(forbidden, ' '))
    .replace(/^[. ]+|[. ]+$/gu, '')
    .replace(device, '_$&')
  return shortened(cleaned === '' ? '_' : cleaned)
}

function shortened(name: string): string {
  if (name.length <= longestFileName) return name
  const ending = /\.[^.]{1,10}$/u.exec(name)?.[0] ?? ''
  const start = name.slice(0, longestFileName - ending.length)
  // No half of a letter is left where it was cut, nor a point or a space before the ending.
  return `${start.toWellFormed().replace(/[\uFFFD. ]+$/u, '')}${ending}`
}
