import { invalidFilter, tokensOf, type Token } from './tokens.ts';

/** A literal of a filter; a time is epoch ms in `at`. */
export type Literal = string | number | boolean | null | { readonly at: number };

/** How two values are compared (OData 4.01 URL Conventions, section 5.1.1.1). */
export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
/** What is asked of a text (section 5.1.1.5). */
export type TextTest = 'startswith' | 'endswith' | 'contains';

/** What a `$filter` says. `any` asks whether one member of a collection passes; its paths begin behind the variable. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly filter: Filter }
  | {
      readonly kind: 'compare';
      readonly path: string;
      readonly by: Comparison;
      readonly to: Literal;
    }
  | { readonly kind: 'text'; readonly test: TextTest; readonly path: string; readonly of: string }
  | { readonly kind: 'any'; readonly path: string; readonly filter: Filter };

const isComparison = (text: string): text is Comparison =>
  ['eq', 'ne', 'gt', 'ge', 'lt', 'le'].includes(text);

const isTextTest = (text: string): text is TextTest =>
  ['startswith', 'endswith', 'contains'].includes(text);

/** Reads a `$filter` (OData 4.01, URL Conventions 5.1.1): and, or, not, comparisons, three text functions, `any`. Throws Graph's 400. */
export const parseFilter = (text: string): Filter => {
  const tokens = [...tokensOf(text)];
  const unreadable = (): Error => invalidFilter(`Invalid filter clause: '${text}'.`);

  const take = (): Token => {
    const token = tokens.shift();
    if (!token) throw unreadable();
    return token;
  };
  const takeMark = (mark: string): void => {
    const token = take();
    if (token.kind !== 'mark' || token.text !== mark) throw unreadable();
  };
  const takeName = (): string => {
    const token = take();
    if (token.kind !== 'name') throw unreadable();
    return token.text;
  };
  const nextIs = (text_: string): boolean => {
    const [token] = tokens;
    return token !== undefined && 'text' in token && token.text === text_;
  };

  const literal = (): Literal => {
    const token = take();
    if (token.kind === 'text' || token.kind === 'number') return token.value;
    if (token.kind === 'time') return { at: token.value };
    if (token.text === 'true' || token.text === 'false') return token.text === 'true';
    if (token.text === 'null') return null;
    throw unreadable();
  };

  // Inside `any(x: …)` every path begins with the variable's name.
  const behind = (path: string, variable: string | null): string => {
    if (variable === null) return path;
    if (path === variable) return '';
    if (path.startsWith(`${variable}/`)) return path.slice(variable.length + 1);
    throw unreadable();
  };

  const any = (path: string): Filter => {
    takeMark('(');
    const variable = takeName();
    takeMark(':');
    const filter = either(variable);
    takeMark(')');
    return { kind: 'any', path, filter };
  };

  const primary = (variable: string | null): Filter => {
    if (nextIs('(')) {
      take();
      const inner = either(variable);
      takeMark(')');
      return inner;
    }
    const name = takeName();
    if (name === 'not') return { kind: 'not', filter: primary(variable) };
    if (name.endsWith('/any')) return any(name.slice(0, -'/any'.length));
    if (isTextTest(name)) {
      takeMark('(');
      const path = behind(takeName(), variable);
      takeMark(',');
      const of = literal();
      takeMark(')');
      if (typeof of !== 'string') throw unreadable();
      return { kind: 'text', test: name, path, of };
    }
    const by = takeName();
    if (!isComparison(by)) throw unreadable();
    return { kind: 'compare', path: behind(name, variable), by, to: literal() };
  };

  const both = (variable: string | null): Filter => {
    const left = primary(variable);
    if (!nextIs('and')) return left;
    take();
    return { kind: 'and', left, right: both(variable) };
  };

  const either = (variable: string | null): Filter => {
    const left = both(variable);
    if (!nextIs('or')) return left;
    take();
    return { kind: 'or', left, right: either(variable) };
  };

  const filter = either(null);
  if (tokens.length > 0) throw unreadable();
  return filter;
};

/** The paths that a filter speaks of, in their order. */
export const pathsIn = (filter: Filter): readonly string[] => {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...pathsIn(filter.left), ...pathsIn(filter.right)];
    case 'not':
      return pathsIn(filter.filter);
    case 'any':
    case 'text':
    case 'compare':
      return [filter.path];
  }
};
