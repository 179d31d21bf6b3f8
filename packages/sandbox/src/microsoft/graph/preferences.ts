/** What a caller prefers (RFC 7240), as far as Graph's mail heeds it. */
export type Preferences = {
  readonly immutable: boolean;
  readonly bodyType: 'text' | 'html' | null;
  readonly pageSize: number | null;
  /** Preference-Applied. */
  readonly applied: string | null;
};

/** Reads the Prefer header. */
export const preferencesOf = (headers: Headers): Preferences => {
  const text = headers.get('prefer') ?? '';
  const immutable = /IdType\s*=\s*"?ImmutableId"?/i.test(text);
  const [, body] = /outlook\.body-content-type\s*=\s*"?(text|html)"?/i.exec(text) ?? [];
  const [, size] = /odata\.maxpagesize\s*=\s*"?(\d+)"?/i.exec(text) ?? [];
  const applied = [
    ...(immutable ? ['IdType="ImmutableId"'] : []),
    ...(body === undefined ? [] : [`outlook.body-content-type="${body.toLowerCase()}"`]),
    ...(size === undefined ? [] : [`odata.maxpagesize=${size}`]),
  ];
  return {
    immutable,
    bodyType: body === undefined ? null : body.toLowerCase() === 'text' ? 'text' : 'html',
    pageSize: size === undefined ? null : Number(size),
    applied: applied.length > 0 ? applied.join(', ') : null,
  };
};
