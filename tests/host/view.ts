/** `View`: what Electron lays over a page. Chromium draws none; tests read the lines that say so. */
import type { View as ElectronView } from 'electron'
import { app } from './app.ts'

type Used = Pick<ElectronView, 'setBackgroundColor' | 'setBounds' | 'getBounds'>

export class View implements Used {
  #bounds: Electron.Rectangle = { x: 0, y: 0, width: 0, height: 0 }
  #color = 'transparent'

  constructor() {
    if (!app.isReady()) throw new Error('Cannot create View before app is ready')
  }

  setBackgroundColor(color: string): void {
    this.#color = color
  }

  setBounds(bounds: Electron.Rectangle): void {
    this.#bounds = { ...bounds }
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds }
  }

  get color(): string {
    return this.#color
  }
}

/** A window's own: what is added last lies on top. */
export class ContentView {
  readonly children: View[] = []

  addChildView(view: View): void {
    // As in Electron, one without a size or a colour hides nothing.
    const { width, height } = view.getBounds()
    this.children.push(view)
    console.log(`host: ${width}×${height} of ${view.color} over the page`)
  }

  removeChildView(view: View): void {
    const index = this.children.indexOf(view)
    if (index < 0) return
    this.children.splice(index, 1)
    console.log('host: the page is uncovered')
  }
}
