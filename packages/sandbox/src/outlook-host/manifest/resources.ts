import { childAt } from './xml.ts';
import type { Element } from './xml.ts';

/** What `resid` stands for. Each is null where the element or its resource is missing. */
export type Resources = {
  readonly url: (element: Element | undefined) => string | null;
  readonly text: (element: Element | undefined) => string | null;
  readonly image: (element: Element | undefined) => string | null;
};

/** The resources of one VersionOverrides, by id. */
export function resourcesOf(overrides: Element | undefined): Resources {
  const find = (list: string) => (element: Element | undefined) => {
    const id = element?.attributes['resid'];
    const found = childAt(overrides, 'Resources', list)?.children.find(
      ({ attributes }) => attributes['id'] === id,
    );
    return id === undefined ? null : (found?.attributes['DefaultValue'] ?? null);
  };
  return { url: find('Urls'), text: find('ShortStrings'), image: find('Images') };
}
