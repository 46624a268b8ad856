import type { mail as source } from '../fr/mail.ts'
import type { Texts } from '../texts.ts'

export const mail: Texts<typeof source> = {
  greeting: 'Buenos días:',
  greetingByName: 'Buenos días, {{name}}:',
  sender: 'Atradius Services Online',
  moment: '{{moment}} (hora de Bruselas)',
  caution: '¿No ha sido usted?',
  footer: {
    questions: '¿Tiene alguna pregunta? Contacte con el Helpdesk: {{phone}}, {{email}}.',
    automatic: 'Este mensaje se envía automáticamente; por favor, no responda.',
  },
  code: {
    rules:
      'Este código es válido durante {{duration}} desde la solicitud, hasta el {{moment}}. No se lo comunique a nadie. Nunca se lo pediremos, ni por teléfono ni por correo electrónico.',
  },
  recovery_code: {
    subject: 'Su código para una nueva contraseña',
    text: 'Ha olvidado su contraseña. Para elegir una nueva, introduzca este código en la aplicación:',
    caution:
      'Ignore este mensaje: su contraseña sigue siendo la misma. Si recibe más, avise al Helpdesk.',
  },
  recovery_unfinished: {
    subject: 'Varias solicitudes de una nueva contraseña',
    text: 'En las últimas 24 horas se ha usado varias veces «¿Ha olvidado su contraseña?» para su cuenta sin llegar hasta el final.',
    next: 'Su contraseña sigue siendo la misma. Si ha sido usted, no tiene que hacer nada.',
    caution:
      'Puede que alguien intente entrar en su cuenta. No comunique ningún código a nadie y avise al Helpdesk.',
  },
  email_change_code: {
    subject: 'Confirme su dirección de correo',
    text: 'Esta dirección se ha elegido para una cuenta de Atradius Services Online. Para confirmarla, introduzca este código en la aplicación:',
    caution: 'Ignore este mensaje: sin este código, su dirección no se utilizará.',
  },
  email_change_requested: {
    subject: 'Se ha solicitado un cambio de dirección de correo',
    text: 'Se ha solicitado una nueva dirección de correo para su cuenta:',
    next: 'Nada cambia mientras no se confirme con el código que hemos enviado a esa dirección.',
    caution: 'Cambie su contraseña en la aplicación y llame al Helpdesk sin demora.',
  },
  email_changed: {
    subject: 'Su dirección de correo ha cambiado',
    text: 'A partir de ahora le escribiremos a esta dirección:',
    next: 'Este es el último mensaje que recibe aquí.',
    caution: 'Llame al Helpdesk sin demora: puede que otra persona esté utilizando su cuenta.',
  },
  password_changed: {
    subject: 'Su contraseña ha cambiado',
    text: 'La contraseña de su cuenta se cambió el {{moment}}.',
    next: 'Si ha sido usted, no tiene que hacer nada.',
    caution:
      'Elija enseguida una nueva contraseña con «¿Ha olvidado su contraseña?» y llame después al Helpdesk.',
  },
  password_recovered: {
    subject: 'Tiene una nueva contraseña',
    text: 'Se eligió una nueva contraseña con «¿Ha olvidado su contraseña?» el {{moment}}. Por seguridad, se ha cerrado la sesión en todos sus dispositivos.',
    next: 'Puede iniciar sesión con la nueva contraseña.',
    caution: 'Llame al Helpdesk sin demora: puede que otra persona esté utilizando su cuenta.',
  },
  new_device: {
    subject: 'Inicio de sesión desde un nuevo dispositivo',
    text: 'Se ha iniciado sesión en su cuenta desde un dispositivo que no conocíamos:',
    next: 'Si ha sido usted, no tiene que hacer nada.',
    caution:
      'Cambie su contraseña en la aplicación, cierre la sesión de este dispositivo en «Perfil de usuario» y llame después al Helpdesk.',
  },
  password_expiry: {
    subject_later: 'Su contraseña caduca dentro de {{days}} días',
    subject_tomorrow: 'Su contraseña caduca mañana',
    subject_today: 'Su contraseña caduca hoy',
    text: 'Su contraseña es válida hasta el {{moment}}.',
    how: 'Puede cambiarla ahora mismo en la aplicación, en «Perfil de usuario».',
    afterwards:
      'Después podrá seguir iniciando sesión: la aplicación le pedirá primero que elija una nueva.',
  },
  alerts_digest: {
    subject_one: 'Serv@Net: una nueva alerta',
    subject_other: 'Serv@Net: {{count}} nuevas alertas',
    text_one: 'Le espera una nueva alerta en Serv@Net:',
    text_other: 'Le esperan {{count}} nuevas alertas en Serv@Net:',
    more_one: 'Y una más.',
    more_other: 'Y {{count}} más.',
    where: 'Las encontrará en la página de inicio de Serv@Net.',
    choice:
      'Recibe este mensaje porque ha elegido las alertas por correo electrónico. Puede cambiarlo en «Perfil de usuario».',
  },
}
