// A package of its own: this parser takes the @babel/core beside it, and version 7 needs another one. It asks for Node 22.18, and works on 20.19.
export * from "@babel/eslint-parser";
