import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { listenToPower } from '../../../src/main/app/power-events.ts'

/** A computer whose events and time a test decides. */
function computer(idleMinutes: number | null) {
  const done: string[] = []
  let idleSeconds = 0
  const looks: (() => void)[] = []
  const monitor = Object.assign(new EventEmitter(), { getSystemIdleTime: () => idleSeconds })
  const lockable = {
    lock: () => done.push('lock') > 0,
    idleMinutes: () => idleMinutes,
    checkLease: async () => void done.push('lease'),
    awake: () => void done.push('awake'),
  }
  listenToPower(monitor, lockable, (listener) => void looks.push(listener))
  return {
    done,
    monitor,
    idleFor: (seconds: number) => {
      idleSeconds = seconds
      for (const look of looks) look()
    },
  }
}

describe('the app locks', () => {
  it.each(['suspend', 'lock-screen', 'user-did-resign-active'])('at once at %s', (name) => {
    const { monitor, done } = computer(15)
    monitor.emit(name)
    expect(done).toEqual(['lock'])
  })

  it('after so many idle minutes, and not before', () => {
    const { idleFor, done } = computer(5)
    idleFor(5 * 60 - 1)
    expect(done).toEqual([])
    idleFor(5 * 60)
    expect(done).toEqual(['lock'])
  })

  it('never by itself where no password is set', () => {
    const { idleFor, done } = computer(null)
    idleFor(100_000)
    expect(done).toEqual([])
  })
})

it('looks at the lease now and then, and as the computer wakes', () => {
  const { idleFor, monitor, done } = computer(null)
  for (let n = 0; n < 8; n += 1) idleFor(0)
  expect(done).toEqual(['lease', 'lease'])
  monitor.emit('resume')
  expect(done.slice(2)).toEqual(['awake', 'lease'])
})
