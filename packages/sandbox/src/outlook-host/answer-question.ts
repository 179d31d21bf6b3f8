import type { ExchangeMailbox, FolderName } from '../exchange/mailbox.ts';
import type { CallRecord, HostEventDetails } from './controls.ts';
import type { HostServices, OutlookHostOptions } from './host-options.ts';
import { saveDraft, sendItem } from './mail/drafts.ts';
import { listFolder } from './mail/list-folder.ts';
import { customProperties } from './mail/properties.ts';
import { readItem } from './mail/read-item.ts';
import type { NestedAuthRequest } from './nested-auth.ts';
import type { ComposedItem } from './page-data.ts';

type Context = OutlookHostOptions & {
  /** Who is signed in. */
  readonly owner: ExchangeMailbox;
  /** Whose mailbox is in front. */
  readonly mailbox: ExchangeMailbox;
};

/** Answers the page's own questions, which Outlook asks of Exchange in its own way. Both ends are built from the same types. */
export async function answerQuestion(
  question: string,
  request: Request,
  context: Context,
): Promise<Response> {
  const { mailbox, owner, controls, services, now } = context;
  const parameters = new URL(request.url).searchParams;
  const id = parameters.get('id') ?? '';
  switch (question) {
    case 'list':
      return Response.json(await listFolder(mailbox, parameters.get('folder') ?? 'inbox'));
    case 'message':
      return opened(context, id);
    case 'find': {
      // The library hands ids over as REST has them where the host knows REST.
      const ewsId = id.replaceAll('-', '/').replaceAll('_', '+');
      const found = mailbox.items().find((item) => services.itemId(mailbox, item) === ewsId);
      return Response.json({ id: found?.id ?? null });
    }
    case 'version':
      return Response.json({ version: mailbox.lastChange() });
    case 'read':
      mailbox.update(id, { isRead: true });
      return Response.json({});
    case 'save': {
      const draft = await saveDraft(mailbox, await bodyOf<ComposedItem>(request), now());
      return Response.json({ id: draft.id, addinId: services.itemId(mailbox, draft) });
    }
    case 'send':
      return Response.json(await sendItem(mailbox, await bodyOf<ComposedItem>(request), now()));
    case 'discard':
      mailbox.erase(id);
      return Response.json({});
    case 'delete':
      mailbox.update(id, { folderId: folderId(mailbox, 'deleteditems') });
      return Response.json({});
    case 'properties':
      return Response.json({ text: propertiesOf(context, id) });
    case 'save-properties':
      saveProperties(context, id, await bodyOf<{ readonly text: string }>(request));
      return Response.json({});
    case 'call': {
      const call = await bodyOf<Omit<CallRecord, 'at' | 'mailbox'>>(request);
      const fault = controls.noteCall({ ...call, at: now(), mailbox: mailbox.address });
      return Response.json({ fault, defects: [...controls.defects] });
    }
    case 'event': {
      const event = await bodyOf<HostEventDetails>(request);
      controls.note({ ...event, at: now(), mailbox: mailbox.address });
      return Response.json({});
    }
    case 'defects':
      return Response.json({ defects: [...controls.defects] });
    case 'roaming':
      return Response.json(controls.roamingOf(owner.address));
    case 'save-roaming':
      controls.saveRoaming(owner.address, await bodyOf<Readonly<Record<string, string>>>(request));
      return Response.json({});
    case 'ews':
      return ews(services, owner, await bodyOf<{ readonly soap: string }>(request));
    case 'nested-auth':
      return Response.json({
        answer: await services.nestedAuth(owner, await bodyOf<NestedAuthRequest>(request)),
      });
    default:
      return new Response('Not found', { status: 404 });
  }
}

async function bodyOf<Body>(request: Request): Promise<Body> {
  const body: Body = JSON.parse(await request.text());
  return body;
}

async function opened({ mailbox, services }: Context, id: string): Promise<Response> {
  const item = mailbox.find(id);
  return item === undefined
    ? new Response('Not found', { status: 404 })
    : Response.json(await readItem(item, services.itemId(mailbox, item)));
}

function folderId(mailbox: ExchangeMailbox, name: FolderName): string {
  return mailbox.folder(name)?.id ?? name;
}

function addinProperty({ manifest }: Context): string {
  return customProperties(/<Id>([^<]*)<\/Id>/.exec(manifest)?.[1] ?? '');
}

function propertiesOf(context: Context, id: string): string {
  return context.mailbox.find(id)?.properties[addinProperty(context)] ?? '{}';
}

function saveProperties(context: Context, id: string, { text }: { readonly text: string }): void {
  const properties = context.mailbox.find(id)?.properties ?? {};
  context.mailbox.update(id, { properties: { ...properties, [addinProperty(context)]: text } });
}

async function ews(
  services: HostServices,
  owner: ExchangeMailbox,
  { soap }: { readonly soap: string },
): Promise<Response> {
  const { body, hostError } = await services.ews(owner, soap);
  return Response.json(
    hostError === null
      ? { wasProxySuccessful: true, body }
      : { wasProxySuccessful: false, errorMessage: hostError },
  );
}
