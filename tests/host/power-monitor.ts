/** `powerMonitor`: what a test says of the computer. Its lines on standard input stand for the system. */
import { EventEmitter } from 'node:events'
import { createInterface } from 'node:readline'
import type { PowerMonitor } from 'electron'
import { refuseUnknownEvents } from './events.ts'
import { Notification } from './notification.ts'

export const powerEvents = [
  'suspend',
  'resume',
  'lock-screen',
  'unlock-screen',
  'user-did-resign-active',
  'user-did-become-active',
] as const
export type PowerEvent = (typeof powerEvents)[number]

type Used = Pick<PowerMonitor, 'getSystemIdleTime'>

class HostPowerMonitor extends EventEmitter<Record<PowerEvent, []>> implements Used {
  #idleSeconds = 0

  constructor() {
    super()
    refuseUnknownEvents(this, 'powerMonitor', powerEvents)
  }

  getSystemIdleTime(): number {
    return this.#idleSeconds
  }

  /** `power suspend`: the event; `idle 900`: nobody has touched anything for that many seconds. */
  obey(line: string): void {
    const [what, value = ''] = line.split(' ')
    const event = powerEvents.find((name) => name === value)
    if (what === 'power' && event !== undefined) this.emit(event)
    if (what === 'idle') this.#idleSeconds = Number(value)
  }
}

export const powerMonitor = new HostPowerMonitor()

/** Takes a test's lines; the process does not stay for them. */
export function obeyStandardInput(): void {
  createInterface({ input: process.stdin }).on('line', (line) => {
    powerMonitor.obey(line)
    Notification.obey(line)
  })
  process.stdin.on('error', () => undefined)
  if ('unref' in process.stdin) process.stdin.unref()
}
