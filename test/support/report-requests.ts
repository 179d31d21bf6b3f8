import { chromiumHosts, keptRequests, strayHosts } from './requests-of-run.ts';

/** After the whole run: says where every request went, and fails where one left the four names. */
export default function reportRequests(): void {
  const kept = keptRequests();
  const total = kept.reduce((sum, { byProgram }) => sum + byProgram.length, 0);
  const stray = [...new Set(kept.flatMap(strayHosts))];
  const own = [...chromiumHosts(kept)].map(([host, count]) => `${host} (${count})`).toSorted();
  console.error(
    `Requests of pages and extension in this run: ${total}, to other names: ${stray.length}.`,
  );
  if (own.length > 0) console.error(`Chromium itself asked, and got 502: ${own.join(', ')}.`);
  if (stray.length > 0) throw new Error(`Requests left the four names: ${stray.join(', ')}`);
}
