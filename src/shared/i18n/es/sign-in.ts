import type { signIn as french } from '../fr/sign-in.ts'
import type { Texts } from '../texts.ts'

export const signIn: Texts<typeof french> = {
  title: 'Le damos la bienvenida a Atradius',
  windowTitle: 'Inicio de sesión',
  welcome:
    'Para ofrecerle el mejor servicio posible, hemos mejorado el acceso a nuestra información y a nuestros servicios en línea: bastan un solo nombre de usuario y una sola contraseña.',
  noAccount:
    'Si todavía no tiene nombre de usuario ni contraseña, diríjase a su persona de contacto.',
  allServices: 'Todos los servicios',
  username: 'Nombre de usuario',
  password: 'Contraseña',
  staySignedIn: 'Mantener la sesión abierta en este dispositivo',
  staySignedInUnavailable:
    'No es posible en este dispositivo: su llavero de claves no está disponible. Tendrá que iniciar sesión cada vez que abra la aplicación.',
  submit: 'Entrar',
  submitting: 'Iniciando sesión…',
  forgotten: '¿Ha olvidado su contraseña?',
  usernameForgotten: '¿Ha olvidado su nombre de usuario?',
  usernameMissing: 'Introduzca su nombre de usuario.',
  passwordMissing: 'Introduzca su contraseña.',
  incomplete: 'Falta un dato para iniciar sesión.',
  waiting: 'Podrá volver a intentarlo dentro de {{time}}.',
  waitingOver: 'Ya puede volver a intentarlo.',
  reason: {
    signedOut: 'Su sesión en este dispositivo está cerrada.',
    sessionEnded: 'Su sesión ha terminado. Inicie sesión de nuevo para continuar donde lo dejó.',
  },
}
