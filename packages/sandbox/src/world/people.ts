import type { Behaviour } from '../post-office/behaviours.ts';

/** Someone who has an account in the sandbox. */
export type Resident = { readonly address: string; readonly name: string };

/** The two reps of Acme, in the order in which they are signed in. */
export const reps: readonly Resident[] = [
  { address: 'ana@acme.example', name: 'Ana Silva' },
  { address: 'ben@acme.example', name: 'Ben Okafor' },
];

/** A mailbox of the company that nobody signs in to: it is opened by those it was delegated to. */
export const shared: Resident = { address: 'sales@acme.example', name: 'Acme Sales' };

/** Who was given whose mailbox (Gmail's "Grant access to your account"). */
export const delegations: readonly { readonly mailbox: string; readonly to: string }[] = [
  { mailbox: shared.address, to: 'ana@acme.example' },
];

/** Customers with a mailbox: signed in after the reps, so that one can answer in their name by hand. */
export const customers: readonly Resident[] = [
  { address: 'dana@initech.example', name: 'Dana Reyes' },
  { address: 'kim@globex.example', name: 'Kim Lee' },
];

/** Customers without a mailbox, and what mail to them meets. Anybody else at a customer's company does not exist. */
export const strangers: readonly (Resident & { readonly behaviour: Behaviour })[] = [
  { address: 'j.doe@initech.example', name: 'Jo Doe', behaviour: { kind: 'unknown-user' } },
  { address: 'sam@hooli.example', name: 'Sam Ode', behaviour: { kind: 'mailbox-full' } },
  { address: 'lou@stark.example', name: 'Lou Park', behaviour: { kind: 'blocked-as-spam' } },
  { address: 'it@wayne.example', name: 'Wayne IT', behaviour: { kind: 'blocked-by-policy' } },
  {
    address: 'pat@umbrella.example',
    name: 'Pat Moreau',
    behaviour: { kind: 'delayed-then-failed' },
  },
  {
    address: 'nora@northwind.example',
    name: 'Nora Berg',
    behaviour: { kind: 'exchange-online', refusal: 'unknown-user' },
  },
  {
    address: 'uwe@fabrikam.example',
    name: 'Uwe Kern',
    behaviour: { kind: 'exchange-online', refusal: 'mailbox-full', language: 'de' },
  },
  {
    address: 'all-staff@contoso.example',
    name: 'Contoso all staff',
    behaviour: { kind: 'exchange-online', refusal: 'sender-not-allowed' },
  },
  {
    address: 'remy@litware.example',
    name: 'Rémy Blanc',
    behaviour: { kind: 'exchange-online', refusal: 'delayed-then-delivered', language: 'fr' },
  },
  {
    address: 'ida@tailspin.example',
    name: 'Ida Holm',
    behaviour: { kind: 'exchange-server', version: '2007+', refusal: 'blocked-by-policy' },
  },
  {
    address: 'otto@adventure.example',
    name: 'Otto Lang',
    behaviour: { kind: 'exchange-server', version: '2003', refusal: 'unknown-user' },
  },
  {
    address: 'robin@vandelay.example',
    name: 'Robin Vance',
    behaviour: {
      kind: 'out-of-office',
      name: 'Robin Vance',
      text: 'Thank you for your mail. I am away until Monday and will answer then.\n\nRobin',
    },
  },
  {
    address: 'maya@soylent.example',
    name: 'Maya Chen',
    behaviour: {
      kind: 'replies',
      name: 'Maya Chen',
      text: 'Thanks, this looks good. Could we talk on Thursday at ten?\n\nMaya',
      afterMs: 5000,
    },
  },
];
