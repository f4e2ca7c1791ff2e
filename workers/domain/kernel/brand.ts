declare const brand: unique symbol;

/** A value of type `T` that only its own constructor may make; the name says what it measures. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
