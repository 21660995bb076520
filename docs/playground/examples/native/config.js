export const API = "https://api.example.com";
export const IMAGES = "https://img.example.com";
