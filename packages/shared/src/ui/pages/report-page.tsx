import { useEffect, useState } from 'react';

import { CopyText } from '../parts/copy-text.tsx';
import { usePanelStore } from '../store/panel-context.tsx';
import { useSurroundings } from '../surroundings.tsx';
import { PageFrame } from './page-frame.tsx';

/** The report for an admin, letter for letter as it is copied, so that a rep sees what they hand on. */
export function ReportPage() {
  const { resting } = useSurroundings().messages;
  const { healthReport } = usePanelStore();
  const [report, setReport] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    const read = async () => {
      const text = await healthReport();
      if (!left) setReport(text);
    };
    void read();
    return () => {
      left = true;
    };
  }, [healthReport]);
  return (
    <PageFrame title={resting.report}>
      <p className="soft">{resting.reportWhy}</p>
      {report !== null && <CopyText name={resting.report} text={report} />}
    </PageFrame>
  );
}
