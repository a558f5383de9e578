import type { Translation } from "../translation.ts"

export default {
  title: "Ce message est-il vraiment de nous ?",
  description:
    "Vérifiez un message au nom de Rihla, de l’Université Al Akhawayn ou de l’UM6P : collez son code, une adresse, un lien ou un numéro. Reconnaître un faux.",
  lead: "Quelqu’un vous a écrit en notre nom ? Collez un code, une adresse e-mail, un lien ou un numéro de téléphone. Nous disons tout de suite si c’est à nous, sans rien demander sur vous.",
  what: "Code, adresse, lien ou numéro de téléphone",
  whatHelp: "Le code est au bas de chacun de nos e-mails : huit signes, comme \u2066K7MX\u2011294T\u2069.",
  check: "Vérifier",
  code: {
    yes: "Oui : ce code est à nous.",
    yesText: "Il figure dans un message que nous avons envoyé en {{month}} : {{about}}, de la part de : {{university}}.",
    yesCare: "Un code se recopie. Si votre message parle d’autre chose, ou vous demande de l’argent, il n’est pas de nous.",
    no: "Aucun de nos messages ne porte ce code.",
    noText:
      "Comparez-le encore une fois, signe par signe. S’il est écrit exactement ainsi dans votre message, ne répondez pas, ne payez pas et n’ouvrez aucun de ses liens.",
  },
  house: {
    JOINT: "Rihla, le site commun des deux universités",
    AUI: "l’Université Al Akhawayn",
    UM6P: "l’Université Mohammed VI Polytechnique (UM6P)",
  },
  about: {
    signIn: "un code de connexion",
    enquiry: "une réponse à une demande",
    event: "un message sur un événement",
    application: "un message sur une candidature",
    guardian: "une question à un parent ou un tuteur",
    report: "une réponse à un signalement",
    news: "des nouvelles pour qui les a demandées",
    desk: "une note entre collègues",
  },
  mistyped: "Un signe de ce code est faux ou manque.",
  mistypedText: "Nos codes ont huit signes et jamais 0, O, 1, I ni L. Recopiez-le comme il est écrit au bas du message.",
  reference: "Ceci est le numéro d’une candidature ou d’une demande.",
  referenceText: "Un numéro ne prouve rien d’un message. Le code à vérifier a huit signes et se trouve au bas de l’e-mail.",
  email: {
    sender: "Oui : nos e-mails viennent de cette adresse.",
    senderText: "Une adresse se falsifie. Vérifiez aussi le code au bas du message.",
    host: "Nos e-mails ne viennent pas de cette adresse, même si son domaine est connu : {{university}}.",
    hostText: "Une personne qui y travaille peut écrire de là. Une adresse se falsifie : avant de répondre, demandez-nous.",
    foreign: "Non : cette adresse n’est pas à nous.",
    foreignText: "Ne répondez pas, ne payez pas et n’ouvrez aucun lien du message.",
  },
  site: {
    ours: "Oui, ce site est à nous : {{university}}.",
    oursText: "Tapez vous-même une telle adresse. Ce qu’un lien montre et là où il mène peuvent différer.",
    foreign: "Non : ce site n’est pas à nous.",
    foreignText: "N’y écrivez ni nom, ni code, ni numéro de carte, et n’y payez rien.",
  },
  phone: "Nous ne pouvons pas confirmer un numéro de téléphone.",
  phoneText:
    "Nous n’appelons que les personnes qui nous l’ont demandé, et jamais nous ne demandons d’argent, de code ni de mot de passe par téléphone. Aucun numéro d’où nous appelons n’est publié ici. Dans le doute, raccrochez et écrivez-nous.",
  unclear: "Nous ne voyons pas ce que c’est.",
  unclearText:
    "Collez le code seul, ou l’adresse seule. S’il s’agit d’un compte de réseau social, d’une lettre ou d’un appel, demandez-nous : une personne répond.",
  addresses: "Nos adresses",
  senders: "Nos e-mails viennent de :",
  sites: "Nos sites :",
  never: "Ce que nous ne faisons jamais",
  nevers: {
    agents: "Nous n’avons pas d’agents. Personne ne peut vous vendre une place ou une bourse.",
    money:
      "Nous ne demandons jamais d’argent par téléphone, par WhatsApp ou vers le compte d’une personne. Là où il y a des frais, ils figurent sur la page du programme et ne sont demandés que sur votre propre page de candidature.",
    code: "Nous ne demandons jamais le code avec lequel vous vous connectez.",
    papers: "Nous ne demandons aucun numéro de passeport ni d’identité avant une offre.",
  },
  paid: "Si vous avez déjà payé",
  paidText:
    "Gardez le message et le reçu. Prévenez tout de suite votre banque ou votre service d’argent mobile, puis la police là où vous vivez. Et dites-le-nous.",
  ask: "Nous demander",
  foot: "Un message est-il de nous ?",
  report: {
    title: "Nous signaler un message",
    description:
      "Quelqu’un écrit ou appelle au nom de Rihla, de l’Université Al Akhawayn ou de l’UM6P ? Dites-nous ce qu’il a dit : une personne regarde, et vous n’avez pas à donner votre nom.",
    lead: "Quelqu’un écrit ou appelle en notre nom et vous avez un doute ? Dites-le-nous. Une personne regarde. Vous n’avez pas à dire qui vous êtes.",
    channel: "Comment vous est-il parvenu ?",
    channels: {
      email: "E-mail",
      whatsapp: "WhatsApp",
      sms: "SMS",
      call: "Un appel",
      social: "Un réseau social",
      letter: "Une lettre ou une affiche",
      person: "Une personne, face à face",
      other: "Autrement",
    },
    message: "Que dit-il ?",
    messageHelp: "Copiez ses mots, ou dites-le avec les vôtres. N’écrivez aucun numéro de vos papiers.",
    sender: "De qui vient-il ?",
    senderHelp: "Le nom, l’adresse, le numéro ou le compte d’où il vient.",
    about: "De quelle université parle-t-il ?",
    aboutBoth: "Des deux, ou je ne sais pas",
    money: "On demande de l’argent, ou un numéro de carte ou de compte",
    email: "Votre adresse e-mail, si vous voulez savoir ce que nous trouvons",
    emailHelp: "Elle ne sert qu’à cela.",
    trap: "Laissez ce champ vide",
    send: "Envoyer le signalement",
    link: "Nous le signaler",
    privacy:
      "Le service d’admission de l’université dont il parle le lit, ou les deux, pour chercher et pour avertir les autres. <0>Comment nous le gardons</0>.",
    thanks: "Merci",
    thanksText: "Ce que vous avez dit est maintenant aux admissions. Une personne regarde.",
    thanksMail: "Un e-mail part à votre adresse, et un autre quand nous savons.",
    thanksUntil: "D’ici là, ne répondez pas, ne payez pas et gardez le message.",
    thanksCheck: "Vérifier un autre message",
  },
  mail: {
    check: "Ce message est-il vraiment de nous ? Vérifiez-le sur",
    code: "avec le code",
    made: {
      subject: "Merci de nous l’avoir dit",
      text: "Vous nous avez signalé un message en notre nom. Une personne regarde et vous écrit quand nous en savons plus.",
      until: "D’ici là, ne répondez pas à ce message, ne payez pas et gardez-le.",
      notYou: "Vous n’avez rien signalé ? Quelqu’un a écrit votre adresse ; vous n’avez rien à faire.",
    },
    closed: {
      about: "Vous nous avez signalé un message en notre nom. Nous avons regardé.",
      fake: "Ce message n’est pas de nous",
      fakeText:
        "Il ne vient pas de nous. N’y répondez pas et ne payez rien. Si vous avez payé, prévenez votre banque ou votre service d’argent mobile, et la police.",
      ours: "Ce message est de nous",
      oursText:
        "Il vient de nous et vous pouvez le suivre. Si quelque chose n’y est pas clair, répondez à ce message : une personne le lit.",
      unclear: "Nous n’avons pas trouvé d’où il vient",
      unclearText:
        "Faites comme s’il n’était pas de nous : n’y répondez pas et ne payez rien. Si vous en apprenez plus, répondez à ce message.",
      thanks: "Merci. Ce que vous nous dites protège les autres.",
    },
  },
} satisfies Translation<typeof import("../en/trust.ts").default>
