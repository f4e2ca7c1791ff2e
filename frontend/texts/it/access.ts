import { formatFor } from "#frontend/texts/format.ts";

const { plural } = formatFor("it");

/** The words of who comes in: sign-in, invitation, passkeys, signing, one's own access. */
export const access = {
  passkey: {
    without:
      "Per usare una passkey la pagina deve poter eseguire il suo programma: attivalo nelle impostazioni del browser e ricarica la pagina.",
    unavailable:
      "Questo browser non conosce le passkey. Prova con un browser aggiornato, o con un altro dispositivo.",
    cancelled:
      "Non è arrivata nessuna conferma: hai annullato, è passato troppo tempo, oppure su questo dispositivo non c’è una tua passkey. Puoi riprovare.",
    known: "Su questo dispositivo c’è già una tua passkey: puoi usare quella.",
    elsewhere: (host: string) =>
      `A questo indirizzo le passkey non funzionano: apri il sito come ${host}.`,
    failed: "Il dispositivo non ha risposto come doveva. Riprova fra un momento.",
    again: "La richiesta di prima era scaduta: puoi confermare adesso.",
    name: "Come vuoi chiamarla",
    nameHint:
      "Serve a te per riconoscerla, per esempio «Telefono» o «Computer di casa». Ne puoi avere più di una.",
    firstName: "La mia passkey",
    make: "Crea la passkey",
    nameMissing: "Scrivi un nome, al massimo 120 caratteri",
    what: "Che cos’è una passkey",
    whatWhy:
      "È una chiave che resta sul tuo dispositivo. La usi come sblocchi il telefono: con l’impronta, il volto o il codice. Non c’è una password da ricordare o da farsi rubare.",
  },
  signIn: {
    title: "Accedi",
    lead: "Per ordinare non serve: qui entra chi vuole ritrovare i propri ordini o ha un incarico nella rete.",
    withPasskey: "Con la passkey",
    withPasskeyWhy: "Il dispositivo chiede l’impronta, il volto o il codice con cui lo sblocchi.",
    passkeyGo: "Accedi con la passkey",
    orCode:
      "Oppure entra con il codice per posta: per ordinare e guardare basta quello. Gli incarichi di rete si aprono solo con la passkey.",
    withCode: "Con un codice per posta",
    withCodeWhy:
      "Ti mandiamo otto cifre all’indirizzo che scrivi. Se non sei ancora dei nostri, diventi consumatore della rete.",
    email: "Indirizzo e-mail",
    emailWrong: "Scrivi un indirizzo come lucia@esempio.it",
    codeGo: "Mandami il codice",
    already: (name: string) => `Sei già dentro come ${name}.`,
    toOwn: "Vai al tuo accesso",
    lost: "Ho perso la passkey",
  },
  code: {
    title: "Scrivi il codice",
    lead: (minutes: number) =>
      `Se l’indirizzo è giusto, fra poco arriva una lettera con otto cifre. Valgono ${minutes} minuti, per pochi tentativi.`,
    code: "Il codice di otto cifre",
    codeHint: "Gli spazi non contano.",
    codeWrongForm: "Scrivi le otto cifre della lettera",
    go: "Entra",
    again: "Non è arrivato? Chiedine un altro",
  },
  recovery: {
    title: "Hai perso la passkey?",
    lead: "Se non te ne resta nessuna, ne crei una nuova passando dalla tua posta.",
    how: "Come funziona",
    steps: [
      "Scrivi un tuo indirizzo confermato: ti mandiamo otto cifre.",
      "Con le cifre giuste ti mandiamo una lettera con il collegamento per creare la nuova passkey. Quelle di prima finiscono quando è pronta.",
      "Per 72 ore puoi entrare, leggere e ordinare, ma non firmare: è il tempo per fermare chi si spacciasse per te.",
      "Ogni tuo indirizzo ne riceve notizia, con un collegamento per fermare tutto.",
    ],
    email: "Indirizzo e-mail",
    emailHint: "Uno di quelli con cui la rete ti scrive.",
    go: "Comincia il recupero",
    otherwise:
      "Non leggi più neanche la posta? Parla di persona con chi amministra la rete: due responsabili possono farti creare una passkey davanti a loro.",
    back: "Torna ad Accedi",
    nobody: "Con questo indirizzo non entra nessuno nella rete. Provane un altro.",
    begunTitle: "Il recupero è cominciato",
    begun: "Puoi chiudere questa pagina: il resto arriva per posta.",
    next: "Che cosa succede ora",
    letter: (until: string) =>
      `Ti abbiamo mandato una lettera con il collegamento per creare la nuova passkey. Vale fino a ${until}, e una volta sola.`,
    pause: (until: string) =>
      `Per 72 ore, fino a ${until}, non firmi nulla, nemmeno con la passkey nuova. Entrare, leggere e ordinare si può.`,
    notices:
      "Ogni tuo indirizzo ha ricevuto un avviso: chi non ha chiesto il recupero può fermarlo da lì.",
  },
  signOut: { go: "Esci", done: "Sei uscito da questo dispositivo." },
  stop: {
    title: "Ferma il recupero",
    why: "Qualcuno ha chiesto una nuova passkey al posto delle tue. Se non sei stato tu, fermalo: se la passkey non è ancora stata creata resta tutto com’era, altrimenti quella passkey e i suoi accessi finiscono.",
    go: "Non sono stato io: ferma tutto",
    doneTitle: "Fermato",
    done: "Il recupero non va avanti. Cambia la password della tua posta e racconta a chi amministra la rete che cosa è successo.",
    noneTitle: "Qui non c’è niente da fermare",
    noneWhy:
      "Il collegamento è stato copiato a metà, oppure è vecchio. Nel dubbio parla subito con chi amministra la rete.",
  },
  invitation: {
    title: "Crea la tua passkey",
    hello: (name: string) => `Ciao ${name},`,
    kinds: {
      mail: "sei tra le persone della rete. Con una passkey entri e, quando serve, firmi.",
      "in-person":
        "due responsabili della rete ti hanno riconosciuto: crea la passkey su questo dispositivo.",
      recovery:
        "crea una nuova passkey al posto di quelle che hai perso. Per qualche giorno potrai entrare, ma non firmare.",
      first:
        "sei la prima persona responsabile di questa rete. Con la passkey firmi ciò che vale per tutti.",
    },
    until: (when: string) => `L’invito vale fino a ${when}, e una volta sola.`,
    next: "E poi",
    steps: [
      "Il dispositivo chiede l’impronta, il volto o il codice con cui lo sblocchi.",
      "Sei dentro: nella pagina «Il tuo accesso» trovi le tue passkey e puoi aggiungerne una seconda.",
      "Da allora entri con la passkey, senza codici e senza password.",
    ],
    noneTitle: "Questo invito non apre più nulla",
    noneWhy:
      "È stato già usato, è scaduto, oppure il collegamento è stato copiato a metà. Chiedine uno nuovo a chi amministra la rete.",
  },
  own: {
    title: "Il tuo accesso",
    welcome: "La passkey è pronta: da ora entri con questa.",
    joined: "Quello che avevi nella cassetta è ora nella tua cassetta.",
    kept: "La cassetta che avevi riempito è ora tua.",
    done: "Fatto.",
    rolesNone: "Consumatore",
    passkeys: "Le tue passkey",
    passkeysNone: "Non hai ancora una passkey: con una entri senza codici, e puoi firmare.",
    added: (day: string) => `creata il ${day}`,
    lastUsed: (day: string) => `usata l’ultima volta ${day}`,
    neverUsed: "mai usata per entrare",
    rename: "Cambia nome",
    renameGo: "Salva il nome",
    newName: "Nuovo nome",
    remove: "Togli",
    removeOf: (name: string) => `Togli la passkey ${name}`,
    removeWhy: "Da quel momento non apre più nulla. Sul dispositivo la puoi cancellare tu.",
    change: (name: string) => `Cambia o togli «${name}»`,
    signAdd: (name: string) => `Aggiungi al tuo accesso la nuova passkey «${name}».`,
    signRemove: (name: string) => `Togli dal tuo accesso la passkey «${name}».`,
    back: "Torna al tuo accesso",
    add: "Aggiungi una passkey",
    addWhy: "Una seconda passkey, su un altro dispositivo, ti salva se perdi il primo.",
    profile: "Come ti chiami",
    name: "Nome e cognome",
    nameHint: "Lo legge chi amministra la rete, e chi riceve ciò che firmi.",
    nameMissing: "Scrivi il nome, al massimo 120 caratteri",
    language: "Lingua delle lettere",
    languages: { it: "italiano", en: "inglese" },
    profileGo: "Salva",
    sessions: "Dove sei dentro",
    thisOne: "questo dispositivo",
    unknownDevice: "Dispositivo sconosciuto",
    since: (when: string) => `da ${when}`,
    seen: (when: string) => `visto l’ultima volta ${when}`,
    begunBy: { passkey: "con la passkey", code: "con il codice" },
    end: "Chiudi",
    endOf: (device: string) => `Chiudi l’accesso da ${device}`,
    endOthers: "Chiudi tutti gli altri",
    addresses: "I tuoi indirizzi e-mail",
    confirmed: "confermato",
    unconfirmed: "da confermare",
    removeAddressOf: (address: string) => `Togli l’indirizzo ${address}`,
    removeAddressWhy: "La rete non ci scrive più. Ogni altro tuo indirizzo ne riceve notizia.",
    signAddAddress: (address: string) =>
      `Aggiungi al tuo accesso l’indirizzo ${address}: vale quando lo confermi con il codice.`,
    signRemoveAddress: (address: string) => `Togli dal tuo accesso l’indirizzo ${address}.`,
    toConfirm: "Scrivi il codice",
    toConfirmOf: (address: string) => `per ${address}`,
    codeAgain: "Mandane un altro",
    addressesNone: "Nessun indirizzo: le lettere della rete non sanno dove andare.",
    addAddress: "Aggiungi un indirizzo",
    newAddress: "Nuovo indirizzo",
    addAddressGo: "Mandami il codice",
    confirmTitle: "Conferma l’indirizzo",
    confirmGo: "Conferma",
    signOutWhy: "Se il dispositivo non è tuo, esci quando hai finito.",
  },
  act: {
    title: "Firma con la passkey",
    lead: "Questo passo si conferma con la passkey: il dispositivo chiede l’impronta, il volto o il codice.",
    what: "Che cosa firmi",
    go: "Firma con la passkey",
    back: "Torna indietro senza firmare",
    nothing: "Finché non firmi non succede nulla.",
    noneTitle: "Serve una passkey",
    none: "Questo si può fare solo firmando con una passkey, e tu non ne hai ancora una.",
    toAdd: "Crea una passkey",
  },
  roles: {
    officer: "responsabile",
    treasurer: "tesoriere",
    supervisor: "sindaco",
    auditor: "revisore",
    member: "socio",
    hub: "magazzino",
    producer: "azienda",
    courier: "corriere",
    coordinator: "referente di gruppo",
    household: "famiglia",
  },
  passkeyCount: (n: number) => plural(n, { one: "# passkey", other: "# passkey" }),
};

/** The shape that every other language must fill. */
export type AccessTexts = typeof access;
