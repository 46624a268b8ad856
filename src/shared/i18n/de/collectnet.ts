import type { collectnet as source } from '../fr/collectnet.ts'
import type { Texts } from '../texts.ts'

export const collectnet: Texts<typeof source> = {
  cases: 'Fälle',
  enter: 'Fall melden',
}
