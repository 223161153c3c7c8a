import type { Assessment } from '../../src/assess/assessment.ts';

/** Typed columns as text, so that assessments of many facilities are compared in no time; sets of missing fields by what they hold. */
export function fingerprint({ missing, missingSets, ...columns }: Assessment): string {
  const known = [...missing].map((set) => missingSets[set]?.join() ?? '');
  return JSON.stringify({ ...columns, missing: known }, (_key, value: unknown) =>
    ArrayBuffer.isView(value) ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') : value,
  );
}
