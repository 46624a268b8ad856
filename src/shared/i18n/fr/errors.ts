import { tableErrors } from './table-errors.ts'
import { caseErrors, caseFields } from './case-errors.ts'
import { updateErrors } from './update-errors.ts'
import { lockErrors } from './lock-errors.ts'
import { storeErrors } from './store-errors.ts'

/** One sentence and one next step for every `ErrorCode`; `fields` says what one field lacks. */
export const errors = {
  invalid_request: {
    message: 'Certaines données n’ont pas été acceptées.',
    next: 'Vérifiez les champs signalés, puis réessayez.',
  },
  invalid_credentials: {
    message: 'Ce nom d’utilisateur et ce mot de passe ne vont pas ensemble.',
    next: 'Vérifiez les deux, majuscules comprises. Si cela ne suffit pas, choisissez « Mot de passe oublié ? ».',
  },
  unauthenticated: {
    message: 'Aucune session n’est ouverte.',
    next: 'Connectez-vous, puis recommencez.',
  },
  token_expired: {
    message: 'Votre connexion est arrivée à son terme.',
    next: 'Connectez-vous à nouveau pour continuer.',
  },
  session_ended: {
    message: 'Votre session a pris fin.',
    next: 'Connectez-vous à nouveau : vous reprendrez là où vous en étiez.',
  },
  enrolment_required: {
    message: 'L’enregistrement de votre compte n’est pas terminé.',
    next: 'Terminez les deux étapes pour accéder à ce service.',
  },
  password_change_required: {
    message: 'Votre mot de passe doit être remplacé.',
    next: 'Choisissez-en un nouveau pour continuer.',
  },
  initial_password_expired: {
    message: 'Votre mot de passe initial n’est plus valable : il servait pendant 14 jours.',
    next: 'Demandez-en un nouveau à votre personne de contact.',
  },
  reauthentication_required: {
    message: 'Cette opération demande de confirmer votre identité.',
    next: 'Saisissez à nouveau votre mot de passe.',
  },
  forbidden: {
    message: 'Votre compte n’ouvre pas ce service.',
    next: 'Si vous en avez besoin, demandez l’accès à votre personne de contact.',
  },
  not_found: {
    message: 'Cet élément n’existe pas ou n’existe plus.',
    next: 'Revenez à la page précédente : elle montre ce qui existe encore.',
  },
  method_not_allowed: {
    message: 'Le service ne propose pas cette action.',
    next: 'Installez la dernière version de l’application. Si cela continue, contactez le Helpdesk.',
  },
  email_taken: {
    message: 'Cette adresse e-\u2060mail est déjà utilisée par un autre compte.',
    next: 'Saisissez une autre adresse : elle ne peut pas être partagée entre plusieurs comptes.',
  },
  application_pending: {
    message: 'Une demande pour cet acheteur est déjà en cours d’examen.',
    next: 'Ouvrez-la pour la suivre. Pour un autre montant, attendez la décision ou contactez-nous.',
  },
  idempotency_conflict: {
    message: 'Une demande différente a déjà été envoyée sous la même référence.',
    next: 'Vérifiez ce qui a été enregistré avant d’envoyer une nouvelle demande.',
  },
  in_progress: {
    message: 'Cette demande est déjà en cours de traitement.',
    next: 'Patientez quelques secondes, puis réessayez.',
  },
  invalid_state: {
    message: 'Cette étape n’est plus celle en cours.',
    next: 'Quittez cette page, puis rouvrez-la : l’étape en cours s’affichera.',
  },
  flow_expired: {
    message: 'Le délai prévu pour terminer est dépassé.',
    next: 'Recommencez depuis le début. Pour une première connexion, demandez d’abord un nouveau mot de passe initial à votre personne de contact.',
  },
  cursor_expired: {
    message: 'Cet ordinateur n’a pas été mis à jour depuis trop longtemps.',
    next: 'Rouvrez la page : toutes vos données seront relues.',
  },
  precondition_failed: {
    message: 'Ces données ont été modifiées ailleurs entre-temps.',
    next: 'Rouvrez la page, vérifiez ce qui a changé, puis enregistrez à nouveau.',
  },
  precondition_required: {
    message: 'Ces données doivent être relues avant d’être modifiées.',
    next: 'Quittez cette page, rouvrez-la, puis recommencez.',
  },
  payload_too_large: {
    message: 'La saisie est trop longue pour être envoyée.',
    next: 'Raccourcissez-la, puis réessayez.',
  },
  unsupported_media_type: {
    message: 'Le service n’a pas reconnu le format de la demande.',
    next: 'Installez la dernière version de l’application. Si cela continue, contactez le Helpdesk.',
  },
  expectation_failed: {
    message: 'Un équipement de votre réseau a modifié cette demande.',
    next: 'Réessayez depuis un autre réseau. Si cela continue, contactez votre service informatique.',
  },
  password_policy: {
    message: 'Ce mot de passe ne respecte pas encore toutes les règles.',
    next: 'Corrigez les points signalés.',
  },
  answers_policy: {
    message: 'Certaines questions ou réponses ne conviennent pas.',
    next: 'Corrigez les points signalés.',
  },
  verification_failed: {
    message: 'Ce que vous avez saisi n’a pas pu être confirmé.',
    next: 'Vérifiez l’ensemble de votre saisie, puis réessayez.',
  },
  code_expired: {
    message: 'Le délai de ce code est dépassé.',
    next: 'Demandez un nouveau code, puis entrez-le. Aucun essai n’a été compté.',
  },
  too_many_attempts: {
    message: 'Trop d’essais ont eu lieu en peu de temps.',
    next: 'Attendez la fin du délai, puis réessayez. Votre compte n’est pas bloqué.',
  },
  internal: {
    message: 'Le service a rencontré une erreur de son côté.',
    next: 'Réessayez dans quelques minutes. Si cela continue, contactez le Helpdesk.',
  },
  unavailable: {
    message: 'Le service est momentanément indisponible.',
    next: 'Réessayez dans quelques minutes.',
  },
  network_offline: {
    message: 'Cet ordinateur n’est pas connecté à Internet.',
    next: 'Vérifiez le réseau ou le Wi-Fi, puis réessayez.',
  },
  portal_unreachable: {
    message: 'Le service Atradius ne peut pas être joint.',
    next: 'Réessayez dans quelques minutes. Si d’autres sites s’ouvrent, prévenez votre service informatique.',
  },
  portal_timeout: {
    message: 'Le service Atradius met trop de temps à répondre.',
    next: 'Réessayez dans quelques instants.',
  },
  portal_answer_invalid: {
    message: 'Une réponse inattendue est arrivée à la place de celle du service Atradius.',
    next: 'Si votre réseau demande de se connecter dans un navigateur, faites-le, puis réessayez. Sinon, prévenez votre service informatique.',
  },
  proxy_authentication_required: {
    message: 'Le proxy de votre réseau demande une identification.',
    next: 'Ce n’est pas votre mot de passe Atradius qui est en cause : contactez votre service informatique.',
  },
  certificate_untrusted: {
    message: 'La connexion au service n’est pas sûre : son certificat n’est pas reconnu.',
    next: 'Rien n’a été envoyé. Le proxy de votre entreprise en est souvent la cause : contactez votre service informatique.',
  },
  clock_wrong: {
    message: 'L’heure de cet ordinateur ne correspond pas à celle du service.',
    next: 'Réglez la date et l’heure de l’ordinateur, puis réessayez.',
  },
  keychain_absent: {
    message: 'Cet ordinateur n’a pas de trousseau de clés utilisable.',
    next: 'Vous pouvez travailler normalement ; il faudra vous reconnecter à chaque ouverture de l’application.',
  },
  keychain_locked: {
    message: 'Le trousseau de clés de cet ordinateur est verrouillé.',
    next: 'Déverrouillez-le, puis réessayez. D’ici là, votre connexion ne sera pas conservée.',
  },
  keychain_refused: {
    message: 'Le trousseau de clés de cet ordinateur a refusé l’accès.',
    next: 'Autorisez Atradius Services Online à l’utiliser, puis réessayez. D’ici là, votre connexion ne sera pas conservée.',
  },
  page_not_printed: {
    message: 'Le PDF n’a pas pu être préparé.',
    next: 'Réessayez. Si cela continue, fermez l’application, rouvrez-la et recommencez.',
  },
  configuration_invalid: {
    message: 'La configuration de cet ordinateur ne peut pas être lue.',
    next: 'Aucune connexion n’est possible avant sa correction. Indiquez ceci à votre service informatique : {{path}}',
  },
  already_running: {
    message: 'L’application est déjà ouverte.',
    next: 'La fenêtre existante est passée au premier plan.',
  },
  deep_link_invalid: {
    message: 'Ce lien ne mène nulle part dans l’application.',
    next: 'Demandez un nouveau lien à la personne qui vous l’a envoyé.',
  },
  link_not_opened: {
    message: 'Cet ordinateur n’a ouvert aucun programme pour ce contact.',
    next: 'Recopiez-le vous-même : {{target}}',
  },
  sender_forbidden: {
    message: 'Cette demande ne venait pas d’une page de l’application : elle a été refusée.',
    next: 'Fermez puis rouvrez l’application. Si cela se reproduit, contactez le Helpdesk.',
  },
  unexpected: {
    message: 'Une erreur imprévue s’est produite.',
    next: 'Réessayez. Si cela continue, fermez puis rouvrez l’application, ou contactez le Helpdesk.',
  },
  ...storeErrors,
  ...lockErrors,
  ...updateErrors,
  ...tableErrors,
  ...caseErrors,
  retried: {
    still: 'Rien n’a changé pour le moment.',
    keychain: 'Le trousseau de clés fonctionne de nouveau.',
    session: 'Le trousseau de clés fonctionne de nouveau. Votre connexion y est conservée.',
    storage: 'Les données sont de nouveau conservées sur cet ordinateur.',
  },
  wait: {
    countdown: 'Nouvel essai possible dans {{wait}}.',
    over: 'Vous pouvez réessayer maintenant.',
  },
  fields: {
    ...caseFields,
    required: 'Ce champ doit être rempli.',
    invalid: 'Cette valeur n’est pas acceptée.',
    email_invalid: 'L’adresse doit ressembler à nom@entreprise.fr.',
    email_accents: 'Devant le @, seules les lettres sans accent sont acceptées.',
    emails_differ: 'Les deux adresses e-\u2060mail ne sont pas identiques.',
    email_taken: 'Cette adresse est déjà utilisée par un autre compte.',
    code_numeric: 'Le code compte six chiffres.',
    code_alphanumeric: 'Le code compte huit lettres et chiffres, sans O, I, L, 0 ni 1.',
    invalid_credentials: 'Ce mot de passe n’est pas le bon.',
    passwords_differ: 'Les deux mots de passe ne sont pas identiques.',
    email_unchanged: 'C’est déjà votre adresse.',
    name_link:
      'Ce nom ressemble à un lien ou à une adresse. Écrivez le nom seul, avec une espace après chaque point.',
    too_short: 'Il faut au moins {{min}} caractères.',
    too_long: 'Il faut au plus {{max}} caractères.',
    missing_lower: 'Il manque une lettre minuscule.',
    missing_upper: 'Il manque une lettre majuscule.',
    missing_digit: 'Il manque un chiffre.',
    missing_symbol: 'Il manque un symbole, par exemple - ou !',
    contains_username: 'Il ne doit pas contenir votre nom d’utilisateur.',
    contains_name: 'Il ne doit contenir ni votre prénom ni votre nom.',
    contains_email: 'Il ne doit pas contenir votre adresse e-\u2060mail.',
    too_common:
      'Ce mot de passe est facile à deviner : il est courant, ou fait d’un nom de service ou d’entreprise, d’une saison ou d’un mois.',
    used_before: 'Ce mot de passe a déjà servi récemment.',
    only_digits: 'Il faut plus que des chiffres : ajoutez des lettres.',
    repeated: 'Il faut au moins quatre caractères différents.',
    question_required: 'Choisissez une question.',
    question_unknown: 'Cette question n’est plus proposée : choisissez-en une autre.',
    question_repeated: 'Cette question est déjà choisie : prenez-en une autre.',
    answer_too_short: 'La réponse doit compter au moins 2 lettres ou chiffres.',
    answers_alike: 'Cette réponse est la même qu’une autre.',
    answer_is_username: 'La réponse ne peut pas être votre nom d’utilisateur.',
    answer_is_email: 'La réponse ne peut pas être votre adresse e-\u2060mail.',
    answer_is_password: 'La réponse ne peut pas être votre mot de passe.',
    amount_invalid: 'Ce n’est pas un montant : écrivez des chiffres.',
    amount_ambiguous: 'Ce montant peut se lire de deux façons : choisissez la bonne.',
    amount_currency: 'Ce montant nomme une autre devise que {{currency}}.',
    amount_negative: 'Le montant ne peut pas être négatif.',
    amount_too_large: 'Ce montant est trop élevé.',
    terms_invalid: 'Indiquez un nombre de jours entier, de 0 à 720.',
    too_many_decimals: 'Cette devise admet au plus {{max}} décimales.',
    no_decimals: 'Cette devise s’écrit sans décimales.',
    terms_too_long: 'Cette police couvre des délais de paiement de {{max}} jours au plus.',
    ends_before_starts: 'La fin doit suivre le début, ou tomber le même jour.',
    ends_in_past: 'Cette date est passée : indiquez aujourd’hui ou un jour à venir.',
    country_unknown: 'Ce pays n’est pas connu : choisissez-le dans la liste.',
    currency_unknown: 'Cette devise n’est pas connue : choisissez-la dans la liste.',
    currency_of_policy: 'Déclarez ce montant dans la devise de la police : {{currency}}.',
    one_buyer: 'Choisissez un acheteur connu, ou décrivez-en un : pas les deux.',
    no_limit: 'Il n’y a pas de limite à supprimer : indiquez un montant supérieur à zéro.',
    period_not_over: 'Cette période n’est pas terminée : déclarez-la ensuite.',
    period_reversed:
      'Cette période finit avant de commencer : choisissez une fin qui suit le début.',
    period_in_future:
      'Cette période finit dans l’avenir : choisissez une fin au plus tard aujourd’hui.',
    period_too_early: 'Les chiffres ne remontent pas avant 1900 : choisissez un début plus récent.',
  },
}
