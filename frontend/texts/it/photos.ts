/** The words of who shows photos of what they make. */
export const photos = {
  title: "Le tue foto",
  link: "Foto dei prodotti",
  lead: "Una foto per ogni prodotto e una per l’azienda. Stanno accanto al disegno, che resta.",
  none: "Qui trovi le aziende per cui parli e i loro prodotti. Per ora non parli per nessuna.",
  of: (name: string) => `Foto di ${name}`,
  enterprise: "L’azienda",
  products: "I prodotti",
  without: "senza foto",
  with: "con foto",
  add: "Aggiungi la foto",
  change: "Cambia la foto",
  file: "Foto",
  fileHint:
    "JPEG o WebP, al massimo 1 MB e 4096 punti per lato. Con gli script attivi, una foto più grande viene rimpicciolita qui, prima di partire.",
  smaller: "La foto è stata rimpicciolita: #.",
  converted: "La foto è stata salvata come JPEG: #.",
  alt: "Cosa si vede",
  altHint: "Una frase per chi non la vede: «Una cassa di mele rosse su un tavolo di legno».",
  send: "Mostra questa foto",
  remove: "Togli la foto",
  altMissing: "Scrivi cosa si vede, al massimo 200 lettere.",
  done: "Fatto: la pagina mostra già il cambiamento.",
  rights:
    "Manda foto tue, senza persone riconoscibili. Luogo, data e apparecchio scritti nel file non vengono tenuti.",
  toPage: "Vedi la pagina",
};

/** The shape that every other language must fill. */
export type PhotoTexts = typeof photos;
