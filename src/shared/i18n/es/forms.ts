import type { forms as source } from '../fr/forms.ts'
import type { Texts } from '../texts.ts'

export const forms: Texts<typeof source> = {
  cancel: 'Cancelar',
  retry: 'Reintentar',
  summary: {
    title_one: 'Hay un punto que corregir',
    title_other: 'Hay {{count}} puntos que corregir',
    item: '{{field}}: {{problem}}',
  },
  questions: {
    question: 'Pregunta {{number}}',
    answer: 'Respuesta {{number}}',
    choose: 'Elija una pregunta',
    hide: 'Ocultar las respuestas',
    unavailable: 'No se han podido cargar las preguntas.',
  },
  code: {
    label: 'Código recibido por correo',
    hint: { numeric: 'Seis cifras', alphanumeric: 'Ocho letras y cifras' },
    validUntil: 'Válido hasta las {{time}}.',
    validUntilDay: 'Válido hasta el {{moment}}.',
    over: 'Este código ya no es válido. Pida uno nuevo.',
    send: 'Enviar un código nuevo',
    sending: 'Enviando…',
    sendIn: 'Podrá pedir un código nuevo dentro de {{time}}.',
    sendNow: 'Ya puede pedir un código nuevo.',
    sent: 'Hay un código nuevo en camino. El anterior ya no es válido.',
  },
  attempts: {
    left_one: 'Le queda un intento.',
    left_other: 'Le quedan {{count}} intentos.',
  },
  reauthentication: {
    text: 'Escriba su contraseña para continuar. No se le volverá a pedir durante cinco minutos.',
    password: 'Su contraseña',
    submit: 'Confirmar',
    submitting: 'Comprobando…',
    acts: {
      changeEmail: 'Cambiar la dirección de correo',
      seeQuestions: 'Ver sus preguntas de seguridad',
      changeQuestions: 'Guardar sus nuevas preguntas',
      rehearse: 'Comprobar sus respuestas',
      endSession: 'Cerrar la sesión de {{device}}',
      endOtherSessions: 'Cerrar todas las demás sesiones',
    },
  },
}
