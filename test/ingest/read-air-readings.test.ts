import { describe, expect, it } from 'vitest';
import { readAirReadings } from '../../src/ingest/read-air-readings.ts';
import { csv } from './files.ts';

const codes = ({ quarantine }: ReturnType<typeof readAirReadings>) => quarantine.map(({ code, row }) => `${row} ${code}`);
const NOTHING = { pm25: null, pm10: null, so2: null, no2: null, co: null, o3: null, dustfall: null, aqi: null };

describe('readAirReadings', () => {
  it.each([
    ['监测点编码,日期,PM2.5,PM10,SO2,NO2,CO,O3,降尘,AQI', '2160A,2024-10-01,35,70,10,20,1.1,80,6.5,52'],
    ['站点编码,监测日期,PM₂.₅（μg/m³）,pm10(ug/m3),二氧化硫(微克/立方米),NO2浓度,一氧化碳(mg/m³),O3_8h,降尘量,aqi', '2160A,2024年10月1日,35,70,10,20,1.1,80,6.5,52'],
    ['station_code,date,pm25,pm10,so2,no2,co(ug/m3),o3,dustfall,AQI', '2160A,20241001,35,70,10,20,1100,80,6.5,52'],
  ])('reads %s', (header, row) => {
    const { accepted, quarantine } = readAirReadings(csv(header, row));
    expect(quarantine).toEqual([]);
    expect(accepted).toMatchObject([
      { stationCode: '2160A', day: '2024-10-01', values: { pm25: 35, pm10: 70, so2: 10, no2: 20, co: 1100, o3: 80, dustfall: 6.5, aqi: 52 }, source: { file: 'ledger.csv', row: 1 } },
    ]);
  });

  it.each(['2024-11', '2024/11', '2024年11月', '2024.11'])('reads the month %s', (month) => {
    expect(readAirReadings(csv('编码,站点编码,月份,降尘', `x,2160A,${month},7`)).accepted).toMatchObject([{ day: '2024-11', values: { ...NOTHING, dustfall: 7 } }]);
  });

  it('leaves a blank cell unread and keeps the original', () => {
    const [one] = readAirReadings(csv('站点编码,日期,PM2.5,SO2', '2160A,2024-10-01,,—')).accepted;
    expect(one?.values).toEqual(NOTHING);
    expect(one?.original).toEqual({ 站点编码: '2160A', 日期: '2024-10-01', 'PM2.5': '', SO2: '—' });
  });

  it('sets aside what has no station or day, or a value that is none', () => {
    const read = readAirReadings(csv('站点编码,日期,PM2.5', ',2024-10-01,1', 'a,,1', 'a,2024-13,1', 'a,2024-00,1', 'a,2024-02-30,1', 'a,soon,1', 'a,2024-10-01,x', 'a,2024-10-01,-999'));
    expect(codes(read)).toEqual([
      '1 code-missing', '2 reading-day-missing', '3 reading-day-unreadable', '4 reading-day-unreadable', '5 reading-day-unreadable', '6 reading-day-unreadable',
      '7 number-unreadable', '8 number-negative',
    ]);
    expect(read.quarantine[2]).toMatchObject({ column: '日期', value: '2024-13' });
  });

  it('keeps two rows of one station on one day, and says when they disagree', () => {
    const { accepted, messages } = readAirReadings(csv('站点编码,日期,PM2.5', 'a,2024-10-01,30', 'a,2024-10-01,30', 'b,2024-10-01,31', 'a,2024-10-02,32', 'a,2024-10-01,33'));
    expect(accepted).toHaveLength(5);
    expect(messages.filter(({ code }) => code === 'readings-disagree').map(({ params }) => params)).toEqual([
      { file: 'ledger.csv', station: 'a', day: '2024-10-01', row: 1, otherRow: 5 },
    ]);
  });
});
