/** A photo as it goes out. */
interface Shrunk {
  readonly file: File;
  readonly width: number;
  readonly height: number;
  /** Whether what was chosen was too large or too heavy, and not only of another kind. */
  readonly isSmaller: boolean;
}

/** A page shows no photo larger than this, in pixels on its longer side. */
const MOST_SIDE = 1280;
/** Tried one after the other, until the photo is light enough; below the last it looks broken. */
const QUALITIES = [0.86, 0.76, 0.66, 0.56, 0.46, 0.36] as const;
/** What the server takes as it is. */
const TAKEN: ReadonlySet<string> = new Set(["image/jpeg", "image/webp"]);

/**
 * Draws a photo anew as a JPEG where it is larger, heavier or of another kind than it may be: the
 * way the camera was held is in the picture then, and no longer a note beside it.
 * @param mostBytes what the server takes at most
 * @returns null where it can go as it is, and where this browser cannot read or lighten it
 */
export async function shrinkPhoto(file: File, mostBytes: number): Promise<Shrunk | null> {
  const picture = await pictureIn(file);
  if (picture === null) return null;
  const { width, height } = picture;
  const scale = Math.min(1, MOST_SIDE / Math.max(width, height));
  const isFine = scale === 1 && file.size <= mostBytes && TAKEN.has(file.type);
  const canvas = isFine ? null : drawn(picture, scale);
  picture.close();
  const jpeg = canvas === null ? null : await lightJpeg(canvas, mostBytes);
  if (canvas === null || jpeg === null) return null;
  const name = `${file.name.replace(/\.[^.]*$/, "")}.jpg`;
  return {
    file: new File([jpeg], name, { type: jpeg.type }),
    width: canvas.width,
    height: canvas.height,
    isSmaller: scale < 1 || file.size > mostBytes,
  };
}

/** Upright, as it is looked at; null where the file holds nothing that this browser can draw. */
async function pictureIn(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
}

/** Null where the browser gives no canvas of this size. */
function drawn(picture: ImageBitmap, scale: number): HTMLCanvasElement | null {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  if (pen === null) return null;
  pen.imageSmoothingQuality = "high";
  // A JPEG lets nothing through: what was see-through would come out black.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function lightJpeg(canvas: HTMLCanvasElement, mostBytes: number): Promise<Blob | null> {
  for (const quality of QUALITIES) {
    const jpeg = await new Promise<Blob | null>((made) => {
      canvas.toBlob(made, "image/jpeg", quality);
    });
    if (jpeg === null || jpeg.size <= mostBytes) return jpeg;
  }
  return null;
}
