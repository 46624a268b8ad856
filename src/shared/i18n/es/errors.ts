import type { errors as source } from '../fr/errors.ts'
import type { Texts } from '../texts.ts'
import { tableErrors } from './table-errors.ts'
import { caseErrors, caseFields } from './case-errors.ts'
import { updateErrors } from './update-errors.ts'
import { lockErrors } from './lock-errors.ts'
import { storeErrors } from './store-errors.ts'

export const errors: Texts<typeof source> = {
  invalid_request: {
    message: 'Algunos datos no se han aceptado.',
    next: 'Revise los campos señalados e inténtelo de nuevo.',
  },
  invalid_credentials: {
    message: 'Este nombre de usuario y esta contraseña no se corresponden.',
    next: 'Compruebe ambos, también las mayúsculas. Si no basta, elija «¿Ha olvidado su contraseña?».',
  },
  unauthenticated: {
    message: 'No hay ninguna sesión abierta.',
    next: 'Inicie sesión e inténtelo de nuevo.',
  },
  token_expired: {
    message: 'Su sesión ha caducado.',
    next: 'Inicie sesión de nuevo para continuar.',
  },
  session_ended: {
    message: 'Su sesión ha finalizado.',
    next: 'Inicie sesión de nuevo: continuará donde lo dejó.',
  },
  enrolment_required: {
    message: 'El registro de su cuenta no ha terminado.',
    next: 'Complete los dos pasos para acceder a este servicio.',
  },
  password_change_required: {
    message: 'Su contraseña debe sustituirse.',
    next: 'Elija una nueva para continuar.',
  },
  initial_password_expired: {
    message: 'Su contraseña inicial ya no es válida: servía durante 14 días.',
    next: 'Pida una nueva a su persona de contacto.',
  },
  reauthentication_required: {
    message: 'Esta operación requiere confirmar su identidad.',
    next: 'Escriba de nuevo su contraseña.',
  },
  forbidden: {
    message: 'Su cuenta no incluye este servicio.',
    next: 'Si lo necesita, solicite el acceso a su persona de contacto.',
  },
  not_found: {
    message: 'Este elemento no existe o ha dejado de existir.',
    next: 'Vuelva a la página anterior: muestra lo que todavía existe.',
  },
  method_not_allowed: {
    message: 'El servicio no ofrece esta acción.',
    next: 'Instale la última versión de la aplicación. Si continúa, póngase en contacto con el Helpdesk.',
  },
  email_taken: {
    message: 'Otra cuenta ya utiliza esta dirección de correo.',
    next: 'Escriba otra dirección: no puede compartirse entre varias cuentas.',
  },
  application_pending: {
    message: 'Ya se está estudiando una solicitud para este comprador.',
    next: 'Ábrala para seguirla. Para otro importe, espere a la decisión o póngase en contacto con nosotros.',
  },
  idempotency_conflict: {
    message: 'Ya se ha enviado otra solicitud con la misma referencia.',
    next: 'Compruebe lo que se ha guardado antes de enviar una nueva solicitud.',
  },
  in_progress: {
    message: 'Esta solicitud ya se está tramitando.',
    next: 'Espere unos segundos y vuelva a intentarlo.',
  },
  invalid_state: {
    message: 'Este paso ya no es el actual.',
    next: 'Salga de esta página y vuelva a abrirla para ver el paso en curso.',
  },
  flow_expired: {
    message: 'El plazo para terminar ha vencido.',
    next: 'Empiece de nuevo. Si es su primer inicio de sesión, pida antes una nueva contraseña inicial a su persona de contacto.',
  },
  cursor_expired: {
    message: 'Este equipo lleva demasiado tiempo sin actualizarse.',
    next: 'Vuelva a abrir la página: se leerán de nuevo todos sus datos.',
  },
  precondition_failed: {
    message: 'Estos datos se han modificado mientras tanto en otro lugar.',
    next: 'Vuelva a abrir la página, compruebe qué ha cambiado y guarde de nuevo.',
  },
  precondition_required: {
    message: 'Estos datos deben leerse de nuevo antes de modificarlos.',
    next: 'Salga de esta página, ábrala otra vez y empiece de nuevo.',
  },
  payload_too_large: {
    message: 'El texto es demasiado largo para enviarse.',
    next: 'Acórtelo e inténtelo de nuevo.',
  },
  unsupported_media_type: {
    message: 'El servicio no ha reconocido el formato de la solicitud.',
    next: 'Instale la última versión de la aplicación. Si continúa, póngase en contacto con el Helpdesk.',
  },
  expectation_failed: {
    message: 'Algo en su red ha modificado esta solicitud.',
    next: 'Inténtelo de nuevo desde otra red. Si continúa, póngase en contacto con su departamento de informática.',
  },
  password_policy: {
    message: 'Esta contraseña aún no cumple todas las reglas.',
    next: 'Corrija los puntos señalados.',
  },
  answers_policy: {
    message: 'Algunas preguntas o respuestas no son adecuadas.',
    next: 'Corrija los puntos señalados.',
  },
  verification_failed: {
    message: 'No se ha podido confirmar lo que ha escrito.',
    next: 'Revise todos los datos e inténtelo de nuevo.',
  },
  code_expired: {
    message: 'El plazo de este código ha terminado.',
    next: 'Pida un código nuevo e introdúzcalo. No se ha contado ningún intento.',
  },
  too_many_attempts: {
    message: 'Ha habido demasiados intentos en poco tiempo.',
    next: 'Espere a que termine el plazo e inténtelo de nuevo. Su cuenta no está bloqueada.',
  },
  internal: {
    message: 'Se ha producido un error en el servicio.',
    next: 'Inténtelo de nuevo en unos minutos. Si continúa, póngase en contacto con el Helpdesk.',
  },
  unavailable: {
    message: 'El servicio no está disponible por el momento.',
    next: 'Inténtelo de nuevo en unos minutos.',
  },
  network_offline: {
    message: 'Este ordenador no está conectado a Internet.',
    next: 'Compruebe la red o la wifi e inténtelo de nuevo.',
  },
  portal_unreachable: {
    message: 'No se puede acceder al servicio de Atradius.',
    next: 'Inténtelo de nuevo en unos minutos. Si otras páginas se abren, avise a su departamento de informática.',
  },
  portal_timeout: {
    message: 'El servicio de Atradius tarda demasiado en responder.',
    next: 'Inténtelo de nuevo en unos instantes.',
  },
  portal_answer_invalid: {
    message: 'Ha llegado una respuesta inesperada en lugar de la del servicio de Atradius.',
    next: 'Si su red le pide iniciar sesión en un navegador, hágalo e inténtelo de nuevo. Si no, avise a su departamento de informática.',
  },
  proxy_authentication_required: {
    message: 'El proxy de su red pide una identificación.',
    next: 'La causa no es su contraseña de Atradius: póngase en contacto con su departamento de informática.',
  },
  certificate_untrusted: {
    message: 'La conexión con el servicio no es segura: su certificado no es de confianza.',
    next: 'No se ha enviado nada. A menudo se debe al proxy de la empresa: póngase en contacto con su departamento de informática.',
  },
  clock_wrong: {
    message: 'La hora de este ordenador no coincide con la del servicio.',
    next: 'Ajuste la fecha y la hora del ordenador e inténtelo de nuevo.',
  },
  keychain_absent: {
    message: 'Este ordenador no tiene un llavero de claves que pueda usarse.',
    next: 'Puede trabajar con normalidad; tendrá que iniciar sesión cada vez que abra la aplicación.',
  },
  keychain_locked: {
    message: 'El llavero de claves de este ordenador está bloqueado.',
    next: 'Desbloquéelo e inténtelo de nuevo. Hasta entonces su sesión no se conservará.',
  },
  keychain_refused: {
    message: 'El llavero de claves de este ordenador ha denegado el acceso.',
    next: 'Autorice a Atradius Services Online a usarlo e inténtelo de nuevo. Hasta entonces su sesión no se conservará.',
  },
  page_not_printed: {
    message: 'No se ha podido preparar el PDF.',
    next: 'Inténtelo de nuevo. Si continúa, cierre la aplicación, ábrala otra vez y repita.',
  },
  configuration_invalid: {
    message: 'No se puede leer la configuración de este ordenador.',
    next: 'Hasta que se corrija, no es posible conectarse. Comunique lo siguiente a su departamento de informática: {{path}}',
  },
  already_running: {
    message: 'La aplicación ya está abierta.',
    next: 'Su ventana se ha traído al frente.',
  },
  deep_link_invalid: {
    message: 'Este enlace no lleva a ningún lugar de la aplicación.',
    next: 'Pida un nuevo enlace a quien se lo envió.',
  },
  link_not_opened: {
    message: 'Este ordenador no ha abierto ningún programa para este contacto.',
    next: 'Cópielo usted mismo: {{target}}',
  },
  sender_forbidden: {
    message: 'Esta petición no procedía de una página de la aplicación y se ha rechazado.',
    next: 'Cierre la aplicación y ábrala de nuevo. Si se repite, póngase en contacto con el Helpdesk.',
  },
  unexpected: {
    message: 'Se ha producido un error imprevisto.',
    next: 'Inténtelo de nuevo. Si continúa, cierre y abra la aplicación o póngase en contacto con el Helpdesk.',
  },
  ...storeErrors,
  ...lockErrors,
  ...updateErrors,
  ...tableErrors,
  ...caseErrors,
  retried: {
    still: 'Por ahora no ha cambiado nada.',
    keychain: 'El llavero de claves vuelve a funcionar.',
    session: 'El llavero de claves vuelve a funcionar. Su sesión se conserva en él.',
    storage: 'Los datos vuelven a guardarse en este ordenador.',
  },
  wait: {
    countdown: 'Podrá volver a intentarlo dentro de {{wait}}.',
    over: 'Ya puede volver a intentarlo.',
  },
  fields: {
    ...caseFields,
    required: 'Rellene este campo.',
    invalid: 'Este valor no se acepta.',
    email_invalid: 'La dirección debe parecerse a nombre@empresa.es.',
    email_accents: 'Delante de la @ solo se admiten letras sin tildes ni eñes.',
    emails_differ: 'Las dos direcciones de correo no coinciden.',
    email_taken: 'Otra cuenta ya utiliza esta dirección.',
    code_numeric: 'El código tiene seis cifras.',
    code_alphanumeric: 'El código tiene ocho letras y cifras, sin O, I, L, 0 ni 1.',
    invalid_credentials: 'Esta contraseña no es correcta.',
    passwords_differ: 'Las dos contraseñas no coinciden.',
    email_unchanged: 'Esta ya es su dirección.',
    name_link:
      'Este nombre parece un enlace o una dirección. Escriba solo el nombre, con un espacio después de cada punto.',
    too_short: 'Se necesitan al menos {{min}} caracteres.',
    too_long: 'Se admiten como máximo {{max}} caracteres.',
    missing_lower: 'Falta una letra minúscula.',
    missing_upper: 'Falta una letra mayúscula.',
    missing_digit: 'Falta una cifra.',
    missing_symbol: 'Falta un símbolo, por ejemplo - o !',
    contains_username: 'No debe contener su nombre de usuario.',
    contains_name: 'No debe contener su nombre ni sus apellidos.',
    contains_email: 'No debe contener su dirección de correo.',
    too_common:
      'Esta contraseña es fácil de adivinar: es común, o está hecha con el nombre de un servicio o empresa, una estación o un mes.',
    used_before: 'Esta contraseña se ha usado recientemente.',
    only_digits: 'Solo cifras no bastan: añada letras.',
    repeated: 'Hacen falta al menos cuatro caracteres distintos.',
    question_required: 'Elija una pregunta.',
    question_unknown: 'Esta pregunta ya no se ofrece: elija otra.',
    question_repeated: 'Esta pregunta ya está elegida: escoja otra.',
    answer_too_short: 'La respuesta debe tener al menos 2 letras o cifras.',
    answers_alike: 'Esta respuesta es igual que otra.',
    answer_is_username: 'La respuesta no puede ser su nombre de usuario.',
    answer_is_email: 'La respuesta no puede ser su dirección de correo.',
    answer_is_password: 'La respuesta no puede ser su contraseña.',
    amount_invalid: 'Esto no es un importe: escriba cifras.',
    amount_ambiguous: 'Este importe puede leerse de dos maneras: elija la correcta.',
    amount_currency: 'Este importe nombra otra moneda que {{currency}}.',
    amount_negative: 'El importe no puede ser negativo.',
    amount_too_large: 'Este importe es demasiado alto.',
    terms_invalid: 'Indique un número entero de días, de 0 a 720.',
    too_many_decimals: 'Esta moneda admite como máximo {{max}} decimales.',
    no_decimals: 'Esta moneda se escribe sin decimales.',
    terms_too_long: 'Esta póliza cubre plazos de pago de {{max}} días como máximo.',
    ends_before_starts: 'El final debe ser posterior al inicio o caer en el mismo día.',
    ends_in_past: 'Esta fecha ya ha pasado: indique hoy o un día posterior.',
    country_unknown: 'Este país no se conoce: elíjalo en la lista.',
    currency_unknown: 'Esta moneda no se conoce: elíjala en la lista.',
    currency_of_policy: 'La facturación se declara en la moneda de la póliza: {{currency}}.',
    one_buyer: 'Elija un comprador conocido o describa uno, no ambas cosas.',
    no_limit: 'No hay ningún límite que suprimir: indique un importe superior a cero.',
    period_not_over: 'Este periodo no ha terminado: declárelo después.',
    period_reversed: 'Este periodo termina antes de empezar: elija un final posterior al inicio.',
    period_in_future: 'Este periodo termina en el futuro: elija hoy o un día anterior.',
    period_too_early: 'Las cifras no llegan antes de 1900: elija un inicio más reciente.',
  },
}
