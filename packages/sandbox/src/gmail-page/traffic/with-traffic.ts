import type { PageVariant } from '../create-gmail-page.ts';
import type { TrafficVariant } from './traffic-shapes.ts';

export { trafficVariants, type TrafficVariant } from './traffic-shapes.ts';

/**
 * The page as it is, but its sync traffic in another shape. Page and server change together, as
 * Gmail's do: the mail is sent all the same. The page names the shape in a header of its own.
 */
export function withTraffic(variant: TrafficVariant): PageVariant {
  return (html) => html.replace('"traffic":null', `"traffic":${JSON.stringify(variant)}`);
}
