/** What the set-up of the test browser says: Chinese first, then English. */
export const browserText = {
  found: (path: string) => `浏览器 browser: ${path}`,
  installing: (what: string) => `正在安装 installing: ${what}`,
  pathMissing: (path: string) =>
    `环境变量 CHROMIUM_PATH 指向的文件不存在：${path}。请改正或取消该变量。\n` +
    `CHROMIUM_PATH names a file that does not exist: ${path}. Correct the variable or unset it.`,
  browserRefused:
    '端到端测试需要 Chromium，本机没有，也未能自动安装。请安装 Chromium 或 Chrome，' +
    '或执行 npx playwright-core install chromium，或用环境变量 CHROMIUM_PATH 指明其路径，然后重试。\n' +
    'The end-to-end tests need Chromium; none was found and none could be installed. Install Chromium or Chrome, ' +
    'or run npx playwright-core install chromium, or name one in CHROMIUM_PATH, then try again.',
  fontRefused:
    '本机没有中文字体，截图测试会把汉字画成方框。请安装一种（Debian/Ubuntu:sudo apt-get install fontconfig fonts-wqy-microhei），然后重试。\n' +
    'No Chinese font was found, so Chinese would be drawn as boxes. Install one (Debian/Ubuntu: ' +
    'sudo apt-get install fontconfig fonts-wqy-microhei), then try again.',
} as const;
