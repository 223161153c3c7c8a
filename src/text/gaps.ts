import type { ZoneKind } from '../domain/zone.ts';
import type { Lang } from './lang.ts';
import { terms } from './terms.ts';

/** What a missing layer means for the answer: rules that ask for it find nothing. */
export function sayGaps(lang: Lang, gaps: { readonly zoneKinds: readonly ZoneKind[]; readonly heatSources: boolean }): readonly string[] {
  const kinds = gaps.zoneKinds.map((kind) => terms[lang].zoneKind[kind]);
  const zh = lang === 'zh';
  return [
    ...(kinds.length === 0 ? [] : [zh ? `未加载这些区域：${kinds.join('、')}；依赖它们的条款一律按“不在区内”判定。` : `No zones of these kinds are loaded: ${kinds.join(', ')}; rules that ask for them find every facility outside.`]),
    ...(gaps.heatSources ? [zh ? '未加载热源；供热半径条款一律按“不在范围内”判定。' : 'No heat source is loaded; the reach rules find every facility outside.'] : []),
  ];
}
