import type { EventEmitter } from 'node:events'
import type { Event } from 'electron'

/** An event that a listener may prevent, as Electron hands it out. */
export function preventableEvent(): Event {
  let prevented = false
  return {
    preventDefault: () => {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
}

/** Makes listening for an event that the host never raises an error instead of a silence. */
export function refuseUnknownEvents(
  emitter: EventEmitter,
  owner: string,
  known: readonly string[],
): void {
  emitter.on('newListener', (name: string | symbol) => {
    if (typeof name === 'string' && !known.includes(name)) {
      throw new Error(`tests/host never raises "${name}" on ${owner}: add it there first`)
    }
  })
}
