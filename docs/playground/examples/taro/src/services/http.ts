import Taro from "@tarojs/taro";

interface Options {
  readonly path: string;
  readonly data?: object;
}

export async function http<T>({ path, data = {} }: Options): Promise<T> {
  const reply = await Taro.request<T>({ url: `${API_HOST}${path}`, data });
  return reply.data;
}
