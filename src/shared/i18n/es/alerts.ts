import type { alerts as source } from '../fr/alerts.ts'
import type { Texts } from '../texts.ts'

export const alerts: Texts<typeof source> = {
  title: 'Todas las alertas',
  more: 'Mostrar más alertas',
  loading: 'Cargando las alertas',
  loadingOne: 'Cargando la alerta',
  kinds: {
    limit_granted: 'Límite concedido',
    limit_reduced: 'Límite reducido',
    limit_withdrawn: 'Límite retirado',
    rating_worse: 'Calificación empeorada',
    rating_better: 'Calificación mejorada',
  },
  spoken: 'de {{from}} a {{to}}',
  effective: 'a partir del {{date}}',
  handled: 'Tratada',
  handledLong: 'Tratada: {{alert}}',
  missing: 'Esta alerta no existe o no va dirigida a usted.',
  facts: {
    limit: 'Límite',
    effective: 'Surte efecto el',
    buyer: 'Comprador',
    buyerId: 'Número del comprador',
    policy: 'Póliza',
    reported: 'Comunicada el',
    reason: 'Motivo',
  },
  reasonUnknown: 'No se indica. El Helpdesk puede informarle.',
  reasons: {
    accounts_strong: 'Cuentas anuales más sólidas',
    accounts_weak: 'Cuentas anuales más débiles',
    accounts_missing: 'Sin cuentas recientes',
    payments_good: 'Buena experiencia de pago',
    payments_late: 'Retrasos de pago comunicados',
    insolvency: 'Procedimiento de insolvencia',
    sector_outlook: 'Perspectivas del sector',
    country_outlook: 'Situación del país',
    total_exposure: 'Total de los límites sobre este comprador',
    policyholder_request: 'A petición suya',
  },
  meaningTitle: 'Qué significa',
  meaning: {
    limit_granted: 'Sus entregas a este comprador están cubiertas hasta el límite concedido.',
    limit_reduced:
      'Las entregas anteriores a la fecha de efecto siguen cubiertas hasta el límite anterior. Desde esa fecha solo cuenta el nuevo.',
    limit_withdrawn:
      'Las entregas anteriores a la fecha de efecto siguen cubiertas hasta el límite anterior. Desde esa fecha, las nuevas entregas a este comprador ya no lo están.',
    rating_worse:
      'Ha aumentado el riesgo de que este comprador no pague. Sus límites no han cambiado.',
    rating_better:
      'Ha disminuido el riesgo de que este comprador no pague. Sus límites no han cambiado.',
  },
  nextTitle: 'Qué puede hacer',
  next: {
    limit_granted:
      'Compare el límite con lo que piensa entregar. Si no es suficiente, póngase en contacto con nosotros.',
    limit_reduced:
      'Compare lo pendiente y los pedidos con el nuevo límite. Acuerde un anticipo o una garantía para lo que lo supere, o póngase en contacto con nosotros.',
    limit_withdrawn:
      'Revise los pedidos en curso. Entregue contra pago anticipado o garantía, o póngase en contacto con nosotros si tiene información reciente sobre este comprador.',
    rating_worse: 'Vigile sus pagos y comuníquenos cualquier retraso.',
    rating_better:
      'Si necesita un límite más alto, es un buen momento: póngase en contacto con nosotros.',
  },
  contactTitle: 'Con quién contactar',
}
