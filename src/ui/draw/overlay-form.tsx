import { useState } from 'react';
import type { MultiPolygon } from '../../domain/place.ts';
import type { DraftProblem } from '../../draft/draft-problem.ts';
import { intersect, subtract, unite, type Overlaid } from '../../draft/overlay.ts';
import { draftRowsOf } from '../../state/selectors/draft-effects.ts';
import { useSession } from '../../state/use-session.ts';
import { drawWords } from '../../text/draw.ts';
import { countiesOf } from '../parts/counties.ts';
import { useWords } from '../parts/words.ts';

const WORK = {
  unite: (area, other) => unite([area, other]),
  subtract,
  intersect,
} as const satisfies Record<string, (area: MultiPolygon, other: MultiPolygon) => Overlaid>;

type Operation = keyof typeof WORK;
const OPERATIONS = Object.keys(WORK) as readonly Operation[];

interface Props {
  readonly draft: string;
  readonly polygons: MultiPolygon;
  readonly onDone: (polygons: MultiPolygon) => void;
}

/** Joins a candidate with another area, takes that away, or keeps what both share. */
export function OverlayForm({ draft, polygons, onDone }: Props) {
  const { lang, w: page } = useWords();
  const w = drawWords[lang];
  const rows = useSession(draftRowsOf);
  const project = useSession(({ city }) => (city.kind === 'ready' ? city.city.project : null));
  const [operation, setOperation] = useState<Operation>('unite');
  const [other, setOther] = useState('');
  const [problem, setProblem] = useState<DraftProblem['code'] | null>(null);
  const counties = countiesOf(project?.divisions ?? [], [], lang, page.unknown);
  const areas: readonly { readonly name: string; readonly polygons: MultiPolygon }[] = [
    ...rows.filter((row) => row.draft.id !== draft).map((row) => ({ name: row.draft.name, polygons: row.polygons })),
    ...(project?.zones ?? []),
    ...counties.map(({ code, name }) => ({ name, polygons: project?.divisions.find((one) => one.code === code)?.polygons ?? [] })),
  ];
  return (
    <form
      className="draft-form"
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = areas[Number(other)];
        if (chosen === undefined || other === '') return;
        const outcome = WORK[operation](polygons, chosen.polygons);
        setProblem(outcome.ok ? null : (outcome.problems[0]?.code ?? 'outcome-unsound'));
        if (outcome.ok) onDone(outcome.value);
      }}
    >
      <div className="draft-row">
        <select
          className="select"
          aria-label={w.overlay}
          value={operation}
          onChange={({ target }) => {
            setOperation(target.value as Operation);
          }}
        >
          {OPERATIONS.map((name) => (
            <option key={name} value={name}>
              {w.operation[name]}
            </option>
          ))}
        </select>
        <select
          className="select draft-other"
          aria-label={w.otherArea}
          value={other}
          onChange={({ target }) => {
            setOther(target.value);
            setProblem(null);
          }}
        >
          <option value="">{w.choose}</option>
          {areas.map(({ name }, i) => (
            <option key={i} value={i}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {problem !== null && (
        <p className="draft-warning" role="alert">
          {w.problem[problem]}
        </p>
      )}
      <button type="submit" className="button" disabled={other === ''}>
        {w.overlayDo}
      </button>
    </form>
  );
}
