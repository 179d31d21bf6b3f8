declare const brandName: unique symbol;

/** A string (or number) of one meaning, so that ids which look alike cannot be mixed up. Made by a cast at the border only. */
export type Brand<Value, Name extends string> = Value & { readonly [brandName]: Name };
