export const API = "https://api.example.com";
export const FILES = "https://files.example.com";
