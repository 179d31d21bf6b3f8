/** The emulator's consent page can only be agreed to; Google's can be declined (RFC 6749 section 4.1.2.1). */
export const cancelOnConsentPage = async (request: Request, page: Response): Promise<Response> => {
  const asked = new URL(request.url).searchParams;
  const redirect = URL.parse(asked.get('redirect_uri') ?? '');
  if (!redirect) return page;
  redirect.searchParams.set('error', 'access_denied');
  const state = asked.get('state');
  if (state !== null) redirect.searchParams.set('state', state);
  const href = redirect.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const html = await page.text();
  return new Response(
    html.replace('</body>', `<p style="text-align:center"><a href="${href}">Cancel</a></p></body>`),
    { headers: page.headers },
  );
};
