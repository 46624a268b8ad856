/**
 * What waits, by the networks that it came from. Each network of a level has its turn after the
 * others of that level, however much waits in it: first the prefixes, then the sites within one, then
 * those within a site. Nothing else is known here of what waits.
 */

/** The networks of something that waits, from the widest to the narrowest. */
export type Path = readonly string[]

type Node<Item> = {
  /** How much waits in it and below. */
  waiting: number
  /** In the order of their turns. */
  readonly children: Map<string, Node<Item>>
  /** In the order in which they came. */
  readonly items: Item[]
}

export type Filter<Item> = {
  /** Whether anything of a widest network has its turn; the rest is asked only then. */
  readonly opens: (network: string) => boolean
  readonly accepts: (item: Item) => boolean
}

export type RoundRobin<Item> = {
  /** How much waits below `path`, the empty one for all. */
  readonly waiting: (path: Path) => number
  readonly add: (path: Path, item: Item) => void
  /** Takes `item` out before its turn; false where it is no longer there. */
  readonly remove: (path: Path, item: Item) => boolean
  /** Takes out whose turn it is among those that `filter` lets through. */
  readonly take: (filter: Filter<Item>) => Item | undefined
  /** Takes out what came last in the busiest network below `path`: it would wait longest. */
  readonly shed: (path: Path) => Item | undefined
}

/** An empty one. */
export function createRoundRobin<Item>(): RoundRobin<Item> {
  const root = createNode<Item>()
  return {
    waiting: (path) => find(root, path)?.waiting ?? 0,
    add: (path, item) => add(root, path, item),
    remove: (path, item) => {
      const index = find(root, path)?.items.indexOf(item) ?? -1
      return index !== -1 && removeAt(root, path, index) !== undefined
    },
    take: (filter) => take(root, filter),
    shed: (path) => {
      const branch = find(root, path)
      if (branch === undefined || branch.waiting === 0) return undefined
      return removeAt(root, [...path, ...pathToBusiest(branch)], -1)
    },
  }
}

function createNode<Item>(): Node<Item> {
  return { waiting: 0, children: new Map(), items: [] }
}

function find<Item>(node: Node<Item>, path: Path): Node<Item> | undefined {
  let found: Node<Item> | undefined = node
  for (const network of path) found = found?.children.get(network)
  return found
}

function add<Item>(node: Node<Item>, [network, ...rest]: Path, item: Item): void {
  node.waiting += 1
  if (network === undefined) {
    node.items.push(item)
    return
  }
  const child = node.children.get(network) ?? createNode<Item>()
  node.children.set(network, child)
  add(child, rest, item)
}

/** Takes out item number `index` at the end of `path`, and the networks that are empty then. */
function removeAt<Item>(
  node: Node<Item>,
  [network, ...rest]: Path,
  index: number,
): Item | undefined {
  const child = network === undefined ? undefined : node.children.get(network)
  const removed =
    child === undefined ? node.items.splice(index, 1)[0] : removeAt(child, rest, index)
  if (removed === undefined) return undefined
  node.waiting -= 1
  if (network !== undefined && child?.waiting === 0) node.children.delete(network)
  return removed
}

function take<Item>(node: Node<Item>, { opens, accepts }: Filter<Item>): Item | undefined {
  const index = node.items.findIndex(accepts)
  if (index !== -1) {
    node.waiting -= 1
    return node.items.splice(index, 1)[0]
  }
  for (const [network, child] of node.children) {
    const taken = opens(network) ? take(child, { opens: always, accepts }) : undefined
    if (taken === undefined) continue
    node.waiting -= 1
    // Behind the others; a map keeps the order in which its keys came.
    node.children.delete(network)
    if (child.waiting > 0) node.children.set(network, child)
    return taken
  }
  return undefined
}

const always = (): boolean => true

/** Of those that are equally busy the one whose turn comes last. */
function pathToBusiest<Item>(node: Node<Item>): string[] {
  let busiest: readonly [string, Node<Item>] | undefined
  for (const entry of node.children) {
    if (busiest === undefined || entry[1].waiting >= busiest[1].waiting) busiest = entry
  }
  return busiest === undefined ? [] : [busiest[0], ...pathToBusiest(busiest[1])]
}
