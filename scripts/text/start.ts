/** What `npm start` says. */
export const startText = {
  building: '正在构建网页…… Building the page…',
  ready: (address: string) =>
    `\n禁煤图已就绪，请在浏览器中打开 The coal-ban map is ready, open:\n\n    ${address}\n\n按 Ctrl+C 结束 Ctrl+C stops it.`,
} as const;
