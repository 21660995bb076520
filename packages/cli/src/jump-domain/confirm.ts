import type { Localized } from "@wx-domain/core";
import { checkHost, readConfirmFile, TLS_FAULT_TEXTS, type ConfirmFile, type Context, type HostCheck, type PlatformAccess } from "@wx-domain/loader";
import type { CommandContext, Given } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { readHosts, refuseBadHosts } from "./hosts.ts";

/** `jump-domain confirm-file`: what the hosts have to serve, and whether they do. */
export async function confirmFile(
  words: readonly string[],
  access: PlatformAccess,
  context: Context,
  { locale, terminal }: CommandContext,
  { switches }: Given,
): Promise<ExitCode> {
  const hosts = words.length === 0 ? [] : readHosts(words);
  refuseBadHosts(hosts);
  const file = await readConfirmFile(access, context);
  const checks = await Promise.all(hosts.map(async (host) => ({ host, ...(await checkHost(host, file, context)) })));
  const isGood = checks.every((check) => check.kind === "served");
  if (switches.has("json")) {
    await terminal.print(JSON.stringify({ file, hosts: checks }));
    return isGood ? EXIT.clean : EXIT.findings;
  }
  await terminal.print(FILE(file)[locale]);
  for (const { host, ...check } of checks) {
    const mark = check.kind === "served" ? terminal.style.good("✓") : terminal.style.bad("✗");
    await terminal.print(`${mark} ${host}: ${describe(check, file)[locale]}`);
  }
  return isGood ? EXIT.clean : EXIT.findings;
}

const FILE = ({ name, content }: ConfirmFile): Localized => ({
  en: `Each host must serve https://HOST/${name} with exactly this content, and no newline after it:\n  ${content}`,
  "zh-CN": `每个域名的 https://域名/${name} 必须返回且仅返回以下内容（末尾无换行）：\n  ${content}`,
});

const CONTENT: Readonly<Record<(HostCheck & { kind: "wrong-content" })["what"], Localized>> = {
  blank: { en: "serves the content with blanks or a newline around it: upload the file as it was downloaded", "zh-CN": "内容前后多了空白或换行：请原样上传文件" },
  html: { en: "serves an HTML page instead: let the server answer this path with the file before it falls back to the app", "zh-CN": "返回的是 HTML 页面：请让服务器优先返回该文件，而不是回退到单页应用" },
  empty: { en: "serves an empty file: upload it again", "zh-CN": "返回空文件：请重新上传" },
  other: { en: "serves another content: it may be another platform's file, or an older one", "zh-CN": "返回了其他内容：可能是其他平台的或旧的校验文件" },
};

function describe(check: HostCheck, { name }: ConfirmFile): Localized {
  switch (check.kind) {
    case "served":
      return { en: "serves the file", "zh-CN": "校验文件正确" };
    case "wrong-content":
      return CONTENT[check.what];
    case "redirect":
      return {
        en: `redirects (HTTP ${String(check.status)}) to ${check.to === "" ? "nowhere" : check.to}: WeChat wants the file itself at this address`,
        "zh-CN": `跳转（HTTP ${String(check.status)}）到 ${check.to === "" ? "空地址" : check.to}：必须直接在该地址返回文件`,
      };
    case "status":
      return {
        en: `answers HTTP ${String(check.status)}: put ${name} into the root folder of the site`,
        "zh-CN": `返回 HTTP ${String(check.status)}：请将 ${name} 放到网站根目录`,
      };
    case "untrusted":
      return {
        en: `${TLS_FAULT_TEXTS[check.fault].en} (${check.detail}): renew it, or serve the whole chain`,
        "zh-CN": `${TLS_FAULT_TEXTS[check.fault]["zh-CN"]}（${check.detail}）：请更新证书或补全证书链`,
      };
    case "unreachable":
      return {
        en: `can't be reached (${check.detail}): check its DNS entry and that port 443 is open`,
        "zh-CN": `无法连接（${check.detail}）：请检查 DNS 解析以及 443 端口`,
      };
    case "timed-out":
      return { en: "did not answer in time: check that port 443 is open", "zh-CN": "未在时限内应答：请检查 443 端口是否开放" };
  }
}
