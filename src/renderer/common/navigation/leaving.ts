/** Leaving a page on which something is not saved: the page may ask first. */

/** Gets the way on, to be taken once the person has decided. */
export type AskFirst = (goOn: () => void) => void

let askFirst: AskFirst | null = null

/** Has `ask` decide on every way out until the returned function is called. */
export function holdLeaving(ask: AskFirst): () => void {
  askFirst = ask
  return () => {
    if (askFirst === ask) askFirst = null
  }
}

/** Goes on at once, or when the page agrees. */
export function leave(goOn: () => void): void {
  if (askFirst === null) goOn()
  else askFirst(goOn)
}
