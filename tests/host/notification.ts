/** `Notification`: what the app hands to the system. A test's line on standard input stands for a click. */
import { EventEmitter } from 'node:events'
import type { Notification as ElectronNotification, NotificationConstructorOptions } from 'electron'
import { app } from './app.ts'
import { refuseUnknownEvents } from './events.ts'

type NotificationEvents = {
  show: []
  click: []
  close: []
  failed: [event: unknown, error: string]
}
type Used = Pick<ElectronNotification, 'show' | 'close' | 'title' | 'body'>

export class Notification extends EventEmitter<NotificationEvents> implements Used {
  /** The one that was shown last, as long as it is there. */
  static #last: Notification | null = null
  readonly title: string
  readonly body: string

  constructor(options: NotificationConstructorOptions = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create Notification before app is ready')
    refuseUnknownEvents(this, 'Notification', ['show', 'click', 'close', 'failed'])
    this.title = options.title ?? ''
    this.body = options.body ?? ''
  }

  static isSupported(): boolean {
    return true
  }

  /** Tests read this line. */
  show(): void {
    Notification.#last = this
    console.log(`host: notified ${JSON.stringify({ title: this.title, body: this.body })}`)
    this.emit('show')
  }

  close(): void {
    if (Notification.#last === this) Notification.#last = null
    this.emit('close')
  }

  /** `notification click`: the person clicks on the last one, which is then gone. */
  static obey(line: string): void {
    const last = Notification.#last
    if (line !== 'notification click' || last === null) return
    last.emit('click')
    last.close()
  }
}
