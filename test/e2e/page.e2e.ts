import { describe, expect, it } from 'vitest';
import { DESKTOP, PHONE, accessibilityFaults, openApp, shoot, takeTrouble } from './harness.ts';

describe('the built page', () => {
  it.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ])('stands on a %s without a complaint', async (name, view) => {
    const page = await openApp(view);
    await page.waitForSelector('main');
    expect(await page.title()).toContain('禁煤图');
    expect(await page.getAttribute('html', 'lang')).toMatch(/^zh/);
    const overhangPx = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overhangPx, 'no sideways scrolling').toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, `page-${name}`);
  });

  it('is listened to: warnings, errors and uncaught exceptions are heard', async () => {
    const page = await openApp();
    const heard = page.context().waitForEvent('weberror');
    await page.evaluate(() => {
      console.warn('one');
      console.error('two');
      setTimeout(() => {
        throw new Error('three');
      });
    });
    await heard;
    expect(takeTrouble(page)).toEqual(['warning: one', 'error: two', 'uncaught: three']);
  });

  it('may not reach another host, whatever its code would ask for', async () => {
    const page = await openApp();
    const refused = await page.evaluate(async () => {
      const violated = () =>
        new Promise<string>((resolve) => {
          const options = { once: true };
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), options);
        });
      const byPicture = violated();
      new Image().src = 'https://example.org/tile.png';
      const directives = [await byPicture];
      const byFetch = violated();
      const answer = await fetch('https://example.org/').then(() => 'answered', () => 'refused');
      directives.push(await byFetch);
      return { directives, answer };
    });
    expect(refused).toEqual({ directives: ['img-src', 'connect-src'], answer: 'refused' });
    // The harness itself would have failed this test.
    expect(takeTrouble(page)).toContain('left the origin: https://example.org/tile.png');
  }, 20_000);
});
