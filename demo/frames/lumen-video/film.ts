/** Stands for a film from somewhere else: being loaded is all it takes for its maker to know. */
const language = location.hash.slice(1) || 'en';
const isHall = new URLSearchParams(location.search).get('film') === 'hall';
const texts =
  language === 'zh-Hans'
    ? { play: '播放', pause: '暂停', source: '流明视频', title: isHall ? '法兰克福机房的一天' : '哈尔登轮渡的一天' }
    : {
        play: 'Play',
        pause: 'Pause',
        source: 'Lumen Video',
        title: isHall ? 'A day in the hall, Frankfurt' : 'A day of Halden Ferries',
      };

document.documentElement.lang = language;
const button = document.querySelector<HTMLButtonElement>('#play');
const label = document.querySelector<HTMLElement>('[data-text="play"]');
const source = document.querySelector<HTMLElement>('.source');
const title = document.querySelector('[data-text="title"]');

function show(isPlaying: boolean): void {
  document.body.classList.toggle('playing', isPlaying);
  if (label) label.textContent = isPlaying ? texts.pause : texts.play;
}

if (source) source.textContent = texts.source;
if (title) title.textContent = texts.title;
show(false);
button?.addEventListener('click', () => show(!document.body.classList.contains('playing')));

void fetch('/collect/embed/view', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ event: 'film loaded' }),
}).catch(() => undefined);

export {};
