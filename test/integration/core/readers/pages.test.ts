import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { readBytesAs, rowsOf, textsOf } from '../../../support/reading.ts';

it('a page gives its texts; its scripts do nothing and nothing it names is fetched', async () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  const page = `<!doctype html><html><head><base href="${origin}/"><link rel="stylesheet" href="a.css">
    <meta http-equiv="refresh" content="0;url=${origin}/next"><style>@import url(${origin}/b.css);</style>
    <script src="${origin}/c.js"></script><script>globalThis.wasHere = true;</script></head>
    <body onload="globalThis.wasHere = true" background="${origin}/d.png">
    <img src="${origin}/e.png" srcset="${origin}/f.png 2x"><iframe src="${origin}/g"></iframe>
    <object data="${origin}/h"></object><video src="${origin}/i"></video>
    <table><tr><td>项目名称</td><td>道路维修<img src="${origin}/j.png" alt="图"></td></tr></table>
    </body></html>`;
  expect(textsOf(rowsOf(await readBytesAs('网页.html', page)))).toEqual([['项目名称', '道路维修']]);
  server.close();
  expect(requests).toBe(0);
  expect('wasHere' in globalThis).toBe(false);
});

it('a saved piece of a page is read as one, also where it begins with a paragraph and calls itself a text', async () => {
  const piece = '<p>项目绩效目标表</p>\n<table><tr><td>项目名称</td><td>道路维修</td></tr></table>';
  for (const name of ['a.html', 'a.htm', 'a.txt', 'a.xls']) {
    expect(textsOf(rowsOf(await readBytesAs(name, piece)))).toEqual([['项目绩效目标表'], ['项目名称', '道路维修']]);
  }
});
