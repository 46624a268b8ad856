import type { services as french } from '../fr/services.ts'
import type { Texts } from '../texts.ts'

export const services: Texts<typeof french> = {
  title: 'Acceso',
  intro:
    'Nuestros sistemas le permiten gestionar fácilmente su cuenta, sus pólizas y sus trámites. El acceso a los servicios en línea está protegido por una contraseña.',
  listLabel: 'Servicios en línea',
  servnet: {
    name: 'Serv@Net',
    text: 'Gestione en línea su seguro de crédito.',
    action: 'Entrar en Serv@Net',
  },
  collectnet: {
    name: 'Collect@Net',
    text: 'Gestione en línea sus recobros.',
    action: 'Entrar en Collect@Net',
  },
  insights: {
    name: 'Atradius Insights',
    text: 'Nuestra plataforma en línea de análisis de su actividad, pensada para facilitar la gestión y el seguimiento de sus riesgos.',
    action: 'Entrar en Atradius Insights',
  },
  partners: {
    name: 'Espacio de Socios',
    text: 'Para nuestros corredores: toda la información y el material necesarios para ofrecer el mejor servicio a sus clientes actuales y potenciales.',
    action: 'Entrar en el Espacio de Socios',
  },
}
