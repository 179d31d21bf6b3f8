import MimeNode from 'nodemailer/lib/mime-node';

/** A part to be written: text, other content, or parts inside. */
export type PartToWrite = {
  /** With its parameters: "multipart/report; report-type=delivery-status". */
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content?: string | Buffer;
  readonly filename?: string;
  readonly parts?: readonly PartToWrite[];
};

const fill = (node: MimeNode, part: PartToWrite): MimeNode => {
  for (const [name, value] of Object.entries(part.headers ?? {})) node.addHeader(name, value);
  if (part.content !== undefined) node.setContent(part.content);
  for (const child of part.parts ?? [])
    fill(
      node.createChild(
        child.type,
        child.filename === undefined ? {} : { filename: child.filename },
      ),
      child,
    );
  return node;
};

/** Writes a message of any shape (nodemailer encodes it), Bcc included: who delivers takes it out. Date and Message-ID must be among the headers, or they are invented. */
export const writeMessage = async (root: PartToWrite): Promise<Buffer> =>
  fill(new MimeNode(root.type, { newline: 'win', keepBcc: true }), root).build();

/** RFC 5322 section 3.3: a date field's value, UTC. */
export const dateField = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000');
