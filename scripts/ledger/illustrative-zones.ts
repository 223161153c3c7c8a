import type { ZoneRecipe } from './draw-zones.ts';

/**
 * How the illustrative zones are drawn. Centres are rounded to 0.01 degree (about 1 km): they only place a picture and
 * say nothing of any office or border. 泽州县: the county point at hand is unreliable, so its zone stands at 金村镇.
 */
export const ILLUSTRATIVE_ZONES: ZoneRecipe = {
  seed: 140500,
  name: '晋城市示意区域(非官方边界)',
  zoneNote: '示意,非官方边界',
  zones: [
    {
      id: 'ZONE-COALBAN-140502',
      name: '城区禁煤区(示意)',
      kind: 'coalBan',
      class: null,
      divisionCode: '140502',
      within: '140502',
      note: '主城一块、北石店一块',
      parts: [
        { at: { lng: 112.84, lat: 35.5 }, alongM: 4300, acrossM: 3600, azimuthDeg: 60, vertices: 26, holes: [] },
        { at: { lng: 112.87, lat: 35.56 }, alongM: 2100, acrossM: 1500, azimuthDeg: 70, vertices: 18, holes: [] },
      ],
    },
    {
      id: 'ZONE-COALBAN-140525',
      name: '泽州县金村片区禁煤区(示意)',
      kind: 'coalBan',
      class: null,
      divisionCode: '140525',
      within: '140525',
      note: '所用来源的泽州县城点不可靠,故以金村镇代表点(±5 km)安放,不表示县城位置',
      parts: [
        { at: { lng: 112.94, lat: 35.47 }, alongM: 3400, acrossM: 2500, azimuthDeg: 30, vertices: 22, holes: [] },
      ],
    },
    {
      id: 'ZONE-COALBAN-140581',
      name: '高平市城区禁煤区(示意)',
      kind: 'coalBan',
      class: null,
      divisionCode: '140581',
      within: '140581',
      note: '内有一处未划入的飞地',
      parts: [
        { at: { lng: 112.92, lat: 35.79 }, alongM: 4300, acrossM: 3300, azimuthDeg: 15, vertices: 24,
          holes: [{ at: { lng: 112.94, lat: 35.78 }, alongM: 700, acrossM: 500, azimuthDeg: 80, vertices: 10 }] },
      ],
    },
    {
      id: 'ZONE-COALBAN-140522',
      name: '阳城县城禁煤区(示意)',
      kind: 'coalBan',
      class: null,
      divisionCode: '140522',
      within: '140522',
      note: '',
      parts: [
        { at: { lng: 112.42, lat: 35.48 }, alongM: 3400, acrossM: 2400, azimuthDeg: 100, vertices: 22, holes: [] },
      ],
    },
    {
      id: 'ZONE-COALBAN-140524',
      name: '陵川县城禁煤区(示意)',
      kind: 'coalBan',
      class: null,
      divisionCode: '140524',
      within: '140524',
      note: '',
      parts: [
        { at: { lng: 113.27, lat: 35.78 }, alongM: 2700, acrossM: 2000, azimuthDeg: 45, vertices: 20, holes: [] },
      ],
    },
    {
      id: 'ZONE-COALBAN-140521',
      name: '沁水县城禁煤区(示意)',
      kind: 'coalBan',
      class: null,
      divisionCode: '140521',
      within: '140521',
      note: '',
      parts: [
        { at: { lng: 112.18, lat: 35.69 }, alongM: 3000, acrossM: 1400, azimuthDeg: 75, vertices: 20, holes: [] },
      ],
    },
    {
      id: 'ZONE-NOBURN-140502',
      name: '晋城市区禁燃区(二类,示意)',
      kind: 'noBurn',
      class: 2,
      divisionCode: '140502',
      within: '140502',
      note: '内有一处未划入的飞地',
      parts: [
        { at: { lng: 112.84, lat: 35.51 }, alongM: 6200, acrossM: 4300, azimuthDeg: 40, vertices: 30,
          holes: [{ at: { lng: 112.83, lat: 35.54 }, alongM: 600, acrossM: 450, azimuthDeg: 20, vertices: 9 }] },
      ],
    },
    {
      id: 'ZONE-NOBURN-140522',
      name: '阳城县北留片区禁燃区(级别缺失,示意)',
      kind: 'noBurn',
      class: null,
      divisionCode: '140522',
      within: '140522',
      note: '级别故意留空,用来显示待复核',
      parts: [
        { at: { lng: 112.56, lat: 35.5 }, alongM: 2900, acrossM: 2000, azimuthDeg: 110, vertices: 20, holes: [] },
      ],
    },
    {
      id: 'ZONE-HEATNETWORK-140500',
      name: '晋城市区集中供热管网覆盖范围(示意)',
      kind: 'heatNetwork',
      class: null,
      divisionCode: '140500',
      within: null,
      note: '由市区延伸至晋城热电',
      parts: [
        { at: { lng: 112.88, lat: 35.485 }, alongM: 6300, acrossM: 2700, azimuthDeg: 118, vertices: 30, holes: [] },
      ],
    },
    {
      id: 'ZONE-HEATNETWORK-140581',
      name: '高平市集中供热管网覆盖范围(示意)',
      kind: 'heatNetwork',
      class: null,
      divisionCode: '140581',
      within: '140581',
      note: '',
      parts: [
        { at: { lng: 112.92, lat: 35.79 }, alongM: 3200, acrossM: 2300, azimuthDeg: 160, vertices: 22, holes: [] },
      ],
    },
    {
      id: 'ZONE-BUILTUP-140500',
      name: '晋城市城市建成区(示意)',
      kind: 'builtUp',
      class: null,
      divisionCode: '140502',
      within: '140502',
      note: '',
      parts: [
        { at: { lng: 112.85, lat: 35.5 }, alongM: 4000, acrossM: 2900, azimuthDeg: 30, vertices: 24, holes: [] },
      ],
    },
    {
      id: 'ZONE-BUILTUP-140581',
      name: '高平市建成区(示意)',
      kind: 'builtUp',
      class: null,
      divisionCode: '140581',
      within: '140581',
      note: '',
      parts: [
        { at: { lng: 112.92, lat: 35.79 }, alongM: 2600, acrossM: 2000, azimuthDeg: 10, vertices: 20, holes: [] },
      ],
    },
    {
      id: 'ZONE-BUILTUP-140522',
      name: '阳城县城建成区(示意)',
      kind: 'builtUp',
      class: null,
      divisionCode: '140522',
      within: '140522',
      note: '',
      parts: [
        { at: { lng: 112.42, lat: 35.48 }, alongM: 2300, acrossM: 1500, azimuthDeg: 100, vertices: 18, holes: [] },
      ],
    },
    {
      id: 'ZONE-BUILTUP-140524',
      name: '陵川县城建成区(示意)',
      kind: 'builtUp',
      class: null,
      divisionCode: '140524',
      within: '140524',
      note: '',
      parts: [
        { at: { lng: 113.27, lat: 35.78 }, alongM: 1700, acrossM: 1200, azimuthDeg: 50, vertices: 16, holes: [] },
      ],
    },
    {
      id: 'ZONE-BUILTUP-140521',
      name: '沁水县城建成区(示意)',
      kind: 'builtUp',
      class: null,
      divisionCode: '140521',
      within: '140521',
      note: '',
      parts: [
        { at: { lng: 112.18, lat: 35.69 }, alongM: 2000, acrossM: 800, azimuthDeg: 75, vertices: 16, holes: [] },
      ],
    },
    {
      id: 'ZONE-KEYCONTROL-140500',
      name: '市区周边重点管控区域(示意)',
      kind: 'keyControl',
      class: null,
      divisionCode: '140500',
      within: null,
      note: '',
      parts: [
        { at: { lng: 112.86, lat: 35.5 }, alongM: 11500, acrossM: 9500, azimuthDeg: 35, vertices: 36, holes: [] },
      ],
    },
  ],
};
