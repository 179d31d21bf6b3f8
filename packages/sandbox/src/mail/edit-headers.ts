import { splitMessage, type Header } from './headers.ts';

const fieldsOf = (head: Buffer): string[] =>
  head.length === 0 ? [] : head.toString('latin1').split(/\r\n(?![ \t])/);

const named = (field: string, name: string): boolean =>
  field.slice(0, field.indexOf(':')).trim().toLowerCase() === name.toLowerCase();

const bytes = ({ name, value }: Header): string =>
  Buffer.from(`${name}: ${value}`, 'utf8').toString('latin1');

const join = (fields: readonly string[], body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${fields.join('\r\n')}\r\n\r\n`, 'latin1'), body]);

/** The message without the fields of that name; every other byte stays. */
export const withoutHeader = (raw: Buffer, name: string): Buffer => {
  const { head, body } = splitMessage(raw);
  return join(
    fieldsOf(head).filter((field) => !named(field, name)),
    body,
  );
};

/** The message with exactly one field of that name: in the place of the first, else at the end of the header. */
export const withHeader = (raw: Buffer, name: string, value: string): Buffer => {
  const { head, body } = splitMessage(raw);
  const fields = fieldsOf(head);
  const first = fields.findIndex((field) => named(field, name));
  const others = fields.filter((field) => !named(field, name));
  const place = first < 0 ? others.length : first;
  return join(others.toSpliced(place, 0, bytes({ name, value })), body);
};

/** The message with fields put before all others, as every relay does. */
export const withTopHeaders = (raw: Buffer, headers: readonly Header[]): Buffer => {
  const { head, body } = splitMessage(raw);
  return join([...headers.map(bytes), ...fieldsOf(head)], body);
};
