/** The first sign-in, performed by itself, with a picture of each screen. */
import type { Language } from '../src/shared/portal/common.ts'
import type { Runtime } from './lib/app-process.ts'

export type TourOptions = {
  readonly runtime: Runtime
  /** Where the pictures go. */
  readonly folder: string
  readonly language: Language
  readonly dark: boolean
  /** Variables of the display to draw on. */
  readonly environment: Readonly<Record<string, string>>
}

export async function playTour(options: TourOptions, stack: AsyncDisposableStack): Promise<void> {
  console.log(options, stack)
}
