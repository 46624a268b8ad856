import type { enrolment as source } from '../fr/enrolment.ts'
import type { Texts } from '../texts.ts'

export const enrolment: Texts<typeof source> = {
  title: 'Registro de su cuenta',
  intro:
    'Bastan unos pocos datos más para registrar su cuenta. Solo se los pediremos en este primer inicio de sesión.',
  signedInAs: 'Cuenta: {{username}}',
  signOut: 'Cerrar sesión',
  until: 'Debe completarse antes del {{date}}.',
  loading: 'Cargando su registro',
  resumed:
    'Hemos recuperado lo que escribió. Por seguridad, la contraseña y las respuestas nunca se conservan: escríbalas de nuevo.',
  resumedData: 'Hemos recuperado lo que escribió.',
  stepSaved: 'El paso 1 está guardado.',

  kept: 'Puede interrumpirlo cuando quiera: lo que escriba aquí quedará en este ordenador, salvo la contraseña y las respuestas.',
  keptData: 'Puede interrumpirlo cuando quiera: lo que escriba aquí quedará en este ordenador.',

  notKept:
    'Lo que escriba no se puede conservar en este ordenador. Termine este paso sin cerrar la aplicación.',
  steps: {
    security: 'Seguridad',
    personalData: 'Sus datos personales',
  },
  security: {
    passwordTitle: 'Su nueva contraseña',
    passwordIntro:
      'Sustituye a la que ha recibido. Haga clic en «?» para conocer las reglas de seguridad que debe cumplir.',
    newPassword: 'Nueva contraseña',
    questionsTitle: 'Sus tres preguntas',
    questionsIntro:
      'Se las haremos si olvida su contraseña o desea cambiarla. Elija tres preguntas distintas.',
    answersHint: 'Las mayúsculas, las tildes, los espacios y la puntuación no cuentan.',
    alreadySaved:
      'Este paso ya está guardado. Deje los campos vacíos para no cambiar nada, o rellénelos todos para sustituirlo.',
    next: 'Siguiente',
    saving: 'Guardando…',
  },
  personalData: {
    emailTitle: 'Escriba una dirección de correo',
    emailIntro:
      'La usaremos para informarle de cambios importantes en su acceso y para avisarle cuando su contraseña esté a punto de caducar.',
    email: 'Escriba su dirección de correo',
    emailHint:
      'Una misma dirección no puede servir para varias cuentas. Recibirá en ella un código para confirmarla.',
    emailConfirmation: 'Escriba de nuevo su dirección de correo',
    alertsByEmail: 'Recibir también las alertas de Serv@Net en esta dirección',
    identityTitle: 'Facilítenos algunos datos más',
    firstName: 'Nombre',
    lastName: 'Apellidos',
    language: 'Idioma preferido',
    languageHint: 'El de la aplicación y de nuestros correos.',
    back: 'Volver',
    next: 'Siguiente',
    saving: 'Guardando…',
  },
  done: {
    heading: 'Su cuenta está registrada',
    text: 'A partir de ahora, su nombre de usuario y su nueva contraseña abren todos sus servicios.',
    open: 'Abrir Serv@Net',
  },
}
