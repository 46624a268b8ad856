import type { recovery as source } from '../fr/recovery.ts'
import type { Texts } from '../texts.ts'

export const recovery: Texts<typeof source> = {
  title: 'Contraseña olvidada',
  back: 'Volver al inicio de sesión',
  loading: 'Cargando su solicitud',
  next: 'Continuar',
  previous: 'Volver',
  steps: {
    username: 'Su nombre de usuario',
    answers: 'Respuesta a las preguntas de seguridad',
    code: 'Código recibido por correo',
    password: 'Introducir una nueva contraseña',
  },
  username: {
    intro: 'Para continuar, introduzca su nombre de usuario a continuación',
    label: 'Nombre de usuario',
    sending: 'Un momento…',
    forgotten: '¿Ha olvidado su nombre de usuario?',
  },
  forgottenUsername: {
    title: 'Nombre de usuario olvidado',
    intro: 'Por seguridad, la aplicación no puede recordárselo. Lo tiene a mano, o a una llamada.',
    whereTitle: 'Dónde está',
    where: {
      letter: 'En el mensaje de su persona de contacto, junto a su contraseña inicial.',
      computer:
        'En un ordenador donde ya haya iniciado sesión: la pantalla de inicio lo muestra por sí sola.',
      manager: 'En su gestor de contraseñas, si guardó este inicio de sesión.',
    },
    whomTitle: 'Quién puede decírselo',
    whom: 'Su persona de contacto, tras comprobar su identidad. No le comunique nunca su contraseña ni sus respuestas.',
  },
  answers: {
    account: 'Nombre de usuario: {{username}}',
    intro: 'Responda a sus preguntas personales de seguridad.',
    introWithCode:
      'Responda a sus preguntas personales de seguridad e introduzca el código enviado por correo. Todo se comprueba a la vez.',
    introCode: 'Introduzca el código enviado por correo.',
    hint: 'Las mayúsculas, las tildes, los espacios y la puntuación no cuentan.',
    questionsTitle: 'Sus preguntas',
    codeTitle: 'Su código',
    codeSent:
      'Si existe una cuenta para «{{username}}», se acaba de enviar un código a su dirección de correo.',
    until: 'Esta solicitud permanece abierta hasta las {{time}}.',
    checking: 'Comprobando…',
  },
  noMail: {
    title: '¿No llega el mensaje?',
    spam: 'El envío puede tardar unos minutos. Mire también en el correo no deseado.',
    name: 'Compruebe el nombre de usuario indicado más arriba.',
    other: 'El mensaje se envía a la dirección de su perfil: quizá no sea la que está consultando.',
    contact: 'Si no basta, su persona de contacto puede facilitarle una nueva contraseña inicial.',
  },
  password: {
    intro: 'Haga clic en «?» para conocer las reglas de seguridad que debe cumplir.',
    sessions: 'Por seguridad, se cerrarán todas sus sesiones abiertas.',
    label: 'Introduzca una nueva contraseña',
    again: 'Confirme la nueva contraseña',
    saving: 'Guardando…',
  },
  done: {
    heading: 'Nueva contraseña guardada',
    text: 'Puede iniciar sesión con la nueva contraseña.',
    sessions: 'Se han cerrado todas las sesiones abiertas y un correo le confirma el cambio.',
    action: 'Volver a la página de inicio',
  },
  over: {
    title: 'Esta solicitud está cerrada',
    text: 'Su plazo ha vencido o se han agotado los intentos. Su nombre de usuario se conserva; por seguridad, sus respuestas no. Para empezar de nuevo, elija «Continuar».',
  },
  signInOpen: 'Si recuerda su contraseña, puede iniciar sesión ahora mismo.',
}
