/** Finding a choice in a long list by what one types of it. */
import { foldLetters } from '../../shared/rules/typed-text.ts'

export type Searchable = {
  readonly label: string
  /** What else it is called. */
  readonly otherNames?: readonly string[]
}

/** How well a name answers a query; less is better. */
const ranks = { exact: 0, beginning: 1, words: 2, none: 3 } as const
type Rank = (typeof ranks)[keyof typeof ranks]

/** The options that a query finds, best first. */
export type Search<Option> = (query: string) => readonly Option[]

/**
 * A search in `options`: what is called exactly as typed comes first, then what begins so, then
 * whatever has words that begin so; of equal ones, their own labels before other names, and then the
 * order of the list. Case, accents, hyphens and apostrophes do not matter; nothing typed finds all.
 */
export function createSearch<Option extends Searchable>(
  options: readonly Option[],
): Search<Option> {
  // Folded once, and not at every key.
  const names = options.map(({ label, otherNames = [] }) => [label, ...otherNames].map(wordsOf))
  return (query) => {
    const typed = wordsOf(query)
    if (typed.length === 0) return options
    return options
      .map((option, index) => ({ option, rank: rankOf(names[index] ?? [], typed) }))
      .filter(({ rank }) => rank < notFound)
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ option }) => option)
  }
}

type Words = readonly string[]

const notFound = 2 * ranks.none

/** Even numbers are the label's, which is the first name, odd ones the others'. */
function rankOf([label = [], ...others]: readonly Words[], typed: Words): number {
  const own = rankOfName(label, typed)
  const best = Math.min(...others.map((words) => rankOfName(words, typed)), ranks.none)
  return Math.min(2 * own, best === ranks.none ? notFound : 2 * best + 1)
}

function rankOfName(words: Words, typed: Words): Rank {
  const [whole, part] = [words.join(''), typed.join('')]
  if (whole === part) return ranks.exact
  if (whole.startsWith(part)) return ranks.beginning
  return typed.every((one) => words.some((word) => word.startsWith(one))) ? ranks.words : ranks.none
}

/** "Côte d’Ivoire" is cote, d, ivoire. */
function wordsOf(text: string): Words {
  return foldLetters(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
