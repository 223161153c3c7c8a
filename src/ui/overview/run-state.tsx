import { cancelRun, retryRun } from '../../state/commands/follow-run.ts';
import { reloadCity } from '../../state/commands/receive-city.ts';
import type { Run } from '../../state/session.ts';
import { useApply, useSession } from '../../state/use-session.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../parts/words.ts';

/** What the machine is doing, or could not do. Nothing is said while all is well. */
export function RunState() {
  const { w } = useWords();
  const apply = useApply();
  const city = useSession((session) => session.city);
  const run = useSession((session) => session.run);
  const retry = (
    <button
      type="button"
      className="button"
      onClick={() => {
        apply(city.kind === 'failed' ? reloadCity : retryRun);
      }}
    >
      {w.retry}
    </button>
  );
  if (city.kind === 'failed') {
    const { code, detail } = city.failure;
    return (
      <Notice tone="alarm" title={w.failedTitle} actions={retry}>
        {w.failures[code](detail)}
      </Notice>
    );
  }
  switch (run.kind) {
    case 'failed':
      return (
        <Notice tone="alarm" title={w.failedTitle} actions={retry}>
          {w.failures[run.failure.code](run.failure.detail)}
        </Notice>
      );
    case 'cancelled':
      return (
        <Notice actions={retry}>{run.answer === null ? w.progress.cancelled : w.progress.cancelledShowing(run.answer.question.asOf)}</Notice>
      );
    case 'running':
      return <Progress run={run} />;
    case 'idle':
    case 'done':
      return null;
  }
}

/** Comes into sight only when a run takes long (see `overview.css`), so that quick ones do not flicker. */
function Progress({ run }: { readonly run: Extract<Run, { kind: 'running' }> }) {
  const { w } = useWords();
  const apply = useApply();
  const percent = String(Math.round(run.share * 100));
  return (
    <div className="progress">
      <label>
        <span>{run.answer === null ? w.progress.assessing : w.progress.stale}</span>
        <progress max={1} value={run.share} aria-valuetext={w.progress.share(percent)} />
      </label>
      <button
        type="button"
        className="button button-quiet"
        onClick={() => {
          apply(cancelRun);
        }}
      >
        {w.cancel}
      </button>
    </div>
  );
}
