import type { VNode } from "preact";
import { MOST_PHOTO_BYTES } from "#domain/catalogue/photo.ts";
import { PhotoBox } from "#frontend/islands/photo-box.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import { type FieldError, TextField } from "#frontend/ui/field.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import { Photo, type PhotoFacts } from "#frontend/ui/photo.tsx";

/** Something that may have a photo: an enterprise or one of its products. */
export interface OwnGoodFacts {
  readonly id: string;
  readonly name: string;
  /** Where its form is sent; its photo is taken away below. */
  readonly action: string;
  /** Its page in the shop. */
  readonly page: string;
  readonly photo: PhotoFacts | null;
  /** What was typed before it was refused. */
  readonly alt: string;
}

export interface OwnPhotosFacts {
  readonly enterprises: readonly {
    readonly self: OwnGoodFacts;
    readonly products: readonly OwnGoodFacts[];
  }[];
  readonly isDone: boolean;
  /** Whose form was refused, and why; at most one. */
  readonly refusedId: string | null;
  readonly errors: readonly FieldError[];
}

interface OwnPhotosProps {
  readonly t: Texts;
  readonly facts: OwnPhotosFacts;
}

/** What one makes, each with its photo and the form for it. */
export function OwnPhotos({ t, facts }: OwnPhotosProps): VNode {
  const say = t.photos;
  return (
    <div class="sheet stack loose">
      <Opening
        t={t}
        title={say.title}
        lead={say.lead}
        errors={facts.errors}
        news={facts.isDone ? say.done : null}
      />
      {facts.enterprises.length === 0 ? <p>{say.none}</p> : <p>{say.rights}</p>}
      {facts.enterprises.map(({ self, products }) => (
        <section class="stack" aria-labelledby={`e-${self.id}`}>
          <h2 class="part" id={`e-${self.id}`}>
            {self.name}
          </h2>
          <ul class="ruled">
            <Good t={t} facts={facts} good={self} />
            {products.map((good) => (
              <Good t={t} facts={facts} good={good} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface GoodProps extends OwnPhotosProps {
  readonly good: OwnGoodFacts;
}

function Good({ t, facts, good }: GoodProps) {
  const say = t.photos;
  const { name, page, photo } = good;
  return (
    <li class="stack">
      <div class="row apart">
        <h3>
          <a href={page} data-act="good-page">
            {name}
          </a>
        </h3>
        <p class="small">{photo === null ? say.without : say.with}</p>
      </div>
      {photo === null ? null : (
        <div class="thumb">
          <Photo {...photo} />
        </div>
      )}
      <details class="fold" open={facts.refusedId === good.id}>
        <summary data-act="photo-form">
          {photo === null ? say.add : say.change} <span class="hidden">{say.of(name)}</span>
        </summary>
        <PhotoForm t={t} facts={facts} good={good} />
      </details>
      {photo === null ? null : (
        <form method="post" action={`${good.action}/rimozione`}>
          <button class="button" data-act="remove-photo" aria-label={`${say.remove}: ${name}`}>
            {say.remove}
          </button>
        </form>
      )}
    </li>
  );
}

function PhotoForm({ t, facts, good }: GoodProps) {
  const say = t.photos;
  const { id, action, alt } = good;
  const errorOf = (field: string) =>
    facts.errors.find((error) => error.field === `${field}-${id}`)?.message;
  const fileError = errorOf("file");
  return (
    <form class="stack" method="post" action={action} encType="multipart/form-data">
      <div class={fileError === undefined ? "field" : "field wrong"}>
        <label for={`file-${id}`}>{say.file}</label>
        <p class="hint" id={`file-${id}-hint`}>
          {say.fileHint}
        </p>
        {fileError === undefined ? null : (
          <p class="error" id={`file-${id}-error`}>
            <span class="hidden">{t.frame.form.error} </span>
            {fileError}
          </p>
        )}
        <input
          class="input"
          id={`file-${id}`}
          name="file"
          type="file"
          accept="image/jpeg,image/webp"
          required
          data-act="file"
          aria-describedby={`file-${id}-hint${fileError === undefined ? "" : ` file-${id}-error`}`}
        />
        <PhotoBox
          id={`box-${id}`}
          when="idle"
          props={{
            field: `file-${id}`,
            mostBytes: MOST_PHOTO_BYTES,
            smaller: say.smaller,
            converted: say.converted,
          }}
        />
      </div>
      <TextField
        t={t}
        id={`alt-${id}`}
        name="alt"
        label={say.alt}
        hint={say.altHint}
        value={alt}
        maxLength={200}
        error={errorOf("alt")}
      />
      <p>
        <button class="button strong" data-act="send-photo">
          {say.send}
        </button>
      </p>
    </form>
  );
}
