import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Machine } from './find-chromium.ts';

/** Reads the facts that decide which browser to use; changes nothing. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    hasApt: which('apt-get') !== null,
    which,
    exists: isFile,
    playwrightPath: playwrightPath(),
    hasChineseFont: hasChineseFont(),
  };
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Ubuntu's `chromium-browser` may be a note that asks for a snap: on Linux only what answers counts. */
function which(program: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const path = folders.map((folder) => join(folder, program)).find(isFile);
  if (path === undefined) return null;
  return process.platform !== 'linux' || spawnSync(path, ['--version']).status === 0 ? path : null;
}

/** Playwright throws on a platform that it has no browser for. */
function playwrightPath(): string | null {
  try {
    return chromium.executablePath();
  } catch {
    return null;
  }
}

function hasChineseFont(): boolean | null {
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return list.status === 0 ? list.stdout.trim() !== '' : null;
}
