import type { PhotoTexts } from "#frontend/texts/it/photos.ts";

export const photos: PhotoTexts = {
  title: "Your photos",
  link: "Photos of products",
  lead: "One photo of each product and one of the enterprise. They stand beside the drawing, which stays.",
  none: "Here are the enterprises that you speak for, and their products. You speak for none yet.",
  of: (name) => `Photo of ${name}`,
  enterprise: "The enterprise",
  products: "The products",
  without: "no photo",
  with: "with a photo",
  add: "Add the photo",
  change: "Change the photo",
  file: "Photo",
  fileHint:
    "JPEG or WebP, 1 MB and 4096 points a side at most. Where scripts run, a larger photo is made smaller here, before it is sent.",
  smaller: "The photo was made smaller: #.",
  converted: "The photo was saved as a JPEG: #.",
  alt: "What it shows",
  altHint: "One sentence for who cannot see it: “A crate of red apples on a wooden table”.",
  send: "Show this photo",
  remove: "Take the photo away",
  altMissing: "Write what it shows, 200 letters at most.",
  done: "Done: the page shows the change already.",
  rights:
    "Send photos of your own, without people who can be recognised. Place, date and camera in the file are not kept.",
  toPage: "See the page",
};
