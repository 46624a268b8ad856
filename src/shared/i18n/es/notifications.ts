import type { notifications as source } from '../fr/notifications.ts'
import type { Texts } from '../texts.ts'

export const notifications: Texts<typeof source> = {
  hidden: {
    decision: 'Ha llegado una decisión',
    cut: 'Un límite ha cambiado',
    rating: 'Una calificación ha cambiado',
    message: 'Ha llegado un mensaje',
    several: 'Hay novedades',
  },
  decisions: 'Han llegado {{count}} decisiones',
  limit_reduced: 'El límite sobre {{buyer}} baja',
  limit_withdrawn: 'El límite sobre {{buyer}} se retira',
  cuts: '{{count}} límites bajan o se retiran',
  rating: 'La calificación de {{buyer}} empeora',
  ratings: '{{count}} calificaciones empeoran',
  message: 'Nuevo mensaje',
  messages: '{{count}} mensajes nuevos',
  several: '{{count}} novedades',
  counts: {
    decision: 'Decisiones: {{count}}',
    cut: 'Límites reducidos o retirados: {{count}}',
    rating: 'Calificaciones peores: {{count}}',
    message: 'Mensajes: {{count}}',
  },
  effectiveOn: 'Efecto el {{date}}',
  andOthers: '{{buyers}} y otros',
}
