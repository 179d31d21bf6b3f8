import Check from 'lucide-react/icons/check';
import { useState } from 'react';

import type { SaveClientOutcome } from '../../application/settings.ts';
import { Button } from '../parts/button.tsx';
import { CopyField } from '../parts/copy-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useSurroundings } from '../surroundings.tsx';
import type { PartProps } from './part-props.ts';

/** The company's OAuth client: what to enter at the provider, and what the provider gave. */
export function ClientPart(props: PartProps) {
  const { view } = props;
  const words = useSurroundings().messages.options;
  return (
    <section className="settings-part">
      <h2>{words.client}</h2>
      <p className="soft">{words.clientWhy}</p>
      {view.redirectUris.map((uri) => (
        <CopyField key={uri} name={words.redirectUri} text={uri} />
      ))}
      <CopyField name={words.scope} text={view.scopes.join(' ')} />
      <ClientValue {...props} />
    </section>
  );
}

function ClientValue(props: PartProps) {
  const words = useSurroundings().messages.options;
  const { client } = props.view;
  switch (client.kind) {
    case 'by-policy':
      return (
        <div className="field">
          <span className="field-name">{words.clientId}</span>
          <code className="field-value">{client.id}</code>
          <p className="soft">{words.byCompany}</p>
        </div>
      );
    case 'policy-only':
      return <p>{words.clientNotSet}</p>;
    case 'not-needed':
      return null;
    case 'none':
      return <ClientForm {...props} savedId="" />;
    case 'by-hand':
      return <ClientForm {...props} savedId={client.id} />;
  }
}

function ClientForm(props: PartProps & { readonly savedId: string }) {
  const words = useSurroundings().messages.options;
  const [id, setId] = useState(props.savedId);
  const [secret, setSecret] = useState('');
  const [outcome, setOutcome] = useState<SaveClientOutcome | null>(null);
  const wrong = (field: 'id' | 'secret') => outcome?.kind === 'invalid' && outcome.field === field;
  const edit = (set: (text: string) => void) => (text: string) => {
    setOutcome(null);
    set(text);
  };
  const save = async () => {
    const answer = await props.ask(() => props.backend.saveClient({ id, secret }));
    setOutcome(answer);
    if (answer?.kind === 'saved') setSecret('');
  };
  return (
    <form
      className="settings-part-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        name={words.clientId}
        hint={words.clientIdHint}
        wrong={wrong('id') ? words.clientIdInvalid : null}
        value={id}
        onChange={edit(setId)}
      />
      <TextField
        name={words.clientSecret}
        hint={words.clientSecretHint}
        wrong={wrong('secret') ? words.clientSecretInvalid : null}
        value={secret}
        secret
        onChange={edit(setSecret)}
      />
      <div className="settings-steps">
        <Button look="plain" submit>
          {words.save}
        </Button>
        <output>
          {outcome?.kind === 'saved' && (
            <span className="done">
              <Check size={16} aria-hidden />
              {words.saved}
            </span>
          )}
          {outcome?.kind === 'by-policy' && words.byCompany}
        </output>
      </div>
      {props.savedId !== '' && <p className="soft">{words.clientChange}</p>}
    </form>
  );
}
