import type { Scene } from '../assess/scene.ts';

/** A column, or a stretch of a long list of names: some milliseconds of copying. */
export type ScenePart = ArrayBufferView | readonly string[];

/** A scene without its large parts, which stand in a list beside it. */
export interface PartedScene {
  readonly frame: unknown;
  readonly parts: readonly ScenePart[];
}

/** What stands in a frame for the parts with these numbers. */
interface Gap {
  readonly gap: readonly number[];
}

/** Shorter columns and lists stay where they are. */
const LARGE_BYTES = 65_536;
const LONG = 20_000;

/** Takes a scene apart, so that it can cross piece by piece: in one piece, a million facilities hold the page up for a quarter of a second. */
export function takenApart(scene: Scene): PartedScene {
  const parts: ScenePart[] = [];
  const add = (...more: readonly ScenePart[]): Gap => ({ gap: more.map((part) => parts.push(part) - 1) });
  const frameOf = (value: unknown): unknown => {
    if (ArrayBuffer.isView(value)) return value.byteLength < LARGE_BYTES ? value : add(value);
    if (Array.isArray(value)) return isLongNames(value) ? add(...stretches(value)) : value;
    if (typeof value !== 'object' || value === null || value instanceof Map) return value;
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, frameOf(held)]));
  };
  return { frame: frameOf(scene), parts };
}

/** The scene that was taken apart. */
export function putTogether({ frame, parts }: PartedScene): Scene {
  const whole = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Array.isArray(value) || value instanceof Map) return value;
    if (isGap(value)) {
      const found = value.gap.map((part) => parts[part]);
      return Array.isArray(found[0]) ? found.flat() : found[0];
    }
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, whole(held)]));
  };
  return whole(frame) as Scene;
}

function isLongNames(list: readonly unknown[]): list is readonly string[] {
  return list.length > LONG && typeof list[0] === 'string';
}

function stretches(names: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(names.length / LONG) }, (_, i) => names.slice(i * LONG, (i + 1) * LONG));
}

function isGap(value: object): value is Gap {
  return 'gap' in value;
}
