import { photoFile } from "#domain/catalogue/photo.ts";
import type { Database } from "#ports/database.ts";
import type { PhotoShelf } from "#ports/photos.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { droppedPhotos, dropUnshown, forgetPhotos } from "#store/photos.ts";
import { readBatch } from "#store/statement.ts";

/** How many files go in one run. */
const AT_ONCE = 50;

/**
 * Takes away the bytes of photos that nothing shows any more. First it is written down that they
 * go: from then on nothing can show them. Then the files go, then their rows. Stopped anywhere, it
 * goes on in the next run.
 */
export async function dropPhotos(run: {
  readonly database: Database;
  readonly photos: PhotoShelf;
  readonly now: Instant;
}): Promise<void> {
  await run.database.write([dropUnshown(run.now)]);
  const { dropped } = await readBatch(run.database, { dropped: droppedPhotos(AT_ONCE) });
  if (dropped.length === 0) return;
  await run.photos.remove(dropped.map(({ digest, kind }) => photoFile(digest, kind)));
  await run.database.write([forgetPhotos(dropped)]);
}
