// Drawn for the sandbox on a grid of 24, as strokes.
const drawings = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L20 20',
  pen: 'M4 20l1-4.5L16.5 4 20 7.500 8.500 19zM14 6.500l3.500 3.500',
  inbox: 'M4 5h16v14H4zM4 14h4.500a3.500 3.500 0 0 0 7 0H20',
  send: 'M4 5l16 7-16 7v-5.500l9-1.500-9-1.500z',
  clock: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16M12 7.500V12l3.500 2.500',
  draft: 'M6 3.500h8l4 4v13H6zM13.500 4v4h4',
  spam: 'M8.500 3.500h7l5 5v7l-5 5h-7l-5-5v-7zM12 7.500v6M12 16.500v.1',
  trash: 'M5 7h14M9.500 7V4.500h5V7M6.500 7l1 13h9l1-13M10 11v5.500M14 11v5.500',
  mail: 'M3.500 5.500h17v13h-17zM4 6.500l8 6 8-6',
  back: 'M20 12H5M11 6l-6 6 6 6',
  refresh: 'M19 8a8 8 0 1 0 1 5M19.500 4v4.500H15',
  archive:
    'M4.500 8h15v11.500h-15zM4.500 8l2-3.500h11l2 3.500M12 11v5.500M9.500 14l2.500 2.500 2.500-2.500',
  unread: 'M3.500 9v9.500h17V9L12 4zM4 9.500l8 5 8-5',
  star: 'M12 4l2.500 5.300 5.700.7-4.200 4 1.100 5.700L12 16.900 6.900 19.700 8 14 3.800 10l5.700-.7z',
  checkbox: 'M5 5h14v14H5z',
  more: 'M12 5.500v.1M12 12v.1M12 18.500v.1',
  reply: 'M10 6l-6 5.500 6 5.500M4.500 11.500H14a6 6 0 0 1 6 6V19',
  replyAll: 'M8 6l-5.500 5.500L8 17M12 6l-5.500 5.500L12 17M7 11.500h7.500a6 6 0 0 1 6 6V19',
  forward: 'M14 6l6 5.500-6 5.500M19.500 11.500H10a6 6 0 0 0-6 6V19',
  clip: 'M17 7.500l-8 8a2 2 0 0 0 3 3l8-8.500a4 4 0 0 0-6-5.500L6 12.500a5.500 5.500 0 0 0 8 7.500l4-4',
  link: 'M10 8H7.500a4 4 0 0 0 0 8H10M14 8h2.500a4 4 0 0 1 0 8H14M8.500 12h7',
  smile:
    'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 1 0 0-17M9 9.500v.1M15 9.500v.1M8 14c2 3 6 3 8 0',
  drive: 'M9 4.500h6l6 10.500-3 5H6l-3-5zM9 4.500l6 10.500M15 4.500L6 20M3.500 15H21',
  image: 'M4 5h16v14H4zM5 17l4.500-5 3.500 4 2.500-2.500 3.500 4',
  lock: 'M6 10.500h12v9.500H6zM8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500M12 14v2.500',
  sign: 'M4 20h16M5 15c4-12 8-13 8-8s-6 9-4 9 3-3 5-3-1 3 1 3 2-1 4-1',
  text: 'M3.500 17.500L8 6.500l4.500 11M5 14h6M14 12.500c1-2 6-2 6 1v4M20 14.500c-6-1-6.500 3-4 3s4-2 4-3',
  close: 'M6 6l12 12M18 6L6 18',
  caret: 'M7.500 10l4.500 4.500 4.500-4.500',
  bold: 'M8 5v14h5.500a3.600 3.600 0 0 0 0-7.200H8M8 5h5a3.400 3.400 0 0 1 0 6.800',
  italic: 'M10 5h7M7 19h7M14 5l-4 14',
  underline: 'M7 4.500v7a5 5 0 0 0 10 0v-7M6 20h12',
  strike: 'M4 12h16M16 8c0-4-8-4-8 0 0 2 2 3 4 4 3 1 5 2 5 4 0 4-9 4-9 0',
  numbered: 'M10 6h10M10 12h10M10 18h10M5 4.500v3M4 10.500h2l-2 3h2M4 16.500h2v3H4',
  bulleted: 'M10 6h10M10 12h10M10 18h10M5 6v.1M5 12v.1M5 18v.1',
  undo: 'M8 5L4 9l4 4M4.500 9H14a5 5 0 0 1 0 10h-4',
  redo: 'M16 5l4 4-4 4M19.500 9H10a5 5 0 0 0 0 10h4',
  quote: 'M5 7h5v5c0 3-2 5-4 5M14 7h5v5c0 3-2 5-4 5',
  indent: 'M4 5h16M11 10h9M11 14h9M4 19h16M4 9.500l3.500 2.500L4 14.500',
  outdent: 'M4 5h16M11 10h9M11 14h9M4 19h16M7.500 9.500L4 12l3.500 2.500',
  plain: 'M6 5h12M12 5l-1.500 14M4 4l16 16',
  align: 'M4 6h16M4 10h10M4 14h16M4 18h10',
  size: 'M3 7h10M8 7v12M13 12h8M17 12v7',
  colour: 'M7 15l5-11 5 11M9 11.500h6M5 20h14',
} as const;

/** The icons of the page. */
export type IconName = keyof typeof drawings;

/** An icon as an SVG element, coloured like the text around it. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'sb_svg');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', drawings[name]);
  svg.append(path);
  return svg;
}
