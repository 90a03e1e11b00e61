import type { Config } from 'candor-consent';
import { translator } from '../../site/translator.js';
import { confirmReplace } from './confirm.js';
import { keepDraft, readDraft } from './draft.js';
import { createEditor } from './editor.js';
import { byId } from './element.js';
import { EXAMPLES, type Example } from './examples.js';
import { download, mountFiles } from './files.js';
import { mountNotices, type Notice } from './notices.js';
import { mountPreview } from './preview-pane.js';
import { mountProblems, type Problem } from './problems-pane.js';
import { readingNotice, sizeNotice, undoLabel, type Remedies } from './reading-notice.js';
import { findingWords } from './reading/finding-words.js';
import { locateFindings } from './reading/locate-findings.js';
import { recognise, type Reading } from './reading/recognise.js';
import { scriptTag } from './reading/script-tag.js';
import { packLink, unpackLink } from './reading/share-link.js';
import { syntaxWords } from './syntax-words.js';

const text = translator(
  {
    editor: 'Config, JSON',
    close: 'Close',
    example: 'The example has taken the place of your text.',
    opened: '{name} is open.',
    'opened.link': 'The config of the link is open.',
    'opened.draft': 'Your own text of before is one undo away.',
    'too-large': '{name} is larger than 10 MB, and no config is. It was not opened.',
    'no-text': '{name} is no text. Open a .json or .yaml file.',
    'link.broken': 'The link is damaged.',
    'link.broken.text':
      'Its config cannot be read; perhaps it was cut on the way. Ask for it again. Here is an example instead.',
    'link.too-large': 'The link holds more than a config can.',
    'link.too-large.text': 'It was not opened. Here is an example instead.',
    downloaded: 'consent.json is downloaded.',
    'downloaded.broken': 'consent.json is downloaded as it is; it still has mistakes.',
    copied: 'The script tag is copied. Put it into <head>, before anything it should hold back.',
    'copied.link': 'The link is copied. It holds the whole config; no server sees it.',
    'copy.broken': 'Not copied: mend the JSON first.',
    'copy.refused': 'The browser does not let this page copy. The link stands in the address bar.',
    'copy.refused.tag': 'The browser does not let this page copy. Download consent.json, and point data-config at it.',
    'share.large': 'The config is too large for a link. Download it instead.',
    unreadable: 'This text cannot be read.',
    'unreadable.text': 'Its brackets are nested too deeply. A config is six levels deep at most.',
  },
  {
    editor: '配置（JSON）',
    close: '关闭',
    example: '示例已替换您的文本。',
    opened: '已打开 {name}。',
    'opened.link': '已打开链接中的配置。',
    'opened.draft': '撤销一次即可恢复您之前的文本。',
    'too-large': '{name} 超过 10 MB，不可能是配置文件，未打开。',
    'no-text': '{name} 不是文本文件。请打开 .json 或 .yaml 文件。',
    'link.broken': '链接已损坏。',
    'link.broken.text': '无法读取其中的配置，可能在传送时被截断。请重新获取链接。现在显示的是示例。',
    'link.too-large': '链接中的内容超出配置的大小。',
    'link.too-large.text': '未打开该内容。现在显示的是示例。',
    downloaded: '已下载 consent.json。',
    'downloaded.broken': '已按原样下载 consent.json，其中仍有错误。',
    copied: '已复制脚本标签。请放入 <head>，并置于需要拦截的内容之前。',
    'copied.link': '已复制链接。链接包含完整配置，不经过任何服务器。',
    'copy.broken': '未复制：请先修正 JSON。',
    'copy.refused': '浏览器不允许本页复制。链接已显示在地址栏中。',
    'copy.refused.tag': '浏览器不允许本页复制。请下载 consent.json，并用 data-config 指向它。',
    'share.large': '配置过大，无法放入链接。请改为下载。',
    unreadable: '无法读取这段文本。',
    'unreadable.text': '括号嵌套过深。配置最多只有六层。',
  },
);

/** From this size on a text is told to be large, and is not checked while somebody types; in UTF-16 units. */
const REMARKABLE = 100_000;
const LARGE = 500_000;
/** After the last key, in ms. */
const PAUSE = 200;

const pageLocale = document.documentElement.lang;
const isChinese = pageLocale.startsWith('zh');
const FIRST: Example = EXAMPLES[isChinese ? 'chinese-cloud' : 'europe-and-china']!;

const news = mountNotices('news', text('close'));
const remarks = mountNotices('reading');
const result = byId('action-result', HTMLElement);
const preview = mountPreview(pageLocale);

const shared = await unpackLink(location.hash);
const draftText = readDraft();
const editor = createEditor({
  parent: byId('editor', HTMLElement),
  text: draftText ?? FIRST.text,
  label: text('editor'),
  describedBy: 'editor-hint',
  isChinese,
  onChange: changed,
});
/** What was opened last, by example, file or link: losing it loses nothing. */
let opened = draftText === undefined ? FIRST.text : '';
/** What has been downloaded or shared: leaving the page loses nothing. */
let saved = opened;
const draft = keepDraft(() => editor.text);
const problems = mountProblems((problem) => editor.jump(problem));

/** Counts the changes, so that an answer about an older text is not taken for one about this. */
let version = 0;
let timer = 0;

function changed(): void {
  version += 1;
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    draft.update();
    // A link in the address bar would bring back an older text.
    if (location.hash.startsWith('#config=') && editor.text !== saved) {
      history.replaceState(null, '', location.pathname + location.search);
    }
    void check();
  }, PAUSE);
}

