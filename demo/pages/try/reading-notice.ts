import { translator } from '../../site/translator.js';
import { convertCookieConsent } from './reading/convert-cookieconsent.js';
import type { Reading } from './reading/recognise.js';
import { leftOutWords } from './left-out-words.js';
import type { Notice } from './notices.js';

/** What can be done about a text that is no config yet. */
export interface Remedies {
  /** Puts a text in place of the visitor's, and says so. */
  readonly replace: (text: string, said: Notice) => void;
}

const text = translator(
  {
    'yaml.title': 'This is YAML.',
    'yaml.text': 'Candor’s config is JSON, which says the same in other characters.',
    'yaml.action': 'Convert to JSON',
    'yaml.done': 'Converted from YAML.',
    'relaxed.title': 'Nearly JSON.',
    'relaxed.text':
      'Comments, trailing commas, single quotes or keys without quotes are fine in JavaScript, but browsers refuse them in JSON. Comments are lost on the way; keep one as a "note".',
    'relaxed.action': 'Make it JSON',
    'relaxed.done': 'Made JSON.',
    'html.title': 'This is HTML with a config in it.',
    'html.text': 'Only the JSON inside <script id="candor-config"> is needed here.',
    'html.action': 'Take out the config',
    'html.done': 'Taken out of the HTML.',
    'html.none': 'This is HTML without a config.',
    'html.none.text':
      'Looked for <script type="application/json" id="candor-config">. Paste the JSON alone, or choose an example above.',
    'cookieconsent.title': 'This is a config of vanilla-cookieconsent.',
    'cookieconsent.text':
      'Categories, services, texts, cookie and revision can be carried over; what cannot be is listed then.',
    'cookieconsent.action': 'Carry it over to Candor',
    'cookieconsent.done': 'Carried over from vanilla-cookieconsent.',
    'cookieconsent.left': 'Not carried over, or not as it was ({count}):',
    'cookieconsent.all': 'Everything found its place.',
    'klaro.title': 'This is a config of Klaro.',
    'klaro.text':
      'It cannot be carried over here. Klaro’s purposes are Candor’s categories, and its services are the services in them; an example above shows how they are written.',
    'size.title': 'This text is {size}.',
    'size.text': 'A config is a few kB. Is it the right file?',
    'size.unchecked':
      'A config is a few kB. A text this large is not checked while you type, so that typing stays quick.',
    'size.action': 'Check it now',
    undo: 'Undo',
  },
  {
    'yaml.title': '这是 YAML。',
    'yaml.text': 'Candor 的配置使用 JSON，内容相同，只是写法不同。',
    'yaml.action': '转换为 JSON',
    'yaml.done': '已从 YAML 转换。',
    'relaxed.title': '很接近 JSON。',
    'relaxed.text':
      '注释、多余的逗号、单引号或不加引号的键在 JavaScript 中可用，但浏览器在 JSON 中不接受。转换时注释会丢失；需要保留的请写成 "note"。',
    'relaxed.action': '改为 JSON',
    'relaxed.done': '已改为 JSON。',
    'html.title': '这是包含配置的 HTML。',
    'html.text': '这里只需要 <script id="candor-config"> 中的 JSON。',
    'html.action': '取出配置',
    'html.done': '已从 HTML 中取出。',
    'html.none': '这是 HTML，其中没有配置。',
    'html.none.text': '没有找到 <script type="application/json" id="candor-config">。请只粘贴 JSON，或在上方选择示例。',
    'cookieconsent.title': '这是 vanilla-cookieconsent 的配置。',
    'cookieconsent.text': '类别、服务、文本、Cookie 和版本号可以迁移；无法迁移的内容会逐项列出。',
    'cookieconsent.action': '迁移到 Candor',
    'cookieconsent.done': '已从 vanilla-cookieconsent 迁移。',
    'cookieconsent.left': '未迁移或有改动的内容（{count} 项）：',
    'cookieconsent.all': '所有内容均已迁移。',
    'klaro.title': '这是 Klaro 的配置。',
    'klaro.text':
      '此处无法自动迁移。Klaro 的 purposes 对应 Candor 的类别，services 对应类别中的服务；写法可参考上方示例。',
    'size.title': '这段文本有 {size}。',
    'size.text': '配置通常只有几 kB。请确认文件是否正确。',
    'size.unchecked': '配置通常只有几 kB。为保证输入流畅，这么大的文本不会随输入检查。',
    'size.action': '立即检查',
    undo: '撤销',
  },
);

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What the page says of a text that is something else than it should be, with a way out; none where all is well. */
export function readingNotice(reading: Reading, { replace }: Remedies): Notice | undefined {
  switch (reading.kind) {
    case 'yaml':
    case 'relaxed': {
      const { kind, value } = reading;
      const run = (): void => replace(asJson(value), { title: text(`${kind}.done`) });
      return {
        title: text(`${kind}.title`),
        text: text(`${kind}.text`),
        actions: [{ label: text(`${kind}.action`), run }],
      };
    }
    case 'html': {
      const { config } = reading;
      if (config === undefined) return { title: text('html.none'), text: text('html.none.text') };
      const run = (): void => replace(`${config}\n`, { title: text('html.done') });
      return { title: text('html.title'), text: text('html.text'), actions: [{ label: text('html.action'), run }] };
    }
    case 'cookieconsent': {
      const run = (): void => {
        const { config, leftOut } = convertCookieConsent(reading.value, reading.code);
        replace(asJson(config), {
          title: text('cookieconsent.done'),
          text: text(leftOut.length ? 'cookieconsent.left' : 'cookieconsent.all', { count: String(leftOut.length) }),
          items: leftOut.map(({ path, reason }) => [path, leftOutWords(reason)]),
        });
      };
      return {
        title: text('cookieconsent.title'),
        text: text('cookieconsent.text'),
        actions: [{ label: text('cookieconsent.action'), run }],
      };
    }
    case 'klaro':
      return { title: text('klaro.title'), text: text('klaro.text') };
    default:
      return undefined;
  }
}

function sizeWords(characters: number): string {
  const language = document.documentElement.lang;
  const [value, unit] = characters < 1_000_000 ? [characters / 1000, 'kilobyte'] : [characters / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

/** What the page says of a text that is larger than any config. */
export function sizeNotice(characters: number, check?: () => void): Notice {
  return {
    title: text('size.title', { size: sizeWords(characters) }),
    text: text(check ? 'size.unchecked' : 'size.text'),
    actions: check ? [{ label: text('size.action'), run: check }] : [],
  };
}

export const undoLabel = (): string => text('undo');
