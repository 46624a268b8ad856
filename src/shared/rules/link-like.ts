/**
 * What mail programs make a link of by themselves. A name stands in our messages: it must not carry
 * a link there under our sender's name.
 */

/** `https://`, `mailto:x`, `tel:0`; but not "S:t Erik". */
const scheme = /[\p{L}\d+.-]{2,}:\S|:\/\//u
/** Also an e-mail address, a share (`\\server`) and `www` however it goes on. */
const marks = /@|\\\\|\bwww\d*\./iu
/** A word, a dot, and two letters or more right behind it; or the four numbers of an IP address. */
const dotted = /[\p{L}\p{N}]\.[\p{L}\p{N}-]*[\p{L}]{2,}|\d+\.\d+\.\d+/u
/** "J.Th.M.", "M.Sc.", "Chr.": short parts, each with its dot, are no domain. */
const initials = /(?<![\p{L}\p{N}.-])(?:\p{L}{1,3}\.)+(?![\p{L}\p{N}/-])/gu
/** "J.Peeters", "v.d.Berg", "St.John": nor are they where the space before the name was left out. */
const tightNames =
  /(?<![\p{L}\p{N}.-])(?:\p{L}{1,2}\.)+\p{Lu}\p{Ll}{3,}(?:-\p{Lu}\p{Ll}+)*(?![\p{L}\p{N}./:-])/gu
/** Dots of other scripts, which browsers read as dots. */
const otherDots = /[\u3002\uff0e\uff61]/gu

/** Whether some mail program would take `text`, or a part of it, for a link. */
export function isLinkLike(text: string): boolean {
  const plain = text.replaceAll(otherDots, '.').normalize('NFKC')
  return (
    scheme.test(plain) ||
    marks.test(plain) ||
    dotted.test(plain.replaceAll(initials, ' ').replaceAll(tightNames, ' '))
  )
}

/** `text` as it reads, but so that no mail program makes a link of it: "pc.firm.example" is a host. */
export function unlinked(text: string): string {
  if (!isLinkLike(text)) return text
  const wordJoiner = '\u2060'
  return text.replaceAll(/[.:/@\\]/gu, (sign) => `${sign}${wordJoiner}`)
}