/** Looks at the text: what it is, what is wrong with it, and what a visitor would see. */
async function check(evenIfLarge = false): Promise<void> {
  const { length } = editor;
  if (length >= LARGE && !evenIfLarge) {
    remarks.show(sizeNotice(length, () => void check(true)));
    problems.unchecked('large');
    editor.mark([]);
    preview.keep();
    return;
  }
  const started = version;
  const whole = editor.text;
  // A remedy is for the text that was looked at, never for one that was written on since.
  const remedies: Remedies = {
    replace: (next, said) => (started === version ? replace(next, said) : void check()),
  };
  try {
    const reading = await recognise(whole);
    const found = await judge(reading, whole);
    if (started !== version) return;
    showExamples(whole);
    remarks.show(readingNotice(reading, remedies) ?? (length >= REMARKABLE ? sizeNotice(length) : undefined));
    editor.mark(found);
    if (reading.kind === 'json' || found.length) problems.show(whole, found);
    else problems.unchecked('other');
    const isUsable = reading.kind === 'json' && !found.some(({ severity }) => severity === 'error');
    if (isUsable) preview.show(reading.value as Config);
    else preview.keep();
  } catch {
    // Nested deeper than any reader follows.
    if (started !== version) return;
    remarks.show({ title: text('unreadable'), text: text('unreadable.text') });
    editor.mark([]);
    problems.unchecked('other');
    preview.keep();
  }
}

async function judge(reading: Reading, whole: string): Promise<Problem[]> {
  if (reading.kind === 'broken' || reading.kind === 'relaxed') {
    const { offset, length } = reading.problem;
    return [{ offset, length, severity: 'error', message: syntaxWords(reading.problem) }];
  }
  if (reading.kind !== 'json') return [];
  const { lintConfig } = await import('candor-consent/lint');
  return locateFindings(whole, lintConfig(reading.value)).map(({ path, offset, length, severity, message }) => ({
    path,
    offset,
    length,
    severity,
    message: findingWords(message, isChinese),
  }));
}

function showExamples(whole: string): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-example]')) {
    const { example = '' } = button.dataset;
    const isShown = EXAMPLES[example]?.text === whole;
    button.setAttribute('aria-pressed', String(isShown));
    byId(`example-${example}`, HTMLElement).hidden = !isShown;
  }
}

/** Another text in place of the visitor's, which one undo brings back. */
function replace(next: string, said: Notice): void {
  editor.replace(next);
  const undo = { label: undoLabel(), run: () => (news.show(), editor.undo()) };
  news.show({ ...said, actions: [undo] });
}

const isEdited = (): boolean => editor.text !== opened && editor.text.trim() !== '';

async function open(next: string, said: Notice | undefined, example?: Example): Promise<void> {
  const edited = isEdited();
  if (edited && next !== editor.text && !(await confirmReplace())) return;
  if (example) preview.visitFrom(example.region, example.locale ?? pageLocale);
  if (edited && said) replace(next, said);
  else {
    editor.replace(next);
    news.show(example ? undefined : said);
  }
  opened = saved = next;
}

async function openLink(unpacked: Awaited<ReturnType<typeof unpackLink>>): Promise<void> {
  if (!unpacked) return;
  if ('text' in unpacked) return open(unpacked.text, { title: text('opened.link') });
  const { problem } = unpacked;
  news.show({ title: text(`link.${problem}`), text: text(`link.${problem}.text`) });
}

for (const button of document.querySelectorAll<HTMLElement>('[data-example]')) {
  button.addEventListener('click', () => {
    const example = EXAMPLES[button.dataset['example'] ?? ''];
    if (example) void open(example.text, { title: text('example') }, example);
  });
}

mountFiles((file) => {
  const { name } = file;
  if ('problem' in file) news.show({ title: text(file.problem, { name }) });
  else void open(file.text, { title: text('opened', { name }) });
});

byId('download', HTMLButtonElement).addEventListener('click', () => {
  download('consent.json', editor.text);
  saved = editor.text;
  result.textContent = text(isJson() ? 'downloaded' : 'downloaded.broken');
});

function isJson(): boolean {
  try {
    JSON.parse(editor.text);
    return true;
  } catch {
    return false;
  }
}

const copy = (words: string): Promise<boolean> =>
  (navigator.clipboard?.writeText(words) ?? Promise.reject(new Error())).then(
    () => true,
    () => false,
  );

byId('copy-tag', HTMLButtonElement).addEventListener('click', () => {
  if (!isJson()) return void (result.textContent = text('copy.broken'));
  void copy(scriptTag(editor.text)).then((isCopied) => {
    result.textContent = text(isCopied ? 'copied' : 'copy.refused.tag');
  });
});

byId('share', HTMLButtonElement).addEventListener('click', async () => {
  const whole = editor.text;
  const hash = await packLink(whole);
  if (!hash) return void (result.textContent = text('share.large'));
  saved = whole;
  history.replaceState(null, '', hash);
  result.textContent = text((await copy(location.href)) ? 'copied.link' : 'copy.refused');
});

addEventListener('hashchange', () => void unpackLink(location.hash).then(openLink));
addEventListener('beforeunload', (event) => {
  if (!draft.isKept && editor.text !== saved && editor.text.trim()) event.preventDefault();
});

if (shared && 'text' in shared) {
  // A draft is not asked about here: it lies beneath the link's text.
  if (draftText !== undefined && draftText !== shared.text)
    replace(shared.text, { title: text('opened.link'), text: text('opened.draft') });
  else editor.replace(shared.text);
  opened = saved = shared.text;
} else {
  if (draftText === undefined) preview.visitFrom(FIRST.region, FIRST.locale ?? pageLocale);
  await openLink(shared);
}
await check();
