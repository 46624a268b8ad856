import { lazy, useState, type ComponentType } from 'react'

export type LazyComponent = ComponentType & {
  /** Fetches the code, so that the component is drawn at once when it is first shown. */
  readonly preload: () => Promise<void>
}

/**
 * A component whose code comes when it is first shown, or earlier where one asks for it. React draws
 * what stands in for a component of `lazy` even where its code has come by then, and holds back what
 * replaces it for a third of a second: one that was preloaded is drawn as any other.
 */
export function lazyComponent(load: () => Promise<ComponentType>): LazyComponent {
  let loaded: ComponentType | null = null
  const Later = lazy(async () => ({ default: await load() }))

  function Loaded() {
    const [Component] = useState(() => loaded ?? Later)
    return <Component />
  }
  const preload = async () => {
    loaded = await load()
  }
  return Object.assign(Loaded, { preload })
}
