/**
 * The programs that benchmarks run on: checkouts in the folder that WX_DOMAIN_CORPUS names, or else programs made here, always the same.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SOURCE = /\.(?:[mc]?js|jsx|[mc]?ts|tsx|vue)$/;
const NOT_SOURCE = /\.d\.[mc]?ts$|\.(?:test|spec)\.\w+$/;
const NEVER = new Set(["node_modules", "unpackage", "dist", "coverage", "cloudfunctions"]);

/** @typedef {{ name: string, folder: string }} Repository */

/**
 * Runs a benchmark on the corpus, and removes what was made for it.
 *
 * @param {(repositories: Repository[]) => void} run
 */
export function onCorpus(run) {
  const given = process.env["WX_DOMAIN_CORPUS"];
  if (given !== undefined && given !== "") {
    run(subfolders(given));
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "wx-domain-corpus-"));
  try {
    writeProgram(join(folder, "shop"), 400);
    run(subfolders(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function subfolders(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, folder: join(folder, name) }));
}

/**
 * The source files below a folder, as a scan sees them.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NEVER.has(entry.name) || entry.name.startsWith(".") ? [] : sourceFiles(path);
    return SOURCE.test(entry.name) && !NOT_SOURCE.test(entry.name) ? [path] : [];
  });
}

/**
 * Writes an app of `modules` modules that looks like a real one: a config, a request wrapper, an API module for each part of the
 * business, pages that call those, helpers that have nothing to do with the network.
 *
 * @param {string} folder
 * @param {number} modules
 */
export function writeProgram(folder, modules) {
  /** @param {string} path @param {string} text */
  const write = (path, text) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const parts = Math.max(1, Math.floor((modules - 3) / 4));
  write("app.json", JSON.stringify({ pages: Array.from({ length: parts }, (_, i) => `pages/part${String(i)}/index`) }));
  write("package.json", JSON.stringify({ name: "shop", private: true }));
  write("app.js", `App({\n  globalData: { api: "https://api.example.com", user: null },\n  onLaunch() {\n    this.globalData.started = Date.now();\n  },\n});\n`);
  write("config.js", `const env = "prod";\nconst HOSTS = { prod: "https://api.example.com", dev: "http://dev.example.cn:8080" };\nmodule.exports = { base: HOSTS[env], version: "v1" };\n`);
  write("utils/request.js", REQUEST);
  for (let i = 0; i < parts; i++) {
    write(`api/part${String(i)}.js`, apiModule(i));
    write(`pages/part${String(i)}/index.js`, pageModule(i, parts));
    write(`components/part${String(i)}.js`, componentModule(i));
    write(`utils/part${String(i)}.js`, helperModule(i));
  }
}

const REQUEST = `const { base } = require("../config");
function request(options) {
  const url = /^https?:/.test(options.url) ? options.url : base + options.url;
  return new Promise((resolve, reject) => {
    wx.request({
      ...options,
      url,
      header: { token: wx.getStorageSync("token"), ...options.header },
      success: (response) => (response.statusCode === 200 ? resolve(response.data) : reject(response)),
      fail: reject,
    });
  });
}
const get = (url, data) => request({ url, data, method: "GET" });
const post = (url, data) => request({ url, data, method: "POST" });
module.exports = { request, get, post };
`;

/** @param {number} i */
function apiModule(i) {
  const calls = Array.from({ length: 4 + (i % 9) }, (_, k) => {
    const url = k % 3 === 0 ? `"/part${String(i)}/list${String(k)}"` : `\`/part${String(i)}/\${id}/detail${String(k)}\``;
    return `export function load${String(k)}(id, query = {}) {\n  return ${k % 2 === 0 ? "get" : "post"}(${url}, { ...query, page: query.page || 1 });\n}`;
  });
  return `import { get, post } from "../utils/request";\n\n${calls.join("\n\n")}\n`;
}

/** @param {number} i @param {number} parts */
function pageModule(i, parts) {
  const other = (i * 7 + 1) % parts;
  const handlers = Array.from(
    { length: 5 + (i % 11) },
    (_, k) => `  onTap${String(k)}(event) {
    const { index, item } = event.currentTarget.dataset;
    const list = this.data.list.slice();
    if (list[index] && list[index].id === item.id) {
      list[index] = { ...list[index], selected: !list[index].selected, count: (list[index].count || 0) + ${String(k)} };
    } else if (format(item.price) === "0.00") {
      wx.showToast({ title: "缺货", icon: "none" });
      return;
    }
    this.setData({ list, total: list.reduce((sum, one) => sum + one.price * one.count, 0) });
  },`,
  );
  return `import { load0, load1 } from "../../api/part${String(i)}";
import { load2 } from "../../api/part${String(other)}";
import { format } from "../../utils/part${String(i)}";
const app = getApp();

Page({
  data: { list: [], total: 0, loading: false, query: { page: 1, size: 20 } },
  async onLoad(options) {
    this.setData({ loading: true });
    const list = await load0(options.id, this.data.query);
    const more = await load1(options.id);
    this.setData({ list: list.concat(more), loading: false });
    load2(options.id).then((detail) => this.setData({ detail }));
  },
  upload(path) {
    wx.uploadFile({ url: app.globalData.api + "/upload/${String(i)}", filePath: path, name: "file" });
  },
${handlers.join("\n")}
});
`;
}

/** @param {number} i */
function componentModule(i) {
  return `Component({
  properties: { value: { type: String, value: "" }, items: { type: Array, value: [] } },
  data: { open: false, active: ${String(i)} },
  observers: {
    items(items) {
      const groups = {};
      for (const item of items) (groups[item.kind] = groups[item.kind] || []).push(item);
      this.setData({ groups: Object.keys(groups).map((kind) => ({ kind, items: groups[kind] })) });
    },
  },
  methods: {
    toggle() {
      this.setData({ open: !this.data.open });
      this.triggerEvent("change", { open: this.data.open, value: this.data.value });
    },
    select(event) {
      this.setData({ active: event.currentTarget.dataset.index });
    },
  },
});
`;
}

/** @param {number} i */
function helperModule(i) {
  const helpers = Array.from(
    { length: 3 + (i % 6) },
    (_, k) => `export function pad${String(k)}(value, length = ${String(k + 2)}) {
  let text = String(value);
  while (text.length < length) text = "0" + text;
  return text;
}`,
  );
  return `export const format = (price) => (price / 100).toFixed(2);\n\n${helpers.join("\n\n")}\n`;
}
