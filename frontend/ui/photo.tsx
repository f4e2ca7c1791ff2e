import type { VNode } from "preact";

/** A photo as it is shown: where its file is, its own size, and what it shows in words. */
export interface PhotoFacts {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** A photo beside a drawing. Its size is said, so that nothing moves when it comes. */
export function Photo({ src, width, height, alt }: PhotoFacts): VNode {
  return (
    <img
      class="photo"
      src={src}
      width={width}
      height={height}
      alt={alt}
      loading="lazy"
      decoding="async"
    />
  );
}
