/** Quota units by what is asked for (Gmail API "Usage limits", per-method quota usage). Paths are below users/me. */
const units: readonly (readonly [method: string, path: RegExp, units: number])[] = [
  ['GET', /^(?:profile|labels|settings\/.*)$/, 1],
  ['GET', /^history$/, 2],
  ['GET', /^(?:messages|drafts)$/, 5],
  ['GET', /^(?:messages|drafts)\/[^/]+$/, 20],
  ['GET', /^threads\/[^/]+$/, 40],
  ['POST', /^drafts$/, 10],
  ['DELETE', /^drafts\/[^/]+$/, 10],
];

/** What sending costs, and the most that any call costs. */
const dearest = 100;

/** The quota units of a call; what is not listed counts as the dearest. */
export function unitsOf(method: string, path: string): number {
  return units.find(([verb, form]) => verb === method && form.test(path))?.[2] ?? dearest;
}
