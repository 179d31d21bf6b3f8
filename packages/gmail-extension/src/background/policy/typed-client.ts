import type { TypedClient } from '@postrider/shared/application/settings';

/** A client as typed, trimmed, or the field that cannot be right. */
export type CheckedClient =
  | { readonly kind: 'ok'; readonly client: { readonly id: string; readonly secret: string } }
  | { readonly kind: 'invalid'; readonly field: 'id' | 'secret' };

/** Checks the shape Google gives its clients; that they exist is known only once somebody connects. */
export function checkClient(typed: TypedClient): CheckedClient {
  const id = typed.id.trim();
  const secret = typed.secret.trim();
  if (!/^[\w-]+\.apps\.googleusercontent\.com$/.test(id)) return { kind: 'invalid', field: 'id' };
  if (!/^\S{6,200}$/.test(secret)) return { kind: 'invalid', field: 'secret' };
  return { kind: 'ok', client: { id, secret } };
}
