/** The small picture in a notice: 24 by 24 px, drawn for the sandbox. */
export const ICON: Buffer = Buffer.from(
  [
    'iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAYAAADgdz34AAAAWklEQVR42mNgGEhw00D1PzGYpoaTbAmp',
    'BpNkEaWGE7QEnyZ0QLIFhFxFigUYlhDjbVItQLFk1IJRC+hjAUU5elBYQFEQ0byooEthRxcLaF7h0KXK',
    'pFulTy0AAKFk1fJCe1U5AAAAAElFTkSuQmCC',
  ].join(''),
  'base64',
);
