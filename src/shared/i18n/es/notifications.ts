import type { notifications as source } from '../fr/notifications.ts'
import type { Texts } from '../texts.ts'

export const notifications: Texts<typeof source> = {
  decisionHidden: 'Ha llegado una decisión',
  cutHidden: 'Un límite ha cambiado',
  decisions: 'Han llegado {{count}} decisiones',
  limit_reduced: 'El límite sobre {{buyer}} baja',
  limit_withdrawn: 'El límite sobre {{buyer}} se retira',
  cuts: '{{count}} límites bajan o se retiran',
  effectiveOn: 'Efecto el {{date}}',
  andOthers: '{{buyers}} y otros',
}
