import { useEffect, useState } from 'react';
import { coverChange, type CoverChange } from '../../draft/cover-change.ts';
import { muOf } from '../../draft/measures.ts';
import { scenarioProject } from '../../draft/scenario-project.ts';
import { openScenarioOf } from '../../state/drafts/drafts.ts';
import { useSession } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import { formatArea } from '../../text/draw-formats.ts';
import { useWords } from '../parts/words.ts';

/** After the last step, so that a row of quick ones does not wait for each other. */
const CALM_MS = 300;

/** How much ground the open scenario gains and loses: worked out once the work has come to rest. */
export function CoverLine() {
  const { lang } = useWords();
  const w = drawWords[lang];
  const zones = useSession(({ drafts }) => openScenarioOf(drafts)?.zones ?? null);
  const project = useSession(({ city }) => (city.kind === 'ready' ? city.city.project : null));
  const asOf = useSession(({ scenario }) => scenario.asOf);
  const [known, setKnown] = useState<{ readonly zones: unknown; readonly change: CoverChange | null } | null>(null);
  useEffect(() => {
    if (zones === null || project === null) return;
    const timer = setTimeout(() => {
      const drafted = scenarioProject(project, { zones, reachM: {} }, (name) => name);
      setKnown({ zones, change: coverChange(project.zones, drafted.zones, [asOf, asOf]) });
    }, CALM_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [zones, project, asOf]);
  if (known === null || known.zones !== zones || known.change === null) return null;
  const { gainedM2, lostM2 } = known.change;
  return (
    <>
      {gainedM2 > 0 && <p>{w.areaGained(formatArea(lang, gainedM2, muOf(gainedM2)))}</p>}
      {lostM2 > 0 && <p>{w.areaLost(formatArea(lang, lostM2, muOf(lostM2)))}</p>}
    </>
  );
}
