import type { services as french } from '../fr/services.ts'
import type { Texts } from '../texts.ts'

export const services: Texts<typeof french> = {
  title: 'Acceso',
  intro:
    'Nuestros sistemas le permiten gestionar fácilmente su cuenta, sus pólizas y sus trámites. El acceso a los servicios en línea está protegido por una contraseña.',
  listLabel: 'Servicios en línea',
  yours: {
    title: 'Sus servicios',
    intro: 'Un solo nombre de usuario y una sola contraseña abren cada uno de ellos.',
    ask: 'Su persona de contacto puede darle acceso.',
  },
  servnet: {
    name: 'Serv@Net',
    text: 'Gestione en línea su seguro de crédito.',
    action: 'Entrar en Serv@Net',
    signIn: 'Acceso a Serv@Net',
    open: 'Abrir Serv@Net',
    notGranted: 'Serv@Net no forma parte de sus servicios.',
  },
  collectnet: {
    name: 'Collect@Net',
    text: 'Gestione en línea sus recobros.',
    action: 'Entrar en Collect@Net',
    signIn: 'Acceso a Collect@Net',
    open: 'Abrir Collect@Net',
    notGranted: 'Collect@Net no forma parte de sus servicios.',
  },
  insights: {
    name: 'Atradius Insights',
    text: 'Nuestra plataforma en línea de análisis de su actividad, pensada para facilitar la gestión y el seguimiento de sus riesgos.',
    action: 'Entrar en Atradius Insights',
    signIn: 'Acceso a Atradius Insights',
    open: 'Abrir Atradius Insights',
    notGranted: 'Atradius Insights no forma parte de sus servicios.',
  },
  partners: {
    name: 'Espacio de Socios',
    text: 'Para nuestros corredores: toda la información y el material necesarios para ofrecer el mejor servicio a sus clientes actuales y potenciales.',
    action: 'Entrar en el Espacio de Socios',
    signIn: 'Acceso al Espacio de Socios',
    open: 'Abrir el Espacio de Socios',
    notGranted: 'El Espacio de Socios está reservado a nuestros corredores.',
    clients: 'Clientes',
    documents: 'Documentos',
  },
}
