import type { GenericSchema, InferOutput } from 'valibot';

/**
 * Lets the compiler compare what a schema reads of a provider's answer, names and types, with the provider's own type:
 * `described<Message>()(object({…}))` gives the schema, or does not compile.
 */
export const described =
  <Answer>() =>
  <const Schema extends GenericSchema<unknown, Answer>>(
    schema: keyof InferOutput<Schema> extends keyof Answer ? Schema : never,
  ): Schema =>
    schema;
