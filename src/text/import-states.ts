import type { Lang } from './lang.ts';

/** Words for what happens to files beyond what is in them; sentences about their content are problems (`messages.ts`). */
export interface ImportStates {
  readonly broken: Readonly<Record<'reader-died' | 'reader-silent' | 'file-gone', string>>;
  readonly saving: Readonly<Record<'nothing' | 'pending' | 'saved' | 'storage-full' | 'storage-refused', string>>;
  readonly lost: (files: string) => string;
  /** Why a file is taken for what it is; `by` are columns, shapes or a word of its name. */
  readonly guess: Readonly<Record<'columns' | 'shapes' | 'mark' | 'file-name' | 'nothing', (by: string) => string>>;
  readonly pasted: string;
  readonly quarantineFile: (stem: string) => string;
  readonly mappingFile: (stem: string) => string;
}

export const importStates: Readonly<Record<Lang, ImportStates>> = {
  zh: {
    broken: {
      'reader-died': '读取这个文件时内存不足或出错，已停止；页面上原有的数据不受影响。请把文件拆小，或只保留需要的工作表后再试。',
      'reader-silent': '读取这个文件时长时间没有反应，已停止；页面上原有的数据不受影响。可以再试一次，或把文件拆小。',
      'file-gone': '文件已不在原处或已被改动，无法读取。请重新选择这个文件。',
    },
    saving: {
      nothing: '尚未导入数据。',
      pending: '正在把导入的文件存到本机浏览器……',
      saved: '导入的文件已存在本机浏览器中，刷新或意外关闭后仍在。',
      'storage-full': '浏览器的存储空间已满，导入的文件没有存下：刷新后会丢失。请保存项目文件。',
      'storage-refused': '浏览器不允许存储，导入的文件没有存下：刷新后会丢失。请保存项目文件。',
    },
    lost: (files) => `上次导入的文件无法恢复：${files}。现在显示的是内置示例，请重新导入。`,
    guess: {
      columns: (by) => `根据列名判断：${by}`,
      shapes: (by) => `根据图形类型判断：${by}`,
      mark: (by) => `文件内有标记：${by}`,
      'file-name': (by) => `根据文件名判断：${by}`,
      nothing: () => '内容和文件名都看不出是哪一类数据',
    },
    pasted: '粘贴的表格.txt',
    quarantineFile: (stem) => `${stem}-待改行.csv`,
    mappingFile: (stem) => `${stem}-列对应.json`,
  },
  en: {
    broken: {
      'reader-died': 'Reading this file ran out of memory or failed, and was stopped; the data on the page is untouched. Split the file, or keep only the sheet you need, and try again.',
      'reader-silent': 'Reading this file gave no sign of life for a long time, and was stopped; the data on the page is untouched. Try again, or split the file.',
      'file-gone': 'The file is no longer there, or has been changed, and can’t be read. Choose it again.',
    },
    saving: {
      nothing: 'Nothing has been imported yet.',
      pending: 'Keeping the imported files in this browser …',
      saved: 'The imported files are kept in this browser and survive a reload or a crash.',
      'storage-full': 'The browser’s storage is full: the imported files are not kept and will be gone after a reload. Save a project file.',
      'storage-refused': 'The browser refuses to store anything: the imported files are not kept and will be gone after a reload. Save a project file.',
    },
    lost: (files) => `Files imported earlier could not be brought back: ${files}. The embedded sample is shown; import them again.`,
    guess: {
      columns: (by) => `By its columns: ${by}`,
      shapes: (by) => `By its shapes: ${by}`,
      mark: (by) => `By a mark in the file: ${by}`,
      'file-name': (by) => `By its file name: ${by}`,
      nothing: () => 'Neither content nor name tells what kind of data it is',
    },
    pasted: 'pasted-table.txt',
    quarantineFile: (stem) => `${stem}-to-mend.csv`,
    mappingFile: (stem) => `${stem}-columns.json`,
  },
};
