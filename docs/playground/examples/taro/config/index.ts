export default {
  sourceRoot: "src",
  defineConstants: { API_HOST: JSON.stringify("https://api.example.com") },
};
