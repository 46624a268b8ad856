/** A forgotten password, in the guide’s three steps. */
export const recovery = {
  title: 'Mot de passe oublié',
  back: 'Retour à la connexion',
  loading: 'Votre demande se charge',
  next: 'Suite',
  previous: 'Retour',
  steps: {
    username: 'Votre identifiant',
    answers: 'Réponse aux questions de sécurité',
    code: 'Code reçu par e-\u2060mail',
    password: 'Saisir un nouveau mot de passe',
  },
  username: {
    intro: 'Pour continuer, merci d’entrer votre nom d’utilisateur ci-dessous',
    label: 'Nom d’utilisateur',
    sending: 'Un instant…',
    forgotten: 'Nom d’utilisateur oublié ?',
  },
  forgottenUsername: {
    title: 'Nom d’utilisateur oublié',
    intro:
      'Par sécurité, l’application ne peut pas vous le rappeler elle-même. Il n’est sûrement pas loin. Sinon, un appel suffit.',
    whereTitle: 'Où il se trouve',
    where: {
      letter: 'Dans le message de votre personne de contact, à côté de votre mot de passe initial.',
      computer:
        'Sur un ordinateur où vous vous êtes déjà connecté : l’écran de connexion l’affiche de lui-même.',
      manager: 'Dans votre gestionnaire de mots de passe, s’il a retenu cette connexion.',
    },
    whomTitle: 'Qui peut vous le redire',
    whom: 'Votre personne de contact, après avoir vérifié votre identité. Ne lui communiquez jamais votre mot de passe ni vos réponses.',
  },
  answers: {
    account: 'Nom d’utilisateur : {{username}}',
    intro: 'Merci de répondre à vos questions personnelles de sécurité.',
    introWithCode:
      'Merci de répondre à vos questions personnelles de sécurité et d’entrer le code envoyé par e-\u2060mail. Le tout est vérifié ensemble.',
    introCode: 'Merci d’entrer le code envoyé par e-\u2060mail.',
    hint: 'Les majuscules, les accents, les espaces et la ponctuation ne comptent pas.',
    questionsTitle: 'Vos questions',
    codeTitle: 'Votre code',
    codeSent:
      'Si un compte existe pour « {{username}} », un code vient d’être envoyé à son adresse e-\u2060mail.',
    until: 'Cette demande reste ouverte jusqu’à {{time}}.',
    checking: 'Vérification en cours…',
  },
  noMail: {
    title: 'Le message n’arrive pas ?',
    spam: 'L’envoi peut prendre quelques minutes. Regardez aussi dans les courriers indésirables.',
    name: 'Vérifiez le nom d’utilisateur indiqué plus haut.',
    other:
      'Le message part à l’adresse enregistrée dans le profil : c’est peut-être une autre que celle que vous consultez.',
    contact:
      'Si cela ne suffit pas, votre personne de contact peut vous délivrer un nouveau mot de passe initial.',
  },
  password: {
    intro: 'Cliquez sur « ? » pour connaître les règles de sécurité à respecter.',
    sessions: 'Par sécurité, toutes vos sessions ouvertes seront fermées.',
    label: 'Entrez un nouveau mot de passe',
    again: 'Confirmez le nouveau mot de passe',
    saving: 'Enregistrement en cours…',
  },
  done: {
    heading: 'Nouveau mot de passe enregistré',
    text: 'Vous pouvez vous connecter en utilisant le nouveau mot de passe.',
    sessions:
      'Toutes les sessions ouvertes ont été fermées, et un e-\u2060mail vous confirme le changement.',
    action: 'Retour à la page d’accueil',
  },
  over: {
    title: 'Cette demande est close',
    text: 'Son délai est dépassé, ou tous ses essais ont servi. Votre nom d’utilisateur est conservé ; par sécurité, vos réponses ne le sont pas. Pour recommencer, choisissez « Suite ».',
  },
  signInOpen: 'Si votre mot de passe vous revient, vous pouvez vous connecter dès maintenant.',
}
