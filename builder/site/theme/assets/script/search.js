// Search without a server, a worker or a fetch, so that it also works from a folder: the words of all pages are one
// script (search/words.js, made by builder/site/finish.py) that is loaded when search is first opened.
(function () {
  "use strict";
  const base = new URL("../../", document.currentScript.src);
  const likeness = (window.likeness = window.likeness || {});
  const dialog = document.querySelector("dialog.search");
  if (!dialog || !dialog.showModal) return document.querySelectorAll(".search-open").forEach((b) => b.remove());
  const input = dialog.querySelector("input");
  const said = dialog.querySelector(".search-said");
  const found = dialog.querySelector(".search-found");
  const SHOWN = 20;

  // Particles that stand at the end of a Korean word, the longest first. 사진을, 사진에서는 -> 사진.
  const PARTICLES = (
    "에게서는 으로부터 에서부터 이라도 한테서 에게서 에서는 에서도 으로는 으로도 이라는 이라고 께서 까지 부터 에서 에게 한테 으로 " +
    "처럼 보다 마다 조차 마저 밖에 이나 이랑 하고 이란 라는 라고 에는 에도 와는 과는 들을 들이 들은 들의 " +
    "을 를 이 가 은 는 에 의 도 만 로 와 과 나 랑 들"
  ).split(" ");
  const HANGUL = /[가-힣]/;

  // There is no dictionary here, but there are the pages: what stands in them with a particle behind it is a noun.
  // So 동의 is not 동 + 의 (the pages say 동의를), and 나이 is not 나 + 이 (they say 나이가).
  function isNoun(word) {
    const used = new RegExp(`(?:^|[^가-힣])${word}(?:${PARTICLES.join("|")})(?![가-힣])`);
    return likeness.pages.some((entry) => used.test(entry.plain) || used.test(entry.head));
  }

  function stem(word) {
    if (!HANGUL.test(word)) return word.replace(/^([a-z]{3,}?)(?:'s|s)$/, "$1");
    const rests = PARTICLES.filter((p) => word.length > p.length && word.endsWith(p)).map((p) => word.slice(0, -p.length));
    const long = rests.filter((rest) => rest.length > 1); // the shortest first, as the particles are the longest first
    return long.find(isNoun) || (isNoun(word) && word) || rests.find(isNoun) || long[0] || word;
  }

  function plain(text) {
    return text.normalize("NFC").toLowerCase();
  }

  function tokens(query) {
    return [...new Set(plain(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean))].map((word) => ({ word, stem: stem(word) }));
  }

  // Where `needle` stands in `text`. English and single syllables count only at the start of a word.
  function place(text, needle) {
    const anywhere = HANGUL.test(needle) && needle.length > 1;
    let at = text.indexOf(needle);
    while (at > 0 && !anywhere && /[\p{L}\p{N}]/u.test(text[at - 1])) at = text.indexOf(needle, at + 1);
    return at;
  }

  function worth(entry, token) {
    let points = 0;
    for (const [text, weight] of [[entry.page, 3], [entry.head, 6], [entry.plain, 1]]) {
      if (place(text, token.stem) < 0) continue;
      points += place(text, token.word) < 0 ? weight : weight * 1.5;
    }
    return points;
  }

  function look(query) {
    const wanted = tokens(query);
    const scored = likeness.pages.map((entry) => {
      const points = wanted.map((token) => worth(entry, token));
      return { entry, all: points.every((p) => p > 0), sum: points.reduce((a, b) => a + b, 0) };
    }).filter((hit) => hit.sum > 0);
    const full = scored.filter((hit) => hit.all);
    return { wanted, hits: (full.length ? full : scored).sort((a, b) => b.sum - a.sum).map((hit) => hit.entry) };
  }

  function marked(text, wanted) {
    const line = document.createElement("span");
    line.className = "snippet";
    const lower = plain(text);
    const places = wanted.map((t) => [place(lower, t.stem), t.stem.length]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0]);
    const [at, length] = places[0] || [0, 0];
    const from = at > 50 ? text.indexOf(" ", at - 50) + 1 : 0;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(at, at + length);
    line.append((from ? "… " : "") + text.slice(from, at), ...(length ? [mark] : []), text.slice(at + length, at + 110) + (text.length > at + 110 ? " …" : ""));
    return line;
  }

  function item(entry, wanted) {
    const li = document.createElement("li");
    const a = document.createElement("a");
    const name = document.createElement("strong");
    name.textContent = entry.title && entry.title !== entry.name ? `${entry.name}: ${entry.title}` : entry.name;
    a.href = new URL(entry.url, base);
    a.addEventListener("click", () => dialog.close());
    a.append(name, marked(entry.text, wanted));
    li.append(a);
    return li;
  }

  function answer() {
    const query = input.value.trim();
    found.replaceChildren();
    said.textContent = "";
    if (!likeness.pages || !query) return;
    const { wanted, hits } = look(query);
    if (!wanted.length) return;
    found.append(...hits.slice(0, SHOWN).map((entry) => item(entry, wanted)));
    const words = dialog.dataset;
    const sentence = !hits.length ? words.none : hits.length === 1 ? words.one : hits.length > SHOWN ? words.first : words.many;
    const counts = { all: hits.length, n: Math.min(hits.length, SHOWN), q: query };
    said.textContent = sentence.replace(/\{(all|n|q)\}/g, (gap, name) => counts[name]);
  }

  // words.js calls this; so does the fallback for the bare engine, which leaves its own index instead.
  likeness.learn = function (sections) {
    const names = {};
    for (const [url, title] of sections) if (!url.includes("#")) names[url] = title;
    likeness.pages = sections.filter(([, , text]) => text).map(([url, title, text]) => {
      const name = names[url.split("#")[0]] || title;
      return { url, title, name, text, page: plain(name), head: plain(title), plain: plain(text) };
    });
    answer();
  };

  function bareIndex() {
    const text = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/\s+/g, " ").trim();
    return fetch(new URL("search/search_index.json", base)).then((reply) => reply.json())
      .then((index) => likeness.learn(index.docs.map((d) => [d.location, text(d.title), text(d.text)])));
  }

  let asked = false;
  function load() {
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = new URL("search/words.js", base);
    script.onerror = () => bareIndex().catch(() => { said.textContent = dialog.dataset.failed; });
    document.head.append(script);
  }

  document.querySelectorAll(".search-open").forEach((button) => button.addEventListener("click", () => {
    load();
    dialog.showModal();
    input.focus();
  }));
  dialog.querySelector(".search-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  // One press closes; left to itself, the field would take the first one to empty itself.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  // Nothing that was looked for is left for the next pupil at this screen.
  dialog.addEventListener("close", () => { input.value = ""; answer(); });
  dialog.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  // A short rest after the last key, so that a screen reader hears one sentence and not one per letter.
  let rest = 0;
  input.addEventListener("input", () => { clearTimeout(rest); rest = setTimeout(answer, 150); });
})();
