import type { Google } from '@postrider/sandbox/google';

/** What a person does on Google's consent page. */
export type Choice =
  | { readonly kind: 'account'; readonly address: string }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'close' };

/** Plays `launchWebAuthFlow`: a person on the consent page, and the address that the page ends on. */
export function personAt(google: Google, choose: () => Choice) {
  const seen: URL[] = [];
  async function launch(url: string): Promise<string | null> {
    seen.push(new URL(url));
    const choice = choose();
    if (choice.kind === 'close') return null;
    const page = await (await google.accountsHost(new Request(url))).text();
    if (choice.kind === 'cancel') {
      return unescaped(/<a href="([^"]*error=access_denied[^"]*)"/.exec(page)?.[1] ?? '');
    }
    const form = page
      .split('<form')
      .find((part) => part.includes(`name="email" value="${choice.address}"`));
    if (form === undefined) throw new Error(`the page does not offer ${choice.address}`);
    const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)];
    const action = /action="([^"]+)"/.exec(form)?.[1] ?? '';
    const answer = await google.accountsHost(
      new Request(new URL(action, url), {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(
          fields.map(([, name = '', value = '']) => [name, unescaped(value)]),
        ).toString(),
      }),
    );
    return answer.headers.get('location');
  }
  return { launch, seen };
}

function unescaped(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
