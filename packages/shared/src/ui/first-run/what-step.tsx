import { useSurroundings } from '../surroundings.tsx';
import { StepHeading } from './step-heading.tsx';

/** The first screen: what Postrider does, and what it reads for it. */
export function WhatStep() {
  const { firstRun: words } = useSurroundings().messages;
  return (
    <>
      <StepHeading>{words.what}</StepHeading>
      {words.whatLines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <h3>{words.reads}</h3>
      <ul>
        {words.readsLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
