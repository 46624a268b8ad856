/**
 * What people type and paste, without what nobody sees in it: zero-width characters, byte order
 * marks and marks of direction come along from letters and web pages, and make two texts of what
 * looks like one. Code points are named by their Unicode properties, so that none is forgotten.
 */

/** Nothing is drawn for these (Unicode's Default_Ignorable_Code_Point), or they format others (Cf). */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu

/** The same, but for what can shape the letter before it. */
const invisibleAlone =
  /(?![\u200c\u200d\p{Variation_Selector}])[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu

/**
 * A joiner or non-joiner where it does nothing: not straight after a letter or a mark of a script
 * whose letters join (Persian tells words apart by it, Sinhala and Malayalam whole letters).
 */
const idleJoiner =
  /(?<![\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}])[\u200c\u200d]/gu

/** A variation selector where it chooses no shape: in names, those of Han and Mongolian do. */
const idleSelector = /(?<![\p{sc=Han}\p{sc=Mong}])\p{Variation_Selector}/gu

/** Every space there is: no-break, ideographic, thin, between lines and paragraphs, a blank of Braille. */
const spaces = /[\p{Z}\u2800]+/gu

/** `text` without invisible characters; each run of spaces, of whichever kind, is one plain space. */
export function visibleText(text: string): string {
  return spaced(text.replace(invisible, ''))
}

/** The characters of `text` that nobody sees, each once. */
export function invisibleIn(text: string): string[] {
  return [...new Set(text.match(invisible))]
}

/**
 * As `visibleText`, for names of people and devices, which keep what their script needs: joiners
 * within Arabic and Indic words, the chosen shape of a Han or Mongolian letter.
 */
export function tidyName(text: string): string {
  const left = text.replace(invisibleAlone, '')
  return spaced(left.replace(idleSelector, '').replace(idleJoiner, ''))
}

function spaced(text: string): string {
  return text.replace(spaces, ' ').trim()
}

/**
 * One key for every way of typing the same text: case, width, composition and spaces around it do
 * not matter, nor does what nobody sees, nor the dot that a Turkish keyboard puts on a capital I.
 */
export function foldTyped(text: string): string {
  // Compatible forms first: some of them are invisible, or spaces, only then.
  const folded = foldCase(visibleText(text.normalize('NFKC')))
  return folded.replaceAll('i\u0307', 'i').normalize('NFC')
}

/** As `foldTyped`, and without accents: by this, what is searched is found however it is typed. */
export function foldLetters(text: string): string {
  return foldTyped(text).normalize('NFKD').replaceAll(/\p{M}/gu, '')
}

/** Whether each code point of `text` is a character that everybody's fonts can know of. */
export function isAssigned(text: string): boolean {
  return !/[\p{Cn}\p{Co}\p{Cs}\ufffd]/u.test(text)
}

/**
 * `text` without regard to case and to how its characters are composed. Through upper case, so that
 * "ß" equals "SS", and through lower case before that, so that "ẞ" does too.
 */
export function foldCase(text: string): string {
  return text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC')
}

/** A person's name as it is shown: first and last, or null before enrolment, when nobody knows them. */
export function displayNameOf(names: {
  readonly firstName: string | null
  readonly lastName: string | null
}): string | null {
  if (names.lastName === null) return null
  return [names.firstName, names.lastName].filter(Boolean).join(' ')
}
