import Taro, { useLoad } from "@tarojs/taro";
import { View, WebView } from "@tarojs/components";
import { useState } from "react";
import { http } from "../../services/http";

export default function Index() {
  const [name, setName] = useState("");

  useLoad(async () => {
    const user = await http<{ name: string }>({ path: "/v1/user" });
    setName(user.name);
    await Taro.request({ url: "https://api.example.com:8443/v1/log", method: "POST" });
  });

  return name === "" ? <WebView src="https://m.example.com/login" /> : <View>{name}</View>;
}
