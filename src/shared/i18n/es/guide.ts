import type { guide as french } from '../fr/guide.ts'
import type { Texts } from '../texts.ts'

export const guide: Texts<typeof french> = {
  search: 'Buscar en la ayuda',
  placeholder: 'Una palabra: contraseña, límite, factura…',
  none: 'Nada en la ayuda coincide. Pruebe otra palabra o llame al Helpdesk.',
  count_one: '{{count}} tema',
  count_other: '{{count}} temas',
  here: 'Sobre la página en la que estaba',
  groups: {
    account: 'Su acceso',
    work: 'Su trabajo',
    app: 'La aplicación',
  },
  topics: {
    firstSignIn: 'Primera conexión',
    security: 'Paso 1: seguridad',
    personalData: 'Paso 2: sus datos personales',
    forgotten: 'Contraseña olvidada',
    access: 'Su inicio de sesión',
    profile: 'Actualizar sus datos',
    home: 'Qué ha cambiado',
    limits: 'Límites de crédito',
    apply: 'Solicitar un límite',
    several: 'Solicitar varios límites',
    turnover: 'Declarar la facturación',
    exposure: 'Riesgo vivo y cobertura',
    dashboard: 'El panel de Insights',
    buyers: 'Buscar un comprador',
    whatIf: 'Y si…',
    monthPack: 'Informe mensual',
    cases: 'Expedientes de cobro',
    partners: 'Espacio de Socios',
    offline: 'Sin red',
    find: 'Encontrar deprisa',
    lock: 'Bloquear la aplicación',
    notifications: 'Notificaciones',
    links: 'Enviar una página a un colega',
  },
  steps: {
    firstSignIn:
      'Elija el servicio que quiere abrir: Serv@Net, Collect@Net, Atradius Insights o el Espacio de Socios. La pantalla de conexión es la misma para todos.\nEscriba el nombre de usuario y la contraseña inicial que le dio su persona de contacto y haga clic en «Entrar».\nSe le piden algunos datos en dos pasos, solo en esta primera conexión.\nLa contraseña inicial vale 14 días. Si ha caducado, pida otra a su persona de contacto.',
    security:
      'Elija una contraseña más compleja. El «?» junto al campo muestra las reglas.\nElija tres preguntas y respóndalas. Se le harán si olvida su contraseña.\nRecuerde sus respuestas como las escribió; las mayúsculas y los acentos no cuentan.',
    personalData:
      'Escriba dos veces su dirección de correo. La usamos para avisarle antes de que caduque su contraseña y, si quiere, para las alertas de Serv@Net.\nUna dirección solo puede servir para una cuenta.\nEl nombre es opcional; los apellidos, obligatorios. Elija también su idioma.\nHaga clic en «Siguiente»: se abre la página de inicio de Serv@Net.',
    forgotten:
      'En la pantalla de conexión, haga clic en «¿Ha olvidado su contraseña?».\nEscriba su nombre de usuario y continúe.\nResponda a sus preguntas personales de seguridad y continúe.\nElija una contraseña nueva; el «?» muestra las reglas. «Volver a la página de inicio» le lleva a la conexión.',
    access:
      'Un solo nombre de usuario y una sola contraseña abren Serv@Net, Collect@Net, Atradius Insights y el Espacio de Socios.\nSi decide mantener la sesión abierta, la prueba de su inicio de sesión se guarda en el llavero de claves de este ordenador, nunca en un archivo legible. Al cerrar sesión se borra.\n¿Ha olvidado su contraseña? En la pantalla de inicio de sesión puede elegir una nueva. Nunca le pediremos su contraseña por teléfono ni por correo.',
    profile:
      'En Serv@Net, haga clic en «Perfil de usuario». En Insights, haga clic en el icono «Mi cuenta».\nAhí elige el país predeterminado de sus búsquedas y la primera página de Serv@Net; después, «Guardar».\nLa contraseña, las preguntas y los dispositivos conectados están en «Seguridad».',
    home: 'La página de inicio de Serv@Net muestra primero lo que ha cambiado desde su última visita. Marque lo que ha leído.\nUna reducción anunciada dice desde qué día vale; las entregas anteriores conservan el límite anterior.\nMarque una alerta cuando la haya tratado; todas siguen en «Alertas».',
    limits:
      'La lista muestra la última decisión por comprador y póliza. Filtre por país, estado o póliza.\nLa página de un límite muestra lo que cubre hoy una entrega, las condiciones y el historial.\nLa columna «Termina el» indica cuándo termina un límite temporal.',
    apply:
      'Busque al comprador por nombre o número. Si no se conoce, descríbalo.\nIndique la póliza, el importe, el plazo de pago y, si hace falta, una fecha de fin.\nCompruebe y envíe. Sin conexión, la solicitud espera en este ordenador y se envía una sola vez.\nSígala en «Solicitudes» hasta la decisión.',
    several:
      'Pegue una tabla o abra un archivo CSV o Excel.\nCompruebe qué contiene cada columna: la aplicación lo recuerda para la próxima vez.\nCorrija las filas señaladas y envíelo todo. Cada fila se sigue hasta su decisión.',
    turnover:
      'Elija la póliza y el periodo y escriba el importe.\nAl lado se muestra el importe del mismo periodo del año anterior.\nUna declaración equivocada se corrige con otra nueva.',
    exposure:
      'Abra su listado de saldos por antigüedad (CSV o Excel). Se queda en este ordenador y nunca se envía.\nCada cliente se asocia a un comprador por su número y después por su nombre. Diga quién es cuando la aplicación dude.\nLa página muestra lo cubierto, lo que supera el límite y hasta cuándo hay que comunicar un impago.\nLleve esas fechas a su calendario o retire el archivo cuando termine.',
    dashboard:
      'Elija la divisa y el periodo en la parte superior.\nEl «?» de una cifra explica cómo se calcula, con sus importes. Un clic abre las filas que la forman.\nCada gráfico tiene su tabla, que puede copiar o exportar.',
    buyers:
      'Escriba el comienzo de un nombre o número: los acentos y las mayúsculas no cuentan.\nFiltre por país, banda de riesgo, decisión o póliza y ordene por columna.\nLas calificaciones van de 1 a 100; cuanto más altas, mayor el riesgo. Sus notas privadas se quedan en este ordenador.',
    whatIf:
      'Suponga que una divisa se mueve, que los mayores compradores empeoran o que se reduce un límite.\nLa página muestra las cifras antes y después. Nada se envía ni se guarda.',
    monthPack:
      'Elija el mes: el informe reúne las cifras, sus fuentes, los tipos de cambio y las fechas.\nGuárdelo en PDF, tamaño A4, en su idioma.',
    cases:
      'Collect@Net muestra cada expediente, su curso, lo recuperado y lo que aún se debe.\nPara un expediente nuevo, indique el comprador, la póliza y las facturas, y adjunte los documentos.\nSin conexión, el expediente espera y se envía una sola vez.',
    partners:
      'Para corredores: la lista muestra sus clientes, sus pólizas y sus cifras.\nAbra la vista de un cliente: una banda dice siempre de quién son los datos.\nLos documentos están por temas; puede abrirlos o guardarlos.',
    offline:
      'La aplicación muestra los últimos datos guardados en este ordenador, con su fecha.\nLo que escriba espera y se envía en cuanto el servicio responda. El botón de arriba muestra lo que espera.\nSi algo ha cambiado entretanto, la aplicación muestra las dos versiones y usted elige.',
    find: 'Ctrl K (⌘ K en un Mac) busca un comprador, una póliza, una página o una acción.\nCtrl 1 a 4 abre un servicio, F5 actualiza, F1 abre esta ayuda en el tema de la página.',
    lock: 'Elija una contraseña de bloqueo en su perfil, en «Bloqueo».\nLa aplicación se bloquea cuando usted se ausenta, o con Ctrl Mayús L.\nSi la olvida, conéctese de nuevo: lo que esperaba a enviarse se pierde entonces, y la aplicación se lo dice antes.',
    notifications:
      'Elija en su perfil de qué quiere ser notificado: decisiones, reducciones, empeoramientos, mensajes.\nEn las horas de silencio no aparece nada; todo queda en la página de inicio.',
    links:
      '«Copiar el enlace de esta página» está en el menú «Ir», con el botón derecho y en Ctrl K.\nEl enlace abre la aplicación en esta página, para quien tenga acceso a ella. No contiene contraseñas ni importes.',
  },
  words: {
    firstSignIn: 'registro, nombre de usuario, contraseña inicial, cuenta',
    security: 'contraseña, reglas, preguntas secretas, respuestas',
    personalData: 'correo, dirección, nombre, apellidos, idioma',
    forgotten: 'recuperación, restablecer, bloqueado, preguntas de seguridad',
    access: 'una sola identidad, seguir conectado, llavero, seguridad',
    profile: 'preferencias, mi cuenta, país, primera página, guardar, cambiar contraseña',
    home: 'inicio, novedades, alertas, mensajes, reducción, preaviso',
    limits: 'cobertura, decisión, rechazado, reducido, póliza',
    apply: 'registrar un límite de crédito, nueva solicitud, aumentar',
    several: 'lote, tabla, importar, pegar, CSV, XLSX',
    turnover: 'ventas, declaración, periodo',
    exposure: 'saldos, deudores, vencido, prórroga máxima, vencimiento, facturas',
    dashboard: 'ABR, aceptación del riesgo, deducciones, periodo, divisa',
    buyers: 'búsqueda, cliente, deudor, calificación, número',
    whatIf: 'hipótesis, escenario, simular, divisa',
    monthPack: 'PDF, consejo, dirección, imprimir',
    cases: 'Collect@Net, impagados, facturas, documentos, abogado',
    partners: 'corredor, clientes, documentos, temas',
    offline: 'sin conexión, espera, bandeja de salida, sincronizar, conflicto',
    find: 'paleta, atajos, teclado, búsqueda',
    lock: 'ausencia, inactividad, contraseña, pantalla',
    notifications: 'avisar, horas de silencio, fin de semana, sonido',
    links: 'enlace, dirección, compartir',
  },
}
