import { readFileSync } from 'node:fs';

import { Ajv, type ValidateFunction } from 'ajv';

import { contractAt, isThere } from '../support/is-there.ts';

/** A schema of a discovery document: JSON Schema draft 3 in part, with Google's own `$ref` and formats. */
type DiscoverySchema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, DiscoverySchema>>;
  readonly additionalProperties?: DiscoverySchema;
  readonly items?: DiscoverySchema;
  readonly enum?: readonly string[];
};

/** A method of a discovery document. */
type DiscoveryMethod = {
  readonly id: string;
  readonly path: string;
  readonly httpMethod: string;
  readonly scopes: readonly string[];
  readonly response?: { readonly $ref: string };
};

type Resource = {
  readonly methods?: Readonly<Record<string, DiscoveryMethod>>;
  readonly resources?: Readonly<Record<string, Resource>>;
};

type DiscoveryDocument = Resource & {
  readonly schemas: Readonly<Record<string, DiscoverySchema>>;
};

/** Google's description of the Gmail API. */
export type Discovery = {
  readonly methods: ReadonlyMap<string, DiscoveryMethod>;
  /** What is wrong with an answer of a method; empty when it is as promised. Unknown members are wrong too. */
  faults(methodId: string, answer: unknown): readonly string[];
};

const path = contractAt('gmail-v1.discovery.json');

const formats: Readonly<Record<string, string>> = {
  uint64: String.raw`^\d{1,20}$`,
  int64: String.raw`^-?\d{1,19}$`,
  byte: '^[A-Za-z0-9_-]*={0,2}$',
};

const converted = (schema: DiscoverySchema): object => {
  if (schema.$ref !== undefined) return { $ref: `#/$defs/${schema.$ref}` };
  const { type, format, properties, additionalProperties, items } = schema;
  const pattern = format === undefined ? undefined : formats[format];
  return {
    ...(type === undefined || type === 'any' ? {} : { type }),
    ...(pattern === undefined || type !== 'string' ? {} : { pattern }),
    ...(schema.enum ? { enum: schema.enum } : {}),
    ...(items ? { items: converted(items) } : {}),
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, property]) => [name, converted(property)]),
          ),
        }
      : {}),
    ...(type === 'object'
      ? { additionalProperties: additionalProperties ? converted(additionalProperties) : false }
      : {}),
  };
};

const methodsIn = (resource: Resource): readonly DiscoveryMethod[] => [
  ...Object.values(resource.methods ?? {}),
  ...Object.values(resource.resources ?? {}).flatMap(methodsIn),
];

/** Reads the discovery document; undefined (and a word in the report) on a machine that does not have it. */
export const readDiscovery = (): Discovery | undefined => {
  if (!isThere(path, 'Google’s description of the Gmail API')) return undefined;
  const document: DiscoveryDocument = JSON.parse(readFileSync(path, 'utf8'));
  const $defs = Object.fromEntries(
    Object.entries(document.schemas).map(([name, schema]) => [name, converted(schema)]),
  );
  const ajv = new Ajv({ allErrors: true, strict: false });
  const validators = new Map<string, ValidateFunction>();
  const methods = new Map(methodsIn(document).map((method) => [method.id, method]));

  return {
    methods,
    faults: (methodId, answer) => {
      const name = methods.get(methodId)?.response?.$ref;
      if (name === undefined) return answer === undefined ? [] : ['no answer is promised'];
      const validate = validators.get(name) ?? ajv.compile({ $ref: `#/$defs/${name}`, $defs });
      validators.set(name, validate);
      validate(answer);
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`,
      );
    },
  };
};
