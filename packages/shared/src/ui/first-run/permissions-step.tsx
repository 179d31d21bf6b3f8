import { Fact, Facts } from '../pages/facts.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { StepHeading } from './step-heading.tsx';

/** The second screen: each permission with its why. */
export function PermissionsStep() {
  const { firstRun: words } = useSurroundings().messages;
  return (
    <>
      <StepHeading>{words.permissions}</StepHeading>
      <Facts>
        {words.permissionList.map(({ name, why }) => (
          <Fact key={name} name={name}>
            {why}
          </Fact>
        ))}
      </Facts>
    </>
  );
}
