const DIGITS: Readonly<Record<string, string>> = { '〇': '0', 零: '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' };

/** Numbers up to 99, as months and days are written: 十, 十一, 二十, 三十一. */
const TENS = /([二三四五六七八九]?)十([一二三四五六七八九]?)/gu;

/** A date in Han numerals in digits: 二〇二四年十月三十一日 is 2024年10月31日. */
export function withDigits(date: string): string {
  if (!/[〇零一二三四五六七八九十]/u.test(date)) return date;
  const tens = date.replace(TENS, (_, ten: string, one: string) => `${DIGITS[ten] ?? '1'}${DIGITS[one] ?? '0'}`);
  return tens.replace(/[〇零一二三四五六七八九]/gu, (digit) => DIGITS[digit] ?? digit);
}
