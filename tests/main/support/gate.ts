/** Holds what goes by a label back until it is let go. */
export type Gate = {
  /** To be awaited by what goes by. */
  readonly hold: (label: string) => Promise<void>
  /** Catches the next that goes by `label`: when it is there, and how to let it go. */
  readonly catch: (label: string) => { readonly there: Promise<void>; readonly letGo: () => void }
}

export function createGate(): Gate {
  const caught = new Map<string, { readonly there: () => void; readonly open: Promise<void> }>()
  return {
    async hold(label) {
      const gate = caught.get(label)
      caught.delete(label)
      gate?.there()
      await gate?.open
    },
    catch(label) {
      const [there, open] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      caught.set(label, { there: there.resolve, open: open.promise })
      return { there: there.promise, letGo: open.resolve }
    },
  }
}
