const config = JSON.parse(document.querySelector('#candor-config').text);

for (const frame of document.querySelectorAll('iframe')) {
  const frames = 'frames' in frame.dataset;
  frame.srcdoc = `<!doctype html>
    <html lang="{{ lang }}">
      <meta charset="utf-8" />
      <meta name="color-scheme" content="light dark" />
      <title>${frames ? '{{ t.with }}' : '{{ t.without }}'}</title>
      <script type="application/json" id="candor-config">${JSON.stringify({ ...config, frames })}<\/script>
      <script src="/candor/candor.js"><\/script>
      <p style="font: 16px system-ui">{{ t.state }} <output>{{ t.off }}</output></p>
      <script>
        const output = document.querySelector('output');
        candor.gate('analytics', () => {
          output.value = '{{ t.on }}';
          return () => (output.value = '{{ t.off }}');
        });
      <\/script>
    </html>`;
}
