import { describe, expect, test } from "vitest";
import { createAnalyzer } from "../../src/analysis/analyzer.ts";
import { memoryFiles } from "../../src/memory-files.ts";
import { repository } from "../idioms/idiom.ts";

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Of the first file: the element, what its report stands on, and the values that it can have. */
  readonly elements: readonly string[];
}

const A = "https://a.example.com";

function elementsOf(files: Readonly<Record<string, string>>): string[] {
  const [[name, text]] = Object.entries(files) as [[string, string]];
  const { calls, loads } = createAnalyzer(memoryFiles(repository(files))).file(`/repo/${name}`, text);
  const elements = [...calls.flatMap((call) => (call.kind === "element" ? [{ ...call, element: call.callee }] : [])), ...loads];
  return elements.map(({ element, urlSpan, values }) => `${element} ${text.slice(urlSpan.start, urlSpan.end)} = ${values.map(({ pattern }) => pattern).join(" | ")}`);
}

const page = (data: string, more = ""): string => `Page({ data: ${data}, ${more} });`;

const CASES: readonly Case[] = [
  { name: "a literal", files: { "a.wxml": `<web-view src="${A}/x" />` }, elements: [`<web-view> "${A}/x" = ${A}/x`] },
  { name: "quotes of either kind, and none", files: { "a.wxml": `<image src='http://a/1.png'/><image src=http://a/2.png />` }, elements: ["image 'http://a/1.png' = http://a/1.png", "image http://a/2.png = http://a/2.png"] },
  { name: "an attribute without value", files: { "a.wxml": `<web-view src></web-view>` }, elements: [] },
  { name: "an element that is none of these", files: { "a.wxml": `<navigator url="${A}" /><custom-image src="${A}" />` }, elements: [] },
  { name: "elements in comments and in wxs", files: { "a.wxml": `<!-- <web-view src="${A}"/> --><wxs module="m">var t = "<web-view src='x'/>"; if (1<2) {}</wxs><image src="/a.png"/>` }, elements: ['image "/a.png" = /a.png'] },
  { name: "every loading attribute", files: { "a.wxml": `<video poster="http://a/p.png" src="http://a/v.mp4"/><live-pusher url="rtmp://a/x"/>` }, elements: ['video "http://a/p.png" = http://a/p.png', 'video "http://a/v.mp4" = http://a/v.mp4', 'live-pusher "rtmp://a/x" = rtmp://a/x'] },
  { name: "a page's data", files: { "a.wxml": `<web-view src="{{url}}"/>`, "a.js": page(`{ url: "${A}/x" }`) }, elements: [`<web-view> "{{url}}" = ${A}/x`] },
  { name: "a component's data in TypeScript", files: { "a.wxml": `<web-view src="{{url}}"/>`, "a.ts": `Component({ data: { url: "${A}/x" as string } });` }, elements: [`<web-view> "{{url}}" = ${A}/x`] },
  { name: "what setData sets", files: { "a.wxml": `<web-view src="{{url}}"/>`, "a.js": page('{ url: "" }', `onLoad() { this.setData({ url: "${A}/set" }); }`) }, elements: [`<web-view> "{{url}}" = ${A}/set`] },
  { name: "a page's options are unknown", files: { "a.wxml": `<web-view src="{{url}}"/>`, "a.js": page('{ url: "" }', "onLoad(options) { this.setData({ url: decodeURIComponent(options.url) }); }") }, elements: ['<web-view> "{{url}}" = …'] },
  { name: "text around an expression", files: { "a.wxml": `<web-view src="{{host}}/x?id={{id}}"/>`, "a.js": page(`{ host: "${A}" }`) }, elements: [`<web-view> "{{host}}/x?id={{id}}" = ${A}/x?id=…`] },
  { name: "a choice", files: { "a.wxml": `<web-view src="{{test ? '${A}/t' : url}}"/>`, "a.js": page(`{ url: "${A}/u" }`) }, elements: [`<web-view> "{{test ? '${A}/t' : url}}" = ${A}/t | ${A}/u`] },
  { name: "members, with less-than beside", files: { "a.wxml": `<view wx:if="{{n<2}}">{{ n<b }}</view><web-view src="{{page.url}}"/>`, "a.js": page(`{ page: { url: "${A}/x" } }`) }, elements: [`<web-view> "{{page.url}}" = ${A}/x`] },
  { name: "constants of another module", files: { "a.wxml": `<web-view src="{{url}}"/>`, "config.js": `export const HOST = "${A}";`, "a.js": `import { HOST } from "./config";\nPage({ data: { url: HOST + "/x" } });` }, elements: [`<web-view> "{{url}}" = ${A}/x`] },
  { name: "items of a loop that a condition is about", files: { "a.wxml": `<block wx:for="{{list}}"><image wx:if="{{item.type === 'image'}}" src="{{item.src}}"/><video wx:elif="{{item.type === 'video'}}" src="{{item.src}}"/></block>`, "a.js": page(`{ list: [{ type: "image", src: "http://a/1" }, { type: "video", src: "http://a/2" }] }`) }, elements: ['image "{{item.src}}" = http://a/1', 'video "{{item.src}}" = http://a/2'] },
  { name: "a condition that nothing here makes hold", files: { "a.wxml": `<image wx:if="{{shown}}" src="{{src}}"/>`, "a.js": page(`{ shown: false, src: "http://a/1" }`) }, elements: ['image "{{src}}" = http://a/1'] },
  { name: "a condition that holds for no item that is here", files: { "a.wxml": `<block wx:for="{{list}}"><video wx:if="{{item.type === 'video'}}" src="{{item.src}}"/></block>`, "a.js": page(`{ list: [{ type: "image", src: "http://a/1" }] }`) }, elements: ['video "{{item.src}}" = …'] },
  { name: "a URL that is there, and a condition that is no expression", files: { "a.wxml": `<image wx:if="{{src}}" src="{{src}}"/><image wx:if="{{ a b }}" src="{{src}}"/>`, "a.js": page(`{ src: "http://a/1" }`) }, elements: ['image "{{src}}" = http://a/1', 'image "{{src}}" = http://a/1'] },
  { name: "conditions of Vue", files: { "a.vue": `<template><view v-for="one in list"><image v-if="one.kind === 1" :src="one.src"/><video v-else-if="one.kind === 2" :src="one.src"/></view></template><script>export default { data() { return { list: [{ kind: 1, src: "http://a/1" }, { kind: 2, src: "http://a/2" }] } } }</script>` }, elements: ['image "one.src" = http://a/1', 'video "one.src" = http://a/2'] },
  { name: "a loop's items", files: { "a.wxml": `<view wx:for="{{list}}"><image src="{{item.src}}"/></view><image wx:for="{{list}}" wx:for-item="one" src="{{one.src}}"/>`, "a.js": page(`{ list: [{ src: "http://a/1" }, { src: "http://a/2" }] }`) }, elements: ['image "{{item.src}}" = http://a/1 | http://a/2', 'image "{{one.src}}" = http://a/1 | http://a/2'] },
  { name: "a template's data come from elsewhere", files: { "a.wxml": `<template name="t"><image src="{{url}}"/></template>`, "a.js": page(`{ url: "${A}" }`) }, elements: ['image "{{url}}" = …'] },
  { name: "no script beside", files: { "a.wxml": `<web-view src="{{url}}"/>` }, elements: ['<web-view> "{{url}}" = …'] },
  { name: "code that is none", files: { "a.wxml": `<web-view src="{{a b}}"/>` }, elements: [] },
  { name: "Vue: a literal and options", files: { "a.vue": `<template><view><web-view :src="url"/><web-view src="${A}/l"></web-view></view></template>\n<script>\nexport default { data() { return { url: "${A}/x" } } }\n</script>` }, elements: [`<web-view> "url" = ${A}/x`, `<web-view> "${A}/l" = ${A}/l`] },
  { name: "Vue: computed and a template literal", files: { "a.vue": "<template><web-view v-bind:src=\"`${host}/x`\"/></template>\n<script>\nexport default { computed: { host() { return \"https://a.example.com\" } } }\n</script>" }, elements: [`<web-view> "\`\${host}/x\`" = ${A}/x`] },
  { name: "Vue: script setup, refs and constants", files: { "a.vue": `<template><web-view :src="url"/><web-view :src="HOST + '/y'"/></template>\n<script setup lang="ts">\nimport { ref } from "vue";\nconst HOST = "${A}";\nconst url = ref<string>("");\nurl.value = HOST + "/x";\n</script>` }, elements: [`<web-view> "url" = ${A}/x`, `<web-view> "HOST + '/y'" = ${A}/y`] },
  { name: "Vue: a loop, a slot and a prop", files: { "a.vue": `<template><image v-for="(one, i) in list" :key="i" :src="one"/><slot-list v-slot="{ url }"><image :src="url"/></slot-list><image :src="logo"/></template>\n<script>\nexport default { props: ["logo"], data: () => ({ list: ["http://a/1"], url: "http://a/2" }) }\n</script>` }, elements: ['image "one" = http://a/1', 'image "url" = …', 'image "logo" = …'] },
  { name: "Vue: what the build for WeChat leaves out", files: { "a.vue": `<template><view>\n<!-- #ifdef H5 -->\n<web-view src="${A}/h5"/>\n<!-- #endif -->\n<web-view src="${A}/x"/></view></template>` }, elements: [`<web-view> "${A}/x" = ${A}/x`] },
  { name: "mpx", files: { "a.mpx": `<template><web-view src="{{url}}"/></template>\n<script>\nimport { createPage } from "@mpxjs/core";\ncreatePage({ data: { url: "${A}/x" } });\n</script>` }, elements: [`<web-view> "{{url}}" = ${A}/x`] },
  { name: "wepy", files: { "a.wpy": `<template><web-view src="{{url}}"/></template>\n<script>\nimport wepy from "wepy";\nexport default class Page extends wepy.page { data = { url: "${A}/x" } }\n</script>` }, elements: [`<web-view> "{{url}}" = ${A}/x`] },
  { name: "JSX", files: { "a.jsx": `import { WebView, Image } from "@tarojs/components";\nconst URL = "${A}/x";\nexport default () => <View><WebView src={URL} /><Image src="http://a/1.png" /></View>;` }, elements: [`<web-view> {URL} = ${A}/x`, 'image "http://a/1.png" = http://a/1.png'] },
  { name: "TSX: what a parent hands in is unknown", files: { "a.tsx": "export const Page = ({ url }: { url: string }) => <WebView src={url} />;" }, elements: ["<web-view> {url} = …"] },
];

describe("what elements load", () => {
  test.each(CASES)("$name", ({ files, elements }) => {
    expect(elementsOf(files)).toEqual(elements);
  });
});

describe("the literal that a suggestion may replace", () => {
  test.each([
    { files: { "a.wxml": '<image src=" http://a/1.png "/>' } },
    { files: { "a.wxml": `<image src="{{small ? 'http://a/1.png' : ''}}"/>` } },
    { files: { "a.vue": `<template><image :src="'http://a/1.png'"/></template>` } },
    { files: { "a.vue": `<template><image :src="logo"/></template>\n<script>\nexport default { data: () => ({ logo: "http://a/1.png" }) }\n</script>` } },
  ])("$files", ({ files }) => {
    const [[name, text]] = Object.entries(files) as [[string, string]];
    const [load] = createAnalyzer(memoryFiles(repository(files))).file(`/repo/${name}`, text).loads;
    const literal = load?.values.find(({ literal: found }) => found !== undefined)?.literal;
    expect(text.slice(literal?.start, literal?.end)).toBe("http://a/1.png");
  });
});
