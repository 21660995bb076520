export const BASE = "http://localhost:3000";
export const TEST = "https://203.0.113.7";
export const LAN = "http://192.168.1.10:8080";
