import { element, type XmlElement } from './xml/write.ts';

/** Which Exchange Server a company runs. */
export type ServerVersion = '2016' | '2019' | 'SE';

/** Build numbers of recent updates (Microsoft Learn, "Exchange Server build numbers and release dates"). */
const builds: Readonly<Record<ServerVersion, readonly [number, number, number, number]>> = {
  '2016': [15, 1, 2507, 61],
  '2019': [15, 2, 1748, 39],
  SE: [15, 2, 2562, 29],
};

/** The newest schema that all three speak; SE began as 2019's code under another name. */
const SCHEMA = 'V2017_07_11';

/** The ServerVersionInfo header that stands on every answer. */
export const serverVersionInfo = (version: ServerVersion): XmlElement => {
  const [major, minor, build, revision] = builds[version];
  return element('t:ServerVersionInfo', {
    MajorVersion: String(major),
    MinorVersion: String(minor),
    MajorBuildNumber: String(build),
    MinorBuildNumber: String(revision),
    Version: SCHEMA,
  });
};

const understood: ReadonlySet<string> = new Set([
  'Exchange2007',
  'Exchange2007_SP1',
  'Exchange2010',
  'Exchange2010_SP1',
  'Exchange2010_SP2',
  'Exchange2013',
  'Exchange2013_SP1',
  'Exchange2015',
  'Exchange2016',
  'V2015_10_05',
  'V2016_01_06',
  'V2016_04_13',
  'V2016_07_13',
  'V2016_10_10',
  'V2017_01_07',
  'V2017_04_14',
  SCHEMA,
]);

/** Whether a server can be asked in this version (RequestServerVersion); those of Exchange Online alone it cannot. */
export const understands = (version: string): boolean => understood.has(version);
