import type { Texts } from '../texts.ts'
import type { partners as french } from '../fr/partners.ts'

export const partners: Texts<typeof french> = {
  clients: {
    title: 'Clientes',
    search: 'Nombre del cliente, nombre o número de póliza',
    loading: 'Los clientes se están cargando',
    none: 'Por el momento no tiene ningún cliente confiado.',
    noneNext: 'Su persona de contacto puede darle acceso a las pólizas de sus clientes.',
    notFound: 'Ningún cliente «{{name}}».',
    count_one: '{{total}} cliente',
    count_other: '{{total}} clientes',
  },
  columns: {
    name: 'Cliente',
    country: 'País',
    policies: 'Pólizas',
    totalCld: 'Límites ({{currency}})',
    riskAcceptance: 'RA %',
    abr: 'ABR',
    pending: 'En estudio ({{currency}})',
  },
  client: {
    look: 'Su situación en detalle',
    onlyPartners:
      'Para ver sus compradores, límites y solicitudes necesita Atradius Insights o Serv@Net. Su persona de contacto puede abrírselos.',
    loading: 'El cliente se está cargando',
    missing: 'Este cliente no existe, o ya no tiene acceso a sus pólizas.',
    figures: 'Cifras a {{day}}',
    policies: 'Sus pólizas',
    noRate: 'Un guion: una divisa no tiene tipo de cambio hoy.',
  },
  view: {
    label: 'Está viendo la situación de',
    back: 'Todos los clientes',
    goneNext:
      'Aquí no se conserva nada de este cliente, salvo sus propias notas. Elija otro cliente o pida acceso a su persona de contacto.',
    gone: 'Acceso terminado',
    notYours: 'Vista de un cliente',
    own: 'Ver mis propios datos',
    nav: 'Lo que se puede ver de este cliente',
    pages: {
      dashboard: 'Panel',
      buyers: 'Compradores',
      limits: 'Límites',
      applications: 'Solicitudes',
      alerts: 'Alertas',
      policies: 'Pólizas',
      cases: 'Expedientes',
    },
  },
  documents: {
    title: 'Documentos',
    search: 'Título o nombre del archivo',
    loading: 'Los documentos se están cargando',
    language: 'Idioma',
    topic: 'Tema',
    allTopics: 'Todos',
    topics: {
      conditions: 'Condiciones',
      forms: 'Formularios',
      guides: 'Guías',
      news: 'Novedades',
      brochures: 'Folletos',
    },
    count_one: '{{total}} documento',
    count_other: '{{total}} documentos',
    none: 'No hay documentos publicados por ahora. Los nuevos aparecen aquí.',
    noneHere: 'Ningún documento coincide con estos filtros.',
    notFound: 'Ningún documento «{{name}}».',
    showAll: 'Ver todos los documentos',
    saved: 'Guardado: {{name}}',
    open: 'Abrir',
    openOne: 'Abrir «{{name}}»',
    save: 'Guardar',
    saveOne: 'Guardar «{{name}}»',
  },
  figures: {
    totalCld: 'Total de límites',
    riskAcceptance: 'Aceptación de riesgos (RA %)',
    abr: 'Calificación media ponderada (ABR)',
    pending: 'Solicitudes en estudio',
    buyers: 'Compradores con un límite',
    help: {
      totalCld:
        'La suma de los límites en vigor hoy, de las pólizas de este cliente a las que usted tiene acceso. Un límite temporal cuenta hasta su fin.',
      riskAcceptance:
        'De la última decisión de cada comprador y póliza: el importe concedido, como máximo el solicitado, dividido por el importe solicitado. Si todavía no se ha decidido nada, un guion, y no 0 %.',
      abr: 'La calificación de cada comprador, de 1 a 100, ponderada por sus límites en vigor. Cuanto más alta, mayor es el riesgo. Los compradores sin calificación no cuentan.',
      pending: 'La suma de las solicitudes que todavía no se han decidido.',
      buyers:
        'Los compradores con un límite en vigor hoy, cada uno una vez, también con varias pólizas.',
    },
  },
}
